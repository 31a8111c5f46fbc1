"""Money as label and value pairs beside each other: 预算数：n | 到位数：n | 执行数：n."""

from __future__ import annotations

from extractors import records
from extractors.forms.block import Block, Read
from extractors.forms.grid import Row, Slot
from extractors.forms.headers import Header
from extractors.forms.layouts.money import is_known, item
from extractors.forms.normalise import squeeze
from extractors.values import amount, percent

STAGES = ("budget", "arrived", "executed")


def claims(block: Block) -> bool:
    """A money header under which a row prints more than one label of its own."""
    return block.header.context == "funds" and any(_labels(row) > 1 for row, _ in block.rows)


def _labels(row: Row) -> int:
    return sum(1 for slot in row.filled if is_known(slot.text))


def read(block: Block) -> Read:
    """One record a row: its label from the first pair, each stage from the pair under it."""
    out = Read()
    for row, header in block.rows:
        pairs, rest = _pairs(row)
        if not pairs:
            out.leftovers.extend(slot for slot in row.filled if slot.at not in out.uses)
            continue
        out.funds.append(_record(row, header, pairs, rest, block.unit, out))
    return out


def _pairs(row: Row) -> tuple[list[tuple[Slot, Slot | None]], list[Slot]]:
    """The (label, value) pairs of a row in order, and the cells that belong to none."""
    pairs: list[tuple[Slot, Slot | None]] = []
    rest: list[Slot] = []
    slots = row.own
    index = 0
    while index < len(slots):
        slot = slots[index]
        index += 1
        if not is_known(slot.text):
            rest.append(slot)
            continue
        value = slots[index] if index < len(slots) and not is_known(slots[index].text) else None
        pairs.append((slot, value))
        index += value is not None
    return pairs, [slot for slot in rest if slot.text]


def _record(
    row: Row,
    header: Header,
    pairs: list[tuple[Slot, Slot | None]],
    rest: list[Slot],
    unit: str | None,
    out: Read,
) -> records.Fund:
    label = pairs[0][0]
    kind, _ = item(label.text)
    fund = records.Fund(
        form_id="",
        document_id="",
        row=len(out.funds) + 1,
        label=squeeze(label.text),
        partition="total" if kind == "total" else "source",
        item=kind,
        at=row.at,
        places={"label": label.at},
    )
    stages = [column.role for column in header.columns if column.role in STAGES]
    for stage, (own, value) in zip(stages, pairs, strict=False):
        out.uses[own.at] = "label"
        if value is not None and value.text:
            out.uses[value.at] = str(stage)
            fund.places[str(stage)] = value.at
            setattr(fund, f"{stage}_text", value.text)
            setattr(fund, f"{stage}_yuan", amount(value.text, unit))
    _rate(fund, header, rest, out)
    return fund


def _rate(fund: records.Fund, header: Header, rest: list[Slot], out: Read) -> None:
    """A figure without a label of its own is the rate, where the header has one."""
    if header.first("rate") and len(rest) == 1 and (value := percent(rest[0].text)) is not None:
        fund.rate_text, fund.rate_percent = rest[0].text, value
        fund.places["rate"] = rest[0].at
        out.uses[rest[0].at] = "rate"
    else:
        out.leftovers.extend(rest)
