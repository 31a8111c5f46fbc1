"""An OFD page drawn: its objects in order, with what they stand in."""

from __future__ import annotations

from lxml import etree

from extractors.document import ReadIssue
from extractors.readers.ofd.geometry import POINTS, Matrix, placed
from extractors.readers.ofd.package import Container, Resources, Sheet
from extractors.readers.ofd.ruling import rules
from extractors.readers.ofd.writing import pieces
from extractors.readers.pages.page import Page

_DEEPEST = 8
_MANY = 300_000  # objects on a page


def drawn(container: Container, sheet: Sheet) -> Page:
    """The page with its text and its ruling lines, in points."""
    page = Page(number=sheet.number, width=sheet.width * POINTS, height=sheet.height * POINTS)
    pen = _Pen(page, sheet.resources)
    for layer in sheet.layers:
        for content in layer.iterfind("{*}Content"):
            pen.draw(content, Matrix(a=POINTS, d=POINTS), 0)
    place = f"p{sheet.number}"
    if pen.count > _MANY:
        message = "本页内容异常庞大，只读了前面一部分。"
        page.issues.append(ReadIssue(code="page-cut", severity="loss", message=message, at=place))
    unknown = sum("\ue000" <= letter <= "\uf8ff" for piece in page.pieces for letter in piece.text)
    if unknown:
        message = f"有 {unknown} 个字符没有编码，无法读出。"
        page.issues.append(ReadIssue(code="unknown-characters", severity="doubt", message=message, at=place))
    if sheet.pictures and page.pieces:
        message = "本页有图片，图中的文字未读。"
        page.issues.append(ReadIssue(code="picture", severity="note", message=message, at=place))
    return page


class _Pen:
    """Draws objects onto a page."""

    def __init__(self, page: Page, resources: Resources) -> None:
        self.page = page
        self.count = 0
        self._resources = resources

    def draw(self, group: etree._Element, outer: Matrix, depth: int) -> None:
        """All objects of a layer, block or composite drawing."""
        for element in group.iterchildren(etree.Element):
            self.count += 1
            if self.count > _MANY or element.get("Visible", "true") == "false":
                continue
            kind = etree.QName(element).localname
            matrix = placed(element.get("CTM"), element.get("Boundary"), outer)
            if kind == "TextObject":
                self.page.pieces += pieces(element, matrix)
            elif kind == "PathObject":
                for across, rule in rules(element, matrix):
                    (self.page.across if across else self.page.down).append(rule)
            elif depth < _DEEPEST:
                self._inner(kind, element, matrix, depth)

    def _inner(self, kind: str, element: etree._Element, matrix: Matrix, depth: int) -> None:
        if kind in ("Layer", "PageBlock"):
            self.draw(element, matrix, depth + 1)
        elif kind == "CompositeObject":
            unit = self._resources.drawings.get(element.get("ResourceID", ""))
            for content in unit.iterfind("{*}Content") if unit is not None else ():
                self.draw(content, matrix, depth + 1)
