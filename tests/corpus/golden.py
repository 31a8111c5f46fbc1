"""Golden cases: `<layout>/<case>.grid` drawn as html and text, and what is read from both.

`python -m tests.corpus.golden` writes what is missing and never overwrites: delete a file to
have it written anew, and say in the commit why it changed.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import msgspec
import regex

from corpus.writing import WRITERS
from extractors.extract import extract
from extractors.reading import read
from extractors.records import Extract
from tests.forms.drawing import draw

HERE = Path(__file__).parent
TABLES = ("forms", "summary_rows", "funds", "goals", "indicators", "sections")
_LEFT_OUT = regex.compile(r".*(?:_id|_at|places|_start)|at|confidence|order")


def cases() -> list[Path]:
    """The drawings of all cases."""
    return sorted(HERE.glob("*/*.grid"))


def undrawn() -> list[Path]:
    """Files that nobody would read: they belong to no drawing."""
    files = (path for form in ("html", "txt", "expected.json") for path in HERE.glob(f"*/*.{form}"))
    drawn = set(cases())
    return sorted(p for p in files if p.with_name(f"{p.name.partition('.')[0]}.grid") not in drawn)


def formats(case: Path) -> list[Path]:
    """The files of a case, one a format."""
    return [path for form in ("html", "txt") if (path := case.with_suffix(f".{form}")).exists()]


def records(path: Path) -> Extract:
    """What is read from one file."""
    return extract(read(path.read_bytes(), path.name), "0" * 64, path.name)


def plain(found: Extract) -> dict[str, Any]:
    """Records as JSON without ids, places and blanks; white space aside."""
    out: dict[str, Any] = {}
    for table in TABLES:
        rows = [_row(record) for record in getattr(found, table)]
        if rows:
            out[table] = rows
    out["issues"] = [issue.code for issue in found.issues if issue.code != "near_heading"]
    out["unused"] = [cell.text for cell in found.cells if cell.text.strip() and not cell.use and cell.form_id]
    return out


def _row(record: msgspec.Struct) -> dict[str, Any]:
    row = {}
    for name, value in msgspec.to_builtins(record).items():
        if value in (None, "", [], {}, False) or _LEFT_OUT.fullmatch(name):
            continue
        row[name] = regex.sub(r"\s+", "", _number(value)) if isinstance(value, str) else value
    return row


def _number(text: str) -> str:
    """A decimal without its trailing zeros: 250000.00 is 250000."""
    return text.rstrip("0").rstrip(".") if regex.fullmatch(r"-?\d+\.\d+", text) else text


def expected(case: Path) -> Path:
    """The one expected file of a case."""
    return case.with_suffix(".expected.json")


def write_missing() -> list[Path]:
    """Write the files that a drawing lacks, then the expected records of the first of them."""
    written = []
    for case in cases():
        source = case.read_text("utf-8")
        wanted = ("html",) if source.startswith("# html only") else ("html", "txt")
        for form in wanted:
            path = case.with_suffix(f".{form}")
            if not path.exists():
                path.write_bytes(WRITERS[form](draw(source.removeprefix("# html only\n"))))
                written.append(path)
        if not expected(case).exists():
            text = json.dumps(plain(records(case.with_suffix(".html"))), ensure_ascii=False, indent=1)
            expected(case).write_text(text + "\n", "utf-8")
            written.append(expected(case))
    return written


if __name__ == "__main__":
    for path in write_missing():
        print(path.relative_to(HERE))
    if lone := undrawn():
        sys.exit("no drawing (.grid) beside: " + ", ".join(str(path.relative_to(HERE)) for path in lone))
