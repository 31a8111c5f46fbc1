"""Rows of set D's tables together with their truths."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal

import msgspec

from corpus.layouts.drawn_parts import fund, level1, p, truth
from corpus.layouts.drawn_pool import D, Item, Office, Value, percent
from corpus.layouts.truth import FundTruth, RowTruth

NAMES = ("产出指标", "效益指标", "满意度指标")


class Said(msgspec.Struct, frozen=True):
    """One indicator as it is printed."""

    item: Item
    first: str
    second: str
    target: Value
    actual: Value
    number: int  # from 1

    @property
    def weight(self) -> str:
        """Points as printed."""
        return p(self.item.weight)

    @property
    def score(self) -> str:
        """Points as printed."""
        return p(self.item.score)

    @property
    def nature(self) -> str:
        """指标性质."""
        return {">=": "≥", "<=": "≤", "=": "="}.get(self.item.sign, "定性")


def say(
    listed: Iterable[Item],
    *,
    names: Sequence[str] = NAMES,
    second: Mapping[str, str] | None = None,
    style: str = "glyph",
    bare: bool = False,
) -> list[Said]:
    """How the form prints its indicators."""
    return [
        Said(
            item=i,
            first=level1(i, names),
            second=(second or {}).get(i.group, i.level2),
            target=_dated(i.target(style)),
            actual=i.actual(bare),
            number=number,
        )
        for number, i in enumerate(listed, start=1)
    ]


def _dated(value: Value) -> Value:
    """Whether 前 after a date is a sign stays open."""
    return msgspec.structs.replace(value, open=("sign",)) if "月" in value.text else value


def lines(
    said: Iterable[Said],
    cells: Callable[[Said], list[str]],
    *,
    levels: tuple[bool, bool] = (True, True),
    reason: bool = True,
) -> tuple[list[list[str]], list[RowTruth]]:
    """Printed rows with their truths. `levels`: whether the form prints the first, the second."""
    listed = list(said)
    return [cells(s) for s in listed], [
        truth(
            s.item,
            s.target,
            s.actual,
            s.first if levels[0] else None,
            s.second if levels[1] else None,
            reason=reason,
        )
        for s in listed
    ]  # fmt: skip


def money(o: Office, *, weight: int | None = 10, first: bool = True) -> list[FundTruth]:
    """Total, fiscal, other of the office as the mother form has them."""
    left, gone = o.other
    score = o.execution(weight) if weight is not None else None
    rates = (o.rate, percent(o.fiscal_spent, o.fiscal), percent(gone, left))
    return [
        fund("total", o.budget, o.spent, first=o.first if first else None, rate=rates[0], weight=weight, score=score),
        fund("fiscal", o.fiscal, o.fiscal_spent, first=o.fiscal if first else None, rate=rates[1]),
        fund("other", left, gone, first=o.first - o.fiscal if first else None, rate=rates[2]),
    ]  # fmt: skip


def percents(o: Office) -> tuple[str, str, str]:
    """Rates of total, fiscal, other as printed."""
    left, gone = o.other
    return f"{o.rate}%", f"{percent(o.fiscal_spent, o.fiscal)}%", f"{percent(gone, left)}%"


def plus(value: Decimal, o: Office, weight: int = 10) -> Decimal:
    """A total with the points for the spending."""
    return value + D(o.execution(weight))
