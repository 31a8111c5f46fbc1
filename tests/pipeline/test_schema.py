"""Schemas, rows and dictionary follow from the one declaration."""

from decimal import Decimal

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from extractors.columns import columns
from extractors.records import TABLES, VERSION, Evidence, Finding, Form, Fund, Section, TextPlace
from pipeline import dictionary
from pipeline.rows import from_arrow, plain, to_arrow
from pipeline.schema import KEYS, ORDERS, schema

D = "ab" * 32


def fund(**values):
    return Fund(
        form_id="f",
        document_id=D,
        row=1,
        label="总额",
        partition="total",
        item="total",
        at="t1.r1.c1",
        **values,
    )


@pytest.mark.parametrize("table", TABLES)
def test_every_column_has_type_label_and_meaning(table):
    fields = schema(table)
    assert fields.names == [column.name for column in columns(table)]
    assert fields.metadata[b"hedui_version"] == str(VERSION).encode()
    assert all(field.metadata[b"label"] and field.metadata[b"meaning"] for field in fields)
    assert ORDERS[table][0] == KEYS[table]
    assert set(ORDERS[table]) <= set(fields.names)


def test_decimals_are_exact_and_confidence_is_a_float():
    assert schema("funds").field("budget_yuan").type == pa.decimal128(38, 12)
    assert schema("forms").field("confidence").type == pa.float64()
    assert schema("indicators").field("places").type == pa.map_(pa.string(), pa.string())
    assert pa.types.is_struct(schema("findings").field("evidence").type.value_type)


def test_records_survive_parquet(tmp_path):
    evidence = [Evidence(role="合计", text="92", at="t1.r2.c3", document_id=D)]
    finding = Finding(
        finding_id="01",
        rule_id="A09",
        result="fail",
        severity="严重",
        confidence="确定",
        message="差10",
        evidence=evidence,
    )
    section = Section(
        form_id="f",
        document_id=D,
        section_id="s",
        order=1,
        depth=1,
        heading="概况",
        key="overview",
        at="b1",
        text_places=[TextPlace(start=0, end=3, at="b2")],
    )
    for table, record in (
        ("findings", finding),
        ("sections", section),
        ("funds", fund(budget_yuan=Decimal("7516400.5"))),
    ):
        rows, issues = to_arrow(table, [record])
        pq.write_table(rows, tmp_path / "x.parquet")
        assert issues == []
        assert list(from_arrow(table, pq.read_table(tmp_path / "x.parquet"))) == [record]


def test_a_number_that_no_column_holds_loses_its_value_but_not_its_row():
    rows, issues = to_arrow(
        "funds",
        [
            fund(budget_yuan=Decimal("1e30"), budget_text="1e30", executed_yuan=Decimal(5)),
            fund(rate_percent=Decimal("NaN")),
        ],
    )
    assert rows["budget_yuan"].to_pylist() == [None, None]
    assert rows["executed_yuan"].to_pylist() == [Decimal(5), None]
    assert [(issue.code, issue.form_id, issue.at) for issue in issues] == [
        ("number-range", "f", "t1.r1.c1")
    ] * 2


def test_lone_surrogates_do_not_lose_a_row():
    rows, issues = to_arrow(
        "forms", [Form(form_id="f", document_id=D, form_kind="summary", title="表\ud800", at="b1")]
    )
    assert rows["title"].to_pylist() == ["表?"]
    assert issues == []


def test_plain_numbers():
    assert [str(plain(Decimal(text))) for text in ("751.640000000000", "7E+3", "0E-12", "-0.50")] == [
        "751.64",
        "7000",
        "0",
        "-0.5",
    ]


def test_the_dictionary_is_current():
    assert dictionary.PAGE.read_text(encoding="utf-8") == dictionary.page(), (
        "run: python -m pipeline.dictionary"
    )
