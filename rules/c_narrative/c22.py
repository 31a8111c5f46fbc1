"""C22: a completion date as the text states it against the date in the form.

比对：报告中“项目（工程）于某年某月（底前）完工、竣工、建成、完成”的日期，与时效指标中以日期填写的完成值。
意义：报告说按期完工而表内完工在后，时效结论不实。
不适用：表内没有以日期填写的完成值，或不止一行；句中有几个日期；主体、阶段、前期、招标、第一批等部分工作；“完成”“建成”之后另有所指（完成勘察、完成80%、建成样板段）；计划、预计、延期；报告日期与
表内日期可以是同一天。句子没有以项目、工程或该指标名称作主语的，只提请核对。没有写年份的按报告年度理解。
示例：表内完工时间2022年12月，报告“项目于10月底前完工”，报告；“2022年12月全部完工”不报。
依据：自评报告与自评表应一致。本规则为目录之外增补。
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import regex

from extractors.records import Form, Indicator
from rules.dating import Day, days
from rules.linking.names import held
from rules.passages import PLANNED, Passage, Span, narrative, sentences
from rules.profile import Profile
from rules.quoting import cell, row_name
from rules.rule import Outcome, Rule, failed, lead, or_inapplicable, passed
from rules.submission import Submission

_BARE = regex.compile(r"(?<![年\d.\-/])(?P<month>1[0-2]|[1-9])\s?月(?!\s?龄)")
_TIMED = regex.compile(r"时间|时效|日期|工期|完工|竣工")
_DONE = regex.compile(r"完工|竣工|建成|完成|投入使用|交付|验收")
_SUBJECT = regex.compile(
    r"^(?:本|该|全部|整个|各|所有)?(?:项目|工程|建设任务|建设|任务)?(?:已|均|全部|全面|整体|按期|如期)*(?:于|在|至|到)?$"
)
_APART = regex.compile(
    r"上年|去年|合同|主体|阶段|前期|招标|设计|一期|首批|第[一二三]批|部分|计划|预计|拟|应于|须于|目标|要求|延期|推迟|未|开工|启动|验收|支付|培训|采购合同|申报"
)
_OTHER_THING = regex.compile(
    r"(?:完成|建成)(?!(?:了|全部|所有|全面|整体|项目|工程|本|该|各项)*(?:建设|施工|竣工|完工|改造|实施|任务|工程|项目|内容|工作|并|后|投入使用|交付|及)*(?:[，,；;。！？）)]|$))"
)
_ENDED = regex.compile(r"完工|竣工|投入使用|交付")
_CLAUSE = regex.compile(r"[^，,；;。！？\n]++")


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each dated completion, where the form prints one completion date."""
    yield from or_inapplicable(_outcomes(submission), "表内没有以日期填写的完成值，或报告没有写完成日期")


def _outcomes(submission: Submission) -> Iterator[Outcome]:
    rows = [(form, row, day) for form, row in _rows(submission) if (day := _day(row.actual_text)) is not None]
    if len(rows) != 1 or submission.year is None:
        return
    for passage in narrative(submission):
        if passage.keys & PLANNED or "月" not in passage.text:
            continue
        for sentence in sentences(passage.text):
            yield from _sentence(submission.year, passage, sentence, *rows[0])


def _rows(submission: Submission) -> Iterator[tuple[Form, Indicator]]:
    for form in submission.scored_forms:
        for row in submission.indicators_of(form):
            name = f"{row_name(row)}{row.level2 or ''}"
            if "月" in (row.actual_text or "") and _TIMED.search(name):
                yield form, row


def _day(text: str | None) -> Day | None:
    found = days(text or "")
    return found[0] if len(found) == 1 and not regex.search(r"前|预计|未|延", text or "") else None


def _sentence(
    year: int, passage: Passage, sentence: Span, form: Form, row: Indicator, day: Day
) -> Iterator[Outcome]:
    clauses = [x for x in _CLAUSE.finditer(sentence.text) if _DONE.search(x[0]) and "月" in x[0]]
    if len(clauses) != 1 or _APART.search(clauses[0][0]) or _of_another(clauses[0][0]):
        return
    text = _BARE.sub(lambda found: f"{year}年{found['month']}月", clauses[0][0])
    told = days(text)
    if len(told) != 1:
        return
    said, before = told[0], text[: told[0].start].strip()
    limit = text[said.end : said.end + 2].startswith(("前", "以前", "之前"))
    named = held(row_name(row), clauses[0][0]) >= 0.6
    sure = named or _SUBJECT.match(before) is not None
    about: dict[str, Any] = {
        "form": passage.form,
        "key": (row_name(row), "完成日期"),
        "subject": row_name(row),
        "evidence": [passage.quote(sentence, "叙述完成日期"), cell(row, "actual")],
    }
    late = day.first > said.last
    if not late and (limit or day.last >= said.first):
        yield passed(f"叙述完成日期{said.text}与表内{row.actual_text}不矛盾", **about)
        return
    yield (failed if sure else lead)(
        f"报告称“{clauses[0][0].strip()}”，“{row_name(row)}”表内完成值为{row.actual_text}",
        expected=row.actual_text,
        observed=clauses[0][0].strip(),
        **about,
    )


def _of_another(clause: str) -> bool:
    """`于6月完成勘察`: what is finished is a step, a share or a part, not the project."""
    return not _ENDED.search(clause) and _OTHER_THING.search(clause) is not None


RULE = Rule(id="C22", title="叙述完成日期与表内日期", severity="重要", confidence="推断", check=check)
