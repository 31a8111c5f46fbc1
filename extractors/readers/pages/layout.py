"""What a page holds once it is taken apart: lines outside tables, tables with their cells' lines."""

from __future__ import annotations

import msgspec

from extractors.readers.pages.geometry import Box
from extractors.readers.pages.lines import Line


class Slot(msgspec.Struct, kw_only=True):
    """A cell as printed on one page, row and column counted from 0 in its part of the table.

    `room` is what its last line left free, `spare` what its lines left of the height beside the table's
    padding (points): none of both, and the text may go on overleaf.
    """

    row: int
    column: int
    rowspan: int
    colspan: int
    box: Box
    texts: list[str] = []  # paragraphs
    lines: int = 0
    room: float = 0.0
    spare: float = 0.0
    size: float = 0.0
    confidence: float | None = None
    tables: list[Part] = []  # nested ones
    at: str = ""

    @property
    def text(self) -> str:
        """The paragraphs, joined with newlines."""
        return "\n".join(self.texts)


class Part(msgspec.Struct, kw_only=True):
    """The part of a table that stands on one page. `xs` and `ys` are its boundaries."""

    page: int
    xs: list[float]
    ys: list[float]
    slots: list[Slot]
    regular: bool = True
    at: str = ""

    @property
    def box(self) -> Box:
        """The outline."""
        return Box(self.xs[0], self.ys[0], self.xs[-1], self.ys[-1])


class Sheet(msgspec.Struct, kw_only=True):
    """One page taken apart."""

    number: int
    width: float
    height: float
    lines: list[Line]  # outside tables, from top to bottom
    parts: list[Part]
    recognised: bool = False
