"""B03: the unit's name in the summary table against its form.

比对：汇总表的预算单位名称，与整体支出绩效自评表的评价部门名称；去掉省、市、区、县等地名前缀、单位代码和
“本级”后比较。
意义：名称不一致，汇总时会被当成两个单位。
不适用：一方空白；汇总表有多个单位，既没有名称相近的一行，报告的单位也不在其中。地名前缀有无、通行简称（教体局）不算不一致。
示例：科技和工业信息局与科技和工业信息化局；带不带“临江市”不报。
依据：单位法定名称以机构编制批复为准。
"""

from __future__ import annotations

from collections.abc import Iterator

from extractors.records import Evidence, Form, SummaryRow
from rules.profile import Profile
from rules.quoting import cell, quote
from rules.rule import Outcome, Rule, failed, inapplicable, passed
from rules.submission import Submission
from rules.unitnames import core, near_variant, same_unit


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each department form beside a summary table."""
    summaries, forms = submission.of_kind("summary"), submission.of_kind("department")
    if not summaries or not forms:
        yield inapplicable("没有汇总表或整体支出自评表")
        return
    rows = [row for row in submission.unit_rows if row.unit_name]
    reported = [form.unit_name for form in submission.reports if form.unit_name]
    for form in forms:
        yield _judge(form, rows, reported)


def _judge(form: Form, rows: list[SummaryRow], reported: list[str]) -> Outcome:
    name = form.unit_name
    if not name or not rows:
        return inapplicable("自评表或汇总表没有单位名称", form=form)
    same = next((row for row in rows if same_unit(row.unit_name or "", name)), None)
    if same is not None:
        return passed("汇总表与自评表单位名称一致", form=form, evidence=_quotes(form, same))
    near = next((row for row in rows if near_variant(row.unit_name or "", name)), None)
    told = (row for row in rows if any(same_unit(row.unit_name or "", x) for x in reported))
    row = near or (rows[0] if len(rows) == 1 else next(told, None))
    if row is None:
        return inapplicable(f"汇总表{len(rows)}个单位中没有与“{name}”名称相近的", form=form)
    return failed(
        f"单位名称不一致：汇总表“{row.unit_name}”，自评表“{name}”",
        form=form,
        subject=name,
        expected=core(name),
        observed=core(row.unit_name or ""),
        evidence=_quotes(form, row),
    )


def _quotes(form: Form, row: SummaryRow) -> list[Evidence]:
    return [cell(row, "unit_name", "汇总表·预算单位"), quote(form, "自评表·评价部门名称", form.unit_name)]


RULE = Rule(id="B03", title="单位名称一致（表间）", severity="重要", confidence="确定", check=check)
