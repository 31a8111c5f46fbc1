"""Walks a page from its first tag to its last into paragraphs and tables."""

from __future__ import annotations

from collections import Counter

import msgspec
import regex
from lxml import etree

from extractors.document import Rejected
from extractors.readers.assembly import Raw
from extractors.readers.html.flow import BREAK, Flow, chosen, control, marker, position
from extractors.readers.html.grid import HtmlCell, Section, grid
from extractors.readers.html.hiding import SILENT, Hidden, is_furniture

_BLOCKS = frozenset(
    (
        *(
            "address",
            "article",
            "aside",
            "blockquote",
            "body",
            "caption",
            "center",
            "dd",
            "details",
            "dialog",
        ),
        *("dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "header", "hr"),
        *("html", "h1", "h2", "h3", "h4", "h5", "h6", "legend", "li", "main", "menu", "nav", "ol", "p"),
        *("pre", "section", "summary", "ul"),
    )
)
_DEEPEST = 40  # tables in tables
_SECTIONS = frozenset(("thead", "tbody", "tfoot"))
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_XML_HEAD = regex.compile(r"\s*+<\?xml[^>]{0,300}?\?>")
_SPAN = regex.compile(r"\s*+(\d{1,9}+)")
_NOTICES = {
    "too-deep": ("loss", "网页嵌套过深，后面的内容未读取；请用浏览器打开并打印为 PDF 后重新报送。"),
    "hidden-text": ("note", "有 {n} 处网页不显示的内容，未读取。"),
    "picture": ("note", "有 {n} 幅图片，其中的文字未读取。"),
    "external-part": ("loss", "网页引用了 {n} 个其他文件的内容（框架），未读取；请报送完整的文件。"),
}
Notice = tuple[str, str, str]


class _Grid(msgspec.Struct):
    """A table in the making; `stray` is what stands in it outside its cells: captions, text."""

    element: etree._Element
    sections: list[Section]
    stray: Flow
    section: Section | None = None  # the open one


class _Cell(msgspec.Struct):
    """An open td or th."""

    element: etree._Element
    flow: Flow


def page(text: str) -> tuple[list[Raw], list[Notice]]:
    """Blocks of a page and what was noticed (code, severity, message).

    Raises Rejected (damaged) where there is no markup at all.
    """
    root, whole = _parsed(text)
    walker = _Walker(Hidden(str(style.text or "") for style in root.iter("style")))
    walker.walk(root)
    walker.seen["too-deep"] += not whole
    notices = [
        (code, severity, message.format(n=walker.seen[code]))
        for code, (severity, message) in _NOTICES.items()
        if walker.seen[code]
    ]
    return walker.top.blocks, notices


def _parsed(text: str) -> tuple[etree._Element, bool]:
    """The root, and whether the parser followed every nesting."""
    text = _XML_HEAD.sub("", text, count=1)
    parser = etree.HTMLParser(remove_comments=True, remove_pis=True, no_network=True, huge_tree=True)
    try:
        root = etree.fromstring(text, parser)
    except (etree.XMLSyntaxError, ValueError) as fault:
        raise _damaged() from fault
    if root is None:
        raise _damaged()
    return root, not any("Excessive depth" in entry.message for entry in parser.error_log)


def _damaged() -> Rejected:
    return Rejected("damaged", "网页文件已损坏，无法识别其内容，请用浏览器打开并另存后重新报送。")


class _Walker:
    """The state of one walk: what is open, innermost last."""

    def __init__(self, hidden: Hidden) -> None:
        self.hidden = hidden
        self.top = Flow(blocks=[], parts=[])
        self.open: list[_Grid | _Cell] = []
        self.flow = self.top  # where text goes: the innermost cell, what strays in a table, the page
        self.items: dict[etree._Element, int] = {}  # lists with the number of their last item
        self.preformatted = 0
        self.seen: Counter[str] = Counter()

    def walk(self, root: etree._Element) -> None:
        """Without recursion: pages may be nested deeper than Python's stack."""
        events = etree.iterwalk(root, events=("start", "end"))
        skipped = None
        for event, element in events:
            if not isinstance(element.tag, str):
                continue
            if event == "end":
                if element is not skipped:
                    self._end(element, element.tag)
                self._add(element.tail)
            elif self._skips(element, element.tag):
                skipped = element
                events.skip_subtree()
            else:
                self._start(element, element.tag)
                self._add(element.text)
        self.flow.end_paragraph()

    def _add(self, text: str | None) -> None:
        if text:
            self.flow.parts.append(text.replace("\n", BREAK) if self.preformatted else text)

    def _skips(self, element: etree._Element, tag: str) -> bool:
        if tag in ("iframe", "frame") and element.get("src"):
            self.seen["external-part"] += 1
        elif self.hidden(element):
            self.seen["hidden-text"] += any(text.strip() for text in element.itertext())
        elif tag == "select":
            self.flow.parts.append(chosen(element))
        elif tag not in SILENT and not is_furniture(element):
            return False
        return True

    def _start(self, element: etree._Element, tag: str) -> None:
        innermost = self.open[-1] if self.open else None
        if tag == "table" and len(self.open) < 2 * _DEEPEST:
            self.flow.end_paragraph()
            self._enter(_Grid(element, [], Flow(blocks=[], parts=[])))
        elif isinstance(innermost, _Grid) and tag in ("td", "th"):
            self._enter(_Cell(element, Flow(in_cell=True, blocks=[], parts=[])))
        elif isinstance(innermost, _Grid) and tag == "tr":
            _rows(innermost).append([])
        elif isinstance(innermost, _Grid) and tag in _SECTIONS:
            innermost.section = _section(innermost, tag)
        elif tag == "br":
            self.flow.line_break()
        elif tag in _BLOCKS:
            self._block(element, tag)
        elif tag == "input":
            self.flow.parts.append(control(element))
        elif tag == "img":
            self.seen["picture"] += 1

    def _block(self, element: etree._Element, tag: str) -> None:
        self.flow.end_paragraph()
        self.flow.level = _HEADINGS.get(tag)
        self.preformatted += tag == "pre"
        parent = element.getparent()
        if tag == "li" and parent is not None and parent.tag == "ol":
            self.items[parent] = position(element, parent, self.items.get(parent))
            self.flow.number = marker(element, parent, self.items[parent])

    def _end(self, element: etree._Element, tag: str) -> None:
        innermost = self.open[-1] if self.open else None
        if innermost is not None and innermost.element is element:
            self.flow.end_paragraph()
            self.open.pop()
            self._reflow()
            self._close(innermost)
        elif isinstance(innermost, _Grid) and tag in _SECTIONS:
            innermost.section = None
        elif tag in _BLOCKS:
            self.flow.end_paragraph()
            self.flow.level = None
            self.preformatted -= tag == "pre"

    def _enter(self, opened: _Grid | _Cell) -> None:
        self.open.append(opened)
        self._reflow()

    def _reflow(self) -> None:
        innermost = self.open[-1] if self.open else None
        if isinstance(innermost, _Grid):
            self.flow = innermost.stray
        else:
            self.flow = innermost.flow if innermost is not None else self.top

    def _close(self, closed: _Grid | _Cell) -> None:
        outer = self.open[-1] if self.open else None
        if isinstance(closed, _Cell):
            if isinstance(outer, _Grid):
                get = closed.element.get
                cell = HtmlCell(closed.flow.blocks, _span(get("rowspan")), max(_span(get("colspan")), 1))
                rows = _rows(outer)
                if not rows:
                    rows.append([])
                rows[-1].append(cell)
            return
        table = grid(closed.sections, bordered=_is_bordered(closed.element))
        self.flow.blocks += closed.stray.blocks
        if table is not None:
            self.flow.blocks.append(table)


def _rows(found: _Grid) -> list[list[HtmlCell]]:
    """The rows of the open section; rows outside any section have one of their own."""
    if found.section is None:
        found.section = _section(found, "tbody")
    return found.section.rows


def _section(found: _Grid, kind: str) -> Section:
    found.sections.append(Section(kind, []))
    return found.sections[-1]


def _is_bordered(table: etree._Element) -> bool:
    border = table.get("border")
    style = (table.get("style") or "") + (table.get("class") or "")
    return (border is not None and border.strip() not in ("0", "")) or "border" in style.lower()


def _span(value: str | None) -> int:
    found = _SPAN.match(value or "")
    return int(found[1]) if found else 1
