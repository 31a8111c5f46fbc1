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
_NEAR = 4  # a sum that is off by less than a quarter of itself still speaks of its parts
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
    rows: Sequence[Indicator],
    text: str,
    figures: Sequence[Figure],
    weights: Weights = WEIGHTS,
    year: int | None = None,
) -> list[Alignment]:
    """Match the figures of one text with the cells of indicator rows.

    `figures` stand in `text` by their start and end; `year` is the one of the rows, where known.
    A figure left out has no counterpart.
    """
    ordered = sorted(figures, key=lambda figure: (figure.start, figure.end))
    around = contexts(text, [(figure.start, figure.end) for figure in ordered], year)
    placed = {figure.figure_id: context for figure, context in zip(ordered, around, strict=True)}
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
    judged = [(*entry, agrees(*entry[:2])) for entry in chosen]
    return [
        Alignment(figure=figure, cell=cell, consistent=consistent, confidence=min(1.0, sure))
        for figure, cell, sure, consistent in _one_each(judged, placed, weights)
    ]


def _sums(figures: list[Figure], around: list[Context]) -> dict[int, range]:
    """Figures that add up those before them, with the places of those: 12处、18处、23处，合计53处."""
    parts: dict[int, range] = {}
    for end, total in enumerate(figures):
        if total.value is None or _TOTAL.search(around[end].since) is None:
            continue
        rest, first = Fraction(total.value), end
        for at in range(end - 1, -1, -1):
            value = figures[at].value
            if value is None or figures[at].unit != total.unit or rest <= 0:
                break
            rest, first = rest - Fraction(value), at
            if rest == 0:
                break
        misprinted = _NEAR * abs(rest) <= abs(total.value)
        if first < end - 1 and (rest == 0 or misprinted):
            parts[end] = range(first, end)
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


_Judged: TypeAlias = tuple[Figure, Cell, float, bool]  # how sure, whether they agree


def _one_each(chosen: list[_Judged], placed: dict[str, Context], weights: Weights) -> list[_Judged]:
    """Of several figures for one cell keep the likeliest, with those that mention it again.

    A cell that an agreeing figure speaks of is explained: another value beside it is most often
    a part or a kindred quantity, so that has to stand in another sentence, be surer by `weights.again`
    and be of the same year.
    """
    first: dict[tuple[str, int, str], _Judged] = {}
    told: dict[tuple[str, int], set[str | None]] = defaultdict(set)  # years of what agrees with a row
    for figure, cell, _, agreeing in chosen:
        if agreeing:
            told[cell.key[:2]].add(placed[figure.figure_id].year)
    for entry in sorted(chosen, key=lambda entry: (not entry[3], -entry[2], entry[0].start)):
        first.setdefault(entry[1].key, entry)
    kept = []
    for figure, cell, sure, agreeing in chosen:
        year, of_row = placed[figure.figure_id].year, told.get(cell.key[:2])
        if year is not None and of_row and year not in of_row and not agreeing:
            continue
        leader, *_, led = first[cell.key]
        away = not led or placed[leader.figure_id].first != placed[figure.figure_id].first
        again = agreeing or leader.value == figure.value
        again |= away and sure >= weights.threshold + weights.again
        if figure is leader or again:
            kept.append((figure, cell, sure, agreeing))
    return kept
