"""Word documents: the text that is printed, its fields and numbers."""

from __future__ import annotations

import pytest

from extractors.document import Paragraph
from tests.readers import packages
from tests.readers.docx_reading import codes, field, paragraph, reading, table, texts
from tests.readers.packages import p, r, tbl, tc, tr


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
