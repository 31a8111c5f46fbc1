"""E05: no date, preparer, contact."""

import pytest

from tests.rules.building import form, results, run, section
from tests.rules.printing import block, table_cell


def test_fires():
    (finding,) = run("E05", form("report"), block("2021年度绩效自评报告"))
    assert (finding.result, finding.severity) == ("fail", "提示")


def test_fields_left_blank_are_named():
    (finding,) = run("E05", form("project"), block("填报人：      联系电话：", "project"))
    assert finding.message.startswith("“填报人”“联系电话”栏未填写")


@pytest.mark.parametrize(
    "text",
    [
        "2022年3月15日",
        "二〇二二年三月十五日",
        "报告日期：2022-03-15",
        "填报人：王某某    审核人：",
        "联系电话：0790-1234567",
    ],
)
def test_near_misses(text):
    assert results("E05", form("report"), block("自评报告"), block(text)) == ["pass"]


def test_a_name_beside_its_label():
    cells = table_cell("填报人：", 1), table_cell("李某某", 2)
    assert results("E05", form("summary"), *cells) == ["pass"]


def test_a_date_that_ends_the_report():
    told = section("measures", "加强预算管理。\n2022年3月20日")
    assert results("E05", form("report"), block("自评报告"), told) == ["pass"]
    told.text = "2021年3月召开部署会，印发管理办法。"
    assert results("E05", form("report"), block("自评报告"), told) == ["fail"]


def test_not_applicable_to_a_bare_form():
    assert results("E05", form("project"), block("项目支出绩效自评表", "project")) == ["not_applicable"]
