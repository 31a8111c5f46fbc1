"""Draw a `Document` as a file of some format: the mirror image of the readers."""

from __future__ import annotations

from collections.abc import Callable

from corpus.writing.docx import write_docx
from corpus.writing.html import write_html
from corpus.writing.text import write_text
from corpus.writing.xlsx import write_xlsx
from extractors.document import Document

WRITERS: dict[str, Callable[[Document], bytes]] = {
    "docx": write_docx,
    "txt": write_text,
    "html": write_html,
    "xlsx": write_xlsx,
}
