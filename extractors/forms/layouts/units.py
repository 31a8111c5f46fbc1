"""One row a unit, as in a 汇总表."""

from __future__ import annotations

from extractors import records
from extractors.forms import rows as kinds
from extractors.forms import vocabulary
from extractors.forms.block import Block, Cells, Read, dec
from extractors.forms.grid import Row
from extractors.forms.headers import Header
from extractors.values import amount, rate

COLUMNS = {role: role for role in ("unit_name", "budget", "executed", "rate", "self_score", "review_score")}
SAID = ("unit_name", "project_name", "budget", "executed", "rate", "self_score", "review_score")


def claims(block: Block) -> bool:
    """A header with units and their scores."""
    return block.header.context == "summary"


def read(block: Block) -> Read:
    """One record for each unit row and for 合计; pre-printed empty rows give none."""
    out = Read()
    for row, header in block.rows:
        cells = Cells(row, header, out.uses)
        is_total = kinds.is_total(row)
        said = [role for role in SAID if not vocabulary.is_placeholder(cells.own(role) or "")]
        cells.mark()
        if not said or (is_total and len(row.filled) == 1):
            for slot in row.filled:
                out.uses[slot.at] = "ignored:empty_row"
            continue
        if is_total:
            out.uses[row.filled[0].at] = "total_label"
        out.leftovers.extend(cells.unknown)
        out.summary_rows.append(_record(row, cells, is_total, header, block.unit, len(out.summary_rows) + 1))
        _carry(out.summary_rows)
    return out


def _carry(rows: list[records.SummaryRow]) -> None:
    """A project under the unit of the row above, where merges are unknown."""
    last = rows[-1]
    if last.unit_name is None and last.project_name and len(rows) > 1 and not rows[-2].is_total:
        last.unit_name = rows[-2].unit_name


def _record(
    row: Row, cells: Cells, is_total: bool, header: Header, unit: str | None, number: int
) -> records.SummaryRow:
    units = {c.role: c.unit for c in header.columns if c.role and c.unit}
    out = records.SummaryRow(form_id="", document_id="", row=number, is_total=is_total, at=row.at)
    out.unit_name = row.filled[0].text if is_total else cells.text("unit_name")
    out.project_name = None if is_total else cells.text("project_name")
    for stage in ("budget", "executed"):
        text = cells.text(stage)
        setattr(out, f"{stage}_text", text)
        setattr(out, f"{stage}_yuan", amount(text, units.get(stage, unit)) if text else None)
    out.rate_text = cells.text("rate")
    out.rate_percent = rate(out.rate_text, out.budget_text, out.executed_text) if out.rate_text else None
    out.self_score_text, out.review_score_text = cells.text("self_score"), cells.text("review_score")
    out.self_score_points, out.review_score_points = dec(out.self_score_text), dec(out.review_score_text)
    out.places = cells.places(COLUMNS)
    return out
