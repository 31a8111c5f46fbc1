"""Budget, execution, their rate as a narrative states them, against the money rows of the forms.

A figure claims a scope: the words before it name a line (项目支出) or, where they name none,
the whole unit. What conflicts with the line that it claims is compared with every other line,
sum, difference: 593 that claims the total equals 项目支出.
"""

from __future__ import annotations

from collections.abc import Collection

import msgspec
import regex

from extractors.numerals.fraction import Fraction
from extractors.records import Figure, Form, Fund, Link, SummaryRow
from rules import printed
from rules.comparing import CONFLICT, EXACT, ROUNDED, TRUNCATED, WITHIN, at_column_precision, same_fact, total
from rules.dating import years
from rules.denotation import Printed
from rules.interim import interim
from rules.submission import Submission
from rules.wording import money

_RELATIONS = {
    EXACT: "equal",
    ROUNDED: "rounded",
    TRUNCATED: "truncated",
    WITHIN: "within",
    CONFLICT: "conflict",
}
_SCOPES = {
    "project": regex.compile(r"项目(?:支出|经费|资金|预算)"),
    "basic": regex.compile(r"基本(?:支出|经费|预算)"),
    "fiscal": regex.compile(r"财政(?:拨款|资金|预算)|一般公共预算"),
    "carryover": regex.compile(r"结转"),
    "other": regex.compile(r"其他资金|自有资金|单位资金"),
}
_WHOLE = regex.compile(
    r"(?:(?:20\d\d年度?|全年|年初|年度|本年|当年|部门|单位|本级|我局|整体|批复|到位|实际|调整后?|收入|收支|总|的|经费|财政)*+)"
    r"(?:预算|决算|支出|执行|资金|收入)(?:数|总额|合计|总计|金额|总数|安排|执行数|支出数?|总支出|收入)?"
)
_OTHER_THING = regex.compile(
    r"三公|公务|接待|会议费|培训费|人员经费|公用经费|工资|补助|补贴|采购|专项|工程|上年|去年"
)
_LABEL_LEAD = regex.compile(r"^\s*(?:资金来源|资金结构|其中)?[：:]?\s*(?:[（(]\d[）)])?\s*")
_CLAUSE = regex.compile(r"[，,、。；;：:\n]")
_STOP = regex.compile(r"[。\n]")
_REVISED = regex.compile(r"追加|调[整增减]|追减|核增|核减")
_ENDS = "。；;！？\n"
_LEAD = 80  # characters before an amount that tell whose it is
_RATE_SPOKEN = regex.compile(r"(?:预算|资金|支出|经费)?(?:执行|支出|完成)(?:率|进度)")


class _Line(msgspec.Struct, frozen=True, kw_only=True):
    """An amount or a rate that a form prints, or that follows from what it prints."""

    table: str
    form_id: str
    row: int
    column: str
    item: str
    name: str
    value: Printed


def money_links(submission: Submission, taken: Collection[str]) -> list[Link]:
    """Links of the amounts and execution rates that are not `taken` by an indicator row."""
    form = _form(submission)
    if form is None:
        return []
    lines = _lines(submission, form)
    out: list[Link] = []
    for figure in submission.figures:
        if figure.source not in {"text", "heading"} or figure.figure_id in taken or not _speaks(figure):
            continue
        found = _match(figure, lines, form)
        differs = found is not None and found.relation in {"conflict", "scope"}
        if found is not None and not (differs and _of_another(figure, found.column, lines, submission)):
            out.append(found)
    return out


def _of_another(figure: Figure, column: str, lines: list[_Line], submission: Submission) -> bool:
    """It speaks of something that no cell holds: a date within the year, another year, a narrower kind of
    expense, what a budget was before it was revised.
    """
    sections = (x for x in submission.sections if x.section_id == figure.section_id)
    part = next((x for x in sections if x.form_id == figure.form_id), None)
    text = "" if part is None else part.heading if figure.source == "heading" else part.text
    start = max(0, figure.start - _LEAD, *(text.rfind(mark, 0, figure.start) + 1 for mark in _ENDS))
    before = text[start : figure.start]
    clause = _CLAUSE.split(before)[-1]
    named = years(before)
    after = _STOP.split(text[figure.end : figure.end + _LEAD])[0]
    opening = "年初" in clause and column == "budget" and _REVISED.search(after) is not None
    opening = opening and not any(x.column == "initial" for x in lines)
    return (
        interim(text, figure.start) is not None
        or bool(named and submission.year is not None and named[-1] != submission.year)
        or _OTHER_THING.search(clause) is not None
        or opening
    )


def _form(submission: Submission) -> Form | None:
    """The unit's own form; a single project's where it has no other."""
    unit = submission.of_kind("department")
    others = submission.of_kind("project", "transfer")
    return unit[0] if unit else others[0] if len(others) == 1 else None


def _speaks(figure: Figure) -> bool:
    if figure.kind in {"budget", "executed"}:
        return figure.unit == "元"
    rated = figure.kind == "completion_rate" and figure.unit == "%"
    return rated and _RATE_SPOKEN.search(f"{figure.subject or ''}{''.join(figure.cues)}") is not None


def _scope(figure: Figure) -> str | None:
    """The line that a figure claims; None where it may speak of something else."""
    subject = figure.subject or ""
    for item, words in _SCOPES.items():
        if words.search(subject):
            return item
    if _OTHER_THING.search(subject):
        return None
    if figure.kind == "completion_rate":
        return "total" if _RATE_SPOKEN.fullmatch(subject) or _WHOLE.fullmatch(subject) else None
    return "total" if _WHOLE.fullmatch(subject) else None


def _match(figure: Figure, lines: list[_Line], form: Form) -> Link | None:
    said = printed.figure(figure)
    column = {"budget": "budget", "executed": "executed"}.get(figure.kind or "", "rate")
    candidates = [line for line in lines if (line.column == "rate") == (column == "rate")]
    if said is None or not candidates:
        return None
    claimed = _scope(figure)
    if claimed == "project" and form.form_kind in {"project", "transfer"}:
        claimed = "total"  # 项目预算 is all that a project's form speaks of
    wanted = ("initial", "budget") if column == "budget" and "年初" in (figure.subject or "") else (column,)
    home = [x for x in candidates if x.item == claimed and x.column in wanted]
    for line in home:
        verdict = same_fact(said, line.value).verdict
        if verdict != CONFLICT:
            return _link(figure, line, _RELATIONS[verdict], 0.9)
    equal = [x for x in candidates if same_fact(said, x.value).verdict in {EXACT, ROUNDED}]
    equal.sort(key=lambda x: (x.column not in wanted, x.table != "funds", x.item == "total"))
    if equal and (home or claimed is None):
        same_claim = claimed is None
        note = None if same_claim else _note(said, home[0], equal[0], lines, form)
        return _link(figure, equal[0], "equal" if same_claim else "scope", 0.6 if same_claim else 0.8, note)
    if home and claimed is not None:
        return _link(figure, home[0], "conflict", 0.6, _note(said, home[0], None, lines, form))
    return None


def _note(said: Printed, home: _Line, equal: _Line | None, lines: list[_Line], form: Form) -> str:
    """The difference from the line claimed, in words, with the line that it equals."""
    gap = home.value.value - said.value
    if home.column == "rate":
        return f"与{home.name}执行率不同" + (f"，等于{equal.name}执行率" if equal else "")
    words = f"等于{equal.name}；" if equal else ""
    words += f"与{home.name}相差{money(abs(gap), form.amount_unit)}"
    missing = Printed(value=abs(gap), step=max(said.step, home.value.step))
    others = [
        line
        for line in lines
        if line.column == home.column and line.item not in {"total", home.item} and line is not equal
        if line.value.value and same_fact(missing, line.value).verdict in {EXACT, ROUNDED}
    ]
    return words + (f"，差额等于{others[0].name}" if others else "")


def _lines(submission: Submission, form: Form) -> list[_Line]:
    funds = submission.funds_of(form)
    out: list[_Line] = []
    for column in ("initial", "budget", "executed"):
        out += _amounts(funds, column, form)
    out += [_of_fund(fund, "rate", rate) for fund in funds if (rate := printed.rate(fund)) is not None]
    for summary in submission.of_kind("summary"):
        rows = submission.summary_of(summary)
        own = next((row for row in rows if not row.is_total), None)
        if own is not None:
            out += _of_summary(own, summary)
    has_rate = any(line.item == "total" and line.column == "rate" for line in out)
    fiscal = [line for line in out if line.item == "fiscal"]
    alone = fiscal if fiscal and _is_whole(out) else []
    return out + [
        msgspec.structs.replace(line, item="total") for line in alone if not has_rate or line.column != "rate"
    ]


def _amounts(funds: list[Fund], column: str, form: Form) -> list[_Line]:
    rows = [
        (fund, value)
        for fund in funds
        if (value := printed.amount(fund, column, form.amount_unit)) is not None
    ]
    values = at_column_precision([value for _, value in rows])
    lines = [_of_fund(fund, column, value) for (fund, _), value in zip(rows, values, strict=True)]
    if any(line.item == "total" for line in lines):
        return lines
    for partition in ("source", "structure"):
        parts = [line for line, (fund, _) in zip(lines, rows, strict=True) if fund.partition == partition]
        if parts:
            summed = sum((part.value.value for part in parts), Fraction(0))
            step = max(part.value.step for part in parts)
            whole = msgspec.structs.replace(parts[0].value, value=summed, step=step, text="")
            return [*lines, msgspec.structs.replace(parts[0], item="total", name="合计", value=whole)]
    return lines


def _is_whole(lines: list[_Line]) -> bool:
    """财政拨款 is all there is: no other source has money."""
    sums = [line for line in lines if line.item == "total" and line.column in {"budget", "executed"}]
    own = [line for line in lines if line.item == "fiscal" and line.column in {"budget", "executed"}]
    pairs = [(a, b) for a in own for b in sums if a.column == b.column]
    return bool(pairs) and all(total(b.value, [a.value]).agrees for a, b in pairs)


def _of_fund(fund: Fund, column: str, value: Printed) -> _Line:
    item = "total" if fund.partition == "total" else fund.item
    name = _LABEL_LEAD.sub("", fund.label).strip() or fund.label
    return _Line(
        table="funds", form_id=fund.form_id, row=fund.row, column=column, item=item, name=name, value=value
    )


def _of_summary(row: SummaryRow, form: Form) -> list[_Line]:
    amounts = {column: printed.amount(row, column, form.amount_unit) for column in ("budget", "executed")}
    return [
        _Line(
            table="summary_rows",
            form_id=row.form_id,
            row=row.row,
            column=column,
            item="total",
            name="汇总表",
            value=value,
        )
        for column, value in [*amounts.items(), ("rate", printed.rate(row))]
        if value is not None
    ]


def _link(figure: Figure, line: _Line, relation: str, confidence: float, note: str | None = None) -> Link:
    return Link(
        figure_id=figure.figure_id,
        document_id=figure.document_id,
        form_id=line.form_id,
        table=line.table,
        row=line.row,
        column=line.column,
        confidence=confidence,
        relation=relation,
        note=note,
    )
