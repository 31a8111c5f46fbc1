"""Excel 97-2003 and 5/95 workbooks, from streams written by hand and from LibreOffice."""

from __future__ import annotations

import struct
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.document import Document, Limits, Rejected, Table
from extractors.readers import xls, xlsx
from extractors.readers.xls.records import Pieces
from tests.rendering import has_office


def record(kind: int, data: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(data)) + data


def wide(text: str, length: str = "<H") -> bytes:
    return struct.pack(length, len(text)) + b"\x01" + text.encode("utf-16-le")


def stream(
    cells: bytes, *, sst: bytes = b"", book: bytes = b"", state: int = 0, version: int = 0x0600
) -> bytes:
    """A workbook stream with one sheet; styles 0-2 are General, 0.00% and a date."""
    begin = record(0x0809, struct.pack("<HHHH", version, 5, 0, 0) + b"\0" * 8)
    if version == 0x0600:
        date = record(0x041E, struct.pack("<H", 164) + wide('yyyy"年"m"月"'))
        name = wide("自评表", "<B")
    else:
        code = 'yyyy"年"m"月"'.encode("gbk")
        date = record(0x041E, struct.pack("<HB", 164, len(code)) + code)
        name = struct.pack("<B", 6) + "自评表".encode("gbk")
    styles = b"".join(record(0x00E0, struct.pack("<HH", 0, number) + b"\0" * 16) for number in (0, 10, 164))
    page = record(0x0042, struct.pack("<H", 936))
    globals_ = begin + page + book + date + styles + sst
    start = len(globals_) + len(record(0x0085, struct.pack("<IBB", 0, 0, 0) + name)) + 4
    globals_ += record(0x0085, struct.pack("<IBB", start, state, 0) + name) + record(0x000A)
    sheet = record(0x0809, struct.pack("<HHHH", version, 16, 0, 0) + b"\0" * 8) + cells + record(0x000A)
    return globals_ + sheet


def number(row: int, column: int, value: float, style: int = 0) -> bytes:
    return record(0x0203, struct.pack("<HHHd", row, column, style, value))


def tables(document: Document) -> list[Table]:
    return [block for block in document.blocks if isinstance(block, Table)]


def grid(document: Document, which: int = 0) -> list[list[str]]:
    table = tables(document)[which]
    rows: list[list[str]] = [[] for _ in range(table.rows)]
    for cell in table.cells:
        rows[cell.row - 1].append(cell.text)
    return rows


def test_every_kind_of_cell() -> None:
    sst = record(0x00FC, struct.pack("<II", 2, 2) + wide("指标") + b"\x05\x00\x08\x01\x00abcde\0\0\0\0")
    cells = (
        record(0x00FD, struct.pack("<HHHI", 0, 0, 0, 0))
        + record(0x00FD, struct.pack("<HHHI", 0, 1, 0, 1))
        + record(0x0204, struct.pack("<HHH", 0, 2, 0) + wide("标签"))
        + number(1, 0, 8.3004, 1)
        + record(0x027E, struct.pack("<HHHI", 1, 1, 0, (593 << 2 | 2)))
        + record(0x027E, struct.pack("<HHHI", 1, 2, 0, (75164 << 2 | 3)))
        + record(0x00BD, struct.pack("<HHHIHIH", 2, 0, 2, 44561 << 2 | 2, 0, 0x3FF00000, 1))
        + record(0x0006, struct.pack("<HHHdHIH", 2, 2, 1, 0.5, 0, 0, 0))
        + record(0x0006, struct.pack("<HHH", 3, 0, 0) + b"\0\0\0\0\0\0\xff\xff" + b"\0" * 8)
        + record(0x0207, wide("优"))
        + record(0x0205, struct.pack("<HHHBB", 3, 1, 0, 1, 0))
        + record(0x0205, struct.pack("<HHHBB", 3, 2, 0, 7, 1))
        + record(0x0006, struct.pack("<HHH", 4, 0, 0) + b"\x02\0\x2a\0\0\0\xff\xff" + b"\0" * 8)
        + record(0x0006, struct.pack("<HHH", 4, 1, 0) + b"\x03\0\0\0\0\0\xff\xff" + b"\0" * 8)
        + record(0x0201, struct.pack("<HHH", 4, 2, 0))
    )
    assert grid(xls.read(stream(cells, sst=sst))) == [
        ["指标", "abcde", "标签"],
        ["830.04%", "593", "751.64"],
        ["2021年12月", "1", "50.00%"],
        ["优", "TRUE", "#DIV/0!"],
        ["#N/A", "", ""],
    ]


def test_merges_hidden_rows_and_columns() -> None:
    cells = (
        record(0x007D, struct.pack("<HHHHH", 1, 1, 2000, 0, 1))
        + record(0x0208, struct.pack("<HHHHHHHH", 1, 0, 4, 300, 0, 0, 0x20, 0))
        + b"".join(number(row, column, 10 * row + column) for row in range(3) for column in range(4))
        + record(0x00E5, struct.pack("<HHHHH", 1, 0, 0, 2, 3))
    )
    document = xls.read(stream(cells))
    table = tables(document)[0]
    assert [(c.row, c.column, c.rowspan, c.colspan, c.text, c.at) for c in table.cells] == [
        (1, 1, 1, 1, "0", "s1.t1.r1.c1"), (1, 2, 1, 2, "2", "s1.t1.r1.c3"),
        (2, 1, 1, 1, "20", "s1.t1.r3.c1"), (2, 2, 1, 1, "22", "s1.t1.r3.c3"), (2, 3, 1, 1, "23", "s1.t1.r3.c4"),
    ]  # fmt: skip
    assert (table.name, [issue.code for issue in document.issues]) == ("自评表", ["hidden-cells"])


def test_dates_since_1904() -> None:
    assert grid(xls.read(stream(number(0, 0, 43099, 2), book=record(0x0022, b"\1\0")))) == [["2021年12月"]]


def test_hidden_sheets_are_noted() -> None:
    document = xls.read(stream(number(0, 0, 5), state=1))
    assert (tables(document), [issue.code for issue in document.issues]) == ([], ["hidden-sheets"])


def test_excel_95_strings_are_in_the_code_page() -> None:
    text = "云溪区水利局".encode("gbk")
    cells = record(0x0204, struct.pack("<HHHH", 0, 0, 0, len(text)) + text) + number(0, 1, 44561, 2)
    assert grid(xls.read(stream(cells, version=0x0500))) == [["云溪区水利局", "2021年12月"]]


def test_charts_inside_a_sheet_are_skipped() -> None:
    chart = record(0x0809, struct.pack("<HHHH", 0x0600, 32, 0, 0)) + number(0, 0, 99) + record(0x000A)
    assert grid(xls.read(stream(number(0, 0, 1) + chart + number(0, 1, 2)))) == [["1", "2"]]


def test_text_boxes_are_a_doubt_and_comments_are_not() -> None:
    def box(sort: int) -> bytes:
        return record(0x005D, struct.pack("<HHHH", 0x15, 18, sort, 1)) + record(
            0x01B6, b"\0" * 10 + b"\x05\0" + b"\0" * 6
        )

    codes = [issue.code for issue in xls.read(stream(number(0, 0, 1) + box(6))).issues]
    assert codes == ["drawing-text"]
    assert xls.read(stream(number(0, 0, 1) + box(0x19))).issues == []


@pytest.mark.parametrize("cut", range(8))
def test_shared_strings_run_on_over_continuations(cut: int) -> None:
    text = "部门整体支出绩效"
    first = struct.pack("<II", 3, 3) + wide("甲") + struct.pack("<HB", len(text), 1)
    body = text.encode("utf-16-le")
    split = min(cut, len(text) - 1) * 2
    parts = [first + body[:split], b"\x01" + body[split:] + wide("乙")]
    sst = record(0x00FC, parts[0]) + record(0x003C, parts[1])
    cells = b"".join(record(0x00FD, struct.pack("<HHHI", 0, n, 0, n)) for n in range(3))
    document = xls.read(stream(cells, sst=sst))
    assert grid(document) == [["甲", text, "乙"]]


def test_a_continuation_may_change_the_width_of_characters() -> None:
    pieces = Pieces([struct.pack("<HB", 6, 0) + b"abc", b"\x01" + "绩效".encode("utf-16-le"), b"\x00z"])
    assert pieces.string(pieces.number(2)) == "abc绩效z"
    assert pieces.done


def test_a_text_that_is_missing_is_a_loss() -> None:
    document = xls.read(stream(number(0, 0, 1) + record(0x00FD, struct.pack("<HHHI", 0, 1, 0, 9))))
    assert [(i.code, i.severity, i.at) for i in document.issues] == [("damaged-part", "loss", "s1.t1.r1.c2")]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "damaged"),
        (
            record(0x0809, struct.pack("<HHHH", 0x0600, 5, 0, 0)) + record(0x002F, b"\0\0\0\0\0\0"),
            "encrypted",
        ),
        (record(0x0809, struct.pack("<HHHH", 0x0600, 5, 0, 0)), "damaged"),
        (stream(record(0x0203, b"\0\0")), "damaged"),
        (b"", "damaged"),
    ],
)
def test_each_fault_has_its_code(data: bytes, code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extractors.readers.office_bridge.available", lambda: False)
    with pytest.raises(Rejected) as verdict:
        xls.read(data)
    assert verdict.value.code == code


def test_too_many_cells() -> None:
    with pytest.raises(Rejected) as verdict:
        xls.read(stream(b"".join(number(n, 0, n) for n in range(1, 60))), Limits(cells=50))
    assert verdict.value.code == "too-large"


WHOLE = stream(
    b"".join(number(n, m, n * m / 7, 1) for n in range(6) for m in range(4))
    + record(0x0204, struct.pack("<HHH", 7, 0, 0) + wide("尾")),
    sst=record(0x00FC, struct.pack("<II", 1, 1) + wide("指标")),
)


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_bytes_changed_at_random_never_crash(data: st.DataObject) -> None:
    changed = bytearray(WHOLE)
    for _ in range(data.draw(st.integers(1, 8))):
        changed[data.draw(st.integers(2, len(changed) - 1))] = data.draw(st.integers(0, 255))
    try:
        xls._read(bytes(changed), Limits())
    except Rejected as verdict:
        assert verdict.code in {"damaged", "encrypted", "too-large"}


@pytest.mark.office
@pytest.mark.skipif(not has_office(), reason="needs LibreOffice")
def test_a_workbook_reads_alike_as_xls_and_xlsx(tmp_path: Path) -> None:
    from extractors.readers import office_bridge

    path = tmp_path / "book.xlsx"
    with xlsxwriter.Workbook(path) as book:
        fill(book)
    data = path.read_bytes()
    converted = office_bridge.convert([data], "xlsx", "xlsx")[0]
    assert converted is not None
    old = _as_xls(path, tmp_path)
    shape = [[(c.at, c.rowspan, c.colspan, c.text) for c in table.cells] for table in tables(xlsx.read(data))]
    assert [
        [(c.at, c.rowspan, c.colspan, c.text) for c in table.cells] for table in tables(xls.read(old))
    ] == shape
    assert len(shape) == 2


def _as_xls(path: Path, folder: Path) -> bytes:
    import subprocess

    profile = (folder / "profile").as_uri()
    words = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "xls:MS Excel 97"]
    subprocess.run([*words, "--outdir", str(folder), str(path)], check=True, capture_output=True, timeout=120)
    return (folder / "book.xls").read_bytes()


def fill(book: Any) -> None:
    """A form with merges, formats, hidden rows and columns, long texts, a second and a hidden sheet."""
    sheet = book.add_worksheet("自评表")
    style = {
        code: book.add_format({"num_format": code})
        for code in ("0.00%", "#,##0.00", 'yyyy"年"m"月"d"日"', '0"家"')
    }
    sheet.merge_range("A1:F1", "项目支出绩效自评表")
    sheet.write_row("A2", ["一级指标", "二级指标", "目标", "完成", "得分", "原因"])
    for row in range(2, 60):
        sheet.write(row, 1, f"指标{row}（{row % 5}分）" + "说明" * (row * 7 % 90))
        sheet.write_number(row, 2, row / 7, style["0.00%"])
        sheet.write_number(row, 3, row * 1234.567, style["#,##0.00"])
        sheet.write_number(row, 4, row, style['0"家"'])
    sheet.merge_range("A3:A20", "产出指标")
    sheet.write_datetime("F3", datetime(2021, 12, 31), style['yyyy"年"m"月"d"日"'])
    sheet.set_row(30, None, None, {"hidden": True})
    sheet.set_column("F:F", None, None, {"hidden": False})
    book.add_worksheet("隐藏").write("A1", "不看")
    book.get_worksheet_by_name("隐藏").hide()
    book.add_worksheet("第二").write_row("B2", ["甲", 1.5, True])
