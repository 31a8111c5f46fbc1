"""Reads one PDF file, page by page, each in the way that serves it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from extractors.document import Document, Limits, ReadIssue, Rejected
from extractors.readers.pages.assembling import assemble
from extractors.readers.pages.page import Page
from extractors.readers.pdf import opening, printed, triage
from extractors.readers.scan import engine
from extractors.readers.scan.doubting import misgivings

_LAYER = 20  # characters of a hidden text layer that are worth reading
_SHOWN = 0.3  # share of them that the picture must show to be read instead


def read(data: bytes, limits: Limits = Limits()) -> Document:  # noqa: B008 - frozen
    """A printed, scanned or mixed PDF as a document; raises Rejected.

    A scanned page needs the extra `ocr`. Without it a mixed file loses those pages with an issue
    for each, and a file of scanned pages only is rejected.
    """
    pdf = opening.opened(data, limits)
    try:
        views = [triage.look(pdf, index) for index in range(len(pdf))]
        if all(view.kind == "damaged" for view in views):
            raise Rejected("damaged", "PDF 的页面均已损坏，请重新导出后报送。")
        scanned = [view for view in views if view.kind == "scan"]
        if scanned and not limits.recognise and engine.available():
            raise Rejected("scan", "有扫描页，需要识别。")  # the pipeline reads it where scans are read
        if scanned and not engine.available() and not any(view.kind == "text" for view in views):
            raise engine.missing()
        pages = list(_pages(pdf, views, data))
    finally:
        pdf.close()
    only_scans = bool(scanned) and not any(view.kind == "text" for view in views)
    document = assemble(pages, "pdf-scan" if only_scans else "pdf")
    document.issues += opening.complaints(data) + misgivings(document)
    if not document.blocks and not document.issues:
        raise Rejected("empty", "PDF 中没有任何文字或图像，请检查文件后重新报送。")
    return document


def _pages(pdf: Any, views: list[triage.View], data: bytes) -> Iterator[Page]:
    page: Page | None = None
    for view in views:
        if view.kind == "scan" and engine.available():
            yield _recognised(pdf, view, data)
        elif view.kind in {"scan", "damaged"}:
            yield Page(number=view.index + 1, width=view.size[0], height=view.size[1], issues=[_lost(view)])
        else:
            page = printed.page(view, data, page)
            yield page


def _recognised(pdf: Any, view: triage.View, data: bytes) -> Page:
    """A scanned page; by its hidden text where the picture shows hardly any."""
    from extractors.readers.scan import rasterising, recognising

    page = pdf[view.index]
    picture, dpi = rasterising.picture(page)
    page.close()
    found = recognising.page(picture, view.index + 1, dpi)
    clear = view.layer.count - view.layer.unknown
    if clear < _LAYER or sum(len(piece.text) for piece in found.pieces) > _SHOWN * clear:
        return found
    hidden = printed.page(view, data)
    message = f"第{view.index + 1}页的文字被图片遮盖，按隐藏的文字读取，请对照原件核实。"
    hidden.issues.append(
        ReadIssue(code="covered-text", severity="doubt", message=message, at=f"p{view.index + 1}")
    )
    return hidden


def _lost(view: triage.View) -> ReadIssue:
    number = view.index + 1
    if view.kind == "damaged":
        code, message = "page-damaged", f"第{number}页已损坏，未读；请重新导出后报送。"
    else:
        code = "page-not-recognised"
        message = f"第{number}页是扫描图像，未识别；请安装识别组件：pip install 'hedui[ocr]'。"
    return ReadIssue(code=code, severity="loss", message=message, at=f"p{number}")
