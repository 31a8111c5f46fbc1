"""H01: problems, measures, or most of a report written in another unit's words.

比对：存在的问题与改进措施、报告正文（不含职责、机构）两部分，各遮去数字、法规名称与本单位名称后，与同年其他单位比较：
二十字以上相同的部分占六成以上；正文中问题与措施加倍计算。
意义：互相抄写，自评未反映本单位情况。
不适用：同年只有一个单位；问题与措施不足八十字而正文不足四百字；三成以上单位都有的模板语句不计；法规名称不计。
示例：两个单位的三段问题相同，报告；只有标题、文件名称相同的不报。
依据：财预〔2020〕10号：自评结果应真实、客观。查找近似文本用最小哈希（Broder，1997），再逐字核对。
"""

from __future__ import annotations

import heapq
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import chain

import msgspec
import regex

from extractors.records import Section
from rules.peers import each
from rules.profile import Profile
from rules.quoting import section
from rules.rule import Outcome, Rule, failed, passed
from rules.submission import Dataset, Submission
from rules.unitnames import parsed
from rules.wording import percent

_RUN, _SHARE, _COMMON = 20, 60, 0.3
_PARTS = {"存在问题与改进措施": (80, 8), "报告正文": (400, 32)}
"""Part -> characters that are enough to compare; one run in so many tells whether a text is a template."""
_MANY, _HINT = 12, 0.15  # runs of a sample that tell how much is shared; less than this need not be compared
_SKETCH = 48  # hashes by which a text is looked for; candidates are then compared in full
_WEIGHTED, _STANDING = {"problems", "measures"}, {"duties", "overview"}
_MASKED = regex.compile(
    r"《[^》]{1,60}》|\d+(?:[.,]\d+)*|[\p{P}\p{S}\s]+|我[局委办镇街校院馆区县市]|本单位|本部门"
)


class _Text(msgspec.Struct, frozen=True):
    """One part of a report: where it begins, its masked text, the smallest of its hashes, a sample of them."""

    first: Section
    text: str
    sketch: tuple[int, ...]
    sample: frozenset[int]


_Texts = dict[str, _Text]  # part -> text


def check(dataset: Dataset, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each unit whose report is long enough to compare."""
    yield from each(dataset, _texts, _judge, "同年没有可比较的其他单位，或报告过短")


def _judge(gathered: list[tuple[Submission, _Texts]]) -> Iterator[tuple[Submission, Outcome]]:
    told: dict[str, tuple[Submission, Outcome]] = {}
    for part in _PARTS:
        texts = [(submission, texts[part]) for submission, texts in gathered if part in texts]
        for submission, outcome in _compared(part, texts) if len(texts) > 1 else ():
            known = told.get(submission.record.submission_id)
            if known is None or known[1].result == "pass":
                told[submission.record.submission_id] = (submission, outcome)
    yield from told.values()


def _compared(part: str, texts: list[tuple[Submission, _Text]]) -> Iterator[tuple[Submission, Outcome]]:
    index: dict[int, list[int]] = defaultdict(list)
    for number, (_, text) in enumerate(texts):
        for run in text.sketch:
            index[run].append(number)
    used = Counter(run for _, text in texts for run in text.sample)
    most = max(2, int(len(texts) * _COMMON))
    for number, (submission, mine) in enumerate(texts):
        near = chain.from_iterable(index[run] for run in mine.sketch if len(index[run]) <= most)
        best = Counter(other for other in near if other != number).most_common(1)
        if not best:
            yield submission, _outcome(part, submission, mine, None, 0)
            continue
        other = texts[best[0][0]]
        common = [used[run] > most for run in mine.sample & other[1].sample]
        template = sum(common) * 2 > len(common)
        few = len(mine.sample) >= _MANY and len(common) < _HINT * len(mine.sample)
        share = 0 if template or few else _copied(mine.text, other[1].text)
        yield submission, _outcome(part, submission, mine, other, share)


def _outcome(
    part: str, submission: Submission, mine: _Text, other: tuple[Submission, _Text] | None, share: int
) -> Outcome:
    form = submission.form(mine.first.form_id)
    if other is None or share < _SHARE:
        return passed("问题、措施和正文与其他单位没有大段相同", form=form, key=("雷同",), subject=part)
    name = other[0].unit_name or "另一单位"
    return failed(
        f"{part}约{percent(share)}与“{name}”相同",
        observed=percent(share),
        form=form,
        key=("雷同", other[0].record.unit_key),
        subject=part,
        evidence=[
            section(mine.first, text=mine.first.text[:80]),
            section(other[1].first, f"{name}·报告章节", other[1].first.text[:80]),
        ],
    )


def _texts(submission: Submission) -> _Texts:
    own = _own_names(submission.unit_name or "")
    found = [(s, _masked(s.text, own)) for s in submission.sections if s.text and s.key not in _STANDING]
    weighted = [(s, text) for s, text in found if s.key in _WEIGHTED]
    out = {}
    for part, pieces in (("存在问题与改进措施", weighted), ("报告正文", found + weighted)):
        text = "".join(text for _, text in pieces)
        least, one_in = _PARTS[part]
        if len(text) >= least:
            runs = set(_runs(text))
            sample = frozenset(run for run in runs if run % one_in == 0)
            out[part] = _Text(pieces[0][0], text, tuple(heapq.nsmallest(_SKETCH, runs)), sample)
    return out


def _own_names(unit: str) -> list[str]:
    """The unit's own names, the longest first."""
    name = parsed(unit)
    places = {name.full, name.region + name.core, name.core, name.region, name.region[-3:]}
    return sorted((x for x in places if len(x) > 1), key=len, reverse=True)


def _masked(text: str, own: list[str]) -> str:
    for name in own:
        text = text.replace(name, "")
    return _MASKED.sub("", text)


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
    gather=_texts,
)
