"""The linker's scores on the labelled paragraphs only rise."""

from __future__ import annotations

import importlib.util
import tomllib
from pathlib import Path

import pytest

HERE = Path(__file__).parent
FLOORS = tomllib.loads((HERE / "floors.toml").read_text(encoding="utf-8"))

_spec = importlib.util.spec_from_file_location("linking_scoring", HERE / "scoring.py")
assert _spec is not None and _spec.loader is not None
scoring = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(scoring)


@pytest.mark.parametrize("name", sorted(FLOORS))
@pytest.mark.parametrize("figures", ["given", "found"])
def test_floors(name: str, figures: str) -> None:
    got = scoring.scores(scoring.load(name), own_figures=figures == "found")
    print(name, figures, got)
    assert {key: got[key] for key, floor in FLOORS[name][figures].items() if got[key] < floor} == {}


def test_a_line_that_is_none_gets_an_error_and_the_next_is_answered() -> None:
    from pipeline.aligning import align_lines

    bad, good = align_lines(["{", '{"id": 1, "rows": [], "paragraph": "完成112家"}'])
    assert bad.startswith('{"id":null,"error":"读不懂这一行')
    assert good == '{"id":1,"alignments":[]}'
