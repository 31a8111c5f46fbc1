"""报送情况: the register's units, what each sent, who is missing, whose name is unknown."""

from __future__ import annotations

from extractors.records import Submission
from pipeline.reports.excel.sheet import Book, Column, Sheet
from pipeline.reports.register import registered
from pipeline.store import Dataset

_COLUMNS = [
    Column("单位", 34),
    Column("情况", 14),
    Column("年度", 7),
    Column("表单数", 8),
    Column("说明", 60),
]


def add(book: Book, dataset: Dataset) -> None:
    """Write the sheet where a register was given; without one there is nothing to compare with."""
    found = registered(dataset)
    if not found:
        return
    sheet = Sheet(book, "报送情况", _COLUMNS, note="与单位名录比对：未报送的在前，其次是名称不在名录中的。")
    sent = {s.submission_id: s for s in dataset.records("submissions") if isinstance(s, Submission)}
    for finding in found:
        own = sent.get(finding.submission_id or "")
        word = "未报送" if own is None else "已报送" if finding.result == "pass" else "不在名录中"
        sheet.add(
            finding.subject,
            word,
            own.fiscal_year if own else None,
            own.form_count if own else None,
            finding.message if finding.result == "fail" else None,
        )
    sheet.close()
