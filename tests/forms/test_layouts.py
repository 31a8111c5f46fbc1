"""Layouts: every module is listed, and exactly one claims a block."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractors.forms import layouts
from extractors.forms.grid import stream
from extractors.forms.reading import walk
from tests.forms.drawing import draw

CASES = sorted((Path(__file__).parents[1] / "corpus").glob("*/*.grid"))
HELPERS = {"measures"}  # shared by layouts, claims nothing


def test_every_layout_is_listed() -> None:
    folder = Path(str(layouts.__file__)).parent
    modules = {path.stem for path in folder.glob("*.py")} - {"__init__"} - HELPERS
    assert modules == {layout.__name__.rpartition(".")[2] for layout in layouts.LAYOUTS}


@pytest.mark.parametrize("case", CASES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_one_layout_claims_a_block(case: Path) -> None:
    rows = stream(draw(case.read_text("utf-8").removeprefix("# html only\n")))
    for block in walk(rows).blocks:
        assert len([layout for layout in layouts.LAYOUTS if layout.claims(block)]) == 1
