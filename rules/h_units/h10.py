"""H10: units against the official register.

比对：各报送单位的名称与单位名录（名称、别名）；名录中应报送而没有材料的单位列为未报送；
多数单位有材料的年度，单独缺少的也列出。
意义：名称不在名录内可能是笔误或旧称；未报送影响覆盖率。
不适用：没有提供单位名录。
示例：信息局不在名录而信息化局在，报告；列为别名的不报。
依据：财政部通知：所有一级、二级项目和部门整体支出都应自评，覆盖率100%。
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any

from rules.profile import Profile
from rules.quoting import quote
from rules.register import finder
from rules.rule import Outcome, Rule, failed, inapplicable, passed
from rules.submission import Dataset

_NUMERALS = str.maketrans("0123456789", "〇一二三四五六七八九")
_NO_UNIT = "（未识别单位）"


def check(dataset: Dataset, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each submission, one for each listed unit that sent nothing."""
    if not dataset.register:
        yield inapplicable("没有提供单位名录", key=("名录",))
        return
    sent: dict[str, set[int | None]] = defaultdict(set)
    find = finder(dataset.register)
    for submission in dataset.submissions:
        name = submission.unit_name or _NO_UNIT
        entry = find(name)
        about: dict[str, Any] = {
            "submission_id": submission.record.submission_id,
            "key": ("名录",),
            "subject": name,
        }
        if entry is not None:
            sent[entry.name].add(submission.year)
            yield passed(f"“{name}”在单位名录中", **about)
        else:
            evidence = [quote(form, "单位名称", form.unit_name) for form in submission.forms[:1]]
            yield failed(f"“{name}”不在单位名录中", evidence=evidence, **about)
    for entry in dataset.register:
        if entry.expected:
            yield from _missing(entry.name, sent)


def _missing(name: str, sent: dict[str, set[int | None]]) -> Iterator[Outcome]:
    """A listed unit that sent nothing at all, or nothing for a year for which most units did."""
    if name not in sent:
        yield failed(f"名录中的“{name}”未报送", key=("未报送", name), subject=name)
        return
    counted = Counter(year for years in sent.values() for year in years if year is not None)
    for year in sorted(counted.keys() - sent[name]):
        if counted[year] * 2 > len(sent) > 1 and None not in sent[name]:
            words = f"名录中的“{name}”{year}年度未报送"
            yield failed(words, key=("未报送", name, _in_words(year)), subject=f"{name}（{year}年度）")


def _in_words(year: int) -> str:
    """2021 as 二〇二一: digits do not count in the ids of findings."""
    return str(year).translate(_NUMERALS)


RULE = Rule(id="H10", title="单位名录比对", severity="重要", confidence="确定", check=check, scope="dataset")
