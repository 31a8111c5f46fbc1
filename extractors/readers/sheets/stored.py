"""Numbers as the files of spreadsheets store them: decimal text, ISO dates."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal, InvalidOperation

_EPOCH = date(1899, 12, 30)
_LARGEST = 310  # decimal places before the point; a spreadsheet's own numbers end at 10**308


def number(text: str) -> Decimal | None:
    """The number of a stored text, or None where it is none."""
    try:
        value = Decimal(text.strip())
    except InvalidOperation:
        return None
    return value if value.is_finite() and abs(value.adjusted()) < _LARGEST else None


def days(text: str) -> Decimal | None:
    """An ISO date as a spreadsheet's number of days, or None where it is none."""
    try:
        found = datetime.fromisoformat(text.strip())
    except ValueError:
        return None
    seconds = Decimal(found.hour * 3600 + found.minute * 60 + found.second)
    return (found.date() - _EPOCH).days + seconds / 86_400
