"""G06: a narrative copied from last year's.

比对：除职责、机构以外的正文，遮去数字后，与上一年度正文逐段比较：连续相同三十字以上的部分占比超过六成。
意义：照抄上年，自评未反映当年情况。
不适用：没有上一年度的材料；有一年没有报告；正文不足二百字。
示例：三年同一段存在问题、数字也未变，报告；主要职责相同不报。
依据：财预〔2020〕10号：自评结果应真实、客观反映当年情况。
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import regex

from extractors.records import Section
from rules.profile import Profile
from rules.quoting import section
from rules.rule import Outcome, Rule, failed, or_inapplicable, passed
from rules.submission import Dataset, Submission
from rules.wording import percent
from rules.yearly import Pair, judged

_RUN, _SHARE, _LEAST, _QUOTES = 30, 60, 200, 4
_STANDING = {"duties", "overview"}
_NUMBER = regex.compile(r"\d")
_DIGITS = regex.compile(r"\d+(?:[.,]\d+)*|[\s]+")


def check(dataset: Dataset, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each pair of reports."""
    yield from judged(dataset, lambda pair: or_inapplicable(_judge(pair), "两年没有都报送足够长的报告"))


def _judge(pair: Pair) -> Iterator[Outcome]:
    old, new = _sections(pair.before), _sections(pair.now)
    text = sum(len(_masked(each.text)) for each in new)
    if text < _LEAST or not old:
        return
    known = {run for each in old for run in _runs(_masked(each.text))}
    copied = {each.section_id: _copied(_masked(each.text), known) for each in new}
    share = 100 * sum(copied.values()) / text
    about: dict[str, Any] = {
        "form": pair.now.form(new[0].form_id),
        "key": ("照抄上年",),
        "subject": "报告正文",
        "evidence": [
            section(each, text=each.text[:80])
            for each in sorted(new, key=lambda s: -copied[s.section_id])[:_QUOTES]
        ],
    }
    if share > _SHARE:
        yield failed(
            f"报告正文（不含职责、机构）约{percent(round(share))}与上年相同{_unchanged(old, new)}",
            observed=percent(round(share)),
            **about,
        )
    else:
        yield passed(f"报告正文与上年相同的部分约{percent(round(share))}", **about)


def _unchanged(old: list[Section], new: list[Section]) -> str:
    """The sections in which not even the numbers changed, in words."""
    before = {each.text.strip() for each in old}
    named = [each.heading for each in new if each.text.strip() in before and _NUMBER.search(each.text)]
    return f"，其中{'、'.join(f'“{name}”' for name in named[:_QUOTES])}连数字也未变" if named else ""


def _sections(submission: Submission) -> list[Section]:
    return [each for each in submission.sections if each.text and each.key not in _STANDING]


def _masked(text: str) -> str:
    return _DIGITS.sub("", text)


def _runs(text: str) -> Iterator[str]:
    return (text[i : i + _RUN] for i in range(len(text) - _RUN + 1))


def _copied(text: str, known: set[str]) -> int:
    """How many characters stand in a run that the earlier text has, too."""
    covered = done = 0
    for start in range(len(text) - _RUN + 1):
        if text[start : start + _RUN] in known:
            covered += start + _RUN - max(done, start)
            done = start + _RUN
    return covered


RULE = Rule(
    id="G06",
    title="叙述照抄上年",
    severity="重要",
    confidence="推断",
    check=check,
    scope="dataset",
    each_unit=True,
)
