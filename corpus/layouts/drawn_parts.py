"""Build the tables of the drawn sets out of rows, with the truth of each row."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from corpus.layouts.drawn_pool import D, Item, Value
from corpus.layouts.truth import FundTruth, RowTruth
from corpus.writing.drawing import Slot

Row = list[str | Slot]
WAN = D(10_000)


def w(text: str, columns: int) -> Slot:
    """A cell over several columns."""
    return Slot(text, columns=columns)


def h(text: str, rows: int = 2) -> Slot:
    """A heading over several rows."""
    return Slot(text, rows=rows)


def p(value: Decimal | None) -> str:
    """A number as people type it: 12.50 is 12.5."""
    if value is None:
        return ""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def merged(lines: Sequence[Sequence[str]], columns: int) -> list[Row]:
    """Rows whose first columns are merged over equal neighbours, each within the run of the one before."""
    out: list[Row] = []
    for at, line in enumerate(lines):
        row: Row = []
        for column, text in enumerate(line):
            key = list(line[: column + 1])
            if column >= columns:
                row.append(text)
            elif not at or list(lines[at - 1][: column + 1]) != key:
                rows = 1
                while at + rows < len(lines) and list(lines[at + rows][: column + 1]) == key:
                    rows += 1
                row.append(Slot(text, rows=rows))
        out.append(row)
    return out


def first_only(lines: Sequence[Sequence[str]], columns: int) -> list[Row]:
    """Rows whose first columns are printed at the first of equal neighbours, blank below."""
    out: list[Row] = []
    for at, line in enumerate(lines):
        above = lines[at - 1] if at else None
        out.append(
            [
                "" if c < columns and above and list(above[: c + 1]) == list(line[: c + 1]) else text
                for c, text in enumerate(line)
            ]
        )
    return out


def truth(
    item: Item,
    target: Value | None,
    actual: Value | None,
    level1: str | None,
    level2: str | None,
    *,
    scored: bool = True,
    reason: bool = True,
    name: str | None = None,
    unsure: Iterable[str] = (),
) -> RowTruth:
    """What a row says."""
    row = RowTruth(
        level1=level1,
        level2=level2,
        level3=name or item.name,
        weight=item.weight if scored else None,
        score=item.score if scored else None,
        reason=(item.reason or None) if reason else None,
        unsure=[*unsure],
    )
    if target is not None:
        row.target_text = [target.text]
        row.target_sign, row.target_value, row.target_unit = target.sign, target.value, target.unit
        row.unsure += [f"target_{part}" for part in target.open]
    if actual is not None:
        row.actual_text = [actual.text]
        row.actual_value = actual.value
        row.unsure += [f"actual_{part}" for part in actual.open]
    return row


def fund(
    item: str,
    budget: Decimal | None,
    spent: Decimal | None,
    *,
    first: Decimal | None = None,
    rate: Decimal | None = None,
    weight: Decimal | int | None = None,
    score: Decimal | None = None,
    scale: Decimal = WAN,
) -> FundTruth:
    """A money row, printed in units of `scale` 元."""

    def yuan(value: Decimal | None) -> Decimal | None:
        return None if value is None else value * scale

    return FundTruth(
        item=item,
        initial=yuan(first),
        budget=yuan(budget),
        executed=yuan(spent),
        rate=rate,
        weight=None if weight is None else D(weight),
        score=score,
    )


def points(items: Iterable[Item]) -> tuple[Decimal, Decimal]:
    """Sum of weights, sum of scores."""
    listed = list(items)
    return sum((i.weight for i in listed), D(0)), sum((i.score for i in listed), D(0))


def level1(item: Item, names: Sequence[str] = ("产出指标", "效益指标", "满意度指标")) -> str:
    """The first level of an item's group; a fourth name is for 成本."""
    if item.group == "c" and len(names) > 3:
        return names[3]
    return names[0] if item.group in "qztc" else names[2] if item.group == "m" else names[1]
