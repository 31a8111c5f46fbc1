"""`hedui figures`: the figures of any text, JSON lines in and out."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

Numbers = Annotated[bool, typer.Option("--numbers-only", help="同时列出不成数值的裸数字。")]


def command(numbers_only: Numbers = False) -> None:
    """识别文字中的数值：逐行读入 {"id","text"}，逐行写出 {"id","figures"}。

    [例] echo '{"id":1,"text":"新增就业112人"}' | hedui figures
    """
    from extractors.figures import figure_lines

    for answer in figure_lines(sys.stdin.buffer, numbers_only=numbers_only):
        print(answer, flush=True)
