"""Graded answers with the scorer's reports, and what simpler graders give them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from scorer.loading import load_rubric
from scorer.scoring import score_answer
from scorer.text import count_words, tokenize

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scorer.agreement.graded import GradedAnswer
    from scorer.bank import Bank
    from scorer.report import ScoreReport
    from scorer.rubric import Rubric


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A graded answer with the scorer's report on it."""

    graded: GradedAnswer
    rubric: Rubric
    report: ScoreReport

    @property
    def examiners(self) -> float:
        """The examiners' mean as a share of the marks."""
        return self.graded.mean_marks / self.graded.max_marks

    @property
    def share(self) -> float:
        """The scorer's marks as a share of the marks."""
        return self.report.marks / self.report.max_marks

    @property
    def marks(self) -> float:
        """The scorer's marks on the examiners' scale."""
        return self.share * self.graded.max_marks


def score_cases(graded: Sequence[GradedAnswer], bank: Bank | None) -> Iterator[Case]:
    """Yield every graded answer with its report.

    Raises
    ------
    UnknownPrompt
        If an answer is to an unknown prompt.
    """
    rubrics = {prompt: load_rubric(prompt, bank) for prompt in {one.prompt for one in graded}}
    for one in graded:
        rubric = rubrics[one.prompt]
        yield Case(graded=one, rubric=rubric, report=score_answer(one.answer, rubric))


def naive_cosine(case: Case) -> float:
    """Return the usual grader's score: TF-IDF fitted on the pair, then cosine."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    reference = case.rubric.model_answer or case.rubric.prompt_text
    pair = TfidfVectorizer().fit_transform([reference, case.graded.answer])
    return float((pair[0] @ pair[1].T).toarray()[0, 0])


def length(case: Case) -> float:
    """Return the number of words as a share of the limit."""
    return count_words(case.graded.answer) / case.rubric.word_limit


def distinct_words(case: Case) -> float:
    """Return the number of different words as a share of the limit."""
    words = {token.word for token in tokenize(case.graded.answer)}
    return len(words) / case.rubric.word_limit


def coverage(case: Case) -> float:
    """Return the scorer's coverage, before the scale and any cap."""
    return case.report.coverage
