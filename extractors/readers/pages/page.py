"""What stands on one page: pieces of text, ruling lines, pictures.

All lengths are in points (1/72 inch), x from the left and y from the top of the upright page.
"""

from __future__ import annotations

import msgspec

from extractors.document import ReadIssue
from extractors.readers.pages.geometry import Rule
from extractors.readers.pages.grid import Grid


class Piece(msgspec.Struct, kw_only=True):
    """A run of text on one line without a gap in it."""

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    size: float  # width of one Chinese character
    starts: list[float] = []  # left edge of each character; empty = evenly spread
    confidence: float | None = None  # 0..1 where the text was recognised from a picture


class Page(msgspec.Struct, kw_only=True):
    """One upright page."""

    number: int
    width: float
    height: float
    pieces: list[Piece] = []
    across: list[Rule] = []  # horizontal rules
    down: list[Rule] = []  # vertical rules
    tables: list[Grid] | None = None  # where they are found already
    recognised: bool = False  # read from a picture: nothing stands quite where it should
    issues: list[ReadIssue] = []
