"""Forms as offices change them: read as far as they were before, and nothing lost in silence."""

from __future__ import annotations

from collections import Counter

import pytest

from corpus.layouts.mutations import MUTATIONS
from corpus.mutating import bases, cases, mutated
from corpus.scoring import Score
from extractors.document import Table

SEED = 100  # nobody has looked at the documents of it one by one


def test_every_change_is_made_somewhere() -> None:
    done = {
        change
        for name, layout in bases().items()
        for seed in range(SEED, SEED + 4)
        if (made := mutated(name, layout, seed))
        for change in made[0].split()[2].split("+")
    }
    assert done == set(MUTATIONS)


def test_changed_tables_are_whole_grids() -> None:
    for name, layout in bases().items():
        if (made := mutated(name, layout, SEED)) is None:
            continue
        for table in (block for block in made[1].document.blocks if isinstance(block, Table)):
            covered = Counter(
                (cell.row + i, cell.column + j)
                for cell in table.cells
                for i in range(cell.rowspan)
                for j in range(cell.colspan)
            )
            every = {(r, c) for r in range(1, table.rows + 1) for c in range(1, table.columns + 1)}
            assert covered == Counter(every), made[0]


@pytest.mark.parametrize("form", ["grid", "txt"])
def test_changed_forms_are_read(form: str) -> None:
    total, silent = Score(), []
    for case in cases(range(SEED, SEED + 2), [form]):
        total.add(case.score)
        silent += [case.name] if case.silent else []
    assert silent == []
    assert total.cell_share >= 0.985
    assert total.precision("rows") >= 0.99 and total.recall("forms") >= 0.985
