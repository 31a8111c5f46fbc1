"""The one model between reading a file format and understanding a form.

A reader turns bytes into a `Document`; nothing above it knows Word, PDF or HTML.
All counting is from 1. `at` strings follow the grammar of `extractors.places`.
"""

from __future__ import annotations

import msgspec


class ReadIssue(msgspec.Struct, frozen=True, kw_only=True):
    """Something the reader could not read, or doubts."""

    code: str
    severity: str  # note | doubt | loss
    message: str  # for people, in Chinese
    at: str | None = None
    text: str | None = None


class Paragraph(msgspec.Struct, kw_only=True):
    """One paragraph outside tables, with the text that a person would see on paper.

    `text` begins with the automatic number where the format numbers by itself
    (`（一）部门职责`), and `number` repeats that automatic part alone, so that a rule
    can tell a typed number from a generated one.
    """

    text: str
    at: str
    number: str = ""
    level: int | None = None  # outline level of a heading style, 1 = top
    confidence: float | None = None  # 0..1 where the text was recognised from a picture


class Cell(msgspec.Struct, kw_only=True):
    """One cell, merged cells once, at the grid slot of their upper left corner.

    Paragraphs inside the cell are joined with a newline. Nested tables stand in
    `tables` and are not repeated in `text`.
    """

    row: int
    column: int
    text: str
    at: str
    rowspan: int = 1
    colspan: int = 1
    tables: list[Table] = []
    confidence: float | None = None


class Table(msgspec.Struct, kw_only=True):
    """A grid of cells.

    `exact` is False where the format does not tell merges (tab-and-row text): cells of a
    row then stand in consecutive columns from 1, a vertically merged cell arrives as an
    empty one, a horizontally merged one as a single cell, and rows may be short.
    """

    at: str
    rows: int
    columns: int
    cells: list[Cell]  # in row, then column order
    exact: bool = True
    name: str = ""  # sheet name, caption


Block = Paragraph | Table


class Document(msgspec.Struct, kw_only=True):
    """What a reader saw: blocks in reading order, and what it doubts."""

    format: str  # docx doc pdf pdf-scan text html xlsx xls rtf image …
    blocks: list[Paragraph | Table]
    issues: list[ReadIssue] = []
    pages: int | None = None


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """How much one document may cost; beyond it is rejected, never half read in silence."""

    file_bytes: int = 200 * 1024 * 1024
    expanded_bytes: int = 400 * 1024 * 1024  # all parts of a package together
    ratio: int = 200  # expanded : packed of one member
    pages: int = 1000
    cells: int = 1_000_000
    nesting: int = 3  # archives in archives; tables in tables are capped by the XML parser
    members: int = 20_000
    recognise: bool = True  # False: a file with scanned pages is rejected with code `scan`, not recognised


class Rejected(Exception):  # noqa: N818 - a verdict on a file, not an error of ours
    """The file is at fault: a stable code and a Chinese sentence that says what to do."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(f"{code}: {message}")
        self.code = code
        self.message = message
