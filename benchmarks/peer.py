"""Runs one other reader on one file and prints what it cost and found, as JSON.

Stands alone, so that any Python can run it: `PYTHON benchmarks/peer.py NAME FILE`. Started by
`benchmarks.peers`; nothing of the project is imported, nothing installed or downloaded here.
"""

from __future__ import annotations

import contextlib
import json
import re
import statistics
import sys
import time
from collections.abc import Callable
from typing import Any

Rows = list[list[str]]
_ROUNDS, _SECONDS = 7, 20.0
_LINE = re.compile(r"\s*\|(.*)\|\s*")
_RULE = re.compile(r"[\s:|-]+")


def markitdown() -> Callable[[str], Rows]:
    """Rows of the tables in its Markdown."""
    from markitdown import MarkItDown  # type: ignore[import-not-found]

    converter = MarkItDown()
    return lambda path: _markdown(converter.convert(path).text_content)


def kreuzberg() -> Callable[[str], Rows]:
    """Its tables."""
    from kreuzberg import extract_file_sync  # type: ignore[import-not-found]

    return lambda path: [list(row) for table in extract_file_sync(path).tables for row in table.cells]


def docling() -> Callable[[str], Rows]:
    """Its tables; reading PDF needs models that it downloads at the first use."""
    from docling.document_converter import DocumentConverter  # type: ignore[import-not-found]

    converter = DocumentConverter()
    return lambda path: [
        [cell.text for cell in row]
        for table in converter.convert(path).document.tables
        for row in table.data.grid
    ]


def python_docx() -> Callable[[str], Rows]:
    """The tables as a script would take them: rows, their cells, their text."""
    from docx import Document

    return lambda path: [
        [cell.text for cell in row.cells] for table in Document(path).tables for row in table.rows
    ]


def pdfplumber() -> Callable[[str], Rows]:
    """What `extract_tables` gives."""
    import pdfplumber as plumber

    def rows(path: str) -> Rows:
        found: Rows = []
        with plumber.open(path) as pdf:
            for page in pdf.pages:
                found += [[text or "" for text in row] for table in page.extract_tables() for row in table]
                page.close()
        return found

    return rows


def floor_docx() -> Callable[[str], Rows]:
    """Inflate and parse the main XML."""
    import zipfile

    from lxml import etree

    def rows(path: str) -> Rows:
        with zipfile.ZipFile(path) as file:
            etree.fromstring(file.read("word/document.xml"))
        return []

    return rows


def floor_pdf() -> Callable[[str], Rows]:
    """Text extraction alone."""
    import pypdfium2 as pdfium

    def rows(path: str) -> Rows:
        pdf = pdfium.PdfDocument(path)
        for page in pdf:
            page.get_textpage().get_text_range()
        pdf.close()
        return []

    return rows


PEERS: dict[str, Callable[[], Callable[[str], Rows]]] = {
    "floor-docx": floor_docx,
    "floor-pdf": floor_pdf,
    "python-docx": python_docx,
    "pdfplumber": pdfplumber,
    "markitdown": markitdown,
    "kreuzberg": kreuzberg,
    "docling": docling,
}


def _markdown(text: str) -> Rows:
    lines = (line for line in text.splitlines() if not _RULE.fullmatch(line))
    found = (_LINE.fullmatch(line) for line in lines)
    return [[cell.strip() for cell in re.split(r"(?<!\\)\|", line[1])] for line in found if line]


def measured(make: Callable[[], Callable[[str], Rows]], path: str) -> dict[str, Any]:
    """Seconds of processor and clock: to import, for the first call, for the median of the next ones."""
    began, clock = time.process_time(), time.monotonic()
    try:
        way = make()
    except ImportError as missing:
        return {"missing": str(missing)}
    imported = time.process_time() - began
    times: list[tuple[float, float]] = []
    rows: Rows = []
    while len(times) <= _ROUNDS and (not times or time.monotonic() - clock < _SECONDS):
        before = time.process_time(), time.monotonic()
        rows = way(path)
        times.append((time.process_time() - before[0], time.monotonic() - before[1]))
    later = times[1:] or times
    cpu, wall = (statistics.median(pair[k] for pair in later) for k in (0, 1))
    return {"import": imported, "first": times[0][0], "cpu": cpu, "wall": wall, "rows": rows}


def main() -> None:
    """Print the outcome of `peer.py NAME FILE`; whatever the peer itself prints goes to the errors."""
    name, path = sys.argv[1:]
    with contextlib.redirect_stdout(sys.stderr):
        try:
            outcome = measured(PEERS[name], path)
        except Exception as fault:  # noqa: BLE001 - of another's program, reported as its outcome
            outcome = {"failed": f"{type(fault).__name__}: {fault}"[:300]}
    print(json.dumps(outcome))


if __name__ == "__main__":
    main()
