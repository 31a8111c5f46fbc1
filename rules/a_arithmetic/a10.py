"""A10: the weight in the name of a 三级指标 against its 分值 cell.

比对：三级指标名称末尾所标（N分），与本行分值。
意义：两处分值不符，评分以哪个为准就说不清。
不适用：名称没有标注分值；分值空白（由E06、E01报告）。名称里的“14家”不是分值标注；分值格跨几行的，与几行
标注之和比较。
示例：“企业满意率（10分）”分值栏印5。
依据：自评表“三级指标（N分）”“分值”栏；分值为准确值，不容差。
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from extractors.numerals.fraction import Fraction
from rules.grouping import Counted, counted
from rules.profile import Profile
from rules.quoting import as_printed, cell, names, row_name
from rules.rule import Outcome, Rule, failed, inapplicable, passed
from rules.submission import Submission
from rules.wording import plain


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each 分值 cell beside a labelled name."""
    for form in submission.scored_forms:
        cells = [
            (one, label)
            for one in counted(submission.indicators_of(form), "weight")
            if (label := _label(one))
        ]
        if not cells:
            yield inapplicable("三级指标名称没有标注分值", form=form)
        for one, label in cells:
            row = one.rows[0]
            about: dict[str, Any] = {
                "form": form,
                "key": names(row),
                "subject": row_name(row),
                "evidence": [cell(row, "level3", "名称标注分值"), cell(row, "weight")],
            }
            if one.points == label:
                yield passed(f"“{row_name(row)}”标注分值与分值栏相等", **about)
                continue
            about["evidence"] = [as_printed(submission, x) for x in about["evidence"]]
            yield failed(
                f"“{row_name(row)}”名称标注{plain(label)}分，分值栏印{plain(one.points)}",
                expected=plain(label),
                observed=plain(one.points),
                difference=plain(abs(label - one.points)),
                **about,
            )


def _label(one: Counted) -> Fraction | None:
    labels = [row.level3_weight_points for row in one.rows]
    if any(label is None for label in labels):
        return None
    return sum((Fraction(label) for label in labels if label is not None), Fraction(0))


RULE = Rule(id="A10", title="标注分值=分值列", severity="重要", confidence="确定", check=check)
