"""Printed PDF over several pages: tables joined, furniture dropped, prose in order."""

from __future__ import annotations

import pytest

from extractors.document import Document, Paragraph, Table
from extractors.readers.pdf import read
from tests.readers.printing import Paper, pdf

XS = [60, 120, 190, 320, 400, 460, 535]
HEADING = ["一级指标", "二级指标", "三级指标", "年度指标值", "分值", "得分"]
FIRST = ["产出指标", "数量指标", "清淤渠道长度", "≥8公里", "10", "10"]
SECOND = ["", "质量指标", "验收合格率", "100%", "10", "9.5"]
THIRD = ["效益指标", "社会效益指标", "受益群众人数", "≥2000人", "20", "20"]


def tables(document: Document) -> list[Table]:
    return [block for block in document.blocks if isinstance(block, Table)]


def paragraphs(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Paragraph)]


def texts(table: Table) -> list[list[str]]:
    return [[cell.text for cell in table.cells if cell.row == row] for row in range(1, table.rows + 1)]


def bottom(rows: list[list[str]], step: int = 30) -> tuple[Paper, list[int]]:
    """A page whose table ends at the lower margin."""
    paper = Paper()
    ys = list(range(770 - step * len(rows), 771, step))
    paper.table(XS, ys, rows)
    return paper, ys


def top(rows: list[list[str]], step: int = 30) -> Paper:
    """A page whose table begins at the upper margin."""
    paper = Paper()
    paper.table(XS, list(range(72, 73 + step * len(rows), step)), rows)
    return paper


class TestTables:
    def test_one_table_over_the_break(self) -> None:
        before, _ = bottom([HEADING, FIRST])
        document = read(pdf([before, top([THIRD])]))
        assert [texts(table) for table in tables(document)] == [[HEADING, FIRST, THIRD]]
        assert [c.at for c in tables(document)[0].cells if c.text in {"清淤渠道长度", "受益群众人数"}] == [
            "p1.t1.r2.c3",
            "p2.t1.r1.c3",
        ]

    def test_repeated_headings_go(self) -> None:
        before, _ = bottom([HEADING, FIRST])
        document = read(pdf([before, top([HEADING, THIRD])]))
        assert texts(tables(document)[0]) == [HEADING, FIRST, THIRD]

    def test_a_caption_that_is_repeated_with_the_headings_goes(self) -> None:
        before, ys = bottom([HEADING, FIRST])
        before.text(450, ys[0] - 16, "单位：万元")
        after = Paper()
        after.text(450, 60, "单位：万元")
        after.table(XS, [76, 106, 136], [HEADING, THIRD])
        document = read(pdf([before, after]))
        assert [texts(table) for table in tables(document)] == [[HEADING, FIRST, THIRD]]
        assert paragraphs(document) == ["单位：万元"]

    def test_a_mark_of_continuation_goes(self) -> None:
        before, _ = bottom([HEADING, FIRST])
        after = Paper()
        after.text(450, 60, "（续上表）")
        after.table(XS, [76, 106], [THIRD])
        assert [texts(table) for table in tables(read(pdf([before, after])))] == [[HEADING, FIRST, THIRD]]

    def test_a_row_that_the_break_cuts(self) -> None:
        cut = ["产出指标", "数量指标", "清淤渠道长度（含支渠、\n毛渠及田间排水沟", "≥8公里", "10", "10"]
        before, _ = bottom([HEADING, cut])
        document = read(pdf([before, top([["", "", "）（10分）", "", "", ""], THIRD])]))
        whole = [*FIRST[:2], "清淤渠道长度（含支渠、毛渠及田间排水沟）（10分）", *FIRST[3:]]
        assert texts(tables(document)[0]) == [HEADING, whole, THIRD]

    def test_rows_with_their_own_scores_are_never_joined(self) -> None:
        full = ["产出指标", "数量指标", "清淤渠道长度及支渠毛渠长度", "≥8公里", "10", "10"]
        new = ["", "", "受益群众人数", "≥2000人", "5", "5"]
        before, _ = bottom([HEADING, full])
        document = read(pdf([before, top([new, THIRD])]))
        assert [row[-2:] for row in texts(tables(document)[0])] == [
            ["分值", "得分"],
            ["10", "10"],
            ["5", "5"],
            ["20", "20"],
        ]

    def test_a_merge_goes_on_overleaf(self) -> None:
        before, _ = bottom([HEADING, FIRST])
        document = read(pdf([before, top([SECOND, THIRD])]))
        spans = {c.text: (c.row, c.rowspan) for c in tables(document)[0].cells}
        assert spans["产出指标"] == (2, 2)
        assert spans["质量指标"] == (3, 1)

    def test_a_label_of_a_merged_cell_broken_by_the_page(self) -> None:
        before, _ = bottom([HEADING, ["产出指标", "质量指标", *FIRST[2:]]])
        document = read(pdf([before, top([["", "（10分）", *SECOND[2:]], THIRD])]))
        spans = {c.text: (c.row, c.rowspan) for c in tables(document)[0].cells}
        assert spans["质量指标（10分）"] == (2, 2)

    def test_columns_that_only_one_page_divides(self) -> None:
        before = Paper()
        before.table([60, 320, 535], [740, 770], [["年度总体目标", "全年完成情况"]])
        document = read(pdf([before, top([THIRD])]))
        table = tables(document)[0]
        assert (table.rows, table.columns) == (2, 6)
        assert [(c.column, c.colspan) for c in table.cells if c.row == 1] == [(1, 3), (4, 3)]

    def test_a_title_between_makes_two_tables(self) -> None:
        before, _ = bottom([HEADING, FIRST])
        after = top([])
        after.text(200, 75, "项目支出绩效自评表", 16)
        after.table(XS, [110, 140], [THIRD])
        document = read(pdf([before, after]))
        assert len(tables(document)) == 2
        assert paragraphs(document) == ["项目支出绩效自评表"]

    def test_forms_of_one_kind_page_after_page_stay_apart(self) -> None:
        def form(project: str) -> Paper:
            paper = Paper()
            rows = [["项目名称", project], ["主管部门", "青禾县教育体育局"], ["得分", "95"]]
            paper.table([60, 160, 535], [72, 300, 530, 770], rows)
            return paper

        assert len(tables(read(pdf([form("校舍维修"), form("营养午餐")])))) == 2

    def test_a_table_that_ended_long_before_the_margin(self) -> None:
        first, last = Paper(), Paper()
        first.table(XS, [72, 102, 132], [HEADING, FIRST])
        last.table(XS, [72, 102], [THIRD])
        last.lines(60, 700, ["说明：以上为重点任务。", "附注。", "完。"])
        assert len(tables(read(pdf([first, last])))) == 2

    def test_another_width_is_another_table(self) -> None:
        before, _ = bottom([HEADING, FIRST])
        after = Paper()
        after.table([60, 160, 300, 450], [72, 102], [["序号", "单位", "得分"]])
        assert len(tables(read(pdf([before, after])))) == 2

    def test_numbered_lines_do_not_carry_anything(self) -> None:
        """A summary goes on with the next number."""
        xs = [60, 100, 300, 535]
        before, after = Paper(), Paper()
        before.table(xs, [710, 740, 770], [["序号", "单位", "得分"], ["1", "临江市云溪区水利局", "95"]])
        after.table(xs, [72, 102, 132], [["2", "临江市云溪区农业农村局", "93"], ["3", "", ""]])
        table = tables(read(pdf([before, after])))[0]
        assert texts(table) == [
            ["序号", "单位", "得分"],
            ["1", "临江市云溪区水利局", "95"],
            ["2", "临江市云溪区农业农村局", "93"],
            ["3", "", ""],
        ]


class TestFurniture:
    @pytest.mark.parametrize(
        "number", ["1", "- 1 -", "—1—", "第1页", "第1页 共5页", "1/5", "第 1 页，共 5 页", "Page 1 of 5"]
    )
    def test_page_numbers_go(self, number: str) -> None:
        paper = Paper()
        paper.text(60, 100, "一、部门概况")
        paper.text(280, 800, number)
        assert paragraphs(read(pdf([paper]))) == ["一、部门概况"]

    def test_a_figure_above_the_margin_stays(self) -> None:
        paper = Paper()
        paper.text(60, 100, "得分")
        paper.text(60, 700, "95")
        assert paragraphs(read(pdf([paper]))) == ["得分", "95"]

    def test_running_heads_go(self) -> None:
        papers = []
        for text in ("一、部门概况", "二、绩效目标", "三、存在的问题"):
            paper = Paper()
            paper.text(60, 40, "青禾县教育体育局2021年度部门整体支出绩效自评报告", 9)
            paper.text(60, 100, text, 12)
            papers.append(paper)
        assert paragraphs(read(pdf(papers))) == ["一、部门概况", "二、绩效目标", "三、存在的问题"]

    def test_a_title_on_every_page_stays(self) -> None:
        papers = []
        for project in ("校舍维修", "营养午餐", "校车补贴"):
            paper = Paper()
            paper.text(60, 40, "附件6", 12)
            paper.text(200, 60, "项目支出绩效自评表", 16)
            paper.table([60, 160, 535], [90, 120], [["项目名称", project]])
            papers.append(paper)
        assert paragraphs(read(pdf(papers))) == ["附件6", "项目支出绩效自评表"] * 3

    def test_what_a_browser_prints_goes(self) -> None:
        paper = Paper()
        paper.text(30, 15, "2022/4/18 09:15 绩效自评公开", 8)
        paper.text(60, 100, "一、部门概况")
        paper.text(30, 815, "https://www.example.gov.cn/2022/t1.html 1/1", 8)
        assert paragraphs(read(pdf([paper]))) == ["一、部门概况"]

    def test_a_watermark_goes(self) -> None:
        paper = Paper()
        paper.lines(60, 100, ["一、部门概况", "青禾县教育体育局内设五个科室。"])
        paper.text(200, 500, "内部资料", 60, matrix=".7 .7 -.7 .7")
        assert paragraphs(read(pdf([paper]))) == ["一、部门概况", "青禾县教育体育局内设五个科室。"]


BODY = [
    "　　全年修复渠道三处，完成清淤八公里，受益农田两千一百亩，群众反映良好，各项指标均已按期",
    "完成，验收合格率达到百分之百，资金支付进度符合要求。",
    "　　（一）数量方面。完成清淤8公里（任务数6公里），完成率133.3%，培训技术人员60人次，全年",
    "安全生产零事故。",
    "　　（二）质量方面。验收合格。",
]
PARAGRAPHS = [
    "全年修复渠道三处，完成清淤八公里，受益农田两千一百亩，群众反映良好，各项指标均已按期完成，验收合格率达到百分之百，资金支付进度符合要求。",
    "（一）数量方面。完成清淤8公里（任务数6公里），完成率133.3%，培训技术人员60人次，全年安全生产零事故。",
    "（二）质量方面。验收合格。",
]


class TestProse:
    def test_paragraphs_are_rebuilt(self) -> None:
        paper = Paper()
        paper.lines(85, 100, BODY)
        assert paragraphs(read(pdf([paper]))) == PARAGRAPHS

    def test_a_paragraph_goes_on_overleaf(self) -> None:
        first, second = Paper(), Paper()
        first.lines(85, 100, BODY[:3])
        first.text(290, 800, "1")
        second.lines(85, 72, BODY[3:])
        document = read(pdf([first, second]))
        assert paragraphs(document) == PARAGRAPHS
        assert [block.at for block in document.blocks] == ["p1.b1", "p1.b2", "p2.b1"]

    def test_a_wrapped_heading_is_one(self) -> None:
        paper = Paper()
        paper.lines(85, 100, [BODY[0][2:] + "工程", "（续建）绩效情况。", *BODY[2:]])
        assert paragraphs(read(pdf([paper])))[0] == BODY[0][2:] + "工程（续建）绩效情况。"

    def test_title_lines_stay_apart(self) -> None:
        paper = Paper()
        paper.text(182, 80, "临江市云溪区水利局", 22)
        paper.text(127, 110, "2021年度部门整体支出绩效自评报告", 22)
        paper.lines(85, 150, BODY)
        assert paragraphs(read(pdf([paper])))[:2] == [
            "临江市云溪区水利局",
            "2021年度部门整体支出绩效自评报告",
        ]

    def test_two_columns_are_read_one_after_the_other(self) -> None:
        paper = Paper()
        paper.text(200, 60, "绩效简报", 16)
        left = [f"左栏第{n}行讲的是云溪河清淤工程的事" for n in "一二三四五六七八"]
        right = [f"右栏第{n}行讲的是水库除险加固的事情" for n in "一二三四五六七八"]
        paper.lines(60, 100, left)
        paper.lines(320, 100, right)
        assert paragraphs(read(pdf([paper]))) == ["绩效简报", "".join(left), "".join(right)]

    def test_a_turned_page(self) -> None:
        flat, turned = Paper(), Paper(rotate=90)
        flat.table([60, 160, 300], [100, 130], [["得分", "95"]])
        turned.marks = [f"q 0 1 -1 0 {turned.width} 0 cm", *_landscape().marks, "Q"]
        document = read(pdf([flat, turned]))
        assert texts(tables(document)[1]) == [["项目名称", "云溪河清淤"]]

    def test_a_sheet_drawn_sideways_without_saying_so(self) -> None:
        turned = Paper()
        turned.marks = [f"q 0 1 -1 0 {turned.width} 0 cm", *_landscape().marks, "Q"]
        assert texts(tables(read(pdf([turned])))[0]) == [["项目名称", "云溪河清淤"]]


def _landscape() -> Paper:
    paper = Paper(842, 595)
    paper.table([60, 160, 300], [100, 130], [["项目名称", "云溪河清淤"]])
    return paper
