"""The total row: weight, score and grade beside 总分 or 合计."""

from __future__ import annotations

import regex

from extractors.forms import vocabulary
from extractors.forms.aligning import assign, by_content
from extractors.forms.block import Read, Total
from extractors.forms.columns import Column
from extractors.forms.contents import content
from extractors.forms.grid import Row, Slot
from extractors.forms.headers import Header
from extractors.forms.normalise import heading, key

_SCORE = regex.compile(r"得分|评分|总分")
_SCORED = regex.compile(r"得分|自评分")
ROLES = ("weight", "score", "raw_score", "review_score", "grade", "reason", "remark", "deviation")


def _tail(header: Header) -> list[Column]:
    return [column for column in header.columns if set((column.role or "").split("/")) <= set(ROLES)]


def _split(cells: dict[str, Slot]) -> dict[str, Slot]:
    """`88.9/90` under 得分/满分 as score and weight."""
    out: dict[str, Slot] = {}
    for role, slot in cells.items():
        roles, parts = role.split("/"), slot.parts()
        if len(roles) == len(parts) > 1:
            out |= dict(zip(roles, parts, strict=True))
        else:
            out[role] = slot
    return out


def _by_role(row: Row, header: Header) -> dict[str, Slot]:
    """The cells of a total row by role: by grid where there is one, else by content."""
    label = row.filled[0]
    if row.exact or len(row.slots) == len(header.columns):
        out: dict[str, Slot] = {}
        for index, slots in assign(row, header).items():
            role = header.columns[index].role if index >= 0 else None
            known = role is not None and set(role.split("/")) <= set(ROLES)
            for slot in slots:
                if slot.at != label.at and slot.text and not slot.carried:
                    out.setdefault(str(role) if known else f"?{slot.at}", slot)
        return out
    rest = row.slots[row.slots.index(label) + 1 :]
    first = next((i for i, column in enumerate(header.columns) if column.role in ROLES[:3]), 0)
    if first and len(rest) == len(header.columns) - first:  # the label is merged up to the points
        under = zip(rest, header.columns[first:], strict=True)
        return {
            str(column.role) if column.role in ROLES else f"?{slot.at}": slot
            for slot, column in under
            if slot.text
        }
    columns = [column for column in _tail(header) if column.role not in ("raw_score", "deviation")]
    columns = _tail(header) if len(rest) > len(columns) else columns
    found = {}
    for slot, place in zip(rest, by_content(rest, columns), strict=True):
        if slot.text:
            found[columns[place].role or "" if place is not None else f"?{slot.at}"] = slot
    return found


def total(row: Row, header: Header, out: Read) -> Total:
    """Read a total row; a grade may stand in any of its cells."""
    label = row.filled[0]
    cells = _split(_by_role(row, header))
    out.uses[label.at] = "total_label"
    read = Total()
    for role, slot in list(cells.items()):
        if key(slot.text) in vocabulary.listed("titles", "grades"):
            read.grade = slot.text
            out.uses[slot.at] = "grade"
            del cells[role]
    _loose_score(cells)
    _only_score(row, header, cells)
    for role, slot in cells.items():
        out.uses[slot.at] = _take(read, role, slot)
        if out.uses[slot.at] == "unused":
            del out.uses[slot.at]
            out.leftovers.append(slot)
    if read.weight_text is None and (weight := heading(label.text).weight) is not None:
        read.weight_text = str(weight)
    read.at = read.at or row.at
    return read


def _loose_score(cells: dict[str, Slot]) -> None:
    """A single number that stands under no column of points is the total score; beside one, the full marks.

    Where the weight column stands before the targets, the label is merged across it: 总分 | 100 | 98.
    """
    loose = [role for role, slot in cells.items() if role.startswith("?") and content(slot.text) == "points"]
    if len(loose) != 1 or "weight" in cells:
        return
    if "score" not in cells:
        cells["score"] = cells.pop(loose[0])
    elif list(cells).index(loose[0]) < list(cells).index("score"):
        cells["weight"] = cells.pop(loose[0])


def _only_score(row: Row, header: Header, cells: dict[str, Slot]) -> None:
    """自评得分 | 94: the one figure is the score where no column is, or where no grid tells its column."""
    said = [role for role, slot in cells.items() if content(slot.text) == "points"]
    if len(said) != 1 or "score" in cells or "score/weight" in cells or "weight/score" in cells:
        return
    scored = bool({"score", "raw_score", "score/weight", "weight/score"} & header.roles)
    named = _SCORE if not scored and said[0] != "weight" else _SCORED
    if named.search(key(row.filled[0].text)) and not (scored and row.exact):
        cells["score"] = cells.pop(said[0])


def _take(read: Total, role: str, slot: Slot) -> str:
    if role == "weight":
        read.weight_text, read.weight_at = slot.text, slot.at
    elif role == "score":
        read.score_text, read.at = slot.text, slot.at
    elif role == "review_score":
        read.review_text = slot.text
    elif role.startswith("?"):
        return "ignored:placeholder" if vocabulary.is_placeholder(slot.text) else "unused"
    else:
        return role
    return f"total_{role}"
