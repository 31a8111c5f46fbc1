"""A unit of money that one form leaves out and another form of the same document states."""

from __future__ import annotations

from decimal import Decimal

from extractors import records
from extractors.forms.normalise import key
from extractors.forms.reading import issue
from extractors.values import amount, figure

STAGES = ("initial", "budget", "arrived", "executed")
Row = records.Fund | records.SummaryRow


def _printed(rows: list[Row]) -> set[Decimal]:
    """The amounts as printed, whatever their unit; zeros say nothing."""
    texts = [getattr(row, f"{stage}_text", None) for row in rows for stage in STAGES]
    found = [figure(text) for text in texts if text]
    return {value.value for value in found if value and value.value and value.unit is None}


def units(out: records.Extract) -> None:
    """Amounts of a form without a unit, read in the unit of a form that prints the same amounts.

    Two equal amounts in one document are one fact, and forms of one kind under one title are
    printed in one unit; without either the unit stays unknown and amounts in 元 stay empty.
    `forms.amount_unit` keeps what the form itself states.
    """
    rows: dict[str, list[Row]] = {form.form_id: [] for form in out.forms}
    for fund in out.funds:
        rows[fund.form_id].append(fund)
    for unit_row in out.summary_rows:
        rows[unit_row.form_id].append(unit_row)
    stated = {form.form_id: form.amount_unit for form in out.forms if form.amount_unit}
    printed = {form_id: _printed(own) for form_id, own in rows.items()} if len(stated) < len(rows) else {}
    for form in out.forms:
        mine = printed[form.form_id] if form.form_id not in stated else set()
        units_of = {unit for other, unit in stated.items() if mine and mine & printed[other]}
        if len(units_of) == 1:
            unit = units_of.pop()
            _apply(form, rows[form.form_id], unit, out, f"与同一文件中以{unit}为单位的表金额相同")
        elif form.form_id not in stated and (own := _own_unit(rows[form.form_id])):
            _apply(form, rows[form.form_id], own, out, f"同表其他金额以{own}为单位")
        elif form.form_id not in stated and (above := _above(form, out.forms)):
            _apply(form, rows[form.form_id], above, out, f"接在以{above}为单位的表之后、共用其标题")


def _above(form: records.Form, forms: list[records.Form]) -> str | None:
    """The unit of the form under whose title this one stands, where it has none of its own."""
    before = [other for other in forms if other.order < form.order]
    titled = next((other for other in reversed(before) if other.title), None)
    if form.title or titled is None or titled.form_kind != form.form_kind:
        return None
    between = [other for other in before if other.order > titled.order]
    same = all(other.form_kind == form.form_kind and other.amount_unit is None for other in between)
    return titled.amount_unit if same else None


def _own_unit(rows: list[Row]) -> str | None:
    """The one unit that some amounts of a form carry in their cells while others print none."""
    texts = [getattr(row, f"{stage}_text", None) for row in rows for stage in STAGES]
    printed = [key(text) for text in texts if text and key(text).endswith("元")]
    named = {text[len(text.rstrip("亿万千百元")) :] for text in printed}
    bare = [text for text in texts if text and (value := figure(text)) and value.unit is None and value.value]
    return named.pop() if len(named) == 1 and bare else None


def _apply(form: records.Form, rows: list[Row], unit: str, out: records.Extract, why: str) -> None:
    bare = [(row, stage) for row in rows for stage in STAGES if getattr(row, f"{stage}_text", None)]
    bare = [(row, stage) for row, stage in bare if getattr(row, f"{stage}_yuan") is None]
    if not bare:
        return
    for row, stage in bare:
        setattr(row, f"{stage}_yuan", amount(getattr(row, f"{stage}_text"), unit))
    found = issue(
        "unit_inherited",
        "note",
        f"本表未写明金额单位，因{why}，按{unit}换算",
        at=form.at,
    )
    found.form_id, found.document_id = form.form_id, form.document_id
    out.issues.append(found)
