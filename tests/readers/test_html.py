"""Web pages: what a browser shows, in cells where it shows cells."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.document import Document, Limits, Paragraph, Rejected, Table
from extractors.readers.html import read, read_text


def reading(body: str) -> Document:
    return read(f"<html><head><title>题</title></head><body>{body}</body></html>".encode())


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Paragraph)]


def table(body: str) -> Table:
    return next(block for block in reading(body).blocks if isinstance(block, Table))


def spans(found: Table) -> list[tuple[int, int, int, int, str]]:
    return [(cell.row, cell.column, cell.rowspan, cell.colspan, cell.text) for cell in found.cells]


class TestText:
    def test_blocks_are_paragraphs_and_inline_elements_are_not(self) -> None:
        body = "<div>附件<b>6</b>：<p>自评<span>报告</span></p>尾</div>后<hr>末"
        assert texts(reading(body)) == ["附件6：", "自评报告", "尾", "后", "末"]

    def test_a_break_ends_a_paragraph_outside_cells(self) -> None:
        assert texts(reading("一、概况<br>　　我局编制5名。<br/><br/>二、绩效")) == [
            "一、概况",
            "　　我局编制5名。",
            "二、绩效",
        ]

    def test_white_space_of_the_source_is_not_shown(self) -> None:
        assert texts(reading("<p>\n  预算完\n  成率\n 830.04% \t of\n 751.64</p>")) == [
            "预算完成率 830.04% of 751.64"
        ]

    def test_preformatted_text_keeps_its_lines(self) -> None:
        assert texts(reading("<pre>甲\n乙</pre>")) == ["甲\n乙"]

    def test_entities(self) -> None:
        assert texts(reading("<p>&ge;95%&nbsp;&lt;5&amp;&#8804;6&#x4e2d;</p>")) == ["≥95%\xa0<5&≤6中"]

    def test_headings_have_levels(self) -> None:
        document = reading("<h2>概况</h2><p>文</p>")
        assert [(b.text, b.level) for b in document.blocks if isinstance(b, Paragraph)] == [
            ("概况", 2),
            ("文", None),
        ]

    @pytest.mark.parametrize(
        "hidden",
        [
            "<script>x</script>", "<style>.a{color:red}</style>", "<!-- x -->", "<div style='color:red;DISPLAY: none'>x</div>",
            "<p hidden>x</p>", "<span class='b gone'>x</span>", "<span id=menu>x</span>", "<noscript>x</noscript>",
            "<input type=hidden value=x>", "<span style='mso-hide:all'>x</span>", "<template>x</template>",
        ],
    )  # fmt: skip
    def test_hidden_content_is_not_read(self, hidden: str) -> None:
        sheet = "<style>p.gone, .gone{margin:0;display:none}#menu{visibility:hidden} /* .ok{display:none} */</style>"
        assert texts(reading(f"{sheet}甲{hidden}乙")) in (["甲乙"], ["甲", "乙"])

    def test_what_only_the_printer_hides_is_read(self) -> None:
        sheet = "<style>@media print{.noprint{display:none} .x{color:red}} .y{color:red}</style>"
        assert texts(reading(f"{sheet}<p class=noprint>甲</p>")) == ["甲"]

    def test_hidden_text_is_noted(self) -> None:
        issues = reading("甲<div style='display:none'>乙</div><div style='display:none'> </div>").issues
        assert [(issue.code, issue.message) for issue in issues] == [
            ("hidden-text", "有 1 处网页不显示的内容，未读取。")
        ]

    def test_numbered_lists_print_their_numbers(self) -> None:
        body = (
            "<ol><li>甲<li>乙</ol><ol start=3 type=a><li>丙<li value=7>丁</ol><ul><li>戊</ul>"
            "<ol style='list-style-type:cjk-ideographic'><li>己</li></ol>"
        )
        assert texts(reading(body)) == ["1.甲", "2.乙", "c.丙", "g.丁", "戊", "一、己"]

    def test_form_controls_show_their_state(self) -> None:
        body = (
            "<input type=checkbox checked>是<input type=radio>否 <input value='92'>分"
            "<select><option>优<option selected>良</select><textarea>说明</textarea><button>提交</button>"
        )
        assert texts(reading(body)) == ["☑是□否 92分良说明"]

    def test_frames_are_a_loss(self) -> None:
        issues = read(b"<html><frameset><frame src='sheet001.htm'></frameset></html>").issues
        assert [(issue.code, issue.severity) for issue in issues] == [("external-part", "loss")]


class TestTables:
    def test_spans(self) -> None:
        found = table(
            "<table border=1><tr><th rowspan=2>一级<br>指标<th colspan=2>目标</tr><tr><td>值<td>单位</tr>"
            "<tr><td>产出<td>≥5<td><p>家</p><p>（个）</p></table>"
        )
        assert (found.rows, found.columns, found.exact) == (3, 3, True)
        assert spans(found) == [
            (1, 1, 2, 1, "一级\n指标"), (1, 2, 1, 2, "目标"), (2, 2, 1, 1, "值"), (2, 3, 1, 1, "单位"),
            (3, 1, 1, 1, "产出"), (3, 2, 1, 1, "≥5"), (3, 3, 1, 1, "家\n（个）"),
        ]  # fmt: skip

    @pytest.mark.parametrize("span", ["99999999", "1000", "9 ", "9px"])
    def test_absurd_spans_end_with_the_table(self, span: str) -> None:
        found = table(f"<table border=1><tr><td rowspan={span!r} colspan={span!r}>甲</td><td>乙</table>")
        assert spans(found) == [(1, 1, 1, 1, "甲"), (1, 2, 1, 1, "乙")]

    def test_a_wide_title_adds_no_columns(self) -> None:
        found = table("<table border=1><tr><td colspan=9>题</tr><tr><td>甲<td>乙</table>")
        assert (found.columns, spans(found)[0]) == (2, (1, 1, 1, 2, "题"))

    def test_a_rowspan_of_nought_reaches_to_the_end(self) -> None:
        found = table("<table border=1><tr><td rowspan=0>甲<td>1<tr><td>2<tr><td>3</table>")
        assert spans(found)[0] == (1, 1, 3, 1, "甲")

    def test_a_cell_does_not_grow_over_another(self) -> None:
        found = table("<table border=1><tr><td>a<td rowspan=2>b<td>c<tr><td colspan=3>d</table>")
        assert spans(found)[3] == (2, 1, 1, 1, "d")

    def test_the_foot_stands_last_and_hidden_rows_do_not_stand(self) -> None:
        found = table(
            "<table border=1><thead><tr><th>题</thead><tfoot><tr><td>合计</tfoot><tr><td>甲"
            "<tr style='display:none'><td>隐<tbody><tr><td>乙</table>"
        )
        assert [cell.text for cell in found.cells] == ["题", "甲", "乙", "合计"]

    def test_captions_stand_before_the_table(self) -> None:
        document = reading("<table border=1><caption>表1 自评表</caption><tr><td>甲<td>乙</table>")
        assert [block.at for block in document.blocks] == ["b1", "t1"]
        assert texts(document) == ["表1 自评表"]

    def test_tables_that_lay_out_the_page_are_opened(self) -> None:
        document = reading(
            "<table><tr><td>导航<td><h1>题</h1><p>文</p><table border=1><tr><td>甲<td>乙<tr><td>丙<td>丁</table>注</table>尾"
        )
        assert [getattr(block, "text", "表") for block in document.blocks] == [
            "导航",
            "题",
            "文",
            "表",
            "注",
            "尾",
        ]
        assert [block.at for block in document.blocks] == ["b1", "b2", "b3", "t1", "b4", "b5"]

    def test_a_form_with_a_table_in_a_cell_stays_whole(self) -> None:
        found = table(
            "<table border=1><tr><td>项目名称<td>云溪区供水<tr><td>主管部门<td>临江市水利局"
            "<tr><td>指标<td>见下<table border=1><tr><td>子1<td>子2</table></table>"
        )
        cell = found.cells[5]
        assert (cell.text, cell.tables[0].at, [part.text for part in cell.tables[0].cells]) == (
            "见下", "t1.r3.c2.t1", ["子1", "子2"],
        )  # fmt: skip

    def test_one_cell_is_a_frame_unless_it_has_a_border(self) -> None:
        assert texts(reading("<table><tr><td><p>甲<p>乙</table>")) == ["甲", "乙"]
        assert table("<table border=1><tr><td><p>甲<p>乙</table>").cells[0].text == "甲\n乙"

    def test_a_narrative_in_one_column_stays_a_table(self) -> None:
        assert [
            cell.text for cell in table("<table><tr><td>一、概况<p>文<tr><td>二、绩效</table>").cells
        ] == [
            "一、概况\n文",
            "二、绩效",
        ]

    def test_unclosed_and_stray_tags(self) -> None:
        assert texts(reading("<td>孤</td><tr>行</tr>文<table></table>尾")) == ["孤 行文", "尾"] or texts(
            reading("<td>孤</td><tr>行</tr>文<table></table>尾")
        ) == ["孤行文", "尾"]

    def test_too_many_cells(self) -> None:
        with pytest.raises(Rejected) as verdict:
            read_text("<table>" + "<tr><td>1<td>2" * 60 + "</table>", Limits(cells=100))
        assert verdict.value.code == "too-large"


class TestSavedByOffice:
    WORD = (
        '<html xmlns:o="urn:schemas-microsoft-com:office:office"><head>'
        '<meta http-equiv=Content-Type content="text/html; charset=gb2312"></head><body lang=ZH-CN><div class=WordSection1>'
        "<p class=MsoNormal><![if !supportLists]><span style='mso-list:Ignore'>（一）<span>&nbsp;</span></span><![endif]>"
        "职\n责<o:p></o:p></p><table border=1><tr><td><p class=MsoNormal>预算<o:p>&nbsp;</o:p></p></td>"
        "<td>5</td></tr></table></div></body></html>"
    )

    @pytest.mark.parametrize("codec", ["gb18030", "gbk", "utf-8", "utf-16", "utf-8-sig"])
    def test_word(self, codec: str) -> None:
        document = read(self.WORD.encode(codec))
        assert texts(document) == ["（一）\xa0职责"]
        found = document.blocks[1]
        assert isinstance(found, Table)
        assert [cell.text for cell in found.cells] == ["预算", "5"]

    def test_excel(self) -> None:
        page = (
            "<html xmlns:x='urn:schemas-microsoft-com:office:excel'><head><meta charset=gbk>"
            "<style>.xl65{mso-number-format:'0.00%';}</style></head><body><table border=0 width=500>"
            "<col width=72><tr height=19><td class=xl65 align=right x:num='8.3004'>830.04%</td><td>㎡</td></tr></table></body></html>"
        )
        found = read(page.encode("gbk")).blocks[0]
        assert isinstance(found, Table)
        assert [cell.text for cell in found.cells] == ["830.04%", "㎡"]

    def test_running_heads_are_not_part_of_the_text(self) -> None:
        body = "<div title='header'><p>页眉</div>文<div title='footer'><p>14</div><div style='mso-element:footer'>3</div>"
        assert texts(reading(body)) == ["文"]

    def test_xhtml_with_an_xml_head(self) -> None:
        assert texts(
            read("<?xml version='1.0' encoding='gbk'?><html><body>满意度</body></html>".encode("gbk"))
        ) == ["满意度"]


def test_deep_nesting_neither_crashes_nor_loses_text() -> None:
    assert texts(read_text("<div><span>" * 900 + "深")) == ["深"]
    assert [issue.code for issue in read_text("甲" + "<div><span>" * 1500 + "深").issues] == ["too-deep"]
    document = read_text("<table border=1><tr><td>甲" * 300 + "底")
    assert "底" in str(document.blocks)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(
    ["<table>", "</table>", "<tr>", "<td>", "</td>", "<td rowspan=3 colspan=2>", "<tbody>", "<tfoot>", "<p>", "</p>", "字",
     "<br>", "<div>", "</div>", "<li>", "<ol>", "<caption>", "<select><option>", "&nbsp;", "<!-- ", "]]>", "<td"]
), max_size=40))  # fmt: skip
def test_any_tag_soup_keeps_its_text(tags: list[str]) -> None:
    text = "".join(tags)
    try:
        document = read_text(text)
    except Rejected as verdict:
        assert verdict.code == "damaged"
        return
    if "<!--" not in text and "<td" not in {tag for tag in tags if tag == "<td"} and "<select" not in text:
        assert str(document.blocks).count("字") == text.count("字")
