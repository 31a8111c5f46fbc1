"""Money turned round: a column a source, a row a stage."""

from __future__ import annotations

from extractors import records
from extractors.forms.aligning import assign
from extractors.forms.block import Block, Read
from extractors.forms.columns import MONEY, Column
from extractors.forms.grid import Row, Slot
from extractors.forms.money_stages import stage
from extractors.forms.normalise import squeeze
from extractors.values import amount, percent

STAGES = MONEY - {"surplus"}


def claims(block: Block) -> bool:
    """A header of money sources, under which rows are named for stages."""
    return block.header.context == "items"


def read(block: Block) -> Read:
    """One record a column with a source, filled row by row; stages without a field are only marked."""
    out = Read()
    funds: dict[int, records.Fund] = {}
    for row, header in block.rows:
        of = _stage(row)
        if of is None:
            out.leftovers.extend(row.filled)
            continue
        out.uses[row.filled[0].at] = f"label:{of}"
        for index, slots in assign(row, header).items():
            column = header.columns[index] if index >= 0 else None
            for slot in slots:
                if not slot.text or slot.at == row.filled[0].at:
                    continue
                if column is None or column.role is None:
                    out.leftovers.append(slot)
                    continue
                fund = funds.setdefault(index, _fund(column))
                _fill(fund, of, slot, block.unit, out)
    out.funds = [funds[index] for index in sorted(funds)]
    return out


def _stage(row: Row) -> str | None:
    found = stage(row.filled[0].text) if row.filled else None
    return found.role if found and found.role in MONEY else None


def _fund(column: Column) -> records.Fund:
    head = column.slots[-1]
    role = str(column.role)
    return records.Fund(
        form_id="",
        document_id="",
        row=1,
        label=squeeze(head.text),
        partition="total" if role == "total" else "source",
        item=role,
        at=head.at,
        places={"label": head.at},
    )


def _fill(fund: records.Fund, stage: str, slot: Slot, unit: str | None, out: Read) -> None:
    out.uses[slot.at] = stage
    if stage == "rate":
        fund.rate_text, fund.rate_percent = slot.text, percent(slot.text)
    elif stage in STAGES:
        setattr(fund, f"{stage}_text", slot.text)
        setattr(fund, f"{stage}_yuan", amount(slot.text, unit))
    else:
        return
    fund.places[stage] = slot.at
