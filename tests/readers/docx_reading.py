"""Word packages of a test read back: what is printed, in short."""

from __future__ import annotations

from extractors.document import Document, Paragraph, Table
from extractors.readers import docx as reader
from tests.readers.packages import docx, p, r


def reading(body: str, **parts: str | bytes) -> Document:
    return reader.read(docx(body, **parts))


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Paragraph)]


def paragraph(*runs: str, **parts: str | bytes) -> str:
    return texts(reading(p(*runs), **parts))[0]


def table(document: Document, number: int = 0) -> Table:
    return [block for block in document.blocks if isinstance(block, Table)][number]


def spans(found: Table) -> list[tuple[int, int, int, int, str]]:
    return [(cell.row, cell.column, cell.rowspan, cell.colspan, cell.text) for cell in found.cells]


def codes(document: Document) -> list[str]:
    return [issue.code for issue in document.issues]


def field(instruction: str, result: str | None, begin: str = "") -> str:
    char = '<w:r><w:fldChar w:fldCharType="{}">{}</w:fldChar></w:r>'
    parts = [
        char.format("begin", begin),
        f"<w:r><w:instrText>{instruction}</w:instrText></w:r>" if instruction else "",
    ]
    if result is not None:
        parts += [char.format("separate", ""), r(result) if result else ""]
    return "".join([*parts, char.format("end", "")])
