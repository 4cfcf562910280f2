"""A text and the notes in its margin, tied to each other both ways."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from practice.markup import Markup, element, join
from practice.wording import quote_words, signed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from practice.highlighting import MarginKind, MarginNote, Segment

SIGNS: Final[dict[MarginKind, str]] = {"made": "✓", "partly": "◐", "wrong": "✗", "doubtful": "?"}
"""Each kind of note has a sign, so that nothing is told by colour alone."""
_STRONGEST_FIRST: Final[tuple[MarginKind, ...]] = ("wrong", "doubtful", "made", "partly")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """How the parts of one text and its notes are named; a page may hold several texts."""

    prefix: str = ""
    """Begins the ids, which must differ on one page."""
    is_own: bool = True
    """Whether the text is the learner's, so that their words are quoted."""

    def draw(
        self, segments: Sequence[Segment], notes: Sequence[MarginNote], *after: Markup | None
    ) -> Markup:
        """Return the text with its notes beside it.

        Parameters
        ----------
        segments : sequence of Segment
            What counted.
        notes : sequence of MarginNote
        *after : Markup or None
            Follows the text.
        """
        text = (self.draw_segment(segment) for segment in segments)
        return element(
            "div",
            self._ties(notes),
            element("div", *text, *after, class_="mp-answer", lang="en-IN"),
            element("ol", *map(self._note, notes), class_="mp-notes") if notes else None,
            class_="mp-sheet",
        )

    def draw_segment(self, segment: Segment) -> Markup:
        """Return a stretch of the text, marked with what its notes say."""
        if not segment.counted:
            return element("s", segment.text, class_="mp-uncounted")
        if not segment.notes:
            return join(segment.text)
        kinds = {note.kind for note in segment.notes}
        kind = next(each for each in _STRONGEST_FIRST if each in kinds)
        tied = " ".join(self._tie(note) for note in segment.notes)
        ends = map(self._reference, segment.ending)
        return join(element("mark", segment.text, class_=f"mp-{kind} {tied}"), *ends)

    def _reference(self, note: MarginNote) -> Markup:
        link = element(
            "a",
            str(note.number),
            href=f"#{self.prefix}note-{note.number}",
            aria_label=f"Note {note.number}: {note.label}",
        )
        place = f"{self.prefix}words-{note.number}"
        return element("sup", link, id=place, class_=f"mp-ref {self._tie(note)}")

    def _note(self, note: MarginNote) -> Markup:
        back = f"#{self.prefix}words-{note.number}"
        quote = quote_words(note.quote) if self.is_own else None
        return element(
            "li",
            element(
                "p",
                element("a", str(note.number), href=back, class_="mp-note-number"),
                element("span", sign_note(note), class_=f"mp-label mp-label-{note.kind}"),
                _earned(note),
                class_="mp-note-head",
            ),
            element("p", note.title, class_="mp-note-title"),
            element("p", quote, class_="mp-quote") if quote else None,
            element("p", note.comment, class_="mp-comment") if note.comment else None,
            id=f"{self.prefix}note-{note.number}",
            class_="mp-note",
        )

    def _ties(self, notes: Sequence[MarginNote]) -> Markup:
        """Light up a note with its words, and the words with their note."""
        pairs = (f".{self._tie(note)},#{self.prefix}note-{note.number}" for note in notes)
        rules = (
            f".mp-sheet:has(:is({pair}):is(:hover,:focus-within,:target))"
            f" :is({pair}){{background:var(--mp-lit)}}"
            for pair in pairs
        )
        return Markup(f"<style>{''.join(rules)}</style>")

    def _tie(self, note: MarginNote) -> str:
        return f"mp-{self.prefix}w{note.number}"


def sign_note(note: MarginNote) -> str:
    """Return what sort of note it is, with its sign."""
    return f"{SIGNS[note.kind]} {note.label}"


def _earned(note: MarginNote) -> Markup | None:
    return None if note.marks is None else element("span", signed(note.marks), class_="mp-earned")
