"""Tells whether a table goes on overleaf, whether its rows repeat or go on there."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

import regex

from extractors.readers.pages import breaking
from extractors.readers.pages.grid import nearest
from extractors.readers.pages.layout import Part, Slot

SIDE = 8.0  # points that the left edges may differ on one paper size; pictures shift more
_WIDTH = 0.025  # share that the widths may differ
_NEAR = 4.5  # points between two boundaries that are one
_SPARE = (1.05, 3.0)  # characters of height: more is room below a single line, below several
_FIGURE = regex.compile(r"\s*+[-+≥≤><=]?\s*+\d[\d.,，]*+\s*+[%％]?\s*+")
_WEIGHT = regex.compile(r"[（(]\s*+\d++(?:\.\d++)?\s*+分?\s*+[）)]")
_CONTINUED = regex.compile(
    r"\s*+[（(]?\s*+续\s*+(?:上?\s*+[表页]\s*+[\d一二三四五六七八九十]*+)?\s*+[）)]?\s*+"
)
_OPEN = regex.compile(r"[（(《“‘【\[]")
_CLOSED = regex.compile(r"[）)》”’】\]]")


def same_frame(before: Part, after: Part, shift: float) -> bool:
    """Whether two parts have the same outline and columns of one set among the other's."""
    wide, other = before.xs[-1] - before.xs[0], after.xs[-1] - after.xs[0]
    if abs(wide - other) > _WIDTH * max(wide, other) or abs(before.xs[0] - after.xs[0]) > shift:
        return False
    upper, lower = inner(before.xs, wide), inner(after.xs, wide)
    last = [x for x in upper if _divides(before, x, wide, bottom=True)]
    first = [x for x in lower if _divides(after, x, wide, bottom=False)]
    return _among(lower, upper) or _among(upper, lower) or _among(first, upper) or _among(last, lower)


def inner(xs: Sequence[float], width: float) -> list[float]:
    """Boundaries within the outline, from its left edge, scaled to a width."""
    return [(x - xs[0]) * width / (xs[-1] - xs[0]) for x in xs[1:-1]]


def row_texts(slots: Sequence[Slot], row: int) -> list[str]:
    """The texts that begin in a row."""
    return [slot.text for slot in slots if slot.row == row]


def begins_anew(before: Sequence[Slot], after: Sequence[Slot]) -> bool:
    """Whether a part is another form of the same kind: the same labels, other values."""
    last = 1 + max(slot.row for slot in after)
    equal = 0
    while equal < last and row_texts(before, equal) == row_texts(after, equal):
        equal += 1
    if equal == last:
        return True
    labels = [
        (row_texts(before, row)[:1], row_texts(after, row)[:1]) for row in range(equal, min(equal + 2, last))
    ]
    same = [a == b and bool(a) and bool(a[0]) and not _FIGURE.fullmatch(a[0]) for a, b in labels]
    if same[0] and row_texts(before, max(slot.row for slot in before))[:1] == labels[0][1]:
        return False  # a group of rows goes on, each with its label
    numbered = bool(labels) and labels[0][0] == labels[0][1] == ["1"]
    return numbered or (same[0] if equal else len(same) == 2 and all(same))


def larger_type(before: Sequence[Slot], after: Sequence[Slot]) -> bool:
    """Whether a part begins in larger type, as a title does."""
    sizes = [slot.size for slot in before if _shows_size(slot)]
    first = [slot.size for slot in after if slot.row == 0 and _shows_size(slot)]
    return bool(sizes and first) and max(first) > 1.25 * median(sizes)


def repeated_rows(before: Sequence[Slot], after: Sequence[Slot]) -> int:
    """How many rows at the top of a part repeat headings that the table has shown before."""
    known = [row_texts(before, row) for row in range(1 + max(slot.row for slot in before))]
    new = [row_texts(after, row) for row in range(1 + max(slot.row for slot in after))]
    best = 0
    for start in range(len(known)):
        count = 0
        while count < len(new) and start + count < len(known) and new[count] == known[start + count]:
            count += 1
        if count > best and _are_headings(new[:count]) and not _follows(known, start):
            best = count
    return best if best < len(new) else 0


def _follows(known: Sequence[list[str]], start: int) -> bool:
    """Whether a row comes after the table's last one as it did after one like that: in a further form."""
    return 0 < start < len(known) and known[-1][:1] == known[start - 1][:1] != [""]


def bare(text: str) -> str:
    """A text without white space."""
    return "".join(text.split())


def is_caption(
    lines: Sequence[str], above: Sequence[str], before: Sequence[Slot], after: Sequence[Slot]
) -> bool:
    """Whether lines over a part only mark it as the continuation of a table: 续表, or its caption again."""
    if all(_CONTINUED.fullmatch(text) for text in lines):
        return True
    again = all(bare(text) in above or _CONTINUED.fullmatch(text) for text in lines)
    return again and repeated_rows(before, after) > 0 and not begins_anew(before, after)


def is_cut(upper: Sequence[Slot | None], lower: Sequence[Slot]) -> bool:
    """Whether a part's first row goes on with the row that ended the page before.

    `upper` holds, for each cell of the first row, the cell above it with the same columns.
    Every text must find its beginning above it, at least one of them certainly broken off; where
    most of them go on and other cells are complete above, one may seem to have ended there.
    """
    going = [(a, b) for a, b in zip(upper, lower, strict=True) if b.texts]
    if not going or any(a is None for a, _ in going):
        return False
    if _completes(upper, lower):
        return True
    pairs = [(a, b) for a, b in going if a is not None and a.texts]
    open_ = [(a, b) for a, b in pairs if _open(a, b)]
    closed = [(a, b) for a, b in pairs if not _open(a, b)]
    broken = [a for a, b in open_ if _broken(a, b)]
    left = [a for a, b in zip(upper, lower, strict=True) if a is not None and a.texts and not b.texts]
    if any(_FIGURE.fullmatch(a.text) and _FIGURE.fullmatch(b.text) for a, b in closed):
        return False  # two scores are two rows
    if closed and not (any(_FIGURE.fullmatch(a.text) for a in left) and len(open_) > len(closed)):
        return False
    return bool(broken) and (len(lower) == 1 or bool(left) or len(broken) == len(going))


def _completes(upper: Sequence[Slot | None], lower: Sequence[Slot]) -> bool:
    """Whether a row holds only what the one above it lacks: cells that did not fit went overleaf whole."""
    texts = [(bool(a and a.texts), bool(b.texts)) for a, b in zip(upper, lower, strict=True)]
    return (True, True) not in texts and texts.count((True, False)) > max(1, texts.count((False, True)))


def goes_on(upper: Slot | None, lower: Slot) -> bool:
    """Whether a leading cell, in a row of its own, is the rest of the merged cell above it."""
    if upper is None or not upper.texts:
        return False
    if not lower.texts:
        return True
    if _FIGURE.fullmatch(lower.text) or _FIGURE.fullmatch(upper.text):
        return False
    if _WEIGHT.fullmatch(lower.text) and not _WEIGHT.search(upper.text):
        return True
    if _unbalanced(upper.texts[-1]):
        return True
    return _open(upper, lower) and len(lower.text) <= 2


def _shows_size(slot: Slot) -> bool:
    """Whether a cell has enough Chinese text to tell its type size from."""
    return len(slot.text) > 3 and not slot.text.isascii()


def _are_headings(rows: list[list[str]]) -> bool:
    """Rows with several texts, none of them a figure."""
    texts = [text for row in rows for text in row if text]
    widest = max((sum(map(bool, row)) for row in rows), default=0)
    return widest > 2 and not any(_FIGURE.fullmatch(text) for text in texts)


def _open(upper: Slot, lower: Slot) -> bool:
    """Whether the first word below had no room above."""
    above, below = upper.texts[-1], lower.texts[0]
    full = upper.spare < _SPARE[upper.lines > 1] * upper.size
    if _FIGURE.fullmatch(above) and _FIGURE.fullmatch(below):
        return full and upper.room < 0.7 * upper.size  # a number too long for its cell
    if _WEIGHT.fullmatch(below) and not _WEIGHT.search(above):
        return True
    if below[0] in "%％‰" and above[-1].isdigit():
        return True
    if _unbalanced(above):
        return True
    return full and upper.room < breaking.unit_width(below, upper.size) + 0.35 * upper.size


def _broken(upper: Slot, lower: Slot) -> bool:
    """Whether a text certainly stops in the middle."""
    above, below = upper.texts[-1], lower.texts[0]
    if _unbalanced(above):
        return True
    return not breaking.ended(above) and not breaking.NUMBERED.match(below)


def _unbalanced(text: str) -> bool:
    return len(_OPEN.findall(text)) > len(_CLOSED.findall(text))


def _divides(part: Part, x: float, width: float, *, bottom: bool) -> bool:
    """Whether a boundary divides the last (or first) row."""
    index = nearest(inner(part.xs, width), x) + 1
    row = len(part.ys) - 2 if bottom else 0
    return any(s.column == index and s.row <= row < s.row + s.rowspan for s in part.slots)


def _among(some: Sequence[float], others: Sequence[float]) -> bool:
    return all(any(abs(x - y) <= _NEAR for y in others) for x in some)
