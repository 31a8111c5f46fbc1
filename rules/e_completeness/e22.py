"""E22: a target and a result in units of different kinds.

比对：年度指标值与全年完成值都带单位时，两个单位能否换算、是否同类（人、户，公里、座，%、元）。
意义：单位不同的两数不能比较，是否达标、得分多少都无从判断。
不适用：一方没有单位；可以换算（公里与米、万元与元）；都是计数词的（人、人次，处、座、所，场、次），个、项、件；人次与次，分与%，百分点与%；范围、日期。
示例：指标值≥5万人，完成值5.2万户，报告；≥30公里对31500米、≥400人对386人次不报。
依据：完成值与指标值应为同一口径（财预〔2020〕10号）。本规则为目录之外增补。
"""

from __future__ import annotations

from collections.abc import Iterator

from extractors import units
from extractors.records import Indicator
from rules.grouping import is_absent
from rules.profile import Profile
from rules.quoting import row_name
from rules.rule import Outcome, Rule, failed, inapplicable, passed
from rules.scoring import about
from rules.submission import Submission

_KINDS = frozenset({"money", "share", "measure", "people", "counter"})
_PERSONS = frozenset({"人", "人次"})
_ALIKE = frozenset(
    map(frozenset, (("人次", "次"), ("分", "%"), ("百分点", "%"), ("倍", "%")))
)  # 满意度95分, 增幅6百分点
_ANYTHING = frozenset({"个", "项", "件"})  # said of whatever is counted


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each row that prints both units."""
    for form in submission.scored_forms:
        rows = [x for x in submission.indicators_of(form) if not is_absent(x) and _both(x)]
        if not rows:
            yield inapplicable("没有指标值、完成值都带单位的行", form=form)
        for row in rows:
            place = about(form, row, "target", "actual")
            target, actual = row.target_unit or "", row.actual_unit or ""
            if _comparable(target, actual):
                yield passed(f"“{row_name(row)}”指标值与完成值单位可比", **place)
                continue
            yield failed(
                f"“{row_name(row)}”指标值{row.target_text}，完成值{row.actual_text}，单位不同（{target}与{actual}）",
                expected=f"以{target}为单位的完成值",
                observed=row.actual_text,
                **place,
            )


def _both(row: Indicator) -> bool:
    numbers = row.target_kind == row.actual_kind == "number"
    return bool(numbers and row.target_unit and row.actual_unit)


def _comparable(a: str, b: str) -> bool:
    """Convertible, both counting words, or one that may count anything."""
    if (
        a == b
        or frozenset((a, b)) in _ALIKE
        or units.ratio(a, b) is not None
        or "/" in a
        or "/" in b
        or {a, b} & _ANYTHING
    ):
        return True
    kinds = units.names()
    first, second = kinds.get(a), kinds.get(b)
    if first not in _KINDS or second not in _KINDS:
        return True
    apart = (a in _PERSONS) != (b in _PERSONS)  # a household is no person
    return first == second and first in {"counter", "people"} and not apart


RULE = Rule(id="E22", title="指标值与完成值单位不一致", severity="一般", confidence="推断", check=check)
