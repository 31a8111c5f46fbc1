"""C14: the opening budget of the text is the adjusted budget of the form, though money was added.

比对：文中称“年初预算”的金额，与表内全年（调整后）预算数同一数额；而该行执行率超过105%，或文中写有追加、调整。
意义：年中追加之后全年预算数应随之调整；两数相同，执行率的分母就不可靠。
不适用：表内有年初预算数栏；文中另写明与表内合计一致的调整后预算，而年初预算与之不同；执行率不超过105%且文中没有追加；“避免追加”等打算。执行率不超过105%而文中写有追加的，只
提请核对。
示例：“年初预算数593万元”等于项目支出全年预算数593，执行率1024.63%，报告；没有追加、执行率98%不报。
依据：预算法第六十七条；自评表“全年预算数”为调整后预算数（财预〔2020〕10号表注）。
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rules.budgeting import Claimed, claimed, label, said
from rules.comparing import same_fact
from rules.money import Line, fund_lines, whole
from rules.passages import Passage, Span, clauses, narrative
from rules.profile import Profile
from rules.quoting import cell
from rules.quoting import figure as quoted
from rules.rule import Outcome, Rule, failed, inapplicable, lead, or_inapplicable, passed
from rules.submission import Submission
from rules.text import first, words

_OVER = 105
_NEAR = 8


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each amount that is called the opening budget."""
    amounts = [one for one in claimed(submission) if one.column == "budget"]
    adjusted = any(not one.opening and same_fact(said(one), one.total).agrees for one in amounts)
    found = [_judge(submission, one, adjusted=adjusted) for one in amounts if one.opening]
    yield from or_inapplicable(found, "叙述没有年初预算，或表内另有年初预算数栏")


def _judge(submission: Submission, one: Claimed, *, adjusted: bool) -> Outcome:
    line = _line(submission, one)
    if adjusted and not same_fact(said(one), one.total).agrees:
        line = None
    about: dict[str, Any] = {"form": one.passage.form, "key": ("年初预算",), "subject": "年初预算数"}
    if line is None:
        return inapplicable(f"年初预算{one.figure.text}不等于表内任何一行的全年预算数", **about)
    about["evidence"] = [quoted(one.figure, "叙述年初预算"), cell(line.row, "budget")]
    over = line.rate is not None and line.rate.value > _OVER
    added = _added(submission)
    if not over and added is None:
        return passed("年初预算与全年预算相同，未见追加", **about)
    if line.rate is not None:
        about["evidence"].append(cell(line.row, "rate"))
    if added is not None:
        about["evidence"].append(added[0].quote(added[1], "追加、调整"))
    amount = f"{label(line)}全年预算数{line.budget.text if line.budget else ''}"
    why = [f"执行率{line.rate.text}" if over and line.rate else "", "文中写有追加" if added else ""]
    message = f"文中年初预算{one.figure.text}与{amount}同一数额，而{'、'.join(x for x in why if x)}"
    tell = failed if over else lead
    return tell(
        message,
        expected="调整后的全年预算数",
        observed=one.figure.text,
        diagnosis="全年预算数可能未随追加调整",
        related=("C01",),
        **about,
    )


def _line(submission: Submission, one: Claimed) -> Line | None:
    lines = fund_lines(submission, one.form)
    ordered = [x for x in (whole(lines), *lines) if x is not None]
    for line in ordered:
        if line.budget is not None and line.budget.value and same_fact(said(one), line.budget).agrees:
            return line
    return None


def _added(submission: Submission) -> tuple[Passage, Span] | None:
    """A clause that says that money was added, without a denial before the word."""
    for passage in narrative(submission):
        if passage.key == "measures":
            continue
        for span in clauses(passage.text):
            word = first(span.text, "additions")
            if word is None:
                continue
            before = span.text[max(0, span.text.find(word) - _NEAR) : span.text.find(word)]
            if not any(term in before for term in words("denied")):
                return passage, span
    return None


RULE = Rule(id="C14", title="年初数与全年数口径", severity="重要", confidence="推断", check=check)
