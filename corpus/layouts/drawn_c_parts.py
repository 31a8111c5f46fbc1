"""Rows of set C (sealed) with their truths."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from corpus.layouts.drawn_c_pool import aim, got
from corpus.layouts.drawn_parts import Row, level1, truth
from corpus.layouts.drawn_pool import Item, Office, Value
from corpus.layouts.truth import FundTruth, RowTruth

NAMES = ("产出指标", "效益指标", "满意度指标")
Cells = Callable[[Item, Value, Value], list[str]]


def told(
    chosen: Sequence[Item],
    cells: Cells,
    *,
    style: str = "glyph",
    bare: bool = False,
    names: Sequence[str] = NAMES,
    blank: str = "",
) -> tuple[list[list[str]], list[RowTruth]]:
    """What is printed of each indicator, with its truth. `blank`: what the office prints where it has no reason."""
    lines, rows = [], []
    for i in chosen:
        target, actual = aim(i, style), got(i, bare)
        lines.append(cells(i, target, actual))
        unsure = ["reason"] if blank and not i.reason else []
        rows.append(truth(i, target, actual, level1(i, names), i.level2, unsure=unsure))
    return lines, rows


def split_target(row: RowTruth, i: Item, target: Value, actual: Value, sign: str) -> RowTruth:
    """A row whose sign, number, unit stand in columns of their own: each way to put them together is right."""
    word = i.number or i.words
    row.target_text = [target.text, word, sign + word, word + i.unit, sign + word + i.unit]
    row.actual_text = [i.done, actual.text, i.done + i.unit]
    return row


def still_open(money: FundTruth, *checks: str) -> FundTruth:
    """A money row of which some checks stay open."""
    money.unsure += checks
    return money


def behind(label: Row, rows: Sequence[Row]) -> list[Row]:
    """Rows of which the first has a cell before it that spans them all."""
    return [[*label, *row] if at == 0 else list(row) for at, row in enumerate(rows)]


def signs(i: Item) -> str:
    """The sign as a column of its own says it."""
    return {">=": "≥", "<=": "≤", "=": "＝"}.get(i.sign, "定性")


def ratio(o: Office) -> str:
    """The rate of execution as printed."""
    return f"{o.rate}%"
