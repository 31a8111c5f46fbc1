"""A05: the weights of the rows under a 二级指标 against the weight printed at its name.

比对：二级指标名称所标（N分），与其下各行分值之和；合并单元格只计一次，“其中”行不计。
意义：权重是评分的基础，二级与三级不符，总分就无从成立。
不适用：二级指标没有标注分值；整组分值都空白（由E01报告）；某行分值无法识别为数字。
示例：数量指标（10分）下 2、2、2、2、1；资产管理（5分）下2＋2＋1不报，标注写在单元格第二行也不报。
依据：自评表“二级指标（N分）”“分值”栏；权重为准确值，不容差。
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from extractors.records import Form
from rules.grouping import Group, blank, groups, summed, unread
from rules.profile import Profile
from rules.quoting import as_printed, cell, place
from rules.rule import Outcome, Rule, failed, inapplicable, passed
from rules.submission import Submission
from rules.wording import listed, plain, points


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each 二级 group that prints a weight."""
    for form in submission.scored_forms:
        rows = submission.indicators_of(form)
        labelled = [group for group in groups(rows, 2) if group.weight is not None]
        if not labelled:
            yield inapplicable("二级指标未标注分值", form=form)
        if any(row.weight_points is not None for row in rows):
            for group in labelled:
                yield _judge(submission, form, group)


def _judge(submission: Submission, form: Form, group: Group) -> Outcome:
    total, label = summed(group.rows, "weight"), group.weight or 0
    name = f"{group.name}（{points(label)}）"
    about: dict[str, Any] = {"form": form, "key": group.names, "subject": name}
    if any(unread(row, "weight") for row in group.rows):
        return inapplicable(f"“{name}”下有分值无法识别为数字，未核对", **about)
    blanks = blank(group.rows, "weight")
    about["evidence"] = [
        cell(group.rows[0], "level2", "二级指标"),
        *(cell(row, "weight") for row in group.rows if not row.is_detail),
    ]
    about["uses"] = [place(row, "weight") for row in group.rows]
    if group.allows(total):
        return passed(f"“{name}”下各行分值之和相等", **about)
    diagnosis = None
    if blanks:
        diagnosis = f"{listed([row.level3 or '（空白）' for row in blanks])}分值空白"
    about["evidence"] = [as_printed(submission, x) for x in about["evidence"]]
    return failed(
        f"“{name}”下各行分值之和为{plain(total)}，与标注的{plain(label)}不符",
        expected=plain(label),
        observed=plain(total),
        difference=plain(abs(label - total)),
        diagnosis=diagnosis,
        **about,
    )


RULE = Rule(id="A05", title="三级分值合计=二级标注", severity="严重", confidence="确定", check=check)
