"""Printed PDF: the cells that rules draw, and the text in them."""

from __future__ import annotations

import itertools

import pytest

from extractors.document import Document, Paragraph, Table
from extractors.readers.pdf import read
from tests.readers.printing import Paper, pdf

XS = [60, 160, 300, 500]
YS = [100, 130, 160, 190]
ROWS = [["项目名称", "云溪河清淤", "12.50"], ["主管部门", "临江市云溪区水利局", "≥95%"], ["得分", "8.33", ""]]


def printed(*papers: Paper) -> Document:
    return read(pdf(papers))


def tables(document: Document) -> list[Table]:
    return [block for block in document.blocks if isinstance(block, Table)]


def paragraphs(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Paragraph)]


def texts(table: Table) -> list[list[str]]:
    return [[cell.text for cell in table.cells if cell.row == row] for row in range(1, table.rows + 1)]


def spans(table: Table) -> dict[str, tuple[int, int, int, int]]:
    return {
        cell.text: (cell.row, cell.column, cell.rowspan, cell.colspan) for cell in table.cells if cell.text
    }


def cell(text: str, width: float = 100, size: float = 10) -> str:
    """The text of one cell, set in these lines."""
    paper = Paper()
    paper.table([60, 60 + width, 400], [100, 220], [[text, "别处"]], size)
    return tables(printed(paper))[0].cells[0].text


class TestRules:
    def test_cells_and_places(self) -> None:
        paper = Paper()
        paper.table(XS, YS, ROWS)
        document = printed(paper)
        assert len(document.blocks) == 1
        table = tables(document)[0]
        assert texts(table) == ROWS
        assert (table.at, table.cells[4].at) == ("p1.t1", "p1.t1.r2.c2")
        assert (table.exact, document.format, document.pages, document.issues) == (True, "pdf", 1, [])

    def test_dashed_rules(self) -> None:
        paper = Paper()
        for y in YS:
            paper.line(XS[0], y, XS[-1], y, dash="[3 3]")
        for x in XS:
            for top in range(YS[0], YS[-1], 5):
                paper.line(x, top, x, top + 2.5)
        paper.fill(XS, YS, ROWS)
        assert texts(tables(printed(paper))[0]) == ROWS

    def test_double_rules_are_one(self) -> None:
        paper = Paper()
        paper.table(XS, YS, ROWS)
        paper.grid([x + 2 for x in XS], [y + 2 for y in YS])
        table = tables(printed(paper))[0]
        assert (table.rows, table.columns, texts(table)) == (3, 3, ROWS)

    def test_filled_bars_are_rules(self) -> None:
        paper = Paper()
        for y in YS:
            paper.bar(XS[0], y, XS[-1], y + 0.7)
        for x in XS:
            paper.bar(x, YS[0], x + 0.7, YS[-1])
        paper.fill(XS, YS, ROWS)
        assert texts(tables(printed(paper))[0]) == ROWS

    def test_a_box_for_each_cell(self) -> None:
        paper = Paper()
        for top, bottom in itertools.pairwise(YS):
            for left, right in itertools.pairwise(XS):
                paper.box(left, top, right - 1.5, bottom - 1.5)
        paper.fill(XS, YS, ROWS)
        assert texts(tables(printed(paper))[0]) == ROWS

    def test_missing_side_borders(self) -> None:
        paper = Paper()
        for y in YS:
            paper.line(XS[0], y, XS[-1], y)
        for x in XS[1:-1]:
            paper.line(x, YS[0], x, YS[-1])
        paper.fill(XS, YS, ROWS)
        assert texts(tables(printed(paper))[0]) == ROWS

    def test_a_border_missing_for_two_rows(self) -> None:
        paper = Paper()
        for y in YS:
            paper.line(XS[0], y, XS[-1], y)
        for x in XS[:-1]:
            paper.line(x, YS[0], x, YS[-1])
        paper.line(XS[-1], YS[2], XS[-1], YS[3])
        paper.fill(XS, YS, ROWS)
        assert texts(tables(printed(paper))[0]) == ROWS

    def test_missing_top_border(self) -> None:
        paper = Paper()
        for y in YS[1:]:
            paper.line(XS[0], y, XS[-1], y)
        for x in XS:
            paper.line(x, YS[0], x, YS[-1])
        paper.fill(XS, YS, ROWS)
        assert texts(tables(printed(paper))[0]) == ROWS

    def test_merged_cells(self) -> None:
        paper = Paper()
        for y in (100, 130, 190):
            paper.line(60, y, 500, y)
        paper.line(160, 160, 500, 160)  # the first column is one cell over two rows
        for x in (60, 500):
            paper.line(x, 100, x, 190)
        paper.line(160, 130, 160, 190)  # the first row is one cell
        paper.line(300, 130, 300, 190)
        paper.text(200, 110, "整体支出绩效自评表")
        paper.text(70, 155, "产出指标")
        paper.fill([160, 300], [130, 160], [["修建渠道", "≥3公里"], ["清淤", "8公里"]])
        table = tables(printed(paper))[0]
        assert spans(table) == {
            "整体支出绩效自评表": (1, 1, 1, 3),
            "产出指标": (2, 1, 2, 1),
            "修建渠道": (2, 2, 1, 1),
            "≥3公里": (2, 3, 1, 1),
            "清淤": (3, 2, 1, 1),
            "8公里": (3, 3, 1, 1),
        }

    def test_two_tables_below_each_other(self) -> None:
        paper = Paper()
        paper.table(XS, YS, ROWS)
        paper.text(60, 200, "附件2：")
        paper.table([60, 300, 500], [220, 250], [["合计", "7"]])
        document = printed(paper)
        assert [type(block).__name__ for block in document.blocks] == ["Table", "Paragraph", "Table"]
        assert texts(tables(document)[1]) == [["合计", "7"]]
        assert tables(document)[1].cells[0].at == "p1.t2.r1.c1"

    def test_a_frame_around_the_page_is_no_table(self) -> None:
        paper = Paper()
        paper.box(40, 40, 555, 802)
        paper.text(60, 60, "附件1：")
        paper.table(XS, YS, ROWS)
        document = printed(paper)
        assert [texts(table) for table in tables(document)] == [ROWS]
        assert paragraphs(document) == ["附件1："]

    def test_a_table_in_a_cell(self) -> None:
        paper = Paper()
        paper.table([60, 160, 500], [100, 200], [["明细", ""]])
        paper.table([200, 300, 400], [120, 150, 180], [["一", "1"], ["二", "2"]])
        table = tables(printed(paper))[0]
        assert [c.text for c in table.cells] == ["明细", ""]
        assert texts(table.cells[1].tables[0]) == [["一", "1"], ["二", "2"]]
        assert table.cells[1].tables[0].cells[3].at == "p1.t1.r1.c2.t1.r2.c2"

    def test_a_line_under_a_heading_is_no_table(self) -> None:
        paper = Paper()
        paper.text(60, 60, "临江市云溪区水利局")
        paper.line(60, 75, 500, 75)
        paper.line(60, 78, 500, 78)
        assert tables(printed(paper)) == []


class TestText:
    def test_a_wrapped_line_is_joined_without_space(self) -> None:
        assert cell("预算编制是否完整、\n齐全，数据是否有错") == "预算编制是否完整、齐全，数据是否有错"

    def test_latin_words_are_joined_with_a_space(self) -> None:
        assert cell("Budget completion\nrate of the year") == "Budget completion rate of the year"

    def test_a_number_that_wraps_stays_one(self) -> None:
        assert cell("1234567\n.89", width=46) == "1234567.89"

    def test_a_short_line_ends_a_paragraph(self) -> None:
        assert cell("部门结转结余资金\n管理\n（3分）") == "部门结转结余资金管理\n（3分）"

    def test_a_full_line_is_never_taken_for_an_end(self) -> None:
        assert cell("年度总体绩效目标\n一（10分）") == "年度总体绩效目标一（10分）"

    def test_indented_paragraphs(self) -> None:
        paper = Paper()
        paper.grid([60, 432], [100, 260])
        paper.lines(
            65.5,
            110,
            ["　　一是完成云溪河清淤八公里，修复渠道三处，受益农田两千亩，群众反映良好", "并通过验收。"],
        )
        paper.lines(65.5, 140, ["　　二是完成水库除险加固两座。", "　　三是培训技术人员六十人次。"])
        assert tables(printed(paper))[0].cells[0].text.split("\n") == [
            "一是完成云溪河清淤八公里，修复渠道三处，受益农田两千亩，群众反映良好并通过验收。",
            "二是完成水库除险加固两座。",
            "三是培训技术人员六十人次。",
        ]

    def test_glyphs_drawn_out_of_order(self) -> None:
        paper = Paper()
        paper.grid(XS, [100, 130])
        for x, part in ((105.5, "率（1分）"), (65.5, "“三公"), (85.5, "”控制")):
            paper.text(x, 110, part)
        assert tables(printed(paper))[0].cells[0].text == "“三公”控制率（1分）"

    def test_text_printed_twice_for_boldness(self) -> None:
        paper = Paper()
        paper.grid(XS, [100, 130])
        paper.text(65.5, 110, "合计12.5")
        paper.text(65.8, 110, "合计12.5")
        assert tables(printed(paper))[0].cells[0].text == "合计12.5"

    def test_text_that_runs_over_its_cell_stays_in_it(self) -> None:
        paper = Paper()
        paper.grid([60, 100, 200, 500], [100, 130])
        paper.text(62, 110, "云溪河清淤工程第二标段")
        paper.text(205, 110, "8.5")
        assert [c.text for c in tables(printed(paper))[0].cells] == ["云溪河清淤工程第二标段", "", "8.5"]

    def test_figures_close_to_a_rule_between_them(self) -> None:
        paper = Paper()
        paper.grid([60, 80.8, 100], [100, 130])
        paper.text(65, 110, "100")
        paper.text(81.8, 110, "92")
        assert [c.text for c in tables(printed(paper))[0].cells] == ["100", "92"]

    @pytest.mark.parametrize(
        ("code", "read_as"), [("⼯程⻓度", "工程长度"), ("⾦额", "金额"), ("\uf0b3 95%", "≥ 95%")]
    )
    def test_codes_of_other_characters_of_the_same_shape(self, code: str, read_as: str) -> None:
        assert cell(code).replace(" ", "") == read_as.replace(" ", "")


class TestAligned:
    def test_columns_that_white_space_keeps_apart(self) -> None:
        paper = Paper()
        rows = [
            ["项目", "预算数", "执行数"],
            ["基本支出", "158.64", "162.85"],
            ["项目支出", "593", "6076.06"],
        ]
        for number, row in enumerate(rows):
            for x, text in zip((60, 200, 320), row, strict=True):
                paper.text(x, 100 + 18 * number, text)
        assert texts(tables(printed(paper))[0]) == rows

    def test_a_signature_block_is_no_table(self) -> None:
        paper = Paper()
        paper.text(60, 100, "填报人：王某")
        paper.text(300, 100, "联系电话：")
        paper.text(60, 118, "单位负责人：")
        paper.text(300, 118, "填报日期：")
        document = printed(paper)
        assert tables(document) == []
        assert paragraphs(document) == ["填报人：王某 联系电话：", "单位负责人： 填报日期："]
