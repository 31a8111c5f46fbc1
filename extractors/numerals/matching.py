"""Numerals in text: what stands at a place, and what it is worth."""

from __future__ import annotations

import msgspec
import regex

from extractors.numerals import values
from extractors.numerals.fraction import Fraction
from extractors.numerals.patterns import PATTERN, SIMPLE, SP, STARTS, fold

SHARES = {
    "百": "%",
    "千": "‰",
    "万": "‱",
    "十万": "/10万",
    "百万": "/100万",
    "千万": "/1000万",
    "佰": "%",
    "仟": "‰",
}
_DASH = regex.compile(rf"{SP}(?:[-—–~～―]{{1,2}}|至|到){SP}")
_TRAILING_SCALE = regex.compile(rf"{SP}((?<=[几数一二三四五六七八九])[百千][万亿]|[万亿]{{1,2}})$")
_TOO_LONG = regex.compile(
    "[零〇○一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟]{41}"
)  # a run of characters, no number
_CAPITALS = frozenset("壹贰叁肆伍陆柒捌玖拾佰仟")
_SCALES = frozenset("百千万亿")


class Numeral(msgspec.Struct, frozen=True, kw_only=True):
    """A number as printed, understood. `text` is `text[start:end]` of what was read.

    `value` in plain units, scale multiplied out; None for a pair, a range or 几/数, which have
    `low` and `high`. `step` is the last printed place. `unit` is set by forms that imply one
    (百分之三: %, 四成: %, 翻两番: 番, 三元五角: 元). `number` and `scale` are as printed, for display.
    `more` is 余, 多 or 来 where one stands inside.
    """

    start: int
    end: int
    text: str
    form: str
    value: Fraction | None = None
    low: Fraction | None = None
    high: Fraction | None = None
    step: Fraction = Fraction(1)
    unit: str = ""
    number: str = ""
    scale: str = ""
    more: str = ""
    exact: str = ""  # N/D as written, for fractions


def match(text: str, start: int, *, ranges: bool = True) -> Numeral | None:
    """The longest numeral that starts at `start`, or None. `ranges=False` stops before a dash."""
    folded = fold(text)
    if start >= len(folded) or folded[start] not in STARTS or _TOO_LONG.match(folded, start):
        return None
    first = _single(text, folded, start)
    if first is None or not ranges or first.value is None:
        return first
    return _range(text, folded, first) or first


def parse(text: str) -> Numeral | None:
    """The numeral that a whole text is, white space at its ends aside, or None."""
    stripped = text.strip()
    found = match(stripped, 0)
    return found if found is not None and found.end == len(stripped) else None


def _single(text: str, folded: str, start: int) -> Numeral | None:
    if (simple := SIMPLE.match(folded, start)) is not None:
        return _simple(text, start, simple)
    found = PATTERN.match(folded, start)
    if found is None or found.end() == start:
        return None
    form = next(name for name in _READERS if found[name] is not None)
    fields = _READERS[form](found, folded)
    if found["sign"] and (value := fields.get("value")) is not None:
        fields["value"] = -value  # type: ignore[operator]
    fields.setdefault("number", text[start : found.end()])
    return Numeral(start=start, end=found.end(), text=text[start : found.end()], **{"form": form, **fields})  # type: ignore[arg-type]


Fields = dict[str, object]
Match = regex.Match[str]


def _simple(text: str, start: int, found: Match) -> Numeral:
    value, step = values.decimal(found["arabic"])
    printed = found["scale"]
    if printed is not None:
        factor = values.scale(printed)
        value, step = value * factor, step * factor
    return Numeral(
        start=start, end=found.end(), text=text[start : found.end()], form="arabic", value=value, step=step,
        number=found["arabic"], scale=(printed or "").strip(),
    )  # fmt: skip


def _share(found: Match, folded: str) -> Fields:
    unit = SHARES[found["parts"]]
    if found["share"] == "百":
        return {"value": Fraction(100), "unit": unit}
    inner = _single(found["share"], found["share"], 0)
    if inner is None:  # a lone capital: 万分之肆
        return {"value": values.run(found["share"]), "unit": unit}
    return {
        "value": inner.value, "low": inner.low, "high": inner.high, "step": inner.step,
        "unit": unit, "more": inner.more,
    }  # fmt: skip


def _plain(text: str) -> Fraction:
    if "点" in text:
        return values.point(text)[0]
    return values.decimal(text)[0] if text.isascii() else values.run(text)


def _fraction(found: Match, folded: str) -> Fields:
    under = _plain(found["under"])
    if not under:
        return {"value": None}
    over = _plain(found["over"])
    if found["whole"]:
        over += _plain(found["whole"]) * under
    whole_numbers = over.denominator == under.denominator == 1
    return {
        "value": over / under,
        "form": "fraction",
        "exact": f"{over}/{under}" if whole_numbers else str(over / under),
    }


def _slash(found: Match, folded: str) -> Fields:
    over, under = (int(x) for x in found["slash"].split("/"))
    return {"value": Fraction(over, under) if under else None, "form": "fraction", "exact": found["slash"]}


def _tenths(found: Match, folded: str) -> Fields:
    head, _, tail = found["tenths"].partition("成")
    half = {"": 0, "半": 5}.get(tail, values.DIGITS.get(tail, 0))
    if head == "半":
        return {"value": Fraction(5), "unit": "%"}
    if "点" in head:
        value, step = values.point(head)
        return {"value": value * 10 + half, "unit": "%", "step": step * 10}
    if len(head) > 1 and not head[0].isascii():
        low, high = values.pair(head)
        return {"low": low * 10, "high": high * 10, "unit": "%", "step": Fraction(10)}
    place = values.decimal(head)[1] if head[0].isascii() else Fraction(1)
    return {"value": _plain(head) * 10 + half, "unit": "%", "step": Fraction(1) if tail else place * 10}


def _discount(found: Match, folded: str) -> Fields:
    """8折 is 80%, 75折 and 九五折 are 75% and 95%."""
    head = found["discount"][:-1]
    if head in "对半":
        return {"value": Fraction(50), "unit": "%"}
    two = len(head) == 2 and "." not in head
    number = (
        "".join(str(values.DIGITS[c]) for c in head) if head[0] in values.DIGITS and "点" not in head else ""
    )
    value = Fraction(number) if number else _plain(head)
    return {"value": value if two else value * 10, "unit": "%"}


def _half(found: Match, folded: str) -> Fields:
    return {"value": Fraction(50), "unit": "%"}


def _doubling(found: Match, folded: str) -> Fields:
    return {"value": _plain(found["times"]) if found["times"] else Fraction(1), "unit": "番"}


def _money(found: Match, folded: str) -> Fields:
    parts = regex.match(r"(.+?)[元圆块](?:零?(.{1,2}?)[角毛])?(?:零?(.{1,2}?)分)?整?$", found["money"])
    assert parts is not None
    tenths, cents = (_plain(x) if x else Fraction(0) for x in parts.groups()[1:])
    step = Fraction(1, 100) if parts[3] else Fraction(1, 10)
    return {"value": _plain(parts[1]) + tenths / 10 + cents / 100, "step": step, "unit": "元"}


def _several(found: Match, folded: str) -> Fields:
    low, high = values.several(found["several"])
    return _scaled(found, {"low": low, "high": high}, found["several"])


def _pair(found: Match, folded: str) -> Fields:
    low, high = values.pair(found["pair"])
    return _scaled(found, {"low": low, "high": high}, found["pair"])


def _point(found: Match, folded: str) -> Fields:
    value, step = values.point(found["point"])
    return _scaled(found, {"value": value, "step": step}, found["point"])


def _run(found: Match, folded: str) -> Fields:
    written = found["mixed"] or found["chinese"]
    ends = found.end() == len(folded) or not folded[found.end()].isalnum()
    value = values.run(written, shorthand=ends and not found["more"])
    if set(written) <= _SCALES:
        return _scaled(found, {"value": value, "step": value, "form": "bare"}, "")
    form = "mixed" if found["mixed"] else "capital" if _CAPITALS & set(written) else "chinese"
    shown = "" if found["mixed"] else written
    return _scaled(found, {"value": value, "step": values.run_step(written), "form": form}, shown)


def _bare(found: Match, folded: str) -> Fields:
    factor = Fraction(values.scale(found["bare"]))
    return _scaled(found, {"value": factor, "step": factor}, "")


def _digits(found: Match, folded: str) -> Fields:
    return _scaled(found, {"value": Fraction("".join(str(values.DIGITS[c]) for c in found["digits"]))}, "")


def _zero(found: Match, folded: str) -> Fields:
    return {"value": Fraction(0)}


def _arabic(found: Match, folded: str) -> Fields:
    value, step = values.decimal(found["arabic"])
    factor = values.scale(found["scale"] or "")
    fields: Fields = {"value": value * factor, "step": step * factor}
    return {
        **_scaled(found, fields, ""),
        "number": (found["sign"] or "") + found["arabic"],
        "scale": _scale_text(found),
    }


def _scale_text(found: Match) -> str:
    return (found["scale"] or "").strip() + (found["after"] or "").strip()


def _scaled(found: Match, fields: Fields, written: str) -> Fields:
    """The fields with a scale after 余 or 多 multiplied in (100多万)."""
    factor = values.scale(found["after"] or "")
    for name in ("value", "low", "high", "step"):
        if isinstance(number := fields.get(name), Fraction):
            fields[name] = number * factor
    if found["more"]:
        fields["more"] = found["more"].strip()[0]
    tail = _TRAILING_SCALE.search(written)
    if tail and tail.start() and not _SCALES & set(written[: tail.start()]) - {"百", "千"}:
        fields.update(number=(found["sign"] or "") + written[: tail.start()], scale=tail[1])
    return fields


_READERS = {  # the commonest first
    "arabic": _arabic, "chinese": _run,
    "money": _money, "percent": _share, "fraction": _fraction, "tenths": _tenths, "half": _half,
    "discount": _discount,
    "doubling": _doubling, "slash": _slash, "several": _several, "pair": _pair, "point": _point,
    "mixed": _run, "digits": _digits, "zero": _zero, "bare": _bare,
}  # fmt: skip


def _range(text: str, folded: str, first: Numeral) -> Numeral | None:
    """`first` — second, the scale of the second going back over a first without one (5－20万)."""
    dash = _DASH.match(folded, first.end)
    if dash is None:
        return None
    second = _single(text, folded, dash.end())
    if second is None or second.value is None or second.text[0] in "-负" or first.value is None:
        return None
    if second.unit != first.unit and not (first.unit and not second.unit):
        return None
    low, step = first.value, first.step
    if second.scale and not first.scale and first.form == second.form:
        factor = values.scale(second.scale)
        if low * factor < second.value:
            low, step = low * factor, step * factor
    if low >= second.value:
        return None
    return Numeral(
        start=first.start, end=second.end, text=text[first.start : second.end], form="range",
        low=low, high=second.value, step=min(step, second.step), unit=first.unit,
        number=text[first.start : second.end - len(second.scale)].strip(),
        scale=second.scale, more=second.more,
    )  # fmt: skip
