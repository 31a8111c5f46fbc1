"""Cell values: signs, numbers, units, dates, options, blanks, hidden figures."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.values import CellValue, amount, beside, parse_parts, parse_value, percent, points


def number(
    value: str, unit: str | None = None, sign: str | None = None, high: str | None = None
) -> tuple[object, ...]:
    return ("number", sign, Decimal(value), Decimal(high) if high else None, unit)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("≥34家", number("34", "家", ">=")),
        ("≥６亿元", number("600000000", "元", ">=")),
        ("≧ 95 ％", number("95", "%", ">=")),
        ("═100", number("100", None, "=")),
        (">=90%", number("90", "%", ">=")),
        ("≤90万元", number("900000", "元", "<=")),
        ("95%以上", number("95", "%", ">=")),
        ("控制在5%以内", number("5", "%", "<=")),
        ("不少于12种", number("12", "种", ">=")),
        ("达到≥95%", number("95", "%", ">=")),
        ("≥100百分比", number("100", "%", ">=")),
        ("100%全覆盖", number("100", "%")),
        ("1.2万人次", number("12000", "人次")),
        ("50,000册", number("50000", "册")),
        ("480（次）", number("480", "次")),
        ("0.00%", number("0", "%")),
        ("0起", number("0", "起")),
        ("-3.2%", number("-3.2", "%")),
        ("20-30个", number("20", "个", high="30")),
        ("95%-100%", number("95", "%", high="100")),
        ("12个月", number("12", "月")),
        ("4000元/人", number("4000", "元/人")),
        ("已完成12次", number("12", "次")),
        ("10余次", number("10", "次", ">=")),
        ("三个", number("3", "个")),
        ("建设自动监测子站\n11个", number("11", "个")),
    ],
)
def test_numbers(text: str, expected: tuple[object, ...]) -> None:
    found = parse_value(text)
    assert (found.kind, found.sign, found.value, found.high, found.unit) == expected


@pytest.mark.parametrize(
    ("kind", "texts"),
    [
        ("empty", ["", "/", "——", "……", "无", "不涉及", "- -", "*", "暂无"]),
        ("masked", ["****", "***万元", "点击查看>>", "（略）", "××"]),
        (
            "date",
            [
                "9月前",
                "2020年",
                "2021年12月底前完成",
                "12月底到位",
                "第四季度",
                "2022年12月31日前",
                "年底前",
                "2021.12",
            ],
        ),
        (
            "text",
            [
                "达成预期指标",
                "优良中低差",
                "好坏",
                "全覆盖",
                "零投诉",
                "1:1",
                "2021年完成投资3000万元",
                "是否完整、齐全",
            ],
        ),
    ],
)
def test_kinds(kind: str, texts: list[str]) -> None:
    assert {text: parse_value(text).kind for text in texts} == dict.fromkeys(texts, kind)
    assert all(parse_value(text).value is None for text in texts)


def test_parts_in_cells_of_their_own() -> None:
    assert parse_parts("≥", "50", "个") == CellValue(kind="number", sign=">=", value=Decimal(50), unit="个")
    assert parse_parts(">=", "95", "%(百分比)").unit == "%"
    assert parse_parts("≤", "90", "万元").value == 900000
    assert parse_parts("定性", "好坏", "") == CellValue(kind="text")
    assert parse_parts("=", "5万元", "元").value == 50000  # the cell's own unit wins


def test_bare_completion_beside_a_target() -> None:
    target = parse_value("≤90万元")
    assert beside(parse_value("89.974"), target).value == Decimal("899740")
    assert beside(parse_value("899740"), target).value == 899740
    assert beside(parse_value("12"), parse_value("≥10家")).unit == "家"
    assert beside(parse_value("0.96"), parse_value("≥95%")).unit is None  # 0.96% or 96%: nobody knows
    assert beside(parse_value("良好"), target).kind == "text"


@pytest.mark.parametrize(
    ("text", "unit", "yuan"),
    [
        ("751.64", "万元", "7516400"),
        ("620.82万元", None, "6208200"),
        ("620.82万元", "元", "6208200"),
        ("215,457.6", "元", "215457.6"),
        ("2021.12", "万元", "20211200"),
        ("50万", "万元", "500000"),
        ("0", "万元", "0"),
    ],
)
def test_amounts(text: str, unit: str | None, yuan: str) -> None:
    assert amount(text, unit) == Decimal(yuan)


@pytest.mark.parametrize("text", ["", "无", "/", "****", "情况说明", "100%"])
def test_no_amount(text: str) -> None:
    assert amount(text, "万元") is None


def test_an_amount_without_any_unit_is_unknown() -> None:
    assert amount("751.64", None) is None


def test_points_and_percent() -> None:
    assert [points(t) for t in ("10", "9.5分", "25.00", "25%", "-", "十分好", "≥5")] == [
        10,
        Decimal("9.5"),
        25,
        25,
        None,
        None,
        None,
    ]
    assert [percent(t) for t in ("830.04%", "86.19", "—", "5人")] == [
        Decimal("830.04"),
        Decimal("86.19"),
        None,
        None,
    ]


@given(st.text(max_size=60))
def test_any_text_has_a_kind(text: str) -> None:
    found = parse_value(text)
    assert found.kind in ("number", "date", "text", "empty", "masked")
    assert found.kind == "number" or found.value is None


@given(st.decimals(min_value=0, max_value=10**9, places=2), st.sampled_from(["元", "万元", "亿元"]))
def test_amounts_are_exact(value: Decimal, unit: str) -> None:
    scale = {"元": 1, "万元": 10**4, "亿元": 10**8}[unit]
    assert amount(f"{value:f}", unit) == value * scale
    assert amount(f"{value:f}{unit}", "元") == value * scale
