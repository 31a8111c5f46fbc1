"""Decides how a PDF page is to be read: by its text, by recognising its picture, or not at all."""

from __future__ import annotations

from typing import Any

import msgspec

from extractors.readers.pdf import characters, rulings
from extractors.readers.pdf.turning import Frame

_FEW = 60  # characters; a scanner's stamp or a page number is no text layer
_PICTURE = 0.5  # share of the page under a picture
_GARBLED = 0.1  # share of characters without a code
_NOTES = 500  # annotations that are looked at
_DRAWN = 25  # paths without text: letters drawn as shapes, or a diagram


class View(msgspec.Struct, kw_only=True):
    """What one page has on it. `kind`: text, scan, blank, damaged."""

    index: int
    kind: str
    frame: Frame
    layer: characters.Layer
    drawing: rulings.Drawing

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the upright page (points)."""
        return self.frame.size


def look(pdf: Any, index: int) -> View:
    """Looks at one page of a pdfium document; `damaged` where pdfium cannot load it."""
    import pypdfium2 as pdfium

    try:
        page = _filled_in(pdf, index)
    except pdfium.PdfiumError:
        nothing = Frame(left=0.0, bottom=0.0, right=595.0, top=842.0)
        layer = characters.Layer(pieces=[], count=0, unknown=0)
        return View(index=index, kind="damaged", frame=nothing, layer=layer, drawing=rulings.Drawing())
    textpage = page.get_textpage()
    left, bottom, right, top = page.get_bbox()
    turned = characters.direction(textpage.raw)
    turn = page.get_rotation() if turned is None else turned
    frame = Frame(left=left, bottom=bottom, right=right, top=top, turn=turn)
    layer = characters.layer(textpage.raw, frame)
    drawing = rulings.drawing(page.raw, frame)
    textpage.close()
    page.close()
    kind = _kind(layer, drawing, frame)
    return View(index=index, kind=kind, frame=frame, layer=layer, drawing=drawing)


def _filled_in(pdf: Any, index: int) -> Any:
    """A page with the contents of its form fields and text boxes drawn on it."""
    from pypdfium2 import raw

    page = pdf[index]
    written = {raw.FPDF_ANNOT_WIDGET, raw.FPDF_ANNOT_FREETEXT}
    for number in range(min(raw.FPDFPage_GetAnnotCount(page.raw), _NOTES)):
        note = raw.FPDFPage_GetAnnot(page.raw, number)
        kind = raw.FPDFAnnot_GetSubtype(note)
        raw.FPDFPage_CloseAnnot(note)
        if kind in written:
            raw.FPDFPage_Flatten(page.raw, raw.FLAT_NORMALDISPLAY)
            page.close()
            return pdf[index]
    return page


def _kind(layer: characters.Layer, drawing: rulings.Drawing, frame: Frame) -> str:
    covered = sum(rulings.share(box, frame) for box in drawing.pictures)
    if layer.count == 0:
        return "scan" if covered > 0.02 or drawing.paths > _DRAWN else "blank"
    if drawing.hidden and covered > _PICTURE:
        return "scan"
    if layer.count < _FEW and covered > _PICTURE:
        return "scan"
    return "scan" if layer.unknown > _GARBLED * layer.count else "text"
