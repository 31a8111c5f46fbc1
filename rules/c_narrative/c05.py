"""C05: figures of the form that the narrative does not mention.

比对：有分值的定量指标的全年完成值，叙述中有没有对应的数字；数量指标的年度指标值，在叙述写明了别的指标任务数时，有没
有写明。
意义：叙述是评分表数字的佐证；只有表内一个数，无从核对。
同一张表有三项以上完成值没有佐证的，由第一项合并说明，其余各项仍在数据集中（subsumed_by）；
已达标的管理类比率（公用经费控制率等）另由一项合并说明。
不适用：没有自评报告；分值不足1分；完成值不是数字。时效指标的100%由“按时完成”“完成率100%”一类的话佐证。
示例：96.25%、支付进度率100%在报告中没有数字，提示；报告写明三项任务数而未写“≥2家”，报告（一般）；112家不报。
依据：复核惯例：评分应有佐证；自评报告应说明各指标完成情况（财预〔2020〕10号）。
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import regex

from extractors.records import Form, Indicator
from rules import printed
from rules.linking.claims import is_missed
from rules.passages import told
from rules.profile import Profile
from rules.quoting import cell, row_name
from rules.rule import Outcome, Rule, failed, inapplicable, or_inapplicable, passed
from rules.stated import stated
from rules.submission import Submission

_ONE_POINT = 1
_MANY, _FEW, _NAMED = 3, 2, 5  # rows from which one line speaks for all; names that it gives
_MANAGED = regex.compile(r"管理|过程|投入|决策|预算")
_IN_TIME = regex.compile(r"时效|时间|及时|按时|按期|年底|完成时限|完工")
_SAID_IN_TIME = regex.compile(
    r"按时|按期|如期|及时|年底前|月底前|提前|\d月[^。；]{0,12}(?:完成|完工|到位|结束)"
)


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each row whose result, or target, the reports leave out."""
    yield from or_inapplicable(_outcomes(submission, profile), "没有占分值的定量指标")


def _outcomes(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    if not submission.reports:
        yield inapplicable("没有自评报告")
        return
    mentioned = {one.cell for one in stated(submission, profile)}
    in_time = any(_SAID_IN_TIME.search(passage.text) for passage in told(submission))
    for form in submission.scored_forms:
        rows = [row for row in submission.indicators_of(form) if _counts(row)]
        targets = any((row.form_id, row.row, "target") in mentioned for row in rows)
        found = [x for row in rows for x in _judge(form, row, mentioned, in_time=in_time, targets=targets)]
        hints = [x for x in found if x.severity == "提示"]
        usual = {row_name(row) for row in rows if _is_usual(row)}
        _say_together([x for x in hints if x.subject not in usual], _MANY)
        _say_together([x for x in hints if x.subject in usual], _FEW, "管理类比率（均达标）")
        yield from found


def _is_usual(row: Indicator) -> bool:
    """A ratio of management that met its target, as every form has some: 公用经费控制率, 预算完成率."""
    managed = _MANAGED.search(row.level1 or "") and (row.actual_unit or row.target_unit) == "%"
    return bool(managed) and printed.target(row) is not None and not is_missed(row)


def _say_together(found: list[Outcome], least: int, what: str = "") -> None:
    """The first of many rows of a form speaks for all; the others stay, replaced by it."""
    if len(found) < least:
        return
    first, *others = found
    names = "、".join(f"“{x.subject}”" for x in found[:_NAMED])
    more = "等" if len(found) > _NAMED else ""
    first.message = f"{names}{more}{len(found)}项{what}完成值在自评报告中没有对应的数字"
    first.evidence = [quote for x in found for quote in x.evidence]
    first.covers = tuple((RULE.id, *x.key) for x in others)


def _counts(row: Indicator) -> bool:
    weight = row.weight_points if row.weight_points is not None else row.level3_weight_points
    return (
        not row.is_detail and weight is not None and weight >= _ONE_POINT and printed.actual(row) is not None
    )


def _judge(
    form: Form, row: Indicator, mentioned: set[tuple[str, int, str]], *, in_time: bool, targets: bool
) -> Iterator[Outcome]:
    name = row_name(row)
    said = {column for column in ("actual", "target", "rate") if (row.form_id, row.row, column) in mentioned}
    about: dict[str, Any] = {"form": form, "key": (row.level1 or "", row.level2 or "", name), "subject": name}
    timely = in_time and _IN_TIME.search(f"{row.level2}{name}") is not None and row.actual_value == 100
    if not said & {"actual", "rate"} and not timely:
        yield failed(
            f"“{name}”完成值{row.actual_text}在自评报告中没有对应的数字",
            severity="提示",
            observed=row.actual_text,
            evidence=[cell(row, "actual")],
            **about,
        )
        return
    unsaid = targets and "target" not in said and "数量" in (row.level2 or "")
    if unsaid and printed.target(row) is not None and "rate" not in said:
        about["key"] = (*about["key"], "target")
        yield failed(
            f"“{name}”指标值{row.target_text}在自评报告中没有写明，报告写明了其他指标的任务数",
            severity="一般",
            observed=row.target_text,
            evidence=[cell(row, "target"), cell(row, "actual")],
            **about,
        )
        return
    yield passed(f"“{name}”在自评报告中有对应的数字", **about)


RULE = Rule(id="C05", title="评分表数字无佐证", severity="提示", confidence="确定", check=check)
