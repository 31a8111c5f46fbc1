"""Give each figure at most one cell, each cell one figure or its repeated mentions."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import TypeAlias

import msgspec
import regex

from extractors.numerals.fraction import Fraction
from extractors.records import Figure, Indicator
from rules.linking.context import Context, contexts
from rules.linking.scoring import WEIGHTS, Cell, Weights, agrees, cells, may_fit, score

_SUM = "合计"
_TOTAL = regex.compile("(?:合计|共计|总计|小计|共)(?:为|达|有)?$")


class Alignment(msgspec.Struct, frozen=True, kw_only=True):
    """A figure that speaks of a row's cell, whether or not they agree."""

    figure: Figure
    cell: Cell
    consistent: bool
    confidence: float

    @property
    def row(self) -> Indicator:
        """The row of the cell."""
        return self.cell.row

    @property
    def column(self) -> str:
        """target | actual | rate."""
        return self.cell.column


def align(
    rows: Sequence[Indicator], text: str, figures: Sequence[Figure], weights: Weights = WEIGHTS
) -> list[Alignment]:
    """Match the figures of one text with the cells of indicator rows.

    `figures` stand in `text` by their start and end. A figure left out has no counterpart.
    """
    ordered = sorted(figures, key=lambda figure: (figure.start, figure.end))
    around = contexts(text, [(figure.start, figure.end) for figure in ordered])
    for total, parts in _sums(ordered, around).items():
        for at in parts:
            around[at] = msgspec.structs.replace(around[at], cues={**around[at].cues, "summed": _SUM})
        around[total] = msgspec.structs.replace(around[total], since=around[total].sentence)
    candidates = [cell for row in rows for cell in cells(row)]
    alone = _unique(ordered, candidates)
    chosen: list[tuple[Figure, Cell, float]] = []
    before: Indicator | None = None
    for figure, context in zip(ordered, around, strict=True):
        best = _best(figure, context, candidates, before, figure.figure_id in alone, weights)
        if best is not None:
            chosen.append((figure, *best))
        before = best[0].row if best is not None else before if context.follows else None
    agreeing = [agrees(figure, cell) for figure, cell, _ in chosen]
    return [
        Alignment(figure=figure, cell=cell, consistent=consistent, confidence=min(1.0, sure))
        for (figure, cell, sure), consistent in _one_each(chosen, agreeing, weights)
    ]


def _sums(figures: list[Figure], around: list[Context]) -> dict[int, range]:
    """Figures that add up those before them, with the places of those: 12处、18处、23处，合计53处."""
    parts: dict[int, range] = {}
    for end, total in enumerate(figures):
        if total.value is None or _TOTAL.search(around[end].since) is None:
            continue
        rest = Fraction(total.value)
        for at in range(end - 1, -1, -1):
            value = figures[at].value
            if value is None or figures[at].unit != total.unit or rest <= 0:
                break
            rest -= Fraction(value)
            if rest == 0 and at < end - 1:
                parts[end] = range(at, end)
                break
    return parts


def _best(
    figure: Figure,
    context: Context,
    candidates: list[Cell],
    before: Indicator | None,
    unique: bool,
    weights: Weights,
) -> tuple[Cell, float] | None:
    best, surest = None, 0.0
    for cell in candidates:
        if may_fit(figure.unit, cell.unit):
            sure = score(figure, cell, context, before, unique, weights)
            if sure > surest:
                best, surest = cell, sure
    return (best, surest) if best is not None and surest >= weights.threshold else None


def _unique(figures: list[Figure], candidates: list[Cell]) -> set[str]:
    """Ids of the figures whose value and unit stand once in the text, once in the rows."""
    said = Counter((figure.value, figure.unit) for figure in figures)
    rows: dict[tuple[tuple[int, int], str | None], set[tuple[str, int]]] = defaultdict(set)
    for cell in candidates:
        if cell.value is not None:
            rows[cell.value.value.as_integer_ratio(), cell.unit].add((cell.row.form_id, cell.row.row))
    return {
        figure.figure_id
        for figure in figures
        if figure.value is not None
        and said[figure.value, figure.unit] == 1
        and len(rows.get((figure.value.as_integer_ratio(), figure.unit), ())) == 1
        and len(str(figure.value).strip("0.")) > 1
    }


_Chosen: TypeAlias = tuple[Figure, Cell, float]


def _one_each(chosen: list[_Chosen], agreeing: list[bool], weights: Weights) -> list[tuple[_Chosen, bool]]:
    """Of several figures for one cell keep the likeliest, with those that mention it again.

    A cell that an agreeing figure speaks of is explained: another value beside it is most often
    a part or a kindred quantity, so that has to be surer by `weights.again`.
    """
    pairs = list(zip(chosen, agreeing, strict=True))
    first: dict[tuple[str, int, str], Figure] = {}
    for (figure, cell, _), _ in sorted(pairs, key=lambda pair: (not pair[1], -pair[0][2], pair[0][0].start)):
        first.setdefault(cell.key, figure)
    kept = []
    for (figure, cell, sure), consistent in pairs:
        leader = first[cell.key]
        again = leader.value == figure.value or consistent or sure >= weights.threshold + weights.again
        if figure is leader or again:
            kept.append(((figure, cell, sure), consistent))
    return kept
