"""E05: no date, preparer, contact anywhere in the submission.

比对：自评报告、汇总表等正式材料中有没有填报日期、填报人（经办人、联系人）、联系电话；印有这些栏目的是否填写。
意义：没有日期和联系人，版本先后、问题向谁核实都不清楚。
不适用：材料里只有评分表而没有报告、汇总表，又没有印这些栏目；三者有其一即可；口径规定不要求的。
示例：全部材料既无日期也无填报人、电话，报告；封面或落款有日期，不报。
依据：各地自评报告格式的落款要求；口径 imprint_expected。
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from rules.lines import Line, lines
from rules.passages import narrative
from rules.profile import Profile
from rules.rule import Outcome, Rule, failed, inapplicable, passed
from rules.submission import Submission

_DATE = regex.compile(
    r"(?:20\d{2}|二[〇○零0][一二三四五六七八九〇○零]{2})\s{0,3}[年./-]\s{0,3}(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])\s{0,3}[月./-]"
    r"(?:\s{0,3}(?:[0-3]?\d|[一二三]?十?[一二三四五六七八九]?)\s{0,3}日?)?"
)
_FIELD = regex.compile(
    r"(?:填报|填表|制表|经办|联系|审核)人|(?:项目|财务|单位)?负责人|(?:填报|填表|报告)日期|(?:联系)?电话"
)
_NOTHING = regex.compile(r"盖章|签字|签章|姓名|[（）()\s_＿年月日:：、/—-]")
_LONGEST = 60


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for the submission."""
    short = [line for line in lines(submission) if len(line.text) <= _LONGEST]
    fields = [(line, *field) for line in short for field in _fields(line)]
    formal = submission.of_kind("report", "summary")
    kind = formal[0].form_kind if formal else "department"
    expected = profile.at(submission.year, kind).imprint_expected
    if not fields and not (formal and expected):
        yield inapplicable("材料没有日期、填报人、联系电话栏，也不要求")
        return
    if any(value for _, _, value in fields) or _dated(submission, short):
        yield passed("材料写有日期或填报人")
        return
    blank = list(dict.fromkeys(name for _, name, _ in fields))
    known = f"“{'”“'.join(blank)}”栏未填写，" if blank else ""
    yield failed(
        f"{known}全部材料未见日期、填报人和联系电话",
        form=formal[0] if formal else fields[0][0].form,
        subject="日期、填报人、联系电话",
        expected="日期、填报人或联系电话",
        observed="未见",
        evidence=[line.quote("栏目") for line, _, _ in fields[:3]]
        or [line.quote("首行") for line in short[:1]],
    )


def _fields(line: Line) -> Iterator[tuple[str, str]]:
    """The labels of a line, each with what is written behind it or in the cell to its right."""
    found = list(_FIELD.finditer(line.text))
    ends = [each.start() for each in found[1:]] + [len(line.text)]
    for label, end in zip(found, ends[: len(found)], strict=True):
        beside = (line.beside or "") if label is found[-1] else ""
        value = _NOTHING.sub("", line.text[label.end() : end])
        yield label[0], value or _NOTHING.sub("", beside)


def _dated(submission: Submission, short: list[Line]) -> bool:
    """A date of its own line: cover, closing line, a date cell; one at the end of the report's text."""
    if any(_DATE.search(line.text) and len(_DATE.sub("", line.text)) <= _LONGEST // 3 for line in short):
        return True
    last = [passage.text.rstrip().rsplit("\n", 1)[-1] for passage in narrative(submission)[-1:]]
    return any(_DATE.fullmatch(text.strip()) for text in last)


RULE = Rule(
    id="E05",
    title="日期、填报人缺失",
    severity="提示",
    confidence="确定",
    check=check,
    norms=("imprint_expected",),
)
