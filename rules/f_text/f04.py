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

import regex

from extractors.records import Figure
from rules.counting import counts, members
from rules.passages import Passage, Span, passages
from rules.profile import Profile
from rules.rule import Outcome, Rule, failed, lead, passed
from rules.submission import Submission

_COUNTERS = frozenset(
    {"个", "家", "项", "大类", "类", "方面", "种", "支", "所", "处", "部", "名", "人", "大", "块", "条", "座"}
)
_INTRODUCED = regex.compile(
    r"(?P<noun>[^，,。；;：:、（(\n]{0,16})(?:（[^（）]{0,20}）)?(?P<mark>[：:]|[，,]?(?:分别(?:是|为)|即(?!将|可)|依次是|具体(?:是|为)))"
)
_END = regex.compile(r"[。！？\n]")
_SEPARATED = regex.compile(r"[、，,；;]")
_OPEN_ENDED = regex.compile(r"等(?!级|次|额|效|于|价|待|同|距|候|离子)")
_PARTIAL = regex.compile(r"包括|其中|主要|如|例如|含")
_CHINESE = regex.compile(r"[两二三四五六七八九十]")
_START = regex.compile(r"[，,。；;：:\n]")
_MEMBER_END = frozenset("局科股室部处办委院校所站馆队厅镇乡村街区县市组会中心园场社")
_LEAST, _MOST = 2, 20


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each count with its list."""
    for passage in passages(submission):
        for figure in passage.figures:
            if _is_count(figure):
                yield from _after(passage, figure)
                yield from _before(passage, figure)


def _is_count(figure: Figure) -> bool:
    whole = figure.value is not None and figure.value == figure.value.to_integral_value()
    small = whole and figure.value is not None and _LEAST <= figure.value <= _MOST
    return bool(small) and figure.unit in _COUNTERS and figure.qualifier is None


def _after(passage: Passage, figure: Figure) -> Iterator[Outcome]:
    """`3个科室：a、b、c`; the list may end at the first comma, or at the first semicolon."""
    found = _INTRODUCED.match(passage.text, figure.end)
    if found is None or _PARTIAL.search(found["noun"]):
        return
    closing = _END.search(passage.text, found.end())
    stop = closing.start() if closing else len(passage.text)
    listed = passage.text[found.end() : stop]
    inside = [x for x in passage.figures if found.end() <= x.start < stop]
    if not _SEPARATED.search(listed) or any(x.unit == figure.unit for x in inside):
        return
    shorter = regex.split("[，；;]", listed)[0]
    if inside and "、" not in shorter:
        return
    known = counts(listed) | counts(regex.split("[；;]", listed)[0]) | counts(shorter)
    span = Span(passage.text[figure.start : stop], figure.start, stop)
    yield _judge(passage, figure, span, shorter if "、" in shorter else listed, known, sure=True)


def _before(passage: Passage, figure: Figure) -> Iterator[Outcome]:
    """`a、b、c三个部门`: Chinese numerals only, members of one kind."""
    if not _CHINESE.match(figure.text) or figure.start == 0:
        return
    starts = [found.end() for found in _START.finditer(passage.text, 0, figure.start)]
    start = starts[-1] if starts else 0
    listed = passage.text[start : figure.start]
    parts = members(listed)
    if len(parts) < _LEAST or listed.rstrip().endswith("等") or _OPEN_ENDED.search(listed):
        return
    span = Span(passage.text[start : figure.end + 6], start, figure.end + 6)
    alike = sum(part[-1] in _MEMBER_END for part in parts) >= len(parts) - 1
    if int(figure.value or 0) in counts(listed) or alike:
        yield _judge(passage, figure, span, listed, counts(listed), sure=False)


def _judge(
    passage: Passage, figure: Figure, span: Span, listed: str, known: set[int], *, sure: bool
) -> Outcome:
    stated = int(figure.value or 0)
    parts = regex.split("[；;]", listed)
    number = len(members(listed)) if "、" in listed else len(parts) if len(parts) > 1 else min(known)
    name = passage.text[figure.start : figure.end + 8].split("：")[0].split("，")[0].strip()
    about: dict[str, Any] = {
        "form": passage.form,
        "key": (name,),
        "subject": name,
        "evidence": [passage.quote(span, "叙述")],
    }
    if stated in known or (_OPEN_ENDED.search(listed) and stated >= min(known)):
        return passed(f"{figure.text}与列举的个数相符", **about)
    tell = failed if sure else lead
    return tell(
        f"文中称{figure.text}，列举了{number}个",
        expected=f"{number}个",
        observed=figure.text,
        difference=f"{abs(stated - number)}个",
        fact=(name, str(stated), str(number)),
        **about,
    )


RULE = Rule(id="F04", title="计数与列举一致", severity="一般", confidence="确定", check=check)
