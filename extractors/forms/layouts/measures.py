"""The measured columns of an indicator row: target, actual, weight, score, reason."""

from __future__ import annotations

import regex

from extractors import records
from extractors.forms import vocabulary
from extractors.forms.block import Cells, dec
from extractors.values import CellValue, beside, parse_parts, parse_value

_BRACKET = regex.compile(r"[（(]\s*+([^（）()]{1,8}+)[）)]\s*+$")
_SHARE = regex.compile(r"[（(]\s*+(?:完成率|占|达)?[:：]?\s*+[0-9.]{1,8}+\s*+[%％]\s*+[）)]\s*+$")
_SHARES = 3  # behind one value, at most


def _value(text: str | None, sign: str | None, unit: str | None) -> CellValue:
    """A printed value; shares in brackets behind it, `12公里（占95%）`, are taken off where they hide it."""
    value = parse_parts(sign, text, unit) if sign or unit else parse_value(text or "")
    for _ in range(_SHARES):
        share = _SHARE.search(text) if text and value.kind == "text" else None
        text = text[: share.start()].rstrip() if text and share else None
        if not text:
            break
        value = parse_parts(sign, text, unit) if sign or unit else parse_value(text)
    return value


def _unit_in_name(row: records.Indicator, cells: Cells) -> str | None:
    """门急诊服务量（万人次） under 指标名称（计量单位）: the unit of the bare numbers beside it."""
    column = cells.header.first("level3", "name")
    found = _BRACKET.search(row.level3 or "") if column is not None and "单位" in column.text else None
    return found.group(1) if found and parse_value(f"1{found.group(1)}").unit else None


def _joined(cells: Cells, *roles: str) -> str | None:
    """The text of a value, also where its heading stands over several cells: ≥ | 50 | 个."""
    for role in roles:
        slots = [slot for slot in cells.by_role.get(role, ()) if slot.text]
        if slots:
            return "".join(slot.text for slot in slots) if len(slots) > 1 else slots[0].text
    return None


def measured(row: records.Indicator, cells: Cells) -> None:
    """Fill the measured columns of a record from the cells of its row.

    Two printed targets: the adjusted one counts where it is filled. A sign or unit column
    belongs to the target; the unit column also to a completion value that prints none.
    """
    adjusted, printed = _joined(cells, "adjusted_target"), _joined(cells, "target")
    initial = _joined(cells, "initial_target")
    main = adjusted if adjusted and not vocabulary.is_placeholder(adjusted) else printed
    row.target_text = main or initial or adjusted
    row.initial_target_text = initial if main else None
    if main and initial is None and adjusted and printed:
        row.initial_target_text = printed if main == adjusted else None
    sign, unit = cells.text("sign"), cells.text("unit") or _unit_in_name(row, cells)
    target = _value(row.target_text, sign, unit)
    row.target_sign, row.target_unit, row.target_kind = target.sign, target.unit, target.kind
    row.target_value, row.target_value_high = target.value, target.high
    row.actual_text = _joined(cells, "actual")
    actual_unit = cells.text("actual_unit")
    actual = beside(_value(row.actual_text, cells.text("actual_sign"), actual_unit or unit), target)
    row.actual_sign, row.actual_unit, row.actual_kind = actual.sign, actual.unit, actual.kind
    row.actual_value, row.actual_value_high = actual.value, actual.high
    row.weight_text, row.score_text = cells.text("weight"), cells.text("score")
    row.weight_points, row.score_points = dec(row.weight_text), dec(row.score_text)
    row.review_actual_text = cells.text("review_actual")
    row.review_score_text = cells.text("review_score")
    row.review_score_points = dec(row.review_score_text)
    row.reason_text = cells.text("reason") or cells.text("remark")
