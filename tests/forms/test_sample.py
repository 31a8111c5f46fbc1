"""The real submission, from text and from docx: every row, every score, every heading."""

from __future__ import annotations

import time
from decimal import Decimal
from pathlib import Path

import msgspec
import pytest
import regex

from extractors import places
from extractors.document import Document, Limits
from extractors.extract import extract
from extractors.forms.recognising import recognise
from extractors.readers import docx, text
from extractors.records import Extract

SAMPLE = Path(__file__).parents[3] / "shared" / "sample"
READERS = {"submission.txt": text.read, "submission.docx": docx.read}
pytestmark = pytest.mark.skipif(not SAMPLE.is_dir(), reason="the sample submission is not here")


def document(name: str) -> Document:
    return READERS[name]((SAMPLE / name).read_bytes(), Limits())


@pytest.fixture(params=sorted(READERS))
def sample(request: pytest.FixtureRequest) -> Extract:
    return extract(document(request.param), "d" * 64, request.param)


def test_forms(sample: Extract) -> None:
    heads = [(f.form_kind, f.annex, f.fiscal_year, f.amount_unit) for f in sample.forms]
    assert heads == [
        ("summary", "附件4", 2021, "万元"),
        ("department", "附件6", 2021, None),
        ("report", "附件7", 2021, None),
    ]
    department = sample.forms[1]
    assert department.subordinate_count == 0
    assert (department.total_weight_points, department.total_score_points) == (100, 92)
    assert sample.documents[0].status == "complete"


def test_indicator_rows(sample: Extract) -> None:
    rows = sample.indicators
    assert len(rows) == 29
    assert sum(row.score_points or 0 for row in rows) == 82
    assert sum(row.weight_points or 0 for row in rows) == 90
    weights = {row.level1: row.level1_weight_points for row in rows}
    assert list(weights.values()) == [30, 25, 35, 10]
    assert all(row.level3_weight_points == row.weight_points for row in rows)
    assert [row.row for row in rows] == list(range(1, 30))


def test_blank_indicator_is_a_row(sample: Extract) -> None:
    row = sample.indicators[27]
    assert (row.level2, row.level2_weight_points, row.level3) == ("可持续影响指标", 10, "无")
    assert (row.target_kind, row.actual_kind, row.weight_points, row.score_points) == (
        "empty",
        "empty",
        None,
        None,
    )


def test_values(sample: Extract) -> None:
    turnover = sample.indicators[18]
    assert (turnover.target_sign, turnover.target_value, turnover.target_unit) == (">=", 600_000_000, "元")
    assert (turnover.actual_value, turnover.actual_unit) == (640_000_000, "元")
    firms = sample.indicators[19]
    assert firms.level3 == "新认定高新技术企业14家（任务数34家）"
    assert (firms.target_value, firms.actual_value, firms.score_points) == (34, 14, 1)
    met = sample.indicators[22]
    assert (met.target_text, met.actual_text, met.score_points, met.reason_text) == (
        "符合标准",
        "符合标准",
        3,
        "维权途径有待增加",
    )


def test_money_rows(sample: Extract) -> None:
    rows = [(f.partition, f.item, f.budget_text, f.executed_text, f.rate_percent) for f in sample.funds]
    assert rows == [
        ("source", "fiscal", "751.64", "6238.91", Decimal("830.04")),
        ("source", "other", None, None, None),
        ("structure", "basic", "158.64", "162.85", Decimal("102.65")),
        ("structure", "project", "593", "6076.06", Decimal("1024.63")),
    ]


def test_summary_rows(sample: Extract) -> None:
    first, total = sample.summary_rows
    assert (first.is_total, first.budget_yuan, first.executed_yuan) == (False, 7_516_400, 62_389_100)
    assert (first.self_score_points, first.review_score_points) == (92, 92)
    assert (total.is_total, total.self_score_points, total.review_score_points) == (True, 92, None)


def test_goal_and_headings(sample: Extract) -> None:
    assert len(sample.goals) == 1
    assert sample.goals[0].target_text is not None and sample.goals[0].target_text.startswith("重宣传")
    assert sample.goals[0].actual_text is not None and sample.goals[0].actual_text.endswith("各项任务")
    parts = [s for s in sample.sections if s.depth == 1]
    below = [[s for s in sample.sections if s.depth == 2 and s.parent_id == p.section_id] for p in parts]
    assert [len(group) for group in below] == [5, 3, 2]
    assert [s.number_text for s in below[0]] == ["（1）", "（二）", "（三）", "（四）", "（五）"]
    assert below[1][2].heading == "社会满意度及可持续性影响（如有）"
    assert below[1][2].text == "企业满意度高。"


def test_every_cell_is_accounted_for(sample: Extract) -> None:
    silent = [cell.at for cell in sample.cells if cell.text.strip() and cell.use is None]
    assert silent == []


def _plain(record: msgspec.Struct) -> dict[str, object]:
    out = {}
    for name, value in msgspec.to_builtins(record).items():
        if not name.endswith(("at", "places")):
            out[name] = regex.sub(r"\s+", "", value) if isinstance(value, str) else value
    return out


def test_text_and_docx_give_the_same_records() -> None:
    one, two = (extract(document(name), "d" * 64, "x") for name in sorted(READERS))
    for table in ("forms", "summary_rows", "funds", "goals", "indicators", "sections", "issues"):
        assert [_plain(r) for r in getattr(one, table)] == [_plain(r) for r in getattr(two, table)], table


def test_speed() -> None:
    """Forms take 10 ms alone on one core; the bound leaves room for a busy machine."""
    read = document("submission.docx")
    recognise(read)
    assert min(_timed(read) for _ in range(5)) < 0.05


def _timed(read: Document) -> float:
    start = time.process_time()
    recognise(read)
    return time.process_time() - start


def test_figures_stand_where_they_say(sample: Extract) -> None:
    printed = {cell.at: cell.text for cell in sample.cells}
    texts = [figure for figure in sample.figures if figure.source == "text"]
    assert {"593万元", "6076.06万元", "112家", "41.2%"} <= {figure.text for figure in texts}
    for figure in texts:
        place = places.parse(figure.at)
        base = figure.at.partition(":")[0]
        assert printed[base][place.start : place.end] == figure.text
