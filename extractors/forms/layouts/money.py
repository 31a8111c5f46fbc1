"""Money rows: one line a source or a structure part, stages side by side."""

from __future__ import annotations

from decimal import Decimal

import regex

from extractors import records
from extractors.forms import vocabulary
from extractors.forms.block import Block, Cells, Read, dec
from extractors.forms.columns import MONEY
from extractors.forms.grid import Row, Slot
from extractors.forms.headers import Header
from extractors.forms.normalise import heading, key, squeeze
from extractors.values import amount, figure, is_masked, parse_value, rate

_PREFIX = regex.compile(r"(?:其中|其 中)[:：]?")
_LIST = regex.compile(r"^(?:\(?[0-9一二三四五六七八九十]{1,2}\)|[0-9]{1,2}[.、](?![0-9])|[①-⑳])")
STAGES = ("initial", "budget", "arrived", "executed")
COLUMNS = {
    role: role
    for role in ("label", "initial", "budget", "arrived", "executed", "rate", "weight", "score", "reason")
}


def claims(block: Block) -> bool:
    """A money header whose rows are named in a label column, or one unnamed row."""
    return block.header.context == "funds" and all(_labels(row) < 2 for row, _ in block.rows)


def _labels(row: Row) -> int:
    return sum(1 for slot in row.filled if is_known(slot.text))


def item(label: str) -> tuple[str, str | None]:
    """What a money row is for, and the partition that its own label names.

    `资金来源：（1）财政拨款` is fiscal, source; an unknown label is `other`.
    """
    text, partition = key(label), None
    for name in ("source", "structure"):
        for word in vocabulary.ordered("partitions", f"{name}_words"):
            if text.startswith(word) and text != word:
                text, partition = text[len(word) :].lstrip(":"), name
    text = _LIST.sub("", _PREFIX.sub("", text))
    known = vocabulary.words("items")
    plain = heading(text).key
    bare = heading(text.partition("(")[0]).key  # 财政资金（含上级）
    return known.get(plain) or known.get(bare) or _guess(bare or plain), partition


def _guess(plain: str) -> str:
    """By the words in a label nobody has seen; a label that names the whole block is its total."""
    if plain in vocabulary.data()["funds"]["side"]:
        return "total"
    words = vocabulary.data()["item_words"]["order"]
    return next((kind for word, kind in words if word in plain), "other")


def is_known(label: str) -> bool:
    """True for a label that the vocabulary has, apart from its prefix."""
    text = _LIST.sub("", _PREFIX.sub("", key(label)))
    for name in ("source_words", "structure_words"):
        for word in vocabulary.ordered("partitions", name):
            text = _LIST.sub("", text.removeprefix(word).lstrip(":"))
    return heading(text).key in vocabulary.words("items")


def read(block: Block) -> Read:
    """One record for each money row; a partition named once holds until the next."""
    out, current = Read(), None
    for row, header in block.rows:
        cells = Cells(row, header, out.uses)
        label = _label(cells)
        values = [cells.slot(role) for role in sorted(MONEY)]
        said = any(slot and not slot.carried and _is_amount(slot.text) for slot in values)
        if label is None or not (said or is_known(label.text)):
            _leave(row, cells, out)
            continue
        cells.mark()
        out.uses[label.at] = "label"
        label = _named(label, header)
        kind, named = item(label.text)
        named = named or _announced(cells)
        if kind == "other" and any(label.at == slot.at for c in header.columns for slot in c.slots):
            kind = "total"  # the words over the whole block
        current = named or current
        out.leftovers.extend(cells.unknown)
        out.funds.append(
            _record(cells, label, kind, _partition(kind, current), header, block.unit, len(out.funds) + 1)
        )
    _summed(out.funds)
    return out


def _summed(funds: list[records.Fund]) -> None:
    """Where no label means the total, the row whose amounts are the sums of all others is it."""
    if len(funds) < 3 or any(fund.item == "total" for fund in funds):
        return
    for fund in funds:
        rest = [other for other in funds if other is not fund]
        sums = [(_figure(fund, stage), [_figure(other, stage) for other in rest]) for stage in STAGES]
        said = [(own, sum(value or 0 for value in others)) for own, others in sums if own]
        if fund.item == "other" and said and all(own == whole for own, whole in said):
            fund.item = fund.partition = "total"
            return


def _figure(fund: records.Fund, stage: str) -> Decimal | None:
    text = getattr(fund, f"{stage}_text")
    found = figure(text) if text else None
    return found.value if found else None


def _announced(cells: Cells) -> str | None:
    """The partition that a cell left of the label names: 支出构成 | 基本支出."""
    for slot in cells.by_role.get("label", ())[:-1]:
        for name in ("source", "structure"):
            if (
                slot.text
                and not slot.carried
                and key(slot.text) in vocabulary.listed("partitions", f"{name}_words")
            ):
                return name
    return None


def _is_amount(text: str) -> bool:
    """True for a figure, also a hidden one."""
    return is_masked(text) or parse_value(text).kind == "number"


def _partition(kind: str, current: str | None) -> str:
    parts = vocabulary.data()["partitions"]
    if kind in parts["total"]:
        return "total"
    return current or ("structure" if kind in parts["structure"] else "source")


def _label(cells: Cells) -> Slot | None:
    """The row's label: the last cell under its heading, else the side label of a one-row block."""
    own = [slot for slot in cells.by_role.get("label", ()) if slot.text and not slot.carried]
    slot = own[-1] if own else cells.slot("label")
    if slot is not None and slot.text:
        return slot
    side = cells.slot("side")
    return side if side is not None and side.text else slot


def _named(label: Slot, header: Header) -> Slot:
    """A label that is only a unit, `（万元）`, goes by the words of the header over it."""
    column = header.first("label")
    if heading(label.text).key or column is None or not column.slots:
        return label
    return column.slots[-1]


def _leave(row: Row, cells: Cells, out: Read) -> None:
    for slot in row.filled:
        if vocabulary.is_placeholder(slot.text):
            out.uses.setdefault(slot.at, "ignored:placeholder")
        elif slot.at not in out.uses:
            out.leftovers.append(slot)


def _record(
    cells: Cells, label: Slot, kind: str, partition: str, header: Header, unit: str | None, number: int
) -> records.Fund:
    row = records.Fund(
        form_id="",
        document_id="",
        row=number,
        label=squeeze(label.text),
        partition=partition,
        item=kind,
        at=cells.row.at,
    )
    units = {c.role: c.unit for c in header.columns if c.role and c.unit}
    for stage in STAGES:
        text = cells.text(stage)
        setattr(row, f"{stage}_text", text)
        setattr(row, f"{stage}_yuan", amount(text, units.get(stage, unit)) if text else None)
    row.rate_text = cells.text("rate")
    if row.rate_text:
        row.rate_percent = rate(row.rate_text, row.budget_text or row.initial_text, row.executed_text)
    row.weight_text, row.score_text = cells.text("weight"), cells.text("score")
    row.weight_points, row.score_points = dec(row.weight_text), dec(row.score_text)
    row.reason_text = cells.text("reason")
    row.places = cells.places(COLUMNS) | {"label": label.at}
    return row
