"""An amount whose bracket holds its count, its price: 补贴26.8万元（134件，每件2000元）."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from extractors.records import Figure
from rules.passages import Passage, Span
from rules.pricing import Priced, price_of
from rules.printed import is_counter

_BRACKET = regex.compile(r"\s?[（(](?P<inside>[^（）()。\n]{4,60}+)[）)]")
_TIMES = regex.compile(r"\s*[×xX*＊乘]\s*")
_OPEN = regex.compile(
    r"另|其中|部分|含|标准|不等|起|以上|以内|最[高低多少]|不超过|不低于|上年|去年|计划|预计|预算|剩余|余款|尾款|首付|预付|进度|已付"
)
_PAIR = 2


def bracketed(passage: Passage) -> Iterator[Priced]:
    """All amounts whose bracket holds one count, one price alone: （120户×600元） as well."""
    for amount in passage.figures:
        found = _BRACKET.match(passage.text, amount.end)
        plain = amount.unit not in {"%", "百分点", None} and amount.value and not amount.qualifier
        if found is None or not plain or _OPEN.search(found["inside"]):
            continue
        inside = passage.within(Span("", found.start("inside"), found.end("inside")))
        if len(inside) != _PAIR or any(not x.value for x in inside):
            continue
        for count, price in (inside, inside[::-1]):
            yield from _priced(passage, amount, count, price)


def _priced(passage: Passage, amount: Figure, count: Figure, price: Figure) -> Iterator[Priced]:
    own, _, per = (price.unit or "").partition("/")
    if own != amount.unit or count.qualifier or count.unit in {own, "%", None}:
        return
    each = price_of(passage, price)
    first, second = sorted((count, price), key=lambda x: x.start)
    times = _TIMES.fullmatch(passage.gap(first, second)) and is_counter(count.unit)
    if each is not None and each[0] == count.unit:
        time, mean = each[1], each[3]
    elif times and (not per or per == count.unit):
        time, mean = None, False
    else:
        return
    yield Priced(passage=passage, price=price, count=count, amount=amount, time=time, sole=True, mean=mean)
