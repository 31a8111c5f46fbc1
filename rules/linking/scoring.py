"""How likely a figure speaks of a cell."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

import msgspec
import regex

from extractors.numerals.fraction import Fraction
from extractors.records import Figure, Indicator
from extractors.units import ratio
from rules import printed
from rules.comparing import Comparison, are_one, derived, same_fact
from rules.denotation import Printed
from rules.diagnosing import scale_slip
from rules.linking.context import Context
from rules.linking.names import abbreviates, alike, apart, core, held

_GROWTH_NAME = regex.compile(
    r"增长|增幅|增速|增量|提高|提升|下降|降低|减少|减量|增加|压减|压缩|缩短|变化|变动|节约率"
)
_DONE = regex.compile("(?<![应拟待需要未])(?:完成|实际|已[经]?|建成|实现|达到)(?!时|后|率)")
_AIMED = regex.compile("目标|任务|计划")
_MONEY_NAME = regex.compile(r"资金|预算|经费|拨款|支出")
_AMOUNT_NAME = regex.compile("金额|成本|费用|资金|款")
_MONEY_SPOKEN = regex.compile(r"资金|预算|经费|拨款|支出|执行|决算|到位|安排|支付|拨付|兑付|使用")
# Groups of words that keep a differing figure from a cell, not an equal one.
_ONLY_CONFLICTS = {"added", "stock", "summed", "total"}
_ADDED = regex.compile("新|增|认定|培育|引进|发展|入库")
_ABBREVIATED = 0.5
_SPLIT, _NOUN, _WHOSE = 0.9, 3, 2  # 满意度 of 农牧民: as good as the name; characters of either half
_GROWN = 0.7  # % beside 百分点: likewise
_BETWEEN = regex.compile(r"[，,、；;（(：:]")
_MANY, _PLACES = Fraction(8), 8
_PER = 0.3  # 元 beside 元/人: the same only where the values agree
_MONEY_KINDS = {"budget", "executed"}
_RATE_UNITS = {"%", "‰", "‱", "百分点"}
_SAME_UNIT = [
    {"人", "人次"},
    {"个", "家"},
    {"个", "所"},
    {"个", "处"},
    {"户", "家"},
    {"台", "套", "台套"},
    {"场", "次", "场次"},
    {"册", "本"},
    {"件", "起"},
    {"条", "件"},
]


class Cell(msgspec.Struct, frozen=True, kw_only=True):
    """A numeric cell of an indicator row that a figure may speak of."""

    row: Indicator
    column: str  # target | actual | rate
    value: Printed | None  # None for rate: computed from actual and target
    unit: str | None

    @property
    def key(self) -> tuple[str, int, str]:
        """Form, row, column."""
        return self.row.form_id, self.row.row, self.column

    @property
    def name(self) -> str:
        """What the row measures."""
        return self.row.level3 or ""


class Weights(msgspec.Struct, frozen=True):
    """How much each sign counts; set on the labelled paragraphs of tests/linking."""

    name: float = 0.62
    value: float = 0.26
    equal: float = 0.04  # the very value, where another cell agrees by rounding
    unit: float = 0.10
    slip: float = 0.22  # the same digits in another order or at another scale: the cell, misprinted
    unique: float = 0.16  # no other cell and no other figure has this value and unit
    follows: float = 0.42
    column: float = 0.30  # taken off where the figure's kind points at another column
    done: float = 0.50  # likewise, where the words say that it was reached and the cell is what was aimed at
    elsewhere: float = 0.40  # taken off for a part, another period, another place
    again: float = 0.22  # what a differing second mention of a cell needs beyond the threshold
    threshold: float = 0.46  # below it a figure has no counterpart


WEIGHTS = Weights()


def cells(row: Indicator) -> list[Cell]:
    """The numeric cells of a row; `rate` where both target and actual are numbers and no share themselves."""
    target, actual = printed.target(row), printed.actual(row)
    out = []
    if target is not None:
        out.append(Cell(row=row, column="target", value=target, unit=row.target_unit))
    if actual is not None:
        out.append(Cell(row=row, column="actual", value=actual, unit=row.actual_unit or row.target_unit))
    if target is not None and actual is not None and target.value and not is_rate(row):
        out.append(Cell(row=row, column="rate", value=None, unit="%"))
    return out


def is_rate(row: Indicator) -> bool:
    """The row itself measures a share."""
    return (row.actual_unit or row.target_unit) in _RATE_UNITS


def compare(figure: Figure, cell: Cell) -> Comparison | None:
    """The figure against the cell at the printed precision; None where either is no number."""
    said = _said(figure, cell)
    if said is None:
        return None
    if cell.value is None:
        return _rate(said, cell.row)
    return same_fact(*_sides(figure, said, cell, cell.value))


def agrees(figure: Figure, cell: Cell) -> bool:
    """Whether the figure is consistent with the cell."""
    said = _said(figure, cell)
    if said is None or (cell.value is None and _is_far(said, cell.row)):
        return False
    if cell.value is None:
        compared = _rate(said, cell.row)
        return compared is not None and compared.agrees
    return are_one(*_sides(figure, said, cell, cell.value))


def _said(figure: Figure, cell: Cell) -> Printed | None:
    """The figure in the cell's unit: 2840公顷 is 28.4平方公里, 1.2倍 is 120%."""
    said = printed.figure(figure)
    if said is None or figure.unit == cell.unit or not figure.unit or not cell.unit:
        return said
    times = Fraction(100) if (figure.unit, cell.unit) == ("倍", "%") else ratio(figure.unit, cell.unit)
    return said if times is None else _times(said, times)


def _times(said: Printed, times: Fraction) -> Printed:
    high = None if said.high is None else said.high * times
    return msgspec.structs.replace(said, value=said.value * times, step=said.step * times, high=high)


def _sides(figure: Figure, said: Printed, cell: Cell, value: Printed) -> tuple[Printed, Printed]:
    """What is compared: without a sign that a word of direction says, targets as thresholds."""
    if figure.direction == "down" and value.value < 0:
        said = msgspec.structs.replace(said, value=-said.value)
    elif figure.direction == "up" and value.value < 0 < said.value:
        said = msgspec.structs.replace(said, qualifier=None, exact=True)
    if cell.column == "target":  # a threshold, whatever sign or word stands before it
        said = msgspec.structs.replace(said, qualifier=None) if said.qualifier else said
        value = msgspec.structs.replace(value, exact=False)
    return said, value


def _rate(said: Printed, row: Indicator) -> Comparison | None:
    target, actual = printed.target(row), printed.actual(row)
    if target is None or actual is None or not target.value or target.high or actual.high:
        return None
    return derived(said, lambda a, t: a / t * 100, actual, target)


def _is_far(said: Printed, row: Indicator) -> bool:
    """Whether a figure lies beyond what rounded or cut operands explain: a sieve, with room to spare."""
    target, actual = printed.target(row), printed.actual(row)
    if said.qualifier or said.high is not None or target is None or actual is None:
        return False
    (a, off_a), (t, off_t) = ((float(x.value), float(x.step)) for x in (actual, target))
    if a < 0 or t <= 2 * off_t:
        return False
    low, high = 100 * (a - 2 * off_a) / (t + 2 * off_t), 100 * (a + 2 * off_a) / (t - 2 * off_t)
    return not low - 1 <= float(said.value) + float(said.step) <= high + 1 + 2 * float(said.step)


def fits(figure: Figure, cell: Cell) -> float:
    """0 where the units cannot be the same quantity's, 1 where they are equal."""
    fit = _fit(figure.unit or "", cell.unit or "")
    return fit if fit is not None else _GROWN if _GROWTH_NAME.search(cell.name) else 0.0


@lru_cache(maxsize=65536)
def may_fit(a: str | None, b: str | None) -> bool:
    """Whether a figure in one unit can speak of a cell in another at all: `fits` is 0 otherwise."""
    return _fit(a or "", b or "") != 0.0


@lru_cache(maxsize=65536)
def _fit(a: str, b: str) -> float | None:
    """The same for two units; None for % beside 百分点, where the name decides."""
    if a == b:
        return 1.0
    if {a, b} == {"%", "百分点"}:
        return None
    if a and b and ratio(a, b) is not None:
        return 0.9
    if not a or not b or (a, b) == ("倍", "%"):
        return 0.5
    if a.startswith(f"{b}/") or b.startswith(f"{a}/"):
        return _PER
    return 0.6 if any({a, b} <= family for family in _SAME_UNIT) else 0.0


def right_column(figure: Figure, cell: Cell) -> bool | None:
    """Whether the figure's kind points at the cell's column; None where it rules the row out."""
    kind = figure.kind or "actual"
    if kind == "previous":
        return None
    if kind == "growth":
        return cell.column == "actual" if _GROWTH_NAME.search(cell.name) else None
    if kind == "completion_rate":
        return cell.column == ("actual" if is_rate(cell.row) else "rate")
    if cell.column == "rate":
        return None
    if kind in {"target", "budget"}:
        return cell.column == "target"
    return cell.column == "actual"


def score(
    figure: Figure,
    cell: Cell,
    context: Context,
    before: Indicator | None,
    unique: bool,
    weights: Weights = WEIGHTS,
) -> float:
    """How likely the figure speaks of the cell; below `weights.threshold` it does not.

    `before` is the row that the figure before it in the sentence was matched with; `unique` says
    that no other cell and no other figure of the text has the figure's value and unit.
    """
    fit, column = fits(figure, cell), right_column(figure, cell)
    if figure.kind == "growth" and column is not None and _AIMED.search(context.since):
        column = cell.column == "target"
    if fit == 0 or column is None:
        return 0.0
    same = agrees(figure, cell)
    if same and figure.kind == "budget" and cell.column == "actual":  # 到位资金 may be the result
        column = True
    if not same and (not column or fit in (_PER, _GROWN) or "apart" in context.cues):
        return 0.0
    if not same and _is_of_another_size(figure, cell):
        return 0.0
    if apart(figure.subject or context.since, cell.name):
        return 0.0
    likeness = _likeness(figure, cell, context, same=same)
    if (same or _slipped(figure, cell)) and abbreviates(figure.subject or "", cell.name):
        likeness = max(likeness, _ABBREVIATED)
    total = weights.name * likeness + weights.unit * fit
    if same:
        total += (
            weights.value
            + weights.equal * (column and _equal(figure, cell))
            + weights.unique * (unique and (likeness > 0 or _touches(figure, cell, context)))
        )
    elif _slipped(figure, cell):
        total += weights.slip
    away = _elsewhere(context, cell, same=same, right=column, alone=unique)
    if context.follows and before is not None and before is cell.row and (same or not away):
        total += weights.follows
    done = figure.kind == "actual" and cell.column == "target" and _DONE.search(context.since)
    total -= (weights.done if done else weights.column) * (not column)
    return total - weights.elsewhere * away


def _likeness(figure: Figure, cell: Cell, context: Context, *, same: bool) -> float:
    name, subject = cell.name, figure.subject or ""
    spoken = alike(subject, name) if subject else 0.0
    words = max(held(name, context.since), 0.9 * held(name, context.after) if context.after else 0.0)
    money = figure.kind in _MONEY_KINDS and figure.unit == "元"
    if money and same and _AMOUNT_NAME.search(name):
        words = max(words, _ABBREVIATED)
    if money and _MONEY_NAME.search(name) and _MONEY_SPOKEN.search(subject or context.since):
        words = max(words, 0.8)
    return max(spoken, 0.9 * words, _SPLIT if _split(name, subject, context) else 0.0)


def _split(name: str, subject: str, context: Context) -> bool:
    """Whether the name ends in what is spoken of, its beginning in the sentence: 调查农牧民500人，满意度."""
    for what in (subject, _BETWEEN.split(context.since.rstrip("为是达到 "))[-1].strip()):
        whose = name.removesuffix(what) if len(what) >= _NOUN else name
        if whose != name and len(whose) >= _WHOSE and whose in context.sentence:
            return True
    return False


def _equal(figure: Figure, cell: Cell) -> bool:
    said = _said(figure, cell)
    return said is not None and cell.value is not None and said.value == cell.value.value


def _touches(figure: Figure, cell: Cell, context: Context) -> bool:
    """Whether the name has a character of what is spoken of: 办班 and 培训班."""
    spoken = core(figure.subject or "") + core(context.since)
    return not set(core(cell.name)).isdisjoint(spoken)


def _slipped(figure: Figure, cell: Cell) -> bool:
    if cell.value is None or figure.value is None:
        return False
    a, b = _digits(figure.value), _digits(cell.value.value)
    return bool(a) and a == b


def _is_of_another_size(figure: Figure, cell: Cell) -> bool:
    """Whether a value is many times the cell's, or a small part, and no misprint: 1,204公里, 13.4公里."""
    said = _said(figure, cell)
    if said is None or cell.value is None or not said.value or not cell.value.value or _slipped(figure, cell):
        return False
    times = abs(Fraction(said.value) / Fraction(cell.value.value))
    return (times > _MANY or times < 1 / _MANY) and scale_slip(said, cell.value) is None


@lru_cache(maxsize=65536)
def _digits(value: Decimal | Fraction) -> list[str]:
    """The digits of a number in order of size, without the zeros around them."""
    exact = Fraction(value)
    whole = exact * 10**_PLACES  # 32.5 has the digits of 325
    return sorted(str(abs(whole.numerator)).strip("0")) if whole.denominator == 1 else []


def _elsewhere(context: Context, cell: Cell, *, same: bool, right: bool, alone: bool) -> bool:
    """Whether the words speak of a part, another period, another place, which the row's name does not."""
    cues = {group for group, word in context.cues.items() if word not in cell.name}
    if same:
        cues -= _ONLY_CONFLICTS
        if cell.column == "target" and right:  # 超出控制数16万元, 年初预计300件
            cues -= {"difference", "later", "apart"}
    if _ADDED.search(cell.name):
        cues.discard("added")
    places = {place for place in context.places if place[-2:] not in cell.name}
    return bool(cues) or bool(places and not (same and alone))
