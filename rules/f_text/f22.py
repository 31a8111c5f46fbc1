"""F22: an opening budget and what was added to it against the adjusted budget.

比对：一句中“年初预算a，追加（调增、上年结转）b，调减c，调整后（全年）预算t”，t 是否等于 a＋b－c。
意义：调整后预算是执行率的分母，与年初数、调整数不合，执行率就不可靠。
不适用：句中没有年初数、调整数、调整后数三者；调整数的任何几项之和（含上年结转、上级下达）能算得的；“其中”后、括号内的分项；说明原因、举例（主要是、等）的；同句另有未写明是否追加的
金额，都算上也不合的，只提请核对；核定、重新认定的数；约数。
示例：“年初预算1500万元，年中追加260万元，调整后预算1860万元”，报告；“追加360万元”不报。
依据：调整后预算＝年初预算＋追加（调增）－追减（调减）（预算法第六十七条）。本规则为目录之外增补。
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations
from typing import Any

import regex

from extractors.records import Figure
from rules import printed
from rules.comparing import derived
from rules.denotation import Printed
from rules.diagnosing import difference
from rules.passages import Passage, Span, passages, sentences
from rules.profile import Profile
from rules.rule import Outcome, Rule, failed, lead, or_inapplicable, passed
from rules.scaling import like
from rules.submission import Submission
from rules.wording import plain

_OPENING = regex.compile(r"年初|调整前|期初预算|初始预算|预算批复")
_ADDED = regex.compile(r"追加|调增|增加|新增|增拨|结转|下达|上级|调剂增|补充|增补")
_TAKEN = regex.compile(r"调减|核减|压减|减少|收回|追减|调剂减|削减|压缩|退回")
_CHANGED = regex.compile(r"(?:预算)?(?:净)?(?:调整|调剂)(?:预算)?(?:数|金额|额)?(?:为|共)?$")
_ADJUSTED = regex.compile(
    r"调整后|调整预算数?(?:为|达|达到)?$|全年预算|预算合计|预算共|最终预算|全年可用|预算总额|年末预算|变更后"
)
_APART = regex.compile(r"其中|上年|去年|结余|支出|执行|决算|到位|同比|比上|核定|认定|核实|更正")
_CARRIED = regex.compile(r"上年结转|以前年度结转|年初结转|结转结余")
_RESTATED = regex.compile(r"核定|认定|核实|更正")  # 上年结转核定为56万元: what was told is told anew
_REASON = regex.compile(
    r"主要|原因|由于|所致|等(?=资金|经费|专项|项目|支出|款|[，,。；;）)])"
)  # not the whole of the change
_EXPLAINED = regex.compile(r"其中|含|包括")
_WHOLE_BRACKET = regex.compile(r"[（(][^（）()]*+[）)]$")
_ITEM = regex.compile(r"^(?:[、和及与]|以及)")
_MOST = 8  # changes of one sentence


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each sentence that tells how a budget was adjusted."""
    yield from or_inapplicable(_outcomes(submission), "叙述中没有年初预算、调整数、调整后预算俱全的句子")


def _outcomes(submission: Submission) -> Iterator[Outcome]:
    for passage in passages(submission):
        if "预算" in passage.text:
            for sentence in sentences(passage.text):
                yield from _judge(passage, sentence)


def _judge(passage: Passage, sentence: Span) -> Iterator[Outcome]:
    money = [x for x in passage.within(sentence) if x.unit == "元" and x.value is not None]
    placed = [(x, _role(passage, x)) for x in money]
    opening = [x for x, role in placed if role == "opening"]
    adjusted = [x for x, role in placed if role == "adjusted"]
    changes = [(x, role) for x, role in placed if role in {"added", "taken", "changed"}]
    if len(opening) != 1 or len(adjusted) != 1 or not changes or any(x.qualifier for x, _ in placed):
        return
    about: dict[str, Any] = {
        "form": passage.form,
        "key": ("预算调整",),
        "subject": "调整后预算",
        "evidence": [passage.quote(sentence, "叙述预算调整")],
    }
    start, result = printed.figure(opening[0]), printed.figure(adjusted[0])
    more = [x for x, role in placed if role == "" and not _of_opening(passage, x)]
    terms = [(printed.figure(x), role) for x, role in [*changes, *((x, "added") for x in more)][:_MOST]]
    if start is None or result is None or any(x is None for x, _ in terms):
        return
    known = [(x, role) for x, role in terms if x is not None]
    if _fits(start, result, known):
        yield passed(f"调整后预算{adjusted[0].text}与年初数、调整数相符", **about)
        return
    if len(changes) > _MOST or _REASON.search(sentence.text):
        return  # the changes that are told are some of them
    known = known[: len(changes)]
    listed = bool(_TAKEN.search(_own(passage, adjusted[0]))) or any(
        _may_be_change(passage, x, [y for y, role in placed if role]) for x in more
    )
    signs = {"added": 1, "changed": 1, "taken": -1}
    expected = start.value + sum((signs[role] * x.value for x, role in known), Fraction(0))
    words = "".join(f"{'－' if role == 'taken' else '＋'}{x.text}" for x, role in changes)
    yield (lead if listed else failed)(
        f"年初预算{opening[0].text}{words}为{like(adjusted[0], expected)}，"
        f"文中调整后预算为{adjusted[0].text}",
        expected=like(adjusted[0], expected),
        observed=adjusted[0].text,
        difference=like(adjusted[0], abs(result.value - expected)),
        diagnosis=_slip(start, result, known),
        computation=f"{opening[0].text}{words}＝{like(adjusted[0], expected)}",
        fact=(str(start.value), str(result.value), *(str(x.value) for x, _ in known)),
        **about,
    )


def _own(passage: Passage, figure: Figure) -> str:
    """What introduces a figure: its clause from the figure before on, a bracket right before it left out."""
    clause = passage.clause_before(figure)
    last = passage.last_before(figure.start)
    own = clause if last is None else passage.text[max(last.end, figure.start - len(clause)) : figure.start]
    if own.rstrip().endswith(("）", ")")):  # 全年预算数（含专项转移支付100万元）1860万元
        bare = _WHOLE_BRACKET.sub("", passage.before(figure).rstrip())
        return regex.split(r"[，,；;：:\d]", bare)[-1]
    return own


def _bracketed(passage: Passage, figure: Figure) -> str | None:
    """The text from an open bracket up to the figure; None where it stands in none."""
    said = passage.before(figure)
    opens = max(said.rfind("（"), said.rfind("("))
    return said[opens + 1 :] if opens > max(said.rfind("）"), said.rfind(")")) else None


def _may_be_change(passage: Passage, figure: Figure, roled: list[Figure]) -> bool:
    """An amount that may have been added as well, though no word says so: 追加人员260万元、项目100万元."""
    last = max((x.end for x in roled if x.end <= figure.start), default=figure.start)
    inside = _bracketed(passage, figure)
    if _EXPLAINED.search(passage.text[last : figure.start]) or (inside and _EXPLAINED.search(inside)):
        return False
    own = _own(passage, figure)
    apart = _APART.search(own) or figure.kind in {"previous", "completion_rate"}
    return not apart or bool(_ITEM.match(own) or _ADDED.search(own) or _TAKEN.search(own))


def _role(passage: Passage, figure: Figure) -> str:
    own, inside = _own(passage, figure), _bracketed(passage, figure)
    if _CARRIED.search(own) and not _RESTATED.search(own) and not _of_opening(passage, figure):
        return "added"
    if _APART.search(own) or figure.kind in {"previous", "completion_rate"} or _of_opening(passage, figure):
        return ""
    if _ADJUSTED.search(own):
        return "adjusted" if inside is None else ""  # 全年预算数（含专项转移支付100万元）
    if _OPENING.search(own):
        return "opening"
    if _TAKEN.search(own):
        return "taken"
    return "added" if _ADDED.search(own) else "changed" if _CHANGED.search(own) else ""


def _of_opening(passage: Passage, figure: Figure) -> bool:
    """Whether brackets tell what the opening budget is made of: 年初412万元（拨款380万元、结转32万元）."""
    inside, said = _bracketed(passage, figure), passage.before(figure)
    if inside is None:
        return False
    outside = said[: len(said) - len(inside) - 1]
    return outside.endswith("元") and bool(_OPENING.search(regex.split("[，。；]", outside)[-1]))


def _fits(start: Printed, result: Printed, changes: list[tuple[Printed, str]]) -> bool:
    """Some of the changes lead from the one budget to the other: parts may be told beside their sum."""
    for size in range(1, len(changes) + 1):
        for some in combinations(changes, size):
            signs = [-1 if role == "taken" else 1 for _, role in some]
            turned = [-1 if role == "changed" else sign for (_, role), sign in zip(some, signs, strict=True)]
            for way in (signs, turned):
                terms = [x for x, _ in some]
                comparison = derived(result, _plus(way), start, *terms, cut_operands=True)
                if comparison.agrees:
                    return True
    return False


def _plus(signs: list[int]) -> Any:
    def total(start: Any, *terms: Any) -> Any:
        for sign, term in zip(signs, terms, strict=True):
            start = start + term * sign
        return start

    return total


def _slip(start: Printed, result: Printed, changes: list[tuple[Printed, str]]) -> str | None:
    """Where there is one change: the digits of it that would fit."""
    if len(changes) != 1:
        return None
    change, role = changes[0]
    meant = (result.value - start.value) * (-1 if role == "taken" else 1)
    if meant <= 0:
        return None
    scale = 10**8 if "亿" in change.text else 10**4 if "万" in change.text else 1
    return difference(change, Printed(value=meant, step=change.step, text=f"{plain(meant / scale)}万元"))


RULE = Rule(id="F22", title="年初预算+调整=调整后预算", severity="重要", confidence="推断", check=check)
