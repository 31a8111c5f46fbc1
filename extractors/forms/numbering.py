"""Misnumbered headings put on the level where they belong: （1） where （一） is due."""

from __future__ import annotations

from extractors.forms.outline import PART, SUB, Mark

Marks = list[Mark | None]


def repair(marks: Marks) -> Marks:
    """The marks with misnumbered siblings moved to their true level; the printed number stays.

    A line is moved up where the sequence above lacks exactly its number: at the beginning
    of a part whose sub-headings go on with （二）, or right after sibling n-1 when no
    list of its own style is running.
    """
    out = list(marks)
    _level(out, PART, 0, len(out))
    parts = [i for i, found in enumerate(out) if found is not None and found.style <= PART]
    for start, stop in zip([-1, *parts], [*parts, len(out)], strict=True):
        _level(out, SUB, start + 1, stop)
    return out


def _level(marks: Marks, style: int, start: int, stop: int) -> None:
    """Promote lines of deeper styles that fill a gap of this level between start and stop."""
    last, since = 0, start
    for i in range(start, stop):
        found = marks[i]
        if found is None:
            continue
        if found.style == style:
            last, since = found.number, i + 1
        elif found.style > style and _fills(marks, i, style, last, since, stop):
            marks[i] = Mark(style, found.number, found.printed, found.rest, found.offset)
            last, since = found.number, i + 1


def _fills(marks: Marks, i: int, style: int, last: int, since: int, stop: int) -> bool:
    found = marks[i]
    if found is None or found.number != last + 1:
        return False
    if any(m is not None and m.style == found.style and m.number == found.number - 1 for m in marks[since:i]):
        return False
    if any(m is not None for m in marks[since:i]) and last == 0:
        return False
    following = next((m for m in marks[i + 1 : stop] if m is not None and m.style == style), None)
    return following is not None and following.number == found.number + 1
