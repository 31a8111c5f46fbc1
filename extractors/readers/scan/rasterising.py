"""Draws a PDF page as a picture for recognition."""

from __future__ import annotations

from typing import Any

_DPI = 200.0
_PIXELS = 16e6  # an A4 page at 200 dpi has 3.9e6


def picture(page: Any) -> tuple[Any, float]:
    """A pdfium page -> its picture (BGR) and the resolution; huge sheets are drawn smaller."""
    import numpy

    width, height = page.get_size()
    dpi = min(_DPI, 72 * (_PIXELS / max(width * height, 1.0)) ** 0.5)
    drawn = page.render(scale=dpi / 72).to_numpy()
    return numpy.ascontiguousarray(drawn[..., :3]), dpi
