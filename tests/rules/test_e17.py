"""E17: traces of a template or a conversion."""

import pytest

from tests.rules.building import form, results, row, run, section
from tests.rules.printing import block, table_cell

NOTE = "说明：1.预算部门按照附件3《部门整体支出绩效评价指标体系框架》（参考）设置三级指标和指标"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("[bookmark: _GoBack]2021年度自评报告", "转换残留"),
        ("一、概况……错误!未定义书签。", "转换残留"),
        ("20XX年度绩效自评报告", "未填占位"),
        ("××县水利局自评报告", "未填占位"),
        ("完成____项", "未填占位"),
    ],
)
def test_traces(text, kind):
    (finding,) = run("E17", form("report"), block(text))
    assert (finding.result, finding.severity, finding.subject) == ("fail", "提示", kind)


def test_traces_in_the_text():
    (finding,) = run("E17", form("report"), section("outputs", "全年培训XX人次，验收合格。"))
    assert finding.observed == "XX"


def test_a_prompt_left_in_the_text():
    (finding,) = run("E17", form("report"), section("goals", "绩效目标。（请在此处简要说明目标设定情况）"))
    assert finding.observed == "（请在此处简要说明目标设定情况）"
    assert results("E17", form("report"), section("goals", "全年考勤异常3人次（请假2人次）。")) == ["pass"]


def test_a_template_sentence_that_lost_a_word():
    (finding,) = run("E17", form(), block(NOTE, "department"))
    assert finding.expected == "值"
    assert results("E17", form(), block(NOTE + "值。", "department")) == ["pass"]


def test_two_names_of_one_level():
    line = row(level1="效果指标")
    note = block("上述产出指标和效益指标可以归纳提炼", "department")
    assert run("E17", form(), line, note)[0].subject == "效果指标"
    assert results("E17", form(), line, row(2, level1="产出指标")) == ["pass"]
    both = run("E17", form(), line, row(2, level1="效益指标"))
    assert [x.result for x in both] == ["fail"]


@pytest.mark.parametrize(
    "text",
    [
        "填报日期：____年____月____日",
        "填报人：____联系电话：____",
        "自二〇〇〇年成立以来",
        "效益明显",
        "X光机采购",
        "联系人：王*",
        "云溪区水利局2021年度自评报告",
    ],
)
def test_near_misses(text):
    assert results("E17", form("report"), block(text)) == ["pass"]


def test_a_header_is_no_note():
    cells = table_cell("效益指标", form_id="department", use="ignored:header")
    assert results("E17", form(), row(level1="效果指标"), cells) == ["pass"]
