"""The scorer's agreement with examiners as lines of text for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from scorer.agreement.comparison import Agreement
    from scorer.agreement.figures import Figures
    from scorer.agreement.kinds import Disagreement, KindFigures
    from scorer.agreement.tags import TagAgreement, TagFigures

_HEADINGS = ("Spearman", "beyond length", "Pearson", "QWK", "error", "error %", "bias %")


def agreement_lines(agreement: Agreement) -> Iterator[str]:
    """Yield the tables of an agreement."""
    yield f"{agreement.n} graded answers to {len(agreement.prompts)} prompts"
    yield from _figures_table("Per prompt", agreement.prompts)
    yield from _figures_table("Overall (correlations: mean over prompts)", agreement.overall)
    yield from _kinds_table(agreement.kinds)
    yield from _tags_table(agreement.tags)
    yield from _worst_table(agreement.worst)


def _figures_table(title: str, rows: Iterable[Figures]) -> Iterator[str]:
    yield ""
    yield f"{title:<42}{'n':>5}" + "".join(f"{heading:>14}" for heading in _HEADINGS)
    for row in rows:
        values = (row.spearman, row.beyond_length, row.pearson, row.kappa, row.error)
        shares = (row.error_share, row.bias)
        cells = [*map(_plain, values), *map(_percent, shares)]
        yield f"{row.name:<42}{row.n:>5}" + "".join(f"{cell:>14}" for cell in cells)


def _kinds_table(rows: Iterable[KindFigures]) -> Iterator[str]:
    for number, row in enumerate(rows):
        if number == 0:
            yield ""
            yield f"{'By kind':<42}{'n':>5}{'examiners %':>14}{'scorer %':>14}{'error %':>14}"
        cells = map(_percent, (row.examiners, row.scorer, row.error_share))
        yield f"{row.kind:<42}{row.n:>5}" + "".join(f"{cell:>14}" for cell in cells)


def _tags_table(tags: TagAgreement | None) -> Iterator[str]:
    if tags is None:
        return
    yield ""
    yield f"{'Points found, by tag':<42}{'n':>5}" + "".join(
        f"{heading:>14}" for heading in ("precision", "recall", "F1", "kappa")
    )
    yield _tags_row("scorer and examiner", tags.scorer)
    if tags.examiners:
        yield _tags_row("examiner and examiner", tags.examiners)


def _tags_row(name: str, row: TagFigures) -> str:
    cells = map(_plain, (row.precision, row.recall, row.f1, row.kappa))
    return f"{name:<42}{row.n:>5}" + "".join(f"{cell:>14}" for cell in cells)


def _worst_table(rows: Iterable[Disagreement]) -> Iterator[str]:
    yield ""
    yield f"{'Widest disagreements (marks)':<42}{'':>5}{'kind':>14}{'examiners':>14}{'scorer':>14}"
    for row in rows:
        name = f"{row.id} {row.prompt}"
        yield f"{name:<47}{row.kind:>14}{row.examiners:>14.2f}{row.scorer:>14.2f}"


def _plain(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"


def _percent(value: float | None) -> str:
    return "–" if value is None else f"{100 * value:.1f}"
