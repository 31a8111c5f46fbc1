"""E19: the same indicator twice.

比对：同一张表内一级、二级、三级指标名称都相同的行；指标值、完成值也相同的为重复，不同的请核实是否两个指标同名。
意义：重复的行会把同一成绩计两次分。
不适用：上级指标不同；其中项；没有三级名称的行；跨页重印的表头。
示例：“培训人次”一行粘贴两次，报告；“管理制度健全性”分属预算管理、资产管理，不报。
依据：复核口径：同一指标只计一次。
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from extractors.records import Form, Indicator
from rules.profile import Profile
from rules.quoting import cell, names, row_name
from rules.rule import Outcome, Rule, failed, inapplicable, lead, passed
from rules.scoring import named
from rules.submission import Submission
from rules.text import norm


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each name that stands twice, or one for each form."""
    for form in submission.scored_forms:
        rows = [x for x in named(submission.indicators_of(form)) if x.level3 and not x.is_detail]
        if not rows:
            yield inapplicable("没有三级指标", form=form)
            continue
        twice = [group for group in _same(rows) if len(group) > 1]
        for group in twice:
            yield _judge(form, group)
        if not twice:
            yield passed("没有重名的指标", form=form)


def _same(rows: list[Indicator]) -> list[list[Indicator]]:
    out: dict[tuple[str, ...], list[Indicator]] = defaultdict(list)
    for row in rows:
        out[norm(row.level1 or ""), norm(row.level2 or ""), norm(row.level3 or "")].append(row)
    return list(out.values())


def _judge(form: Form, group: list[Indicator]) -> Outcome:
    first = group[0]
    columns = ("level3", "target", "actual")
    about: dict[str, Any] = {
        "form": form,
        "key": names(first),
        "subject": row_name(first),
        "evidence": [cell(row, column) for row in group for column in columns],
    }
    values = {(norm(x.target_text or ""), norm(x.actual_text or ""), x.weight_text) for x in group}
    if len(values) == 1:
        return failed(f"“{row_name(first)}”一行在同一上级指标下出现{len(group)}次，各栏相同", **about)
    return lead(f"同一上级指标下有{len(group)}个“{row_name(first)}”，指标值或分值不同，请核实", **about)


RULE = Rule(id="E19", title="重复指标行", severity="重要", confidence="确定", check=check)
