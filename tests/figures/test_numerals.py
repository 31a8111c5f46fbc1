"""Numerals: every written form of the trade, exact values, linear time."""

from __future__ import annotations

import time
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.numerals import match, parse

VALUES = {
    "112": "112", "0": "0", "６．４": "6.4", "1,234.56": "1234.56", "12，345": "12345", "7,800,000.00": "7800000",
    "282,796.90万": "2827969000", "6.4亿": "640000000", "5千": "5000", "3百": "300", "2千万": "20000000",
    "1.2万亿": "1200000000000", "10万万": "1000000000", "768.833013万": "7688330.13", "-3.2": "-3.2", "－3.2": "-3.2",
    "负三十二": "-32", "1万2千": "12000", "2亿3千万": "230000000", "3千5百": "3500", "3万4000": "34000",
    "1亿2000万": "120000000", "1千零1": "1001", "5亿1万4千6百": "500014600", "7万5千4百": "75400",
    "十": "10", "十五": "15", "二十": "20", "一百": "100", "三百五": "350", "三百五十": "350", "三百零五": "305",
    "两千四百五": "2450", "一万二": "12000", "一万零二百五十": "10250", "一百零一万一千": "1011000",
    "一万五千亿": "1500000000000", "四十五亿四千零四万": "4540040000", "廿三": "23", "卅": "30", "千": "1000",
    "二十八点六万": "286000", "三点五": "3.5", "零点零二": "0.02", "二〇二一": "2021", "〇": "0", "零": "0",
    "壹拾贰万叁仟": "123000", "伍佰": "500", "柒仟捌佰伍拾肆": "7854", "叁佰萬": "3000000",
    "三元五角": "3.5", "50元6角3分": "50.63", "壹佰贰拾叁元肆角": "123.4",
    "百分之三点五": "3.5", "百分之九十": "90", "百分之百": "100", "百分之120": "120", "千分之六": "6",
    "万分之2.4": "2.4", "十万分之五": "5", "三分之二": "2/3", "1/3": "1/3", "一又二分之一": "3/2", "16分之5": "5/16",
    "八成": "80", "四成五": "45", "三成半": "35", "半成": "5", "9.5成": "95", "十成": "100", "八点五成": "85", "8折": "80", "9.5折": "95", "75折": "75", "九五折": "95", "六点五折": "65", "对折": "50", "仟分之贰": "2", "五元三毛": "5.3", "半数": "50",
    "翻番": "1", "翻一番": "1", "翻了两番": "2", "翻2番": "2",
    "410余": "410", "100多万": "1000000", "1.2万余": "12000", "十余万": "100000", "二十多亿": "2000000000",
}  # fmt: skip

RANGES = {
    "五六": (5, 6), "三四十": (30, 40), "十五六": (15, 16), "两三": (2, 3), "二三百万": (2_000_000, 3_000_000),
    "三五": (3, 5), "一百二三十": (120, 130), "数十": (20, 99), "几百万": (2_000_000, 9_999_999), "十几": (11, 19),
    "二十几": (21, 29), "数万": (20_000, 99_999), "20—30": (20, 30), "5－20万": (50_000, 200_000), "3至5": (3, 5),
    "5~8": (5, 8), "3000—1万": (3000, 10_000), "百分之二三十": (20, 30), "万分之十至十五": (10, 15),
    "七八成": (70, 80), "1万-2万": (10_000, 20_000),
}  # fmt: skip


@pytest.mark.parametrize("text", VALUES)
def test_value(text: str) -> None:
    found = parse(text)
    assert found is not None
    assert found.value == Fraction(VALUES[text])


@pytest.mark.parametrize("text", RANGES)
def test_range(text: str) -> None:
    found = parse(text)
    assert found is not None
    assert (found.low, found.high) == RANGES[text]
    assert found.value is None


@pytest.mark.parametrize(
    ("text", "unit"),
    [("百分之三", "%"), ("千分之三", "‰"), ("万分之三", "‱"), ("十万分之三", "/10万"), ("八成", "%"), ("翻番", "番"),
     ("三元五角", "元"), ("三分之二", ""), ("112", "")],
)  # fmt: skip
def test_implied_unit(text: str, unit: str) -> None:
    found = parse(text)
    assert found is not None
    assert found.unit == unit


@pytest.mark.parametrize(
    ("text", "step"),
    [("112", "1"), ("6.4亿", "10000000"), ("41.20", "0.01"), ("6.0", "0.1"), ("28万", "10000"), ("二十八点六万", "1000"),
     ("三百五十", "1"), ("1万2千", "1000"), ("百分之三点五", "0.1"), ("100多万", "10000"), ("1,234.50", "0.01")],
)  # fmt: skip
def test_last_printed_place(text: str, step: str) -> None:
    found = parse(text)
    assert found is not None
    assert found.step == Fraction(step)


@pytest.mark.parametrize(
    ("text", "number", "scale"),
    [("6.4亿", "6.4", "亿"), ("593", "593", ""), ("二十八点六万", "二十八点六", "万"), ("1万2千", "1万2千", ""),
     ("几百万", "几", "百万"), ("100多万", "100", "万"), ("-3.2", "-3.2", "")],
)  # fmt: skip
def test_written(text: str, number: str, scale: str) -> None:
    found = parse(text)
    assert found is not None
    assert (found.number, found.scale) == (number, scale)


@pytest.mark.parametrize(
    "text", ["", "元", "112家", "一切", "成", "万家", "12-", "1,23", "三百五人", "陆", "1.2.3"]
)
def test_no_numeral(text: str) -> None:
    assert parse(text) is None


def test_longest_at_a_place() -> None:
    cases = {
        "完成6.4亿元": (2, "6.4亿"), "3千米": (0, "3"), "三百五十人": (0, "三百五十"), "由1984年": (1, "1984"),
        "100，200": (0, "100，200"), "12，20户": (0, "12"), "1234,567": (0, "1234"), "98. 6%": (0, "98. 6"),
        "2. 30个": (0, "2"), "50万余额": (0, "50万"), "三成立": (0, "三"), "1/3/5": (0, "1"),
    }  # fmt: skip
    for text, (start, expected) in cases.items():
        found = match(text, start)
        assert found is not None, text
        assert found.text == expected, text


def test_shorthand_only_when_nothing_follows() -> None:
    assert (parse("三百五") or pytest.fail()).value == 350
    assert (match("三百五人", 0) or pytest.fail()).value == 305


@settings(deadline=None)
@given(st.integers(min_value=0, max_value=10**15), st.integers(min_value=0, max_value=6))
def test_arabic_round_trip(number: int, places: int) -> None:
    value = Fraction(number, 10**places)
    text = f"{number:0{places + 1}d}"
    text = f"{int(text[: len(text) - places]):,}" + ("." + text[-places:] if places else "")
    found = parse(text)
    assert found is not None
    assert (found.value, found.step) == (value, Fraction(1, 10**places))


@settings(deadline=None)
@given(st.integers(min_value=1, max_value=10**12))
def test_chinese_round_trip(number: int) -> None:
    cn2an = pytest.importorskip("cn2an")
    for mode in ("low", "up")[: 1 + (number > 9)]:
        found = parse(cn2an.an2cn(number, mode))
        assert found is not None
        assert found.value == number


@settings(deadline=None)
@given(
    st.text(
        alphabet="0123456789一二两三五六十百千万亿零〇点,.，-—至余多成折分之又几数元角半对翻番壹贰拾佰 /",
        max_size=40,
    )
)
def test_any_text_is_read_without_trouble(text: str) -> None:
    for start in range(len(text)):
        found = match(text, start)
        if found is not None:
            assert found.text == text[start : found.end]
            assert (
                found.value is not None or found.low is not None or "/" in found.text or "分之" in found.text
            )
            if found.low is not None and found.high is not None:
                assert found.low < found.high


@pytest.mark.parametrize(
    "unit", ["一", "1", "万", "1,", "十", "百分之", "1.", "-", "二〇", "几", "1/", "1 ", "1万", "零"]
)
def test_linear_time(unit: str) -> None:
    text = unit * (10_000 // len(unit))
    began = time.process_time()
    at = 0
    while at < len(text):
        found = match(text, at)
        at = found.end if found else at + 1
    assert time.process_time() - began < 0.5
