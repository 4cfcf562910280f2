"""Try to earn marks without answering, on every rubric of the bank.

Run as ``python benchmarks/attacks.py``. Prints for every attack the share of the
marks that it earns, on average and at worst, beside what the genuine answers earn
that it was made of.
"""

from __future__ import annotations

import random
import re
import statistics
from dataclasses import dataclass
from typing import TYPE_CHECKING

from scorer import load_exemplars, load_rubric, score_answer
from scorer.linting.trial import off_topic_answer
from scorer.prompts import load_prompts
from scorer.text import split_sentences, stop_stems, tokenize

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from scorer import Rubric

GENUINE = ("strong", "good")
TIMES = 8
_VERB = re.compile(r"\b(is|are|was|were|can|could|will|would|may|must|should|has|have|had)\b")


@dataclass(frozen=True, slots=True)
class Try:
    """One attack on one rubric."""

    text: str
    genuine: str = ""
    """The answer that it was made of, if any."""


def shuffled(text: str) -> str:
    """Return the words in a random order, the same each time."""
    words = text.split()
    random.Random(7).shuffle(words)  # noqa: S311 -- repeatable, no secret
    return " ".join(words)


def content_words(text: str) -> str:
    """Return the words that say what it is about, in their order."""
    return " ".join(token.word for token in tokenize(text) if token.stem not in stop_stems())


def negated(text: str) -> str:
    """Return the answer with the opposite of every sentence."""
    return " ".join(_negated(text[slice(*span)].strip()) for span in split_sentences(text))


def _negated(sentence: str) -> str:
    turned, count = _VERB.subn(r"\1 not", sentence, count=1)
    opposite = turned if count else f"It is not true that {sentence[:1].lower()}{sentence[1:]}"
    return opposite.rstrip(".") + "."


def _names(rubric: Rubric) -> list[list[str]]:
    """Return a word or phrase of every keyword group, point by point."""
    firsts = (
        [next((one for one in group.any if one[0] not in "@$"), "") for group in point.keywords]
        for point in rubric.points
    )
    return [[name for name in names if name] for names in firsts]


def _strung(at_once: int) -> Callable[[Rubric], str]:
    """Return what puts the keywords, so many at a time, into sentences that say nothing."""

    def string(rubric: Rubric) -> str:
        names = [name for names in _names(rubric) for name in names]
        runs = [names[at : at + at_once] for at in range(0, len(names), at_once)]
        return " ".join(f"There is {', '.join(run)} and it is very important." for run in runs)

    return string


def _genuine(rubric: Rubric) -> list[str]:
    return [one.answer for one in load_exemplars(rubric.id) if one.quality in GENUINE]


def _of_genuine(change: Callable[[str], str]) -> Callable[[Rubric], list[Try]]:
    return lambda rubric: [Try(change(text), text) for text in _genuine(rubric)]


def _of_rubric(make: Callable[[Rubric], str]) -> Callable[[Rubric], list[Try]]:
    return lambda rubric: [Try(make(rubric))]


def _one_point(rubric: Rubric) -> list[Try]:
    return [Try(" ".join([point.sentences[0]] * TIMES)) for point in rubric.points]


def _other_prompts(rubric: Rubric) -> list[Try]:
    others = [load_rubric(prompt.id) for prompt in load_prompts() if prompt.id != rubric.id]
    return [Try(other.model_answer) for other in others]


ATTACKS: dict[str, Callable[[Rubric], list[Try]]] = {
    "keywords in a row": _of_rubric(
        lambda r: " ".join(name for names in _names(r) for name in names)
    ),
    "a line of keywords per point": _of_rubric(
        lambda r: "\n".join(f"- {', '.join(names)}" for names in _names(r))
    ),
    "keywords in sentences, by eight": _of_rubric(_strung(8)),
    "keywords in sentences, by three": _of_rubric(_strung(3)),
    "model answer shuffled": _of_rubric(lambda r: shuffled(r.model_answer)),
    "good answer shuffled": _of_genuine(shuffled),
    "content words of a good answer": _of_genuine(content_words),
    "question four times": _of_rubric(lambda r: " ".join([r.prompt_text] * 4)),
    "model answer copied": _of_rubric(lambda r: r.model_answer),
    "one point eight times": _one_point,
    "good answer negated": _of_genuine(negated),
    "answer on another topic": _of_rubric(lambda _: off_topic_answer()),
    "model answers of other prompts": _other_prompts,
}


def share(text: str, rubric: Rubric) -> float:
    """Return the marks as a share of the most that can be had."""
    return score_answer(text, rubric).marks / rubric.max_marks


def measure(name: str, rubrics: Iterable[Rubric]) -> str:
    """Return one line of the table."""
    tried = [(rubric, one) for rubric in rubrics for one in ATTACKS[name](rubric)]
    earned = [share(one.text, rubric) for rubric, one in tried]
    worst = max(range(len(tried)), key=earned.__getitem__)
    genuine = [share(one.genuine, rubric) for rubric, one in tried if one.genuine]
    beside = f"{statistics.mean(earned) / statistics.mean(genuine):8.2f}" if genuine else " " * 8
    return (
        f"{name:32}{len(tried):5}{statistics.mean(earned):8.3f}{beside}"
        f"{earned[worst]:8.2f}  {tried[worst][0].id}"
    )


def main() -> None:
    """Print the table."""
    rubrics = [load_rubric(prompt.id) for prompt in load_prompts()]
    print(f"{'attack':32}{'texts':>5}{'mean':>8}{'of own':>8}{'worst':>8}  rubric")
    for name in ATTACKS:
        print(measure(name, rubrics), flush=True)


if __name__ == "__main__":
    main()
