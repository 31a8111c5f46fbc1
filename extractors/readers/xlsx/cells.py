"""The cells of one worksheet part, read row by row without keeping its tree."""

from __future__ import annotations

import io
from collections.abc import Sequence

from lxml import etree

from extractors.document import Limits, Rejected
from extractors.readers.assembly import too_many_cells
from extractors.readers.ooxml.parsing import transitional
from extractors.readers.sheets import stored
from extractors.readers.sheets.sheet import Sheet
from extractors.readers.sheets.showing import shown, shown_text
from extractors.readers.xlsx.names import S, area, column_of, on, unescaped, whole

_ROW, _CELL, _VALUE, _FORMULA, _INLINE = (S + name for name in ("row", "c", "v", "f", "is"))
_MERGE, _COLUMN = S + "mergeCell", S + "col"
LONGEST_TEXT = 32_767  # characters that Excel takes in a cell


class Shared:
    """What the cells of all sheets refer to: texts, number formats, the first day."""

    def __init__(self, texts: Sequence[str], codes: Sequence[str], *, since_1904: bool) -> None:
        self.texts = texts
        self.codes = codes
        self.since_1904 = since_1904

    def code(self, style: str | None) -> str:
        """The number format of a cell style."""
        index = whole(style)
        return self.codes[index] if index < len(self.codes) else "General"


def read_cells(xml: bytes, sheet: Sheet, shared: Shared, limits: Limits) -> None:
    """Fill `sheet` with what its part says.

    Raises Rejected: damaged, hostile (DOCTYPE), too-large (more cells with content than the limit).
    """
    events = etree.iterparse(
        io.BytesIO(transitional(xml)),
        events=("end",),
        tag=(_ROW, _MERGE, _COLUMN),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    row = 0
    try:
        for _, element in events:
            if element.tag == _ROW:
                row = whole(element.get("r"), row + 1)
                _read_row(element, row, sheet, shared)
                if len(sheet.cells) > limits.cells:
                    raise too_many_cells(limits)
                element.clear()
                while (before := element.getprevious()) is not None:
                    element.getparent().remove(before)
            elif element.tag == _MERGE:
                found = area(element.get("ref", ""))
                if found is not None:
                    sheet.merges.append(found)
            elif on(element.get("hidden")) or element.get("width") == "0":
                sheet.hidden_columns.append((whole(element.get("min")), whole(element.get("max"))))
    except etree.XMLSyntaxError as fault:
        raise Rejected(
            "damaged", f"工作表“{sheet.name}”已损坏，请用 Excel 或 WPS 打开并另存后重新报送。"
        ) from fault
    _refuse_doctype(events.root)


def _refuse_doctype(root: etree._Element | None) -> None:
    if root is not None and root.getroottree().docinfo.internalDTD is not None:
        raise Rejected("hostile", "文件内部含有 DOCTYPE 声明，办公软件从不写入，疑似恶意文件，未读。")


def _read_row(element: etree._Element, row: int, sheet: Sheet, shared: Shared) -> None:
    if on(element.get("hidden")) or (on(element.get("customHeight")) and element.get("ht") == "0"):
        sheet.hidden_rows.add(row)
    column = 0
    for cell in element.iterchildren(_CELL):
        given = cell.get("r")
        column = column_of(given) if given else column + 1
        text = _shown(cell, (row, column), sheet, shared)
        if text:
            sheet.cells[row, column] = text


def _shown(cell: etree._Element, place: tuple[int, int], sheet: Sheet, shared: Shared) -> str:
    """What a cell shows; '' where it shows nothing."""
    kind = cell.get("t", "n")
    value = formula = inline = None
    for child in cell:
        if child.tag == _VALUE:
            value = child.text
        elif child.tag == _FORMULA:
            formula = child
        elif child.tag == _INLINE:
            inline = child
    if value is None:
        if inline is not None:
            return shown_text(rich_text(inline), shared.code(cell.get("s")))
        if formula is not None and kind == "n":
            sheet.uncomputed.append(place)
        return ""
    code = shared.code(cell.get("s"))
    if kind == "s":
        index = whole(value.strip(), -1)
        if not 0 <= index < len(shared.texts):
            sheet.lost.append(place)
            return ""
        return shown_text(shared.texts[index], code)
    return _value(kind, value, code, shared)


def _value(kind: str, value: str, code: str, shared: Shared) -> str:
    if kind in ("str", "inlineStr"):
        return shown_text(unescaped(value), code)
    if kind == "b":
        return "TRUE" if value.strip() == "1" else "FALSE"
    if kind == "e":
        return value.strip()
    number = stored.days(value) if kind == "d" else stored.number(value)
    if number is None:
        return value.strip()
    return shown(number, code, since_1904=shared.since_1904 and kind != "d")


def rich_text(element: etree._Element) -> str:
    """The text of a string item: its runs, without phonetic readings."""
    parts = []
    for child in element:
        if child.tag == f"{S}t":
            parts.append(child.text or "")
        elif child.tag == f"{S}r":
            parts += [part.text or "" for part in child.iterchildren(f"{S}t")]
    text = unescaped("".join(parts))
    if len(text) > LONGEST_TEXT:
        raise Rejected(
            "too-large", f"有单元格的文字超过 Excel 的上限 {LONGEST_TEXT:,} 字，文件不正常，未读。"
        )
    return text
