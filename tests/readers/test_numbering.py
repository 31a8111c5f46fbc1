"""List numbers as Word prints them."""

from __future__ import annotations

import pytest

from extractors.readers.numbering import Counters, Level, join
from extractors.readers.ordinals import STYLES, ordinal, style_of


@pytest.mark.parametrize(
    ("style", "number", "printed"),
    [
        ("chineseCounting", 1, "一"),
        ("chineseCounting", 10, "十"),
        ("chineseCounting", 21, "二十一"),
        ("chineseCountingThousand", 105, "一百零五"),
        ("chineseCountingThousand", 1010, "一千零一十"),
        ("chineseCountingThousand", 2300, "二千三百"),
        ("chineseLegalSimplified", 12, "壹拾贰"),
        ("japaneseCounting", 11, "十一"),
        ("ideographDigital", 20, "二〇"),
        ("ideographTraditional", 3, "丙"),
        ("ideographEnclosedCircle", 2, "㊁"),
        ("decimalEnclosedCircle", 3, "③"),
        ("decimalEnclosedCircle", 21, "㉑"),
        ("decimalEnclosedCircle", 99, "99"),
        ("decimalEnclosedParen", 1, "⑴"),
        ("decimalEnclosedFullstop", 20, "⒛"),
        ("decimalFullWidth", 12, "１２"),
        ("decimalZero", 7, "07"),
        ("upperRoman", 1994, "MCMXCIV"),
        ("lowerRoman", 4, "iv"),
        ("upperLetter", 27, "AA"),
        ("lowerLetter", 26, "z"),
        ("numberInDash", 2, "- 2 -"),
        ("none", 2, ""),
        ("no such style", 2, "2"),
    ],
)
def test_ordinal(style: str, number: int, printed: str) -> None:
    assert ordinal(style, number) == printed


def test_codes_of_the_binary_formats() -> None:
    names = {
        0: "decimal",
        10: "ideographDigital",
        18: "decimalEnclosedCircle",
        23: "bullet",
        37: "chineseCounting",
    }
    assert {code: style_of(code) for code in names} == names
    assert style_of(39) == STYLES[-1] == "chineseCountingThousand"
    assert (style_of(57), style_of(255), style_of(200)) == ("numberInDash", "none", "decimal")


LEVELS = [
    Level(style="chineseCounting", text="%1、"),
    Level(style="chineseCounting", text="（%2）"),
    Level(text="%3."),
    Level(text="%1.%3.%4", legal=True),
]


def test_deeper_levels_begin_again() -> None:
    counters = Counters()
    printed = [counters.number(1, LEVELS, depth) for depth in (0, 1, 1, 2, 2, 1, 2, 0, 1, 3)]
    assert printed == ["一、", "（一）", "（二）", "1.", "2.", "（三）", "1.", "二、", "（一）", "2.1.1"]


def test_levels_never_or_later_restarted() -> None:
    levels = [Level(), Level(text="%2"), Level(text="%3", restart=0), Level(text="%4", restart=1)]
    counters = Counters()
    printed = [counters.number("a", levels, depth) for depth in (0, 1, 2, 3, 1, 2, 3, 0, 2, 3)]
    assert printed == ["1.", "1", "1", "1", "2", "2", "2", "2.", "3", "1"]


def test_a_use_with_its_own_start_and_lists_side_by_side() -> None:
    counters = Counters()
    assert counters.number("a", LEVELS, 1, use=1) == "（一）"
    assert counters.number("b", LEVELS, 1, use=2) == "（一）"
    assert counters.number("a", LEVELS, 1, use=3, starts={1: 5}) == "（五）"
    assert counters.number("a", LEVELS, 1, use=3, starts={1: 5}) == "（六）"
    assert counters.number("a", LEVELS, 1, use=1) == "（七）"


def test_bullets_and_levels_that_are_not_there() -> None:
    counters = Counters()
    assert counters.number("a", [Level(style="bullet", text="\uf06c")], 0) == "•"
    assert counters.number("a", LEVELS, 7) == ""


def test_join() -> None:
    assert join("（一）", "部门职责") == "（一）部门职责"
    assert join("1", "2023年") == "1 2023年"
    assert join("1.", "2023年") == "1. 2023年"
    assert join("③", "甲") == "③甲"
    assert join("", "2023年") == "2023年"
