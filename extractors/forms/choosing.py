"""Between admissible readings of one grid, the one that the form's own identities bear out."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from extractors import records
from extractors.forms import vocabulary
from extractors.forms.aims import find_goals
from extractors.forms.block import Block, Read
from extractors.forms.columns import Column
from extractors.forms.evidence import in_figures, is_note, row_weights
from extractors.forms.headers import Header
from extractors.forms.identities import Check, checks
from extractors.forms.inferring import infer
from extractors.forms.normalise import key
from extractors.forms.reading import Reading, interpret, issue

_DOUBLED = ("score", "weight", "actual", "target", "budget", "executed", "initial", "rate")
# Roles that arithmetic can prove for a column whose heading nobody knows.
_PROVABLE = {
    "funds": ("budget", "executed", "rate", "initial", "score"),
    "indicators": ("score", "weight"),
    "summary": (),
}
_WEAK = frozenset({"kind", "score"})  # hold by chance too often to prove a column
_ROUNDS = 4


class Other(msgspec.Struct):
    """Another admissible reading of one block, and how it differs, in words."""

    block: Block
    words: str
    proof: bool = False  # a column is given a role: sums or rates must bear it out


def choose(reading: Reading) -> tuple[Read, list[Check]]:
    """Read a form; where identities fail or cells are left over, try other admissible readings.

    Another reading is taken only where less fails or is left over and more holds; that is
    noted as an issue. Nothing printed is ever changed.
    """
    for block in reading.blocks:
        find_goals(block)
        row_weights(block)
        at = block.header.rows[0].at
        for message in infer(block):
            reading.walked.issues.append(issue("near_heading", "note", message, at=at))
    best = interpret(reading, reading.blocks)
    found = checks(best)
    for index in range(len(reading.blocks)):
        for _ in range(_ROUNDS):
            if all(check.holds for check in found) and not best.leftovers:
                break
            taken = _improved(reading, index, best, found)
            if taken is None:
                break
            best, found = taken
    best.issues.extend(_undecided(reading))
    return best, found


def _undecided(reading: Reading) -> Iterator[records.Issue]:
    """Columns that words and cells leave between two roles, where arithmetic decided nothing."""
    said = {problem.text for problem in reading.walked.issues if problem.code == "ambiguous_heading"}
    for block in reading.blocks:
        for column in block.header.columns:
            if (
                column.role is None
                and isinstance(column.near, vocabulary.Ambiguous)
                and column.text not in said
            ):
                roles = "、".join(vocabulary.model(block.header.context, role) for role in column.near.roles)
                at = column.slots[-1].at if column.slots else block.header.rows[0].at
                message = f"“{column.text}”一栏可能是{roles}，没有采用，请核对该列"
                yield issue("ambiguous_heading", "doubt", message, column.text or None, at)


def _improved(
    reading: Reading, index: int, best: Read, found: list[Check]
) -> tuple[Read, list[Check]] | None:
    """The first other reading of one block that is better, taken and noted."""
    for other in others(reading.blocks[index], found):
        blocks = [*reading.blocks[:index], other.block, *reading.blocks[index + 1 :]]
        read = interpret(reading, blocks)
        tried = checks(read)
        if _better(read, tried, best, found, other.proof):
            message = f"按表内勾稽关系改用另一种读法：{other.words}"
            at = other.block.header.rows[0].at
            reading.walked.issues.append(issue("reread", "note", message, at=at))
            reading.blocks = blocks
            return interpret(reading, blocks), tried
    return None


def _better(new: Read, tried: list[Check], old: Read, found: list[Check], proof: bool) -> bool:
    """Less that fails or is left over, more that holds; for a proof more of what is no chance."""
    failing, failed = (sum(1 for check in some if not check.holds) for some in (tried, found))
    holding, held = (_holding(some, proof) for some in (tried, found))
    left, before = len(new.leftovers), len(old.leftovers)
    return left <= before and failing <= failed and failing + left < failed + before and holding > held


def _holding(some: list[Check], proof: bool) -> int:
    return sum(1 for check in some if check.holds and not (proof and check.name in _WEAK))


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
    yield from _unknown(block)


def _unknown(block: Block) -> Iterator[Other]:
    """Roles for columns whose heading is unknown or ambiguous, where arithmetic may prove one."""
    provable = _PROVABLE.get(block.header.context, ())
    for column in block.header.columns:
        roles: tuple[str, ...] = ()
        if isinstance(column.near, vocabulary.Ambiguous):
            roles = column.near.roles
        elif column.slots and (column.role is None or (is_note(column) and in_figures(block, column))):
            taken = {*block.header.roles, *_excluded(column)}
            roles = tuple(role for role in provable if role not in taken)
        for role in roles:
            yield Other(_as(block, column, role), f"“{column.text}”一栏按“{_words(role)}”理解", proof=True)


def _excluded(column: Column) -> tuple[str, ...]:
    """Roles that a heading speaks against, whatever adds up: money of more than a year, points taken off."""
    words = key(column.text)
    if any(word in words for word in ("总投资", "概算", "合同", "规模", "累计", "总额度")):
        return ("initial",)
    return ("score", "weight") if any(word in words for word in ("扣", "减")) else ()


def _words(role: str) -> str:
    names = {
        "budget": "预算数", "executed": "执行数", "rate": "执行率", "initial": "年初预算数",
        "score": "得分", "weight": "分值", "target": "指标值", "actual": "完成值", "reason": "偏差原因",
    }  # fmt: skip
    return names.get(role, role)


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
