"""Text as the scorer sees it: words, tokens with offsets, stems, sentences.

Offsets are code points in the text exactly as given.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from scorer.language import load_english

if TYPE_CHECKING:
    from nltk.stem.snowball import EnglishStemmer

_SURROGATE = re.compile("[\ud800-\udfff]")
_TOKEN = re.compile(
    r"(?:[A-Z]\.){2,}"  # U.S., U.S.A.
    r"|\b[Pp]er[ -]?cent\b"
    r"|[^\W\d_]+(?:['’][^\W\d_]+)?"
    r"|\d+(?:[.,]\d+)*"
    r"|%"
)
_MARK = re.compile(r"^[ \t]*(?:[-*•–●▪]+|\(?[0-9ivxa-h]{1,4}[.)])(?=\s|\*)", re.IGNORECASE)
_SENTENCE_END = re.compile(
    r"""[.?!\n;]  # one of few characters, so that the others are passed over quickly
    (?: (?<=[.?!]) (?<![.?!]{2}) [.?!]*+ ["'”’)\]]*+ (?=\s)
      | (?<=\n) \n*
      | (?<=\w;) (?=\s)
    )""",
    re.VERBOSE,
)
_ENDING = re.compile("(?<=[A-Z]{2})['’]?s$")
_ABBREVIATIONS = frozenset(
    "rs mr mrs dr st no vs e.g i.e etc cf approx dept govt viz fig u.s u.k".split()
)


class Token(NamedTuple):
    """A word, a number or a per cent sign."""

    start: int
    end: int
    word: str
    """Lower case, NFKC, without possessive."""
    stem: str
    capitals: bool
    """Written in capitals, as abbreviations are, but for the ending of a plural or genitive."""


class Span(NamedTuple):
    """A half-open range [start, end)."""

    start: int
    end: int

    def within(self, other: Span) -> bool:
        """Whether the other range holds all of this one."""
        return other.start <= self.start and self.end <= other.end


def clean_text(text: str) -> str:
    """Return the text as it is stored: LF line ends, nothing unstorable.

    NUL and unpaired surrogates become U+FFFD; nothing else changes.
    """
    text = text.replace("\r\n", "\n").replace("\x00", "\ufffd")
    try:
        # Ten times as quick as looking for them; this runs at every save.
        text.encode()
    except UnicodeEncodeError:
        return _SURROGATE.sub("\ufffd", text)
    return text


def count_words(text: str) -> int:
    """Count the runs between white space that hold a letter or a digit."""
    # Nearly every run begins with a letter or digit.
    return sum(run[0].isalnum() or any(map(str.isalnum, run)) for run in text.split())


def tokenize(text: str) -> tuple[Token, ...]:
    """Split a text into tokens, in order, with their offsets."""
    tokens = []
    for match in _TOKEN.finditer(text):
        at = match.start()
        for start, end, word, stem, capitals in _tokens_of(match.group()):
            tokens.append(Token(at + start, at + end, word, stem, capitals))
    return tuple(tokens)


@lru_cache(maxsize=65536)
def _tokens_of(surface: str) -> tuple[Token, ...]:
    """Return the tokens of one written word, two of them where it ends in "n't"."""
    words = _words_of(surface)
    cut = len(surface) - 3 * (len(words) - 1)
    places = ((0, cut), (cut, len(surface)))
    capitals = is_abbreviation(_ENDING.sub("", surface))
    return tuple(
        Token(*place, word, stem(word), capitals)
        for place, word in zip(places, words, strict=False)
    )


def is_abbreviation(surface: str) -> bool:
    """Whether a word is written in capitals throughout."""
    return len(surface) > 1 and surface.isupper()


def _words_of(surface: str) -> tuple[str, ...]:
    word = unicodedata.normalize("NFKC", surface).replace("’", "'").lower()
    if word[0].isdigit():
        return (word.replace(",", ""),)
    if word == "%" or (word.startswith("per") and word.endswith("cent")):
        return ("percent",)
    if word.endswith("n't") and len(word) > 3:
        return ({"ca": "can", "wo": "will"}.get(word[:-3], word[:-3]), "not")
    return (word.replace(".", "").removesuffix("'s").removesuffix("'") or word,)


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Return the Snowball stem of a lower-case word, British spelling folded."""
    english = load_english()
    folded = english.spelling.get(word, word)
    fixed = english.numbers.get(folded) or english.stems.get(folded)
    if fixed:
        return fixed
    return folded if folded[0].isdigit() else _stemmer().stem(folded)


@cache
def _stemmer() -> EnglishStemmer:
    # Importing nltk takes seconds, so only scoring pays for it.
    from nltk.stem.snowball import EnglishStemmer

    return EnglishStemmer()


@cache
def stop_stems() -> frozenset[str]:
    """Return the stems of English function words, negators not among them."""
    return frozenset(map(stem, load_english().stop_words)) - negator_stems()


@cache
def negator_stems() -> frozenset[str]:
    """Return the stems of words that negate, such as *not* and *without*."""
    return frozenset(map(stem, load_english().negators))


def split_sentences(text: str) -> tuple[Span, ...]:
    """Split a text into sentences, bullets and headings.

    A line break always ends one: candidates write bullets and headings
    without full stops.
    """
    sentences = []
    start = 0
    for match in _SENTENCE_END.finditer(text):
        if match.group()[0] == "." and _is_abbreviation(text, match.start()):
            continue
        sentences.append(_trim(text, start, match.end()))
        start = match.end()
    sentences.append(_trim(text, start, len(text)))
    return tuple(span for span in sentences if span.start < span.end)


def _is_abbreviation(text: str, dot: int) -> bool:
    line_start = text.rfind("\n", 0, dot) + 1
    if _MARK.match(text[line_start : dot + 2]) and not text[line_start:dot].count(" "):
        return True
    word = text[max(0, dot - 8) : dot].split()[-1:]
    return bool(word) and (word[0].lower() in _ABBREVIATIONS or word[0] in "UIE")


def _trim(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    mark = _MARK.match(piece)
    lead = mark.end() if mark else 0
    body = piece[lead:].strip()
    if not any(map(str.isalnum, body)):
        return Span(start, start)
    begin = piece.index(body, lead) + start
    return Span(begin, begin + len(body))
