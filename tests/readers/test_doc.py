"""Word 97-2003 and WPS documents: text as printed, tables on their real grid."""

from __future__ import annotations

import random
import struct
from pathlib import Path

import pytest

from extractors.document import Document, Paragraph, Rejected, Table
from extractors.readers import doc, docx, office_bridge
from extractors.readers.word97.bins import Runs
from extractors.readers.word97.controls import shown
from extractors.readers.word97.hiding import Hiding, field_codes
from extractors.readers.word97.pieces import Piece, read_pieces, spread, whole
from extractors.readers.word97.properties import paragraph_properties
from extractors.readers.word97.rows import row_shape
from extractors.readers.word97.sprms import sprms
from extractors.sniffing import sniff
from tests.rendering import has_office, office

HERE = Path(__file__).parent
SAMPLE = HERE.parents[2] / "shared" / "sample" / "submission.doc"
with_office = pytest.mark.skipif(not has_office(), reason="LibreOffice is not on PATH")


def outline(document: Document) -> list[object]:
    """Paragraphs as text, tables as (rows, columns, [row, column, rowspan, colspan, text, inner])."""
    return [block.text if isinstance(block, Paragraph) else grid(block) for block in document.blocks]


def grid(table: Table) -> tuple[int, int, list[tuple[object, ...]]]:
    cells = [
        (c.row, c.column, c.rowspan, c.colspan, c.text, *[grid(inner) for inner in c.tables])
        for c in table.cells
    ]
    return table.rows, table.columns, cells


INNER = (2, 2, [(1, 1, 1, 1, "甲"), (1, 2, 1, 1, "乙"), (2, 1, 1, 1, "丙"), (2, 2, 1, 1, "")])
EXPECTED = [
    "一、部门概况",
    "（一）部门职责",
    "1.贯彻水利方针",
    "2.管理水资源",
    "（二）机构设置",
    "预算数（插入）12.5万元，换行\n之后\t制表，第1页，注。",
    "框前框后",
    "文本框里",
    (
        4,
        4,
        [
            (1, 1, 1, 2, "一级指标"),
            (1, 3, 1, 1, "分值"),
            (1, 4, 1, 1, "得分"),
            (2, 1, 2, 1, "产出指标"),
            (2, 2, 1, 1, "第一段\n第二段"),
            (2, 3, 1, 1, "10"),
            (2, 4, 1, 1, "9.5"),
            (3, 2, 1, 1, "内嵌前\n内嵌后", INNER),
            (3, 3, 1, 1, ""),
            (3, 4, 1, 1, "≥95%"),
            (4, 1, 1, 4, "合计"),
        ],
    ),
    "尾段𠮷字",
    "脚注文字",
]


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """`legacy.fodt` as LibreOffice saves it in Word 97's format."""
    return office([HERE / "legacy.fodt"], "doc", tmp_path_factory.mktemp("doc"))[0].read_bytes()


@pytest.mark.office
@with_office
def test_everything_that_is_printed(made: bytes) -> None:
    found = doc.read(made)
    assert outline(found) == EXPECTED
    assert [issue.code for issue in found.issues] == ["tracked-changes", "hidden-text", "notes"]
    assert found.format == "doc"
    first, second = found.blocks[0], found.blocks[1]
    assert isinstance(first, Paragraph)
    assert first.level == 1
    assert isinstance(second, Paragraph)
    assert second.number == "（一）"


@pytest.mark.office
@with_office
def test_damage_never_crashes(made: bytes) -> None:
    """Bytes changed at random: read, or refused, never another error."""
    chance = random.Random(20240401)
    for _ in range(300):
        spoiled = bytearray(made)
        for _ in range(chance.choice([1, 10, 100])):
            spoiled[chance.randrange(len(spoiled))] = chance.choice([0, 1, 128, 255])
        try:
            outline(doc.open_and_read(bytes(spoiled)))
        except Rejected as verdict:
            assert verdict.code in {"damaged", "old-word", "encrypted", "too-large"}


@pytest.mark.office
@with_office
def test_encrypted_and_cut(made: bytes) -> None:
    at = made.index(struct.pack("<H", 0xA5EC))
    locked = bytearray(made)
    locked[at + 11] |= 1
    with pytest.raises(Rejected, match="encrypted"):
        doc.read(bytes(locked))
    with pytest.raises(Rejected, match="damaged"):
        doc.open_and_read(made[:2000])
    old = bytearray(made)
    old[at : at + 2] = struct.pack("<H", 0xA5DC)
    with pytest.raises(Rejected, match="old-word"):
        doc.open_and_read(bytes(old))


@pytest.mark.skipif(not SAMPLE.exists(), reason="the sample is absent")
def test_the_sample() -> None:
    found = doc.read(SAMPLE.read_bytes())
    tables = [block for block in found.blocks if isinstance(block, Table)]
    assert [(t.rows, t.columns) for t in tables] == [(14, 7), (41, 10), (15, 1)]
    scores = {c.row: c.text for c in tables[1].cells if c.column == 9}
    assert scores[41] == "92"
    assert scores[34] == "3"
    assert found.issues == []


@pytest.mark.skipif(not SAMPLE.exists(), reason="the sample is absent")
def test_the_sample_reads_as_its_docx_does() -> None:
    def told(document: Document) -> list[str]:
        return ["".join(str(part).replace("\\xa0", " ").split()) for part in outline(document)]

    assert told(doc.read(SAMPLE.read_bytes())) == told(docx.read(SAMPLE.with_suffix(".docx").read_bytes()))


def compound(stream: bytes) -> bytes:
    """An OLE file with one stream of 4096 bytes: WordDocument."""
    free, end, table = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    head += struct.pack("<HHHHH6xIIII", 62, 3, 0xFFFE, 9, 6, 0, 1, 1, 0)
    head += struct.pack("<IIIII", 4096, end, 0, end, 0) + struct.pack("<I", 0) + struct.pack("<I", free) * 108
    sectors = [table, end, *range(3, 10), end]
    allocation = struct.pack(f"<{len(sectors)}I", *sectors).ljust(512, b"\xff")

    def entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
        raw = name.encode("utf-16-le") + b"\0\0"
        links = struct.pack("<III", free, free, child)
        fields = struct.pack("<HBB", len(raw), kind, 1) + links + bytes(36)
        return raw.ljust(64, b"\0") + fields + struct.pack("<IQ", start, size)

    root = entry("Root Entry", 5, 1, end, 0) + entry("WordDocument", 2, free, 2, 4096)
    return head + allocation + root + bytes(256) + stream.ljust(4096, b"\0")


def test_without_libreoffice_old_documents_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office_bridge, "available", lambda: False)
    word_6 = compound(struct.pack("<HH", 0xA5DC, 101))
    assert sniff(word_6, "a.doc") == "doc"
    with pytest.raises(Rejected, match=r"office-missing: Word 95 .*apt install libreoffice"):
        doc.read(word_6)
    with pytest.raises(Rejected, match="damaged"):
        doc.read(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000))


def prl(code: int, operand: bytes) -> bytes:
    return struct.pack("<H", code) + operand


def test_sprms_and_one_cut_short() -> None:
    grpprl = (
        prl(0x2416, b"\x01")
        + prl(0x6649, b"\x02\0\0\0")
        + prl(0xD62B, b"\x02\x01\x03")
        + prl(0x6649, b"\x02")
    )
    assert list(sprms(grpprl)) == [(0x2416, b"\x01"), (0x6649, b"\x02\0\0\0"), (0xD62B, b"\x01\x03")]


def definition(edges: list[int], *flags: int) -> tuple[int, bytes]:
    cells = b"".join(struct.pack("<H18x", flag) for flag in flags)
    return 0xD608, bytes([len(edges) - 1]) + struct.pack(f"<{len(edges)}h", *edges) + cells


def test_row_shape_with_merges() -> None:
    shape = row_shape([definition([0, 100, 200, 300, 400], 1, 2, 0x60, 0x20)])
    assert shape is not None
    assert (shape.edges, shape.joined, shape.vertical) == (
        [0, 100, 200, 300, 400],
        [False, True, False, False],
        [0, 0, 3, 1],
    )


@pytest.mark.parametrize(
    ("change", "edges", "joined", "vertical"),
    [
        ((0x5624, b"\x01\x03"), [0, 100, 200, 300], [0, 0, 1], [0, 0, 0]),  # merge
        ((0xD62B, b"\x01\x03"), [0, 100, 200, 300], [0, 0, 0], [0, 3, 0]),  # vertical merge
        ((0x5622, b"\x01\x02"), [0, 100, 200], [0, 0], [0, 0]),  # delete
        ((0x7621, b"\x01\x01\x32\x00"), [0, 100, 150, 250, 350], [0, 0, 0, 0], [0, 0, 0, 0]),  # insert
        ((0x7623, b"\x00\x02\x96\x00"), [0, 150, 300, 400], [0, 0, 0], [0, 0, 0]),  # width
        ((0x9601, b"\x0a\x00"), [10, 110, 210, 310], [0, 0, 0], [0, 0, 0]),  # left edge
    ],
)
def test_row_shape_changed_afterwards(
    change: tuple[int, bytes], edges: list[int], joined: list[int], vertical: list[int]
) -> None:
    shape = row_shape([definition([0, 100, 200, 300], 0, 0, 0), change])
    assert shape is not None
    assert (shape.edges, shape.joined, shape.vertical) == (edges, joined, vertical)


def test_row_shape_that_is_never_told() -> None:
    assert row_shape([(0x5624, b"\x00\x02"), (0xD608, b"")]) is None


def test_large_properties_stand_in_the_data_stream() -> None:
    stored = prl(0x2416, b"\x01") + prl(0x2417, b"\x01")
    data = b"junk" + struct.pack("<H", len(stored)) + stored
    found = paragraph_properties(b"\x05\x00" + prl(0x6646, struct.pack("<I", 4)), data)
    assert (found.style, found.depth, found.row_end) == (5, 1, True)


def test_hidden_marks_are_told_from_deleted_ones() -> None:
    runs = Runs([0, 3, 4], [3, 4, 8], [b"", prl(0x083C, b"\1"), b""])
    hiding = Hiding("abc\rdef\r", runs, [], [])
    assert (hiding.unseen(3), hiding.unseen(7), hiding.deleted(3)) == (True, False, False)


def test_fields_show_their_result_only() -> None:
    text = "a\x13PAGE\x14\x137\x15b\x15c\x13TC x\x15d\x13open"
    hiding = Hiding(text, Runs([], [], []), [], [])
    shown = hiding.visible(text, 0, len(text))
    assert shown.translate(dict.fromkeys((0x13, 0x14, 0x15))) == "abcdopen"
    assert field_codes("\x15\x14\x13") == []


def test_deleted_hidden_and_symbols() -> None:
    runs = Runs(
        [0, 2, 4, 6],
        [2, 4, 6, 7],
        [prl(0x0800, b"\1"), b"", prl(0x083C, b"\1"), prl(0x6A09, b"\0\0\xb3\xf0")],
    )
    hiding = Hiding("abcdef(", runs, [], ["Symbol"])
    assert hiding.visible("abcdef(", 0, 6) == "cd"
    assert (hiding.deleted(1), hiding.deleted(2)) == (True, False)
    assert hiding.signs == {6: "≥"}


def form_field(kind: int, result: int, *rest: bytes) -> bytes:
    """A control's record in the Data stream: 68 bytes of a picture's head, then what it is set to."""
    head = struct.pack("<IH", 0, 0x44).ljust(0x44, b"\0")
    return head + struct.pack("<IHHH", 0xFFFFFFFF, kind | result << 2, 0, 20) + b"".join(rest)


def counted(text: str, end: bytes = b"\0\0") -> bytes:
    return struct.pack("<H", len(text)) + text.encode("utf-16-le") + end


def test_controls_and_computed_fields() -> None:
    ticked = form_field(1, 1, counted("框"), struct.pack("<H", 0))
    untouched = form_field(1, 25, counted(""), struct.pack("<H", 0))
    entries = struct.pack("<HHH", 0xFFFF, 2, 0) + counted("良", b"") + counted("优", b"")
    chosen = form_field(2, 1, counted("等级"), struct.pack("<H", 0), *[counted("")] * 5, entries)
    data = ticked + untouched + chosen
    places = [0, len(ticked), len(ticked) + len(untouched)]
    text = "".join(f"\x13 {word} \x01\x15" for word in ("FORMCHECKBOX", "FORMCHECKBOX", "FORMDROPDOWN"))
    at = [n for n, letter in enumerate(text) if letter == "\x01"]
    chpx = [prl(0x6A03, struct.pack("<I", place)) for place in places]
    runs = Runs(at, [n + 1 for n in at], chpx)
    assert list(shown(text, runs, data).values()) == ["☑", "□", "优"]
    assert list(shown(text, runs, data[:90]).values()) == ["☑"]
    circled = "\x13 eq \\o\\ac(○,2)\x15甲\x13 eq \\o\\ac(○,3)\x14③\x15"
    assert shown(circled, Runs([], [], []), b"") == {0: "②"}


def clx(*pieces: tuple[int, int, int], changes: tuple[bytes, ...] = ()) -> bytes:
    bounds = struct.pack(f"<{len(pieces) + 1}I", *[p[0] for p in pieces], pieces[-1][1])
    table = bounds + b"".join(struct.pack("<HIH", 0, fc, 1 if changes else 0) for _, _, fc in pieces)
    head = b"".join(b"\x01" + struct.pack("<H", len(c)) + c for c in changes)
    return head + b"\x02" + struct.pack("<I", len(table)) + table


def test_pieces_of_a_fast_save() -> None:
    """Text in several pieces, 8-bit and 16-bit, out of order in the file; a change for a whole piece."""
    word = "尾巴".encode("utf-16-le") + b"2023-12" + "𠮷头".encode("utf-16-le")
    text, pieces = read_pieces(word, clx((0, 3, 11), (3, 10, 0x40000000 | 8), (10, 12, 0), changes=(b"xyz",)))
    assert whole(text) == "𠮷头2023-12尾巴"
    assert [(p.start, p.end, p.fc, p.step, p.grpprl) for p in pieces] == [
        (0, 3, 11, 2, b"xyz"),
        (3, 10, 4, 1, b"xyz"),
        (10, 12, 0, 2, b"xyz"),
    ]
    assert list(spread(pieces, [0, 4], [4, 17])) == [
        (0, 3, 1, b"xyz"),
        (3, 10, 1, b"xyz"),
        (10, 12, 0, b"xyz"),
    ]


def test_a_piece_table_that_promises_too_much() -> None:
    with pytest.raises(Rejected, match="damaged"):
        read_pieces(b"short", clx((0, 1 << 30, 0)))
    with pytest.raises(Rejected, match="damaged"):
        read_pieces(b"short", clx((0, 100, 0)))


def test_spread_of_a_piece_between_ranges() -> None:
    assert list(spread([Piece(0, 4, 10, 2, b"")], [0, 12], [12, 100])) == [(0, 1, 0, b""), (1, 4, 1, b"")]
