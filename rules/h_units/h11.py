"""H11: typed whole numbers among computed decimals.

比对：同一张表中以百分数填报的完成值，既有两位小数的计算值（不少于两个），又有整数（0、100以外）；同年各单位执行数
末位数字（印到两位小数的，不计0）的分布是否均匀。
意义：整数可能是估计填写，末位数字偏好可能是编造；只是线索。
不适用：百分数完成值不足四个；全部为整数或全部带小数；另有一位小数的（末尾的0被省去，97即97.0）；同年执行数不足一百个。
示例：86.67%、96.25%之间夹97%，提示；一列全是整数不提示。
依据：数据质量检查惯例；末位数字检验：χ²适合度检验，自由度8，显著性水平0.001。
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import regex

from extractors.numerals.fraction import Fraction
from rules import printed
from rules.peers import years
from rules.profile import Profile
from rules.quoting import cell, row_name
from rules.rule import Outcome, Rule, inapplicable, lead, passed
from rules.submission import Dataset, Submission
from rules.wording import plain
from rules.yearly import rows

_LEAST, _FINE = 4, Fraction(1, 100)
_PLAIN = {0, 100}
_AMOUNTS, _BOUND = 100, Fraction(2612, 100)  # χ² of eight degrees of freedom at 0.001
_CENTS = regex.compile(r"[.．]\d([1-9])$")


def check(dataset: Dataset, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each submission with enough percentages."""
    for submissions in years(dataset).values():
        digits: Counter[int] = Counter()
        for submission in submissions:
            outcome, own = dataset.noted(_gather, submission)
            outcome.submission_id = submission.record.submission_id
            yield outcome
            digits.update(own)
        if digits.total() >= _AMOUNTS:
            yield _digits(submissions, digits)


def _gather(submission: Submission) -> tuple[Outcome, list[int]]:
    return _judge(submission), list(_last_digits(submission))


def _last_digits(submission: Submission) -> Iterator[int]:
    """Last digits of the amounts spent, 0 left out: where trailing zeros are dropped it is not printed.

    An amount that stands in several places counts once.
    """
    texts = {
        fund.executed_text.strip()
        for form in submission.scored_forms
        for fund in submission.funds_of(form)
        if fund.executed_text
    }
    for text in texts:
        found = _CENTS.search(text)
        if found:
            yield int(found[1])


def _digits(submissions: list[Submission], digits: Counter[int]) -> Outcome:
    expected = Fraction(digits.total(), 9)
    off = sum((digits[digit] - expected) ** 2 for digit in range(1, 10)) / expected
    most = "、".join(f"{digit}（{count}次）" for digit, count in digits.most_common(2))
    words = f"{len(submissions)}个单位{digits.total()}个执行数的末位数字（不计0），χ²为{plain(off, 1)}"
    make = lead if off > _BOUND else passed
    return make(
        f"{words}，最多的是{most}" if off > _BOUND else f"{words}，分布正常",
        key=("末位数字",),
        subject="执行数",
        submission_id=submissions[0].record.submission_id,
        expected=f"不超过{plain(_BOUND, 2)}（自由度8，显著性水平0.001）",
        observed=plain(off, 1),
    )


def _judge(submission: Submission) -> Outcome:
    found = [
        (row, value)
        for row in rows(submission)
        if row.actual_unit == "%" and (value := printed.actual(row)) is not None
    ]
    fine = [row for row, value in found if value.step <= _FINE and value.value not in _PLAIN]
    tenths = [row for row, value in found if _FINE < value.step < 1]
    whole = [row for row, value in found if value.step >= 1 and value.value not in _PLAIN]
    if len(found) < _LEAST:
        return inapplicable("以百分数填报的完成值不足四个", key=("尾数",))
    if len(fine) < 2 or not whole or tenths:
        return passed("完成值的小数位一致", key=("尾数",), subject="完成值")
    names = "、".join(f"“{row_name(row)}”{row.actual_text}" for row in whole[:3])
    return lead(
        f"完成值多为计算到两位小数，而{names}为整数",
        key=("尾数",),
        subject="完成值",
        evidence=[cell(row, "actual") for row in [*whole[:3], *fine[:2]]],
    )


RULE = Rule(
    id="H11",
    title="尾数与精度异常",
    severity="提示",
    confidence="线索",
    check=check,
    scope="dataset",
    gather=_gather,
)
