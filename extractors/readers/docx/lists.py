"""The lists of a document (numbering.xml) with the running numbers of its paragraphs."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
from lxml import etree

from extractors.readers.docx.names import ALTERNATE, CHOICE, VAL, W, on
from extractors.readers.docx.styles import Numbered, Styles
from extractors.readers.numbering import Counters, Level

_ABSTRACT, _NUM, _LEVEL = W + "abstractNum", W + "num", W + "lvl"
_ABSTRACT_ID, _NUM_ID, _DEPTH = W + "abstractNumId", W + "numId", W + "ilvl"
_OVERRIDE, _START_OVERRIDE, _STYLE_LINK = W + "lvlOverride", W + "startOverride", W + "numStyleLink"
_PLAIN = Level(text="", style="none")


class _List(msgspec.Struct):
    """An abstract list: its levels, the paragraph styles tied to levels, the style it stands for."""

    levels: dict[int, Level]
    styles: dict[str, int]
    link: str | None = None


class _Use(msgspec.Struct):
    """A w:num: one use of a list, with levels formatted or started anew."""

    abstract: str
    levels: dict[int, Level]
    starts: dict[int, int]


class Lists:
    """Numbers paragraphs in reading order."""

    def __init__(self, root: etree._Element, styles: Styles) -> None:
        self._styles = styles
        self._lists = {item.get(_ABSTRACT_ID, ""): _list(item) for item in root.iterchildren(_ABSTRACT)}
        self._uses = {item.get(_NUM_ID, ""): _use(item) for item in root.iterchildren(_NUM)}
        self._levels: dict[str, list[Level]] = {}
        self._counters = Counters()

    def number(self, own: Numbered | None, style: str) -> str:
        """Count a paragraph and give the number that Word prints before it, '' for none."""
        given = self._styles.numbered(style)
        num_id = own.num_id if own and own.num_id is not None else given.num_id
        use = self._uses.get(num_id or "0")
        if use is None or num_id is None:
            return ""
        abstract = self._resolved(use.abstract)
        depth = own.depth if own and own.depth is not None else given.depth
        if depth is None:
            depth = self._by_style(abstract, style)
        levels = self._levels_of(num_id, use, abstract)
        return self._counters.number(abstract, levels, depth, use=num_id, starts=use.starts)

    def _resolved(self, abstract: str) -> str:
        """The list that holds the levels: some only name a numbering style."""
        for _ in range(4):
            link = self._lists[abstract].link if abstract in self._lists else None
            use = self._uses.get(self._styles.numbered(link).num_id or "") if link else None
            if use is None or use.abstract == abstract:
                break
            abstract = use.abstract
        return abstract

    def _by_style(self, abstract: str, style: str) -> int:
        found = self._lists.get(abstract)
        name = self._styles.numbering_style(style) or style
        return found.styles.get(style, found.styles.get(name, 0)) if found else 0

    def _levels_of(self, num_id: str, use: _Use, abstract: str) -> list[Level]:
        if num_id not in self._levels:
            own = self._lists[abstract].levels if abstract in self._lists else {}
            levels = {**own, **use.levels}
            self._levels[num_id] = [levels.get(depth, _PLAIN) for depth in range(max(levels, default=0) + 1)]
        return self._levels[num_id]


def _list(item: etree._Element) -> _List:
    link = item.find(_STYLE_LINK)
    styles = {}
    for level in item.iterchildren(_LEVEL):
        style = level.find(W + "pStyle")
        if style is not None:
            styles[style.get(VAL, "")] = _whole(level.get(_DEPTH))
    return _List(_levels(item.iterchildren(_LEVEL)), styles, link.get(VAL) if link is not None else None)


def _use(item: etree._Element) -> _Use:
    abstract = item.find(_ABSTRACT_ID)
    use = _Use(abstract.get(VAL, "") if abstract is not None else "", {}, {})
    for override in item.iterchildren(_OVERRIDE):
        use.levels.update(_levels(override.iterchildren(_LEVEL)))
        start = override.find(_START_OVERRIDE)
        if start is not None:
            use.starts[_whole(override.get(_DEPTH))] = _whole(start.get(VAL))
    return use


def _levels(elements: Iterable[etree._Element]) -> dict[int, Level]:
    return {depth: _level(element) for element in elements if (depth := _whole(element.get(_DEPTH))) < 9}


def _level(element: etree._Element) -> Level:
    values = {child.tag: child.get(VAL) for child in element}
    restart = values.get(W + "lvlRestart")
    return Level(
        start=_whole(values.get(W + "start"), 0),
        style=values.get(W + "numFmt") or _custom(element),
        text=values.get(W + "lvlText") or "",
        legal=W + "isLgl" in values and on(values[W + "isLgl"]),
        restart=None if restart is None else _whole(restart),
        follow=values.get(W + "suff") or "tab",
    )


def _custom(element: etree._Element) -> str:
    """The number format that newer Word hides behind a choice: 01, 02, … or 001, 002, …"""
    format_ = element.find(f"{ALTERNATE}/{CHOICE}/{W}numFmt")
    if format_ is None:
        return "decimal"
    return (
        "decimalZero" if (format_.get(W + "format") or "").startswith("0") else format_.get(VAL) or "decimal"
    )


def _whole(value: str | None, default: int = 0) -> int:
    return int(value) if value and value.isdecimal() and len(value) < 7 else default
