"""E04: a seal line without the name of the unit."""

import pytest

from extractors.records import Document
from rules.checking import check
from rules.families import find
from rules.profile import default
from tests.rules.building import form, results, run, submission
from tests.rules.printing import block, table_cell


@pytest.mark.parametrize(
    "text",
    [
        "部门（单位）： （盖章）",
        "填报单位（公章）：",
        "单位盖章：        2022年3月15日",
        "主管部门(盖章)：____",
    ],
)
def test_fires(text):
    (finding,) = run("E04", form("report"), block(text))
    assert (finding.result, finding.observed) == ("fail", "空白")
    assert "印章图片转换后不可见" in finding.message


def test_a_label_cell_with_nothing_beside_it():
    label = table_cell("主管部门（盖章）：", use="label:supervisor")
    unit = table_cell("单位：万元", 5, use="amount_unit")
    assert results("E04", form("summary"), label, unit) == ["fail"]
    assert results("E04", form("summary"), label, table_cell("云溪区水利局", 2, use="supervisor"), unit) == [
        "pass"
    ]


def test_near_misses():
    assert results("E04", form("report"), block("审核人签章：")) == ["not_applicable"]
    assert results("E04", form("report"), block("填报单位（盖章）：云溪区水利局")) == ["pass"]
    assert results("E04", form("report"), block("填报单位（盖章）："), block("临江市云溪区水利局")) == [
        "pass"
    ]
    assert results("E04", form("report"), block("云溪区水利局（盖章）")) == ["not_applicable"]


def test_not_applicable_without_such_a_line_or_in_a_scan():
    assert results("E04", form("report"), block("2021年度自评报告")) == ["not_applicable"]
    view = submission(form("report"), block("填报单位（盖章）："))
    view.documents = [Document(document_id="d", path="a.pdf", format="pdf-scan", status="complete")]
    assert [x.result for x in check(view, default(), [find("E04")])] == ["not_applicable"]
