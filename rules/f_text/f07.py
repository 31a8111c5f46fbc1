"""F07: “今年” in a paragraph whose own years lie before the year of the report.

比对：同一段落中“今年”“今年以来”“本年”与段内写明的最近年份；全文只提到的党代会、五年规划与报告年度；句中只写上年、
而数字（三位以上）与本年度自评表相同的。
意义：“今年”落在旧年份之后，多为沿用往年报告的段落，所述情况未必是本年度的。
不适用：段内写有报告年度或更晚的年份；只写历史沿革而没有“今年”；“2021年以来”；文号、法规标题里的年份；规划、
会议作为回顾（“十三五”期间、收官）提及，或同时提到现行的。规划、会议过时只提请核对。
示例：2021年度报告中“2019年2月挂牌成立……今年以来，我局……”报告；“2019年2月挂牌成立”一句不报。
依据：自评报告应反映评价年度情况（财预〔2020〕10号）；会议、规划起止年见 rules/data/eras.toml。
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import regex

from extractors.records import Figure, Form
from rules.dating import Era, eras, years
from rules.passages import TOLD, Passage, Span, narrative, paragraphs, sentence_of
from rules.profile import Profile
from rules.rule import Outcome, Rule, failed, inapplicable, lead, or_inapplicable, passed
from rules.submission import Submission

_STATES = {"actual", "executed", "budget"}
_COLUMNS = {"actual", "executed", "budget"}
_OF_THE_YEAR = TOLD | {"budget"}
_DIGITS, _QUOTES = 3, 4
_COMPARES = regex.compile(r"上年|去年|同比|相比|以来|截至|截止|累计|起|结转|增长|增加|减少|下降|提高")
_NOW = regex.compile(r"今年以来|今年|本年度?以来")
_LOOKING_BACK = regex.compile(r"期间|以来|收官|时期|总结|评估|回顾|末|完成了|圆满")


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each paragraph with 今年; one for congresses, one for plans that are past."""
    yield from or_inapplicable(_outcomes(submission, profile), "没有写明年份而称“今年”的段落")


def _outcomes(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    year = submission.year
    if year is None:
        yield inapplicable("报告年度不明")
        return
    for passage in narrative(submission):
        for span in paragraphs(passage.text):
            yield from _paragraph(passage, span, year)
    yield from _misdated(submission, year)
    for form in submission.reports:
        texts = [passage for passage in narrative(submission) if passage.form is form]
        yield from _past(form, texts, year)


def _paragraph(passage: Passage, span: Span, year: int) -> Iterator[Outcome]:
    now = _NOW.search(span.text)
    named = years(span.text)
    if now is None or not named:
        return
    latest = max(named)
    start = max(0, now.start() - 6)
    about: dict[str, Any] = {
        "form": passage.form,
        "key": (passage.section.heading if passage.section else "", now[0]),
        "subject": passage.section.heading if passage.section else None,
    }
    if latest >= year:
        yield passed(f"“{now[0]}”所在段落写有{latest}年", **about)
        return
    at = next(found for found in regex.finditer(rf"{latest}\s?年", span.text))
    dated = Span(span.text[at.start() : at.end() + 20], span.start + at.start(), span.start + at.end() + 20)
    said = Span(span.text[start : now.end() + 20], span.start + start, span.start + now.end() + 20)
    yield failed(
        f"段落写明的年份最近为{latest}年，其后称“{now[0]}”，与报告年度{year}年不一致",
        expected=f"{year}年",
        observed=f"{latest}年",
        evidence=[passage.quote(dated, "年份"), passage.quote(said, "“今年”")],
        **about,
    )


def _misdated(submission: Submission, year: int) -> Iterator[Outcome]:
    """This year's figure in a sentence that names last year and no other: one line for a report."""
    found = [
        (passage, figure, span)
        for passage in narrative(submission)
        if passage.keys & _OF_THE_YEAR
        for figure in passage.figures
        if figure.kind in _STATES and _is_cell(submission, figure) and _telling(figure)
        for span in [sentence_of(passage, figure)]
        if set(years(span.text)) == {year - 1} == set(years(passage.before(figure)))
        and not _COMPARES.search(span.text)
    ]
    if not found:
        return
    passage, figure, _ = found[0]
    yield failed(
        f"叙述写作{year - 1}年的“{figure.text}”，与{year}年度自评表的数相同，年份可能未更新",
        form=passage.form,
        key=("年份未更新",),
        subject=figure.subject,
        expected=f"{year}年",
        observed=f"{year - 1}年",
        evidence=[each.quote(part, "叙述") for each, _, part in found[:_QUOTES]],
    )


def _is_cell(submission: Submission, figure: Figure) -> bool:
    return any(link.relation == "equal" and link.column in _COLUMNS for link in submission.links_of(figure))


def _telling(figure: Figure) -> bool:
    """A number that two years hardly share: three digits or more."""
    return sum(c.isdigit() for c in figure.text) >= _DIGITS and figure.value != 100


def _past(form: Form, texts: list[Passage], year: int) -> Iterator[Outcome]:
    for kind in ("党代会", "五年规划"):
        named = [(era, *found) for era in eras() if era.kind == kind for found in _named(era, texts)]
        if not named:
            continue
        newest = max(named, key=lambda entry: entry[0].since)
        era, passage, span = newest
        about: dict[str, Any] = {"form": form, "key": (kind,), "subject": kind}
        if era.until >= year:
            yield passed(f"{kind}的提法与{year}年度相合", **about)
            continue
        yield lead(
            f"全文只提到“{era.names[0]}”，{year}年度已有新的{kind}",
            severity="提示",
            evidence=[passage.quote(span, kind)],
            **about,
        )


def _named(era: Era, texts: list[Passage]) -> Iterator[tuple[Passage, Span]]:
    for passage in texts:
        for name in era.names:
            at = passage.text.find(name)
            if at >= 0:
                around = passage.text[at : at + len(name) + 8]
                if era.kind == "党代会" or not _LOOKING_BACK.search(around):
                    yield passage, passage.around(at, at + len(name))
                break


RULE = Rule(id="F07", title="年份锚定", severity="一般", confidence="推断", check=check)
