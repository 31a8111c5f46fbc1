"""`hedui align`: figures matched with table rows, JSON lines in and out."""

from __future__ import annotations

import sys


def command() -> None:
    """把段落中的数值与表格行对上：逐行读入 {"id","rows","paragraph"}，逐行写出 {"id","alignments"}。

    [例] hedui align < 段落.jsonl > 对应.jsonl
    """
    from pipeline.aligning import align_lines

    for answer in align_lines(sys.stdin.buffer):
        print(answer, flush=True)
