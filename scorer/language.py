"""What the scorer knows about English, whatever the topic (``english.yaml``)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any


@dataclass(frozen=True, slots=True)
class Relation:
    """A family of verbs and nouns that say the same thing of an object."""

    id: str
    direction: int
    """1: more of the object; -1: less of it; 0: neither."""
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NegatingPhrase:
    """A phrase that turns a statement round."""

    phrase: str
    scope: str
    """What it negates: what stands ``before`` or ``after`` it, the ``phrase`` after it up to a
    comma, the same as a ``condition``, or the ``whole`` clause."""


@dataclass(frozen=True, slots=True)
class English:
    """The general part of the scorer's language knowledge."""

    relations: tuple[Relation, ...]
    burdens: tuple[str, ...]
    """Words for things of which less is better, such as *dependence*."""
    negators: frozenset[str]
    negating_phrases: tuple[NegatingPhrase, ...]
    limits: tuple[str, ...]
    """Adverbs by which a negation denies only the manner, such as *overnight*."""
    breakers: frozenset[str]
    """Words that begin a new clause."""
    hypotheses: tuple[str, ...]
    """Words of sentences that state no fact: aims, conditions, wishes."""
    after_cues: tuple[str, ...]
    before_cues: tuple[str, ...]
    """Words between two names by which the first came after, or before, the other."""
    criticism: tuple[str, ...]
    judgement_cues: tuple[str, ...]
    stop_words: frozenset[str]
    numbers: dict[str, str]
    stems: dict[str, str]
    """Words whose stem is given, because the stemmer would confuse them with others."""
    spelling: dict[str, str]
    """Spelling variants and the one that is stemmed in their stead."""


@cache
def load_english() -> English:
    """Load the package's English data; read once per process."""
    import yaml

    text = resources.files("scorer").joinpath("english.yaml").read_text("utf-8")
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return _english(yaml.load(text, loader))  # noqa: S506 -- safe, and ten times as fast


def _english(data: dict[str, Any]) -> English:
    directions = {"up": 1, "down": -1, "none": 0}
    return English(
        relations=tuple(
            Relation(entry["id"], directions[entry["direction"]], tuple(entry["forms"]))
            for entry in data["relations"]
        ),
        burdens=tuple(data["burdens"]),
        negators=frozenset(data["negators"]),
        negating_phrases=tuple(
            NegatingPhrase(entry["phrase"], entry["scope"]) for entry in data["negating_phrases"]
        ),
        limits=tuple(data["limits_of_negation"]),
        breakers=frozenset(data["clause_breakers"]["words"]),
        hypotheses=tuple(data["hypotheses"]),
        after_cues=tuple(data["after_cues"]),
        before_cues=tuple(data["before_cues"]),
        criticism=tuple(data["criticism"]),
        judgement_cues=tuple(data["judgement_cues"]),
        stop_words=frozenset(data["stop_words"]),
        numbers={word: str(value) for word, value in data["number_words"].items()},
        stems=data["stems"],
        spelling={pair["american"]: pair["british"] for pair in data["spelling"]},
    )
