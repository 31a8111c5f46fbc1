"""G08: total scores that never move, or jump.

比对：同一单位连续三年总分相同，或相邻两年总分相差超过15分。
意义：自评可能流于形式，或口径有变；只是线索。
不适用：没有上一年度的材料；有一年没有总分。
示例：92、92、92 提示；90、92、91 不提示。
依据：复核惯例。
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from extractors.records import Form
from rules.profile import Profile
from rules.quoting import total
from rules.rule import Outcome, Rule, lead, or_inapplicable, passed
from rules.submission import Dataset, Submission
from rules.wording import points
from rules.yearly import Pair, judged

_JUMP, _YEARS = 15, 3


def check(dataset: Dataset, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each pair of years with totals."""
    yield from judged(dataset, lambda pair: or_inapplicable(_judge(dataset, pair), "两年没有都印出总分"))


def _judge(dataset: Dataset, pair: Pair) -> Iterator[Outcome]:
    old, new = _form(pair.before), _form(pair.now)
    if old is None or new is None or old.total_score_points is None or new.total_score_points is None:
        return
    about: dict[str, Any] = {
        "form": new,
        "key": ("总分",),
        "subject": "总分",
        "evidence": [total(old, "上年总分"), total(new, "本年总分")],
    }
    before, now = old.total_score_points, new.total_score_points
    years = [s for s in dataset.of_unit(pair.now.record.unit_key) if (s.year or 0) <= (pair.now.year or 0)]
    last = [form.total_score_points for s in years[-_YEARS:] if (form := _form(s)) is not None]
    if len(last) == _YEARS and set(last) == {now}:
        yield lead(f"总分连续{_YEARS}年都是{points(now)}", **about)
    elif abs(now - before) > _JUMP:
        yield lead(f"总分由上年{points(before)}变为{points(now)}，相差{points(abs(now - before))}", **about)
    else:
        yield passed(f"总分{points(before)}、{points(now)}，变化在常见范围内", **about)


def _form(submission: Submission) -> Form | None:
    return next(iter(submission.of_kind("department")), None)


RULE = Rule(
    id="G08",
    title="得分异常平稳或跳变",
    severity="提示",
    confidence="线索",
    check=check,
    scope="dataset",
    each_unit=True,
)
