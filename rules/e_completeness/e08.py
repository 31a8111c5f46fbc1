"""E08: an indicator's name that holds its result or is a question.

比对：三级指标名称中是否写有本年完成结果（与完成值同数同单位），或含“是否”“有无”。
意义：名称应说明衡量什么；写进结果说明是事后填写，写成问句则没有衡量对象。
不适用：名称里的数字是任务数、目标数、日期；指标值与完成值相等时名称里的同一数字可以是目标。
示例：“补助的企业是否符合标准”“规上工业总产值完成55.73亿元”；“补助企业合规率”不报。
依据：财预〔2021〕101号：指标名称应简洁、指向明确。
"""

from __future__ import annotations

from collections.abc import Iterator

from rules.d_scores.d14 import named_results
from rules.profile import Profile
from rules.quoting import row_name
from rules.rule import Outcome, Rule, failed, inapplicable, passed
from rules.scoring import about, named
from rules.submission import Submission
from rules.text import first


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each faulty name, or one for all names of a form."""
    for form in submission.scored_forms:
        rows = [row for row in named(submission.indicators_of(form)) if row.level3]
        if not rows:
            yield inapplicable("没有三级指标名称", form=form)
            continue
        found, results = False, named_results(submission, form)
        for row in rows:
            asked = first(row.level3, "asked")
            if not asked and row.row not in results:
                continue
            found = True
            place = about(form, row, "level3", "actual")
            what = f"含“{asked}”，是问句" if asked else f"写有完成结果{row.actual_text}"
            yield failed(
                f"指标名称“{row_name(row)}”{what}", expected="只写衡量什么", observed=row.level3, **place
            )
        if not found:
            yield passed("指标名称中没有结果或问句", form=form)


RULE = Rule(id="E08", title="指标名称含结果或为问句", severity="一般", confidence="确定", check=check)
