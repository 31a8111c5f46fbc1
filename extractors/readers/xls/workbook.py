"""The sheets of a workbook in the order of their tabs."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from extractors.document import Limits, ReadIssue, Rejected
from extractors.readers.sheets.sheet import Sheet
from extractors.readers.xls.book import read_book
from extractors.readers.xls.cells import Cells


class Workbook:
    """An open workbook; `issues` fills while `sheets` is read."""

    def __init__(self, stream: bytes, limits: Limits) -> None:
        self._stream = stream
        self._limits = limits
        try:
            self._book = read_book(stream)
        except (struct.error, IndexError) as fault:
            raise _damaged() from fault
        if not self._book.entries:
            raise _damaged()
        self.issues: list[ReadIssue] = []

    def sheets(self) -> Iterator[Sheet]:
        """The visible worksheets, numbered from 1. Raises Rejected (damaged) where one cannot be read."""
        hidden = []
        number = 0
        for entry in self._book.entries:
            if entry.hidden:
                hidden.append(entry.name)
                continue
            number += 1
            if entry.is_sheet:
                yield self._sheet(entry.name, entry.start, number)
        if hidden:
            names = "、".join(f"“{name}”" for name in hidden[:5]) + ("等" if len(hidden) > 5 else "")
            message = f"隐藏的 {len(hidden)} 个工作表（{names}）未读取。"
            self.issues.append(ReadIssue(code="hidden-sheets", severity="note", message=message))

    def _sheet(self, name: str, start: int, number: int) -> Sheet:
        sheet = Sheet(name=name, number=number)
        cells = Cells(sheet, self._book)
        try:
            cells.read(self._stream, start, self._limits)
        except (struct.error, IndexError) as fault:
            raise _damaged() from fault
        if cells.boxes:
            message = f"工作表“{name}”上有文本框或图形，其中的文字未读取。"
            self.issues.append(
                ReadIssue(code="drawing-text", severity="doubt", message=message, at=f"s{number}")
            )
        return sheet


def _damaged() -> Rejected:
    return Rejected(
        "damaged", "工作簿已损坏，无法读出全部内容，请用 Excel 或 WPS 打开并另存为 .xlsx 后重新报送。"
    )
