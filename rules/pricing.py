"""A price, a count, an amount in one sentence: 每座40万元，12座，共480万元.

The price is for each of what the count counts; the amount speaks of the same money (a subsidy is no
investment). Averages of other things (户均4人) are prices as well.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import regex

from extractors import units
from extractors.records import Figure
from rules.passages import Passage, Span, sentences
from rules.printed import is_counter

_EACH = regex.compile(r"(?P<mean>平均)?每(?:一|1|个(?=\p{Han}))?")
_SAID = regex.compile(r"每|均|/|单价")
_REST = regex.compile(r"(?:每?(?P<time>年|月|天|日|次|学期|学年))?(?P<words>\p{Han}{0,8})$")
_PER_PIECE = regex.compile(r"(?:^|[，,（(])(?:采购|合同|中标|平均)?单价(?:为|约)?$")
_TIMES = frozenset({"年", "月", "天", "次", "学期", "学年"})
_MEAN = regex.compile(r"(?:^|[^人])(?P<unit>[人户亩村校家台座])均(?P<words>\p{Han}{0,8}?)$")
_BOUNDED = regex.compile(r"最高|最低|不超过|不低于|以上|以内|可|限额|上限|预计|计划|拟")
_APART = regex.compile(
    r"其中|包括|含|另|此外|分别|上年|去年|同比|比上|较上|累计|历年|预算|计划|结余|到位|减少|节约"
)
_PARTLY = regex.compile(
    r"已|本年|当年|今年|本期|本次|首[批期笔]|第[一二三四\d][批期笔次]|[省市县区州]级|省里|中央|财政|上级|配套|预付|首付|部分"
)
_REST_DUE = regex.compile(
    r"其余(?:部分|资金|款|经费|金额|费用|[由下次明待于尚未暂在从分自列纳])|余款|余额|剩余|代扣|扣除|折|尾款|余下|尚欠|下年|次年|分[期批年]"
)
_GIVEN = regex.compile(r"补助|补贴|奖励|奖补|慰问|救助|资助|发放|兑付")
_BUILT = regex.compile(r"投资|造价|产值|收入|增收|产量|利润|成本|税")
_OWN = regex.compile(r"增收|收入|产值|利润|产量|税|节约|节省|贷款|面积|用水|用电")
_DUE = regex.compile(
    r"共|合计|总|计|支出|发放|投资|投入|资金|补助|补贴|金额|费用|奖励|拨付|兑付|奖补|资助|救助|经费|受益|惠及|覆盖"
)
_BEHIND = 12  # characters after an amount that may say it is a part
_FAR = 40  # characters from one figure to the next
_MANY, _PRICES = 40, 6  # figures, prices of one sentence
_KINDS = frozenset({"actual", "executed", "budget", None})


class Priced(msgspec.Struct, frozen=True, kw_only=True):
    """One price with its count and its amount; `time` says what else multiplies it: 月, 天, 次."""

    passage: Passage
    price: Figure
    count: Figure
    amount: Figure
    time: str | None
    sole: bool  # the sentence leaves no other figure to take
    mean: bool  # an average, not a standard

    @property
    def span(self) -> Span:
        """The stretch of text that states the three."""
        start = min(x.start for x in (self.price, self.count, self.amount))
        end = max(x.end for x in (self.price, self.count, self.amount))
        return self.passage.piece(start - 12, end)


def priced(passage: Passage) -> Iterator[Priced]:
    """All such statements, every count and amount that a price may belong to."""
    if not _SAID.search(passage.text):
        return
    kinds = _KINDS | {"target"} if passage.key == "goal_target" else _KINDS
    for sentence in sentences(passage.text):
        figures = [x for x in passage.within(sentence) if x.value is not None and x.kind in kinds]
        if len(figures) > _MANY:
            continue  # a list: what belongs to what cannot be told
        prices = [(x, each) for x in figures if (each := price_of(passage, x)) is not None]
        if len(prices) > _PRICES:
            continue
        known = [x for x, _ in prices]
        for price, (unit, time, words, mean) in prices:
            counts = [
                x for x in figures if _is_of(x, unit, price, figures) and x.value and _counts(passage, x)
            ]
            amounts = [x for x in figures if _is_amount(passage, x, price, words, known)]
            near = [x for x in amounts if _near(passage, price, x)]
            money = [x for x in figures if x.unit == near[0].unit and x not in known] if near else []
            money = [x for x in money if _near(passage, price, x)]
            for count in counts:
                for amount in near:
                    alone = len(prices) == len(counts) == len(near) == len(money) == 1
                    sole = (
                        alone
                        and _near(passage, price, count)
                        and not _shared_out(passage, price, count, amount)
                    )
                    yield Priced(
                        passage=passage,
                        price=price,
                        count=count,
                        amount=amount,
                        time=time,
                        sole=sole,
                        mean=mean,
                    )


def price_of(passage: Passage, figure: Figure) -> tuple[str, str | None, str, bool] | None:
    """Of what the figure is the price: unit, time, the words between, whether it is an average."""
    if figure.unit and "/" in figure.unit:
        return _composite(figure)
    clause = passage.clause_before(figure)[-20:]
    if _PER_PIECE.search(clause) and figure.unit == "元":
        return "", None, "", False
    unit, rest, mean = _unit(clause)
    found = _REST.fullmatch(rest) if unit and unit != figure.unit else None
    if found is None or _BOUNDED.search(rest) or figure.qualifier in {"le", "lt", "ge", "gt"}:
        return None
    time = found["time"]
    return unit, None if time in {"年", "学年"} else time, found["words"], mean or "平均" in rest


def _is_of(figure: Figure, unit: str, price: Figure, figures: list[Figure]) -> bool:
    """A count in the price's unit; of a 单价 the counted things right before it: 水泵20台，单价1.8万元."""
    if unit:
        return figure.unit == unit
    place = figures.index(price)
    return place > 0 and figures[place - 1] is figure and is_counter(figure.unit)


def _unit(clause: str) -> tuple[str, str, bool]:
    """The unit that a price is for, what follows it, whether an average is said; empty for no price."""
    each = [(found, units.match(clause, found.end())) for found in _EACH.finditer(clause)]
    if each:
        things = [(found, unit) for found, unit in each if unit is None or unit.canonical not in _TIMES]
        found, unit = things[0] if len(things) == 1 else (each[0][0], None)
        if unit is None:
            return "", "", False
        time = next((x.canonical for _, x in each if x is not None and x.canonical in _TIMES), "")
        rest = clause[max(x.end for _, x in each if x is not None) :]
        return unit.canonical, f"{time}{rest}", found["mean"] is not None
    mean = _MEAN.search(clause)
    unit_name = units.canonical(mean["unit"]) if mean else None
    return (unit_name, mean["words"], True) if mean and unit_name else ("", "", False)


def _composite(figure: Figure) -> tuple[str, str | None, str, bool] | None:
    """300元/张, 1200元/人·年."""
    money, _, per = (figure.unit or "").partition("/")
    unit, _, time = per.partition("·")
    known = units.canonical(unit)
    time = "" if time == "年" else time
    return (known, time or None, "", False) if money == "元" and known and not figure.qualifier else None


def _counts(passage: Passage, figure: Figure) -> bool:
    return not figure.qualifier and not _APART.search(passage.clause_before(figure)[-12:])


def _is_amount(passage: Passage, figure: Figure, price: Figure, words: str, prices: list[Figure]) -> bool:
    """A figure of the price's money that may be all of it: not a price itself, of the same purpose."""
    own = (price.unit or "").partition("/")[0]
    if figure.unit != own or any(figure is x for x in prices) or figure.qualifier:
        return False
    clause = passage.clause_before(figure)[-14:]
    if not clause.strip() or _APART.search(clause) or not _DUE.search(clause):
        return False
    if _PARTLY.search(clause) or _REST_DUE.search(passage.text[figure.end : figure.end + _BEHIND]):
        return False  # a part of it alone
    label = f"{words}{passage.clause_before(price)[-8:]}"
    crossed = (_GIVEN, _BUILT), (_BUILT, _GIVEN)
    if any(one.search(label) and other.search(clause) for one, other in crossed):
        return False
    named = set(_OWN.findall(label)), set(_OWN.findall(clause))
    return named[0] == named[1] or (own != "元" and not named[0])


def _shared_out(passage: Passage, *figures: Figure) -> bool:
    """A percentage among them: somebody bears a part of the amount."""
    start, end = min(x.start for x in figures), max(x.end for x in figures)
    return any(x.unit == "%" for x in passage.within(passage.piece(start, end)))


def _near(passage: Passage, price: Figure, other: Figure) -> bool:
    first, second = sorted((price, other), key=lambda x: x.start)
    between = passage.gap(first, second)
    return len(between) <= _FAR and not regex.search(r"其中|包括|另|此外|；", between)
