"""F05: a bound in words against the exact figure beside it.

比对：同一句中紧挨着的界限（突破、超过、近、不足、控制在…以内）与确切数，确切数是否在界限之内；“完成a，超额完成t的
目标”的，a 是否多于 t；“预算b，支出e，未超预算”的，e 是否不大于 b（不符的为重要）。
意义：措辞与数字不合，要么用词夸大，要么数字有误。
不适用：两数之间隔着别的内容，或单位不同，或一个是任务数、另一个是与它比较的完成数而用词只说任务（不少于…）。
“91分钟，控制在85以内”一类不带单位的限额，按该数的单位理解。
示例：“突破百家达到99家”“近百家，达到112家”报告；“突破百家达到112家”“突破百家，实际100家”不报。
依据：GB/T 15835 概数用法；rules.md 0.1 数的含义。
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import regex
from msgspec.structs import replace

from extractors import numerals
from extractors.numerals.fraction import Fraction
from extractors.records import Figure
from rules import printed
from rules.denotation import denote
from rules.passages import Passage, Span, passages
from rules.profile import Profile
from rules.rule import Outcome, Rule, failed, or_inapplicable, passed
from rules.submission import Submission

_BETWEEN = regex.compile(
    r"(?:成功|圆满|顺利|实际|实际为|最终|全年|达到?|实现|完成|为|至|到|共|共计|累计|突破|超过|超|近|接近|不足|低于|高于|逾|不到|多于|"
    r"控制在|不超过|大关|关口|，|,|、|：|（|\(|\s)*+"
)
_DEMAND = {"target", "budget", "previous"}
_EXCEEDED = regex.compile(
    r"[，,\s]*(?:已|均|大幅|圆满)?(?:超额完成|超额实现)了?(?P<task>(?:年度|年初|全年|既定|预期|计划|的)*(?:目标|任务)数?(?:为|：)?)?"
)
_PASSED_BY = regex.compile(
    r"[，,（(\s]*(?:已|均|大幅|略|明显)?(?:超过|高于|超出)了?(?:年初|年度|全年|既定)*的?"
)
_TASK = regex.compile(r"的?(?:年度|年初|全年|既定|预期|计划)*(?:目标|任务|计划)(?!\p{Han}{0,4}[\d%])")
_AFTER = "以内"
_WITHIN = regex.compile(
    r"(?:均|都|全部|全年|支出|严格|有效|完全|总体){0,4}+(?:未|没有|并未)(?:超出|突破|超过|超)(?:年初|年度|全年|批复)?的?(?:预算|限额|标准|控制数)|未超支|没有超支|"
    r"控制在(?:了)?(?:年初|年度|全年|批复)?的?(?:预算|限额|控制数|标准)(?:范围|额度|数|指标|限额){0,4}+(?:之|以)?内"
)
_LIMIT = regex.compile(
    r"[，,（(]?\s*(?:均|都|有效|严格|全部|已|全年){0,4}+控制在(?:了)?(?P<limit>\d{1,7}(?:\.\d{1,4})?)(?:以内|以下|之内)"
)
_KEPT = regex.compile(r"控制在|不超过|低于|不高于")


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each bound with an exact figure beside it."""
    yield from or_inapplicable(_outcomes(submission, profile), "叙述中没有与确切数相邻的界限")


def _outcomes(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    for passage in passages(submission):
        for bound, exact in _pairs(passage):
            yield _judge(passage, bound, exact)
        for done, task in _said_to_exceed(passage):
            yield _exceeds(passage, done, task)
        for figure in passage.figures:
            yield from _bare_limit(passage, figure)
        for found in _WITHIN.finditer(passage.text):
            yield from _within(passage, found.start(), found.end())


def _bare_limit(passage: Passage, figure: Figure) -> Iterator[Outcome]:
    """`91分贝，控制在85以内`: the limit in the figure's own unit, which it need not repeat."""
    found = _LIMIT.match(passage.text, figure.end)
    value = printed.figure(figure)
    if found is None or value is None or value.qualifier or value.high is not None:
        return
    if figure.kind not in {"actual", "executed", None}:
        return
    whole = numerals.match(figure.text, 0)
    number = numerals.parse(whole.number) if whole is not None else None
    if number is None or not number.value:
        return
    limit = Fraction(found["limit"]) * value.value / number.value  # 1.5 of 1.6万元 is 1.5万元
    name = (figure.subject or "").strip() or "数值"
    span = passage.around(figure.start, found.end())
    about: dict[str, Any] = {
        "form": passage.form,
        "key": (name, "限额"),
        "subject": name,
        "evidence": [passage.quote(span, "叙述")],
    }
    lowest = denote(value).low
    if lowest is None or lowest <= limit:
        yield passed(f"{figure.text}在{found['limit']}以内", **about)
        return
    yield failed(
        f"文中称“{found[0].strip('，,（( ')}”，而数值为{figure.text}",
        expected=f"不高于{found['limit']}",
        observed=figure.text,
        fact=(name, str(value.value), found["limit"]),
        **about,
    )


def _within(passage: Passage, start: int, end: int) -> Iterator[Outcome]:
    """`预算15万元，支出16.2万元，控制在预算范围内`: the two amounts right before the claim."""
    first = max(passage.sentence_start(start), passage.text.rfind("；", 0, start) + 1)
    near = [x for x in passage.within(Span("", first, start)) if x.unit == "元" and not x.qualifier]
    budgets, spent = ([x for x in near if x.kind == kind] for kind in ("budget", "executed"))
    if len(near) != 2 or len(budgets) != 1 or len(spent) != 1 or near[-1].end < start - 16:
        return
    budget, amount = budgets[0], spent[0]
    if "人均" in passage.clause_before(amount) or None in (budget.value, amount.value):
        return
    about: dict[str, Any] = {
        "form": passage.form,
        "key": ((amount.subject or "").strip(), "预算内"),
        "subject": (amount.subject or "").strip() or "支出",
        "evidence": [passage.quote(Span(passage.text[first:end], first, end), "叙述")],
    }
    claim = passage.text[start:end]
    if (amount.value or 0) <= (budget.value or 0):
        yield passed(f"支出{amount.text}在预算{budget.text}之内", **about)
        return
    yield failed(
        f"文中称“{claim}”，而支出{amount.text}大于预算{budget.text}",
        expected=f"不大于{budget.text}",
        observed=amount.text,
        severity="重要",
        fact=(str(budget.value), str(amount.value)),
        **about,
    )


def _said_to_exceed(passage: Passage) -> Iterator[tuple[Figure, Figure]]:
    """`382件，超额完成400件的年度目标`: the result, then the task that it is said to exceed."""
    for done, task in pairwise(passage.figures):
        if done.unit != task.unit or not done.unit or None in (done.value, task.value):
            continue
        found = _EXCEEDED.fullmatch(passage.gap(done, task))
        passed_by = _PASSED_BY.fullmatch(passage.gap(done, task)) and _TASK.match(passage.text, task.end)
        if passed_by and not (done.qualifier or done.direction) and task.unit == done.unit:
            yield done, task
            continue
        named = found is not None and (found["task"] or _TASK.match(passage.text, task.end))
        if named and not (done.qualifier or done.direction):
            yield done, task


def _exceeds(passage: Passage, done: Figure, task: Figure) -> Outcome:
    words = passage.around(done.start, task.end)
    about: dict[str, Any] = {
        "form": passage.form,
        "key": ((done.subject or "").strip(), "超额"),
        "subject": (done.subject or "").strip() or "超额完成",
        "evidence": [passage.quote(words, "叙述")],
    }
    if (done.value or 0) >= (task.value or 0):
        return passed(f"{done.text}不少于{task.text}", **about)
    return failed(
        f"文中称超过（超额完成）{task.text}，完成数为{done.text}",
        expected=f"多于{task.text}",
        observed=done.text,
        **about,
    )


def _pairs(passage: Passage) -> Iterator[tuple[Figure, Figure]]:
    for first, second in zip(passage.figures, passage.figures[1:], strict=False):
        if first.unit != second.unit or not first.unit or bool(first.qualifier) == bool(second.qualifier):
            continue
        gap = passage.gap(first, second)
        kept = _KEPT.search(gap) is not None and first.kind not in _DEMAND
        if None in (first.value, second.value) or ({first.kind, second.kind} & _DEMAND and not kept):
            continue
        if {first.direction, second.direction} != {None} or not _BETWEEN.fullmatch(
            passage.gap(first, second)
        ):
            continue
        yield (first, second) if first.qualifier else (second, first)


def _judge(passage: Passage, bound: Figure, exact: Figure) -> Outcome:
    limit, value = printed.figure(bound), printed.figure(exact)
    assert limit is not None and value is not None
    start, end = min(bound.start, exact.start), max(bound.end, exact.end)
    end += len(_AFTER) if passage.text.startswith(_AFTER, end) else 0
    lead = max(0, start - 4)
    name = (exact.subject or bound.subject or "").strip() or "数值"
    about: dict[str, Any] = {
        "form": passage.form,
        "key": (name,),
        "subject": name,
        "evidence": [passage.quote(Span(passage.text[lead:end], lead, end), "叙述")],
    }
    if denote(limit).meets(denote(replace(value, exact=True))) or denote(limit).meets(denote(value)):
        return passed(f"“{bound.text}”的措辞与{exact.text}相符", **about)
    words = passage.text[lead:end].strip("，,、。；; ")
    return failed(
        f"“{words}”中，界限措辞与确切数{exact.text}不符",
        expected=_WORDS.get(bound.qualifier or "", "在界限之内").format(bound.text),
        observed=exact.text,
        fact=(name, str(limit.value), str(value.value)),
        **about,
    )


_WORDS = {
    "gt": "高于{}",
    "ge": "不低于{}",
    "lt": "低于{}",
    "le": "不高于{}",
    "near": "接近而不到{}",
    "approx": "在{}上下",
}

RULE = Rule(id="F05", title="界限措辞与数值", severity="一般", confidence="确定", check=check)
