"""The documents of the drawn sets are whole grids: each slot is covered exactly once."""

from __future__ import annotations

from collections import Counter

import pytest

from corpus.layouts.drawn_a import DRAWN_A
from corpus.layouts.drawn_b import DRAWN_B
from corpus.layouts.drawn_d import DRAWN_D
from extractors.document import Table

LAYOUTS = {**DRAWN_A, **DRAWN_B, **DRAWN_D}


def covered(table: Table) -> Counter[tuple[int, int]]:
    return Counter(
        (cell.row + i, cell.column + j)
        for cell in table.cells
        for i in range(cell.rowspan)
        for j in range(cell.colspan)
    )


@pytest.mark.parametrize("name", LAYOUTS)
def test_every_slot_is_covered_once(name: str) -> None:
    for seed in (0, 1):
        for table in (b for b in LAYOUTS[name](seed).document.blocks if isinstance(b, Table)):
            every = {(r, c) for r in range(1, table.rows + 1) for c in range(1, table.columns + 1)}
            assert covered(table) == Counter(every)


@pytest.mark.parametrize("name", LAYOUTS)
def test_the_same_seed_draws_the_same(name: str) -> None:
    assert LAYOUTS[name](3) == LAYOUTS[name](3)
