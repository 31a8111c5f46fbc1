"""Shapes that offices give to the usual form: goals beside rows, blanks for columns, pages cut, amounts in pairs."""

from __future__ import annotations

from decimal import Decimal

import pytest

from extractors.extract import extract
from extractors.records import Extract
from tests.forms.drawing import draw


def read(text: str, ragged: bool = False) -> Extract:
    return extract(draw(text, ragged), "0" * 64, "x.docx")


GOALS_BESIDE = """
2022年度项目支出绩效自评表
项目名称 | 农村供水 | < | < | 实施单位 | 青禾县水务局 | < | <
年度目标 | 一级指标 | 二级指标 | 三级指标 | 目标值 | 完成值 | 分值 | 得分
目标一：保障农村居民饮水安全，全年水质达标 | 产出指标 | 数量指标 | 铺设管网 | ≥12公里 | 13公里 | 40 | 40
^ | ^ | 质量指标 | 水质达标率 | ≥95% | 97% | 30 | 30
目标二：提高群众对供水服务的满意程度 | 满意度指标 | 满意度指标 | 群众满意度 | ≥90% | 92% | 30 | 30
总分 | < | < | < | < | < | 100 | 100
"""


@pytest.mark.parametrize("ragged", [False, True])
def test_goals_in_a_column_beside_the_indicators(ragged: bool) -> None:
    found = read(GOALS_BESIDE, ragged)
    assert [goal.target_text for goal in found.goals] == [
        "目标一：保障农村居民饮水安全，全年水质达标",
        "目标二：提高群众对供水服务的满意程度",
    ]
    assert [row.target_text for row in found.indicators] == ["≥12公里", "≥95%", "≥90%"]
    assert found.goals[1].target_at == "t1.r5.c1"


def test_a_goal_under_the_word_for_targets() -> None:
    found = read(GOALS_BESIDE.replace("年度目标 |", "目标 |").replace("目标值", "年初目标"))
    assert len(found.goals) == 2
    assert [row.target_text for row in found.indicators] == ["≥12公里", "≥95%", "≥90%"]


def test_goals_over_two_columns_are_no_indicators() -> None:
    found = read(
        """
2022年度项目支出绩效自评表
项目名称 | 农村供水 | < | 实施单位 | 青禾县水务局
年⏎度⏎目⏎标 | 年初设定目标 | < | 全年实际完成情况 | <
^ | 1.铺设供水管网12公里； | < | 1.已铺设13公里； | <
^ | 2.水质全年达标。 | < | 2.水质全年达标。 | <
一级指标 | 三级指标 | 年初指标值 | 全年完成值 | 得分
产出指标 | 铺设管网 | ≥12公里 | 13公里 | 50
效益指标 | 受益人口 | ≥2万人 | 2万人 | 50
"""
    )
    assert [row.level3 for row in found.indicators] == ["铺设管网", "受益人口"]
    assert [goal.actual_text for goal in found.goals] == ["1.已铺设13公里；", "2.水质全年达标。"]


PAIRS = """
2022年度项目支出绩效自评表
项目名称 | 农村供水 | < | 实施单位 | 青禾县水务局
预算执行情况（万元） | 预算数： | 120 | 执行数： | 96
^ | 其中：财政拨款 | 100 | 其中：财政拨款 | 80
^ | 其他资金 | 20 | 其他资金 | 16
一级指标 | 三级指标 | 目标值 | 完成值 | 得分
产出指标 | 铺设管网 | ≥12公里 | 13公里 | 50
效益指标 | 受益人口 | ≥2万人 | 2万人 | 50
"""


def test_amounts_beside_their_labels_in_several_rows() -> None:
    funds = read(PAIRS).funds
    assert [(fund.item, fund.budget_yuan, fund.executed_yuan) for fund in funds] == [
        ("total", 1_200_000, 960_000),
        ("fiscal", 1_000_000, 800_000),
        ("other", 200_000, 160_000),
    ]
    assert [fund.row for fund in funds] == [1, 2, 3]


def test_labelled_amounts_in_words_that_nobody_listed() -> None:
    found = read(
        """
2022年度政府购买服务项目绩效自评表
项目名称 | 助餐服务 | < | < | 购买主体 | 青禾县民政局 | < | <
预算金额（万元） | 120 | 合同金额（万元） | 110 | 实际支付（万元） | 96 | 支付率 | 80%
服务内容及目标 | 为老年人提供助餐、助洁等上门服务。 | < | < | < | < | < | <
一级指标 | 二级指标 | 三级指标 | < | 目标值 | 完成值 | 分值 | 得分
产出指标 | 数量指标 | 助餐人次 | < | ≥1万人次 | 1.2万人次 | 50 | 50
效益指标 | 社会效益 | 老人满意 | < | ≥90% | 92% | 50 | 50
"""
    )
    fund = found.funds[0]
    assert (fund.budget_yuan, fund.executed_yuan, fund.rate_percent) == (1_200_000, 960_000, 80)
    assert found.goals[0].target_text == "为老年人提供助餐、助洁等上门服务。"
    assert "110" in [issue.text for issue in found.issues if issue.code == "unused_cell"]


BROKEN = """
2022年度项目支出绩效自评表
项目名称 | 农村供水 | < | 实施单位 | 青禾县水务局 | <
一级指标 | 三级指标 | 目标值 | 完成值 | 分值 | 得分
产出指标 | 铺设管网 | ≥12公里 | 13公里 | 40 | 40
效益指标 | 受益人口 | ≥2万人 | 2万人 | 30 | 30
第 1 页 共 2 页
续表
一级指标 | 三级指标 | 目标值 | 完成值 | 分值 | 得分
效益指标（续） | 节约用水 | ≥5万吨 | 6万吨 | 20 | 20
满意度指标 | 群众满意度 | ≥90% | 92% | 10 | 10
总分 | < | < | < | 100 | 100
"""


@pytest.mark.parametrize("ragged", [False, True])
@pytest.mark.parametrize("header", [True, False])
def test_a_form_goes_on_after_a_page_break(ragged: bool, header: bool) -> None:
    head, _, tail = BROKEN.partition("续表\n")
    found = read(BROKEN if header else head + tail.partition("\n")[2], ragged)
    assert len(found.forms) == 1 and found.forms[0].total_score_points == 100
    assert [(row.level1, row.level3) for row in found.indicators][1:3] == [
        ("效益指标", "受益人口"),
        ("效益指标", "节约用水"),
    ]
    assert [row.row for row in found.indicators] == [1, 2, 3, 4]


BLANKS = """
2024年度项目支出绩效自评表
项目名称   村级公益事业奖补
主管部门   鹿鸣县财政局   实施单位   鹿鸣县石桥镇人民政府
项目资金（万元）   全年预算数   全年执行数   分值   执行率   得　　分
年度资金总额   1888.05   1700.92   10   90.09%   9.01
一级指标  二级指标  三级指标  年度指标值  实际完成值  分值  得分  偏差原因
产出指标  数量指标  硬化通组道路  ≥6.8公里  5.8公里  40  34  资金未足额到位
产出指标  质量指标  验收合格率  =100%  100%  20  20  无
满意度指标  满意度指标  村民满意度  ≥88%  92%  30  30  无
总　　分   100   93.01
"""


@pytest.mark.parametrize("gap", ["  ", "    ", "\u3000\u3000", " | ", "\t"])
def test_a_table_typed_with_blanks(gap: str) -> None:
    text = BLANKS.replace("   ", gap).replace("  ", gap)
    found = extract(draw(text.replace("|", "｜")), "0" * 64, "x.docx")
    form, fund, row = found.forms[0], found.funds[0], found.indicators[0]
    assert (form.unit_name, form.project_name) == ("鹿鸣县石桥镇人民政府", "村级公益事业奖补")
    assert (form.total_weight_points, form.total_score_points) == (100, Decimal("93.01"))
    assert (fund.budget_yuan, fund.score_points) == (18_880_500, Decimal("9.01"))
    assert (row.level1, row.level3, row.target_text, row.actual_text, row.score_points, row.reason_text) == (
        "产出指标",
        "硬化通组道路",
        "≥6.8公里",
        "5.8公里",
        34,
        "资金未足额到位",
    )
    assert row.places["target"].startswith("b7:")
    codes = [issue.code for issue in found.issues]
    assert codes.count("cut_by_blanks") == 1 and "unused_cell" not in codes


def test_text_with_gaps_is_no_table() -> None:
    found = read("目录\n一、概况  ……  1\n二、绩效  情况  ……  目标  5  6\n三、问题  ……  9")
    assert found.forms == [] and [block.kind for block in found.blocks] == ["paragraph"] * 4


REPORT = """
青禾县水利局2022年度部门整体支出绩效自评报告
一、{g}部门基本情况
本部门共有职工{w}30人，内设机构5个。
二、{g}绩效指标完成情况
一级指标   二级指标   三级指标   年度指标值   实际完成值   分值   得分
产出指标   数量指标   加固堤防   ≥10公里   12公里   20   20
产出指标   质量指标   验收合格率   100%   100%   20   20
1.   社会效益   受益人口   ≥2万人   1.8万人   20   18
总分   60   58
受益人口未达标，{w}原因是统计口径调整。
三、{g}存在问题
1.{g}资金到位较晚，2022年未支出35万元。
2.{g}台账{w}不齐。
四、{g}改进措施
1.{g}加快支付，2023年底前支出率达到95%。
"""


@pytest.mark.parametrize("gap", ["", "  ", "\u3000\u3000", "\t"])
@pytest.mark.parametrize("within", ["", "  "])
def test_a_table_typed_with_blanks_ends_at_headings_and_sentences(gap: str, within: str) -> None:
    found = read(REPORT.format(g=gap, w=within))
    assert [(s.number_text, s.heading, s.key) for s in found.sections] == [
        ("一、", "部门基本情况", "overview"),
        ("二、", "绩效指标完成情况", "results"),
        ("三、", "存在问题", "problems"),
        ("四、", "改进措施", "measures"),
    ]
    assert [(row.level3, row.score_points) for row in found.indicators] == [
        ("加固堤防", 20),
        ("验收合格率", 20),
        ("受益人口", 18),
    ]
    problems = found.sections[2].text
    assert "未支出35万元" in problems and "不齐" in problems


SECOND = """
2022年度项目支出绩效自评表
单位：万元
项目名称 | 农村供水 | < | < | 实施单位 | 青禾县水务局
全年预算数 | 120 | 全年执行数 | 96 | 执行率 | 80%
一级指标 | 三级指标 | 目标值 | 完成值 | 单位自评得分 | 主管部门评分
产出指标 | 铺设管网 | ≥12公里 | 13公里 | 50 | 48
效益指标 | 受益人口 | ≥2万人 | 2万人 | 50 | 50
项目名称 | 防汛物资 | < | < | 实施单位 | 青禾县水务局
全年预算数 | 30 | 全年执行数 | 30 | 执行率 | 100%
一级指标 | 三级指标 | 目标值 | 完成值 | 单位自评得分 | 主管部门评分
产出指标 | 购置编织袋 | ≥2万条 | 2万条 | 50 | 50
效益指标 | 受益人口 | ≥2万人 | 2万人 | 50 | 50
"""


def test_a_self_evaluation_with_a_second_scorer_keeps_its_kind() -> None:
    kinds = [form.form_kind for form in read(SECOND).forms]
    assert kinds == ["project", "project"]
    review = read(SECOND.replace("绩效自评表", "绩效自评抽查复核表"))
    assert review.forms[0].form_kind == "review"


def test_forms_under_one_title_share_its_unit() -> None:
    found = read(SECOND)
    assert [fund.budget_yuan for fund in found.funds] == [1_200_000, 300_000]
    assert [issue.severity for issue in found.issues if issue.code == "unit_inherited"] == ["note"]


LISTS = """
2022年度项目支出绩效自评表
项目名称 | 农村供水 | < | < | 实施单位 | 青禾县水务局 | < | <
项目资金（万元） | 资金构成 | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分
^ | 年度资金总额⏎其中：财政拨款 | 120⏎100 | 120⏎100 | 96⏎80 | 10 | 80%⏎80% | 8
一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因
产出指标 | 数量指标 | 铺设管网⏎改造水厂 | ≥12公里⏎≥2座 | 13公里⏎1座 | 30⏎30 | 30⏎15 | 水厂用地未批
效益指标 | 社会效益 | 受益人口⏎（户籍） | ≥2万人 | 2万人 | 30 | 30 | ∅
"""


def test_lists_in_cells_are_rows() -> None:
    found = read(LISTS)
    rows = [(r.level1, r.level3, r.target_text, r.actual_text, r.score_points) for r in found.indicators]
    assert rows == [
        ("产出指标", "铺设管网", "≥12公里", "13公里", 30),
        ("产出指标", "改造水厂", "≥2座", "1座", 15),
        ("效益指标", "受益人口（户籍）", "≥2万人", "2万人", 30),
    ]
    assert found.indicators[1].places["score"] == "t1.r5.c7:3-5"
    funds = [(fund.item, fund.budget_yuan, fund.weight_points) for fund in found.funds]
    assert funds == [("total", 1_200_000, 10), ("fiscal", 1_000_000, None)]
    assert [cell.use for cell in found.cells if cell.at == "t1.r5.c7"] == ["score"]


BANNERS = """
2022年度单位整体支出绩效自评表
单位名称 | 青禾县医院 | < | < | <
指标名称（计量单位） | 目标值 | 完成值 | 分值 | 得分
产出指标（60分） | < | < | < | <
数量指标（30分） | < | < | < | <
门急诊服务量（万人次） | ≥62.4 | 68.9 | 30 | 30
成本指标（30分） | < | < | < | <
门诊次均费用增幅（%） | ≤5 | 6 | 30 | 25
满意度指标（40分） | < | < | < | <
患者满意度（%） | ≥90 | 92 | 40 | 40
"""


def test_banners_of_two_depths_and_units_in_names() -> None:
    rows = read(BANNERS).indicators
    assert [(row.level1, row.level2) for row in rows] == [
        ("产出指标", "数量指标"),
        ("产出指标", "成本指标"),
        ("满意度指标", None),
    ]
    assert [(row.target_value, row.target_unit) for row in rows] == [(624_000, "人次"), (5, "%"), (90, "%")]


YEARS = """
2024年度项目支出绩效自评表
项目名称 | 公路养护 | < | 实施单位 | 青禾县公路站 | < | <
一级指标 | 三级指标 | 2023年度 | < | 2024年度 | < | 得分
^ | ^ | 指标值 | 完成值 | 指标值 | 完成值 | ^
产出指标 | 养护里程 | ≥340公里 | 347公里 | ≥380公里 | 411公里 | 50
效益指标 | 路况优良率 | ≥80% | 81% | ≥85% | 86% | 50
"""


@pytest.mark.parametrize("ragged", [False, True])
def test_of_two_years_the_later_one_is_this_ones(ragged: bool) -> None:
    rows = read(YEARS, ragged).indicators
    assert [(row.target_text, row.actual_text) for row in rows] == [("≥380公里", "411公里"), ("≥85%", "86%")]


TAKEN_OFF = """
2022年度项目支出绩效自评表
项目名称 | 专业群建设 | < | 实施单位 | 青禾县学院 | <
一级指标 | 三级指标 | 分值 | 目标值 | 完成值 | 扣分
产出指标 | 新建实训室 | 60 | 5间 | 5间 | 0
效益指标 | 学生满意度 | 40 | ≥90% | 72% | 6
扣分合计 | < | 100 | ∅ | ∅ | 6
自评得分（100-扣分合计） | < | < | < | < | 94
"""


def test_points_taken_off_are_no_scores() -> None:
    found = read(TAKEN_OFF)
    assert [row.score_points for row in found.indicators] == [None, None]
    assert (found.forms[0].total_weight_points, found.forms[0].total_score_points) == (100, 94)


RIGHT = """
2024年度项目支出绩效自评表
项目名称：森林抚育
项目单位（盖章）：青禾县林业局
序号 | 考核指标 | 权重 | 目标要求 | 完成情况（完成率） | 得分 | 指标类型 | 未达标原因
1 | 森林抚育面积 | 30 | 不低于2.1万亩 | 2.2万亩（104.8%） | 30 | 数量指标 | ∅
2 | 苗木成活率 | 30 | 不低于85% | 82%（96.5%） | 28 | 质量指标 | 干旱
3 | 林农满意度 | 40 | 不低于90% | 97%（107.8%） | 40 | 服务对象满意度指标 | ∅
∅ | 合计 | 100 | ∅ | ∅ | 98 | ∅ | ∅
自评总分：98分
"""


def test_a_level_right_of_the_measures() -> None:
    found = read(RIGHT)
    assert [row.level2 for row in found.indicators] == ["数量指标", "质量指标", "服务对象满意度指标"]
    assert [row.actual_value for row in found.indicators] == [22_000, 82, 97]
    assert (found.forms[0].total_weight_points, found.forms[0].total_score_points) == (100, 98)


def test_the_deepest_level_is_the_name_beside_what_explains_it() -> None:
    found = read(
        """
2019年度政府投资基金绩效自评表
主管部门 | 青禾县管委会 | < | < | 自评得分 | 90
一级指标 | 二级指标 | 评价内容 | 分值 | 评分标准 | 自评得分
政策目标 | 政策契合度 | 投资项目符合基金设立方案的要求 | 30 | 按完成程度计分 | 28
^ | 社会资本倍数 | 实缴社会资本与财政出资之比 | 30 | 按完成程度计分 | 30
投资管理 | 尽职调查 | 尽职调查报告的要件是否齐全 | 40 | 按完成程度计分 | 32
"""
    )
    assert [row.level3 for row in found.indicators] == ["政策契合度", "社会资本倍数", "尽职调查"]


UNNAMED = """
2019年度项目支出绩效自评表
项目名称 | 校舍维修 | < | < | 实施单位 | 青禾县二中 | <
绩效指标 | < | < | < | 年度指标值 | 实际完成值 | 分值
产出指标 | ∅ | 数量指标 | 维修校舍面积 | ≥4600平方米 | 4706平方米 | 50
^ | ∅ | 质量指标 | 验收合格率 | 100% | 100% | 30
满意度指标 | ∅ | 满意度指标 | 学生满意度 | ≥95% | 86% | 20
"""


@pytest.mark.parametrize(
    "form", [UNNAMED, UNNAMED.replace("∅ | ", "").replace("绩效指标 | < |", "绩效指标 |")]
)
@pytest.mark.parametrize("ragged", [False, True])
def test_levels_under_one_heading_with_a_blank_column(form: str, ragged: bool) -> None:
    row = read(form, ragged).indicators[1]
    assert (row.level1, row.level2, row.level3) == ("产出指标", "质量指标", "验收合格率")


def test_a_column_nobody_knows_under_a_split_heading_takes_nothing_from_it() -> None:
    found = read(
        """
2020年度项目支出绩效自评表
项目名称 | 困难救助 | < | 实施单位 | 青禾县民政局 | < | <
一级指标 | 三级指标 | 年度指标值 | < | < | 实际完成值 | 得分
^ | ^ | 附件编号 | 指标值 | 度量单位 | ^ | ^
产出指标 | 救助人次 | Z-03 | 23.8 | 万人次 | 24.6 | 50
满意度指标 | 群众满意度 | Z-01 | 90 | % | 93 | 50
"""
    )
    assert [row.target_value for row in found.indicators] == [238_000, 90]


def test_lines_over_names_and_measures_are_no_rows() -> None:
    note = "总体目标 | 一级指标 | 三级指标 | 目标值 | 完成值 | 得分\n"
    row = "按期完成供水保障任务，提高水质 | 产出指标 | 铺设管网 | ≥12公里 | 13公里 | 50\n"
    found = read(
        "2022年度项目支出绩效自评表\n项目名称 | 供水 | < | < | 实施单位 | 青禾县水务局\n"
        + note
        + row
        + "^ | 续表 | < | < | < | <\n^ | 效益指标 | 受益人口 | ≥2万人 | 2万人 | 50\n"
    )
    assert [row.level3 for row in found.indicators] == ["铺设管网", "受益人口"]
    assert [goal.target_text for goal in found.goals] == ["按期完成供水保障任务，提高水质"]
