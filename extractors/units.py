"""Units and measure words: what stands after a numeral, under its canonical name.

The table is data (`data/units.toml`): canonical name, spellings, kind (money, share, time,
measure, people, counter). Composites X/Y (元/亩, 次/10万公顷, 元/人·年) and double counters
(台（套）, 头(只)) are put together here. No scale: in 593万元 the unit is 元.
"""

from __future__ import annotations

import tomllib
from functools import cache, lru_cache
from importlib.resources import files

import msgspec
import regex

from extractors.numerals.fraction import Fraction
from extractors.numerals.patterns import fold
from extractors.numerals.values import scale

RATE = "rate"  # the kind of a composite X/Y
_SPACE = " \u00a0\u2002\u2009\u202f\u3000"
_ALONE = {"块": "元", "￥": "元", "¥": "元", "$": "美元", "rank": "名次"}  # where nothing else stands
_PER = regex.compile(r"[ ]?[/／][ ]?(?P<scale>[十百千]?[万亿]|10{0,4}万?)?+")
_AND = regex.compile(r"[·•/／]")
_DENOMINATORS = frozenset("生村校县乡镇站所学员机店市区餐岗床班组趟井")
_SECOND = regex.compile(r"[（(/／](.{1,2}?)[）)]|/(?=[只套])(.)")
_SCALE = regex.compile(r"[十百千]?[万亿]{1,2}|[百千]")
_GUARDED_LETTER = regex.compile(r"[A-Za-z0-9]")


class Unit(msgspec.Struct, frozen=True, kw_only=True):
    """A unit in text: `text[start:end]`, its canonical name and its kind."""

    start: int
    end: int
    text: str
    canonical: str
    kind: str


class _Table(msgspec.Struct, frozen=True):
    names: dict[str, tuple[str, str]]  # spelling -> canonical name, kind
    guards: dict[str, regex.Pattern[str]]
    longest: int


@cache
def _table() -> _Table:
    data = tomllib.loads(files("extractors").joinpath("data/units.toml").read_text(encoding="utf-8"))
    guards = {
        text: regex.compile(follows) for text, follows in data.pop("guards").items() if text != "source"
    }
    names: dict[str, tuple[str, str]] = {}
    for kind, entries in data.items():
        for name, entry in entries.items():
            if name != "source":
                names.update(dict.fromkeys([name, *entry["also"]], (name, kind)))
    return _Table(names, guards, max(map(len, names)))


@cache
def _conversions() -> dict[str, tuple[str, Fraction]]:
    data = tomllib.loads(files("extractors").joinpath("data/conversions.toml").read_text(encoding="utf-8"))
    del data["source"]
    return {
        unit: (next(iter(quantity)), Fraction(times))
        for quantity in data.values()
        for unit, times in quantity.items()
    }


def in_base(unit: str) -> tuple[str, Fraction]:
    """The base unit of a measure with how many of it one is (公顷: 10000 平方米); others are their own."""
    return _conversions().get(unit, (unit, Fraction(1)))


def ratio(unit: str, other: str) -> Fraction | None:
    """How many `other` one `unit` is; None where they measure different things."""
    (base, times), (its_base, its_times) = in_base(unit), in_base(other)
    return times / its_times if base == its_base else None


def names() -> dict[str, str]:
    """Every canonical unit of the table with its kind."""
    return dict(_table().names.values())


def match(text: str, start: int) -> Unit | None:
    """The longest unit at `start`, after at most one space, or None. The span leaves the space out."""
    if start < len(text) and text[start] in _SPACE:
        start += 1
    single = _single(text, start)
    if single is None:
        return _per(text, Unit(start=start, end=start, text="", canonical="", kind=""))
    double = _double(text, single)
    return _per(text, double) or double


def canonical(text: str) -> str | None:
    """The canonical name of a whole text that is a unit (个月 is 月), else None."""
    stripped = _bare(text)
    found = match(stripped, 0) if stripped else None
    if found is not None and found.end == len(stripped):
        return _ALONE.get(stripped, found.canonical)
    outer, bracket, inner = stripped.replace("（", "(").partition("(")
    if bracket and outer and (name := canonical(outer)) is not None:
        return name if canonical(inner.rstrip(")）")) in (name, None) else None
    return _ALONE.get(stripped)


@lru_cache(maxsize=4096)
def scaled(text: str) -> tuple[int, str] | None:
    """Factor and canonical unit of a unit with its scale: 万元 is (10000, 元), 千米 (1, 公里)."""
    stripped = fold(_bare(text))
    if (name := canonical(stripped)) is not None:
        return 1, name
    found = _SCALE.match(stripped)
    name = canonical(stripped[found.end() :]) if found else None
    return (scale(found[0]), name) if found and name else None


def _bare(text: str) -> str:
    stripped = text.strip()
    return (
        stripped[1:-1].strip() if stripped[:1] in ("（", "(") and stripped[-1:] in ("）", ")") else stripped
    )


def _single(text: str, start: int) -> Unit | None:
    table = _table()
    for length in range(min(table.longest, len(text) - start), 0, -1):
        spelling = text[start : start + length]
        entry = table.names.get(spelling)
        if entry is not None and not _is_other_word(text, start + length, spelling):
            return Unit(start=start, end=start + length, text=spelling, canonical=entry[0], kind=entry[1])
    return None


def _is_other_word(text: str, end: int, spelling: str) -> bool:
    guard = _table().guards.get(spelling)
    if guard is not None and guard.match(text, end):
        return True
    return spelling[-1].isascii() and spelling[-1].isalpha() and bool(_GUARDED_LETTER.match(text, end))


def _double(text: str, unit: Unit) -> Unit:
    """人（次） or 台/套 as one unit, if the second part is a counter too."""
    found = _SECOND.match(text, unit.end)
    if found is None or unit.kind not in ("people", "counter"):
        return unit
    second = found[1] or found[2]
    entry = _table().names.get(second)
    if entry is None or entry[1] not in ("people", "counter", "share"):
        return unit
    name = unit.canonical + second
    return _extended(text, unit, found.end(), _table().names.get(name, (name, ""))[0], unit.kind)


def _per(text: str, unit: Unit) -> Unit | None:
    """X/Y: 元/亩, 次/10万公顷, 元/人·年; without X what stands behind a scale (620万/月)."""
    found = _PER.match(text, unit.end)
    if found is None or (not unit.text and found["scale"]):
        return None
    end, parts = found.end(), []
    for _ in range(3):
        part = _single(text, end)
        if part is not None and part.kind != "share":
            parts.append(part.canonical)
            end = part.end
        elif text[end : end + 1] in _DENOMINATORS:
            parts.append(text[end])
            end += 1
        else:
            break
        if not (joint := _AND.match(text, end)):
            break
        end = joint.end()
    if not parts:
        return None
    if _AND.match(text, end - 1):
        end -= 1
    joined = "".join(parts) if "".join(parts) in _table().names else "·".join(parts)
    name = f"{unit.canonical}/{found['scale'] or ''}{joined}"
    return _extended(text, unit, end, _table().names.get(name, (name, ""))[0], RATE)


def _extended(text: str, unit: Unit, end: int, name: str, kind: str) -> Unit:
    return Unit(start=unit.start, end=end, text=text[unit.start : end], canonical=name, kind=kind)
