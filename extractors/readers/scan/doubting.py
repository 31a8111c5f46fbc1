"""Says where a recognised text is in doubt; mends confusions of glyphs that touch no figure."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from extractors.document import Cell, Document, Paragraph, ReadIssue

DOUBT = 0.8  # a confidence below this is an issue
_LABEL = regex.compile(r"（\s*+\d++(?:\.\d++)?\s*+分$")
_CHINESE = regex.compile(r"\p{Han}")
_WIDE = str.maketrans("()", "（）")  # recognition cannot tell them apart; beside Chinese they are wide
_YUAN = regex.compile(r"(?<=[万亿千百\d])兀")


def misgivings(document: Document) -> list[ReadIssue]:
    """Issues for doubtful cells and paragraphs.

    Mended and reported: 万兀 becomes 万元, a weight label gets its lost bracket: （2分 becomes （2分）.
    """
    found = []
    for part in _recognised(document):
        if _CHINESE.search(part.text):
            part.text = part.text.translate(_WIDE)
        mended = _LABEL.sub(r"\g<0>）", _YUAN.sub("元", part.text))
        if mended != part.text:
            found.append(_issue("glyph-mended", "note", f"识别出的文字已按“{mended[-12:]}”读取。", part))
            part.text = mended
        if part.confidence is not None and part.confidence < DOUBT:
            message = f"此处文字由图像识别，把握不足（{part.confidence:.2f}），请对照原件核实。"
            found.append(_issue("low-confidence", "doubt", message, part))
    return found


def _issue(code: str, severity: str, message: str, part: Cell | Paragraph) -> ReadIssue:
    return ReadIssue(code=code, severity=severity, message=message, at=part.at, text=part.text)


def _recognised(document: Document) -> Iterator[Cell | Paragraph]:
    for block in document.blocks:
        parts = [block] if isinstance(block, Paragraph) else list(_cells(block.cells))
        yield from (part for part in parts if part.confidence is not None)


def _cells(cells: list[Cell]) -> Iterator[Cell]:
    for cell in cells:
        yield cell
        for table in cell.tables:
            yield from _cells(table.cells)
