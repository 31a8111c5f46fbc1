"""Between admissible readings of one grid, the one that the form's own identities bear out."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from extractors.forms import vocabulary
from extractors.forms.block import Block, Read
from extractors.forms.columns import Column
from extractors.forms.headers import Header
from extractors.forms.identities import Check, checks
from extractors.forms.reading import Reading, interpret, issue

_DOUBLED = ("score", "weight", "actual", "target", "budget", "executed", "initial", "rate")


class Other(msgspec.Struct):
    """Another admissible reading of one block, and how it differs, in words."""

    block: Block
    words: str


def choose(reading: Reading) -> tuple[Read, list[Check]]:
    """Read a form; where identities fail, try the other admissible readings of each block.

    Another reading is taken only where fewer identities fail, more hold and no cell is left
    out for it; that is noted as an issue. Nothing printed is ever changed.
    """
    best = interpret(reading, reading.blocks)
    found = checks(best)
    if all(check.holds for check in found) and not best.leftovers:
        return best, found
    for index in range(len(reading.blocks)):
        for other in others(reading.blocks[index], found):
            blocks = [*reading.blocks[:index], other.block, *reading.blocks[index + 1 :]]
            read = interpret(reading, blocks)
            tried = checks(read)
            if _better(read, tried, best, found):
                message = f"按表内勾稽关系改用另一种读法：{other.words}"
                at = other.block.header.rows[0].at
                reading.walked.issues.append(issue("reread", "note", message, at=at))
                reading.blocks = blocks
                best, found = interpret(reading, blocks), tried
    return best, found


def _better(new: Read, tried: list[Check], old: Read, found: list[Check]) -> bool:
    """Less that fails or is left over, more that holds, and no cell left out for it."""
    failing, failed = (sum(1 for check in some if not check.holds) for some in (tried, found))
    holding, held = (sum(1 for check in some if check.holds) for some in (tried, found))
    left, before = len(new.leftovers), len(old.leftovers)
    return left <= before and failing + left < failed + before and holding > held


def others(block: Block, found: list[Check]) -> Iterator[Other]:
    """The other readings that a block's own print allows.

    A grid is doubted only where cells are not of the kind that their column asks for.
    """
    header = block.header
    odd = any(check.name == "kind" and not check.holds for check in found)
    misfits = [row for row, own in block.rows if len(row.slots) != len(own.columns)]
    if any(not row.exact for row in misfits):
        yield Other(_with(block, mode="left"), "合并后缺格的行从左起依次对应")
        yield Other(_with(block, mode="right"), "合并后缺格的行从右起依次对应")
    elif odd and any(row.exact and len(row.slots) == len(own.columns) for row, own in block.rows):
        yield Other(_with(block, mode="content"), "各行按单元格次序对应表头")
    for role in _DOUBLED:
        taken = any(c.role == role for c in header.columns)
        spare = [c for c in header.columns if taken and c.role == f"other_{role}"]
        for column in spare:
            yield Other(_swapped(block, role, column), f"以“{column.text}”一栏为准")
    for column in header.columns:
        if isinstance(column.near, vocabulary.Ambiguous):
            for role in column.near.roles:
                yield Other(_as(block, column, role), f"“{column.text}”一栏按“{role}”理解")


def _rebuilt(block: Block, change: dict[int, str | None], mode: str | None = None) -> Block:
    """The block with some columns in other roles, under every repetition of its header."""
    made: dict[int, Header] = {}

    def other(header: Header) -> Header:
        if id(header) not in made:
            columns = [
                msgspec.structs.replace(column, role=change.get(i, column.role))
                for i, column in enumerate(header.columns)
            ]
            kept = header.mode if mode is None else mode
            made[id(header)] = Header(header.context, columns, header.rows, kept)
        return made[id(header)]

    return Block(header=other(block.header), rows=[(row, other(header)) for row, header in block.rows])


def _with(block: Block, mode: str) -> Block:
    return _rebuilt(block, {}, mode)


def _swapped(block: Block, role: str, column: Column) -> Block:
    columns = block.header.columns
    change: dict[int, str | None] = {i: f"other_{role}" for i, c in enumerate(columns) if c.role == role}
    change[columns.index(column)] = role
    return _rebuilt(block, change)


def _as(block: Block, column: Column, role: str) -> Block:
    return _rebuilt(block, {block.header.columns.index(column): role})
