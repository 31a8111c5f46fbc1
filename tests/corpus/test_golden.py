"""Every golden case reads as expected, from every format it is kept in."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.corpus import golden

FILES = [path for case in golden.cases() for path in golden.formats(case)]


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_reads_as_expected(path: Path) -> None:
    expected = json.loads(golden.expected(path).read_text("utf-8"))
    assert golden.plain(golden.records(path)) == expected


def test_no_file_is_passed_over_for_want_of_its_drawing() -> None:
    assert golden.undrawn() == []


def test_every_case_is_kept_with_its_records() -> None:
    assert len(golden.cases()) >= 30
    for case in golden.cases():
        assert golden.formats(case)
        assert golden.expected(case).exists()


@pytest.mark.parametrize("case", [c for c in golden.cases() if c.parent.name == "none"], ids=lambda c: c.stem)
def test_no_form_where_there_is_none(case: Path) -> None:
    found = golden.records(case.with_suffix(".html"))
    assert found.forms == []
    assert found.documents[0].form_count == 0
    assert found.documents[0].status == "complete"
