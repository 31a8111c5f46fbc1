"""Damaged, hostile and encrypted packages: each its own verdict, and what can be saved is read."""

from __future__ import annotations

import io
import struct
import zipfile
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.document import Limits, Paragraph, Rejected
from extractors.readers import docx as reader

_SPEC = spec_from_file_location("packages", Path(__file__).with_name("packages.py"))
assert _SPEC is not None and _SPEC.loader is not None
packages = module_from_spec(_SPEC)
_SPEC.loader.exec_module(packages)

TEXT = "预算完成率830.04%，在职人员控制率86.67%。" * 40
WHOLE = packages.docx(packages.p(TEXT), settings="<x/>" * 400, numbering="<x/>")


def verdict(data: bytes, limits: Limits | None = None) -> str:
    with pytest.raises(Rejected) as caught:
        reader.read(data, limits)
    assert caught.value.message
    return caught.value.code


def end_of(data: bytes, name: str) -> int:
    """Where the packed bytes of a member end."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        info = file.getinfo(name)
    name_length, extra = struct.unpack_from("<HH", data, info.header_offset + 26)
    return info.header_offset + 30 + name_length + extra + info.compress_size


def text(data: bytes) -> str:
    block = reader.read(data).blocks[0]
    assert isinstance(block, Paragraph)
    return block.text


def test_a_file_that_lost_its_end_is_read_where_the_document_is_whole() -> None:
    for cut in (end_of(WHOLE, "word/document.xml"), len(WHOLE) - 40, len(WHOLE) - 300):
        document = reader.read(WHOLE[:cut])
        assert isinstance(document.blocks[0], Paragraph)
        assert document.blocks[0].text == TEXT
        assert [(issue.code, issue.severity) for issue in document.issues] == [("truncated", "doubt")]


def test_sizes_behind_the_data_do_not_hinder_rescue() -> None:
    buffer = io.BytesIO()

    class Pipe(io.RawIOBase):
        def writable(self) -> bool:
            return True

        def write(self, data: bytes) -> int:  # type: ignore[override]
            return buffer.write(data)

    with zipfile.ZipFile(Pipe(), "w", zipfile.ZIP_DEFLATED) as file:  # a stream: sizes come later
        file.writestr("word/document.xml", packages.document_xml(packages.p(TEXT)))
        file.writestr("word/settings.xml", "<x/>" * 400)
    assert text(buffer.getvalue()[:-60]) == TEXT


def test_a_file_cut_inside_the_document_is_rejected() -> None:
    assert verdict(WHOLE[: end_of(WHOLE, "word/document.xml") - 5]) == "truncated"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "damaged"),
        (b"\x00" * 500, "damaged"),
        (packages.package({"a.txt": "x"}), "damaged"),
        (packages.docx("<w:p><w:r>"), "damaged"),
        (packages.package({"word/document.xml": "<html/>"}), "damaged"),
        (WHOLE.replace(b"PK\x05\x06", b"PK\x05\x07")[:40], "truncated"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "damaged"),
    ],
    ids=["empty", "zeros", "no-word", "broken-xml", "no-document", "cut", "encrypted", "no-streams"],
)
def test_each_fault_has_its_code(data: bytes, code: str) -> None:
    assert verdict(data) == code


def test_a_member_locked_with_a_password() -> None:
    data = bytearray(WHOLE)
    with zipfile.ZipFile(io.BytesIO(WHOLE)) as file:
        info = file.getinfo("word/document.xml")
    entry = data.find(b"word/document.xml", data.find(b"PK\x01\x02")) - 46
    data[entry + 8] |= 1
    data[info.header_offset + 6] |= 1
    assert verdict(bytes(data)) == "encrypted"


def test_a_damaged_part_that_can_be_spared_is_a_doubt() -> None:
    body = packages.p(TEXT, properties="<w:numPr><w:numId w:val='1'/></w:numPr>")
    data = bytearray(packages.docx(body, numbering="<x>" + "一二三四五六七八" * 50 + "</x>"))
    end = end_of(bytes(data), "word/numbering.xml")
    data[end - 20 : end - 10] = b"\xff" * 10
    document = reader.read(bytes(data))
    assert [(issue.code, issue.severity) for issue in document.issues] == [("damaged-part", "doubt")]


ENTITY = '<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/hostname"><!ENTITY y "{}">]>'


@pytest.mark.parametrize("reference", ["&x;", "&y;"])
def test_entities_are_refused_and_never_read(reference: str) -> None:
    xml = packages.document_xml(packages.p("甲")).replace("甲", reference)
    declared = xml.replace("?>", "?>" + ENTITY.format("乙" * 10), 1)
    assert verdict(packages.package({"word/document.xml": declared})) == "hostile"


def test_billion_laughs() -> None:
    levels = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    xml = packages.document_xml(packages.p("&l9;")).replace(
        "?>", f'?><!DOCTYPE w:document [<!ENTITY l0 "笑">{levels}]>', 1
    )
    assert verdict(packages.package({"word/document.xml": xml})) == "hostile"


def test_bombs_are_refused_before_they_are_inflated() -> None:
    bomb = packages.package({"word/document.xml": b" " * (300 << 20)})
    assert len(bomb) < 1 << 20
    assert verdict(bomb) == "bomb"


def test_sizes_beyond_the_limits() -> None:
    assert verdict(WHOLE, Limits(expanded_bytes=1000)) == "too-large"
    large = packages.docx(packages.p("甲" * 3000))
    assert verdict(large, Limits(expanded_bytes=20_000)) == "too-large"
    assert verdict(WHOLE, Limits(members=3)) == "bomb"


def test_deep_nesting_is_refused() -> None:
    deep = "<w:tbl><w:tr><w:tc>" * 400 + packages.p("甲") + "</w:tc></w:tr></w:tbl>" * 400
    assert verdict(packages.docx(deep)) == "damaged"


def test_absurd_spans_cost_nothing() -> None:
    cell = packages.tc("甲", properties='<w:gridSpan w:val="2000000000"/>')
    before = '<w:gridBefore w:val="999999"/>'
    document = reader.read(
        packages.docx(packages.tbl(packages.tr(cell, "乙"), packages.tr("丙", properties=before)))
    )
    table = document.blocks[0]
    assert not isinstance(table, Paragraph)
    assert [cell.text for cell in table.cells] == ["甲", "乙", "丙"]


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_bytes_changed_at_random_never_crash(data: st.DataObject) -> None:
    mutated = bytearray(WHOLE)
    for _ in range(data.draw(st.integers(1, 12))):
        mutated[data.draw(st.integers(0, len(mutated) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(mutated)))
    try:
        reader.read(bytes(mutated[:cut] if cut % 2 else mutated))
    except Rejected as verdict_:
        assert verdict_.code in {"damaged", "truncated", "encrypted", "bomb", "too-large", "hostile"}
