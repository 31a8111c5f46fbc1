"""B04: the number of subordinate units against the rows of the summary table.

比对：汇总表填报的单位行数减去本级一行，等于本级自评表所填的下属单位个数；汇总表没有本级一行的，行数等于
下属单位个数。
意义：个数不符说明有下属单位漏报，或个数填错。
不适用：自评表没有填下属单位个数；没有汇总表。预印的空行不计。
示例：下属单位个数0而汇总表填了3行；九行预印空行不报。
依据：自评情况汇总表注：第1行填本级，以下填所属单位。
"""

from __future__ import annotations

from collections.abc import Iterator

from extractors.records import Form
from rules.profile import Profile
from rules.quoting import cell, quote
from rules.rule import Outcome, Rule, failed, inapplicable, passed
from rules.submission import Submission
from rules.unitnames import near_variant, same_unit


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each department form that states the number."""
    summaries = submission.of_kind("summary")
    forms = [form for form in submission.of_kind("department") if form.subordinate_count is not None]
    if not summaries or not forms:
        yield inapplicable("没有汇总表，或自评表没有填下属单位个数")
        return
    for form in forms:
        yield _judge(submission, form, summaries[0])


def _judge(submission: Submission, form: Form, summary: Form) -> Outcome:
    rows = [row for row in submission.summary_of(summary) if not row.is_total and row.unit_name]
    count = form.subordinate_count or 0
    name = form.unit_name or ""
    own = any(same_unit(row.unit_name or "", name) or near_variant(row.unit_name or "", name) for row in rows)
    allowed = {len(rows) - 1} if own or len(rows) == 1 else {len(rows), len(rows) - 1}
    about = {
        "form": form,
        "subject": "下属单位个数",
        "evidence": [
            quote(form, "自评表·下属单位个数", str(count)),
            *(cell(row, "unit_name", "汇总表·预算单位") for row in rows[:12]),
        ],
    }
    if not rows:
        return inapplicable("汇总表没有填报单位", **about)
    if count in allowed:
        return passed(f"汇总表{len(rows)}行与下属单位个数{count}相符", **about)
    return failed(
        f"自评表下属单位个数为{count}，汇总表填报{len(rows)}行（含本级），应为{len(rows) - 1}",
        expected=str(len(rows) - 1),
        observed=str(count),
        **about,
    )


RULE = Rule(id="B04", title="下属单位个数=填报行数", severity="重要", confidence="确定", check=check)
