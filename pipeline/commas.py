"""Rows of a CSV file that an officer supplies."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from pipeline.refusal import Refused


def rows(path: Path) -> Iterator[list[str]]:
    """The rows of a file in any encoding that an office uses, with the line ends of any system.

    Raises OSError where it cannot be opened, at once; Refused, on the way, where it is no CSV.
    """
    from extractors.encodings import decode

    return _rows(decode(path.read_bytes()), path.name)


def _rows(text: str, name: str) -> Iterator[list[str]]:
    begun = 1  # the line on which a row begins: the reader itself stands at its end
    reader = csv.reader(io.StringIO(text, newline=None))
    try:
        for row in reader:
            yield row
            begun = reader.line_num + 1
    except csv.Error as error:
        raise Refused(
            f"{name} 第{begun}行起无法读取：一格过长，多半是英文双引号没有成对；"
            "请补上引号，或在 Excel 中另存为 CSV UTF-8 后再试。"
        ) from error
