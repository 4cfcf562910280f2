"""Three-way merge of prose, word by word, that never drops what either side wrote.

``editor/js/merging.js`` is the same algorithm; both are tested on
``tests/merge_vectors.json``.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, deque
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

# Only these characters, because Python and JavaScript disagree about the others.
_TOKEN = re.compile(r"[ \t\n]|[^ \t\n]+")


class Hunk(NamedTuple):
    """Base tokens [start, end) replaced by others."""

    start: int
    end: int
    tokens: Sequence[str]


def merge(base: str, ours: str, theirs: str) -> str:
    """Return a text with the edits of both sides.

    Where both changed the same words, only what both deleted goes, and the
    insertions of both stay, ours first. No two words are ever run together.

    Parameters
    ----------
    base : str
        The text that both sides started from.
    ours, theirs : str
        What each made of it.
    """
    if theirs in (ours, base):
        return ours
    if ours == base:
        return theirs
    tokens = split_tokens(base)
    ours_hunks = find_hunks(tokens, split_tokens(ours))
    theirs_hunks = find_hunks(tokens, split_tokens(theirs))
    return "".join(_spaced(_merged(tokens, ours_hunks, theirs_hunks)))


def shared_text(ours: str, theirs: str) -> str:
    """Return what two texts have in common, as a base for want of the real one."""
    tokens = split_tokens(ours)
    pairs = _matches(tokens, split_tokens(theirs), 0, 0)
    return "".join(tokens[i] for i, _ in pairs)


def split_tokens(text: str) -> list[str]:
    """Split a text into words and single blanks; joined, they are the text again."""
    return _TOKEN.findall(text)


def find_hunks(base: Sequence[str], other: Sequence[str]) -> list[Hunk]:
    """Return what turns one list of tokens into the other, in order."""
    hunks = []
    i = j = 0
    for match_i, match_j in [*_matches(base, other, 0, 0), (len(base), len(other))]:
        if match_i > i or match_j > j:
            hunks.append(Hunk(i, match_i, other[j:match_j]))
        i, j = match_i + 1, match_j + 1
    return hunks


def _matches(a: Sequence[str], b: Sequence[str], i: int, j: int) -> Iterator[tuple[int, int]]:
    """Yield the pairs of equal tokens: both ends first, then around words unique in both."""
    head = _common_head(a, b)
    yield from ((i + k, j + k) for k in range(head))
    tail = _common_head(a[head:][::-1], b[head:][::-1])
    yield from _inner(a[head : len(a) - tail], b[head : len(b) - tail], i + head, j + head)
    start_a, start_b = i + len(a) - tail, j + len(b) - tail
    yield from ((start_a + k, start_b + k) for k in range(tail))


def _inner(a: Sequence[str], b: Sequence[str], i: int, j: int) -> Iterator[tuple[int, int]]:
    anchors = _anchors(a, b) if a and b else []
    if not anchors:
        return
    done_a = done_b = 0
    for at_a, at_b in [*anchors, (len(a), len(b))]:
        yield from _matches(a[done_a:at_a], b[done_b:at_b], i + done_a, j + done_b)
        if at_a < len(a):
            yield i + at_a, j + at_b
        done_a, done_b = at_a + 1, at_b + 1


def _common_head(a: Sequence[str], b: Sequence[str]) -> int:
    pairs = zip(a, b, strict=False)
    return next((k for k, (x, y) in enumerate(pairs) if x != y), min(len(a), len(b)))


def _anchors(a: Sequence[str], b: Sequence[str]) -> list[tuple[int, int]]:
    in_a, in_b = Counter(a), Counter(b)
    places = {token: at for at, token in enumerate(b)}
    unique = [
        (at, places[token]) for at, token in enumerate(a) if in_a[token] == 1 and in_b[token] == 1
    ]
    return _longest_rise(unique)


def _longest_rise(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest run of pairs whose second numbers rise."""
    ends: list[int] = []
    holders: list[int] = []
    before: list[int] = []
    for at, (_, j) in enumerate(pairs):
        pile = bisect_left(ends, j)
        before.append(holders[pile - 1] if pile else -1)
        ends[pile : pile + 1] = [j]
        holders[pile : pile + 1] = [at]
    rise = []
    at = holders[-1] if holders else -1
    while at >= 0:
        rise.append(pairs[at])
        at = before[at]
    return rise[::-1]


def _merged(base: Sequence[str], ours: list[Hunk], theirs: list[Hunk]) -> Iterator[str]:
    done = 0
    for start, end, mine, yours in _regions(ours, theirs):
        yield from base[done:start]
        yield from _resolved(base, start, end, mine, yours)
        done = end
    yield from base[done:]


def _regions(
    ours: list[Hunk], theirs: list[Hunk]
) -> Iterator[tuple[int, int, list[Hunk], list[Hunk]]]:
    """Yield the stretches of the base that somebody changed, with everyone's hunks in them."""
    queue = deque(
        sorted(
            [(hunk, 0) for hunk in ours] + [(hunk, 1) for hunk in theirs],
            key=lambda entry: (entry[0].start, entry[0].end, entry[1]),
        )
    )
    while queue:
        first, side = queue.popleft()
        members: tuple[list[Hunk], list[Hunk]] = ([], [])
        members[side].append(first)
        end = first.end
        while queue and _meets(queue[0][0], first, end):
            hunk, side = queue.popleft()
            members[side].append(hunk)
            end = max(end, hunk.end)
        yield first.start, end, *members


def _meets(hunk: Hunk, first: Hunk, end: int) -> bool:
    # Two insertions at one place meet; an insertion beside a replacement does not.
    return hunk.start < end or first.start == hunk.end == end


def _resolved(
    base: Sequence[str], start: int, end: int, ours: list[Hunk], theirs: list[Hunk]
) -> Iterator[str]:
    if not theirs or ours == theirs:
        yield from _applied(base, start, end, ours)
    elif not ours:
        yield from _applied(base, start, end, theirs)
    else:
        yield from _both(base, start, end, [ours, theirs])


def _applied(base: Sequence[str], start: int, end: int, hunks: list[Hunk]) -> Iterator[str]:
    for hunk in hunks:
        yield from base[start : hunk.start]
        yield from hunk.tokens
        start = hunk.end
    yield from base[start:end]


def _both(base: Sequence[str], start: int, end: int, sides: list[list[Hunk]]) -> Iterator[str]:
    for at in range(start, end + 1):
        for hunks in sides:
            yield from (token for hunk in hunks if hunk.start == at for token in hunk.tokens)
        if at < end and not all(_deletes(hunks, at) for hunks in sides):
            yield base[at]


def _deletes(hunks: list[Hunk], at: int) -> bool:
    return any(hunk.start <= at < hunk.end for hunk in hunks)


def _spaced(tokens: Iterable[str]) -> Iterator[str]:
    after_word = False
    for piece in tokens:
        is_word = piece not in " \t\n"
        if is_word and after_word:
            yield " "
        yield piece
        after_word = is_word
