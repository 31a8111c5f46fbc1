"""One entry to all readers: by content, with one verdict a cause, cleaned at the exit."""

from __future__ import annotations

from importlib import import_module
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.document import Cell, Document, Limits, Paragraph, Rejected, Table
from extractors.formats import formats
from extractors.reading import READERS, clean, read

_SPEC = spec_from_file_location("packages", Path(__file__).with_name("packages.py"))
assert _SPEC is not None and _SPEC.loader is not None
packages = module_from_spec(_SPEC)
_SPEC.loader.exec_module(packages)

WORD = packages.docx(packages.p("部门整体支出绩效自评报告"))


def verdict(data: bytes, name: str = "x", limits: Limits | None = None) -> Rejected:
    with pytest.raises(Rejected) as caught:
        read(data, name, limits or Limits())
    return caught.value


@pytest.mark.parametrize("format_id", sorted(READERS))
def test_every_listed_reader_is_there(format_id: str) -> None:
    assert callable(import_module(f"extractors.readers.{READERS[format_id]}").read)
    assert format_id in formats()


@pytest.mark.parametrize("name", ["a.docx", "a.doc", "a.pdf", "a", "a.txt"])
def test_a_misnamed_file_is_simply_read(name: str) -> None:
    document = read(WORD, name)
    assert (document.format, [block.at for block in document.blocks]) == ("docx", ["b1"])


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b" \r\n\t\n", "empty"),
        (b"\x00" * 40, "empty"),
        (packages.docx(packages.p("")), "empty"),
        (b"<html><body><script>x</script></body></html>", "empty"),
        (WORD[: len(WORD) // 3], "truncated"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500 + "EncryptedPackage".encode("utf-16-le"),
            "encrypted",
        ),
        (b"OFD" * 3 + bytes(range(256)), "unsupported-format"),
        (b"\x00\x00\x00\x18ftypmp42" + b"\0" * 40, "unsupported-format"),
    ],
)
def test_each_cause_has_its_verdict(data: bytes, code: str) -> None:
    found = verdict(data)
    assert found.code == code
    assert any("\u4e00" <= character <= "\u9fff" for character in found.message)


def test_a_word_file_of_pictures_only_says_so() -> None:
    picture = "<w:r><w:drawing><a:blip/></w:drawing></w:r>"
    assert verdict(packages.docx(packages.p(picture))).code == "no-text"


def test_a_file_that_is_too_large() -> None:
    assert verdict(WORD, limits=Limits(file_bytes=100)).code == "too-large"


def test_a_text_that_is_referred_to_without_end_is_refused() -> None:
    text = "长" * 5000
    assert (
        verdict(("<table><tr>" + f"<td>{text}" * 20).encode(), limits=Limits(expanded_bytes=200_000)).code
        == "too-large"
    )


def test_control_characters_are_dropped_and_noted() -> None:
    inner = Table(
        at="t1.r1.c1.t1",
        rows=1,
        columns=1,
        cells=[Cell(row=1, column=1, text="内\ud800", at="t1.r1.c1.t1.r1.c1")],
    )
    cell = Cell(row=1, column=1, text="甲\x07\r\n乙\x0b丙", at="t1.r1.c1", tables=[inner])
    document = Document(
        format="doc",
        blocks=[
            Paragraph(text="文\u200b\ufeff字\x00", at="b1"),
            Table(at="t1", rows=1, columns=1, cells=[cell]),
        ],
    )
    clean(document)
    first = document.blocks[0]
    assert isinstance(first, Paragraph)
    assert (first.text, cell.text, inner.cells[0].text) == ("文字", "甲\n乙\n丙", "内")
    assert [(issue.code, issue.severity, issue.message) for issue in document.issues] == [
        ("control-characters", "note", "有 4 处不可见的控制字符，已去除。")
    ]


def test_clean_documents_stay_as_they_are() -> None:
    document = Document(format="text", blocks=[Paragraph(text="甲\t\n\u3000\xa0乙", at="b1")])
    clean(document)
    assert (document.issues, document.blocks[0]) == ([], Paragraph(text="甲\t\n\u3000\xa0乙", at="b1"))


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=300), st.sampled_from(["a.doc", "a.xls", "a.html", "a.txt", ""]))
def test_any_bytes_are_read_or_rejected(data: bytes, name: str) -> None:
    try:
        document = read(data, name)
    except Rejected as found:
        assert found.code
        assert found.message
    else:
        assert document.blocks
