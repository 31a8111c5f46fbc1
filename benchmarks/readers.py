"""What reading one document costs, format by format, beside the floor that nobody can undercut.

    python -m benchmarks.readers                the sample year's forms as docx, html, xlsx, text
    python -m benchmarks.readers FILE …         files of your own
    python -m benchmarks.readers FILE … --peers --peer-python PYTHON
                                                beside what a user would take instead (benchmarks.peers)

The floor of a package is inflating and parsing its main XML, of a PDF extracting its text, of a scan
drawing its pages, of a .doc reading its streams, of a page parsing it, of a text decoding it. Reader
and floor run in turn in one process; times are of the processor, not of the clock.
"""

from __future__ import annotations

import argparse
import gc
import io
import statistics
import time
import zipfile
from collections.abc import Callable
from html import escape
from pathlib import Path

import lxml.html
import olefile
import pypdfium2 as pdfium
import xlsxwriter
from lxml import etree

from benchmarks import peers
from extractors.document import Document, Paragraph, Table
from extractors.reading import read

ROOT = Path(__file__).parents[1]
MODEL = ROOT / "data" / "raw" / "2021" / "云溪区水利局2021年度整体支出绩效自评.docx"
ROUNDS = 30
_MOST = 30.0  # seconds for one document


def main() -> None:
    """Measure the files named, else the model in four formats, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--peers", action="store_true")
    parser.add_argument("--peer-python", type=Path)
    given = parser.parse_args()
    if given.peers:
        peers.compare(given.files or [MODEL], given.peer_python)
        return
    documents = {path.name: path.read_bytes() for path in given.files} or models()
    times = "reader ms (best, median) | floor ms (best, median)"
    print(f"| document | KB | pages | tables | cells | {times} | × floor |")
    print("|---|---|---|---|---|---|---|---|")
    for name, data in documents.items():
        print(row(name, data, given.rounds))


def row(name: str, data: bytes, rounds: int) -> str:
    """One line of the table."""
    document = read(data, name)
    tables = [block for block in document.blocks if isinstance(block, Table)]
    ours, floor = timed([lambda: read(data, name), lambda: _floor(document.format, data)], rounds)
    cells = sum(len(table.cells) for table in tables)
    ratio = statistics.median(ours) / statistics.median(floor)
    costs = (f"{min(times):.2f}, {statistics.median(times):.2f}" for times in (ours, floor))
    size = f"{len(data) / 1024:.0f} | {document.pages or ''} | {len(tables)} | {cells}"
    return f"| {name} | {size} | {' | '.join(costs)} | {ratio:.1f} |"


def timed(functions: list[Callable[[], object]], rounds: int) -> list[list[float]]:
    """Milliseconds of each function, called in turn, until half a minute is spent."""
    found: list[list[float]] = [[] for _ in functions]
    began = time.process_time()
    for done in range(rounds):
        if done and time.process_time() - began > _MOST:
            break
        for times, function in zip(found, functions, strict=True):
            gc.collect()
            start = time.process_time()
            function()
            times.append(1000 * (time.process_time() - start))
    return found


def _floor(format_id: str, data: bytes) -> object:
    if format_id in ("docx", "xlsx"):
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            parts = [name for name in file.namelist() if _is_needed(name)]
            return [etree.fromstring(file.read(name)) for name in parts]
    if format_id in ("pdf", "pdf-scan"):
        return _pages(data, draw=format_id == "pdf-scan")
    if format_id == "doc":
        with olefile.OleFileIO(io.BytesIO(data)) as ole:
            return [ole.openstream(entry).read() for entry in ole.listdir() if len(entry) == 1]
    if format_id == "html":
        return lxml.html.document_fromstring(data)
    return data.decode("utf-8", "replace")


def _pages(data: bytes, *, draw: bool) -> object:
    """Every page drawn at 200 dpi, or its text."""
    pdf = pdfium.PdfDocument(data)
    found: list[object] = [
        page.render(scale=200 / 72).to_numpy().shape if draw else page.get_textpage().get_text_range()
        for page in pdf
    ]
    pdf.close()
    return found


def _is_needed(name: str) -> bool:
    return name == "word/document.xml" or name.startswith(
        ("xl/worksheets/sheet", "xl/sharedStrings", "xl/styles")
    )


def models() -> dict[str, bytes]:
    """The model document, and what it holds in other formats."""
    data = MODEL.read_bytes()
    document = read(data, MODEL.name)
    return {
        "form.docx": data,
        "form.html": as_html(document),
        "form.xlsx": as_workbook(document),
        "form.txt": as_text(document),
        "large.xlsx": large(),
    }


def as_html(document: Document) -> bytes:
    """The document as a page with spans."""
    parts = []
    for block in document.blocks:
        if isinstance(block, Paragraph):
            parts.append(f"<p>{escape(block.text)}</p>")
            continue
        rows: list[str] = ["" for _ in range(block.rows)]
        for cell in block.cells:
            text = escape(cell.text).replace("\n", "<br>")
            rows[cell.row - 1] += f"<td rowspan={cell.rowspan} colspan={cell.colspan}>{text}</td>"
        parts.append(f"<table border=1>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>")
    return f"<html><head><meta charset=utf-8></head><body>{''.join(parts)}</body></html>".encode()


def as_text(document: Document) -> bytes:
    """The document in tab-and-row text."""
    parts = []
    for block in document.blocks:
        if isinstance(block, Paragraph):
            parts.append(block.text)
            continue
        rows: list[str] = ["" for _ in range(block.rows)]
        for cell in block.cells:
            rows[cell.row - 1] += f"\t{cell.text}\n"
        parts += [*rows, ""]
    return "\n".join(parts).encode()


def as_workbook(document: Document) -> bytes:
    """The document's tables, a sheet each."""
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        for block in document.blocks:
            if isinstance(block, Table):
                sheet = book.add_worksheet()
                for cell in block.cells:
                    row, column = cell.row - 1, cell.column - 1
                    if cell.rowspan > 1 or cell.colspan > 1:
                        sheet.merge_range(row, column, row + cell.rowspan - 1, column + cell.colspan - 1, "")
                    sheet.write_string(row, column, cell.text)
    return buffer.getvalue()


def large() -> bytes:
    """A workbook of 5,000 rows of nine cells, numbers with formats among them."""
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        percent = book.add_format({"num_format": "0.00%"})
        for row in range(5000):
            sheet.write_row(row, 0, [f"指标{row}", "产出", "≥95%", row, row * 1.5, "元", "是", "否"])
            sheet.write_number(row, 8, row / 7, percent)
    return buffer.getvalue()


if __name__ == "__main__":
    main()
