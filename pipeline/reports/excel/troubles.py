"""读取问题: files that could not be read, parts that are doubtful."""

from __future__ import annotations

from extractors import places
from extractors.records import Document, Issue
from pipeline.reports.excel.sheet import Book, Column, Sheet
from pipeline.reports.wording import ISSUES, STATUSES
from pipeline.store import Dataset

_COLUMNS = [
    Column("文件", 60), Column("状态", 10), Column("程度", 8), Column("代码", 18), Column("说明", 70), Column("位置", 20), Column("原文", 40),
]  # fmt: skip


def add(book: Book, dataset: Dataset) -> None:
    """Write the whole sheet: rejected and repeated files first, then what is doubtful inside others."""
    sheet = Sheet(book, "读取问题", _COLUMNS, note="未能读取的文件请按说明处理后重新报送；存疑处请对照原件。")
    for document in dataset.records("documents"):
        assert isinstance(document, Document)
        if document.status == "rejected":
            sheet.add(
                document.path,
                STATUSES["rejected"],
                None,
                document.error_code,
                document.error_message,
                None,
                None,
            )
        elif document.status == "duplicate":
            sheet.add(
                document.path,
                STATUSES["duplicate"],
                None,
                None,
                f"与“{document.duplicate_of}”内容相同，未重复计入。",
                None,
                None,
            )
    for issue in dataset.records("issues"):
        assert isinstance(issue, Issue)
        if issue.severity in {"doubt", "loss"}:
            path = book.paths.get(issue.document_id or "", "")
            sheet.add(
                path,
                STATUSES["partial"],
                ISSUES[issue.severity],
                issue.code,
                issue.message,
                places.chinese(issue.at),
                issue.text,
            )
    sheet.close()
