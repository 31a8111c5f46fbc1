"""Any encoding an office uses comes out as the same text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.encodings import decode

TEXT = (
    "附件4：\n2021年度部门整体支出自评情况汇总表\n\t序号\n\t预算单位\n\t≥95%\n\t830.04%\n"
    "临江市云溪区水利局，满意度指标（10分）。\n"
)
TRADITIONAL = (
    "附件四：預算單位自評分數，主管部門複核分數。"
    "全年執行率為百分之九十五，績效目標與產出指標、滿意度指標如下表。"
)


@pytest.mark.parametrize(
    "codec",
    ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le"],
)
@pytest.mark.parametrize("length", [len(TEXT), 40, 8])
def test_reads_every_encoding_of_a_mainland_office(codec: str, length: int) -> None:
    text = TEXT[:length]
    assert decode(text.encode(codec)) == text


@pytest.mark.parametrize("length", [len(TRADITIONAL), 20, 6])
def test_tells_big5_from_gbk(length: int) -> None:
    text = TRADITIONAL[:length]
    assert decode(text.encode("big5")) == text
    assert decode(text.encode("gb18030")) == text


def test_keeps_a_text_that_is_cut_inside_a_character() -> None:
    assert decode("满意度".encode()[:-1]) == "满意"


def test_shows_damaged_bytes_instead_of_guessing_another_encoding() -> None:
    assert (
        decode("科技局执行率".encode("gbk") + b"\xff\xff" + "百分之".encode("gbk"))
        == "科技局执行率\ufffd\ufffd百分之"
    )


def test_drops_control_characters_and_nothing_else() -> None:
    assert decode("甲\x00\x07乙\ufeff\u200b\t丙\u3000\xa0丁\r\n".encode()) == "甲乙\t丙\u3000\xa0丁\r\n"


def test_empty() -> None:
    assert decode(b"") == ""


@given(st.text(alphabet="绩效自评表（万元）≥≤0123456789.%\t\n，。", min_size=1))
def test_utf8_and_utf16_with_a_mark_are_exact(text: str) -> None:
    assert decode(text.encode()) == text
    assert decode(b"\xff\xfe" + text.encode("utf-16-le")) == text


@given(st.binary(max_size=400))
def test_never_raises(data: bytes) -> None:
    assert isinstance(decode(data), str)
