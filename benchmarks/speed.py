"""Time the scorer beside the naive grader, in one run.

Run as ``python benchmarks/speed.py``. The naive grader fits one TF-IDF vectoriser
for every phrasing and answer and takes the best cosine of each point, as most
public graders do. Every figure is the median of repeated runs on one core, on
answers never seen before in the run, so that no cache of answers can help.
"""

from __future__ import annotations

import argparse
import random
import statistics
import time
from typing import TYPE_CHECKING

from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics.pairwise import cosine_similarity

from scorer import Dimension, KeywordGroup, Rubric, RubricPoint, load_rubric, score_answer

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

WORDS = 250
POINTS = 20
PHRASINGS = 4


def naive_marks(answer: str, rubric: Rubric) -> float:
    """Return the mean over points of the best pairwise cosine."""
    best = [max(_cosine(answer, one) for one in point.sentences) for point in rubric.points]
    return sum(best) / len(best) * rubric.max_marks


def _cosine(answer: str, phrasing: str) -> float:
    rows = TfidfVectorizer().fit_transform([answer, phrasing])
    return float(cosine_similarity(rows[0], rows[1])[0, 0])


def build_rubric(sentences: Sequence[str], points: int, phrasings: int) -> Rubric:
    """Make a rubric of real sentences with one object and one relation group a point."""
    made = tuple(
        RubricPoint(
            id=f"p{at}",
            statement=sentences[at * phrasings],
            phrasings=tuple(sentences[at * phrasings + 1 : (at + 1) * phrasings]),
            keywords=(
                KeywordGroup(any=tuple(sentences[at * phrasings].split()[-4:])),
                KeywordGroup(any=("@increase", "@reduce", "@build"), role="relation"),
            ),
        )
        for at in range(points)
    )
    lexicon = load_rubric("china-dependence").lexicon
    dimension = Dimension(id="all", title="All", points=made)
    return Rubric(
        id="speed",
        prompt_text="Discuss the initiative.",
        max_marks=15,
        word_limit=WORDS,
        dimensions=(dimension,),
        lexicon=lexicon,
    )


def make_answers(sentences: Sequence[str], words: int, count: int) -> list[str]:
    """Make different answers of about so many words out of real sentences."""
    rng = random.Random(7)  # noqa: S311 -- repeatable answers, no secret
    return [_answer(rng, sentences, words) for _ in range(count)]


def _answer(rng: random.Random, sentences: Sequence[str], words: int) -> str:
    parts: list[str] = []
    while sum(len(part.split()) for part in parts) < words:
        parts.append(rng.choice(sentences))
    return " ".join(" ".join(parts).split()[:words])


def median_ms(
    grade: Callable[[str, Rubric], object], answers: Sequence[str], rubric: Rubric
) -> float:
    """Return the median milliseconds of grading one answer."""
    grade(answers[0], rubric)  # compiles the rubric
    spent = []
    for answer in answers[1:]:
        started = time.perf_counter()
        grade(answer, rubric)
        spent.append((time.perf_counter() - started) * 1000)
    return statistics.median(spent)


def main() -> None:
    """Print the comparison and how the cost grows."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--answers", type=int, default=40)
    count = parser.parse_args().answers
    bank = [load_rubric(name) for name in ("china-dependence", "pharma-api", "trade-investment")]
    sentences = [s for rubric in bank for point in rubric.points for s in point.sentences]
    rubric = build_rubric(sentences, POINTS, PHRASINGS)
    answers = make_answers(sentences, WORDS, count)
    ours = median_ms(score_answer, answers, rubric)
    naive = median_ms(naive_marks, answers[:6], rubric)
    print(f"{WORDS} words, {POINTS} points, {PHRASINGS} phrasings a point")
    print(f"  mains-practice {ours:8.2f} ms")
    print(f"  naive grader   {naive:8.2f} ms   {naive / ours:.0f} times as long")
    print(f"  a full rubric of the bank: {median_ms(score_answer, answers, bank[0]):.2f} ms")
    print("how the cost grows (ms)")
    for words in (60, 125, 250, 500):
        made = make_answers(sentences, words, count)
        print(f"  {words:4} words      {median_ms(score_answer, made, rubric):8.2f}")
    for points in (5, 10, 20, 40):
        grown = build_rubric(sentences, points, PHRASINGS)
        print(f"  {points:4} points     {median_ms(score_answer, answers, grown):8.2f}")
    for phrasings in (1, 2, 4, 8):
        grown = build_rubric(sentences, POINTS, phrasings)
        print(f"  {phrasings:4} phrasings  {median_ms(score_answer, answers, grown):8.2f}")


if __name__ == "__main__":
    main()
