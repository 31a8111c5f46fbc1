"""Gives room to characters of fonts that do not tell how high they are.

pdfium then takes the ink for the box, and 一 or a comma seems to stand on a line of its own.
"""

from __future__ import annotations

import ctypes
import math
from typing import Any

from extractors.readers.pages.geometry import Box
from extractors.readers.pdf.glyphs import is_wide
from extractors.readers.pdf.turning import Frame

_NEAR = 0.05  # points
_DEPTH, _HEIGHT = 0.12, 0.88  # of its size: what a character takes below and above the line it stands on


def room(textpage: Any, index: int, code: int, frame: Frame) -> Box | None:
    """The box of a character by its origin and size; None where the box that pdfium gives is no mere ink."""
    from pypdfium2 import raw

    sides = [ctypes.c_double() for _ in range(4)]
    raw.FPDFText_GetCharBox(textpage, index, *(ctypes.byref(side) for side in sides))
    left, right, bottom, top = (side.value for side in sides)
    loose = raw.FS_RECTF()
    raw.FPDFText_GetLooseCharBox(textpage, index, ctypes.byref(loose))
    if max(abs(loose.left - left), abs(loose.right - right), abs(loose.top - top)) > _NEAR:
        return None
    matrix, x, y = raw.FS_MATRIX(), ctypes.c_double(), ctypes.c_double()
    raw.FPDFText_GetMatrix(textpage, index, ctypes.byref(matrix))
    raw.FPDFText_GetCharOrigin(textpage, index, ctypes.byref(x), ctypes.byref(y))
    along, up = math.hypot(matrix.a, matrix.b), math.hypot(matrix.c, matrix.d)
    size = raw.FPDFText_GetFontSize(textpage, index) * up
    if not along or not up or not size:
        return None
    width = size if is_wide(code) else max(right - left, top - bottom) if matrix.b else right - left
    corners = [
        (
            x.value + a * width * matrix.a / along + h * size * matrix.c / up,
            y.value + a * width * matrix.b / along + h * size * matrix.d / up,
        )
        for a in (0, 1)
        for h in (-_DEPTH, _HEIGHT)
    ]
    xs, ys = [corner[0] for corner in corners], [corner[1] for corner in corners]
    return frame.upright(min(xs), min(ys), max(xs), max(ys))
