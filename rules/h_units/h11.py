"""H11: typed whole numbers among computed decimals.

比对：同一张表中以百分数填报的完成值，既有两位小数的计算值（不少于两个），又有整数（0、100以外）。
意义：整数可能是估计填写；只是线索。
不适用：百分数完成值不足四个；全部为整数或全部带小数。
示例：86.67%、96.25%之间夹97%，提示；一列全是整数不提示。
依据：数据质量检查惯例。
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from rules import printed
from rules.profile import Profile
from rules.quoting import cell, row_name
from rules.rule import Outcome, Rule, inapplicable, lead, passed
from rules.submission import Dataset, Submission
from rules.yearly import rows

_LEAST, _FINE = 4, Fraction(1, 100)
_PLAIN = {0, 100}


def check(dataset: Dataset, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each submission with enough percentages."""
    for submission in dataset.submissions:
        outcome = _judge(submission)
        outcome.submission_id = submission.record.submission_id
        yield outcome


def _judge(submission: Submission) -> Outcome:
    found = [
        (row, value)
        for row in rows(submission)
        if row.actual_unit == "%" and (value := printed.actual(row)) is not None
    ]
    fine = [row for row, value in found if value.step <= _FINE and value.value not in _PLAIN]
    whole = [row for row, value in found if value.step >= 1 and value.value not in _PLAIN]
    if len(found) < _LEAST:
        return inapplicable("以百分数填报的完成值不足四个", key=("尾数",))
    if len(fine) < 2 or not whole:
        return passed("完成值的小数位一致", key=("尾数",), subject="完成值")
    names = "、".join(f"“{row_name(row)}”{row.actual_text}" for row in whole[:3])
    return lead(
        f"完成值多为计算到两位小数，而{names}为整数",
        key=("尾数",),
        subject="完成值",
        evidence=[cell(row, "actual") for row in [*whole[:3], *fine[:2]]],
    )


RULE = Rule(
    id="H11", title="尾数与精度异常", severity="提示", confidence="线索", check=check, scope="dataset"
)
