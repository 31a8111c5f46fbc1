"""Records for tests of rules, as plain functions: only what a case is about is said."""

from __future__ import annotations

from decimal import Decimal
from itertools import count

from extractors import records
from rules.checking import check
from rules.families import find
from rules.profile import default
from rules.submission import Submission

_rows = count(1)


def dec(x):
    return None if x is None else Decimal(str(x))


def form(kind="department", **more):
    """A form; ids are its kind unless given."""
    more.setdefault("form_id", kind)
    more.setdefault("unit_name", "临江市云溪区水利局")
    more.setdefault("amount_unit", "万元")
    for name in ("total_weight", "total_score"):
        value = more.pop(name, None)
        if value is not None:
            more[f"{name}_points"], more[f"{name}_text"] = dec(value), str(value)
    return records.Form(document_id="d", form_kind=kind, fiscal_year=2021, at="t1", **more)


def row(number=1, form_id="department", **more):
    """An indicator row. `target` and `actual` are (value, unit) or text, `weight`, `score` numbers."""
    for side in ("target", "actual"):
        value = more.pop(side, None)
        if isinstance(value, tuple):
            more |= _value(side, *value)
        elif value is not None:
            more |= {f"{side}_text": value, f"{side}_kind": "text"}
    for name in ("weight", "score"):
        value = more.pop(name, None)
        if value is not None:
            more[f"{name}_points"], more[f"{name}_text"] = dec(value), str(value)
    for name in ("level1", "level2", "level3"):
        if f"{name}_weight" in more:
            more[f"{name}_weight_points"] = dec(more.pop(f"{name}_weight"))
    if "reason" in more:
        more["reason_text"] = more.pop("reason")
    more.setdefault("level1", "产出指标")
    more.setdefault("level2", "数量指标")
    more.setdefault("level3", f"指标第{number}")
    at = f"t1.r{number + 10}"
    columns = ("level3", "target", "actual", "weight", "score", "reason")
    places = {name: f"{at}.c{i}" for i, name in enumerate(columns, 4)} | more.pop("places", {})
    return records.Indicator(form_id=form_id, document_id="d", row=number, at=at, places=places, **more)


def _value(side, printed, unit="", scale=1):
    """`(">=34", "家")`: sign, number as printed, unit; `scale` for 万, 亿."""
    text = str(printed)
    sign = next((x for x in (">=", "<=", "=", ">", "<") if text.startswith(x)), None)
    number = text[len(sign or "") :]
    low, _, high = number.partition("~")
    glyph = {">=": "≥", "<=": "≤"}.get(sign or "", sign or "")
    shown = {1: "", 10**4: "万", 10**8: "亿"}[scale]
    return {
        f"{side}_text": f"{glyph}{number}{shown}{unit}",
        f"{side}_sign": sign,
        f"{side}_value": dec(low) * scale,
        f"{side}_value_high": dec(high) * scale if high else None,
        f"{side}_unit": unit or None,
        f"{side}_kind": "number",
    }


def fund(number=1, label="年度资金总额", partition="total", item="total", form_id="department", **more):
    """A money row; amounts as printed in 万元 (`unit="元"` otherwise), `rate` with its % sign."""
    scale = 1 if more.pop("unit", "万元") == "元" else 10_000
    for name in ("initial", "budget", "arrived", "executed"):
        value = more.pop(name, None)
        if value is not None:
            more[f"{name}_text"] = str(value)
            more[f"{name}_yuan"] = dec(str(value).replace(",", "")) * scale
    more |= _rate(more.pop("rate", None))
    for name in ("weight", "score"):
        value = more.pop(name, None)
        if value is not None:
            more[f"{name}_points"], more[f"{name}_text"] = dec(value), str(value)
    at = f"t1.r{number}"
    return records.Fund(
        form_id=form_id,
        document_id="d",
        row=number,
        label=label,
        partition=partition,
        item=item,
        at=at,
        **more,
    )


def unit_row(number=1, name="临江市云溪区水利局", form_id="summary", **more):
    """A row of a 汇总表; `total=True` for 合计."""
    total = more.pop("total", False)
    for column in ("budget", "executed"):
        value = more.pop(column, None)
        if value is not None:
            more[f"{column}_text"], more[f"{column}_yuan"] = str(value), dec(value) * 10_000
    more |= _rate(more.pop("rate", None))
    for column in ("self_score", "review_score"):
        value = more.pop(column, None)
        if value is not None:
            more[f"{column}_text"], more[f"{column}_points"] = str(value), dec(value)
    return records.SummaryRow(
        form_id=form_id, document_id="d", row=number, is_total=total, unit_name=None if total else name,
        at=f"t9.r{number}", **more,
    )  # fmt: skip


def _rate(text):
    if text is None:
        return {}
    return {"rate_text": text, "rate_percent": dec(text.rstrip("%"))}


def section(key, text="", heading="标题", order=1, form_id="report", **more):
    """A section of a report."""
    more.setdefault("section_id", f"s{next(_rows)}")
    return records.Section(
        form_id=form_id, document_id="d", order=order, depth=2, heading=heading, key=key, text=text,
        at=f"b{order}", **more,
    )  # fmt: skip


def goal(target=None, actual=None, number=1, form_id="department"):
    """A goal row."""
    return records.Goal(
        form_id=form_id,
        document_id="d",
        row=number,
        target_text=target,
        actual_text=actual,
        at=f"t1.r{number}",
    )


def submission(*parts, **more):
    """A submission of the given records, each put into its table; a department form by default."""
    record = records.Submission(
        submission_id="s1", fiscal_year=2021, unit_name="临江市云溪区水利局", unit_key="云溪区水利局"
    )
    view = Submission(record=record, **more)
    view.documents.append(records.Document(document_id="d", path="水利局.docx", status="complete"))
    tables = {
        records.Form: view.forms, records.Indicator: view.indicators, records.Fund: view.funds,
        records.SummaryRow: view.summary_rows, records.Goal: view.goals, records.Section: view.sections,
        records.Figure: view.figures, records.Link: view.links, records.Issue: view.issues,
        records.Cell: view.cells, records.Block: view.blocks,
    }  # fmt: skip
    for part in parts:
        for one in part if isinstance(part, list) else [part]:
            tables[type(one)].append(one)
    if not view.forms:
        view.forms.append(form())
    return view


def run(rule_id, *parts, profile=None):
    """The findings of one rule on a submission of these records."""
    return check(submission(*parts), profile or default(), [find(rule_id)])


def results(rule_id, *parts, profile=None):
    """Their results only, in order."""
    return [finding.result for finding in run(rule_id, *parts, profile=profile)]
