"""The text of a paragraph, as it is printed."""

from __future__ import annotations

from collections.abc import Callable

import regex
from lxml import etree

from extractors.readers.docx.boxes import add_boxes
from extractors.readers.docx.fields import Field, control
from extractors.readers.docx.names import (
    ALTERNATE,
    CHOICE,
    FALLBACK,
    RPR,
    VAL,
    WRAPPERS,
    M,
    O,
    R,
    T,
    W,
)
from extractors.readers.docx.story import Box, Line, Story
from extractors.readers.docx.styles import hides
from extractors.readers.instructions import computed
from extractors.readers.symbols import printed, symbol

_Handler = Callable[[etree._Element, Line, Story], None]
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_BREAKS = regex.compile(r" *+[\n\r\t][ \n\r\t]*+")
_PRIVATE = regex.compile("[\uf020-\uf0ff]")
_FONTS = (W + "ascii", W + "hAnsi", W + "eastAsia")


def walk(element: etree._Element, line: Line, story: Story) -> None:
    """Add what `element` prints to the line. What is not known, deletions among it, prints nothing."""
    for child in element:
        handler = _HANDLERS.get(child.tag)
        if handler is not None:
            handler(child, line, story)


def _run(run: etree._Element, line: Line, story: Story) -> None:
    if story.marks.hides and _is_hidden(run, story):
        if next(run.iterchildren(T), None) is not None:
            story.notices["hidden-text"] += 1
        _fields_only(run, line, story)
        return
    for child in run:
        tag = child.tag
        if tag == T:
            _text(child, line, story)
        else:
            handler = _HANDLERS.get(tag)
            if handler is not None:
                handler(child, line, story)


def _text(element: etree._Element, line: Line, story: Story) -> None:
    if element.text and not story.silent:
        line.parts.append(_spaced(element, element.text))


def plain(paragraph: etree._Element, line: Line) -> None:
    """Add the text of a paragraph that holds nothing but runs of text."""
    for element in paragraph.iter(T):
        text = element.text
        if text:
            line.parts.append(_spaced(element, text))


def _spaced(element: etree._Element, text: str) -> str:
    """White space as Word keeps it: at the ends only where it is preserved, line ends as blanks."""
    if text[0] > " " and text[-1] > " " and "\n" not in text:
        return text
    text = _BREAKS.sub(" ", text)
    return text if element.get(_SPACE) == "preserve" else text.strip(" ")


def drawn(text: str, paragraph: etree._Element) -> str:
    """Characters of a symbol font's private area as the signs that their run draws."""
    signs = {}
    for element in paragraph.iter(T):
        for character in _PRIVATE.findall(element.text or ""):
            run = element.getparent()
            fonts = run.find(f"{RPR}/{W}rFonts") if run is not None else None
            names = [fonts.get(name) for name in _FONTS] if fonts is not None else []
            signs[ord(character)] = printed(character, next(filter(None, names), ""))
    return text.translate(signs)


def _is_hidden(run: etree._Element, story: Story) -> bool:
    properties = run.find(RPR)
    own = None if properties is None else hides(properties)
    if own is not None or properties is None:
        return bool(own)
    style = properties.find(W + "rStyle")
    return style is not None and story.styles.hidden(style.get(VAL, ""))


def _fields_only(run: etree._Element, line: Line, story: Story) -> None:
    """In hidden text fields still begin and end."""
    for child in run.iterchildren(_FIELD_CHAR, _INSTRUCTION):
        _HANDLERS[str(child.tag)](child, line, story)


def _printing(text: str) -> _Handler:
    def handler(_: etree._Element, line: Line, story: Story) -> None:
        if not story.silent:
            line.parts.append(text)

    return handler


def _symbol(element: etree._Element, line: Line, story: Story) -> None:
    code = element.get(W + "char", "")
    if not story.silent and regex.fullmatch(r"[0-9A-Fa-f]{1,6}", code):
        line.parts.append(symbol(int(code, 16), element.get(W + "font", "")))


def _field_char(element: etree._Element, line: Line, story: Story) -> None:
    kind = element.get(W + "fldCharType")
    if kind == "begin":
        story.fields.append(Field([], shown=control(element)))
        story.silent += 1
    elif kind == "separate" and story.fields and not story.fields[-1].separated:
        story.fields[-1].separated = True
        story.fields[-1].mark = len(line.parts)
        story.silent -= 1
    elif kind == "end" and story.fields:
        field = story.fields.pop()
        story.silent -= not field.separated
        if not story.silent and (not field.separated or field.mark == len(line.parts)):
            line.parts.append(field.shown or computed("".join(field.instruction)))


def _instruction(element: etree._Element, _: Line, story: Story) -> None:
    if story.fields and not story.fields[-1].separated:
        story.fields[-1].instruction.append(element.text or "")


def _simple_field(element: etree._Element, line: Line, story: Story) -> None:
    before = len(line.parts)
    walk(element, line, story)
    if len(line.parts) == before and not story.silent:
        line.parts.append(computed(element.get(W + "instr", "")))


def _changed(element: etree._Element, line: Line, story: Story) -> None:
    story.notices["tracked-changes"] += 1
    walk(element, line, story)


def _deleted(_: etree._Element, __: Line, story: Story) -> None:
    story.notices["tracked-changes"] += 1


def chosen(alternate: etree._Element) -> etree._Element | None:
    """The branch to read: the first choice that has text, else the fallback; never both."""
    branches = [*alternate.iterchildren(CHOICE), *alternate.iterchildren(FALLBACK)]
    speaking = (branch for branch in branches if next(branch.iter(T, M + "t"), None) is not None)
    return next(speaking, branches[0] if branches else None)


def _alternate(element: etree._Element, line: Line, story: Story) -> None:
    branch = chosen(element)
    if branch is not None:
        walk(branch, line, story)


def _ruby(element: etree._Element, line: Line, story: Story) -> None:
    """Phonetic guides: the characters, not their readings."""
    base = element.find(W + "rubyBase")
    if base is not None:
        walk(base, line, story)


def _math(element: etree._Element, line: Line, story: Story) -> None:
    """A formula on one line: fractions with a slash."""
    for child in element:
        if child.tag == M + "t":
            if child.text and not story.silent:
                line.parts.append(child.text)
        elif child.tag == M + "f":
            for index, part in enumerate(child.iterchildren(M + "num", M + "den")):
                line.parts.append("/" if index else "")
                _math(part, line, story)
        elif child.tag in _HANDLERS and not str(child.tag).startswith(M):
            _HANDLERS[str(child.tag)](child, line, story)
        else:
            _math(child, line, story)


def _object(element: etree._Element, line: Line, story: Story) -> None:
    embedded = next(element.iter(O + "OLEObject"), None)
    content = story.embedded(embedded.get(_ID, "")) if embedded is not None else []
    if content:  # what is drawn in its place shows the same
        story.notices["embedded-read"] += 1
        line.boxes.append(Box(len(line.parts), content))
        return
    if embedded is not None:
        story.notices["embedded-object"] += 1
    add_boxes(element, line, story)


_FIELD_CHAR, _INSTRUCTION = W + "fldChar", W + "instrText"
_HANDLERS: dict[object, _Handler] = {
    R: _run,
    T: _text,
    **dict.fromkeys(WRAPPERS, walk),
    W + "ins": _changed,
    W + "moveTo": _changed,
    W + "del": _deleted,
    W + "moveFrom": _deleted,
    W + "fldSimple": _simple_field,
    _FIELD_CHAR: _field_char,
    _INSTRUCTION: _instruction,
    W + "tab": _printing("\t"),
    W + "ptab": _printing("\t"),
    W + "br": _printing("\n"),
    W + "cr": _printing("\n"),
    W + "noBreakHyphen": _printing("-"),
    W + "sym": _symbol,
    W + "ruby": _ruby,
    W + "drawing": add_boxes,
    W + "pict": add_boxes,
    W + "object": _object,
    ALTERNATE: _alternate,
    M + "oMath": _math,
    M + "oMathPara": _math,
}
