"""Reads what is embedded in a document: a worksheet or a Word document, as blocks for its place.

Of a workbook the sheet that was last shown, within the range that the document shows of it: that is
what the page prints.
"""

from __future__ import annotations

import io
import struct
import zipfile

import msgspec
import olefile
import regex

from extractors.document import Document, Limits, ReadIssue, Rejected, Table
from extractors.readers.assembly import Raw, RawCell, RawParagraph, RawTable
from extractors.readers.ooxml.parsing import parse_xml

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_FAULTS = (Rejected, OSError, struct.error, IndexError, ValueError, zipfile.BadZipFile)
_SHEETS = b"\x09\x08"  # a workbook's stream without a container
_WINDOW1, _OLESIZE = 0x003D, 0x00DE  # records: the sheet on top, the range that is shown
_STREAMS = ("Package", "Workbook", "Book")
_MAIN = "xl/workbook.xml"
_RANGE = regex.compile(r"\$?+([A-Z]{1,3})\$?+(\d{1,7})(?::\$?+([A-Z]{1,3})\$?+(\d{1,7}))?+")
_PLACE = regex.compile(r"r(\d++)\.c(\d++)$")

Window = tuple[int, int, int, int]  # first row, first column, last row, last column, from 1


Content = tuple[list[Raw], list[ReadIssue]]


def content(data: bytes, limits: Limits) -> Content:
    """The blocks of an embedded file with its issues; none where it is of another kind or cannot be read.

    What is embedded in it in turn is read `limits.nesting` deep.
    """
    if limits.nesting < 1:
        return [], []
    try:
        return _content(data, msgspec.structs.replace(limits, nesting=limits.nesting - 1))
    except _FAULTS:
        return [], []


def _content(data: bytes, limits: Limits) -> Content:
    from extractors.readers import doc, docx, xlsx

    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            names = {name.lower() for name in package.namelist()}
        if _MAIN in names:
            return _sheet(xlsx.read(data, limits), *_shown(data))
        return _blocks(docx.read(data, limits)) if "word/document.xml" in names else ([], [])
    if data.startswith(_SHEETS):
        return _old_sheet(data, limits)
    if not data.startswith(_OLE):
        return [], []
    with olefile.OleFileIO(io.BytesIO(data)) as ole:
        inner = next((ole.openstream(name).read() for name in _STREAMS if ole.exists(name)), b"")
        is_word = ole.exists("WordDocument")
    if inner.startswith((b"PK", _SHEETS)):
        return _content(inner, limits)
    return _blocks(doc.open_and_read(data, limits)) if is_word else ([], [])


def _old_sheet(stream: bytes, limits: Limits) -> Content:
    """The same of a workbook of Excel 97-2003."""
    from extractors.readers import xls
    from extractors.readers.xls.book import read_book
    from extractors.readers.xls.records import records

    top, window = 0, None
    for kind, (data, *_) in records(stream):
        if kind == _WINDOW1:
            top = struct.unpack_from("<H", data, 10)[0]
        elif kind == _OLESIZE:
            first, last, left, right = struct.unpack_from("<HHBB", data, 2)
            window = (first + 1, left + 1, last + 1, right + 1)
    entries = read_book(stream).entries
    return _sheet(xls.read(stream, limits), entries[top].name if top < len(entries) else None, window)


def _shown(data: bytes) -> tuple[str | None, Window | None]:
    """The name of a workbook's sheet on top; the range of it that is shown."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        name = next(name for name in package.namelist() if name.lower() == _MAIN)
        root = parse_xml(package.read(name))
    top, names, window = 0, [], None
    for element in root.iter("{*}workbookView", "{*}sheet", "{*}oleSize"):
        kind = str(element.tag).rpartition("}")[2]
        if kind == "sheet":
            names.append(element.get("name"))
        elif kind == "oleSize":
            window = _window(element.get("ref", ""))
        elif (active := element.get("activeTab", "0")).isdigit():
            top = int(active)
    return (names[top] if top < len(names) else None), window


def _window(text: str) -> Window | None:
    found = _RANGE.fullmatch(text)
    if found is None:
        return None
    left, top, right, bottom = found.groups()
    return int(top), _column(left), int(bottom or top), _column(right or left)


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - 64
    return number


def _sheet(document: Document, name: str | None, window: Window | None) -> Content:
    """The sheet of that name, or every one; within the window, as far as it begins there."""
    tables = [block for block in document.blocks if isinstance(block, Table)]
    chosen = [table for table in tables if table.name == name] or tables
    raws: list[Raw] = [raw for table in chosen if (raw := _raw(table, window)).cells]
    return raws, _issues(document)


def _blocks(document: Document) -> Content:
    raws: list[Raw] = [
        _raw(block, None) if isinstance(block, Table) else RawParagraph(block.text, block.number, block.level)
        for block in document.blocks
    ]
    return raws, _issues(document)


def _issues(document: Document) -> list[ReadIssue]:
    """The doubts of an embedded file, without places of its own."""
    return [msgspec.structs.replace(issue, at=None) for issue in document.issues if issue.severity != "note"]


def _raw(table: Table, window: Window | None) -> RawTable:
    """A table, or what of it lies in a window, to be counted anew in the document around it."""
    cells = [cell for cell in table.cells if window is None or _within(cell.at, window)]
    top = min((cell.row for cell in cells), default=1) - 1 if window else 0
    left = min((cell.column for cell in cells), default=1) - 1 if window else 0
    raws = [
        RawCell(
            cell.row - top,
            cell.column - left,
            [RawParagraph(cell.text), *(_raw(inner, None) for inner in cell.tables)],
            cell.rowspan,
            cell.colspan,
        )
        for cell in cells
    ]
    rows = max((cell.row + cell.rowspan - 1 for cell in raws), default=0)
    columns = max((cell.column + cell.colspan - 1 for cell in raws), default=0)
    return RawTable(rows, columns, raws, table.exact, table.name)


def _within(at: str, window: Window) -> bool:
    """Whether a sheet's cell begins within a range: `at` counts as the sheet does."""
    place = _PLACE.search(at)
    if place is None:
        return True
    row, column = int(place[1]), int(place[2])
    return window[0] <= row <= window[2] and window[1] <= column <= window[3]
