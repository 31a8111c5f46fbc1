"""E01: a weighted group of indicators left blank.

比对：二级指标标有分值，而其下各行分值全部空白，或三级指标为“无”。并说明这些分值在印出的总分里是怎样处理
的。
意义：空白指标的分值或被算成满分，或凭空消失，总分都不可信。
不适用：二级指标没有标注分值（如生态效益指标不适用而不设分）；其下有一行填了分值；整张表没有分值栏。
示例：可持续影响指标（10分），三级为“无”；生态效益指标无分值不报。
依据：财预〔2020〕10号：某类指标不适用的，分值应调整到其他指标，合计仍为100分。
"""

from __future__ import annotations

from collections.abc import Iterator

from extractors.numerals.fraction import Fraction
from extractors.records import Form
from rules.a_arithmetic.a09 import recomputed
from rules.grouping import Group, counted, groups, unread
from rules.profile import Profile
from rules.quoting import cell, place
from rules.rule import Outcome, Rule, failed, inapplicable, passed
from rules.submission import Submission
from rules.wording import plain, points


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each labelled 二级 group."""
    for form in submission.scored_forms:
        rows = submission.indicators_of(form)
        labelled = [group for group in groups(rows, 2) if group.weight]
        if not labelled or not counted(rows, "weight"):
            yield inapplicable("二级指标未标注分值，或表内没有分值", form=form)
            continue
        for group in labelled:
            yield _judge(submission, form, group)


def _judge(submission: Submission, form: Form, group: Group) -> Outcome:
    name = f"{group.name}（{points(group.weight or 0)}）"
    about = {
        "form": form,
        "key": group.names,
        "subject": name,
        "evidence": [
            cell(group.rows[0], "level2", "二级指标"),
            cell(group.rows[0], "level3", "三级指标"),
            *(cell(row, column) for row in group.rows[:3] for column in ("weight", "score")),
        ],
        "uses": [place(row, "weight") for row in group.rows],
    }
    if any(unread(row, "weight") for row in group.rows):
        return inapplicable(f"“{name}”下有分值无法识别为数字", **about)
    if counted(group.rows, "weight"):
        return passed(f"“{name}”下填有分值", **about)
    if any(row.score_points for row in group.rows):
        return inapplicable(f"“{name}”下填有得分而没有分值", **about)
    treated = _treated(submission, form, group.weight or Fraction(0))
    return failed(
        f"“{name}”标有分值而其下各行空白或为“无”{treated}",
        expected=plain(group.weight or 0),
        observed="空白",
        diagnosis=treated.lstrip("，") or None,
        related=("A08", "A09"),
        **about,
    )


def _treated(submission: Submission, form: Form, weight: Fraction) -> str:
    """What the printed total did with the weight."""
    if form.total_score_points is None:
        return ""
    printed, sums = Fraction(form.total_score_points), recomputed(submission, form)
    if printed in sums:
        return "，总分未计这部分分值"
    if any(printed - total == weight for total in sums):
        return f"，总分比各行得分之和多{plain(weight)}，等于把这部分计为满分"
    return ""


RULE = Rule(
    id="E01", title="空白指标占权重", severity="严重", confidence="确定", check=check, subsumes=("A05",)
)
