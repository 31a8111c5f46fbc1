"""A13: ratios inside the range that their name allows.

比对：名称属于“部分占总体”一类的比率（满意率、利用率、覆盖率、公开率等），完成值应在0—100%之间；控制率、
完成率、执行率只要求不小于0。
意义：超出可能范围的比率必是填错。
不适用：完成值不是百分数；名称带增长、提升、变动等，不是占比。
示例：满意率103%；执行率830.04%、完成率112%不报。
依据：比率的定义。
"""

from __future__ import annotations

from collections.abc import Iterator

from extractors.records import Form, Indicator
from rules.profile import Profile
from rules.quoting import cell, names, row_name
from rules.rule import Outcome, Rule, failed, inapplicable, passed
from rules.submission import Submission
from rules.text import has, norm


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each row whose result is a percentage."""
    for form in submission.scored_forms:
        rows = [
            row
            for row in submission.indicators_of(form)
            if row.actual_unit == "%" and row.actual_value is not None
        ]
        if not rows:
            yield inapplicable("没有以百分数填报的完成值", form=form)
        for row in rows:
            yield _judge(form, row)


def _judge(form: Form, row: Indicator) -> Outcome:
    name = norm(row.level3 or row.level2 or "")
    bounded = has(name, "bounded_ratio") and not has(name, "unbounded_ratio")
    about = {
        "form": form,
        "key": names(row),
        "subject": row_name(row),
        "evidence": [cell(row, "actual")],
    }
    value = row.actual_value_high if row.actual_value_high is not None else row.actual_value
    assert value is not None
    assert row.actual_value is not None
    if bounded and value > 100:
        message = f"“{row_name(row)}”完成值{row.actual_text}超过100%"
        return failed(message, expected="0—100%", observed=row.actual_text, **about)
    if row.actual_value < 0 and (bounded or has(name, "never_negative")):
        message = f"“{row_name(row)}”完成值{row.actual_text}小于0"
        return failed(message, expected="不小于0", observed=row.actual_text, **about)
    return passed(f"“{row_name(row)}”完成值{row.actual_text}在可能范围内", **about)


RULE = Rule(id="A13", title="比率值域", severity="重要", confidence="推断", check=check)
