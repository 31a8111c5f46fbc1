"""Reads binary workbooks (.xlsb) and OpenDocument tables (.ods)."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError, SheetVisibleEnum

from extractors.document import Document, Limits, ReadIssue, Rejected
from extractors.readers import office_bridge
from extractors.readers.sheets.numbers import general
from extractors.readers.sheets.sheet import Sheet
from extractors.readers.sheets.tables import sheets_document
from extractors.sniffing import sniff

_UNFORMATTED = (
    "未安装 LibreOffice，只能读出单元格的数值，看不到百分比、小数位等显示格式；"
    "请另存为 .xlsx 后重新报送，或安装 LibreOffice 后重新读取。"
)


def read(data: bytes, limits: Limits | None = None) -> Document:
    """Read the bytes by way of xlsx; without LibreOffice the bare values, with a doubt.

    Raises Rejected: encrypted, damaged, too-large.
    """
    format_id = sniff(data, "")
    if office_bridge.available():
        return office_bridge.read(data, format_id, limits, suffix=format_id, target="xlsx")
    return read_values(data, format_id, limits)


def read_values(data: bytes, format_id: str, limits: Limits | None = None) -> Document:
    """The values of visible sheets without their number formats."""
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        sheets = list(_sheets(book))
    except PasswordError as fault:
        raise Rejected("encrypted", "工作簿设有打开密码，请取消密码后重新报送。") from fault
    except (CalamineError, OSError, ValueError) as fault:
        raise Rejected(
            "damaged", "工作簿已损坏，请用 Excel 或 WPS 打开并另存为 .xlsx 后重新报送。"
        ) from fault
    issue = ReadIssue(code="unformatted", severity="doubt", message=_UNFORMATTED)
    return sheets_document(format_id, sheets, [issue], limits)


def _sheets(book: CalamineWorkbook) -> Iterator[Sheet]:
    visible = [entry.name for entry in book.sheets_metadata if entry.visible == SheetVisibleEnum.Visible]
    for number, name in enumerate(visible, 1):
        yield _sheet(book.get_sheet_by_name(name), name, number)


def _sheet(found: CalamineSheet, name: str, number: int) -> Sheet:
    top, left = found.start or (0, 0)
    sheet = Sheet(name=name, number=number)
    for row, values in enumerate(found.to_python(skip_empty_area=True), top + 1):
        for column, value in enumerate(values, left + 1):
            text = _text(value)
            if text:
                sheet.cells[row, column] = text
    for (first_row, first_column), (last_row, last_column) in found.merged_cell_ranges or ():
        sheet.merges.append((first_row + 1, first_column + 1, last_row + 1, last_column + 1))
    return sheet


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        return general(Decimal(repr(value)))
    if isinstance(value, datetime):
        return f"{value:%Y/%m/%d %H:%M}" if value.time() != time() else f"{value:%Y/%m/%d}"
    if isinstance(value, date | time | timedelta):
        return str(value)
    return str(value)
