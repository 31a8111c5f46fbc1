"""Paragraphs and tables of a story, in reading order."""

from __future__ import annotations

import msgspec
import regex
from lxml import etree

from extractors.readers.assembly import Raw, RawParagraph
from extractors.readers.docx.boxes import around
from extractors.readers.docx.inline import chosen, drawn, plain, walk
from extractors.readers.docx.names import ALTERNATE, PPR, RPR, TBL, TCPR, VAL, WRAPPERS, P, W, on
from extractors.readers.docx.story import Line, Story
from extractors.readers.docx.styles import Numbered, numbered, outline
from extractors.readers.docx.tables import read_table
from extractors.readers.numbering import join

_PRIVATE = regex.compile("[\uf020-\uf0ff]")
_STYLE = W + "pStyle"
_MARK_GONE = (W + "del", W + "moveFrom")
_VANISH, _SPECIAL = W + "vanish", W + "specVanish"
_OUTSIDE = (W + "altChunk", W + "subDoc")
_BODY_TEXT = 9


class _Properties(msgspec.Struct):
    """What matters of a paragraph's properties. `open`: its mark is deleted or hidden, it runs on."""

    style: str = ""
    level: int | None = None
    numbered: Numbered | None = None
    open: bool = False
    unseen: bool = False


def blocks(element: etree._Element, story: Story) -> list[Raw]:
    """The paragraphs and tables of a body, cell, box or note."""
    found: list[Raw] = []
    carried = _fill(element, story, found, "")
    if carried:
        found.append(RawParagraph(carried))
    return found


def _fill(element: etree._Element, story: Story, found: list[Raw], carried: str) -> str:
    """Add the blocks to `found`; returns text that runs on into what follows."""
    for child in element:
        tag = child.tag
        if tag == P:
            carried = _paragraph(child, story, found, carried)
        elif tag == TCPR:
            continue
        elif tag == TBL:
            table = read_table(child, story)
            if table is not None:
                found.append(table)
        elif tag in WRAPPERS:
            carried = _fill(child, story, found, carried)
        elif tag == ALTERNATE:
            branch = chosen(child)
            carried = _fill(branch, story, found, carried) if branch is not None else carried
        elif tag in _OUTSIDE:
            story.notices["external-part"] += 1
    return carried


def _paragraph(element: etree._Element, story: Story, found: list[Raw], carried: str) -> str:
    line = Line([], [])
    if element in story.marks.rich or story.silent:
        walk(element, line, story)
    else:
        plain(element, line)
    text = carried + "".join(line.parts)
    if _PRIVATE.search(text):
        text = drawn(text, element)
    number, level = "", None
    if story.formatted:
        properties = _properties(element, story)
        if properties.open or (properties.unseen and not text):
            found += [raw for part in around(line) for raw in part]
            return text
        number, level = _number(properties, story), _level(properties, story)
    paragraph = RawParagraph(join(number, text) if number else text, number, level, element)
    if line.boxes:
        ahead, after = around(line)
        found += [*ahead, paragraph, *after]
    else:
        found.append(paragraph)
    return ""


def _properties(element: etree._Element, story: Story) -> _Properties:
    found = _Properties(story.styles.default)
    properties = next(element.iterchildren(PPR), None)
    if properties is None:
        return found
    style = properties.find(_STYLE)
    if style is not None:
        found.style = style.get(VAL, found.style)
    found.level, found.numbered = outline(properties), numbered(properties)
    mark = properties.find(RPR)
    for child in mark if mark is not None else ():
        if child.tag in _MARK_GONE:
            found.open = True
            story.notices["tracked-changes"] += 1
        elif child.tag == _SPECIAL and on(child.get(VAL)):
            found.open = True
        elif child.tag == _VANISH:
            found.unseen = on(child.get(VAL))
    return found


def _number(properties: _Properties, story: Story) -> str:
    return story.lists.number(properties.numbered, properties.style) if story.lists else ""


def _level(properties: _Properties, story: Story) -> int | None:
    level = properties.level if properties.level is not None else story.styles.level(properties.style)
    return None if level is None or level >= _BODY_TEXT else level + 1
