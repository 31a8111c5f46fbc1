"""What an indicator row achieved: met or missed, by how much, scored how."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import msgspec
from msgspec.structs import replace

from extractors.numerals.fraction import Fraction
from extractors.records import Form, Indicator
from rules import expecting, printed
from rules.dating import in_time
from rules.denotation import Printed
from rules.directing import direct, operator
from rules.expecting import EQUAL, HIGHER, LOWER, Expectation
from rules.grouping import is_bonus
from rules.submission import Submission
from rules.text import norm

_NOTHING = Fraction(0)


class Achievement(msgspec.Struct, frozen=True, kw_only=True):
    """One indicator row, judged on the values written.

    `met` is None where no comparison is certain: words, other units, a sign against the nature
    of the indicator, a value that meets the target only as printed. `percent` is actual/target.
    """

    row: Indicator
    met: bool | None = None
    numeric: bool = False
    direction: str | None = None  # higher lower equal
    actual: Fraction | None = None
    target: Fraction | None = None
    percent: Fraction | None = None
    weight: Fraction | None = None  # None as well where the cell spans several rows
    score: Fraction | None = None
    why: str = ""  # why `met` is None

    @property
    def full(self) -> bool:
        """All points given."""
        return self.weight is not None and self.score == self.weight

    @property
    def lost(self) -> Fraction:
        """Points not given; 0 where weight or score is not printed."""
        if self.weight is None or self.score is None or self.score == self.weight:
            return _NOTHING
        return max(self.weight - self.score, _NOTHING)

    @property
    def expected(self) -> list[Expectation]:
        """Points by each accepted formula; empty where achievement is not a number."""
        if not self.numeric or self.weight is None or self.actual is None or self.target is None:
            return []
        return expecting.expected_points(self.weight, self.actual, self.target, self.direction or HIGHER)


def achievements(submission: Submission, form: Form) -> list[Achievement]:
    """Each indicator row of a form that could be scored: no 其中 rows, no 加分项."""
    return submission.once("achievements", form, lambda: _judged(submission.indicators_of(form)))


def _judged(rows: list[Indicator]) -> list[Achievement]:
    spans = _spanning(rows)
    return [_judge(row, row.row in spans) for row in rows if not row.is_detail and not is_bonus(row)]


def scored(submission: Submission, form: Form) -> list[Achievement]:
    """Those with a weight above 0 and a score of their own."""
    return submission.once("scored achievements", form, lambda: _scored(achievements(submission, form)))


def _scored(found: list[Achievement]) -> list[Achievement]:
    return [x for x in found if x.weight and x.score is not None]


def judge(row: Indicator) -> Achievement:
    """The achievement of one row whose cells are its own."""
    return _judge(row, False)


def _spanning(rows: list[Indicator]) -> set[int]:
    """The rows whose weight or score cell spans other rows as well."""
    out: set[int] = set()
    for column in ("weight", "score"):
        seen = Counter(row.places[column] for row in rows if column in row.places)
        out |= {row.row for row in rows if seen.get(row.places.get(column, ""), 0) > 1}
    return out


def _judge(row: Indicator, spans: bool) -> Achievement:
    bare = Achievement(
        row=row,
        weight=None if spans or row.weight_points is None else Fraction(row.weight_points),
        score=None if spans or row.score_points is None else Fraction(row.score_points),
    )
    target, actual = printed.target(row), printed.actual(row)
    why = _hindrance(row)
    if why or target is None or actual is None:
        by_date = in_time(row.target_text or "", row.actual_text or "")
        return replace(
            bare, met=_same_words(row) if by_date is None else by_date, why=why or "不是可比的数值"
        )
    direction, why = direct(row)
    if direction == EQUAL and _none_wanted(row):
        direction = LOWER
    if direction is None:
        same = (actual.value, actual.high) == (target.value, target.high)
        return replace(bare, met=True if same else None, why=why)
    return _compare(bare, target, actual, direction)


def _compare(bare: Achievement, target: Printed, actual: Printed, direction: str) -> Achievement:
    """Written values against each other; a reported range is judged by its worse end."""
    lowest, highest = actual.value, actual.high if actual.high is not None else actual.value
    sign = operator(bare.row, direction)
    met = expecting.met(highest, sign, target.value, target.high, lowest)
    worst = highest if direction == LOWER else lowest
    bound = target.high if target.high is not None and worst > target.high else target.value
    if not met and expecting.only_as_printed(actual, bound):
        return replace(bare, why="按印出的位数不足以判断是否达到")
    if not met and direction == EQUAL and worst > bound:
        return replace(bare, why="超过“＝”指标值或区间上限")
    return replace(
        bare,
        met=met,
        numeric=target.high is None,
        direction=direction,
        actual=worst,
        target=bound,
        percent=expecting.achievement(worst, bound),
    )


def _none_wanted(row: Indicator) -> bool:
    """`=0`: nothing of it may happen; every one is a miss (the official module scores it 0)."""
    return row.target_value == 0 and row.target_value_high is None


def _hindrance(row: Indicator) -> str | None:
    """Why target and result do not compare as numbers."""
    if row.target_kind != "number" or row.actual_kind != "number":
        return "不是可比的数值"
    if row.target_unit and row.actual_unit and row.target_unit != row.actual_unit:
        return f"单位不同（{row.target_unit}与{row.actual_unit}）"
    if _loses_scale(row):
        return "完成值未印单位，量级与指标值不同"
    return None


def _same_words(row: Indicator) -> bool | None:
    """A qualitative row is met where the result repeats the target word for word."""
    if row.target_kind != "text" or row.actual_kind != "text":
        return None
    return True if norm(row.target_text or "") == norm(row.actual_text or "") != "" else None


def _loses_scale(row: Indicator) -> bool:
    """≥95% beside 0.96, ≥6亿元 beside 6.4: the printed numbers compare, the values do not."""
    if row.target_unit is None or row.actual_unit is not None:
        return False
    target, actual = row.target_value, row.actual_value
    if target is None or actual is None or not target or not actual:
        return False
    ratio = Fraction(actual) / Fraction(target)
    scaled = any(word in (row.target_text or "") for word in ("万", "亿", "千", "%", "％", "百"))
    return scaled and not Fraction(1, 10) <= ratio <= 10


def missed(found: Iterable[Achievement]) -> list[Achievement]:
    """Those that certainly missed their target."""
    return [x for x in found if x.met is False]
