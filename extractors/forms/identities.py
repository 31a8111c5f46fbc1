"""What holds in a form that is read right: rates, sums, weights, and cells of the expected kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

import msgspec

from extractors import records
from extractors.forms import vocabulary
from extractors.forms.block import Read
from extractors.values import figure, is_masked, points

STAGES = ("initial", "budget", "arrived", "executed")


class Check(msgspec.Struct, frozen=True):
    """One identity on one subject, and whether it holds."""

    name: str
    holds: bool


def checks(read: Read) -> list[Check]:
    """Every identity that this reading lets one try; a blank cell lets none.

    A unit may well break one of them (that is what rules look for); a misread column breaks
    many. So they judge between readings of one grid, never alone.
    """
    return [
        *_kinds(read),
        *_rates(read.funds),
        *_parts(read.funds),
        *_levels(read.indicators),
        *_scores(read.indicators),
        *_totals(read),
    ]


def confidence(read: Read, found: list[Check]) -> float:
    """0-1: the share of cells of the expected kind, of identities that hold, of cells used."""
    typed = [check.holds for check in found if check.name == "kind"]
    names = sorted({check.name for check in found} - {"kind"})
    held = [_share(check.holds for check in found if check.name == name) for name in names]
    used = len(read.uses) / (len(read.uses) + len(read.leftovers)) if read.uses else 1.0
    identities = sum(held) / len(held) if held else 0.9
    return round(_share(typed) * (0.5 + 0.5 * identities) * used, 3)


def _share(values: Iterable[bool]) -> float:
    listed = list(values)
    return sum(listed) / len(listed) if listed else 1.0


def _said(text: str | None) -> bool:
    return bool(text) and not vocabulary.is_placeholder(text or "") and not is_masked(text or "")


def _kinds(read: Read) -> Iterator[Check]:
    """Weights, scores, amounts and rates are figures; names are not."""
    for row in read.indicators:
        for text, value in ((row.weight_text, row.weight_points), (row.score_text, row.score_points)):
            if _said(text):
                yield Check("kind", value is not None)
        if row.level3:
            yield Check("kind", figure(row.level3) is None)
        if _said(row.reason_text) and row.reason_text != "0":
            yield Check("kind", figure(row.reason_text or "") is None)
    for fund in read.funds:
        for stage in (*STAGES, "rate", "weight", "score"):
            text = getattr(fund, f"{stage}_text")
            if _said(text):
                yield Check("kind", figure(text) is not None)


def _value(text: str | None) -> Decimal | None:
    found = figure(text) if text else None
    return found.value if found else None


def _rates(funds: list[records.Fund]) -> Iterator[Check]:
    for fund in funds:
        base = _value(fund.budget_text) or _value(fund.initial_text)
        spent, rate = _value(fund.executed_text), _value(fund.rate_text)
        if base and spent is not None and rate is not None and fund.rate_text:
            yield Check("rate", _agrees(rate, spent / base * 100, fund.rate_text))
        weight, score = fund.weight_points, fund.score_points
        if weight and score is not None and rate is not None:
            expected = weight * min(rate, Decimal(100)) / 100
            yield Check("rate_score", abs(expected - score) <= Decimal("0.51"))


def _agrees(printed: Decimal, computed: Decimal, text: str) -> bool:
    """Equal within one unit of the last printed place."""
    digits = len(text.partition(".")[2].rstrip("%％ ")) if "." in text else 0
    return abs(printed - computed) <= Decimal(1).scaleb(-digits)


def _parts(funds: list[records.Fund]) -> Iterator[Check]:
    """Σ sources and Σ structure parts equal the total row, or each other."""
    for stage in STAGES:
        sides = []
        for partition in ("total", "source", "structure"):
            own = [_value(getattr(f, f"{stage}_text")) for f in funds if f.partition == partition]
            if known := [value for value in own if value is not None]:
                sides.append(sum(known[:1] if partition == "total" else known, Decimal(0)))
        for other in sides[1:]:
            yield Check("parts", abs(other - sides[0]) <= Decimal("0.02"))


def _levels(rows: list[records.Indicator]) -> Iterator[Check]:
    """A level's printed weight is the sum of the rows under it; a name's label its row's weight."""
    groups: dict[tuple[str, str], tuple[Decimal, list[records.Indicator]]] = {}
    for row in rows:
        for depth in (1, 2):
            weight, at = getattr(row, f"level{depth}_weight_points"), row.places.get(f"level{depth}")
            if weight is not None and at is not None:
                groups.setdefault((f"level{depth}", at), (weight, []))[1].append(row)
        if row.level3_weight_points is not None and row.weight_points is not None:
            yield Check("label", row.level3_weight_points == row.weight_points)
    for (name, _), (weight, members) in groups.items():
        if any(row.weight_points is not None for row in members):
            yield Check(name, sum(row.weight_points or 0 for row in members) == weight)


def _scores(rows: list[records.Indicator]) -> Iterator[Check]:
    for row in rows:
        if row.weight_points is not None and row.score_points is not None:
            yield Check("score", 0 <= row.score_points <= row.weight_points)


def _totals(read: Read) -> Iterator[Check]:
    """Σ weights and Σ scores equal the total row, with or without the points for execution."""
    for total in read.totals[:1]:
        for column, text in (("weight", total.weight_text), ("score", total.score_text)):
            printed = points(text) if text else None
            own = once(read.indicators, column)
            if printed is None or not own:
                continue
            money = once(read.funds[:1], column)
            yield Check(f"total_{column}", printed in (sum(own), sum(own) + sum(money)))


def once(rows: Iterable[records.Indicator | records.Fund], column: str) -> list[Decimal]:
    """The points of a column, a cell merged over several rows counted once (its place is the same)."""
    seen: dict[str, Decimal] = {}
    for number, row in enumerate(rows):
        value = getattr(row, f"{column}_points")
        if value is not None:
            seen.setdefault(row.places.get(column, f"row {number}"), value)
    return list(seen.values())
