"""A figure's whole way: its row, the sentences that speak of it, the findings that rest on it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec

from extractors.records import Document, Figure, Finding, Form, Indicator, Link
from pipeline.refusal import Refused
from pipeline.store import Dataset, open_dataset

_SOME = 12  # names that a message lists


class Trace(msgspec.Struct, kw_only=True):
    """One indicator row with all that hangs on it."""

    file: str
    form: Form
    indicator: Indicator
    figures: list[tuple[Link, Figure]] = []
    findings: list[Finding] = []


def trace(root: Path, unit: str, indicator: str) -> list[Trace]:
    """Every row of units named `unit` whose indicator's name holds `indicator`, both in part.

    Raises Refused where there is none, with names that there are.
    """
    from pipeline.reports.material import gravity

    dataset = open_dataset(root)
    ids = _submissions(dataset, unit)
    forms = {form.form_id: form for form in _all(dataset, "forms", _among("submission_id", ids))}
    known: list[Indicator] = _all(dataset, "indicators", _among("form_id", list(forms)))
    rows = [row for row in known if indicator in (row.level3 or row.level2 or "")]
    if not rows:
        names = dict.fromkeys(row.level3 or row.level2 or "" for row in known)
        raise Refused(f"“{unit}”的表中没有名称含“{indicator}”的指标；有：{_some(names)}。")
    paths = _paths(dataset, {row.document_id for row in rows})
    links: list[Link] = _all(dataset, "links", _among("submission_id", ids))
    figures = _figures(dataset, links)
    findings: list[Finding] = sorted(_all(dataset, "findings", _among("submission_id", ids)), key=gravity)
    return [
        Trace(
            file=paths.get(row.document_id, ""),
            form=forms[row.form_id],
            indicator=row,
            figures=[
                (link, figures[link.figure_id])
                for link in links
                if (link.table, link.form_id, link.row) == ("indicators", row.form_id, row.row)
                and link.figure_id in figures
            ],
            findings=[finding for finding in findings if _rests_on(finding, row)],
        )
        for row in rows
    ]


def _submissions(dataset: Dataset, unit: str) -> list[str]:
    found = dataset.read_table("submissions", ["submission_id", "unit_key", "unit_name"]).to_pylist()
    ours = [s["submission_id"] for s in found if unit in (s["unit_name"] or "") or unit in s["unit_key"]]
    if not ours:
        raise Refused(f"没有名称含“{unit}”的单位；数据集中有：{_some(s['unit_name'] or '' for s in found)}。")
    return ours


def _some(names: Iterable[str]) -> str:
    """A few names, and whether there are more."""
    told = sorted(filter(None, set(names)))
    return "、".join(told[:_SOME]) + (f" 等 {len(told)} 个" if len(told) > _SOME else "") or "（无）"


def _among(column: str, values: list[str]) -> Any:
    import pyarrow as pa
    import pyarrow.compute as pc

    return pc.field(column).isin(pa.array(values, "string"))


def _all(dataset: Dataset, table: str, where: Any) -> list[Any]:
    return list(dataset.records(table, where))


def _paths(dataset: Dataset, ids: set[str]) -> dict[str, str]:
    import pyarrow.compute as pc

    where = pc.field("document_id").isin(list(ids)) & (pc.field("status") != "duplicate")
    rows: list[Document] = _all(dataset, "documents", where)
    return {row.document_id or "": row.path for row in rows}


def _figures(dataset: Dataset, links: list[Link]) -> dict[str, Figure]:
    import pyarrow.compute as pc

    ids = sorted({link.figure_id for link in links})
    rows: list[Figure] = _all(dataset, "figures", pc.field("figure_id").isin(ids))
    return {figure.figure_id: figure for figure in rows}


def _rests_on(finding: Finding, row: Indicator) -> bool:
    """Whether a finding that says something quotes the row or one of its cells."""
    if finding.result in {"pass", "not_applicable"} or finding.subsumed_by:
        return False
    mine = {row.at, *row.places.values()}
    return any(quote.document_id == row.document_id and quote.at in mine for quote in finding.evidence)
