"""Indicator rows under names of one, two or three levels."""

from __future__ import annotations

from decimal import Decimal

import msgspec

from extractors import records
from extractors.forms import outline, vocabulary
from extractors.forms import rows as kinds
from extractors.forms.block import Block, Cells, Read, Total, dec
from extractors.forms.columns import MEASURED, NAMES
from extractors.forms.grid import Row, Slot
from extractors.forms.headers import Header
from extractors.forms.layouts.measures import measured
from extractors.forms.normalise import name
from extractors.forms.totals import total

LEVELS = ("level1", "level2", "level3")
DATA = (
    "target",
    "initial_target",
    "adjusted_target",
    "actual",
    "weight",
    "score",
    "review_actual",
    "review_score",
)
COLUMNS = {
    "level1": "level1",
    "level2": "level2",
    "level3": "level3",
    "name": "level3",
    "adjusted_target": "target",
    "target": "target",
    "actual": "actual",
    "weight": "weight",
    "score": "score",
    "reason": "reason",
    "sign": "sign",
    "unit": "unit",
    "review_actual": "review_actual",
    "review_score": "review_score",
}


class Level(msgspec.Struct):
    """The name that stands at one level until the next one is printed."""

    text: str | None = None
    weight: Decimal | None = None
    at: str | None = None
    fresh: bool = False  # printed in this very row
    rows: int = 0  # rows given under it
    spent: Decimal = Decimal(0)  # weights of its neighbours before it


def claims(block: Block) -> bool:
    """A header with at least one level of names, or a plain list of names."""
    return block.header.context == "indicators"


def read(block: Block) -> Read:
    """One record for each indicator row; levels are carried down merged or blank cells."""
    out, levels = Read(), [Level(), Level()]
    for row, header in block.rows:
        if kinds.is_total(row):
            out.totals.append(total(row, header, out))
        elif kinds.is_subtotal(row):
            _ignore(row, out, "subtotal")
        else:
            _row(row, header, levels, out)
    return out


def _ignore(row: Row, out: Read, why: str) -> None:
    for slot in row.filled:
        out.uses.setdefault(slot.at, f"ignored:{why}")


def _row(row: Row, header: Header, levels: list[Level], out: Read) -> None:
    if _is_banner(row, header):
        _banner(row, levels, out)
        return
    cells = Cells(row, header, out.uses)
    _goal(cells, out)
    if len(row.filled) > 1 and (banner := _beside_goal(row, cells)) is not None:
        _banner(banner, levels, out)
        return
    third = _levels(cells, levels)
    if not _is_indicator(cells, third, levels):
        _ignore_blank(row, cells, out)
        return
    cells.mark()
    out.leftovers.extend(cells.unknown)
    out.indicators.append(_record(cells, third, levels, out))
    for level in levels:
        level.rows += 1


def _goal(cells: Cells, out: Read) -> None:
    """The yearly goal, or its completion, in a column beside the indicators that serve it."""
    target, actual = cells.own("goal_target"), cells.own("goal_actual")
    if not target and not actual:
        return
    places = cells.places({"goal_target": "target", "goal_actual": "actual"})
    if out.goals and (out.goals[-1].target_text, out.goals[-1].actual_text) == (target, actual):
        return  # printed again in every row
    goal = records.Goal(form_id="", document_id="", row=len(out.goals) + 1, at=cells.row.at)
    if target:
        goal.target_text, goal.target_at = target, places["target"]
    if actual:
        goal.actual_text, goal.actual_at = actual, places["actual"]
    out.goals.append(goal)
    out.uses.update({places[part]: f"goal_{part}" for part in places})


def _beside_goal(row: Row, cells: Cells) -> Row | None:
    """The row less its goal, where a level's name across the table is all that is left."""
    goals = {slot.at for role in ("goal_target", "goal_actual") for slot in cells.by_role.get(role, ())}
    rest = [slot for slot in row.filled if slot.at not in goals]
    if not goals or len(rest) != 1 or rest[0].span * 2 < row.columns or not _is_level(rest[0].text):
        return None
    return msgspec.structs.replace(row, slots=rest)


def _is_banner(row: Row, header: Header) -> bool:
    """One cell over most of the table; in a flat list also a level's name with nothing beside it."""
    if len(row.filled) != 1 or len(header.columns) <= 2:
        return False
    only = row.filled[0]
    if len(row.own) == 1 and (not row.exact or only.span * 2 >= row.columns):
        return True
    if row.exact and only.span > 2 and _covers_all(only, header):
        return True
    if not row.exact and only is row.slots[-1] and len(row.slots) + 2 < len(header.columns):
        return True  # merged over all that is left, blanks for what is merged down
    flat = not any(column.role in LEVELS for column in header.columns)
    return flat and _is_level(only.text)


def _covers_all(slot: Slot, header: Header) -> bool:
    """True for a cell over the names and over what is measured alike."""
    under = {c.role for c in header.columns if slot.column <= c.start and c.stop <= slot.stop}
    return bool(under & NAMES) and len(under & MEASURED) > 1


def _is_level(text: str) -> bool:
    named = name(text, loose=True)
    return len(named.text) <= 16 and (named.text.endswith("指标") or named.weight is not None)


def _banner(row: Row, levels: list[Level], out: Read) -> None:
    """A line across the table: the name of a level, else a caption. （一） stands below 一、"""
    cell = row.filled[0]
    if not _is_level(cell.text):
        out.uses.setdefault(cell.at, "ignored:banner")
        return
    named, numbered = name(cell.text, loose=True), outline.mark(cell.text)
    below = (_is_second(named.text) or _fits(named.weight, levels)) and not _is_second(levels[0].text)
    listed = numbered is not None and numbered.style >= outline.SUB
    depth = 1 if (listed or below) and levels[0].text else 0
    spent = levels[1].spent + (levels[1].weight or 0) if depth else Decimal(0)
    levels[depth] = Level(text=named.text, weight=named.weight, at=cell.at, fresh=True, spent=spent)
    if depth == 0:
        levels[1] = Level()
    out.uses.setdefault(cell.at, LEVELS[depth])


def _fits(weight: Decimal | None, levels: list[Level]) -> bool:
    """True where a further second level of this weight fills what the first one still has to give."""
    whole, last = levels[0].weight, levels[1]
    if weight is None or whole is None or last.weight is None or last.at is None:
        return False
    return last.spent + last.weight + weight <= whole


def _is_second(text: str | None) -> bool:
    """True for a usual name of a second level alone: 数量指标."""
    usual = vocabulary.level(text) if text else None
    return usual is not None and "level2" in usual and "level1" not in usual


def _levels(cells: Cells, levels: list[Level]) -> Level:
    """Carry levels one and two; return the third as printed in this row."""
    for depth, role in enumerate(LEVELS[:2]):
        slot = cells.slot(role)
        levels[depth].fresh = False
        if slot is None or not slot.text:
            continue
        if slot.carried and levels[depth].at == slot.at:
            continue
        if levels[depth].at != slot.at:
            again = _level(slot, cells, role)
            if again.text != slot.text and again.text == levels[depth].text and again.weight is None:
                continue  # 效益指标（续）
            levels[depth] = again
            if depth == 0:
                levels[1] = Level()
            if two := vocabulary.both_levels(slot.text):
                levels[:] = [_named(text, slot) for text in two]
    return _third(cells)


def _level(slot: Slot, cells: Cells, role: str) -> Level:
    named = name(slot.text, loose=True)
    column = dec(cells.text(f"{role}_weight"))
    return Level(named.text or None, column if column is not None else named.weight, slot.at, fresh=True)


def _named(text: str, slot: Slot) -> Level:
    """One of two levels that stand in one cell."""
    plain = name(text, loose=True)
    return Level(plain.text or None, plain.weight, slot.at, fresh=True)


def _third(cells: Cells) -> Level:
    slot = cells.slot("level3", "name")
    if slot is None or not slot.text:
        spanning = [
            s
            for role in LEVELS[:2]
            for s in cells.by_role.get(role, ())
            if s.text and s.span > 1 and not s.carried
        ]
        wide = spanning[-1] if spanning and _covers_names(cells, spanning[-1]) else None
        if wide is None:
            return Level(at=slot.at if slot else None)
        slot = wide
    named = name(slot.text)
    return Level(named.text or None, named.weight, slot.at, fresh=not slot.carried)


def _covers_names(cells: Cells, slot: Slot) -> bool:
    """True for a cell that reaches over the column of the third level."""
    return not cells.by_role.get("level3") and not cells.by_role.get("name")


def _is_indicator(cells: Cells, third: Level, levels: list[Level]) -> bool:
    said = any(not vocabulary.is_placeholder(cells.own(role) or "") for role in DATA)
    if said:
        return True
    printed = third.text if third.fresh else None
    if printed and not kinds.is_nameless(printed):
        return True
    blank_group = levels[1].fresh and levels[1].weight is not None and levels[1].rows == 0
    return blank_group and not kinds.is_template_name(printed)


def _ignore_blank(row: Row, cells: Cells, out: Read) -> None:
    for role, slots in cells.by_role.items():
        for slot in slots:
            if slot.text and not slot.carried:
                out.uses.setdefault(slot.at, role if role in LEVELS[:2] else "ignored:placeholder")
    out.leftovers.extend(slot for slot in cells.unknown if not vocabulary.is_placeholder(slot.text))


def _record(cells: Cells, third: Level, levels: list[Level], out: Read) -> records.Indicator:
    row = records.Indicator(
        form_id="",
        document_id="",
        row=len(out.indicators) + 1,
        at=cells.row.at,
        level1=levels[0].text,
        level1_weight_points=levels[0].weight,
        level2=levels[1].text,
        level2_weight_points=levels[1].weight,
        level3=third.text,
        level3_weight_points=third.weight,
        places=cells.places(COLUMNS),
    )
    for depth in (0, 1):
        if levels[depth].at:
            row.places[LEVELS[depth]] = str(levels[depth].at)
    if third.at:
        row.places["level3"] = third.at
    measured(row, cells)
    row.is_detail = _is_detail(row, out)
    return row


def _is_detail(row: records.Indicator, out: Read) -> bool:
    """A `其中` line without points, or a further one right after it."""
    if row.weight_points is not None or row.score_points is not None or not row.level3 or not out.indicators:
        return False
    above = out.indicators[-1]
    return row.level3.startswith(("其中", "#")) or (
        above.is_detail and bool(row.target_text or row.actual_text)
    )


__all__ = ["Total", "claims", "read"]
