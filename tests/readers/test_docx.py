"""Word documents: what is printed, in its order and its cell."""

from __future__ import annotations

import io
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

from extractors.document import Cell, Document, Paragraph, Table
from extractors.readers import docx as reader

_SPEC = spec_from_file_location("packages", Path(__file__).with_name("packages.py"))
assert _SPEC is not None and _SPEC.loader is not None
packages = module_from_spec(_SPEC)
_SPEC.loader.exec_module(packages)
docx, p, r, tbl, tc, tr = (getattr(packages, name) for name in ("docx", "p", "r", "tbl", "tc", "tr"))


def reading(body: str, **parts: str | bytes) -> Document:
    return reader.read(docx(body, **parts))


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Paragraph)]


def paragraph(*runs: str, **parts: str | bytes) -> str:
    return texts(reading(p(*runs), **parts))[0]


def table(document: Document, number: int = 0) -> Table:
    return [block for block in document.blocks if isinstance(block, Table)][number]


def spans(found: Table) -> list[tuple[int, int, int, int, str]]:
    return [(cell.row, cell.column, cell.rowspan, cell.colspan, cell.text) for cell in found.cells]


def codes(document: Document) -> list[str]:
    return [issue.code for issue in document.issues]


def field(instruction: str, result: str | None, begin: str = "") -> str:
    char = '<w:r><w:fldChar w:fldCharType="{}">{}</w:fldChar></w:r>'
    parts = [
        char.format("begin", begin),
        f"<w:r><w:instrText>{instruction}</w:instrText></w:r>" if instruction else "",
    ]
    if result is not None:
        parts += [char.format("separate", ""), r(result) if result else ""]
    return "".join([*parts, char.format("end", "")])


class TestInline:
    def test_runs_of_one_paragraph_are_one_text(self) -> None:
        assert paragraph("预算完", r("成率", "<w:b/>"), "830.04%") == "预算完成率830.04%"

    @pytest.mark.parametrize("tag", ["ins", "moveTo", "smartTag", "customXml", "hyperlink", "bdo"])
    def test_wrapped_text_is_read(self, tag: str) -> None:
        assert paragraph("甲", f"<w:{tag}>{r('乙')}</w:{tag}>", "丙") == "甲乙丙"

    def test_content_control(self) -> None:
        control = (
            f"<w:sdt><w:sdtPr><w:alias w:val='名'/></w:sdtPr><w:sdtContent>{r('乙')}</w:sdtContent></w:sdt>"
        )
        assert paragraph("甲", control, "丙") == "甲乙丙"

    @pytest.mark.parametrize(
        "deleted",
        [
            "<w:del><w:r><w:delText>乙</w:delText></w:r></w:del>",
            f"<w:moveFrom>{r('乙')}</w:moveFrom>",
            "<w:ins><w:del><w:r><w:delText>乙</w:delText></w:r></w:del></w:ins>",
        ],
    )
    def test_deleted_text_is_not_read_but_noted(self, deleted: str) -> None:
        document = reading(p("甲", deleted, "丙"))
        assert texts(document) == ["甲丙"]
        assert codes(document) == ["tracked-changes"]

    def test_a_deleted_paragraph_mark_joins_paragraphs(self) -> None:
        mark = "<w:rPr><w:del w:id='1'/></w:rPr>"
        assert texts(reading(p("甲", properties=mark) + p("乙") + p("丙"))) == ["甲乙", "丙"]

    @pytest.mark.parametrize(
        ("inside", "printed"),
        [
            ("<w:tab/>", "\t"),
            ("<w:br/>", "\n"),
            ("<w:cr/>", "\n"),
            ("<w:noBreakHyphen/>", "-"),
            ("<w:softHyphen/>", ""),
            ('<w:sym w:font="Symbol" w:char="F0B3"/>', "≥"),
            ('<w:sym w:font="Wingdings" w:char="F0FE"/>', "☑"),
            (
                "<w:ruby><w:rt><w:r><w:t>shuǐ</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>水</w:t></w:r></w:rubyBase></w:ruby>",
                "水",
            ),
            ("<w:footnoteReference w:id='2'/>", ""),
            ("<w:annotationRef/>", ""),
        ],
    )
    def test_what_stands_in_a_run(self, inside: str, printed: str) -> None:
        assert paragraph("甲", f"<w:r>{inside}</w:r>", "乙") == f"甲{printed}乙"

    def test_signs_of_a_symbol_font_typed_as_text(self) -> None:
        assert paragraph("完成率", r("\uf0b3", '<w:rFonts w:ascii="Symbol"/>'), "95%") == "完成率≥95%"
        assert paragraph(r("\uf0fe", '<w:rFonts w:ascii="Wingdings"/>'), "是") == "☑是"

    def test_markup_characters_are_kept(self) -> None:
        assert paragraph("A&amp;B&lt;5&gt;3") == "A&B<5>3"

    def test_white_space_is_kept_where_it_is_preserved(self) -> None:
        run = "<w:r><w:t>\n  乙 \n</w:t></w:r>"
        assert paragraph(r("  甲 "), run) == "  甲 乙"

    @pytest.mark.parametrize(
        ("properties", "printed"),
        [("<w:vanish/>", "甲丙"), ('<w:vanish w:val="0"/>', "甲乙丙"), ('<w:vanish w:val="true"/>', "甲丙")],
    )
    def test_hidden_text(self, properties: str, printed: str) -> None:
        document = reading(p("甲", r("乙", properties), "丙"))
        assert texts(document) == [printed]
        assert codes(document) == (["hidden-text"] if printed == "甲丙" else [])

    def test_text_hidden_by_its_style(self) -> None:
        styles = (
            f"<w:styles {packages.NAMES}><w:style w:type='character' w:styleId='Gone'><w:rPr><w:vanish/></w:rPr></w:style>"
            "<w:style w:type='character' w:styleId='Child'><w:basedOn w:val='Gone'/></w:style></w:styles>"
        )
        assert paragraph("甲", r("乙", "<w:rStyle w:val='Child'/>"), "丙", styles=styles) == "甲丙"

    def test_formula_on_one_line(self) -> None:
        inner = "<m:f><m:num><m:r><m:t>B</m:t></m:r></m:num><m:den><m:r><m:t>A</m:t></m:r></m:den></m:f>"
        formula = f"<m:oMath><m:r><m:t>执行率=</m:t></m:r>{inner}</m:oMath>"
        assert paragraph("其中", formula) == "其中执行率=B/A"


class TestFields:
    def test_the_result_is_printed_and_the_instruction_is_not(self) -> None:
        assert paragraph("第", field(" PAGE ", "3"), "页") == "第3页"
        assert paragraph("共", f"<w:fldSimple w:instr=' NUMPAGES '>{r('5')}</w:fldSimple>", "页") == "共5页"

    def test_a_field_in_the_instruction_of_another_prints_nothing(self) -> None:
        nested = (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF </w:instrText></w:r>'
            + field("DATE", "9月")
            + '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
            + r("完成")
            + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        )
        assert paragraph("已", nested, "。") == "已完成。"

    def test_a_field_over_several_paragraphs(self) -> None:
        begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>'
        body = (
            p(begin, '<w:r><w:fldChar w:fldCharType="separate"/></w:r>', "一、概况\t1")
            + p("二、绩效\t2")
            + p('<w:r><w:fldChar w:fldCharType="end"/></w:r>', "正文")
        )
        assert texts(reading(body)) == ["一、概况\t1", "二、绩效\t2", "正文"]

    @pytest.mark.parametrize(
        ("instruction", "printed"),
        [
            (r" eq \o\ac(○,1)", "①"),
            (r"EQ \o\ac(○,十)", "㊉"),
            (r" eq \f(3,4) ", "3/4"),
            (r'SYMBOL 179 \f "Symbol"', "≥"),
        ],
    )
    @pytest.mark.parametrize("result", [None, ""])
    def test_fields_that_word_draws_itself(self, instruction: str, printed: str, result: str | None) -> None:
        assert paragraph("甲", field(instruction, result), "乙") == f"甲{printed}乙"

    @pytest.mark.parametrize(
        ("data", "printed"),
        [
            ("<w:checkBox><w:default w:val='0'/><w:checked/></w:checkBox>", "☑"),
            ("<w:checkBox><w:default w:val='0'/></w:checkBox>", "□"),
            (
                "<w:ddList><w:result w:val='1'/><w:listEntry w:val='优'/><w:listEntry w:val='良'/></w:ddList>",
                "良",
            ),
        ],
    )
    def test_form_controls(self, data: str, printed: str) -> None:
        control = field(" FORMCHECKBOX ", None, f"<w:ffData>{data}</w:ffData>")
        assert paragraph("等级", control) == f"等级{printed}"

    def test_deleted_and_hidden_field_parts_still_close_the_field(self) -> None:
        hidden = '<w:r><w:rPr><w:vanish/></w:rPr><w:fldChar w:fldCharType="{}"/></w:r>'
        body = p(
            "甲",
            hidden.format("begin"),
            "<w:r><w:instrText>XE 词</w:instrText></w:r>",
            hidden.format("end"),
            "乙",
        )
        assert texts(reading(body)) == ["甲乙"]


NUMBERING = f"""<w:numbering {packages.NAMES}>
<w:abstractNum w:abstractNumId="0">
 <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>
 <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>
 <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%3."/></w:lvl>
 <w:lvl w:ilvl="3"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:isLgl/><w:lvlText w:val="%1.%2.%4"/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="1">
 <w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimalEnclosedCircleChinese"/><w:lvlText w:val="%1"/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="2">
 <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="\uf0b7"/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="3">
 <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Part"/><w:lvlText w:val="第%1部分"/></w:lvl>
 <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:pStyle w:val="Chapter"/><w:lvlText w:val="%1-%2"/></w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="4"><w:abstractNumId w:val="2"/></w:num>
<w:num w:numId="5"><w:abstractNumId w:val="3"/></w:num>
</w:numbering>"""

STYLES = f"""<w:styles {packages.NAMES}>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Part"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/>
 <w:pPr><w:numPr><w:numId w:val="5"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Chapter"><w:name w:val="标题二"/><w:basedOn w:val="Part"/>
 <w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Own"><w:name w:val="我的章"/><w:basedOn w:val="Chapter"/></w:style>
<w:style w:type="paragraph" w:styleId="Named"><w:name w:val="heading 3"/></w:style>
</w:styles>"""


def item(text: str, number: int, level: int = 0) -> str:
    return p(text, properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


class TestNumbering:
    def numbered(self, *items: str) -> list[str]:
        return texts(reading("".join(items), numbering=NUMBERING, styles=STYLES))

    def test_levels_count_and_begin_again(self) -> None:
        got = self.numbered(
            item("概况", 1),
            item("职责", 1, 1),
            item("人员", 1, 1),
            item("编制", 1, 2),
            item("绩效", 1),
            item("数量", 1, 1),
        )
        assert got == ["一、概况", "（一）职责", "（二）人员", "1.编制", "二、绩效", "（一）数量"]

    def test_number_and_level_stand_apart(self) -> None:
        document = reading(item("概况", 1), numbering=NUMBERING)
        block = document.blocks[0]
        assert isinstance(block, Paragraph)
        assert (block.number, block.text, block.level) == ("一、", "一、概况", None)

    def test_numbers_in_legal_style(self) -> None:
        assert self.numbered(item("甲", 1), item("乙", 1, 1), item("丙", 1, 3))[2] == "1.1.1丙"

    def test_a_use_may_start_the_list_anew(self) -> None:
        assert self.numbered(item("甲", 1), item("乙", 1), item("丙", 2), item("丁", 2)) == [
            "一、甲",
            "二、乙",
            "一、丙",
            "二、丁",
        ]

    def test_start_and_circled_numbers(self) -> None:
        assert self.numbered(item("甲", 3), item("乙", 3)) == ["③甲", "④乙"]

    def test_a_number_does_not_run_into_a_figure(self) -> None:
        assert self.numbered(item("甲", 1), item("乙", 1, 1), item("5亿元", 1, 2))[2] == "1. 5亿元"

    def test_a_paragraph_without_text_prints_its_number(self) -> None:
        found = table(
            reading(tbl(tr(tc(item("", 1, 2)), "甲"), tr(tc(item("", 1, 2)), "乙")), numbering=NUMBERING)
        )
        assert [cell.text for cell in found.cells] == ["1.", "甲", "2.", "乙"]

    def test_numbers_of_styles(self) -> None:
        document = reading(
            p("总述", properties="<w:pStyle w:val='Part'/>")
            + p("甲", properties="<w:pStyle w:val='Chapter'/>")
            + p("乙", properties="<w:pStyle w:val='Own'/>")
            + p("丙", properties="<w:pStyle w:val='Own'/><w:numPr><w:numId w:val='0'/></w:numPr>")
            + p("丁", properties="<w:pStyle w:val='Named'/>")
            + p("戊", properties="<w:outlineLvl w:val='4'/>")
            + p("己", properties="<w:pStyle w:val='Part'/><w:outlineLvl w:val='9'/>"),
            numbering=NUMBERING,
            styles=STYLES,
        )
        got = [(block.text, block.level) for block in document.blocks if isinstance(block, Paragraph)]
        assert got == [
            ("第1部分总述", 1), ("1-I甲", 2), ("1-II乙", 2), ("丙", 2), ("丁", 3), ("戊", 5), ("第2部分己", None),
        ]  # fmt: skip

    def test_deleted_paragraphs_are_not_counted(self) -> None:
        gone = p(
            "<w:del><w:r><w:delText>旧</w:delText></w:r></w:del>",
            properties='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del w:id="3"/></w:rPr>',
        )
        assert self.numbered(item("甲", 1), gone, item("乙", 1)) == ["一、甲", "二、乙"]


class TestTables:
    def test_merged_cells(self) -> None:
        found = table(
            reading(
                tbl(
                    tr(tc("指标", span=2), "目标", tc("得分", merge="restart")),
                    tr(tc("产出", merge="restart"), "数量", "≥5家", tc(merge="continue")),
                    tr(tc(merge="continue"), tc("质量", "（5分）"), "合格", "5"),
                    widths=(1000, 1000, 1000, 1000),
                )
            )
        )
        assert (found.rows, found.columns, found.exact) == (3, 4, True)
        assert spans(found) == [
            (1, 1, 1, 2, "指标"), (1, 3, 1, 1, "目标"), (1, 4, 2, 1, "得分"),
            (2, 1, 2, 1, "产出"), (2, 2, 1, 1, "数量"), (2, 3, 1, 1, "≥5家"),
            (3, 2, 1, 1, "质量\n（5分）"), (3, 3, 1, 1, "合格"), (3, 4, 1, 1, "5"),
        ]  # fmt: skip
        assert found.cells[3].at == "t1.r2.c1"

    def test_old_horizontal_merges(self) -> None:
        first = tc("甲", properties='<w:hMerge w:val="restart"/>')
        found = table(reading(tbl(tr(first, tc("", properties="<w:hMerge/>"), "乙"), tr("1", "2", "3"))))
        assert spans(found)[:2] == [(1, 1, 1, 2, "甲"), (1, 3, 1, 1, "乙")]

    def test_rows_that_begin_later(self) -> None:
        rows = [tr("甲", "乙", "丙"), tr("丁", "戊", properties='<w:gridBefore w:val="1"/>')]
        assert spans(table(reading(tbl(*rows, widths=(900, 900, 900)))))[3:] == [
            (2, 2, 1, 1, "丁"),
            (2, 3, 1, 1, "戊"),
        ]

    def test_grid_lines_a_twip_apart_are_one(self) -> None:
        rows = [tr("甲", tc("乙", span=2)), tr(tc("丙", span=2), "丁")]
        found = table(reading(tbl(*rows, widths=(2000, 1, 2000))))
        assert (found.columns, spans(found)) == (
            2, [(1, 1, 1, 1, "甲"), (1, 2, 1, 1, "乙"), (2, 1, 1, 1, "丙"), (2, 2, 1, 1, "丁")],
        )  # fmt: skip

    def test_a_grid_line_that_no_cell_uses_is_none(self) -> None:
        found = table(reading(tbl(tr(tc("甲", span=2), "乙"), tr(tc("丙", span=3)), widths=(500, 500, 500))))
        assert (found.columns, spans(found)[2]) == (2, (2, 1, 1, 2, "丙"))

    def test_cells_that_tell_their_width_instead_of_their_span(self) -> None:
        def wide(text: str, width: int) -> str:
            return str(tc(text, properties=f'<w:tcW w:w="{width}" w:type="dxa"/>'))

        rows = [tr(wide("总分", 3000), wide("100", 1000)), tr(*(wide(text, 1000) for text in "甲乙丙丁"))]
        found = table(reading(tbl(*rows, widths=(1000, 1000, 1000, 1000))))
        assert spans(found)[:2] == [(1, 1, 1, 3, "总分"), (1, 4, 1, 1, "100")]

    def test_rows_and_cells_in_content_controls(self) -> None:
        cell = f"<w:sdt><w:sdtContent>{tc('乙')}</w:sdtContent></w:sdt>"
        row = f"<w:sdt><w:sdtContent>{tr('丙', '丁')}</w:sdtContent></w:sdt>"
        body = f"<w:sdt><w:sdtContent>{tbl(tr('甲', cell), row)}</w:sdtContent></w:sdt>"
        assert [cell.text for cell in table(reading(body)).cells] == ["甲", "乙", "丙", "丁"]

    def test_deleted_and_hidden_rows(self) -> None:
        rows = [tr("甲"), tr("乙", properties="<w:del w:id='1'/>"), tr("丙", properties="<w:ins w:id='2'/>")]
        document = reading(tbl(*rows, tr("丁", properties="<w:hidden/>")))
        assert [cell.text for cell in table(document).cells] == ["甲", "丙"]
        assert codes(document) == ["tracked-changes", "hidden-text"]

    def test_text_under_a_merged_cell_is_noted(self) -> None:
        document = reading(tbl(tr(tc("甲", merge="restart")), tr(tc("遮", merge="continue"))))
        assert (spans(table(document)), codes(document)) == ([(1, 1, 2, 1, "甲")], ["hidden-merge"])

    def test_nested_tables(self) -> None:
        inner = tbl(tr("子1", "子2"))
        document = reading(tbl(tr("甲", tc(p("上"), inner, p("下"))), tr("乙", "丙")))
        cell = table(document).cells[1]
        assert (cell.text, [nested.at for nested in cell.tables]) == ("上\n下", ["t1.r1.c2.t1"])
        assert [(part.text, part.at) for part in cell.tables[0].cells] == [
            ("子1", "t1.r1.c2.t1.r1.c1"),
            ("子2", "t1.r1.c2.t1.r1.c2"),
        ]

    def test_a_frame_around_a_whole_form_is_opened(self) -> None:
        document = reading(p("前") + tbl(tr(tc(p("标题"), tbl(tr("甲", "乙")), p("注")))) + p("后"))
        assert [(block.at, getattr(block, "text", "表")) for block in document.blocks] == [
            ("b1", "前"), ("b2", "标题"), ("t1", "表"), ("b3", "注"), ("b4", "后"),
        ]  # fmt: skip

    def test_a_narrative_in_one_column_stays_a_table(self) -> None:
        found = table(reading(tbl(tr(tc("一、概况", "我局编制5名。")), tr("二、绩效"))))
        assert [cell.text for cell in found.cells] == ["一、概况\n我局编制5名。", "二、绩效"]

    def test_empty_lines_at_the_ends_of_a_cell_are_dropped(self) -> None:
        found = table(reading(tbl(tr(tc("", "  甲", "", "乙 ", "")))))
        assert found.cells[0].text == "  甲\n\n乙"


BOX = "<w:txbxContent>{}</w:txbxContent>"
SHAPE = (
    '<w:drawing><wp:anchor><wp:positionH relativeFrom="column"><wp:posOffset>{x}</wp:posOffset></wp:positionH>'
    '<wp:positionV relativeFrom="paragraph"><wp:posOffset>{y}</wp:posOffset></wp:positionV>'
    "<a:graphic><a:graphicData><wps:wsp><wps:txbx>{box}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
)
VML = '<w:pict><v:shape style="margin-left:{x}pt;margin-top:{y}pt"><v:textbox>{box}</v:textbox></v:shape></w:pict>'


def box(text: str, x: int = 0, y: int = 0, shape: str = SHAPE) -> str:
    content = text if text.startswith("<") else p(text)
    return f"<w:r>{shape.format(x=x, y=y, box=BOX.format(content))}</w:r>"


class TestBoxes:
    def test_choice_and_fallback_are_one_box(self) -> None:
        choice, fallback = box("框内")[5:-6], box("框内", shape=VML)[5:-6]
        both = (
            f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'>{choice}</mc:Choice>"
            f"<mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent></w:r>"
        )
        assert texts(reading(p("前") + p("中", both) + p("后"))) == ["前", "中", "框内", "后"]

    def test_a_fallback_alone_and_an_old_box_are_read(self) -> None:
        inner = box("旧框", shape=VML)[5:-6]
        only = f"<w:r><mc:AlternateContent><mc:Fallback>{inner}</mc:Fallback></mc:AlternateContent></w:r>"
        assert texts(reading(p(only))) == ["旧框"]
        assert texts(reading(p(box("旧框", shape=VML)))) == ["旧框"]

    def test_a_box_anchored_before_the_text_stands_before_it(self) -> None:
        assert texts(reading(p(box("题"), "文"))) == ["题", "文"]

    @pytest.mark.parametrize("shape", [SHAPE, VML])
    def test_boxes_of_one_anchor_are_read_from_top_to_bottom(self, shape: str) -> None:
        boxes = [box("下左", 0, 900, shape), box("上右", 500, 100, shape), box("上左", 0, 100, shape)]
        assert texts(reading(p("文", *boxes))) == ["文", "上左", "上右", "下左"]

    def test_tables_in_boxes(self) -> None:
        document = reading(p(box(tbl(tr("甲", "乙")) + p(""))) + tbl(tr("丙")))
        assert [[cell.text for cell in block.cells] for block in document.blocks if isinstance(block, Table)] == [
            ["甲", "乙"], ["丙"],
        ]  # fmt: skip

    def test_a_box_in_a_cell_belongs_to_the_cell(self) -> None:
        assert table(reading(tbl(tr(tc(p("甲", box("框"))))))).cells[0].text == "甲\n框"

    def test_a_box_in_a_box_is_read_once(self) -> None:
        assert texts(reading(p(box(p("外", box("内")))))) == ["外", "内"]

    def test_word_art(self) -> None:
        art = "<w:r><w:pict><v:shape><v:textpath string='绩效自评报告'/></v:shape></w:pict></w:r>"
        assert texts(reading(p(art))) == ["绩效自评报告"]


class TestDocument:
    def test_places_count_paragraphs_with_text_and_tables(self) -> None:
        document = reading(p("甲") + p("") + tbl(tr("1")) + p(" ") + p("乙"))
        assert [block.at for block in document.blocks] == ["b1", "t1", "b2"]

    def test_footnotes_stand_at_the_end(self) -> None:
        notes = (
            f"<w:footnotes {packages.NAMES}><w:footnote w:id='0' w:type='separator'>{p('—')}</w:footnote>"
            f"<w:footnote w:id='2'>{p('<w:r><w:footnoteRef/></w:r>', '数据来源：台账')}</w:footnote></w:footnotes>"
        )
        document = reading(
            p("100家", "<w:r><w:footnoteReference w:id='2'/></w:r>") + p("完"), footnotes=notes
        )
        assert (texts(document), codes(document)) == (["100家", "完", "数据来源：台账"], ["notes"])

    def test_headers_are_not_part_of_the_text(self) -> None:
        assert texts(reading(p("正文"), header1=f"<w:hdr {packages.NAMES}>{p('页眉')}</w:hdr>")) == ["正文"]

    def test_what_is_not_read_is_said(self) -> None:
        picture = "<w:r><w:drawing><wp:inline><a:graphic><a:graphicData><a:blip/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
        sheet = "<w:r><w:object><o:OLEObject ProgID='Excel.Sheet.12'/></w:object></w:r>"
        document = reading(p("甲", picture, sheet) + "<w:altChunk r:id='r1'/>", **{"vbaProject": "x"})
        severities = {issue.code: issue.severity for issue in document.issues}
        assert severities == {"picture": "note", "embedded-object": "doubt", "external-part": "loss"}

    def test_macros_are_noted(self) -> None:
        parts = {"word/document.xml": packages.document_xml(p("甲")), "word/vbaProject.bin": b"\xcc\x61"}
        document = reader.read(packages.package(parts))
        assert (texts(document), codes(document)) == (["甲"], ["macros"])

    def test_a_second_body_is_read_too(self) -> None:
        assert texts(reading(p("甲") + "</w:body><w:body>" + p("乙"))) == ["甲", "乙"]

    def test_strict_names(self) -> None:
        strict = packages.NAMES.replace(packages.W, "http://purl.oclc.org/ooxml/wordprocessingml/main")
        parts = {"word/document.xml": packages.document_xml(p("甲") + tbl(tr(tc("乙", span=2))), strict)}
        assert [block.at for block in reader.read(packages.package(parts)).blocks] == ["b1", "t1"]

    def test_a_main_part_of_another_name(self) -> None:
        parts = {
            "_rels/.rels": packages.ROOT_RELATIONS.format("/word/document22.xml"),
            "word/document22.xml": packages.document_xml(p("甲")),
        }
        assert texts(reader.read(packages.package(parts))) == ["甲"]

    def test_parts_in_memory(self) -> None:
        document = reader.read_parts(
            {"word/document.xml": packages.document_xml(p("甲")).encode()}, format_id="flatopc"
        )
        assert (document.format, texts(document)) == ("flatopc", ["甲"])

    def test_elements_leads_from_a_place_to_the_xml(self) -> None:
        body = p("甲") + tbl(tr("乙", tc(tbl(tr("丙"))))) + p("丁")
        part, found = reader.elements(docx(body))
        texts_ = {at: "".join(element.itertext()) for at, element in found.items()}
        assert part == "word/document.xml"
        assert texts_ == {
            "b1": "甲",
            "t1.r1.c1": "乙",
            "t1.r1.c2": "丙",
            "t1.r1.c2.t1.r1.c1": "丙",
            "b2": "丁",
        }

    def test_a_document_of_python_docx(self) -> None:
        from docx import Document as Write

        written = Write()
        written.add_heading("部门概况", 1)
        grid = written.add_table(3, 3)
        grid.cell(0, 0).merge(grid.cell(1, 1)).text = "合并"
        grid.cell(2, 2).text = "角"
        buffer = io.BytesIO()
        written.save(buffer)
        document = reader.read(buffer.getvalue())
        heading = document.blocks[0]
        assert isinstance(heading, Paragraph)
        assert (heading.text, heading.level) == ("部门概况", 1)
        found = table(document)
        assert found.cells[0] == Cell(row=1, column=1, text="合并", at="t1.r1.c1", rowspan=2, colspan=2)
        assert (found.rows, found.columns, found.cells[-1].text) == (3, 3, "角")
