"""How forms are cut, aligned, judged and accounted for, on drawn documents."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.extract import extract
from extractors.forms import vocabulary
from extractors.forms.aligning import by_content
from extractors.forms.columns import Column
from extractors.forms.grid import Slot
from extractors.records import Extract
from tests.forms.drawing import draw


def read(text: str, ragged: bool = False) -> Extract:
    return extract(draw(text, ragged), "d" * 64, "x.docx")


FORM = """
项目支出绩效自评表
（2022年度）
项目名称 | 防汛抗旱 | < | < | < | < | <
一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分
产出指标 | 数量指标 | 加固水库 | ≥12座 | 12座 | 60 | 60
^ | 质量指标 | 合格率 | 100% | 98% | 40 | 39
总分 | < | < | < | < | 100 | 99
"""


def test_a_column_moved_is_read_by_its_heading() -> None:
    moved = FORM.replace("年度指标值 | 实际完成值 | 分值 | 得分", "得分 | 分值 | 实际完成值 | 年度指标值")
    row = read(moved).indicators[0]
    assert (row.score_text, row.weight_text, row.actual_text, row.target_text) == (
        "≥12座",
        "12座",
        "60",
        "60",
    )


def test_short_total_row_by_content() -> None:
    found = read(FORM, ragged=True).forms[0]
    assert (found.total_weight_points, found.total_score_points) == (100, 99)


def test_a_total_label_merged_across_the_weights() -> None:
    early = """
衔接资金绩效目标自评表
项目名称 | 产业基地 | < | < | < | < | <
一级指标 | 二级指标 | 三级指标 | 分值 | 年度指标值 | 全年实际值 | 得分
产出指标 | 数量指标 | 加固水库 | 60 | ≥12座 | 12座 | 60
^ | 质量指标 | 合格率 | 40 | 100% | 98% | 39
总分 | < | < | < | < | 100 | 99
"""
    found = read(early)
    assert (found.forms[0].total_weight_points, found.forms[0].total_score_points) == (100, 99)
    assert not [x for x in found.issues if x.code == "unused_cell"]


def test_content_finds_its_columns() -> None:
    roles = ["level1", "level2", "level3", "target", "actual", "weight", "score", "reason"]
    columns = [Column(role, i, i + 1, []) for i, role in enumerate(roles)]
    texts = ["质量指标", "合格率", "≥95%", "98%", "10", "9", ""]
    slots = [Slot(text, f"t1.r1.c{i}", i + 1) for i, text in enumerate(texts)]
    assert by_content(slots, columns) == [1, 2, 3, 4, 5, 6, 7]


def test_two_forms_one_after_the_other() -> None:
    found = read(FORM + FORM.replace("防汛抗旱", "水土保持"))
    assert [form.project_name for form in found.forms] == ["防汛抗旱", "水土保持"]
    assert len({form.form_id for form in found.forms}) == 2


def test_a_page_break_with_the_header_again_and_one_without() -> None:
    broken = """
项目支出绩效自评表
项目名称 | 防汛抗旱 | < | < | < | < | <
一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分
产出指标 | 数量指标 | 加固水库 | ≥12座 | 12座 | 60 | 60
-1-
一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分
∅ | 质量指标 | 合格率 | 100% | 98% | 20 | 19
-2-
∅ | ∅ | 及时率 | 100% | 98% | 20 | 19
总分 | < | < | < | < | 100 | 98
"""
    found = read(broken)
    assert len(found.forms) == 1
    assert [(row.level1, row.level2, row.level3) for row in found.indicators] == [
        ("产出指标", "数量指标", "加固水库"),
        ("产出指标", "质量指标", "合格率"),
        ("产出指标", "质量指标", "及时率"),
    ]
    assert found.forms[0].total_score_points == 98


def test_scores_merged_over_rows_share_their_place() -> None:
    merged = FORM.replace("98% | 40 | 39", "98% | ^ | ^").replace("60 | 60", "100 | 99")
    first, second = read(merged).indicators
    assert first.score_points == second.score_points == 99
    assert first.places["score"] == second.places["score"]


def test_the_adjusted_target_counts_where_it_is_filled() -> None:
    found = read(
        """
2021年度部门整体绩效自评表
单位名称 | 临江市融媒体中心 | < | < | < | <
指标名称 | 年初指标值 | 调整指标值 | 全年完成值 | 指标权重（分） | 指标得分（分）
发布稿件 | 1000篇 | 1200篇 | 1300篇 | 60 | 60
采购设备 | 20套 | ∅ | 20套 | 40 | 40
"""
    ).indicators
    assert [(row.target_text, row.initial_target_text) for row in found] == [
        ("1200篇", "1000篇"),
        ("20套", None),
    ]


def test_identities_choose_between_two_score_columns() -> None:
    found = read(
        FORM.replace("分值 | 得分", "分值 | 自评得分 | 实际得分")
        .replace("60 | 60", "60 | 6 | 60")
        .replace("40 | 39", "40 | 4 | 39")
        .replace("100 | 99", "100 | ∅ | 99")
        .replace("抗旱 | <", "抗旱 | < | <")
    )
    assert [row.score_points for row in found.indicators] == [60, 39]
    assert [issue.code for issue in found.issues if issue.code == "reread"] == ["reread"]
    assert found.forms[0].confidence == 1.0


def test_what_the_unit_got_wrong_is_left_as_printed() -> None:
    found = read(FORM.replace("100 | 99", "100 | 97"))
    assert found.forms[0].total_score_points == 97
    assert sum(row.score_points or 0 for row in found.indicators) == 99
    assert not [issue for issue in found.issues if issue.code == "reread"]
    assert found.forms[0].confidence is not None and found.forms[0].confidence < 1


def test_an_unknown_column_with_figures_is_a_doubt() -> None:
    found = read(
        FORM.replace("分值 | 得分", "分值 | 得分 | 甲乙丙")
        .replace("60 | 60", "60 | 60 | 7")
        .replace("抗旱 | <", "抗旱 | < | <")
    )
    doubts = [(issue.code, issue.text) for issue in found.issues if issue.severity == "doubt"]
    assert doubts == [("unused_cell", "7")]
    assert found.documents[0].status == "partial"


def test_a_code_is_taken_off_the_project() -> None:
    form = read(FORM.replace("防汛抗旱", "51000021R000000019951-防汛抗旱")).forms[0]
    assert (form.project_code, form.project_name) == ("51000021R000000019951", "防汛抗旱")


def test_blank_is_unknown() -> None:
    row = read(FORM.replace("12座 | 60 | 60", "/ | — | ∅")).indicators[0]
    assert (row.actual_value, row.weight_points, row.score_points) == (None, None, None)
    assert (row.actual_text, row.actual_kind, row.weight_text) == ("/", "empty", "—")


def test_an_unread_form_is_said() -> None:
    found = read("2022年度项目绩效自评表\n甲 | 乙\n1 | 2\n3 | 4")
    assert found.forms == []
    assert [issue.code for issue in found.issues] == ["unread_form"]


def test_amounts_in_the_unit_of_a_sister_form() -> None:
    sister = """
2022年度绩效自评情况汇总表
单位：万元
序号 | 预算单位 | 全年预算数 | 全年执行数 | 执行率 | 自评分数
1 | 青禾县水利局 | 120.5 | 100 | 82.99% | 99
"""
    form = """
部门整体支出绩效自评表
单位名称 | 青禾县水利局 | < | <
整体支出规模 | ∅ | 全年预算数 | 全年执行数
^ | 年度资金总额 | 120.50 | 100
一级指标 | 三级指标 | 实际完成值 | 得分
产出指标 | 加固水库 | 12座 | 99
"""
    assert read(form).funds[0].budget_yuan is None
    assert read(sister + form).funds[0].budget_yuan == Decimal(1205000)


_HEADINGS = [
    word
    for section in (*vocabulary.contexts(), "labels", "rows")
    for entries in vocabulary.data()[section].values()
    for word in entries
]
_VALUES = [
    "", "∅", "^", "<", "10", "≥5%", "98%", "12座", "无", "/", "……", "产出指标（50分）", "一、产出指标", "****", "50万元", "751.64",
    "指标1：", "其中：甲", "优", "说明：文字", "附件2", "项目支出绩效自评表", "单位：万元", "-1-", "②", "长" * 90,
]  # fmt: skip
_WORDS = st.one_of(st.sampled_from(_VALUES), st.sampled_from(_HEADINGS))


@settings(deadline=None, max_examples=150)
@given(st.lists(st.lists(_WORDS, min_size=1, max_size=7), min_size=1, max_size=9), st.booleans())
def test_any_grid_is_read_and_every_cell_of_a_form_accounted_for(rows: list[list[str]], ragged: bool) -> None:
    text = "项目支出绩效自评表\n" + "\n".join("|" + "|".join(cell or "∅" for cell in row) for row in rows)
    found = read(text, ragged)
    said = {issue.at for issue in found.issues}
    for cell in found.cells:
        if found.forms and cell.form_id and cell.text.strip():
            assert cell.use is not None or cell.at in said


def money(head: str, above: str = "") -> str:
    return f"""
项目支出绩效自评表
{above}
项目名称 | 防汛抗旱 | < | < | <
{head} | ∅ | 全年预算数 | 全年执行数 | 执行率
^ | 年度资金总额 | 100 | 90 | 0.9
一级指标 | 二级指标 | 三级指标 | 实际完成值 | 得分
产出指标 | 数量指标 | 加固水库 | 12座 | 60
"""


def test_a_rate_as_a_fraction_where_the_amounts_prove_it() -> None:
    assert read(money("项目资金（万元）")).funds[0].rate_percent == 90
    assert read(money("项目资金（万元）").replace("0.9", "0.8")).funds[0].rate_percent == Decimal("0.8")


def test_two_units_are_a_doubt() -> None:
    found = read(money("项目资金（万元）", "单位：元"))
    assert found.forms[0].amount_unit == "万元"
    assert [issue.code for issue in found.issues if issue.severity == "doubt"] == ["unit_conflict"]


def test_a_unit_above_the_table() -> None:
    found = read(money("项目资金", "单位：元"))
    assert (found.forms[0].amount_unit, found.funds[0].budget_yuan) == ("元", 100)
    assert found.documents[0].status == "complete"


def test_arithmetic_proves_a_column_that_nobody_knows() -> None:
    found = read(money("项目资金（万元）").replace("全年执行数", "甲乙丙丁").replace("0.9", "90%"))
    assert (found.funds[0].executed_yuan, found.funds[0].rate_percent) == (900_000, 90)
    assert "甲乙丙丁" in next(issue.message for issue in found.issues if issue.code == "near_heading")
    wrong = read(money("项目资金（万元）").replace("全年执行数", "甲乙丙丁").replace("0.9", "75%"))
    assert wrong.funds[0].executed_text is None
    assert [issue.text for issue in wrong.issues if issue.severity == "doubt"] == ["90"]


def test_text_after_a_table_goes_on_with_the_report() -> None:
    found = read(
        "青禾县水利局2022年度部门整体支出绩效自评报告\n一、部门概况\n（一）机构情况\n内设3个股室，编制12人。\n详见下表：\n"
        + FORM.strip()
        + "\n填表人：张某\n（二）存在问题：预算编制不细。\n二、下一步改进措施\n存在的差距：加强管理。"
    )
    assert [form.form_kind for form in found.forms] == ["report", "project"]
    assert [s.heading for s in found.sections] == ["部门概况", "机构情况", "存在问题", "下一步改进措施"]
    assert found.sections[-1].text == "存在的差距：加强管理。"


def test_parts_of_one_form_in_tables_of_their_own() -> None:
    found = read(
        """
预算项目绩效自评表
一、基本情况
项目名称 | 城乡低保 | 实施单位 | 成河县民政局
二、预算执行情况
∅ | 全年预算数（万元） | 全年执行数（万元） | 执行率
年度资金总额 | 100 | 98 | 98%
三、绩效指标
一级指标 | 二级指标 | 三级指标 | 指标值 | 完成值 | 得分
产出指标 | 数量指标 | 保障人数 | 95人 | 95人 | 50
"""
    )
    assert [(form.project_name, form.unit_name) for form in found.forms] == [("城乡低保", "成河县民政局")]
    assert (len(found.funds), len(found.indicators)) == (1, 1)


def test_a_table_of_other_things_in_a_report_is_left_alone() -> None:
    found = read(
        "2022年度部门整体支出绩效自评报告\n一、部门概况\n人员情况如下，共有编制十二名。\n姓名 | 职务 | 年限\n甲 | 主任 | 3\n二、绩效情况\n"
        + FORM.strip()
        + "\n三、存在问题\n无。"
    )
    assert [form.form_kind for form in found.forms] == ["report", "project"]
    assert [s.heading for s in found.sections] == ["部门概况", "绩效情况", "存在问题"]
    assert found.documents[0].status == "complete"
