"""Number formats that a workbook names by number only, as a Chinese Excel shows them.

Source: ECMA-376 18.8.30 (numFmt), its table for all languages and its table for zh-cn; 5-8 and
41-44 with the yuan sign of that locale; 14 and 22 as the system date of that locale.
"""

from __future__ import annotations

_DATE = "yyyy/m/d"
_ACCOUNT = '_ * {0}#,##0{1}_ ;_ * {0}-#,##0{1}_ ;_ * {0}"-"{2}_ ;_ @_ '

BUILTIN: dict[int, str] = {
    0: "General",
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    5: '"¥"#,##0;"¥"\\-#,##0',
    6: '"¥"#,##0;[Red]"¥"\\-#,##0',
    7: '"¥"#,##0.00;"¥"\\-#,##0.00',
    8: '"¥"#,##0.00;[Red]"¥"\\-#,##0.00',
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    12: "# ?/?",
    13: "# ??/??",
    14: _DATE,
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM",
    20: "h:mm",
    21: "h:mm:ss",
    22: f"{_DATE} h:mm",
    27: 'yyyy"年"m"月"',
    28: 'm"月"d"日"',
    29: 'm"月"d"日"',
    30: "m-d-yy",
    31: 'yyyy"年"m"月"d"日"',
    32: 'h"时"mm"分"',
    33: 'h"时"mm"分"ss"秒"',
    34: '上午/下午h"时"mm"分"',
    35: '上午/下午h"时"mm"分"ss"秒"',
    36: 'yyyy"年"m"月"',
    37: "#,##0 ;-#,##0",
    38: "#,##0 ;[Red]-#,##0",
    39: "#,##0.00 ;-#,##0.00",
    40: "#,##0.00 ;[Red]-#,##0.00",
    41: _ACCOUNT.format("", "", ""),
    42: _ACCOUNT.format('"¥"', "", ""),
    43: _ACCOUNT.format("", ".00", "??"),
    44: _ACCOUNT.format('"¥"', ".00", "??"),
    45: "mm:ss",
    46: "[h]:mm:ss",
    47: "mm:ss.0",
    48: "##0.0E+0",
    49: "@",
    50: 'yyyy"年"m"月"',
    51: 'm"月"d"日"',
    52: 'yyyy"年"m"月"',
    53: 'm"月"d"日"',
    54: 'm"月"d"日"',
    55: '上午/下午h"时"mm"分"',
    56: '上午/下午h"时"mm"分"ss"秒"',
    57: 'yyyy"年"m"月"',
    58: 'm"月"d"日"',
}


def code_of(number: int, own: dict[int, str]) -> str:
    """The format code of a number format: the workbook's own, else the built-in one, else General."""
    return own.get(number) or BUILTIN.get(number, "General")
