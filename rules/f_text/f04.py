"""F04: a stated count against the list that it introduces or closes.

比对：“n个X：a、b、c”（或分别是、即）中列出的个数与 n；“a、b、c三个X”中列出的个数与中文数字 n。
意义：机构、岗位、事项的个数是基础数据，与列举不合，说明文字未经核对。
不适用：列举以“等”结束（n 只须不小于列出的个数）；“包括”“其中”引出的列举可以不全；各项自带数量（其和由F14
核对）；列举的分隔有多种读法，其中一种与 n 相符。列举在前的（a、b、c三个X），前面的词可能不属于列举，只提请
核对。
示例：“内设4个科室：办公室、业务科、财务科”报告；“a、b、c等五个部门”不报；“和”“及”连接的一项或两项都算相符。
依据：GB/T 15834 标点符号用法（顿号、冒号）。
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec
import regex

from extractors import numerals
from extractors.records import Figure
from rules.counting import counts, members
from rules.passages import LONGEST, Passage, Span, passages
from rules.profile import Profile
from rules.rule import Outcome, Rule, failed, lead, or_inapplicable, passed
from rules.submission import Submission

_COUNTERS = frozenset(
    {"个", "家", "项", "大类", "类", "方面", "种", "支", "所", "处", "部", "名", "人", "大", "块", "条", "座"}
)
_INTRODUCED = regex.compile(
    r"(?P<noun>[^，,。；;：:、（(\n]{0,16})(?:（[^（）]{0,20}）)?"
    r"(?P<mark>[：:]|[，,]?(?:分别(?:是|为)|即(?!将|可)|依次是|具体(?:是|为)))"
)
_END = regex.compile(r"[。！？\n]")
_SEPARATED = regex.compile(r"[、，,；;]")
_OPEN_ENDED = regex.compile(r"等(?!级|次|额|效|于|价|待|同|距|候|离子)")
_PARTIAL = regex.compile(r"包括|其中|主要|如|例如|含")
_ASPECTS = regex.compile(
    r"([两二三四五六七八九十]|1?\d)(?:个方面|方面|个环节|项措施|条措施|点措施|项工作|大工程|大行动)"
)
_CHINESE = regex.compile(r"[两二三四五六七八九十]")
_START = regex.compile(r"[，,。；;：:\n]")
_BODIES = regex.compile(
    r"(?:市直|区直|县直|省直|内设|职能|业务|所属|下属|直属)*(?:部门|科室|股室|处室|单位|机构|乡镇|街道|村|社区|站所)"
)
_MEMBER_END = frozenset("局科股室部处办委院校所站馆队厅镇乡村街区县市组会中心园场社")
_LEAST, _MOST = 2, 20


class _Count(msgspec.Struct, frozen=True):
    """A stated count: `3个`, the number in it, where it stands."""

    text: str
    number: int
    start: int
    end: int


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each count with its list."""
    yield from or_inapplicable(_outcomes(submission, profile), "叙述中没有带列举的计数")


def _outcomes(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    for passage in passages(submission):
        counted = [_Count(x.text, int(x.value or 0), x.start, x.end) for x in passage.figures if _is_count(x)]
        for count in [*counted, *_abstract(passage)]:
            yield from _after(passage, count)
        for count in counted:
            yield from _before(passage, count)


def _is_count(figure: Figure) -> bool:
    whole = figure.value is not None and figure.value == figure.value.to_integral_value()
    small = whole and figure.value is not None and _LEAST <= figure.value <= _MOST
    return bool(small) and figure.unit in _COUNTERS and figure.qualifier is None


def _abstract(passage: Passage) -> Iterator[_Count]:
    """`抓好四个方面工作：` counts no things, so it is no figure; its list is one all the same."""
    for found in _ASPECTS.finditer(passage.text):
        number = numerals.parse(found[1])
        if (
            number is None
            or number.value is None
            or passage.within(Span("", found.start(), found.start() + 1))
        ):
            continue
        if _LEAST <= number.value <= _MOST and number.value.denominator == 1:
            yield _Count(found[0], int(number.value), found.start(), found.end())


def _after(passage: Passage, count: _Count) -> Iterator[Outcome]:
    """`3个科室：a、b、c`; the list may end at the first comma, or at the first semicolon."""
    found = _INTRODUCED.match(passage.text, count.end)
    if found is None or _PARTIAL.search(found["noun"]):
        return
    limit = min(len(passage.text), found.end() + 2 * LONGEST)
    closing = _END.search(passage.text, found.end(), limit)
    stop = closing.start() if closing else limit
    listed = passage.text[found.end() : stop]
    inside = passage.within(Span("", found.end(), stop))
    counter = count.text[-1:]
    if not _SEPARATED.search(listed) or any((x.unit or "") == counter for x in inside):
        return
    shorter = regex.split("[，；;]", listed)[0]
    if inside and "、" not in shorter:
        return
    known = counts(listed) | counts(regex.split("[；;]", listed)[0]) | counts(shorter)
    span = Span(passage.text[count.start : stop], count.start, stop)
    yield _judge(passage, count, span, shorter if "、" in shorter else listed, known, sure=True)


def _before(passage: Passage, count: _Count) -> Iterator[Outcome]:
    """`a、b、c三个部门`: Chinese numerals only, members of one kind."""
    if not _CHINESE.match(count.text) or count.start == 0:
        return
    floor = max(0, count.start - LONGEST)
    starts = [found.end() for found in _START.finditer(passage.text, floor, count.start)]
    start = starts[-1] if starts else floor
    listed = passage.text[start : count.start]
    parts = members(listed)
    if len(parts) < _LEAST or listed.rstrip().endswith("等") or _OPEN_ENDED.search(listed):
        return
    span = Span(passage.text[start : count.end + 6], start, count.end + 6)
    named = _BODIES.match(passage.text, count.end) is not None
    alike = named and sum(part[-1] in _MEMBER_END for part in parts) >= len(parts) - 1
    if count.number in counts(listed) or alike:
        yield _judge(passage, count, span, listed, counts(listed), sure=False)


def _judge(
    passage: Passage, count: _Count, span: Span, listed: str, known: set[int], *, sure: bool
) -> Outcome:
    stated = count.number
    parts = regex.split("[；;]", listed)
    number = len(members(listed)) if "、" in listed else len(parts) if len(parts) > 1 else min(known)
    name = passage.text[count.start : count.end + 8].split("：")[0].split("，")[0].strip()
    about: dict[str, Any] = {
        "form": passage.form,
        "key": (name,),
        "subject": name,
        "evidence": [passage.quote(span, "叙述")],
    }
    if stated in known or (_OPEN_ENDED.search(listed) and stated >= min(known)):
        return passed(f"{count.text}与列举的个数相符", **about)
    tell = failed if sure else lead
    return tell(
        f"文中称“{name}”，列举了{number}个",
        expected=f"{number}个",
        observed=count.text,
        difference=f"{abs(stated - number)}个",
        fact=(name, str(stated), str(number)),
        **about,
    )


RULE = Rule(id="F04", title="计数与列举一致", severity="一般", confidence="确定", check=check)
