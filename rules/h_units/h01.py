"""H01: problems or measures written in another unit's words.

比对：存在的问题、改进措施两部分，遮去数字与单位名称后，与同年其他单位逐段比较：二十字以上相同的部分占六成以上。
意义：互相抄写，自评未反映本单位情况。
不适用：同年只有一个单位；该部分不足八十字；三成以上单位都有的模板语句不计；法规名称不计。
示例：两个单位的三段问题相同，报告；只有标题、文件名称相同的不报。
依据：财预〔2020〕10号：自评结果应真实、客观。
"""

from __future__ import annotations

import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator

import msgspec
import regex

from extractors.records import Section
from rules.peers import each
from rules.profile import Profile
from rules.quoting import section
from rules.rule import Outcome, Rule, failed, passed
from rules.submission import Dataset, Submission
from rules.wording import percent

_RUN, _LEAST, _SHARE, _COMMON = 20, 80, 60, 0.3
_SAMPLE = 4  # one run in so many is indexed; candidates are then compared in full
_MASKED = regex.compile(
    r"《[^》]{1,60}》|\d+(?:[.,]\d+)*|[\p{P}\p{S}\s]+|我[局委办镇街校院馆区县市]|本单位|本部门"
)


class _Text(msgspec.Struct, frozen=True):
    submission: Submission
    first: Section
    text: str


def check(dataset: Dataset, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each unit whose problems and measures are long enough to compare."""
    yield from each(dataset, _text, _judge, "同年没有可比较的其他单位，或存在问题与措施部分过短")


def _judge(gathered: list[tuple[Submission, _Text | None]]) -> Iterator[tuple[Submission, Outcome]]:
    texts = [text for _, text in gathered if text is not None]
    if len(texts) < 2:
        return
    index: dict[int, list[int]] = defaultdict(list)
    for number, each_text in enumerate(texts):
        for run in {run for run in _runs(each_text.text) if run % _SAMPLE == 0}:
            index[run].append(number)
    most = max(2, int(len(texts) * _COMMON))
    for number, mine in enumerate(texts):
        rivals = Counter(
            other
            for run in _runs(mine.text)
            if run % _SAMPLE == 0 and len(index[run]) <= most
            for other in index[run]
            if other != number
        )
        best = rivals.most_common(1)
        share = _copied(mine.text, texts[best[0][0]].text) if best else 0
        yield mine.submission, _outcome(mine, texts[best[0][0]] if best else None, share)


def _outcome(mine: _Text, other: _Text | None, share: int) -> Outcome:
    form = mine.submission.form(mine.first.form_id)
    if other is None or share < _SHARE:
        return passed(
            "存在问题与改进措施和其他单位没有大段相同", form=form, key=("雷同",), subject="存在问题与措施"
        )
    name = other.submission.unit_name or "另一单位"
    return failed(
        f"存在问题与改进措施约{percent(share)}与“{name}”相同",
        observed=percent(share),
        form=form,
        key=("雷同", other.submission.record.unit_key),
        subject="存在问题与措施",
        evidence=[
            section(mine.first, text=mine.first.text[:80]),
            section(other.first, f"{name}·报告章节", other.first.text[:80]),
        ],
    )


def _text(submission: Submission) -> _Text | None:
    found = [s for s in submission.sections if s.key in {"problems", "measures"} and s.text]
    text = "".join(_MASKED.sub("", s.text) for s in found)
    return _Text(submission, found[0], text) if len(text) >= _LEAST else None


def _runs(text: str) -> list[int]:
    return [zlib.crc32(text[i : i + _RUN].encode()) for i in range(len(text) - _RUN + 1)]


def _copied(mine: str, other: str) -> int:
    """Percent of the characters that stand in a run of the other text, too."""
    known = set(_runs(other))
    covered = done = 0
    for start, run in enumerate(_runs(mine)):
        if run in known:
            covered += start + _RUN - max(done, start)
            done = start + _RUN
    return round(100 * covered / len(mine))


RULE = Rule(
    id="H01",
    title="跨单位雷同文本",
    severity="重要",
    confidence="推断",
    check=check,
    scope="dataset",
    gather=_text,
)
