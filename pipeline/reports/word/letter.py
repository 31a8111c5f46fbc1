"""The letter to a unit: what it has to explain or correct, from a template that a bureau can replace."""

from __future__ import annotations

import copy
import datetime
import io
import zipfile
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

from extractors.records import SEVERITIES, Finding
from pipeline.reports.answering import concerns, demanded, files, where
from pipeline.reports.material import Dossier

TEMPLATE = Path("模板") / "整改函.docx"
LIST = "{问题清单}"
_DEFAULT = (
    ("关于{年度}绩效自评核对情况的函", True),
    ("{单位}：", False),
    (
        "你单位报送的{年度}绩效自评材料已核对。现将需要说明或更正的事项列后，请逐项核实，于{期限}前书面回复；属填报差错的，请一并报送更正后的表格。",
        False,
    ),
    (LIST, False),
    ("以上各项按报送材料原文比对得出，是否属实以你单位核实为准。", False),
    ("经办人（签字）：            负责人（签字）：", False),
    ("（盖章）　{日期}", False),
)
_DAYS = 10
_PARTS = (("一、请更正或者说明的事项", SEVERITIES[:2]), ("二、请一并核对的事项", SEVERITIES[2:-1]))
_ALIKE = 3  # so many findings of one rule are counted


def template(data: Path) -> bytes:
    """The bureau's own template beside the dataset; the default one is put there where it is missing."""
    path = data / TEMPLATE
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(_default())
    return path.read_bytes()


class Letters:
    """Writes letters from one template: read once, filled anew for each submission."""

    def __init__(self, source: bytes) -> None:
        import docx

        self.word = docx.Document(io.BytesIO(source))
        self.body: Any = self.word.element.body
        self.pristine = copy.deepcopy(list(self.body))
        self.main = str(self.word.part.partname).lstrip("/")
        with zipfile.ZipFile(io.BytesIO(source)) as package:
            parts = {name: package.read(name) for name in package.namelist() if name != self.main}
        self.rest = _zipped(parts)

    def letter(self, dossier: Dossier, now: datetime.datetime) -> bytes:
        """The letter of one submission: placeholders filled, the list in the place of `{问题清单}`."""
        self.body[:] = copy.deepcopy(self.pristine)
        year = f"{dossier.submission.year}年度" if dossier.submission.year else "本年度"
        until = now + datetime.timedelta(days=_DAYS)
        words = {
            "{单位}": dossier.submission.unit_name or "（单位）",
            "{年度}": year,
            "{期限}": f"{until.year}年{until.month}月{until.day}日",
            "{日期}": f"{now.year}年{now.month}月{now.day}日",
        }
        for paragraph in list(self.word.paragraphs):
            if LIST in paragraph.text:
                _list(paragraph, dossier, files(dossier))
            else:
                _fill(paragraph, words)
        return self._packed()

    def _packed(self) -> bytes:
        from lxml import etree

        text = etree.tostring(self.word.element, xml_declaration=True, encoding="UTF-8", standalone=True)
        out = io.BytesIO(self.rest)
        with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as package:
            package.writestr(zipfile.ZipInfo(self.main), text, zipfile.ZIP_DEFLATED)
        return out.getvalue()


def _zipped(parts: dict[str, bytes]) -> bytes:
    """The parts that all letters share, packed once."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _fill(paragraph: Any, words: dict[str, str]) -> None:
    """Placeholders replaced; where one is spread over runs, the first run takes the whole text."""
    if not any(name in paragraph.text for name in words):
        return
    for run in paragraph.runs:
        for name, text in words.items():
            run.text = run.text.replace(name, text)
    if any(name in paragraph.text for name in words):
        text = paragraph.text
        for name, word in words.items():
            text = text.replace(name, word)
        for run in paragraph.runs[1:]:
            run.text = ""
        paragraph.runs[0].text = text


def _list(paragraph: Any, dossier: Dossier, names: dict[str, str]) -> None:
    """The list in the paragraph's own formatting, gravest first; what was explained is counted below it."""
    asked = demanded(dossier)
    lines = list(_lines(asked, names)) or ["（无）"]
    if explained := len(concerns(dossier)) - len(asked):
        lines.append(f"另有{explained}项你单位已作说明，经核实说明成立，无需再答复。")
    for line in lines:
        added = copy.deepcopy(paragraph._p)
        paragraph._p.addprevious(added)
        _set(added, paragraph, line)
    parent: Any = paragraph._p.getparent()
    parent.remove(paragraph._p)


def _lines(findings: list[Finding], names: dict[str, str]) -> Iterator[str]:
    """What has to be corrected or explained, then what the unit should look at; one item a rule."""
    number = 0
    for heading, severities in _PARTS:
        held = [finding for finding in findings if finding.severity in severities]
        if held and len(held) < len(findings):
            yield heading
        for _, alike in groupby(held, key=lambda finding: finding.rule_id):
            number += 1
            yield _item(number, list(alike), names)


def _item(number: int, findings: list[Finding], names: dict[str, str]) -> str:
    from rules.families import find

    said = [_said(finding, names) for finding in findings]
    if len(said) < _ALIKE:
        return f"{number}. {'；'.join(said)}。"
    return f"{number}. {find(findings[0].rule_id).title}（{len(said)}处）：{'；'.join(said)}。"


def _said(finding: Finding, names: dict[str, str]) -> str:
    """The message with the place of its first quote, and of the first in another of its files."""
    own = [quote for quote in finding.evidence if quote.at and quote.document_id in names]
    first = own[:1] + [quote for quote in own if quote.document_id != own[0].document_id][:1]
    placed = "、".join(text for text in (where(quote, names) for quote in first) if text)
    return finding.message + (f"（{placed}）" if placed else "")


def _set(element: Any, paragraph: Any, text: str) -> None:
    from docx.text.paragraph import Paragraph

    made = Paragraph(element, paragraph._parent)
    for run in made.runs[1:]:
        holder: Any = run._r.getparent()
        holder.remove(run._r)
    if made.runs:
        made.runs[0].text = text
    else:
        made.add_run(text)


def _default() -> bytes:
    import docx
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml.ns import qn
    from docx.shared import Pt

    word = docx.Document()
    for text, is_title in _DEFAULT:
        paragraph = word.add_paragraph()
        run = paragraph.add_run(text)
        run.font.size, run.font.name = Pt(22 if is_title else 16), "仿宋"
        run._r.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), "宋体" if is_title else "仿宋")
        if is_title:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        elif "{日期}" in text:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        elif not text.startswith("{单位}"):
            paragraph.paragraph_format.first_line_indent = Pt(32)
    out = io.BytesIO()
    word.save(out)
    return out.getvalue()
