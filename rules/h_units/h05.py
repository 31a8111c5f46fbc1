"""H05: a supervisor whose review scores repeat the self scores.

比对：同一主管部门汇总表中，复核分数等于自评分数的行占九成以上。
意义：复核流于形式。
不适用：有复核分数的行不足十行。
示例：30行全部相同，报告；30行中20行相同不报。
依据：自评情况汇总表填报说明：主管部门应复核并打分。
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from rules.peers import each
from rules.profile import Profile
from rules.quoting import cell
from rules.rule import Outcome, Rule, failed, passed
from rules.submission import Dataset, Submission

_LEAST, _SHARE = 10, Fraction(9, 10)


def check(dataset: Dataset, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each summary with enough reviewed rows."""
    yield from each(dataset, _judge, "汇总表中有复核分数的行不足十行")


def _judge(submissions: list[Submission]) -> Iterator[tuple[Submission, Outcome]]:
    for submission in submissions:
        for form in submission.of_kind("summary"):
            rows = [
                row
                for row in submission.summary_of(form)
                if not row.is_total
                and row.self_score_points is not None
                and row.review_score_points is not None
            ]
            if len(rows) < _LEAST:
                continue
            same = [row for row in rows if row.self_score_points == row.review_score_points]
            about: dict[str, Any] = {"form": form, "key": ("复核比例",), "subject": "复核分数"}
            words = f"{len(rows)}行复核分数中，{len(same)}行与自评分数相同"
            if len(same) >= len(rows) * _SHARE:
                yield (
                    submission,
                    failed(words, evidence=[cell(row, "review_score") for row in same[:4]], **about),
                )
            else:
                yield submission, passed(words, **about)


RULE = Rule(
    id="H05", title="复核分=自评分比例", severity="重要", confidence="确定", check=check, scope="dataset"
)
