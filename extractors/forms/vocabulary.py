"""The words of forms, loaded once from data: which heading, label or row stands for what."""

from __future__ import annotations

import tomllib
from functools import cache, lru_cache
from importlib import resources
from typing import Any

import msgspec
import regex

from extractors.forms.normalise import heading, key, name

_CONTEXTS = ("indicators", "funds", "goals", "summary", "remarks", "items")
CLOSE = 84.0  # rapidfuzz ratio from which a wording counts as a variant
MARGIN = 6.0  # by how much the best role must beat the next
# Words that turn a heading into another one: a variant must agree with its model in all of them.
_GUARDS = regex.compile(
    r"年初|全年|调整|实际|预期|应|拟|申报|承诺|上年|去年|计划|自评|复核|审定|未|不|率|值|分类|类别|类型|分|单位|个数|名称|原因|标准|完成|目标|预算|执行|到位"
    r"|结余|支出|情况|一级|二级|三级|主管|项目|代码|编码"
)


class Match(msgspec.Struct, frozen=True):
    """What a heading stands for, and how sure that is."""

    role: str
    known: str  # the wording it was recognised by
    exact: bool = True


class Ambiguous(msgspec.Struct, frozen=True):
    """A heading close to known ones of different roles: said, never guessed."""

    roles: tuple[str, ...]


@cache
def data() -> dict[str, Any]:
    """The vocabulary as it stands in `extractors/data/vocabulary.toml`."""
    return tomllib.loads(resources.files("extractors.data").joinpath("vocabulary.toml").read_text("utf-8"))


@cache
def needs() -> dict[str, list[list[str]]]:
    """Contexts that are data alone: one role of each list must stand in a header of theirs."""
    return dict(data().get("needs", {}))


@cache
def contexts() -> tuple[str, ...]:
    """What a header may be a header of."""
    return (*_CONTEXTS, *needs())


@cache
def words(section: str) -> dict[str, str]:
    """`{key: role}` of one section of the vocabulary; the first role listed wins."""
    out: dict[str, str] = {}
    for role, entries in data()[section].items():
        for wording in entries:
            out.setdefault(key(wording), role)
    return out


@cache
def listed(section: str, entry: str) -> frozenset[str]:
    """The keys of one plain list of the vocabulary, such as `blanks.placeholders`."""
    return frozenset(key(word) for word in data()[section][entry])


@cache
def ordered(section: str, entry: str) -> tuple[str, ...]:
    """The entries of one plain list, longest first."""
    return tuple(sorted((key(word) for word in data()[section][entry]), key=len, reverse=True))


def role(section: str, text: str) -> str | None:
    """The role of a heading worded exactly as the vocabulary has it, notes aside."""
    return words(section).get(heading(text).key)


@cache
def _patterns(section: str) -> tuple[tuple[str, regex.Pattern[str]], ...]:
    table = data()["patterns"].get(section, {})
    return tuple((role, regex.compile("|".join(f"(?:{p})" for p in each))) for role, each in table.items())


@cache
def model(section: str, role: str) -> str:
    """The wording that stands for a role in messages: the first one listed."""
    return next((str(word) for word in data()[section].get(role, {})), _UNLISTED.get(role, role))


_FORMAL = regex.compile(r"单位|名称|[必选]填|请|可|如|按|字")
_BRACKET = regex.compile(r"(?<=..)\([^()]{1,16}\)$")


@lru_cache(maxsize=8192)
def match(section: str, text: str) -> Match | None:
    """The role of a heading: worded as the vocabulary has it, else put together like such a heading."""
    folded = heading(text).key
    found = words(section).get(folded)
    if found is not None:
        return Match(role=found, known=folded)
    if not 2 <= len(folded) <= 24:
        return None
    for found_role, pattern in _patterns(section):
        if pattern.fullmatch(folded):
            return Match(role=found_role, known=model(section, found_role), exact=False)
    note = _BRACKET.search(key(text))
    if (
        note is not None
        and (found := words(section).get(heading(note.string[: note.start()]).key)) is not None
    ):
        plain = _FORMAL.search(note.group()) is not None  # 指标名称（计量单位）, but not 完成情况（完成率）
        return Match(role=found, known=note.string[: note.start()], exact=plain)
    return None


_UNLISTED = {"owner": "责任科室", "previous": "上年情况", "side": "整块的名称"}
POINTS = frozenset({"weight", "score", "review_score"})


@lru_cache(maxsize=4096)
def joined(section: str, text: str) -> Match | None:
    """`得分/满分`, two headings of points over one column of `8/10`: the role is score/weight."""
    parts = [match(section, part) for part in heading(text).key.split("/")]
    roles = [part.role for part in parts if part is not None and part.role in POINTS]
    if len(parts) != 2 or len(set(roles)) != 2:
        return None
    return Match(role="/".join(roles), known="/".join(part.known for part in parts if part), exact=False)


@lru_cache(maxsize=16384)
def is_heading(text: str) -> bool:
    """True for a text that is a heading in any context."""
    return any(match(context, text) is not None for context in contexts())


@lru_cache(maxsize=4096)
def near(section: str, text: str) -> Match | Ambiguous | None:
    """A close variant of a known heading, where one role clearly wins.

    Shares every deciding word (年初, 实际, 自评 …) with its model; nearly as close to a
    heading of another role is `Ambiguous`.
    """
    from rapidfuzz import fuzz, process

    wanted = heading(text).key
    if not 3 <= len(wanted) <= 24:
        return None
    guards = sorted(_GUARDS.findall(wanted))
    hits = process.extract(
        wanted, words(section).keys(), scorer=fuzz.ratio, score_cutoff=CLOSE - MARGIN, limit=12
    )
    fitting = [(k, s) for k, s, _ in hits if sorted(_GUARDS.findall(k)) == guards and len(k) >= 3]
    if not fitting or fitting[0][1] < CLOSE:
        return None
    best, score = fitting[0]
    found = words(section)[best]
    rivals = {words(section)[k] for k, s in fitting if s > score - MARGIN} - {found}
    if rivals:
        return Ambiguous(roles=tuple(sorted({found, *rivals})))
    return Match(role=found, known=best, exact=False)


@lru_cache(maxsize=4096)
def level(text: str) -> frozenset[str] | None:
    """The levels at which a name usually stands (成本指标: one or two); None for any other name."""
    plain = name(text, loose=True).text
    found = frozenset(at for at in ("level1", "level2") if key(plain) in listed("levels", at))
    return found or None


_BETWEEN = regex.compile(r"\s*+[-—–－/／、·>→\n]++\s*+")


@lru_cache(maxsize=4096)
def both_levels(text: str) -> tuple[str, str] | None:
    """The two names in `产出指标-数量指标`, where each is usual at its level."""
    parts = _BETWEEN.split(text.strip())
    if len(parts) != 2 or "level1" not in (level(parts[0]) or ()) or "level2" not in (level(parts[1]) or ()):
        return None
    return parts[0], parts[1]


@lru_cache(maxsize=16384)
def is_placeholder(text: str) -> bool:
    """True for a cell that says nothing: `/`, `——`, `……`, 无, 不涉及, or blank."""
    folded = key(text)
    return not folded or folded in listed("blanks", "placeholders") or not folded.strip("/-—–_….。·*\\~ ")
