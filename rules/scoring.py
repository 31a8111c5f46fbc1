"""What the rules of scores say about a row, in the same words everywhere."""

from __future__ import annotations

from typing import Any

from extractors.records import Form, Indicator
from rules.achieving import Achievement
from rules.grouping import is_absent
from rules.quoting import cell, names, row_name
from rules.text import norm, words
from rules.wording import percent

_SHORT_REASON = 10  # characters; a reason of fewer explains little


def about(form: Form, row: Achievement | Indicator, *columns: str) -> dict[str, Any]:
    """Form, key, subject and quotes of a row, for an outcome."""
    record = row.row if isinstance(row, Achievement) else row
    return {
        "form": form,
        "key": names(record),
        "subject": row_name(record),
        "evidence": [cell(record, column) for column in columns],
    }


def shortfall(row: Achievement) -> str:
    """“高企认定”指标值≥34家，完成14家（41.18%）."""
    record = row.row
    share = f"（{percent(row.percent)}）" if row.percent is not None else ""
    return f"“{row_name(record)}”指标值{record.target_text}，完成值{record.actual_text}{share}"


def has_reason(row: Indicator) -> bool:
    """Something is written in 偏差及原因分析 other than 无, / or 0."""
    text = (row.reason_text or "").strip()
    return bool(text) and text not in words("no_reason") and norm(text) != ""


def explains(row: Indicator) -> bool:
    """A reason long enough to be one; whether it convinces is for people."""
    return has_reason(row) and len(norm(row.reason_text or "")) >= _SHORT_REASON


def reason_column(rows: list[Indicator]) -> bool:
    """True where the form has a column for reasons at all."""
    return any("reason" in row.places or row.reason_text for row in rows)


def named(rows: list[Indicator]) -> list[Indicator]:
    """Rows that name an indicator."""
    return [row for row in rows if not is_absent(row)]
