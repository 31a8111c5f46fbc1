"""Plain text: tab-and-row layout, rows on a line, drawn tables, paragraphs."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.document import Document, Limits, Paragraph, Rejected, Table
from extractors.readers.text import read

SAMPLE = Path(__file__).parents[3] / "shared" / "sample" / "submission.txt"
HEADER = ["一级指标", "二级指标", "三级指标", "年度指标值", "全年完成值", "分值", "得分", "偏差原因"]
ROWS = [
    ["产出指标", "数量指标", "新建水渠（10分）", "≥12公里", "13公里", "10", "10", ""],
    ["", "", "培训人次（10分）", "≥300人次", "280人次", "10", "9", "疫情"],
    ["", "质量指标", "验收是否合格（20分）", "合格", "合格", "20", "18", "资料待补"],
    ["效益指标", "社会效益", "受益群众（20分）", "≥1.2万人", "1.2万人", "20", "20", ""],
]
TOTAL = ["总分", "60", "57", ""]


def tabbed(rows: list[list[str]]) -> str:
    return "".join("".join(f"\t{cell}\n" for cell in row) + "\n" for row in rows)


def grid(table: Table) -> list[list[str]]:
    rows: list[list[str]] = [[] for _ in range(table.rows)]
    for cell in table.cells:
        rows[cell.row - 1].append(cell.text)
    return rows


def shape(document: Document) -> list[str | list[list[str]]]:
    return [block.text if isinstance(block, Paragraph) else grid(block) for block in document.blocks]


def reading(text: str) -> list[str | list[list[str]]]:
    return shape(read(text.encode()))


def test_rows_cells_and_paragraphs() -> None:
    text = (
        "附件6：\n\n自评表\n（2021年度）\n"
        + tabbed([HEADER, *ROWS, TOTAL])
        + "\n注：1.本表由单位填报\n    2.其他\n"
    )
    assert reading(text) == [
        "附件6：",
        "自评表",
        "（2021年度）",
        [HEADER, *ROWS, TOTAL],
        "注：1.本表由单位填报",
        "    2.其他",
    ]


def test_places_count_what_has_text() -> None:
    document = read(("附件\n\n" + tabbed([["甲", "乙"], ["丙", ""]]) + "\n注：完\n").encode())
    table = document.blocks[1]
    assert [block.at for block in document.blocks] == ["b1", "t1", "b2"]
    assert isinstance(table, Table)
    assert (table.rows, table.columns, table.exact) == (2, 2, False)
    assert [cell.at for cell in table.cells] == ["t1.r1.c1", "t1.r1.c2", "t1.r2.c1", "t1.r2.c2"]


def test_a_line_without_a_tab_continues_the_cell() -> None:
    assert reading("\t预算单位\n自评分数\n\t92\n\n\t甲\n\t90\n\n") == [
        [["预算单位\n自评分数", "92"], ["甲", "90"]]
    ]


@pytest.mark.parametrize("end", ["\r\n", "\n"])
@pytest.mark.parametrize("torn", [[(2, 3), (2, 4)], [(0, 0)], [(3, 2), (1, 5)], [(3, 4), (3, 6)]])
def test_a_blank_line_inside_a_cell_does_not_end_the_row(torn: list[tuple[int, int]], end: str) -> None:
    rows = [
        [cell + "\n" if (r, c) in torn else cell for c, cell in enumerate(row)] for r, row in enumerate(ROWS)
    ]
    text = "自评表\n" + tabbed([HEADER, *rows, TOTAL]) + "\n说明：无\n"
    assert reading(text.replace("\n", end)) == ["自评表", [HEADER, *ROWS, TOTAL], "说明：无"]


def test_text_after_a_blank_line_inside_a_cell_stays_in_it() -> None:
    rows = [list(row) for row in ROWS]
    rows[2][4] = "合格\n\n（见验收单）"
    assert reading(tabbed([HEADER, *rows, TOTAL])) == [[HEADER, *rows, TOTAL]]


def test_short_rows_of_the_head_are_not_joined() -> None:
    head = [
        ["项目名称", "云溪区农村供水工程"],
        ["主管部门", "临江市水利局", "实施单位", "云溪区水利局"],
        ["项目资金", "", "年初预算数", "全年预算数", "全年执行数", "执行率"],
        ["", "年度资金总额", "100", "120", "118", "98.33%"],
        ["年度总体目标", "年初设定目标", "全年完成情况"],
        ["", "完成改造12公里。", "已完成13公里。"],
        ["分解目标自评"],
    ]
    assert reading(tabbed([*head, HEADER, *ROWS, TOTAL])) == [[*head, HEADER, *ROWS, TOTAL]]


def test_one_blank_line_after_a_table_is_enough() -> None:
    text = (
        tabbed([["序号", "单位"], ["1", "云溪区水利局"]])
        + "附件6：\n部门整体支出绩效自评表\n"
        + tabbed([["名称", "甲"]])
    )
    assert reading(text) == [
        [["序号", "单位"], ["1", "云溪区水利局"]],
        "附件6：",
        "部门整体支出绩效自评表",
        [["名称", "甲"]],
    ]


def test_a_narrative_in_a_table_of_one_column_keeps_its_paragraphs() -> None:
    text = "附件7：\n\n\t一、概况\n\n\t（一）职责\n负责水利。\n编制5名。\n\n\t（二）预算\n\n预算100万元。\n\n\n附件8：\n"
    assert reading(text) == [
        "附件7：",
        [["一、概况"], ["（一）职责\n负责水利。\n编制5名。"], ["（二）预算\n\n预算100万元。"]],
        "附件8：",
    ]


def test_tabs_that_only_indent_are_paragraphs() -> None:
    text = "\t一、基本情况\n\t我局编制12名，实有11名。\n\t二、绩效\n\t全年完成水渠13公里，超额完成任务。\n"
    assert reading(text) == [
        "一、基本情况",
        "我局编制12名，实有11名。",
        "二、绩效",
        "全年完成水渠13公里，超额完成任务。",
    ]


def test_rows_on_one_line() -> None:
    rows = [["序号", "单位", "得分"], ["1", "云溪区水利局", "92"], ["", "合计", "92"]]
    lines = "\n".join("\t".join(row) for row in rows)
    assert reading(f"附件4\n\n{lines}\n\n注：无\n") == ["附件4", rows, "注：无"]
    assert reading(f"附件4\n{lines}\n注：无\n") == ["附件4", rows, "注：无"]


def test_rows_on_one_line_with_a_tab_before_each_cell() -> None:
    assert reading("\t序号\t单位\n\t1\t云溪区水利局\n\t2\t\n") == [
        [["序号", "单位"], ["1", "云溪区水利局"], ["2", ""]]
    ]


def test_a_cell_of_two_lines_in_a_row_on_one_line() -> None:
    lines = ["\t".join(row) for row in [HEADER, *ROWS]]
    lines[3] = lines[3].replace("验收是否合格（20分）", "验收是否合格\n（20分）")
    expected = [list(row) for row in [HEADER, *ROWS]]
    expected[3][2] = "验收是否合格\n（20分）"
    assert reading("\n".join(lines)) == [expected]


def test_cells_quoted_by_a_spreadsheet() -> None:
    assert reading('名称\t说明\n水渠\t"长12公里\n宽""3""米"\n') == [
        [["名称", "说明"], ["水渠", '长12公里\n宽"3"米']]
    ]


def test_csv() -> None:
    text = '序号,单位,预算,得分\n1,云溪区水利局,"1,234.56",92\n2,青禾县教育体育局,88,90\n'
    assert reading(text) == [
        [
            ["序号", "单位", "预算", "得分"],
            ["1", "云溪区水利局", "1,234.56", "92"],
            ["2", "青禾县教育体育局", "88", "90"],
        ]
    ]


def test_figures_with_separators_are_no_csv() -> None:
    text = "预算1,234.56万元，执行1,200.00万元。\n其中2,000,000元用于水渠。\n另有3,000,000元。\n"
    assert reading(text) == text.splitlines()


def test_markdown() -> None:
    text = "表1\n\n| 指标 | 目标 |\n|---|---:|\n| 水渠 | ≥12公里<br>（10分） |\n| 培训 | |\n\n完\n"
    assert reading(text) == ["表1", [["指标", "目标"], ["水渠", "≥12公里\n（10分）"], ["培训", ""]], "完"]


def test_box_drawing_with_a_rule_between_all_rows() -> None:
    text = "┌──┬──┐\n│指标│目标│\n├──┼──┤\n│新建│≥12 │\n│水渠│公里│\n├──┼──┤\n│培训│300 │\n└──┴──┘\n"
    assert reading(text) == [[["指标", "目标"], ["新建\n水渠", "≥12\n公里"], ["培训", "300"]]]


def test_undecoded_bytes_are_an_issue() -> None:
    document = read("执行率".encode("gbk") * 20 + b"\xff\n")
    assert [(issue.code, issue.severity) for issue in document.issues] == [("undecoded", "doubt")]


def test_more_cells_than_the_limit_is_rejected() -> None:
    with pytest.raises(Rejected) as verdict:
        read(tabbed([["甲"] * 8] * 10).encode(), Limits(cells=50))
    assert verdict.value.code == "too-large"


WORDS = st.sampled_from(["验收合格率", "≥95%", "96%", "12公里", "合格", "新建水渠（5分）", "及时完成"])
POINTS = st.integers(0, 20).map(str)


@given(
    rows=st.lists(
        st.tuples(WORDS, WORDS, WORDS, WORDS, POINTS, POINTS, st.just("")), min_size=3, max_size=12
    ),
    torn=st.sets(st.integers(1, 6), max_size=2),
    data=st.data(),
)
def test_one_torn_row_among_whole_ones_is_mended(
    rows: list[tuple[str, ...]], torn: set[int], data: st.DataObject
) -> None:
    index = data.draw(st.integers(0, len(rows) - 1))
    grid_ = [["名称", "类别", "目标", "完成", "分值", "得分", "原因"], *map(list, rows)]
    written = [list(row) for row in grid_]
    for column in torn:
        written[index + 1][column] += "\n"
    if torn != {2, 3} | torn:  # equal parts on both sides of the tear are read as they stand
        got = reading(tabbed([*written, ["总分", "100", "90"]]))
        assert got == [[*grid_, ["总分", "100", "90"]]]


@given(st.text(alphabet="\t\n|,\"'-+ 一1。附", max_size=300))
def test_never_raises_and_never_loses_text(text: str) -> None:
    document = read(text.encode())
    kept = "".join(
        block.text if isinstance(block, Paragraph) else "".join(cell.text for cell in block.cells)
        for block in document.blocks
    )
    for character in "一1。附":
        assert kept.count(character) == text.count(character)


@pytest.mark.skipif(not SAMPLE.exists(), reason="the sample submission is not here")
def test_sample() -> None:
    document = read(SAMPLE.read_bytes())
    first, second, third = (block for block in document.blocks if isinstance(block, Table))
    assert (first.rows, first.columns, second.rows, second.columns, third.columns) == (14, 7, 41, 9, 1)
    rows = grid(second)
    assert all(len(row) == 9 for row in rows[9:40])
    indicators = rows[11:40]
    assert len(indicators) == 29
    assert sum(int(row[7]) for row in indicators if row[7]) == 82
    assert sum(int(row[6]) for row in indicators if row[6]) == 90
    assert indicators[22][4:] == ["符合标准", "符合标准", "5", "3", "维权途径有待增加"]
    assert rows[40] == ["总分", "100", "92", ""]
    assert [len(cell.text.split("\n")) for cell in third.cells] == [
        1,
        1,
        1,
        1,
        16,
        2,
        2,
        5,
        2,
        1,
        4,
        3,
        1,
        1,
        5,
    ]
    assert len([block for block in document.blocks if isinstance(block, Paragraph)]) == 10
