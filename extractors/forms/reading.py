"""One form read row by row: headers open blocks, labels give pairs, layouts read the blocks."""

from __future__ import annotations

import msgspec

from extractors import records
from extractors.forms import columns, finding, layouts, titles, vocabulary
from extractors.forms import rows as kinds
from extractors.forms.block import Block, Read
from extractors.forms.grid import Row, Slot, lines
from extractors.forms.headers import Header
from extractors.forms.labels import Pair, inline, pairs, role_of, several, stated_unit
from extractors.forms.normalise import heading, key
from extractors.values import is_masked

_SIDE = 16  # characters of a side label at most


class Reading(msgspec.Struct):
    """All that one form says: its head, its pairs, its blocks, and what the layouts read from them."""

    walked: Read  # uses, leftovers and issues of the cells outside the blocks
    read: Read = msgspec.field(default_factory=Read)
    pairs: list[Pair] = []
    blocks: list[Block] = []
    lines: list[str] = []  # running text in and around the tables


def issue(
    code: str, severity: str, message: str, text: str | None = None, at: str | None = None
) -> records.Issue:
    """An issue row without ids."""
    return records.Issue(code=code, severity=severity, message=message, text=text, at=at)


def walk(rows: list[Row]) -> Reading:
    """Cut a form's rows into blocks and pairs; nothing is interpreted yet."""
    out = Reading(walked=Read())
    block: Block | None = None
    index = 0
    while index < len(rows):
        row = rows[index]
        index += 1
        if not row.filled:
            continue
        if header := finding.find(rows, index - 1):
            block = _open(out, block, header)
            index += len(header.rows) - 1
        elif (row_of := _stages(row, block)) is not None:
            block = _staged(out, block, row, row_of)
        elif _line(row, block, out):
            continue
        elif (scored := _totals_block(row, block, out.blocks)) is not None:
            scored.rows.append((row, scored.header))
        elif block is not None and _is_remark(row, block.header):
            _remark(row, out)
        elif block is not None and _in_block(row, block):
            block.rows.append((row, block.header))
        elif found := pairs(row, guess=block is None or _is_head(out.blocks)):
            out.pairs.extend(found)
            _use_pairs(row, found, out)
            block = block if block and block.header.context in ("indicators", "summary") else None
        elif block is not None:
            block.rows.append((row, block.header))
        else:
            out.walked.leftovers.extend(row.filled)
    return out


def _is_head(blocks: list[Block]) -> bool:
    """True while nothing but labels and labelled amounts was read."""
    return all(block.header.context == layouts.stages.CONTEXT for block in blocks)


def _open(out: Reading, block: Block | None, header: Header) -> Block:
    for row in header.rows:
        for slot in row.filled:
            out.walked.uses.setdefault(slot.at, "ignored:header")
    _report(out, header)
    if block is not None and block.header.context == header.context and block.header.keys == header.keys:
        block.header = header
        return block
    out.blocks.append(Block(header=header))
    return out.blocks[-1]


def _stages(row: Row, block: Block | None) -> Header | None:
    """Labelled amounts side by side, where no header over them says what they are."""
    inside = block is not None and block.header.context in ("funds", "items", "summary")
    return None if inside or not row.table else layouts.stages.header(row)


def _staged(out: Reading, block: Block | None, row: Row, header: Header) -> Block:
    _report(out, header)
    if block is None or not layouts.stages.continues(block, header):
        block = Block(header=header)
        out.blocks.append(block)
    block.rows.append((row, header))
    out.pairs.extend(pair for pair in pairs(row) if pair.role in ("total_score", "grade", "unit_name"))
    return block


def _report(out: Reading, header: Header) -> None:
    for column in header.columns:
        if column.role == "side":
            continue
        at = column.slots[-1].at if column.slots else None
        if isinstance(column.near, vocabulary.Match):
            message = f"表头“{column.text}”没有收录，按最接近的“{column.near.known}”理解，请核对"
            out.walked.issues.append(issue("near_heading", "note", message, column.text, at))
        elif isinstance(column.near, vocabulary.Ambiguous):
            message = f"表头“{column.text}”与几种已知表头同样接近，没有采用，请核对该列"
            out.walked.issues.append(issue("ambiguous_heading", "doubt", message, column.text, at))


def _line(row: Row, block: Block | None, out: Reading) -> bool:
    """Titles, captions, notes, units and page marks; False for a row of the table."""
    if not titles.speaks(row):
        return False
    slot = row.filled[0]
    in_table = block is not None and row.table and block.header.context == "indicators"
    if in_table and not (
        kinds.is_note(slot.text) or titles.title_kind(slot.text) or inline(slot.text, slot.at)
    ):
        return False
    for line in lines(row):
        out.lines.append(line.text)
        out.pairs.extend(several(line.text, line.at))
    if row.table:
        out.walked.uses.setdefault(slot.at, _use_line(slot.text))
    return True


def _use_line(text: str) -> str:
    if titles.title_kind(text) or titles.is_subtitle(text) or titles.annex(text):
        return "ignored:title"
    if kinds.is_page_mark(text):
        return "ignored:page_mark"
    if kinds.is_note(text):
        return "ignored:note"
    pair = inline(text, "")
    return pair.role if pair else "ignored:caption"


def _in_block(row: Row, block: Block) -> bool:
    """True where a row belongs to the open block although it may look like a pair."""
    if block.header.context in ("indicators", "summary") and kinds.is_total(row):
        return True
    if block.header.context == layouts.stages.CONTEXT:
        return layouts.stages.has_amounts(row)
    first = row.filled[0]
    if first.column > 1 and not _label_only(row):
        return True
    return role_of(first.text) is None and inline(first.text, first.at) is None


def _totals_block(row: Row, block: Block | None, blocks: list[Block]) -> Block | None:
    """The indicator block that a 总分 row adds up, also where another block stands between.

    合计 in a money table is the money's own.
    """
    if not kinds.is_total(row) or (block is not None and block.header.context in ("indicators", "summary")):
        return None
    if block is not None and block.header.context == "funds" and "分" not in kinds.first_key(row):
        return None
    return next((b for b in reversed(blocks) if b.header.context == "indicators"), None)


def _is_remark(row: Row, header: Header) -> bool:
    """True for words across a table of indicators: one cell over names and measures alike."""
    if header.context != "indicators" or len(row.filled) < 2 or kinds.is_subtotal(row):
        return False
    if not row.exact:
        return len(row.slots) == 2 and len(header.columns) >= 5 and not kinds.is_total(row)
    if row.columns != header.rows[-1].columns:  # under a table that was printed in two halves
        return len(row.filled) == 2 and role_of(row.filled[0].text, loose=True) == "text"
    wide = [slot for slot in row.filled if slot.span * 2 > row.columns]
    if wide and all(vocabulary.level(slot.text) for slot in wide):
        return False  # a level's name across the table, a goal beside it
    return any(
        {"name", "measure"} <= {_side(column.role) for column in header.columns if _covers(slot, column)}
        for slot in row.filled
        if slot.span > 1
    ) and not kinds.is_total(row)


def _side(role: str | None) -> str:
    if role in columns.NAMES:
        return "name"
    return "measure" if role in columns.FACTS or role in ("target", "weight") else "other"


def _covers(slot: Slot, column: columns.Column) -> bool:
    return slot.column <= column.start and column.stop <= slot.stop


def _remark(row: Row, out: Reading) -> None:
    """A label nobody knows with text beside it: kept as text, and said."""
    found = pairs(row)
    out.pairs.extend(found)
    if found:
        _use_pairs(row, found, out)
        return
    for slot in row.filled:
        out.walked.uses.setdefault(slot.at, "text")
    first = row.filled[0]
    message = f"“{first.text[:20]}”一行横跨指标各栏，按说明文字处理，请核对"
    out.walked.issues.append(issue("unknown_label", "note", message, first.text[:60], first.at))


def _label_only(row: Row) -> bool:
    """True where every second cell is a label: a row of pairs wherever it begins."""
    return sum(1 for slot in row.filled if role_of(slot.text)) * 2 >= len(row.filled)


def _use_pairs(row: Row, found: list[Pair], out: Reading) -> None:
    for pair in found:
        out.walked.uses.setdefault(
            pair.label_at, f"label:{pair.role}" if pair.at != pair.label_at else pair.role
        )
        out.walked.uses.setdefault(pair.at, pair.role)
    for slot in row.filled:
        if slot.at == found[0].label_at:
            break
        if len(slot.text) <= _SIDE:
            out.walked.uses.setdefault(slot.at, "ignored:side")
    out.walked.leftovers.extend(slot for slot in row.filled if slot.at not in out.walked.uses)


def amount_unit(reading: Reading) -> str | None:
    """The unit that the form states for its amounts: in a heading's note, else in a line or label."""
    return next(iter([*_noted_units(reading), *_labelled_units(reading)]), None)


def unit_issues(reading: Reading) -> list[records.Issue]:
    """A heading and a line above the table that state different units: the heading counts, and is doubted."""
    units = list(dict.fromkeys([*_noted_units(reading), *_labelled_units(reading)]))
    if len(units) < 2:
        return []
    message = f"本表写有不同的金额单位（{'、'.join(units)}），按{units[0]}换算，请核对"
    block = next((b for b in reading.blocks if b.header.context in ("funds", "summary", "items")), None)
    return [issue("unit_conflict", "doubt", message, at=block.header.rows[0].at if block else None)]


def _noted_units(reading: Reading) -> list[str]:
    notes: list[str | None] = []
    for block in reading.blocks:
        if block.header.context in ("funds", "summary", "items", "stages"):
            notes += [column.unit or stated_unit(column.text) for column in block.header.columns]
            notes += [heading(slot.text).unit for row, _ in block.rows for slot in row.filled[:2]]
    return [note for note in notes if note and note.endswith("元")]


def _labelled_units(reading: Reading) -> list[str]:
    texts = [f"单位{pair.text}" for pair in reading.pairs if pair.role == "amount_unit" and pair.text]
    return [unit for text in texts if (unit := stated_unit(text))]


def interpret(reading: Reading, blocks: list[Block]) -> Read:
    """Let exactly one layout read each block, and bring the results together."""
    before = reading.walked
    out = Read(uses=dict(before.uses), issues=list(before.issues), leftovers=list(before.leftovers))
    unit = amount_unit(reading)
    for block in blocks:
        block.unit = unit
        claimants = [layout for layout in layouts.LAYOUTS if layout.claims(block)]
        if len(claimants) != 1:
            names = "、".join(layout.__name__.rpartition(".")[2] for layout in claimants) or "无"
            message = f"表块“{key(block.header.columns[0].text)}”应恰好由一种表式读取，实际为：{names}"
            out.issues.append(issue("layout_claims", "loss", message, at=block.header.rows[0].at))
            continue
        join(out, claimants[0].read(block))
    return out


def join(out: Read, part: Read) -> None:
    """Add what one block gave to the rest; rows are numbered through."""
    for name in ("indicators", "funds", "goals", "summary_rows"):
        into = getattr(out, name)
        for row in getattr(part, name):
            row.row = len(into) + 1
            into.append(row)
    out.totals.extend(part.totals)
    out.issues.extend(part.issues)
    out.leftovers.extend(part.leftovers)
    for at, use in part.uses.items():
        out.uses.setdefault(at, use)


def masked_issues(blocks: list[Block]) -> list[records.Issue]:
    """One issue for each figure that a website hid: missing, never 0."""
    slots = [slot for block in blocks for row, _ in block.rows for slot in row.filled]
    return [
        issue("masked", "note", "数字在来源网页上被遮挡，按缺失处理", slot.text, slot.at)
        for slot in slots
        if is_masked(slot.text)
    ]


def leftover_issues(slots: list[Slot]) -> list[records.Issue]:
    """One issue for each cell that says something and was not used."""
    out = []
    for slot in slots:
        doubt = any(c.isdigit() for c in slot.text) and not kinds.is_page_mark(slot.text)
        message = "单元格内容没有归入任何一栏，请核对" if doubt else "单元格文字没有归入任何一栏"
        out.append(issue("unused_cell", "doubt" if doubt else "note", message, slot.text, slot.at))
    return out
