"""The header that begins at a row: told by its words, else by what stands under it."""

from __future__ import annotations

from extractors.forms import headers, unlisted
from extractors.forms.columns import FACTS
from extractors.forms.grid import Row
from extractors.forms.headers import Header

ENOUGH = 0.6  # of the headings that must be understood by their words alone


def find(rows: list[Row], index: int) -> Header | None:
    """The header that begins at this row of a piece, None where none does.

    Words come first; where they leave headings open that matter, the cells are asked too.
    """
    found = headers.find(rows, index)
    if found is not None and not _is_open(found):
        return found
    return unlisted.find(rows, index) or found


def _is_open(header: Header) -> bool:
    """True where words alone do not tell what the header is of: too few of them, or nothing that was done."""
    named = [column for column in header.columns if column.slots]
    known = sum(1 for column in named if column.role)
    if header.context == "goals":
        return known < len(named)
    if header.context == "indicators" and not header.roles & FACTS:
        return known < len(named) or any(column.near for column in named)
    return known < ENOUGH * len(named)
