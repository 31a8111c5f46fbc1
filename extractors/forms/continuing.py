"""Rows after a page break: what stands between the pages, whether they fit the rows before."""

from __future__ import annotations

import regex

from extractors.forms import rows as kinds
from extractors.forms.contents import content
from extractors.forms.grid import Row
from extractors.forms.normalise import key

_AGAIN = regex.compile(r"\(?(?:续表?|[接续]上[页表]|续前表|转下页)[0-9一二三四五]{0,2}\)?")


def is_break(text: str) -> bool:
    """True for a line that a page break leaves: 第 2 页, 续表."""
    return not key(text) or kinds.is_page_mark(text) or _AGAIN.fullmatch(key(text)) is not None


def fits(before: list[Row], after: list[Row]) -> bool:
    """True for rows of a table without headings that is as wide as the one before and prints points."""
    above = next((row for row in reversed(before) if row.table and row.filled), None)
    below = next((row for row in after if row.table and row.filled), None)
    if above is None or below is None or (above.columns, above.exact) != (below.columns, below.exact):
        return False
    return any(content(slot.text) == "points" for row in after for slot in row.filled)
