"""Narratives: numbers, misnumbered siblings, lists, contents, bodies beside headings."""

from __future__ import annotations

import pytest

from extractors.extract import extract
from extractors.forms.outline import is_contents, mark, section_key, split
from extractors.records import Section
from tests.forms.drawing import draw

TITLE = "青禾县水利局2022年度部门整体支出绩效自评报告\n"


def sections(text: str) -> list[Section]:
    found = extract(draw(TITLE + text), "d" * 64, "x.docx")
    assert [form.form_kind for form in found.forms] == ["report"]
    return found.sections


def outline(text: str) -> list[tuple[int, str | None, str]]:
    return [(s.depth, s.number_text, s.heading) for s in sections(text)]


@pytest.mark.parametrize(
    ("text", "style", "number"),
    [
        ("一、部门概况", 1, 1),
        ("十二、其他", 1, 12),
        ("（二）职责", 2, 2),
        ("(三) 职责", 2, 3),
        ("二）职责", 2, 2),
        ("3．情况", 3, 3),
        ("（4）情况", 4, 4),
        ("4）情况", 4, 4),
        ("②情况", 5, 2),
        ("第三部分 情况", 0, 3),
    ],
)
def test_numbers(text: str, style: int, number: int) -> None:
    found = mark(text)
    assert found is not None and (found.style, found.number) == (style, number)


@pytest.mark.parametrize("text", ["1.5亿元投资", "2021年完成", "一是预算编制不细", "三个科室", "100%"])
def test_no_numbers(text: str) -> None:
    assert mark(text) is None


def test_heading_and_body_on_one_line() -> None:
    assert split("社会满意度（如有）：企业满意度高。") == ("社会满意度（如有）", 10)
    assert split("机构情况。内设3个股室。")[0] == "机构情况"
    prompt = "履职情况：从数量、质量等方面反映履职效果的实现情况。"
    assert split(prompt) == (prompt.rstrip("。"), len(prompt))


def test_first_sub_heading_misnumbered() -> None:
    assert outline(
        "一、概况\n（1） 职责\n管水。\n（二）机构\n3个。\n二、成效\n（1） 完成情况\n（1）数量方面：12座。\n（2）质量方面：合格。\n（二）效果\n好。"
    ) == [
        (1, "一、", "概况"),
        (2, "（1）", "职责"),
        (2, "（二）", "机构"),
        (1, "二、", "成效"),
        (2, "（1）", "完成情况"),
        (3, "（1）", "数量方面"),
        (3, "（2）", "质量方面"),
        (2, "（二）", "效果"),
    ]


def test_a_part_misnumbered() -> None:
    assert [s[:2] for s in outline("一、概况\n管水。\n2、成效\n12座。\n三、问题\n无。")] == [
        (1, "一、"),
        (1, "2、"),
        (1, "三、"),
    ]


def test_lists_stay_text() -> None:
    found = sections(
        "一、概况\n（一）主要职责\n1.贯彻执行法规；\n2.管理水资源。\n（二）机构设置\n内设3个股室。"
    )
    assert [s.heading for s in found] == ["概况", "主要职责", "机构设置"]
    assert found[1].text == "1.贯彻执行法规；\n2.管理水资源。"


def test_contents_are_left_out() -> None:
    found = outline("目  录\n一、概况..........1\n二、成效………………3\n一、概况\n管水。\n二、成效\n12座。")
    assert found == [(1, "一、", "概况"), (1, "二、", "成效")]
    assert is_contents("三、问题\t12") and is_contents("三、问题……错误!未定义书签。")
    assert not is_contents("2022年完成12")


def test_numbering_starts_again() -> None:
    found = outline(
        "一、甲项目\n1.立项背景\n甲。\n2.绩效情况\n好。\n二、乙项目\n1.立项背景\n乙。\n2.绩效情况\n好。"
    )
    assert [depth for depth, _, _ in found] == [1, 2, 2, 1, 2, 2]


def test_text_before_any_heading_is_kept() -> None:
    found = sections("根据要求，我局开展了自评，现将有关情况报告如下。\n一、概况\n管水。")
    assert (found[0].depth, found[0].heading) == (0, "")
    assert found[0].text.startswith("根据要求")


def test_styled_headings_without_numbers() -> None:
    assert [
        s[2] for s in outline("# 部门概况\n管水三十年，覆盖全县。\n# 绩效情况\n完成12座水库除险加固任务。")
    ] == ["部门概况", "绩效情况"]


def test_scores_in_a_heading_stay() -> None:
    assert (
        outline("一、项目决策（20分，得分18分）\n立项充分，程序规范，目标明确。")[0][2]
        == "项目决策（20分，得分18分）"
    )


@pytest.mark.parametrize(
    ("heading", "key"),
    [
        ("部门（单位）整体支出绩效实现情况", "results"),
        ("绩效目标完成情况分析", "results"),
        ("产出指标完成情况分析", "outputs"),
        ("满意度指标完成情况", "satisfaction"),
        ("偏离绩效目标的原因和下一步改进措施", "problems"),
        ("绩效自评结果拟应用和公开情况", "use"),
        ("项目资金管理情况分析", "management"),
        ("当年部门（单位）预算及执行情况", "budget"),
        ("主要工作完成情况", "results"),
        ("2021年度重点工作任务落实情况", "results"),
        ("主要工作成效", "results"),
        ("年度工作任务", "goals"),
        ("年度整体支出绩效目标完成情况", "results"),
        ("年度整体支出绩效目标设定情况", "targets"),
        ("履职成效", "results"),
        ("重点任务完成情况", "results"),
        ("部门履职情况", "results"),
        ("项目实施效果", "results"),
        ("资金落实情况", "other"),
        ("制度落实情况", "other"),
        ("问题与建议", "problems"),
        ("甲乙丙丁", "other"),
    ],
)
def test_keys(heading: str, key: str) -> None:
    assert section_key(heading) == key


def test_places_lead_back_to_the_text() -> None:
    cell = TITLE.strip() + " |\n一、概况⏎（一）职责⏎ 管理水资源。 |\n二、成效：完成12座。 |\n"
    drawn = draw("\n".join(line.rstrip(" |") + "|" for line in cell.splitlines()).replace("|", "| <"))
    found = extract(drawn, "d" * 64, "x.docx")
    printed = {c.at: c.text for c in found.cells}
    for section in found.sections:
        for place in section.text_places:
            base, _, span = place.at.partition(":")
            start, _, end = span.partition("-")
            assert printed[base][int(start) : int(end)] == section.text[place.start : place.end]


def test_no_report_without_a_text() -> None:
    assert extract(draw("附件：部门整体支出绩效自评报告\n"), "d" * 64, "x").forms == []


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("审计查出问题204个，已整改186个，整改率91.2%", "other"),
        ("提出意见98条，其中建议类62条", "other"),
        ("完成审计项目24个，其中预算执行审计5个、投资审计6个", "other"),
        ("满意度93%，调查200人", "satisfaction"),
        ("部门概况（10分，得分10分）", "overview"),
        ("2023年预算执行情况，2024年工作打算", "measures"),
        ("部门履职及绩效", "results"),
        ("存在的问题及原因，改进措施", "problems"),
    ],
)
def test_a_statement_with_counts_is_no_title(heading: str, role: str) -> None:
    assert section_key(heading) == role
