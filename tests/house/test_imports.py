"""Imports point one way: pipeline -> rules -> extractors, nothing back."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SHARED = {"records", "places", "numerals", "units", "names"}  # what rules may know of extractors


def modules(package: str) -> list[Path]:
    return sorted((ROOT / package).rglob("*.py"))


def imported(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {f"{node.module}.{alias.name}" for alias in node.names} | {node.module}
    return names


@pytest.mark.parametrize(
    ("package", "barred"),
    [
        ("extractors", ("rules", "pipeline", "corpus")),
        ("rules", ("pipeline", "corpus")),
        ("pipeline", ("corpus",)),
    ],
)
def test_imports_point_one_way(package: str, barred: tuple[str, ...]) -> None:
    against = {
        (path.relative_to(ROOT).as_posix(), name)
        for path in modules(package)
        for name in imported(path)
        if name.split(".")[0] in barred
    }
    assert against == set()


def test_rules_know_only_records_places_numerals_units() -> None:
    against = {
        (path.relative_to(ROOT).as_posix(), name)
        for path in modules("rules")
        for name in imported(path)
        if name.startswith("extractors.") and name.split(".")[1] not in SHARED
    }
    assert against == set()
