"""Numbers, dates and texts as Excel shows them. Expected values are Excel's own."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.readers.sheets.builtin import BUILTIN, code_of
from extractors.readers.sheets.showing import shown, shown_text


@pytest.mark.parametrize(
    ("value", "code", "printed"),
    [
        ("8.3004", "0.00%", "830.04%"),
        ("8.30039648", "0.00%", "830.04%"),
        ("1", "0%", "100%"),
        ("0.86665", "0.00%", "86.67%"),
        ("1.0246500000000001", "0.00%", "102.47%"),  # binary noise of 1.02465
        ("0.145", "0%", "15%"),
        ("6238.91", "#,##0.00", "6,238.91"),
        ("593", "#,##0.00", "593.00"),
        ("593", "0.00", "593.00"),
        ("1234567.891", "#,##0", "1,234,568"),
        ("0", "#,##0.00", "0.00"),
        ("-1234.5", "#,##0.00", "-1,234.50"),
        ("2.5", "0", "3"),
        ("0.125", "0.00", "0.13"),
        ("12", "0000", "0012"),
        ("0.5", "#.##", ".5"),
        ("5", "#.##", "5."),
        ("5", "0.0#", "5.0"),
        ("1234", "0,000", "1,234"),
        ("12", "000,000", "000,012"),
        ("12345678", "#,##0,", "12,346"),
        ("123456", "0.00,", "123.46"),
        ("123456", '0\\.0,"万"', "12.3万"),
        ("123456", "0!.0,万", "12.3万"),
        ("5", '0"家"', "5家"),
        ("5", "0家", "5家"),
        ("0.95", '"≥"0%', "≥95%"),
        ("1234.5", '"¥"#,##0.00;[Red]"¥"\\-#,##0.00', "¥1,234.50"),
        ("-1234.5", '"¥"#,##0.00;[Red]"¥"\\-#,##0.00', "¥-1,234.50"),
        ("-5", "0.0;(0.0)", "(5.0)"),
        ("0", '0.00;-0.00;"零"', "零"),
        ("0", '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', "-"),
        ("-1234.5", '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', "-1,234.50"),
        ("1234.5", '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', "1,234.50"),
        ("5", ";;;", ""),
        ("5", "[$¥-804]#,##0.00", "¥5.00"),
        ("95", "[>=90]0\"优\";[>=80]0\"良\";0\"差\"", "95优"),
        ("85", "[>=90]0\"优\";[>=80]0\"良\";0\"差\"", "85良"),
        ("-5", "[>=90]0\"优\";[>=80]0\"良\";0\"差\"", "-5差"),
        ("-5", "[<0]0.0;0", "5.0"),
        ("5.25", "# ?/?", "5 1/4"),
        ("0.75", "?/?", "3/4"),
        ("5", "# ?/?", "5"),
        ("0.3333", "# ??/??", "1/3"),
        ("2.5", "# ?/8", "2 4/8"),
        ("12345", "0.00E+00", "1.23E+04"),
        ("0.00012345", "0.0E-0", "1.2E-4"),
        ("99999", "0.0E+0", "1.0E+5"),
        ("123456", "##0.0E+0", "123.5E+3"),
        ("138001380", "000-0000-0000", "001-3800-1380"),
        ("1234", "[DBNum1][$-804]General", "一千二百三十四"),
        ("1234", "[DBNum2][$-804]General", "壹仟贰佰叁拾肆"),
        ("10010005", "[DBNum2][$-804]General", "壹仟零壹万零伍"),
        ("12", "[DBNum1][$-804]0", "一二"),
        ("7", "@", "7"),
        ("1234.5", '"共"General"元"', "共1234.5元"),
    ],
)  # fmt: skip
def test_numbers(value: str, code: str, printed: str) -> None:
    assert shown(Decimal(value), code) == printed


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        ("0.30000000000000004", "0.3"), ("6238.9100000000008", "6238.91"), ("593", "593"), ("-2.50", "-2.5"),
        ("0", "0"), ("1234.56789012", "1234.56789"), ("0.123456789012", "0.123456789"), ("1E-10", "1E-10"),
        ("0.00001", "0.00001"), ("0.000012345678", "1.23457E-05"), ("123456789.123", "123456789.1"),
        ("12345678901.5", "12345678902"), ("123456789012", "123456789012"), ("1.5E+300", "1.5E+300"),
        ("1234567890123456", "1.23457E+15"), ("99999999999.9", "100000000000"),
    ],
)  # fmt: skip
def test_general(value: str, printed: str) -> None:
    assert shown(Decimal(value), "General") == printed


@pytest.mark.parametrize(
    ("value", "code", "printed"),
    [
        ("44561", "yyyy/m/d", "2021/12/31"),
        ("44561", 'yyyy"年"m"月"d"日"', "2021年12月31日"),
        ("44561", "[$-804]yyyy\\-mm\\-dd;@", "2021-12-31"),
        ("44561", '[DBNum1][$-804]yyyy"年"m"月"d"日"', "二〇二一年十二月三十一日"),
        ("44561", "yy.m", "21.12"),
        ("44561", "d-mmm-yy", "31-Dec-21"),
        ("44561", "aaaa", "星期五"),
        ("44561", "dddd", "Friday"),
        ("44561.75", "yyyy/m/d h:mm", "2021/12/31 18:00"),
        ("44561.75", "h:mm AM/PM", "6:00 PM"),
        ("44561.25", '上午/下午h"时"mm"分"', "上午6时00分"),
        ("0.5", "hh:mm:ss", "12:00:00"),
        ("1.5", "[h]:mm", "36:00"),
        ("0.000005787", "mm:ss.0", "00:00.5"),
        ("0.99999999", "h:mm:ss", "0:00:00"),
        ("1", "yyyy/m/d", "1900/1/1"),
        ("59", "yyyy/m/d", "1900/2/28"),
        ("60", "yyyy/m/d", "1900/2/29"),
        ("61", "yyyy/m/d", "1900/3/1"),
        ("-1", "yyyy/m/d", "-1"),
        ("1E+9", "yyyy/m/d", "1000000000"),
    ],
)
def test_dates(value: str, code: str, printed: str) -> None:
    assert shown(Decimal(value), code) == printed


def test_dates_that_count_from_1904() -> None:
    assert shown(Decimal(43099), "yyyy/m/d", since_1904=True) == "2021/12/31"


@pytest.mark.parametrize(
    ("number", "printed"),
    [(14, "2021/12/31"), (31, "2021年12月31日"), (57, "2021年12月"), (58, "12月31日"), (200, "44561")],
)
def test_formats_named_by_number_are_chinese(number: int, printed: str) -> None:
    assert shown(Decimal(44561), code_of(number, {})) == printed


def test_text() -> None:
    assert shown_text("优", "General") == "优"
    assert shown_text("5", '@"元"') == "5元"
    assert shown_text("密", ";;;") == ""
    assert shown_text("甲", '0.00;-0.00;0;"〔"@"〕"') == "〔甲〕"
    assert shown_text("甲", "0.00") == "甲"


@given(st.decimals(allow_nan=False, allow_infinity=False, places=6, min_value=-(10**12), max_value=10**12))
def test_two_decimals_are_half_up(value: Decimal) -> None:
    from decimal import ROUND_HALF_UP, Context

    noiseless = Context(prec=15, rounding=ROUND_HALF_UP).plus(value)
    expected = noiseless.quantize(Decimal("0.01"), ROUND_HALF_UP)
    assert Decimal(shown(value, "0.00")) == expected
    assert shown(value, "#,##0.00").replace(",", "") == shown(value, "0.00")


@given(
    st.text(alphabet='0#?.,%E+-/@ymdhs[]"\\;_*年月日 [$DBNum1]General>=<', max_size=30),
    st.decimals(-(10**6), 10**6, places=3),
)
def test_no_code_crashes(code: str, value: Decimal) -> None:
    assert isinstance(shown(value, code), str)
    assert isinstance(shown_text("甲", code), str)


def test_every_built_in_code_shows_something() -> None:
    assert all(shown(Decimal("44561.5"), code) for code in BUILTIN.values())
