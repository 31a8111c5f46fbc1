"""OFD pages that are one picture."""

from __future__ import annotations

from typing import Any

from extractors.document import ReadIssue
from extractors.readers.ofd.geometry import numbers
from extractors.readers.ofd.package import Container, Sheet
from extractors.readers.pages.page import Page
from extractors.readers.scan import engine


def recognised(container: Container, sheet: Sheet) -> Page:
    """The page read from its largest picture, or an issue of severity loss where that is not possible."""
    picture = _largest(container, sheet) if engine.available() else None
    if picture is None:
        return _lost(sheet)
    from extractors.readers.scan import recognising

    return recognising.page(picture, sheet.number, picture.shape[1] / (sheet.width / 25.4))


def _largest(container: Container, sheet: Sheet) -> Any:
    """The decoded picture (BGR) that takes most of the page; None where none can be decoded."""
    import cv2
    import numpy

    def area(image: Any) -> float:
        sides = numbers(image.get("Boundary"))
        return sides[2] * sides[3] if len(sides) == 4 else 0.0

    image = max(sheet.pictures, key=area)
    name = sheet.resources.pictures.get(image.get("ResourceID", ""))
    data = container.package.read(name) if name else None
    if not data:
        return None
    try:
        return cv2.imdecode(numpy.frombuffer(data, numpy.uint8), cv2.IMREAD_COLOR)
    except cv2.error:
        return None


def _lost(sheet: Sheet) -> Page:
    issue = ReadIssue(
        code="page-not-recognised",
        severity="loss",
        message=f"第{sheet.number}页是图像，未识别；请安装识别组件：pip install 'hedui[ocr]'。",
        at=f"p{sheet.number}",
    )
    return Page(number=sheet.number, width=sheet.width, height=sheet.height, issues=[issue])
