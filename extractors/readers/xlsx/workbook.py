"""The sheets of a workbook in the order of their tabs."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from lxml import etree

from extractors.document import Limits, ReadIssue, Rejected
from extractors.readers.ooxml.package import Package
from extractors.readers.ooxml.parsing import parse_xml
from extractors.readers.sheets.sheet import Sheet
from extractors.readers.xlsx.cells import Shared, read_cells, rich_text
from extractors.readers.xlsx.names import R, S, on
from extractors.readers.xlsx.styles import format_codes


class Workbook:
    """An open workbook; `issues` fills while `sheets` is read."""

    def __init__(self, package: Package, main: str, limits: Limits) -> None:
        xml = package.read(main)
        if not xml:
            raise Rejected("damaged", "文件中找不到工作簿，请用 Excel 或 WPS 打开并另存后重新报送。")
        self._package = package
        self._limits = limits
        self._root = parse_xml(xml)
        self._relations = package.relations(main)
        self._folder = posixpath.dirname(main)
        self.issues: list[ReadIssue] = []
        if posixpath.join(self._folder, "vbaproject.bin").lower() in package.names:
            self.issues.append(_note("macros", "工作簿含有宏，已忽略，未运行。"))

    def sheets(self) -> Iterator[Sheet]:
        """The visible worksheets, numbered from 1; hidden ones and charts are noted."""
        shared = self._shared()
        hidden: list[str] = []
        number = 0
        for entry in self._root.iterfind(f"{S}sheets/{S}sheet"):
            name = entry.get("name", "")
            if entry.get("state") in ("hidden", "veryHidden"):
                hidden.append(name)
                continue
            number += 1
            kind, part = self._relations.get(entry.get(f"{R}id", ""), ("", ""))
            xml = self._package.read(part) if kind == "worksheet" else None
            if xml is None and kind == "worksheet":
                message = f"工作表“{name}”已损坏或缺失，未能读出；请重新报送完整文件。"
                self.issues.append(
                    ReadIssue(code="damaged-part", severity="loss", message=message, at=f"s{number}")
                )
            elif xml is not None:
                sheet = Sheet(name=name, number=number)
                read_cells(xml, sheet, shared, self._limits)
                self._look_at_drawings(part, sheet)
                yield sheet
        if hidden:
            names = "、".join(f"“{name}”" for name in hidden[:5]) + ("等" if len(hidden) > 5 else "")
            self.issues.append(_note("hidden-sheets", f"隐藏的 {len(hidden)} 个工作表（{names}）未读取。"))

    def _shared(self) -> Shared:
        properties = self._root.find(f"{S}workbookPr")
        texts = self._part("sharedStrings")
        return Shared(
            [rich_text(item) for item in texts.iterchildren(f"{S}si")] if texts is not None else [],
            format_codes(self._part("styles")),
            since_1904=properties is not None and on(properties.get("date1904")),
        )

    def _part(self, kind: str) -> etree._Element | None:
        """The part that the workbook relates to as `kind`. Without its texts a workbook says nothing."""
        name = next((target for found, target in self._relations.values() if found == kind), None)
        if name is None:
            return None
        data = self._package.read(name) if kind == "sharedStrings" else self._package.read_optional(name)
        return parse_xml(data) if data else None

    def _look_at_drawings(self, part: str, sheet: Sheet) -> None:
        """Say so where a sheet has pictures or text boxes, which are not read."""
        for kind, target in self._package.relations(part).values():
            data = self._package.read_optional(target) if kind == "drawing" else None
            if data and b"<a:t>" in data:
                message = f"工作表“{sheet.name}”上有文本框或图形，其中的文字未读取。"
                self.issues.append(
                    ReadIssue(code="drawing-text", severity="doubt", message=message, at=f"s{sheet.number}")
                )
            elif data and b"<xdr:pic>" in data:
                self.issues.append(_note("picture", f"工作表“{sheet.name}”上有图片，其中的文字未读取。"))


def _note(code: str, message: str) -> ReadIssue:
    return ReadIssue(code=code, severity="note", message=message)
