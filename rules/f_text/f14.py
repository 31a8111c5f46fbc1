"""F14: parts in running text against their total.

比对：“共（合计）T，其中a……，b……”中各分项之和与 T；“a……、b……，合计T”中各项之和与 T；“12座，涉及5个乡镇：甲
4座……”中各项之和与总数（没有写总数的，与同名指标的完成值）；按印出的位数理解。
各期（四个季度、上下半年）之和与“全年T”；“支出T……。支出中a、b、c”；“a；b；c。以上合计T”只差一个数字的，提请核对；
“甲占a%、乙占b%、其他占c%”之和与100%。
意义：总分不合，总数或分项至少一个有误。
“甲38场、乙45场，其中……”的总数可以是末项、各项之和或前文的总数，都不相合才报告。
不适用：“其中”可以只列一部分，和小于 T 不算（“三公”的三项、基本支出的人员与公用已列全的，以“其他”“其余”收尾的
除外；支出的基本与项目，自评表两项之和等于合计的除外，否则可能另有经营支出等，只提请核对；
句中另写有“另有”“还有”的不算列全；只差一个数字的，提请核对）；
分项可以交叉的类别（党员、妇女、60岁以上）、或由逗号接下去的话未必是分项，和大于 T 只提请核对；列举中前
几项已等于 T；括号里的再分；单位不同；完成率、增幅、上年数、目标数不是分项。
示例：“共120家，其中A80家、B50家”报告；“其中A80家”、“80家、40家，合计120家”不报。
依据：部分之和不大于总数；rules.md 0.2 区间求和。
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
from rules.adding import add
from rules.budgeting import total as total_line
from rules.budgeting import unit_form
from rules.comparing import Comparison, total
from rules.denotation import Printed, denote
from rules.dividing import all_shares, divided, summed_up
from rules.linking.names import core, held
from rules.listing import enumerated, sums
from rules.money import fund_lines
from rules.partlists import is_complete, is_doubtful, is_of_two, one_digit_off
from rules.passages import LONGEST, Passage, Span, passages
from rules.periods import of_year
from rules.profile import Profile
from rules.quoting import cell, row_name
from rules.rule import Outcome, Rule, failed, lead, or_inapplicable, passed
from rules.scaling import like
from rules.submission import Submission
from rules.text import has

_AMONG = regex.compile(
    r"其中[：:，,]?|(?<=[，,、；;（(])(?:主要)?(?:包括|包含)[：:]?|(?<=元)[：:](?=(?:其中)?(?:基本支出|人员经费|公务接待|因公出国))"
)
_CLOSING = regex.compile(
    r"^[，,、；;]?\s*+(?:以上)?(?:[两三四五六七]项|三者|两者)?(?:合计|共计|总计|小计|总共|累计共|共)\p{Han}{0,4}?$"
)
_STOP = regex.compile(r"[。！？!?\n]")
_SPREAD = regex.compile(
    r"(?P<n>\d{1,2}|[两二三四五六七八九十]{1,3})个(?:县区|县|区|市|乡镇|镇|街道|村|社区|片区|单位|部门|学校|科室|项目|标段|类)"
    r"(?P<of>\p{Han}{0,16})[：:]"
)
_NAMED = 0.6  # of a row's name that must stand before the colon
_FAR = 12  # characters between a total and its 其中
_RATE = 12  # characters between an amount and the rate beside it
_MOST = 30  # parts of one total
_BRACKET_STOP = regex.compile(r"[）)。！？!?\n]")
_THREE, _ALL = 3, 100
_SHORT, _LONG = 8, 14  # characters between two parts: joined by a comma, by 、
_SOFT_STOP = regex.compile(r"[；;]")
_NO_PART = regex.compile(
    r"完成率|增长|下降|上年|去年|同比|比上|任务|目标|计划|人均|平均|每|单价|最高|最低|剩余|结余|占|实有|在职|现有|年内|完成投资|累计"
)
_KINDS = frozenset({"actual", "budget", "executed", "headcount", None})
_OPEN, _CLOSE = "（(", "）)"


def _kinds(passage: Passage) -> frozenset[str | None]:
    """What may be total or part: where goals are set, targets are."""
    return _KINDS | {"target"} if passage.key == "goal_target" else _KINDS


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each total with its parts."""
    yield from or_inapplicable(_outcomes(submission, profile), "叙述中没有总数与分项")


def _outcomes(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    two = _has_two(submission)
    for passage in passages(submission):
        for found in _AMONG.finditer(passage.text):
            yield from _among(passage, found.start(), found.end(), two=two)
        for whole, start in divided(passage):
            yield from _divided(passage, whole, start, two=two)
        for i, figure in enumerate(passage.figures):
            yield from _closed(passage, i, figure)
            yield from _shares(passage, i)
            yield from _above(passage, figure, summed_up(passage, i))
        for found in _SPREAD.finditer(passage.text):
            yield from _over_all(submission, passage, found)


def _has_two(submission: Submission) -> bool:
    """The form's own rows say that 基本支出 beside 项目支出 is all that was spent."""
    form = unit_form(submission)
    lines = fund_lines(submission, form) if form is not None else []
    spent = {x.item: x.executed for x in lines if x.partition == "structure"}
    whole, parts = total_line(lines, "executed"), [spent.get("basic"), spent.get("project")]
    if whole is None or None in parts:
        return False
    found = add(whole, parts)
    return found is not None and found.closes


def _among(passage: Passage, start: int, end: int, *, two: bool) -> Iterator[Outcome]:
    """`共T，其中a、b`: the parts may be fewer than all, never more than the total."""
    whole = passage.last_before(start)
    if whole is None:
        return
    between = passage.text[whole.end : min(start, whole.end + LONGEST)]
    rated = (
        whole.unit == "%" and whole.kind in {"completion_rate", "actual"} and passage.last_before(whole.start)
    )
    if rated and len(passage.gap(rated, whole)) <= _RATE and not _STOP.search(passage.gap(rated, whole)):
        whole = rated  # 支出450万元，执行率90%。其中…
    if whole.kind not in _kinds(passage) or whole.unit == "%":  # a rate is no sum of rates
        return
    if between.strip() != "。" and _STOP.search(between):
        return
    if len(between) > _FAR and between.strip("，,、；;：:（( "):
        return
    bracketed = passage.text[start - 1 : start] in _OPEN and start > 0
    stop = _end(passage.text, end, bracketed=bracketed)
    inside = passage.within(Span("", end, stop))[:_MOST]
    parts = [x for x in inside if _is_part(passage, x, whole, end)]
    if parts:
        chosen = _one_list(passage, parts)
        before = passage.within(Span("", passage.sentence_start(whole.start), whole.start))
        others = [
            x for x in before if x.unit == whole.unit and x.kind in _kinds(passage) and x.value is not None
        ]
        if not _fits(whole, chosen) and passage.text[start - 1 : start] not in _OPEN:
            listed = enumerated(passage, whole, others)
            others += sums(passage, whole, others)
            whole = next((x for x in others if _fits(x, chosen)), listed or whole)
        yield _judge_parts(passage, whole, chosen, stop, two=two)


def _fits(whole: Figure, parts: list[Figure]) -> bool:
    """The parts add up to this figure: it is theirs, whichever stands next to them."""
    found = _sum(whole, parts)
    return found is not None and found.agrees


def _closed(passage: Passage, i: int, whole: Figure) -> Iterator[Outcome]:
    """`a、b，合计T`: what stands before closes up to the total."""
    if i < 2 or whole.kind not in _kinds(passage) or whole.value is None:
        return
    gap = passage.gap(passage.figures[i - 1], whole)
    if of_year(passage, i):
        yield from _year(passage, whole, of_year(passage, i))
        return
    if not _CLOSING.fullmatch(gap):
        return
    parts: list[Figure] = []
    for figure in reversed(passage.figures[max(0, i - _MOST) : i]):
        gap = passage.text[figure.end : parts[-1].start if parts else whole.start]
        if figure.unit != whole.unit or figure.kind not in _kinds(passage) or _STOP.search(gap):
            break
        parts.append(figure)
    if len(parts) < 2:
        return
    sums = [_sum(whole, parts[: n + 1]) for n in range(1, len(parts))]
    if None in sums:
        return
    fitting = [comparison for comparison in sums if comparison is not None and comparison.agrees]
    shown = list(reversed(parts))
    if fitting:
        yield passed(f"各项之和与{whole.text}相符", **_about(passage, whole, shown, whole.end))
        return
    yield _conflict(passage, whole, shown, whole.end, "各项之和", sure=_listed(passage, [*shown, whole]))


def _year(passage: Passage, whole: Figure, parts: list[Figure]) -> Iterator[Outcome]:
    """`一季度a，二季度b，三季度c，四季度d，全年T`: the periods make up the year."""
    found = _sum(whole, parts)
    if found is not None and found.agrees:
        yield passed(f"各期之和与{whole.text}相符", **_about(passage, whole, parts, whole.end))
    elif found is not None and "去重" not in passage.text[whole.end : whole.end + _FAR]:
        yield _conflict(passage, whole, parts, whole.end, "各期之和", sure=True)


def _divided(passage: Passage, whole: Figure, start: int, *, two: bool) -> Iterator[Outcome]:
    """`支出746.2万元……支出中a、b、c`: never more than what they are parts of."""
    end = _end(passage.text, start, bracketed=False)
    parts = [x for x in passage.within(Span("", start, end)) if _is_part(passage, x, whole, start)][:_MOST]
    if len(parts) > 1:
        yield _judge_parts(passage, whole, _one_list(passage, parts), end, two=two)


def _above(passage: Passage, whole: Figure, parts: list[Figure]) -> Iterator[Outcome]:
    """`a；b；c。以上合计T`: how far up it goes is not said; told where one digit alone is wrong."""
    sums = [(parts[-n:], _sum(whole, parts[-n:])) for n in range(2, len(parts) + 1)]
    if any(found is not None and found.agrees for _, found in sums):
        yield passed(f"以上各项之和与{whole.text}相符", **_about(passage, whole, parts, whole.end))
        return
    near = [
        some
        for some, found in sums
        if found is not None and len(some) >= _THREE and one_digit_off(whole, some)
    ]
    if len(near) == 1:
        named = replace(whole, subject="合计")
        yield _conflict(passage, named, near[0], whole.end, "以上各项之和", sure=False)


def _shares(passage: Passage, i: int) -> Iterator[Outcome]:
    """`甲占38%、乙占55%、其他占17%`: with the rest they make up all."""
    shares = all_shares(passage, i)
    if not shares:
        return
    sums = [sum((Fraction(x.value or 0) for x in shares[n:]), Fraction(0)) for n in range(len(shares) - 1)]
    slack = sum((Fraction(x.step or 0) for x in shares), Fraction(0)) / 2
    about = _about(passage, shares[0], shares, shares[-1].end) | {"key": ("占比合计",), "subject": "占比"}
    if any(abs(x - _ALL) <= slack for x in sums):
        yield passed("各项占比之和为100%", **about)
        return
    added = like(shares[0], sums[0])
    yield failed(
        f"各项占比（含其余）之和为{added}，应为100%",
        expected="100%",
        observed=added,
        difference=f"{like(shares[0], abs(sums[0] - _ALL))[:-1]}个百分点",
        computation=f"{'＋'.join(x.text for x in shares)}＝{added}",
        **about,
    )


def _judge_parts(passage: Passage, whole: Figure, parts: list[Figure], stop: int, *, two: bool) -> Outcome:
    about = _about(passage, whole, parts, min(stop, parts[-1].end))
    value = printed.figure(whole)
    sums = [_sum(whole, parts[: n + 1]) for n in range(len(parts))]
    if value is None or None in sums:
        return passed("分项带有约数，不作比较", **about)
    if is_complete(passage, whole, parts) and not (sums[-1] is not None and sums[-1].agrees):
        sure = two or _exceeds(value, parts) or not is_of_two(passage, whole, parts)
        return _conflict(passage, whole, parts, parts[-1].end, "其中各项之和", sure=sure)
    more = _exceeds(value, parts)
    if is_doubtful(passage, whole, parts, sums, more=more):
        return _conflict(passage, whole, parts, parts[-1].end, "其中各项之和", sure=False)
    if any(x is not None and x.agrees for x in sums) or not more:
        return passed(f"其中各项之和不大于{whole.text}", **about)
    larger = any(_exceeds(value, [part]) for part in parts)
    text = passage.text[whole.end : parts[-1].end]
    apart = whole.unit == "元" or not has(text, "overlapping")
    sure = larger or (_listed(passage, parts) and apart)
    return _conflict(passage, whole, parts, parts[-1].end, "其中各项之和", sure=sure)


def _over_all(submission: Submission, passage: Passage, found: regex.Match[str]) -> Iterator[Outcome]:
    """`12座，涉及5个乡镇：甲4座、乙3座…`: as many parts as are announced, so they make the total."""
    members = numerals.parse(found["n"])
    inside = passage.within(Span("", found.end(), _end(passage.text, found.end(), bracketed=False)))
    parts = [x for x in inside if x.value is not None and x.kind in _kinds(passage) and not x.qualifier]
    alike = len({x.unit for x in parts}) == 1 and len(parts) == len(inside)
    if members is None or members.value != len(parts) or len(parts) < 2 or not alike:
        return
    whole = passage.last_before(found.start())
    near = whole is not None and len(passage.text[whole.end : found.start()]) <= _FAR
    if whole is not None and near and whole.unit == parts[0].unit and whole.kind in _kinds(passage):
        total_of_all = _sum(whole, parts)
        if total_of_all is not None and not total_of_all.agrees:
            yield _conflict(passage, whole, parts, parts[-1].end, "各项之和", sure=True)
        return
    yield from _of_row(submission, passage, found, parts)


def _of_row(
    submission: Submission, passage: Passage, found: regex.Match[str], parts: list[Figure]
) -> Iterator[Outcome]:
    """The parts of a row of the form that the list names before its colon."""
    rows = [row for form in submission.scored_forms for row in submission.indicators_of(form)]
    named = [x for x in rows if x.actual_unit == parts[0].unit and _names(row_name(x), found["of"])]
    if len(named) != 1 or named[0].actual_value is None:
        return
    added = sum((Fraction(part.value or 0) for part in parts), Fraction(0))
    gap = added - Fraction(named[0].actual_value)
    if not gap:
        return
    about = _about(passage, parts[0], parts, parts[-1].end)
    about |= {"key": (row_name(named[0]), "分项"), "subject": row_name(named[0])}
    about["evidence"] = [*about["evidence"], cell(named[0], "actual")]
    yield failed(
        f"“{row_name(named[0])}”分项之和为{like(parts[0], added)}，评分表完成值为{named[0].actual_text}",
        expected=named[0].actual_text,
        observed=like(parts[0], added),
        difference=like(parts[0], abs(gap)),
        confidence="推断",
        **about,
    )


def _names(name: str, said: str) -> bool:
    """Most of the row's name, or the same characters in another order: 改造小区数量, 老旧小区改造数量."""
    short = core(said)
    return held(name, said) >= _NAMED or (len(short) >= _THREE + 1 and set(short) <= set(core(name)))


def _conflict(
    passage: Passage, whole: Figure, parts: list[Figure], end: int, what: str, *, sure: bool
) -> Outcome:
    added = sum((Fraction(part.value or 0) for part in parts), Fraction(0))
    gap = added - Fraction(whole.value or 0)
    tell = failed if sure else lead
    name = (whole.subject or parts[0].subject or "").strip()
    return tell(
        f"{f'“{name}”' if name else ''}{what}为{like(whole, added)}，文中总数为{whole.text}",
        expected=like(whole, added),
        observed=whole.text,
        difference=like(whole, abs(gap)),
        computation=f"{'＋'.join(part.text for part in parts)}＝{like(whole, added)}",
        fact=(str(whole.value), *(str(part.value) for part in parts)),
        **_about(passage, whole, parts, end),
    )


def _about(passage: Passage, whole: Figure, parts: list[Figure], end: int) -> dict[str, Any]:
    name = (whole.subject or parts[0].subject or "").strip() or "总数"
    quote = passage.quote(passage.around(min(whole.start, parts[0].start), end), "叙述")
    return {"form": passage.form, "key": (name,), "subject": name, "evidence": [quote]}


def _is_part(passage: Passage, figure: Figure, whole: Figure, first: int) -> bool:
    if not _alike(figure, whole) or figure.kind not in _kinds(passage) or figure.value is None:
        return False
    lead_in = passage.text[max(first, figure.start - 12) : figure.start]
    for mark in "，,、；;":
        lead_in = lead_in.rsplit(mark, 1)[-1]
    opened = passage.text[first : figure.start]
    nested = sum(opened.count(x) for x in _OPEN) > sum(opened.count(x) for x in _CLOSE)
    return not nested and not _NO_PART.search(lead_in)


def _alike(part: Figure, whole: Figure) -> bool:
    """One unit, or 4个 of 12个班."""
    bare = part.unit == "个" and part.text.endswith("个") and f"个{whole.unit}" in whole.text
    return (part.unit or "") == (whole.unit or "") or bare


def _one_list(passage: Passage, parts: list[Figure]) -> list[Figure]:
    """The parts up to where a list by 、 goes over into further clauses."""
    out = parts[:1]
    for before, part in pairwise(parts):
        gap = passage.gap(before, part)
        if len(out) > 1 and "、" in passage.gap(out[-2], out[-1]) and "，" in gap:
            break
        out.append(part)
    return out


def _end(text: str, start: int, *, bracketed: bool) -> int:
    """Where the parts end: the sentence, the bracket, a semicolon, another 其中."""
    limit = min(len(text), start + LONGEST)
    closing = (_BRACKET_STOP if bracketed else _STOP, _SOFT_STOP, _AMONG)
    ends = (pattern.search(text, start, limit) for pattern in closing)
    return min([found.start() for found in ends if found is not None], default=limit)


def _listed(passage: Passage, figures: list[Figure]) -> bool:
    """The figures follow each other as a plain list: short names between them, no new sentence."""
    gaps = [passage.gap(a, b) for a, b in pairwise(figures)]
    short = all(len(gap) <= (_LONG if "、" in gap else _SHORT) for gap in gaps)
    return short and not any(_SOFT_STOP.search(gap) for gap in gaps)


def _sum(whole: Figure, parts: list[Figure]) -> Comparison | None:
    value = printed.figure(whole)
    terms = [printed.figure(part) for part in parts]
    if value is None or any(x is None or x.qualifier or x.high is not None for x in [value, *terms]):
        return None
    known = [x for x in terms if x is not None]
    finest = min(x.step for x in [value, *known])
    return total(value, [x if x.value else replace(x, step=finest) for x in known])  # 0万元 is nothing


def _exceeds(whole: Printed, parts: list[Figure]) -> bool:
    """The parts are certainly more than the total, as printed."""
    lowest = Fraction(0)
    for part in parts:
        value = printed.figure(part)
        low = denote(value).low if value is not None else None
        if low is None:
            return False
        lowest += low
    most = denote(whole)
    return most.high is not None and (lowest > most.high or (lowest == most.high and most.high_open))


RULE = Rule(id="F14", title="分项合计=总数（叙述）", severity="重要", confidence="确定", check=check)
