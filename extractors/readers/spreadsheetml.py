"""Reads Excel 2003 XML tables (SpreadsheetML), which systems like to export as .xls."""

from __future__ import annotations

from collections.abc import Iterator

import regex
from lxml import etree

from extractors.document import Document, Limits
from extractors.readers.assembly import too_many_cells
from extractors.readers.flatopc import utf8
from extractors.readers.ooxml import parse_xml
from extractors.readers.sheets import stored
from extractors.readers.sheets.sheet import Sheet
from extractors.readers.sheets.showing import shown, shown_text
from extractors.readers.sheets.tables import sheets_document

SS = "{urn:schemas-microsoft-com:office:spreadsheet}"
X = "{urn:schemas-microsoft-com:office:excel}"
# names that stand for formats (Excel XML reference: NumberFormat), as a Chinese Excel shows them
_NAMED = {
    "General Number": "General",
    "General Date": "yyyy/m/d h:mm",
    "Long Date": 'yyyy"年"m"月"d"日"',
    "Medium Date": "d-mmm-yy",
    "Short Date": "yyyy/m/d",
    "Long Time": "h:mm:ss",
    "Medium Time": "h:mm AM/PM",
    "Short Time": "h:mm",
    "Currency": '"¥"#,##0.00;[Red]"¥"\\-#,##0.00',
    "Euro Currency": '"€"#,##0.00',
    "Fixed": "0.00",
    "Standard": "#,##0.00",
    "Percent": "0.00%",
    "Scientific": "0.00E+00",
    "Yes/No": '"Yes";"Yes";"No"',
    "True/False": '"True";"True";"False"',
    "On/Off": '"On";"On";"Off"',
}
_DIGITS = regex.compile(r"\d{1,9}")


def read(data: bytes, limits: Limits | None = None) -> Document:
    """Read the bytes of an XML workbook. Raises Rejected: damaged, hostile, too-large."""
    limits = limits or Limits()
    root = parse_xml(utf8(data))
    return sheets_document("spreadsheetml", _sheets(root, limits), [], limits)


def _sheets(root: etree._Element, limits: Limits) -> Iterator[Sheet]:
    codes = _codes(root)
    number = 0
    for element in root.iterchildren(f"{SS}Worksheet"):
        visible = element.findtext(f"{X}WorksheetOptions/{X}Visible")
        if visible in ("SheetHidden", "SheetVeryHidden"):
            continue
        number += 1
        sheet = Sheet(name=element.get(f"{SS}Name", ""), number=number)
        for table in element.iterchildren(f"{SS}Table"):
            _read_table(table, sheet, codes, limits)
        yield sheet


def _codes(root: etree._Element) -> dict[str, str]:
    """Style id -> format code; a style without one takes that of its parent."""
    own: dict[str, str | None] = {}
    parents: dict[str, str] = {}
    for style in root.iterfind(f"{SS}Styles/{SS}Style"):
        name = style.get(f"{SS}ID", "")
        given = style.find(f"{SS}NumberFormat")
        code = None if given is None else given.get(f"{SS}Format", "General")
        own[name] = _NAMED.get(code, code) if code is not None else None
        parents[name] = style.get(f"{SS}Parent", "Default")
    return {name: code or own.get(parents[name]) or "General" for name, code in own.items()}


def _read_table(table: etree._Element, sheet: Sheet, codes: dict[str, str], limits: Limits) -> None:
    column = 0
    for element in table.iterchildren(f"{SS}Column"):
        column = _number(element, "Index", column + 1)
        last = column + _number(element, "Span", 0)
        if element.get(f"{SS}Hidden") == "1" or element.get(f"{SS}Width") == "0":
            sheet.hidden_columns.append((column, last))
        column = last
    row = 0
    for element in table.iterchildren(f"{SS}Row"):
        row = _number(element, "Index", row + 1)
        span = _number(element, "Span", 0)
        if element.get(f"{SS}Hidden") == "1" or element.get(f"{SS}Height") == "0":
            sheet.hidden_rows.update(range(row, row + min(span, limits.cells) + 1))
        _read_row(element, row, sheet, codes)
        row += span
        if len(sheet.cells) > limits.cells:
            raise too_many_cells(limits)


def _read_row(element: etree._Element, row: int, sheet: Sheet, codes: dict[str, str]) -> None:
    column = 0
    inherited = element.get(f"{SS}StyleID", "Default")
    for cell in element.iterchildren(f"{SS}Cell"):
        column = _number(cell, "Index", column + 1)
        across, down = _number(cell, "MergeAcross", 0), _number(cell, "MergeDown", 0)
        if across or down:
            sheet.merges.append((row, column, row + down, column + across))
        data = cell.find(f"{SS}Data")
        if data is not None:
            code = codes.get(cell.get(f"{SS}StyleID", inherited), "General")
            text = _shown(data.get(f"{SS}Type", "String"), "".join(map(str, data.itertext())), code)
            if text:
                sheet.cells[row, column] = text
        elif cell.get(f"{SS}Formula"):
            sheet.uncomputed.append((row, column))
        column += across


def _shown(kind: str, value: str, code: str) -> str:
    if kind == "Number":
        number = stored.number(value)
        return value.strip() if number is None else shown(number, code)
    if kind == "DateTime":
        number = stored.days(value)
        return value.strip() if number is None else shown(number, code if code != "General" else "yyyy/m/d")
    if kind == "Boolean":
        return "TRUE" if value.strip() == "1" else "FALSE"
    return value.strip() if kind == "Error" else shown_text(value, code)


def _number(element: etree._Element, name: str, default: int) -> int:
    value = element.get(f"{SS}{name}", "")
    return int(value) if _DIGITS.fullmatch(value) else default
