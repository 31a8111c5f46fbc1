"""A06: the weights of the 二级指标 against the weight of their 一级指标.

比对：一级指标的权重（单独一栏或名称所标），与其下二级标注分值之和；没有标注的二级用其各行分值之和。
意义：一级权重多由上级统一规定，与下级不符说明权重被改动或漏填。
不适用：一级指标没有权重；二级既无标注、分值又空白且无法判断。
示例：10＋15 对 35；10＋15＋10＝35，其中一行分值空白，不报（由A05、E01报告）。
依据：自评表“一级指标”“权重”栏；权重为准确值，不容差。
"""

from __future__ import annotations

from collections.abc import Iterator

from extractors.numerals.fraction import Fraction
from extractors.records import Form, Indicator
from rules.grouping import Group, blank, groups, summed, unread
from rules.profile import Profile
from rules.quoting import cell, place
from rules.rule import Outcome, Rule, failed, inapplicable, passed
from rules.submission import Submission
from rules.wording import plain, points


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each 一级 group that prints a weight."""
    for form in submission.scored_forms:
        labelled = [group for group in groups(submission.indicators_of(form), 1) if group.weight is not None]
        if not labelled:
            yield inapplicable("一级指标没有权重", form=form)
        for group in labelled:
            yield _judge(form, group)


def _judge(form: Form, group: Group) -> Outcome:
    name = f"{group.name}（{points(group.weight or 0)}）"
    about = {"form": form, "key": group.names, "subject": name}
    pieces = _pieces(group)
    if pieces is None:
        return inapplicable(f"“{name}”下分值不全或无法识别，无从合计", **about)
    cells, total = pieces, sum((points for _, points in pieces), Fraction(0))
    about["evidence"] = [
        cell(group.rows[0], "level1", "一级指标权重"),
        *(cell(row, "level2") for row, _ in cells),
    ]
    about["uses"] = [place(row, "weight") for row in group.rows]
    sums = {total, summed(group.rows, "weight")} if not blank(group.rows, "weight") else {total}
    if any(group.allows(x) for x in sums):
        return passed(f"“{name}”下二级指标分值之和相等", **about)
    label = group.weight or Fraction(0)
    return failed(
        f"“{name}”下二级指标分值之和为{plain(total)}，与权重{plain(label)}不符",
        expected=plain(label),
        observed=plain(total),
        difference=plain(abs(label - total)),
        computation=f"{'＋'.join(plain(points) for _, points in cells)}＝{plain(total)}",
        **about,
    )


def _pieces(group: Group) -> list[tuple[Indicator, Fraction]] | None:
    """(first row, weight) of each 二级 group, or of the whole where there is no 二级; None where unknown."""
    if any(unread(row, "weight") for row in group.rows):
        return None
    inner = groups(group.rows, 2)
    outside = [row for row in group.rows if not row.level2]
    pieces: list[tuple[Indicator, Fraction]] = []
    for part in inner:
        if part.weight is None and blank(part.rows, "weight"):
            return None
        pieces.append((part.rows[0], part.weight if part.weight is not None else summed(part.rows, "weight")))
    if outside and blank(outside, "weight"):
        return None
    return pieces + ([(outside[0], summed(outside, "weight"))] if outside else [])


RULE = Rule(id="A06", title="二级标注合计=一级权重", severity="严重", confidence="确定", check=check)
