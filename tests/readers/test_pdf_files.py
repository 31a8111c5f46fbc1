"""PDF files that offices send: locked, cut off, empty, hostile. Never a crash, always a reason."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extractors.document import Document, Limits, Paragraph, Rejected
from extractors.readers.pdf import read
from tests.readers.printing import Paper, pdf
from tests.rendering import has_office, office


def page() -> Paper:
    paper = Paper()
    paper.text(60, 60, "附件6：")
    paper.table([60, 160, 300], [100, 130, 160], [["得分", "95"], ["分值", "100"]])
    return paper


GOOD = pdf([page(), page()])


def code(data: bytes, limits: Limits | None = None) -> str:
    with pytest.raises(Rejected) as refused:
        read(data, limits or Limits())
    assert refused.value.message
    return refused.value.code


def codes(document: Document) -> list[tuple[str, str | None]]:
    return [(issue.code, issue.at) for issue in document.issues]


def test_a_password_is_said() -> None:
    assert code(pdf([page()], encrypt=True)) == "encrypted"


def test_damage_is_said() -> None:
    assert code(b"%PDF-1.7\nnothing of the kind") == "damaged"


def test_an_empty_page_is_said() -> None:
    assert code(pdf([Paper()])) == "empty"


def test_too_many_pages_are_not_read() -> None:
    assert code(GOOD, Limits(pages=1)) == "too-large"


def test_too_many_bytes_are_not_read() -> None:
    assert code(GOOD, Limits(file_bytes=100)) == "too-large"


def test_a_file_that_was_cut_off_is_read_with_a_warning() -> None:
    whole = pdf([page()])
    document = read(whole[: whole.index(b"xref")])
    assert [b.text for b in document.blocks if isinstance(b, Paragraph)] == ["附件6："]
    assert codes(document) == [("truncated", None)]


def test_a_letter_without_a_code_is_said() -> None:
    paper = page()
    paper.text(60, 300, "共\ue123元")
    document = read(pdf([paper]))
    assert codes(document) == [("unknown-characters", "p1")]
    assert [b.text for b in document.blocks if isinstance(b, Paragraph)] == ["附件6：", "共\ufffd元"]


def test_a_large_picture_beside_text_is_said() -> None:
    paper = page()
    paper.lines(60, 300, ["云溪河清淤工程二〇二一年度完成情况说明如下，请予审核并提出意见"] * 3)
    paper.picture(bytes(100), 10, 10)
    paper.marks.insert(0, paper.marks.pop())  # the text is printed on it
    assert codes(read(pdf([paper]))) == [("picture", "p1")]


@pytest.mark.ocr
def test_text_that_a_picture_covers_is_not_lost() -> None:
    paper = page()
    paper.lines(60, 300, ["云溪河清淤工程二〇二一年度完成情况说明如下，请予审核并提出意见"] * 3)
    paper.picture(b"\xff" * 100, 10, 10)
    document = read(pdf([paper]))
    assert codes(document) == [("picture", "p1"), ("covered-text", "p1")]
    assert len(document.blocks) == 3


def test_a_huge_sheet_is_read() -> None:
    paper = Paper(14000, 14000)
    paper.text(13000, 13000, "合计12.5")
    assert [b.text for b in read(pdf([paper])).blocks if isinstance(b, Paragraph)] == ["合计12.5"]


def test_a_scan_without_the_extra_is_rejected_with_its_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "rapidocr", None)
    paper = Paper()
    paper.picture(bytes(100), 10, 10)
    with pytest.raises(Rejected) as refused:
        read(pdf([paper]))
    assert refused.value.code == "ocr-missing"
    assert "pip install 'hedui[ocr]'" in refused.value.message


def test_printed_pages_among_scans_are_read_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "rapidocr", None)
    paper = Paper()
    paper.picture(bytes(100), 10, 10)
    document = read(pdf([page(), paper]))
    assert codes(document) == [("page-not-recognised", "p2")]
    assert document.issues[0].severity == "loss"
    assert (document.format, len(document.blocks)) == ("pdf", 2)


def test_a_hidden_text_layer_makes_a_scan(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "rapidocr", None)
    paper = Paper()
    paper.picture(bytes(100), 10, 10)
    paper.lines(60, 60, ["前年度扫描仪识别的文字未必可靠"] * 6)
    paper.marks = [mark.replace(" 0 Tr", " 3 Tr") for mark in paper.marks]
    assert code(pdf([paper])) == "ocr-missing"


@pytest.mark.office
@pytest.mark.skipif(not has_office(), reason="LibreOffice is not on the path")
def test_text_whose_font_does_not_tell_its_meaning_is_no_text(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from docx import Document as Write

    written, source = Write(), tmp_path / "说明.docx"
    written.add_paragraph("云溪河清淤工程二〇二一年度完成情况说明如下，请予审核并提出意见。" * 5)
    written.save(str(source))
    (made,) = office([source], "pdf", tmp_path / "made")
    printed = made.read_bytes()
    assert codes(read(printed)) == []
    mute = printed.replace(b"/ToUnicode", b"/NoUnicode")
    assert mute != printed
    monkeypatch.setitem(sys.modules, "rapidocr", None)
    assert code(mute) == "ocr-missing"  # to be recognised, never read as it stands


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_no_damage_makes_it_crash(data: st.DataObject) -> None:
    spoiled = bytearray(GOOD)
    for _ in range(data.draw(st.integers(1, 8))):
        spoiled[data.draw(st.integers(0, len(spoiled) - 1))] = data.draw(st.integers(0, 255))
    try:
        document = read(bytes(spoiled[: data.draw(st.integers(20, len(spoiled)))]))
    except Rejected as refused:
        assert refused.code in {"damaged", "encrypted", "empty", "ocr-missing"}
    else:
        assert document.blocks or document.issues


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(
        st.tuples(*(st.integers(0, 600) for _ in range(4))),
        max_size=60,
    ),
    st.lists(
        st.tuples(st.integers(0, 580), st.integers(0, 830), st.text("合计12.5（）%", min_size=1, max_size=9))
    ),
)
def test_no_scribble_loses_a_letter(
    strokes: list[tuple[int, ...]], words: list[tuple[int, int, str]]
) -> None:
    """Whatever rules are drawn, every printed letter comes out once, or at most as furniture."""
    paper = Paper()
    for x0, y0, length, kind in strokes:
        paper.line(x0, y0, x0 + length * (kind % 2), y0 + length * (1 - kind % 2))
    kept = []
    for x, y, word in words:
        if 100 < y < 740 and x < 480:
            paper.text(x, y, word)
            kept.append(word)
    try:
        document = read(pdf([paper]))
    except Rejected:
        assert not "".join(kept).strip()
        return
    seen = "".join(_texts(document))
    assert set("".join(kept)) <= set(seen) | {" "}


def _texts(document: Document) -> list[str]:
    found = []
    for block in document.blocks:
        if isinstance(block, Paragraph):
            found.append(block.text)
        else:
            waiting = list(block.cells)
            while waiting:
                cell = waiting.pop()
                found.append(cell.text)
                waiting += [inner for table in cell.tables for inner in table.cells]
    return found
