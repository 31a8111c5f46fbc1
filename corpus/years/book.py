"""A city's material: sixty units, three years, honest as drawn."""

from __future__ import annotations

from copy import deepcopy
from decimal import ROUND_HALF_UP, Decimal
from random import Random
from typing import Any

import msgspec

from corpus.defects.drawing import Part, parts
from corpus.defects.inventing import OUTLINES, department, offices
from corpus.defects.sheet import CENT, Line, Sheet, percent
from corpus.years.prose import problems_and_measures, reason
from rules.register import Unit as Listed

YEARS = (2019, 2020, 2021)
DISTRICTS = (
    "云溪区",
    "青禾县",
    "望川县",
    "石桥区",
    "柳塘区",
    "安澜县",
    "竹岭县",
    "沙洲区",
    "临泉县",
    "东湾区",
)
_OUTPUTS = (4, 4, 4, 3)  # rows that a year's plan may exceed


class File(msgspec.Struct, kw_only=True):
    """One file to be handed in: where it lies, in which format, what it shows."""

    path: str
    format: str
    parts: list[Part]


class Office(msgspec.Struct, kw_only=True):
    """One unit: a sheet a year, further files of any year."""

    name: str
    number: int
    years: list[Sheet]
    more: list[File] = []
    silent: set[int] = set()  # years in which it hands in nothing

    @property
    def last(self) -> Sheet:
        """The latest year."""
        return self.years[-1]


class Case(msgspec.Struct, frozen=True, kw_only=True):
    """What a rule has to say: it fires, or it leaves a near miss alone.

    `unit` None: said of any submission of the year. `also` are rules that rightly report what follows.
    """

    rule: str
    fires: bool
    unit: str | None
    year: int | None
    also: frozenset[str] = frozenset()


class Book(msgspec.Struct, kw_only=True):
    """All units, the register, what is planted."""

    offices: list[Office]
    register: list[Listed] = []
    cases: list[Case] = []
    spare: list[Office] = []  # units that take part in a case beside the one it is about

    def files(self) -> list[File]:
        """Every file of every unit."""
        out = []
        for office in self.offices:
            for sheet in office.years:
                if sheet.year not in office.silent:
                    path = f"{sheet.year}/{office.number:02d}/自评材料.{sheet.format}"
                    out.append(File(path=path, format=sheet.format, parts=parts(sheet)))
            out += office.more
        return out


def honest(seed: int, formats: tuple[str, ...] = ("txt",)) -> Book:
    """Sixty units of ten districts; nobody has copied, forgotten or changed anything."""
    listed = [
        _office(number, district, about, Random(seed * 1000 + number), formats)
        for number, (district, about) in enumerate((d, o) for d in DISTRICTS for o in offices())
    ]
    return Book(offices=listed, register=[Listed(name=office.name) for office in listed])


def _office(
    number: int, district: str, about: dict[str, Any], draw: Random, formats: tuple[str, ...]
) -> Office:
    first = department(draw.randrange(10**6), about)
    first.district, first.year, first.subordinates = district, YEARS[0], []
    first.outline, first.format = draw.choice(OUTLINES), draw.choice(formats)
    _strict(first, draw, 4)
    sheets = [_told(first, about, draw)]
    for _ in YEARS[1:]:
        sheets.append(later(sheets[-1], about, draw))
    return Office(name=first.unit, number=number, years=sheets)


def later(before: Sheet, about: dict[str, Any], draw: Random) -> Sheet:
    """The same unit a year on: plans near last year's results, other sums, another total."""
    sheet = deepcopy(before)
    sheet.year, sheet.texts = before.year + 1, {}
    for line in sheet.lines:
        line.score, line.reason, line.said = None, None, None
    _grow(sheet, before, draw)
    while sheet.total == before.total or not any(line.missed for line in sheet.lines):
        _grow(sheet, before, draw)
    return _told(sheet, about, draw)


def _grow(sheet: Sheet, before: Sheet, draw: Random) -> None:
    _strict(sheet, draw, 0)
    for line, old in zip(sheet.lines, before.lines, strict=True):
        if line.goal is not None and old.result is not None and line.unit != "%":
            step = Decimal(1).scaleb(int(old.goal.as_tuple().exponent) if old.goal is not None else 0)
            line.goal = (old.result * Decimal(draw.choice(("0.95", "1", "1.05")))).quantize(step)
            shares = (
                ("1", "1.04")
                if line.level2 == "社会效益指标"
                else ("0.86", "0.9", "1", "1", "1.04", "1.08", "1.12")
            )
            line.result = (line.goal * Decimal(draw.choice(shares))).quantize(step)
            line.hand = draw.randrange(1000)
    for money, old_money in zip(sheet.funds[2:], before.funds[2:], strict=True):
        money.budget = (old_money.budget * Decimal(draw.randrange(93, 112)) / 100).quantize(CENT)
        money.executed = (money.budget * Decimal(draw.randrange(920, 1000)) / 1000).quantize(CENT)
    settle(sheet)


def settle(sheet: Sheet) -> None:
    """Let the sums and the rates of the management rows follow from the parts of the money."""
    whole, other, *structure = sheet.funds
    for column in ("budget", "executed"):
        value = sum((getattr(part, column) for part in structure), Decimal(0))
        setattr(whole, column, value - getattr(other, column))
    rate = percent(whole.executed + other.executed, whole.budget + other.budget).rstrip("%")
    sheet.named("预算完成率").result = Decimal(rate)
    posts, filled = sheet.staff
    staffed = (Decimal(filled) / posts * 100).quantize(CENT, ROUND_HALF_UP)
    sheet.named("在职人员控制率").result = staffed


def _told(sheet: Sheet, about: dict[str, Any], draw: Random) -> Sheet:
    missed = [line for line in sheet.lines if line.missed]
    problems, measures = problems_and_measures([matter[1] for matter in about["matters"]], draw)
    problems[0] += "".join(f"{line.verb}未达到目标。" for line in missed)
    sheet.texts = {"problems": problems, "measures": measures}
    sheet.reason = reason(draw)
    for line in missed:
        line.reason = reason(draw).format(verb=line.verb)
    return sheet


def _strict(sheet: Sheet, draw: Random, least: int) -> None:
    """Points lost in some rows of management, as a severe supervisor takes them."""
    rows = [x for x in sheet.lines if x.level1 == "管理指标"]
    for line in rows:
        line.score = line.reason = None
    for line in draw.sample(rows, draw.randrange(least, 6)):
        line.score = line.weight - draw.choice((1, 1, 1, 2))
        line.reason = reason(draw).format(verb=line.name)


def named(book: Book, number: int) -> Office:
    """A unit by its number."""
    return book.offices[number]


def outputs(sheet: Sheet) -> list[Line]:
    """Counted outputs in whole things."""
    return [line for line in sheet.quantities if line.unit not in ("万元", "公里")]
