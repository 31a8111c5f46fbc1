"""Word documents: tables, boxes, the document as a whole."""

from __future__ import annotations

import io

import pytest

from extractors.document import Cell, Paragraph, Table
from extractors.readers import docx as reader
from tests.readers import packages
from tests.readers.docx_reading import codes, reading, spans, table, texts
from tests.readers.packages import docx, p, tbl, tc, tr


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
