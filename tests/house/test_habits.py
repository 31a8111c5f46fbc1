"""The habits of the house that a machine can hold."""

from __future__ import annotations

import ast
import re
import statistics
from pathlib import Path

ROOT = Path(__file__).parents[2]
CODE = [
    path
    for package in ("extractors", "rules", "pipeline", "corpus")
    for path in sorted((ROOT / package).rglob("*.py"))
]
BANNED = {"utils", "helpers", "common", "base", "manager", "misc"}
# the single places that catch every exception around one file, one rule, one table (design: errors)
ISOLATION = {"pipeline/worker.py", "rules/checking.py", "extractors/forms/recognising.py"}


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def lines(path: Path) -> int:
    return path.read_text(encoding="utf-8").count("\n")


def test_files_stay_small() -> None:
    assert {name(path): lines(path) for path in CODE if lines(path) > 400} == {}
    assert statistics.median(lines(path) for path in CODE if lines(path) > 3) < 100


def test_every_module_says_what_it_is_for() -> None:
    silent = [
        name(path) for path in CODE if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert silent == []


def test_no_module_has_a_name_that_says_nothing() -> None:
    assert [name(path) for path in CODE if set(path.relative_to(ROOT).with_suffix("").parts) & BANNED] == []


def test_every_exception_is_caught_only_at_the_isolation_points() -> None:
    broad = re.compile(r"except\s*(\(?\s*)(Base)?Exception\b|except\s*:")
    found = {name(path) for path in CODE if broad.search(path.read_text(encoding="utf-8"))}
    assert found <= ISOLATION


def test_nothing_is_left_undone() -> None:
    marks = re.compile(
        "|".join(["TO" + "DO", "FIX" + "ME", r"\bXX" + r"X\b", "raise NotImplemented" + "Error"])
    )
    assert [name(path) for path in CODE if marks.search(path.read_text(encoding="utf-8"))] == []


def test_no_package_marker_hides_the_real_packages() -> None:
    assert [name(path) for path in (ROOT / "tests").rglob("__init__.py")] == []
