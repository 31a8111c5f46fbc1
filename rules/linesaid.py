"""Amounts that a narrative states for one line of the money block: 基本支出, 项目支出.

The clause before the figure holds the line's name and words of amount, nothing else: 信息化项目支出,
基本支出中人员经费 speak of something narrower.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import regex

from extractors.records import Figure, Form
from rules import printed
from rules.budgeting import unit_form
from rules.comparing import same_fact
from rules.dating import years
from rules.denotation import Printed
from rules.interim import interim
from rules.money import Line, fund_lines
from rules.passages import Passage, narrative
from rules.submission import Submission

_CLAUSE = regex.compile(r"[，,。；;：:、（(\n]")
_SAID = regex.compile(
    r"\s*(?:其中|(?:20\d\d)年度?|全年|本年度?|当年|部门|单位|我局|年初|安排|完成|实际)*+"
    r"(?P<name>基本支出|项目支出|(?:本年|当年)?财政拨款|上年结转|其他资金|自筹资金|单位资金)(?:资金)?(?:年初|全年|调整后?)?(?:预算|决算|执行)?(?:数|支出|金额|总额|合计)?(?:安排)?(?:为|共|共计|是)?\s*"
)
_ITEMS = {
    "基本": "basic",
    "项目": "project",
    "本年": "fiscal",
    "当年": "fiscal",
    "财政": "fiscal",
    "上年": "carryover",
    "其他": "other",
}
_ITEMS |= {"自筹": "other", "单位": "other"}


class LineSaid(msgspec.Struct, frozen=True, kw_only=True):
    """An amount that claims to be one line's; `agrees` with a cell of that line or not."""

    passage: Passage
    figure: Figure
    form: Form
    line: Line
    column: str
    said: Printed
    cell: Printed
    agrees: bool
    other: tuple[Line, str] | None  # the line and column that print this amount


def lines_said(submission: Submission) -> Iterator[LineSaid]:
    """All such amounts of the reports, this year's, in order of the text."""
    form = unit_form(submission)
    if form is None or form.subordinate_count:
        return
    lines = fund_lines(submission, form)
    for passage in narrative(submission):
        for figure in passage.figures:
            column = {"budget": "budget", "executed": "executed"}.get(figure.kind or "")
            said = printed.figure(figure)
            if column is None or figure.unit != "元" or said is None:
                continue
            before = passage.before(figure)
            found = _SAID.fullmatch(_CLAUSE.split(before)[-1])
            if (
                found is None
                or interim(passage.text, figure.start)
                or not set(years(before)) <= {submission.year}
            ):
                continue
            own = [x for x in lines if x.item == _ITEMS[found["name"][:2]]]
            if len(own) == 1 and (cell := getattr(own[0], column)) is not None:
                yield _one(passage, figure, form, lines, own[0], column, said, cell)


def _one(
    passage: Passage,
    figure: Figure,
    form: Form,
    lines: list[Line],
    line: Line,
    column: str,
    said: Printed,
    cell: Printed,
) -> LineSaid:
    own = (line.initial, line.budget, line.executed)  # 全年预算数…，其中：基本支出… is a budget
    agrees = any(same_fact(said, x).agrees for x in own if x is not None)
    others = (
        (x, name)
        for name in (column, "executed" if column == "budget" else "budget")
        for x in lines
        if (amount := getattr(x, name)) is not None and amount.value and same_fact(said, amount).agrees
    )
    return LineSaid(
        passage=passage,
        figure=figure,
        form=form,
        line=line,
        column=column,
        said=said,
        cell=cell,
        agrees=agrees,
        other=None if agrees else next(others, None),
    )
