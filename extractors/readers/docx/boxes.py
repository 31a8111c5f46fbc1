"""Text boxes: their paragraphs and tables, in the order in which they stand on the page."""

from __future__ import annotations

import regex
from lxml import etree

from extractors.readers.assembly import Raw, RawParagraph
from extractors.readers.docx.names import BOX, WP, V
from extractors.readers.docx.story import Box, Line, Story

_ANCHOR = WP + "anchor"
_OFFSET = regex.compile(r"margin-(left|top)\s*+:\s*+(-?[\d.]++)(pt|in|cm|mm)?+")
_POINTS = {"pt": 1.0, "in": 72.0, "cm": 28.35, "mm": 2.835, None: 0.75}
_EMU = 12_700.0


def add_boxes(drawing: etree._Element, line: Line, story: Story) -> None:
    """Add the text boxes of a drawing (w:drawing, w:pict, w:object) to the line; count its pictures."""
    found = list(drawing.iter(BOX))
    for element in found:
        if len(found) > 1 and any(outer in found for outer in element.iterancestors(BOX)):
            continue  # it is read with the box around it
        line.boxes.append(Box(len(line.parts), story.blocks(element, story), _place(element, drawing)))
    for art in drawing.iter(V + "textpath"):  # WordArt of the old kind
        if art.get("string"):
            line.boxes.append(Box(len(line.parts), [RawParagraph(art.get("string", ""))]))
    _notice(drawing, story)


def around(line: Line) -> tuple[list[Raw], list[Raw]]:
    """What stands before and after the paragraph's own text: boxes anchored ahead of it come first."""
    first = next((index for index, part in enumerate(line.parts) if part.strip()), 0)
    ahead = [box for box in line.boxes if box.before <= first and any(map(str.strip, line.parts))]
    after = [box for box in line.boxes if box not in ahead]
    return _in_order(ahead), _in_order(after)


def _in_order(boxes: list[Box]) -> list[Raw]:
    """Boxes anchored in one place by where they are drawn, if all are measured alike."""
    places = [box.place for box in boxes]
    if (
        len(boxes) > 1
        and len({place[0] if place else None for place in places} | {None}) == 2
        and all(places)
    ):
        boxes = sorted(boxes, key=lambda box: box.place[1:] if box.place else ())
    return [raw for box in boxes for raw in box.content]


def _place(box: etree._Element, drawing: etree._Element) -> tuple[str, float, float] | None:
    anchor = next(box.iterancestors(_ANCHOR), None)
    if anchor is not None:
        down, right = (_offset(anchor, name) for name in ("positionV", "positionH"))
        return None if down is None else (down[0], down[1], right[1] if right else 0.0)
    for shape in box.iterancestors():
        style = shape.get("style")
        if style and "margin-top" in style:
            found = {side: float(size) * _POINTS[unit] for side, size, unit in _sizes(style)}
            return ("vml", found.get("top", 0.0), found.get("left", 0.0))
        if shape is drawing:
            break
    return None


def _sizes(style: str) -> list[tuple[str, str, str | None]]:
    return [(side, size, unit or None) for side, size, unit in _OFFSET.findall(style) if size.count(".") < 2]


def _offset(anchor: etree._Element, name: str) -> tuple[str, float] | None:
    position = anchor.find(WP + name)
    offset = position.find(WP + "posOffset") if position is not None else None
    if position is None or offset is None or not regex.fullmatch(r"-?\d{1,12}", offset.text or ""):
        return None
    return position.get("relativeFrom", ""), int(offset.text or 0) / _EMU


def _notice(drawing: etree._Element, story: Story) -> None:
    for element in drawing.iter():
        name = etree.QName(element).localname
        if name in ("blip", "imagedata"):
            story.notices["picture"] += 1
        elif name in ("chart", "relIds"):
            story.notices["diagram"] += 1
