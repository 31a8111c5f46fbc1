"""Rows with cell edges in twips on one grid."""

from __future__ import annotations

from extractors.readers.assembly import RawParagraph
from extractors.readers.twips import CONTINUE, RESTART, EdgedCell, EdgedRow, table


def row(
    edges: list[int], *cells: str, joined: tuple[int, ...] = (), vertical: dict[int, int] | None = None
) -> EdgedRow:
    return EdgedRow(
        edges,
        [
            EdgedCell(
                [RawParagraph(text)] if text else [], joined=n in joined, vertical=(vertical or {}).get(n, 0)
            )
            for n, text in enumerate(cells)
        ],
    )


def placed(*rows: EdgedRow) -> tuple[int, int, list[tuple[int, int, int, int, str]]]:
    found = table(rows)
    cells = [
        (
            c.row,
            c.column,
            c.rowspan,
            c.colspan,
            "".join(p.text for p in c.content if isinstance(p, RawParagraph)),
        )
        for c in found.cells
    ]
    return found.rows, found.columns, cells


def test_edges_nearly_the_same_are_one_line() -> None:
    assert placed(row([-108, 1000, 2000], "a", "b"), row([-113, 1014, 1990], "c", "d")) == (
        2,
        2,
        [(1, 1, 1, 1, "a"), (1, 2, 1, 1, "b"), (2, 1, 1, 1, "c"), (2, 2, 1, 1, "d")],
    )


def test_spans_follow_from_the_other_rows() -> None:
    assert placed(
        row([0, 3000], "a"), row([0, 1000, 3000], "b", "c"), row([0, 1000, 2000, 3000], "d", "e", "f")
    ) == (
        3,
        3,
        [
            (1, 1, 1, 3, "a"),
            (2, 1, 1, 1, "b"),
            (2, 2, 1, 2, "c"),
            (3, 1, 1, 1, "d"),
            (3, 2, 1, 1, "e"),
            (3, 3, 1, 1, "f"),
        ],
    )


def test_ragged_ends_make_no_column() -> None:
    rows, columns, cells = placed(row([0, 1000, 2100], "a", "b"), row([100, 1000, 2000], "c", "d"))
    assert (rows, columns) == (2, 2)
    assert cells[2:] == [(2, 1, 1, 1, "c"), (2, 2, 1, 1, "d")]


def test_a_row_that_begins_further_right() -> None:
    assert placed(row([0, 1000, 2000], "a", "b"), row([1000, 2000], "c"))[2][2] == (2, 2, 1, 1, "c")


def test_merged_cells_once() -> None:
    found = placed(
        row([0, 1000, 2000, 3000], "a", "", "b", joined=(1,), vertical={2: RESTART}),
        row([0, 1000, 2000, 3000], "c", "d", "", vertical={2: CONTINUE}),
    )
    assert found == (2, 3, [(1, 1, 1, 2, "a"), (1, 3, 2, 1, "b"), (2, 1, 1, 1, "c"), (2, 2, 1, 1, "d")])


def test_what_continues_nothing_stays_a_cell() -> None:
    found = placed(row([0, 1000, 2000], "a", "b"), row([0, 1000, 2000], "c", "d", vertical={0: CONTINUE}))
    assert found[2][2] == (2, 1, 1, 1, "c")


def test_cells_too_narrow_to_see_lose_no_text() -> None:
    assert placed(row([0, 1000, 1001, 2000], "a", "x", "b"))[2] == [(1, 1, 1, 1, "ax"), (1, 2, 1, 1, "b")]


def test_rows_without_width() -> None:
    assert placed(row([0, 0], "a")) == (1, 1, [(1, 1, 1, 1, "a")])
