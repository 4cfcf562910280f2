"""In which sentences of an answer the words of claims stand.

Sentences are bits of a whole number, so that two hundred claims cost little: a
sentence can turn a claim only if every slot of the claim has its bit.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from scorer.phrases import Hit
    from scorer.reading import Reading

    Slot = frozenset[str]


class SlotNumbers:
    """Slots by number; equal slots share one."""

    def __init__(self, slots: Iterable[Slot]) -> None:
        self._numbers = {slot: number for number, slot in enumerate(dict.fromkeys(slots))}
        self._owners: defaultdict[str, list[int]] = defaultdict(list)
        for slot, number in self._numbers.items():
            for word in slot:
                self._owners[word].append(number)

    def number(self, slot: Slot) -> int:
        """Return the number of a slot."""
        return self._numbers[slot]

    def masks(self, words: Iterable[tuple[str, int]]) -> list[int]:
        """Return for every slot the bits of all its words."""
        masks = [0] * len(self._numbers)
        for word, bits in words:
            for number in self._owners.get(word, ()):
                masks[number] |= bits
        return masks


class Places:
    """Where the words of every claim were found in one answer."""

    def __init__(self, reading: Reading, hits: Iterable[Hit], slots: SlotNumbers) -> None:
        ends = [span.end for span in reading.sentences]
        self._found: list[defaultdict[str, list[Hit]]] = [defaultdict(list) for _ in ends]
        bits: defaultdict[str, int] = defaultdict(int)
        for hit in hits:
            number = bisect_right(ends, hit.first)
            if hit.last <= ends[number]:
                self._found[number][hit.key].append(hit)
                bits[hit.key] |= 1 << number
        self._masks = slots.masks(bits.items())

    def sentences_with(self, slots: Sequence[int]) -> Iterator[int]:
        """Yield the numbers of the sentences in which every slot has a word."""
        mask = -1 if slots else 0
        for slot in slots:
            mask &= self._masks[slot]
        while mask:
            yield (mask & -mask).bit_length() - 1
            mask &= mask - 1

    def has(self, slot: Slot, number: int) -> bool:
        """Whether any word of a slot stands in a sentence."""
        return not slot.isdisjoint(self._found[number])

    def inside(self, slot: Slot, number: int) -> list[Hit]:
        """Return the hits of a slot's words in one sentence, by position."""
        found = self._found[number]
        hits = {hit for word in slot & found.keys() for hit in found[word]}
        return sorted(hits, key=lambda hit: (hit.first, hit.last))
