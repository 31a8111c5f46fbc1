"""What a narrative claims about the money of a form, against the money rows.

A figure claims the whole only where nothing but words of the whole introduce it
(2021年部门预算数, 决算数); any other word may narrow it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import msgspec
import regex
from msgspec.structs import replace

from extractors.numerals.fraction import Fraction
from extractors.records import Evidence, Figure, Form, Fund, Link
from rules import printed
from rules.comparing import same_fact
from rules.denotation import Printed
from rules.interim import interim
from rules.money import Line, fund_lines, parts, whole
from rules.passages import LONGEST, Passage, narrative
from rules.quoting import cell
from rules.submission import Submission
from rules.text import first, norm, words
from rules.wording import plain

COLUMNS = {"initial": "年初预算数", "budget": "全年预算数", "executed": "全年执行数"}
_KINDS = {"budget": "budget", "executed": "executed"}
_LINE_WORDS = {"project": "项目支出", "basic": "基本支出"}
_YEAR = regex.compile(r"((?:19|20)\d\d)\s?年")
_CLAUSE = regex.compile(r"[，,。；;：:、（(\n]")
_BOUND = r"(?:均|已|都)?(?:超过|高于|低于|不足|不到|不低于|突破|达到?了?|稳定在|保持在|在)"
_SPENT = regex.compile(rf"(?:执行|支出|支付)(?:率|进度)(?:为|达到?|是|已达|{_BOUND})?\s*$")
_WHOSE = regex.compile(r"(?:本|该)?(?:项目|资金|预算|总体|整体)")
_BOUND_LAST = regex.compile(rf"{_BOUND}\s*$")
_STOPS = regex.compile(r"[。；;\n]")
_SURE = regex.compile(r"全年预算|调整后|调整预算|执行|决算|实际支出|总支出|支出合计|支出总额|全年支出")
_NUMBERING = regex.compile(r"^(?:资金来源|资金结构|其中)?[：:]?|[（(]\d+[)）]")
_LABEL = 16  # characters at the start of a paragraph that may be its heading
_AT_HOME = frozenset({"budget", "overview", "duties", "conclusion", "management", "process", "other"})
_UNIT_WIDE = regex.compile(r"部门|单位|整体|全年|年度|年初|当年|本年|20\d\d年|我局|决算")
_PROJECT = regex.compile(r"(?<![子\p{N}个各类等大])(?:本|该)?项目")
_ARRIVED = regex.compile(r"(?:资金|实际|共)*到位(?:资金)?(?=[^，,；;：:。]{0,20}[，,；;])")
_NARROW = regex.compile(r"项目支出|基本支出|三公|基金|国有资本|社会保险|人员经费|公用经费|采购")


class Claimed(msgspec.Struct, frozen=True, kw_only=True):
    """An amount that claims to be the unit's whole budget or execution.

    `column` is the cell that it must equal: initial, budget, executed. `total` what the form
    prints or adds up to there; `other` another line of the form with the same amount.
    """

    passage: Passage
    figure: Figure
    form: Form
    column: str
    words: str  # what introduces it, as printed
    opening: bool  # the text says 年初
    explicit: bool  # its words leave no choice of column: 全年预算数, 决算数
    total: Printed
    quoted: Evidence
    other: tuple[str, Line, str] | None  # label, line, column


def claimed(submission: Submission) -> list[Claimed]:
    """All such amounts of the reports, in order of the text."""
    known: list[Claimed] | None = submission.shared.get("claimed money")
    if known is None:
        known = submission.shared["claimed money"] = list(_claimed(submission))
    return known


def said(one: Claimed) -> Printed:
    """The amount as printed."""
    value = printed.figure(one.figure)
    assert value is not None
    return value


def unit_form(submission: Submission) -> Form | None:
    """The form whose money a report speaks of: the unit's own, or the only project's."""
    unit = submission.of_kind("department")
    others = submission.of_kind("project", "transfer")
    return unit[0] if len(unit) == 1 else others[0] if not unit and len(others) == 1 else None


def total(lines: list[Line], column: str) -> Printed | None:
    """The whole of a column: the total row's cell, or the sum of the sources, or of the structure."""
    line = whole(lines)
    found: Printed | None = getattr(line, column) if line is not None else None
    if found is not None:
        return found
    for partition in ("source", "structure"):
        amounts: list[Printed] = [
            getattr(x, column) for x in parts(lines, partition) if getattr(x, column) is not None
        ]
        if amounts:
            value = sum((x.value for x in amounts), Fraction(0))
            return replace(
                amounts[0],
                value=value,
                step=max(x.step for x in amounts),
                text=plain(value / amounts[0].scale),
            )
    return None


def whole_words(passage: Passage, figure: Figure, year: int | None, form: Form | None = None) -> bool:
    """True where the words from the sentence's start to the figure speak of the whole, this year.

    In the report of a single project 项目 is the whole; 到位资金 said before is another stage of it.
    """
    single = form is not None and form.form_kind in {"project", "transfer"}
    before = _unnarrowed(passage, figure, single)
    if before is None or interim(passage.text, figure.start):
        return False
    named = _YEAR.findall(before)
    if named and year is not None and int(named[-1]) != year:
        return False
    clause = _CLAUSE.split(before)[-1]
    if single:
        clause = _PROJECT.sub("单位", clause)
    rate = figure.kind == "completion_rate"
    if rate:
        clause = _BOUND_LAST.sub("", clause)
    rest = _known_words().sub("", norm(_YEAR.sub("", clause)))
    at_home = (
        passage.key in _AT_HOME
        or (single and rate and _boasted(passage, figure))
        or _UNIT_WIDE.search(clause) is not None
    )
    return not rest and bool(clause.strip()) and at_home


def _boasted(passage: Passage, figure: Figure) -> bool:
    """Among the problems of a project a low rate may be a part's; 项目资金执行率超过90% is the whole's."""
    named = _WHOSE.match(passage.clause_before(figure).strip()) is not None
    return passage.key == "problems" and figure.qualifier in {"gt", "ge"} and named


def _unnarrowed(passage: Passage, figure: Figure, single: bool) -> str | None:
    """The text before the figure in its sentence; None where a word there, or a heading, narrows it."""
    before = passage.before(figure)
    start = passage.text.rfind("\n", max(0, figure.start - LONGEST), figure.start) + 1
    label = passage.text[start : min(start + _LABEL, figure.start)]
    if single:
        own = _ARRIVED.sub("", _PROJECT.sub("", before))
        return None if _NARROW.search(_PROJECT.sub("", label)) or first(own, "money_scope") else before
    narrowed = _NARROW.search(passage.headings) or _NARROW.search(label) or first(before, "money_scope")
    return None if narrowed else before


def _claimed(submission: Submission) -> Iterator[Claimed]:
    form = unit_form(submission)
    if form is None:
        return
    lines = fund_lines(submission, form)
    for passage in narrative(submission):
        for figure in passage.figures:
            links = [x for x in submission.links_of(figure) if x.table in {"funds", "summary_rows"}]
            column = _KINDS.get(figure.kind or "")
            if not links or column is None or figure.unit != "元":
                continue
            follows = column == "executed" and _follows_whole(passage, figure, lines)
            follows = follows and not interim(passage.text, figure.start)
            if follows or whole_words(passage, figure, submission.year, form):
                yield from _one(passage, figure, form, lines, column, links)


def _follows_whole(passage: Passage, figure: Figure, lines: list[Line]) -> bool:
    """Whether the budget just before it is the whole one, whatever narrows it: 局机关全年预算数…，执行数…"""
    before, budget = passage.last_before(figure.start), total(lines, "budget")
    stated = printed.figure(before) if before is not None and before.kind == "budget" else None
    if before is None or stated is None or budget is None or stated.value != budget.value:
        return False
    between = passage.text[before.end : figure.start]
    named = norm(_CLAUSE.sub("", between))
    return not _STOPS.search(between) and bool(named) and not _known_words().sub("", named)


def _one(
    passage: Passage, figure: Figure, form: Form, lines: list[Line], column: str, links: list[Link]
) -> Iterator[Claimed]:
    value = printed.figure(figure)
    clause = _CLAUSE.split(passage.before(figure))[-1]
    opening = column == "budget" and "年初" in clause
    stands = "initial" if opening and total(lines, "initial") is not None else column
    whole_amount = total(lines, stands)
    if value is None or whole_amount is None or whole_amount.value < 0:
        return
    yield Claimed(
        passage=passage,
        figure=figure,
        form=form,
        column=stands,
        words=clause.strip(),
        opening=opening,
        explicit=_SURE.search(clause) is not None,
        total=whole_amount,
        quoted=_quote_total(lines, stands, form),
        other=_other(value, lines, stands),
    )


def _other(value: Printed, lines: list[Line], column: str) -> tuple[str, Line, str] | None:
    """The line that prints this amount: in the same column first, then in the other."""
    for name in (column, *(x for x in COLUMNS if x != column)):
        for line in lines:
            amount = getattr(line, name)
            if amount is not None and amount.value and same_fact(value, amount).agrees:
                return label(line), line, name
    return None


def label(line: Line) -> str:
    """The row as people call it: 项目支出 for （2）项目支出."""
    name = _NUMBERING.sub("", line.name).strip()
    return _LINE_WORDS.get(line.item, name or line.name)


def _quote_total(lines: list[Line], column: str, form: Form) -> Evidence:
    line = whole(lines)
    if line is not None and getattr(line, column) is not None:
        return cell(line.row, column, f"合计·{COLUMNS[column]}")
    summed = [*parts(lines, "source"), *parts(lines, "structure")]
    shown = next(x for x in summed if getattr(x, column) is not None)
    assert isinstance(shown.row, Fund)
    return cell(shown.row, column)


@cache
def _known_words() -> regex.Pattern[str]:
    terms = sorted(words("whole_budget"), key=len, reverse=True)
    return regex.compile("|".join(map(regex.escape, terms)))


class Execution(msgspec.Struct, frozen=True, kw_only=True):
    """An execution rate that claims to be the whole's, with the form's own two amounts."""

    passage: Passage
    figure: Figure
    executed: Printed
    budget: Printed
    rate: Printed | None  # as the form prints it
    quoted: list[Evidence]


def executions(submission: Submission) -> Iterator[Execution]:
    """Execution rates of the whole in the reports, where the form prints budget and execution."""
    form = unit_form(submission)
    lines = fund_lines(submission, form) if form is not None else []
    budget, executed = total(lines, "budget"), total(lines, "executed")
    if form is None or budget is None or executed is None:
        return
    line = whole(lines)
    for passage in narrative(submission):
        for figure in passage.figures:
            linked = any(x.table == "funds" and x.column == "rate" for x in submission.links_of(figure))
            named = figure.kind == "completion_rate" and _SPENT.search(passage.clause_before(figure))
            if (
                (linked or named)
                and figure.unit == "%"
                and whole_words(passage, figure, submission.year, form)
            ):
                yield Execution(
                    passage=passage,
                    figure=figure,
                    executed=executed,
                    budget=budget,
                    rate=line.rate if line is not None else None,
                    quoted=[_quote_total(lines, x, form) for x in ("executed", "budget")],
                )
