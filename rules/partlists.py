"""What a list of parts is known to be: complete by its kind, one part too many, one digit short."""

from __future__ import annotations

import regex

from extractors.numerals.fraction import Fraction
from extractors.records import Figure
from rules import printed
from rules.comparing import Comparison
from rules.denotation import Printed
from rules.passages import Passage, Span
from rules.wording import plain

_THREE = 3
_COMPLETE = (  # of what; every part that it has, by the words of each
    ("三公", ("接待", "车(?!辆?购置(?:费用?|支出|经费)?$)", "出国|出境")),
    ("基本支出", ("人员", "公用")),
    ("支出|决算|执行|预算", ("基本支出", "项目支出")),
    ("", ("[一1]季度", "[二2]季度", "[三3]季度", "[四4]季度")),
    ("", ("上半年", "下半年")),
)
_LEVEL = regex.compile(
    r"末|累计|平均|均|每|率|存量|保有|在[库册校岗园]"
)  # no amount that adds up over a year
_REST = regex.compile(r"^[、，,；;和及与\s]*(?:以及)?其(?:他|它|余)(?P<of>\p{Han}{0,4})$")
_BRACKET = regex.compile(r"（[^（）]*+）|\([^()]*+\)")
_BASIC, _PROJECT = regex.compile("基本支出"), regex.compile("项目支出")
_MORE = regex.compile(r"另|此外|还有|除此|[^之]外[，,]")
_FUNDED = regex.compile(r"(?:总投资|总预算|预算|资金|经费|收入)(?:总额|合计|共|为|安排|共计|约)*$")
_SOURCE = regex.compile(
    r"拨款|中央|省级|市级|县级|区级|财政|结转|自筹|配套|债券|其他资金|贷款|社会资本|单位资金"
)
_OWN_SOURCE = regex.compile(r"自筹|其他资金|配套|贷款|社会资本|单位资金")
_POSTS = ("行政|公务员|参公|机关", "事业")
_WORKERS = regex.compile(r"工勤|后勤|工人|空编|雇员|其他")
_POST = regex.compile(r"(?<!在)编|机关服务")
_AFTER = 40  # characters after the parts in which another kind may be told of

Sums = list[Comparison | None]
"""The total against the first part, the first two, … all."""


def is_doubtful(passage: Passage, whole: Figure, parts: list[Figure], sums: Sums, *, more: bool) -> bool:
    """Something that a person has to look at, though the parts may be a selection. `more`: than the total."""
    if more and _one_too_many(passage, whole, parts, sums):
        return True
    value = printed.figure(whole)
    closed = any(x is not None and x.agrees for x in sums)
    if not closed and not more and _told_more(passage, whole, parts):
        return value is not None and _coarse(value, parts, sums)
    if not closed and not more and (_all_sources(passage, whole, parts) or _one_digit(whole, parts, sums)):
        return True
    if not closed and not more and _all_posts(passage, whole, parts):
        return True
    return value is not None and _coarse(value, parts, sums)


def _all_sources(passage: Passage, whole: Figure, parts: list[Figure]) -> bool:
    """Sources of money down to the unit's own: 财政拨款、上年结转、自筹; what is short has no source."""
    if whole.unit != "元" or len(parts) < 2 or not _FUNDED.search(passage.clause_before(whole)):
        return False
    told = [x for x in passage.figures if whole.end <= x.start < parts[-1].end and x.unit == "元"]
    labels = _labels(passage, whole, parts)
    named = all(_SOURCE.search(x) for x in labels) and any(_OWN_SOURCE.search(x) for x in labels)
    return named and len(told) == len(parts)


def _all_posts(passage: Passage, whole: Figure, parts: list[Figure]) -> bool:
    """行政编3名、事业编9名 of 编制13名: posts are of these two kinds, unless workers' posts are told of."""
    labels = [passage.clause_before(part) for part in parts]
    kinds = all(any(regex.search(kind, label) for label in labels) for kind in _POSTS)
    sentence = passage.text[whole.end : parts[-1].end + _AFTER].split("。")[0]
    after = passage.within(Span("", parts[-1].end, whole.end + len(sentence)))
    if any(x.unit == whole.unit and _POST.search(passage.clause_before(x)) for x in after):
        return False  # 参公编1名 beside them
    return kinds and "编制" in passage.clause_before(whole) and not _WORKERS.search(sentence)


def _one_digit(whole: Figure, parts: list[Figure], sums: Sums) -> bool:
    """Three parts that reach the total but for one digit of it: 9136 of 9236; of four parts, 23 of 24."""
    if len(parts) < _THREE or sums[-1] is None or any(x is not None and x.agrees for x in sums):
        return False
    added = sum((Fraction(x.value or 0) for x in parts), Fraction(0))
    return added < Fraction(whole.value or 0) and one_digit_off(whole, parts)


def one_digit_off(whole: Figure, parts: list[Figure]) -> bool:
    """Their sum has the digits of the total but for one; two digits are enough for four parts."""
    added = sum((Fraction(x.value or 0) for x in parts), Fraction(0))
    a, b = plain(added), plain(Fraction(whole.value or 0))
    least = _THREE if len(parts) == _THREE else _THREE - 1
    return len(a) == len(b) >= least and sum(x != y for x, y in zip(a, b, strict=True)) == 1


def _coarse(value: Printed, parts: list[Figure], sums: Sums) -> bool:
    """Up to three parts that add up to two last places more than the total: rounding hardly does that."""
    last = sums[-1]
    if last is None or not last.agrees or not 2 <= len(parts) <= _THREE or value.exact or not value.step:
        return False
    earlier = any(x is not None and x.agrees for x in sums[:-1])
    alike = all((x := printed.figure(part)) is not None and x.step == value.step for part in parts)
    return alike and not earlier and last.expected - value.value >= 2 * value.step


def _one_too_many(passage: Passage, whole: Figure, parts: list[Figure], sums: Sums) -> bool:
    """All but the last close up to a sum spent, and the last is an expenditure like them."""
    if whole.kind != "executed" or len(parts) < 3 or sums[-2] is None or not sums[-2].agrees:
        return False
    return all("支出" in passage.clause_before(part) for part in parts)


def is_complete(passage: Passage, whole: Figure, parts: list[Figure]) -> bool:
    """The parts are all that there can be: each of the words of a known list introduces one, none more."""
    said = passage.clause_before(whole)
    labels = _labels(passage, whole, parts)
    if _told_more(passage, whole, parts):
        return False
    for of, words in _COMPLETE:
        if len(words) == len(parts) and regex.search(of, said):
            found = [[i for i, label in enumerate(labels) if regex.search(word, label)] for word in words]
            each = all(len(one) == 1 for one in found) and len({one[0] for one in found}) == len(parts)
            if each and (of or not any(_LEVEL.search(x) for x in [said, *labels])):
                return True
    return leaves_no_rest(passage, whole, parts, labels[-1])


def is_of_two(passage: Passage, whole: Figure, parts: list[Figure]) -> bool:
    """基本支出 beside 项目支出: an institution may have 经营支出 as well."""
    labels = _labels(passage, whole, parts)
    return any(_BASIC.search(x) for x in labels) and any(_PROJECT.search(x) for x in labels)


def _told_more(passage: Passage, whole: Figure, parts: list[Figure]) -> bool:
    """Another part is told of in the sentence: 另有经营支出20万元."""
    after = passage.text[parts[-1].end : parts[-1].end + _AFTER].split("。")[0]
    return _MORE.search(f"{passage.text[whole.end : parts[-1].end]}。{after}") is not None


def leaves_no_rest(passage: Passage, whole: Figure, parts: list[Figure], label: str) -> bool:
    """The last part is all that is left: 教师26人、保育员14人、其他6人; none told of beside them."""
    rest = _REST.match(label)
    if rest is None or (whole.unit == "元" and rest["of"]) or len(parts) < 2:
        return False
    between = passage.text[whole.end : parts[-1].start]
    told = [
        x for x in passage.within(Span("", whole.end, parts[-1].end)) if not _in_bracket(passage, whole, x)
    ]
    short = sum(Fraction(x.value or 0) for x in parts) < Fraction(whole.value or 0)
    marks = {mark for mark in "、，；" if mark in _BRACKET.sub("", between).split("其中")[-1]}
    return short and len(told) == len(parts) and len(marks) == 1


def _in_bracket(passage: Passage, whole: Figure, figure: Figure) -> bool:
    opened = passage.text[whole.end : figure.start]
    return sum(opened.count(x) for x in "（(") > sum(opened.count(x) for x in "）)")


def _labels(passage: Passage, whole: Figure, parts: list[Figure]) -> list[str]:
    starts = [whole.end, *(part.end for part in parts)]
    return [passage.text[start : part.start] for start, part in zip(starts, parts, strict=False)]
