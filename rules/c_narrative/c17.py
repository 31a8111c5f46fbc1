"""C17: what is left of the budget against budget less execution.

比对：叙述的年末结余（结转结余、剩余资金）、结余率，与同一句的预算数减支出数；同句没有的，与自评表合计的预算数减执行数。
意义：结余是预算减支出的余数，三数不合，至少一个有误。
不适用：上年、年初、其中、历年、某项目、某科目的结余；“结转下年”“财政收回”只是结余的一部分，不大于差额即可；任何一组预算（收
入）、支出、上年结转能算得的；同段另有交回、收回、核减的数而相加相符的；表内预算或执行空白。所在段落没有写
预算、支出而与表内差额不同、又没有笔误迹象的，一句写有几组预算、支出或上年、历年结余而各笔相加仍不符的，只提请核对。
示例：“预算1860万元，支出1745万元，结余145万元”（应为115万元），报告；“结转下年80万元，财政收回35万元”不报。
依据：结余＝预算（收入）－支出；rules.md 0.2 推算值的比较。本规则为目录之外增补。
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations
from typing import Any

import regex
from msgspec.structs import replace

from extractors.records import Figure
from rules import printed
from rules.budgeting import claimed, total, unit_form
from rules.budgeting import said as said_of
from rules.comparing import derived, same_fact
from rules.dating import years
from rules.denotation import Printed
from rules.diagnosing import difference
from rules.money import fund_lines
from rules.passages import Passage, Span, narrative, sentence_of
from rules.profile import Profile
from rules.rule import Outcome, Rule, failed, lead, or_inapplicable, passed
from rules.scaling import like
from rules.submission import Submission
from rules.wording import percent

_NOISE = regex.compile(r"[\s\p{P}\p{S}]++")
_LEFT = regex.compile(
    r"(?:截至|截止|至)?(?:20\d\d年?)?(?:12月)?(?:31日|年末|年底|年终|期末|本年度?|全年|年度|当年|收支|预算|资金|财政|末|底|尚|仍|还|共|累计|形成)*"
    r"(?:结转(?:和|与|及)?结余|结余(?:和|与|及)?结转|[结节]余|剩余|收支结余|结转)(?:(?:至|到)?(?:下年度?|次年|下一年度?|20\d\d年度?)(?:继续|安排)?(?:使用|支付|支出|实施)?的?)?"
    r"(?:资金|经费|金额|数|额|总额|合计)*(?:为|共|共计|有|达)?"
)
_RATE = regex.compile(r"(?:结转结余|结余|结转)率(?:为|是|达到?|约)?$")
_CARRIED = regex.compile(r"结转(?!(?:和|与|及)?结余)")
_BACK = regex.compile(r"收回|交回|上缴|缴回|核减|调减|退回|结转|注销|统筹")
_BALANCE = regex.compile(r"结余|结转|剩余|节余")
_APART = regex.compile(r"上年|年初|其中|历年|以前|上一年|往年|去年")


_MANY = 24  # figures of one sentence
_CARRIED_IN = regex.compile(r"上年|历年|以前|上一年|往年|去年|滚存|扣除|(?:未支出|部分|统一)\p{Han}{0,8}收回")
_TOGETHER = regex.compile(r"共|合计|总计|累计")


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each balance, one for each balance rate."""
    yield from or_inapplicable(_outcomes(submission), "叙述中没有年末结余，或没有可相减的预算、支出")


def _outcomes(submission: Submission) -> Iterator[Outcome]:
    form = unit_form(submission)
    lines = fund_lines(submission, form) if form is not None else []
    budget, executed = total(lines, "budget"), total(lines, "executed")
    own = (budget, executed) if budget is not None and executed is not None else None
    stated = {x.passage.at: set[str]() for x in claimed(submission)}
    for one in claimed(submission):
        if same_fact(said_of(one), one.total).agrees:
            stated[one.passage.at].add(one.column)
    single = form is not None and form.form_kind in {"project", "transfer"}
    for passage in narrative(submission):
        if "余" not in passage.text and "结转" not in passage.text:
            continue
        for figure in passage.figures:
            if figure.unit == "元" and _is_balance(passage, figure, submission.year, single=single):
                beside = stated.get(passage.at, set()) >= {"budget", "executed"}
                yield from _amount(passage, figure, own, beside=beside)
            elif figure.unit == "%" and _RATE.search(passage.clause_before(figure)):
                yield from _rate(passage, figure)


def _is_balance(passage: Passage, figure: Figure, year: int | None, *, single: bool = True) -> bool:
    """In the report of one project 项目 is the whole; in a department's it is a part."""
    before = passage.clause_before(figure)
    clause = _NOISE.sub("", before.replace("项目", "") if single else before)
    plain_words = _LEFT.fullmatch(clause) is not None and not _APART.search(clause)
    return plain_words and not figure.qualifier and set(years(before)) <= {year} and figure.value is not None


def _amount(
    passage: Passage, figure: Figure, own: tuple[Printed, Printed] | None, *, beside: bool
) -> Iterator[Outcome]:
    if len(passage.within(sentence_of(passage, figure))) > _MANY:
        return  # a list: which budget the balance is of cannot be told
    said = printed.figure(figure)
    told = _told(passage, figure)
    if said is None or (not told and own is None):
        return
    pairs = [*told, *([own] if own else [])]
    parts = _parts(passage, figure)
    wholes = [said, *(_sum(said, some) for n in range(1, len(parts) + 1) for some in combinations(parts, n))]
    about: dict[str, Any] = {
        "form": passage.form,
        "key": ("结余",),
        "subject": "年末结余",
        "evidence": [passage.quote(sentence_of(passage, figure), "叙述结余")],
    }
    budget, spent = pairs[0]
    if any(derived(x, _less, *pair, cut_operands=True).agrees for x in wholes for pair in pairs):
        yield passed(f"结余{figure.text}与预算、支出之差相符", **about)
        return
    rest = budget.value - spent.value
    if _summed(passage, figure, said):
        yield passed(f"结余{figure.text}与句中各笔之和相符", **about)
        return
    part_only = _CARRIED.search(passage.clause_before(figure)) or parts
    if part_only and any(said.value <= b.value - e.value for b, e in pairs):
        yield passed(f"结转{figure.text}不大于预算、支出之差", **about)
        return
    slip = (
        difference(said, Printed(value=rest, step=said.step, text=like(figure, rest))) if rest > 0 else None
    )
    carried_in = _APART.search(passage.text[: figure.start]) or _CARRIED_IN.search(
        _whole(passage, figure).text
    )
    unsure = carried_in is not None or _several(passage, figure)
    sure = (slip is not None or bool(told) or beside) and not unsure and rest >= 0
    yield (failed if sure else lead)(
        f"叙述结余为{figure.text}，预算{like(figure, budget.value)}减支出{like(figure, spent.value)}"
        f"为{like(figure, rest)}",
        expected=like(figure, rest),
        observed=figure.text,
        difference=like(figure, abs(said.value - rest)),
        diagnosis=slip,
        fact=(str(said.value), str(budget.value), str(spent.value)),
        **about,
    )


def _told(passage: Passage, figure: Figure) -> list[tuple[Printed, Printed]]:
    """Budgets with expenditures of the same sentence, before the balance: the nearest pair first."""
    before = [
        x for x in passage.within(sentence_of(passage, figure)) if x.end <= figure.start and x.unit == "元"
    ]
    plain_ones = [x for x in before if not x.qualifier and x.value is not None]
    budgets = [
        x for x in plain_ones if x.kind in {"budget", "previous"} and not _is_balance(passage, x, None)
    ]
    spent = [x for x in plain_ones if x.kind == "executed"]
    pairs = [(printed.figure(b), printed.figure(e)) for b in reversed(budgets) for e in reversed(spent)]
    return [(b, e) for b, e in pairs if b is not None and e is not None and b.value >= e.value]


def _whole(passage: Passage, figure: Figure) -> Span:
    """What stands between two full stops, or line ends: 甲项目……；乙项目……，共结余7万元."""
    start = max(passage.text.rfind(mark, 0, figure.start) for mark in "。\n") + 1
    ends = [passage.text.find(mark, figure.end) for mark in "。\n"]
    return passage.piece(start, min((x for x in ends if x >= 0), default=len(passage.text)))


def _several(passage: Passage, figure: Figure) -> bool:
    """Several budgets with expenditures of their own, or a balance that is said to be a sum."""
    near = [x for x in passage.within(_whole(passage, figure)) if x.unit == "元" and x.start < figure.start]
    counts = Counter(x.kind for x in near if not _is_balance(passage, x, None))
    return min(counts["budget"], counts["executed"]) > 1 or bool(
        _TOGETHER.search(passage.clause_before(figure))
    )


def _summed(passage: Passage, figure: Figure, said: Printed) -> bool:
    """The balance is the sum of others told beside it: each budget less its own, last year's, this year's."""
    near = [
        x for x in passage.within(_whole(passage, figure)) if x.unit == "元" and x.value and x is not figure
    ]
    told = [(x, value) for x in near if (value := printed.figure(x)) is not None]
    balances = [value for x, value in told if _BALANCE.search(passage.clause_before(x))]
    budgets = [v for x, v in told if x.kind == "budget" and not _BALANCE.search(passage.clause_before(x))]
    spent = [v for x, v in told if x.kind == "executed"]
    carried = [value for x, value in told if _CARRIED_IN.search(passage.clause_before(x))]
    sums = [balances] if len(balances) > 1 else []
    if len(budgets) == len(spent) and budgets:
        sums.append([*budgets, *(_minus(x) for x in spent)])
        sums += [[*budgets, *(_minus(x) for x in spent), x] for x in carried]
    return any(derived(said, lambda *x: sum(x), *some, cut_operands=True).agrees for some in sums)


def _minus(value: Printed) -> Printed:
    return replace(value, value=-value.value)


def _parts(passage: Passage, figure: Figure) -> list[Printed]:
    """What of the balance is stated apart in its sentence: carried over, taken back."""
    near = [x for x in passage.within(sentence_of(passage, figure)) if x is not figure and x.unit == "元"]
    told = [
        x
        for x in near
        if _BACK.search(passage.clause_before(x)) and not _APART.search(passage.clause_before(x))
    ]
    return [value for x in told[:4] if (value := printed.figure(x)) is not None]


def _sum(said: Printed, parts: tuple[Printed, ...]) -> Printed:
    value = said.value + sum((x.value for x in parts), Fraction(0))
    return Printed(value=value, step=max(said.step, *(x.step for x in parts)), text=said.text)


def _rate(passage: Passage, figure: Figure) -> Iterator[Outcome]:
    """结余率 against the balance and the budget of its sentence."""
    said = printed.figure(figure)
    near = [x for x in passage.within(sentence_of(passage, figure)) if x.unit == "元" and not x.qualifier]
    values = [x for x in (printed.figure(f) for f in near) if x is not None and x.value > 0]
    left = [printed.figure(f) for f in near if _is_balance(passage, f, None)]
    budgets = [printed.figure(f) for f in near if f.kind == "budget" and not _is_balance(passage, f, None)]
    if said is None or said.qualifier or len(left) != 1 or len(budgets) != 1 or len(near) > _MANY:
        return
    balance, budget = left[0], budgets[0]
    if balance is None or budget is None or not budget.value:
        return
    about: dict[str, Any] = {
        "form": passage.form,
        "key": ("结余率",),
        "subject": "结余率",
        "evidence": [passage.quote(sentence_of(passage, figure), "叙述结余率")],
    }
    if any(derived(said, _share, a, b).agrees for a in values for b in values if a.value <= b.value):
        yield passed(f"结余率{figure.text}与句中数字相符", **about)
        return
    computed = percent(_share(balance.value, budget.value))
    yield failed(
        f"结余率写为{figure.text}，按文中{balance.text}、{budget.text}计算为{computed}",
        expected=computed,
        observed=figure.text,
        fact=(str(said.value), str(balance.value), str(budget.value)),
        **about,
    )


def _less(budget: Any, spent: Any) -> Any:
    return budget - spent


def _share(part: Any, whole: Any) -> Any:
    return part / whole * 100


RULE = Rule(id="C17", title="结余=预算-支出", severity="重要", confidence="推断", check=check)
