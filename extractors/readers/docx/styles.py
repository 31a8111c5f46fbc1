"""What paragraph and character styles bring along: outline level, numbering, hidden text."""

from __future__ import annotations

import msgspec
import regex
from lxml import etree

from extractors.readers.docx.names import PPR, RPR, VAL, W, on

_HEADING = regex.compile(r"(?i)(?:heading|标题)\s*+([1-9])")
_STYLE, _NAME, _BASED_ON = W + "style", W + "name", W + "basedOn"
_TYPE, _ID, _DEFAULT = W + "type", W + "styleId", W + "default"
_OUTLINE, _NUMBERS, _VANISH = W + "outlineLvl", W + "numPr", W + "vanish"
_NUM_ID, _DEPTH = W + "numId", W + "ilvl"
_DEEPEST = 40  # styles based on styles; more is a circle


class Numbered(msgspec.Struct, frozen=True):
    """A numPr: the list that a paragraph is in, and its level (from 0). None: not said here."""

    num_id: str | None = None
    depth: int | None = None


class Style(msgspec.Struct):
    """One style's own settings; what it does not say comes from the style that it is based on."""

    based_on: str | None = None
    level: int | None = None  # from 0; 9 is body text
    numbered: Numbered | None = None
    hidden: bool | None = None


def numbered(properties: etree._Element) -> Numbered | None:
    """The numPr among paragraph properties."""
    found = properties.find(_NUMBERS)
    if found is None:
        return None
    num_id, depth = found.find(_NUM_ID), found.find(_DEPTH)
    return Numbered(
        None if num_id is None else num_id.get(VAL, "0"),
        None if depth is None else _small(depth.get(VAL)),
    )


def outline(properties: etree._Element) -> int | None:
    """The outline level among paragraph properties, from 0."""
    found = properties.find(_OUTLINE)
    return None if found is None else _small(found.get(VAL))


def hides(properties: etree._Element) -> bool | None:
    """Whether run properties hide the text, None where they do not say."""
    found = properties.find(_VANISH)
    return None if found is None else on(found.get(VAL))


def _small(value: str | None) -> int | None:
    return int(value) if value and value.isdecimal() and len(value) < 4 else None


class Styles:
    """The styles of a document by id."""

    def __init__(self, root: etree._Element | None = None) -> None:
        self._styles: dict[str, Style] = {}
        self.default = ""
        for element in root.iterchildren(_STYLE) if root is not None else ():
            name = element.get(_ID, "")
            self._styles[name] = _style(element)
            if element.get(_TYPE) == "paragraph" and element.get(_DEFAULT) in ("1", "true", "on"):
                self.default = name

    @property
    def numbering(self) -> bool:
        """Whether any style puts its paragraphs in a list."""
        return any(style.numbered for style in self._styles.values())

    def level(self, name: str) -> int | None:
        """The outline level (from 0) that a style gives its paragraphs."""
        return next((style.level for style in self._chain(name) if style.level is not None), None)

    def numbered(self, name: str) -> Numbered:
        """The list and level that a style puts its paragraphs in."""
        num_id = depth = None
        for style in self._chain(name):
            given = style.numbered or Numbered()
            num_id = given.num_id if num_id is None else num_id
            depth = given.depth if depth is None else depth
        return Numbered(num_id, depth)

    def numbering_style(self, name: str) -> str | None:
        """The style of the chain that brings the list."""
        while style := self._styles.get(name):
            if style.numbered and style.numbered.num_id:
                return name
            name = style.based_on or ""
        return None

    def hidden(self, name: str) -> bool:
        """Whether a style hides its text."""
        return next((style.hidden for style in self._chain(name) if style.hidden is not None), False)

    def _chain(self, name: str) -> list[Style]:
        found: list[Style] = []
        while (style := self._styles.get(name)) and len(found) < _DEEPEST:
            found.append(style)
            name = style.based_on or ""
        return found


def _style(element: etree._Element) -> Style:
    based_on, name = element.find(_BASED_ON), element.find(_NAME)
    paragraph, run = element.find(PPR), element.find(RPR)
    style = Style(based_on.get(VAL) if based_on is not None else None)
    if paragraph is not None:
        style.level, style.numbered = outline(paragraph), numbered(paragraph)
    if run is not None:
        style.hidden = hides(run)
    if style.level is None and name is not None:
        heading = _HEADING.fullmatch(name.get(VAL, ""))
        style.level = int(heading[1]) - 1 if heading else None
    return style
