"""Money as one line of labels with their amounts: 预算数 | n | 执行数 | n | 执行率 | n%."""

from __future__ import annotations

from extractors import records
from extractors.forms import vocabulary
from extractors.forms.block import Block, Read, dec
from extractors.forms.columns import MONEY, Column
from extractors.forms.contents import content
from extractors.forms.grid import Row, Slot
from extractors.forms.headers import Header
from extractors.forms.layouts.money import is_known, item
from extractors.forms.money_stages import stage
from extractors.forms.normalise import heading, squeeze
from extractors.values import amount, rate

CONTEXT = "stages"
AMOUNTS = MONEY - {"rate", "surplus"}
_FIGURES = frozenset({"points", "number", "percent"})


def header(row: Row) -> Header | None:
    """The labels of such a row as the columns over its figures; None for any other row.

    At least two stages, each with a figure or a blank beside it, and two figures in all.
    """
    slots = row.own
    columns: list[Column] = []
    index = 0
    while index < len(slots):
        label, value = slots[index], slots[index + 1] if index + 1 < len(slots) else None
        found = stage(label.text) if label.text else None
        index += 1
        if value is None or found is None or found.role not in MONEY | {"weight", "score"}:
            if value is not None and (columns or content(value.text) in _FIGURES) and _is_other(label, value):
                index += 1  # a label of its own, with its value: 自评总分 | 97.8, 合同金额 | 120
            elif columns and label.text:
                return None  # something else among the pairs
            continue
        if not (vocabulary.is_placeholder(value.text) or content(value.text) in _FIGURES):
            if columns:
                return None
            continue
        near = None if found.exact else found
        columns.append(
            Column(found.role, value.column, value.stop, [label], heading(label.text).unit, near=near)
        )
        index += 1
    return Header(CONTEXT, columns, [row]) if _is_money(columns, row) else None


def _is_other(label: Slot, value: Slot) -> bool:
    """A label that is no stage beside its own figure."""
    if vocabulary.match("labels", label.text):
        return True
    return content(label.text) == "text" and content(value.text) in _FIGURES and len(label.text) <= 12


def _is_money(columns: list[Column], row: Row) -> bool:
    roles = [column.role for column in columns]
    figures = sum(1 for slot in row.own if content(slot.text) in _FIGURES)
    return len(set(roles)) == len(roles) >= 2 and len(set(roles) & AMOUNTS) >= 1 and figures >= 2


def continues(block: Block, row: Header) -> bool:
    """True for a further row about the same money: its stages are others."""
    return block.header.context == CONTEXT and not any(own.roles & row.roles for _, own in block.rows)


def has_amounts(row: Row) -> bool:
    """True for a row of labels that money goes by, each with its figure."""
    known = sum(1 for slot in row.filled if is_known(slot.text))
    return known > 0 and any(content(slot.text) in _FIGURES for slot in row.filled)


def claims(block: Block) -> bool:
    """Rows of labelled stages."""
    return block.header.context == CONTEXT


def read(block: Block) -> Read:
    """One record for all rows of the block: the money that the first cell names, else the total."""
    out = Read()
    label = _label(block.rows[0][0], block.header)
    kind, _ = item(label.text)
    kind = kind if is_known(label.text) and not heading(label.text).unit else "total"
    fund = records.Fund(
        form_id="",
        document_id="",
        row=1,
        label=squeeze(label.text),
        partition="total" if kind == "total" else "source",
        item=kind,
        at=block.rows[0][0].at,
        places={"label": label.at},
    )
    for row, header in block.rows:
        if row is not header.rows[0]:
            _further(row, header, block.unit, out)
            continue
        for column in header.columns:
            value = next((slot for slot in row.own if slot.column == column.start), None)
            if value is None:  # merged with the row above
                continue
            role = str(column.role)
            out.uses[column.slots[0].at] = f"label:{role}"
            out.uses[value.at] = role
            _fill(fund, role, value, column.unit or block.unit)
        first = header.columns[0].slots[0].column
        out.uses.update(
            {slot.at: "label" for slot in row.filled if slot.at not in out.uses and slot.column < first}
        )
        out.leftovers.extend(slot for slot in row.filled if slot.at not in out.uses)
    if fund.rate_text:
        fund.rate_percent = rate(fund.rate_text, fund.budget_text or fund.initial_text, fund.executed_text)
    out.funds.insert(0, fund)
    for number, each in enumerate(out.funds, start=1):
        each.row = number
    return out


def _further(row: Row, header: Header, unit: str | None, out: Read) -> None:
    """A row under one of stages, each amount beside its own label: 财政拨款 | n | 财政拨款 | n."""
    label = next((slot for slot in row.filled if is_known(slot.text)), None)
    if label is None:
        out.leftovers.extend(row.filled)
        return
    kind, named = item(label.text)
    fund = records.Fund(
        form_id="",
        document_id="",
        row=1,
        label=squeeze(label.text),
        partition="total" if kind == "total" else named or "source",
        item=kind,
        at=row.at,
        places={"label": label.at},
    )
    for column in header.columns:
        value = next((slot for slot in row.own if slot.column == column.start), None)
        if value is not None and content(value.text) in _FIGURES:
            out.uses[value.at] = str(column.role)
            _fill(fund, str(column.role), value, column.unit or unit)
    out.uses.update({slot.at: "label" for slot in row.filled if is_known(slot.text)})
    out.leftovers.extend(slot for slot in row.filled if slot.at not in out.uses)
    if fund.rate_text:
        fund.rate_percent = rate(fund.rate_text, fund.budget_text or fund.initial_text, fund.executed_text)
    out.funds.append(fund)


def _label(row: Row, header: Header) -> Slot:
    """The cell before the first stage, `资金（万元）` or 财政拨款; the first stage where there is none."""
    first = header.columns[0].slots[0]
    return next((slot for slot in row.filled if slot.column < first.column), first)


def _fill(fund: records.Fund, role: str, value: Slot, unit: str | None) -> None:
    if not value.text or role == "surplus":
        return
    setattr(fund, f"{role}_text", value.text)
    fund.places[role] = value.at
    if role in AMOUNTS:
        setattr(fund, f"{role}_yuan", amount(value.text, unit))
    elif role in ("weight", "score"):
        setattr(fund, f"{role}_points", dec(value.text))
