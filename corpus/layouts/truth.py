"""What a drawn form says, told by the one who drew it."""

from __future__ import annotations

from decimal import Decimal

import msgspec

from extractors.document import Document


class RowTruth(msgspec.Struct, kw_only=True):
    """One indicator row. A text may be right in several forms (split columns, repeated signs)."""

    level1: str | None
    level2: str | None
    level3: str
    target_text: list[str] = []
    target_sign: str | None = None
    target_value: Decimal | None = None
    target_unit: str | None = None
    actual_text: list[str] = []
    actual_value: Decimal | None = None
    weight: Decimal | None = None
    score: Decimal | None = None
    reason: str | None = None
    detail: bool = False
    review_score: Decimal | None = None
    unsure: list[str] = []  # checks that a careful reader would leave open: target_value, reason …


class FundTruth(msgspec.Struct, kw_only=True):
    """One money row; amounts in 元."""

    item: str
    initial: Decimal | None = None
    budget: Decimal | None = None
    executed: Decimal | None = None
    rate: Decimal | None = None
    weight: Decimal | None = None
    score: Decimal | None = None
    unsure: list[str] = []


class SummaryTruth(msgspec.Struct, kw_only=True):
    """One row of a 汇总表."""

    unit_name: str | None
    is_total: bool
    budget: Decimal | None = None
    executed: Decimal | None = None
    rate: Decimal | None = None
    self_score: Decimal | None = None
    review_score: Decimal | None = None
    unsure: list[str] = []


class FormTruth(msgspec.Struct, kw_only=True):
    """One form of a drawn document."""

    kind: str
    year: int | None = None
    unit_name: str | None = None
    project_name: str | None = None
    total_weight: Decimal | None = None
    total_score: Decimal | None = None
    rows: list[RowTruth] = []
    any_order: bool = False  # halves side by side: rows may come in either order
    funds: list[FundTruth] = []
    summary: list[SummaryTruth] = []
    goals: list[tuple[str | None, str | None]] = []


class Drawn(msgspec.Struct, kw_only=True):
    """A document with all that it says."""

    document: Document
    forms: list[FormTruth]
