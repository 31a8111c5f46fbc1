"""E20: an indicator under the wrong parent.

比对：（一）数量指标填的是资金拨付、支出金额；（二）社会、经济、生态效益下列满意度；（三）同名指标既在产出又在效益。
意义：层级放错，花了钱就等于完成了产出，同一成绩在两处得分。
不适用：以金额计的业务量（交易额、产值、招商引资）；成本指标、时效指标下的资金；二级名称本身含满意度；没有二级指标的平铺表。
示例：“数量指标：拨付资金额”报告；“技术合同登记交易额≥6亿元”不报。
依据：财预〔2021〕101号各类指标的含义；复核口径：三级指标与二级指标不符的不予认可。
"""

from __future__ import annotations

from collections.abc import Iterator

from extractors.records import Form, Indicator
from rules.profile import Profile
from rules.quoting import row_name
from rules.rule import Outcome, Rule, failed, inapplicable, passed
from rules.scoring import about, named
from rules.submission import Submission
from rules.text import first, has, norm

_BENEFITS = ("社会效益", "经济效益", "生态效益", "可持续")


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each misplaced row, or one for each form."""
    for form in submission.scored_forms:
        rows = [row for row in named(submission.indicators_of(form)) if row.level2 and row.level3]
        if not rows:
            yield inapplicable("没有二级指标", form=form)
            continue
        outputs = {norm(row.level3 or "") for row in rows if _is_output(row)}
        found = [out for row in rows if (out := _judge(form, row, outputs)) is not None]
        yield from found or [passed("指标层级相符", form=form)]


def _judge(form: Form, row: Indicator, outputs: set[str]) -> Outcome | None:
    name, level2 = row.level3 or "", row.level2 or ""
    why = None
    if "数量" in level2 and row.target_unit == "元" and has(name, "spending_money"):
        spent = first(name, "spending_money")
        why = None if has(name, "business_volume") else f"是资金数（{spent}），不是产出数量"
    elif any(word in level2 for word in _BENEFITS) and "满意" in name and "满意" not in level2:
        why = "是满意度，不属于效益"
    elif _is_benefit(row) and norm(name) in outputs:
        why = "在产出指标下已有同名指标"
    if why is None:
        return None
    return failed(
        f"“{level2}”下的“{row_name(row)}”{why}",
        expected="指标与所属类别相符",
        observed=level2,
        **about(form, row, "level2", "level3", "target", "actual"),
    )


def _is_benefit(row: Indicator) -> bool:
    return "效" in (row.level1 or "") and "产出" not in (row.level1 or "")


def _is_output(row: Indicator) -> bool:
    return "产出" in (row.level1 or "")


RULE = Rule(id="E20", title="指标层级错位", severity="一般", confidence="推断", check=check)
