"""Printed PDF as other programs than Word draw it: open sides, dots, wide letters, labels at a page's end."""

from __future__ import annotations

import pytest

from extractors.document import Document, Table
from extractors.readers.pages.lines import line
from extractors.readers.pages.page import Piece
from extractors.readers.pdf import read
from tests.readers.printing import Paper, pdf

XS = [60, 160, 300, 500]
YS = [100, 130, 160, 190]
ROWS = [["项目名称", "云溪河清淤", "12.50"], ["主管部门", "临江市云溪区水利局", "≥95%"], ["得分", "8.33", ""]]


def tables(document: Document) -> list[Table]:
    return [block for block in document.blocks if isinstance(block, Table)]


def texts(table: Table) -> list[list[str]]:
    return [[cell.text for cell in table.cells if cell.row == row] for row in range(1, table.rows + 1)]


def only(paper: Paper) -> list[list[str]]:
    (table,) = tables(read(pdf([paper])))
    return texts(table)


class TestRules:
    def test_dots_are_rules(self) -> None:
        paper = Paper()
        for y in YS:
            for x in range(60, 500, 2):
                paper.bar(x, y, x + 0.75, y + 0.75)
        for x in XS:
            for y in range(100, 190, 2):
                paper.bar(x, y, x + 0.75, y + 0.75)
        paper.fill(XS, YS, ROWS)
        assert only(paper) == ROWS

    def test_no_border_above_a_row_of_two_cells(self) -> None:
        paper = Paper()
        for y in YS[1:-1]:
            paper.line(60, y, 500, y)
        paper.line(160, 100, 160, 190)
        paper.line(300, 130, 300, 190)
        rows = [["项目名称", "云溪河清淤"], *ROWS[1:]]
        paper.fill(XS, YS, rows)
        assert only(paper) == rows

    def test_rows_over_all_columns_between_open_sides(self) -> None:
        ys = [100, 130, 160, 190, 220, 250]
        paper = Paper()
        for y in ys:
            paper.line(60, y, 500, y)
        for x in XS[1:-1]:
            for top in (100, 190, 220):
                paper.line(x, top, x, top + 30)
        rows = [ROWS[0], ["一、产出指标（50分）"], ["（一）数量指标"], *ROWS[1:]]
        paper.fill(XS, ys, rows)
        assert only(paper) == rows

    def test_merged_cells_at_the_side_touch_no_rule(self) -> None:
        paper = Paper()
        for y in YS[1:]:
            paper.line(160, y, 500, y)
        for x in XS:
            paper.line(x, 100, x, 190)
        paper.fill(XS, YS, [ROWS[0], ["", *ROWS[1][1:]], ["", *ROWS[2][1:]]])
        (table,) = tables(read(pdf([paper])))
        assert [cell.rowspan for cell in table.cells if cell.text == "项目名称"] == [3]
        assert texts(table)[1:] == [row[1:] for row in ROWS[1:]]

    def test_tables_of_other_columns_stay_apart(self) -> None:
        paper = Paper()
        for xs, ys in ((XS, YS), ([60, 200, 350, 500], [220, 250, 280, 310])):
            for y in ys:
                paper.line(60, y, 500, y)
            for x in xs[1:-1]:
                paper.line(x, ys[0], x, ys[-1])
            paper.fill(xs, ys, ROWS)
        assert [texts(table) for table in tables(read(pdf([paper])))] == [ROWS, ROWS]


class TestHalfRuled:
    XS = (60, 130, 200, 330, 420, 500)
    ROWS = (
        ["一级指标", "二级指标", "三级指标", "年度指标值", "得分"],
        ["产出指标", "数量指标", "清淤渠道长度", "≥8公里", "10"],
        ["", "质量指标", "工程验收合格率", "100%", "9.5"],
        ["效益指标", "社会效益指标", "受益群众人数", "≥2000人", "20"],
        ["满意度指标", "服务对象", "受益群众满意度", "≥90%", "10"],
    )

    def test_rules_across_only(self) -> None:
        paper = Paper()
        ys = range(100, 251, 30)
        for y in ys:
            paper.line(130 if y == 160 else 60, y, 500, y)  # 产出指标 stands beside two rows
        paper.fill(self.XS, ys, self.ROWS)
        document = read(pdf([paper]))
        (table,) = tables(document)
        assert [row for row in texts(table) if len(row) == 5] == [self.ROWS[k] for k in (0, 1, 3, 4)]
        assert texts(table)[2] == self.ROWS[2][1:]
        assert [(issue.code, issue.severity) for issue in document.issues] == [("no-walls", "doubt")]

    def test_every_second_row_shaded(self) -> None:
        paper = Paper()
        paper.marks.append("0.9 g")
        for y in (100, 160, 220):
            paper.bar(60, y, 500, y + 30)
        paper.marks.append("0 g")
        paper.fill(self.XS, range(100, 251, 30), self.ROWS)
        assert only(paper) == list(self.ROWS)

    def test_columns_go_on_overleaf(self) -> None:
        before, after = Paper(), Paper()
        ys = range(620, 771, 30)
        for y in ys:
            before.line(60, y, 500, y)
        before.fill(self.XS, ys, self.ROWS)
        last = ["总分", "", "", "", "89.5"]
        for y in (72, 102, 132):
            after.line(60, y, 500, y)
        after.fill(self.XS, (72, 102, 132), [["效益指标", "经济效益", "增加产值", "≥30万元", "10"], last])
        (table,) = tables(read(pdf([before, after])))
        assert texts(table) == [*self.ROWS, ["效益指标", "经济效益", "增加产值", "≥30万元", "10"], last]

    def test_lines_to_write_on_are_no_table(self) -> None:
        paper = Paper()
        for k, text in enumerate(("单位名称", "填报时间", "联系电话", "负责人")):
            paper.text(60, 100 + 30 * k, text)
            paper.line(130, 114 + 30 * k, 400, 114 + 30 * k)
        assert tables(read(pdf([paper]))) == []


class TestLetters:
    def test_a_closing_bracket_hangs_over_the_rule(self) -> None:
        paper = Paper()
        paper.grid([60, 114, 300], [100, 130])
        paper.text(63, 105, "（万元数）", 11)  # its last character begins before the rule, ends behind it
        paper.text(117, 105, "1222.21", 11)
        assert only(paper) == [["（万元数）", "1222.21"]]

    def test_wide_letters_are_one_word(self) -> None:
        pieces = [
            Piece(text=sign, x0=100 + 8 * k, y0=0, x1=105 + 8 * k, y1=14, size=10)
            for k, sign in enumerate("155.74")
        ]
        assert line(pieces).text == "155.74"

    def test_distributed_words_are_one(self) -> None:
        pieces = [
            Piece(text=sign, x0=100 + 25 * k, y0=0, x1=110 + 25 * k, y1=14, size=10)
            for k, sign in enumerate("质量指标")
        ]
        assert line(pieces).text == "质量指标"

    def test_two_words_stay_two(self) -> None:
        pieces = [
            Piece(text=text, x0=x, y0=0, x1=x + 10 * len(text), y1=14, size=10)
            for x, text in ((100, "青禾县水务局"), (200, "评价年度"))
        ]
        assert line(pieces).text == "青禾县水务局 评价年度"


class TestPageBreaks:
    XS = (60, 90, 180, 320, 500)

    def test_a_label_with_room_below_it_does_not_go_on(self) -> None:
        before, after = Paper(), Paper()
        before.table(
            self.XS,
            [650, 690, 730],
            [["一级指标", "二级指标", "三级", "得分"], ["过程", "制度", "健全且\n执行", "5"]],
            size=12,
        )
        after.table(self.XS, [72, 112], [["产出", "时效", "开工率", "6"]], size=12)
        (table,) = tables(read(pdf([before, after])))
        assert texts(table)[1:] == [["过程", "制度", "健全且\n执行", "5"], ["产出", "时效", "开工率", "6"]]

    def test_the_headings_of_a_further_form_do_not_go(self) -> None:
        heads = [["指标名称", "目标值", "完成值", "得分"]]
        form = [
            ["项目名称", "云溪河清淤", "实施单位", "云溪区水利局"],
            *heads,
            ["清淤长度", "≥8公里", "8公里", "10"],
        ]
        second = [["项目名称", "白鹭湖治理", "实施单位", "云溪区水利局"]]
        xs = (60, 150, 250, 350, 500)
        before, after = Paper(), Paper()
        before.table(xs, [650, 680, 710, 740, 770], [*form, *second])
        after.table(xs, [72, 102, 132], [*heads, ["治理面积", "≥2公顷", "2公顷", "9"]])
        (table,) = tables(read(pdf([before, after])))
        assert texts(table) == [*form, *second, *heads, ["治理面积", "≥2公顷", "2公顷", "9"]]

    def test_a_cell_that_went_overleaf_whole_completes_its_row(self) -> None:
        xs = (60, 150, 250, 350, 500)
        before, after = Paper(), Paper()
        before.table(
            xs, [710, 740, 770], [["三级指标", "目标值", "完成值", "得分"], ["", "≥87.5%", "92.8%", "7.5"]]
        )
        after.table(
            xs, [72, 102, 132], [["断面水质优良比例", "", "", ""], ["受益人口", "≥2万人", "3万人", "8"]]
        )
        (table,) = tables(read(pdf([before, after])))
        assert texts(table)[1:] == [
            ["断面水质优良比例", "≥87.5%", "92.8%", "7.5"],
            ["受益人口", "≥2万人", "3万人", "8"],
        ]

    def test_repeated_headings_over_labels_in_every_row(self) -> None:
        xs = (60, 150, 250, 350, 500)
        heads = ["一级指标", "三级指标", "目标值", "得分"]
        rows = [["产出指标", f"清淤{k}号渠", "≥8公里", "2"] for k in range(5)]
        before, after = Paper(), Paper()
        before.table(xs, [650, 680, 710, 740, 770], [heads, *rows[:3]])
        after.table(xs, [72, 102, 132, 162], [heads, *rows[3:]])
        (table,) = tables(read(pdf([before, after])))
        assert texts(table) == [heads, *rows]


def test_a_watermark_across_the_rules_goes() -> None:
    paper = Paper()
    paper.table(XS, YS, ROWS)
    paper.text(120, 125, "仅供内部参考", 40)
    document = read(pdf([paper]))
    assert texts(tables(document)[0]) == ROWS
    assert [(i.code, i.severity, i.text, i.at) for i in document.issues] == [
        ("watermark", "note", "仅供内部参考", "p1")
    ]


@pytest.mark.parametrize("title", ["青禾县水利局自评表", "绩效自评"])
def test_a_large_title_over_the_cells_to_its_right_stays(title: str) -> None:
    paper = Paper()
    paper.table(XS, YS, [["", "", ""], *ROWS[1:]])
    paper.text(64, 103, title, 22)
    document = read(pdf([paper]))
    assert "".join(texts(tables(document)[0])[0]) == title
    assert [issue for issue in document.issues if issue.code == "watermark"] == []


def test_large_text_over_the_side_of_a_narrow_cell_stays() -> None:
    paper = Paper()
    paper.table([60, 90, 300, 500], YS, [["", "云溪河清淤", "12.50"], *([["", "", "8"]] * 2)])
    paper.text(62, 133, "合计", 24)
    assert "".join(only(paper)[1]) == "合计8"
