"""Running text read as a 绩效自评报告: its head, its sections."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import regex

from extractors import records
from extractors.forms import labels, outline, sections, titles, vocabulary
from extractors.forms.grid import Line, Row, lines
from extractors.forms.normalise import key, squeeze
from extractors.forms.sections import Section

if TYPE_CHECKING:
    from extractors.forms.cutting import Piece

_KIND = regex.compile(
    r"(?:部门|单位|\(单位\)|部门\(单位\))*(?:预算)?(?:整体|项目|财政|专项|转移支付|支出|资金|预算|绩效|自评|重点)+.*$"
)
_YEAR = regex.compile(r"^(?:关于)?(?:(?:19|20)[0-9]{2}|二[〇○零][〇○零一二三四五六七八九]{2})年?度?")
_YEARS = regex.compile(r"(?:19|20)[0-9]{2}年?度?")
_BODIES = (
    "局",
    "委",
    "办",
    "院",
    "校",
    "中心",
    "站",
    "所",
    "会",
    "馆",
    "队",
    "厅",
    "部",
    "处",
    "署",
    "镇",
    "乡",
    "街道",
    "政府",
    "学",
    "社",
    "团",
    "公司",
    "室",
    "台",
    "园",
    "库",
    "医院",
    "联",
)


class ReportRead(msgspec.Struct):
    """A report: its record without ids, its sections, the rows that it covers."""

    form: records.Form
    sections: list[Section]
    rows: list[Row]
    uses: dict[str, str]


def _lines(rows: list[Row]) -> list[Line]:
    out = []
    for row in rows:
        if row.filled:
            out.extend(lines(row))
    return out


def is_report(piece: Piece) -> bool:
    """True where a title says so and text follows, or where the outline is one of a self-evaluation."""
    if piece.table:
        return False
    body = _body(_lines(piece.rows))[1]
    if piece.title_kind == "report":
        return sum(len(line.text) for line in body) >= 20
    strong = vocabulary.ordered("outline", "strong")
    headings = [key(line.text) for line in body if (m := outline.mark(line.text)) and m.style <= outline.SUB]
    return sum(1 for heading in headings if any(word in heading for word in strong)) >= 3


def unrolled(piece: Piece, title: str | None = None) -> Piece:
    """A narrative laid out as a table (headings to the left, text to the right) as running text.

    Seen where a 自评情况 is published in two or three columns; any other piece stays as it is.
    """
    rows = [row for row in piece.rows if len(row.filled) >= 2]
    if not piece.table or len(rows) < 3 or "绩效" not in (piece.title or title or ""):
        return piece
    if sum(1 for row in rows if _is_told(row)) * 5 < len(rows) * 3:
        return piece
    cells = [
        msgspec.structs.replace(row, slots=[slot], columns=1) if row.table else row
        for row in piece.rows
        for slot in row.filled
    ]
    return msgspec.structs.replace(piece, rows=cells, table=False, title_kind="report")


def _is_told(row: Row) -> bool:
    """A heading beside a text of some length."""
    first, last = row.filled[0].text, row.filled[-1].text
    numbered = outline.mark(first)
    headed = (numbered is not None and numbered.style <= outline.SUB) or outline.section_key(first) != "other"
    return headed and len(first) <= 40 and len(last) >= 10


def _body(all_lines: list[Line]) -> tuple[list[Line], list[Line]]:
    """The lines of the head (annex mark, title, unit, seal), and those after it."""
    index = 0
    while index < len(all_lines) and index < 30 and _is_head(all_lines[index]):
        index += 1
    return all_lines[:index], all_lines[index:]


def _is_head(line: Line) -> bool:
    if titles.annex(line.text) or titles.title_kind(line.text) or titles.is_subtitle(line.text):
        return True
    if outline.mark(line.text) is not None or key(line.text) in ("目录", "目次", "摘要", "前言"):
        return False
    if line.level is not None or _is_section(line.text):
        return False
    return (len(line.text) <= 40 and not line.text.rstrip().endswith(("。", "；", "："))) or labels.inline(
        line.text, ""
    ) is not None


def _is_section(text: str) -> bool:
    """A short line worded as a section's heading, where numbers were lost."""
    return len(text) <= 15 and outline.section_key(text) != "other" and not key(text).endswith(_BODIES)


def read(piece: Piece) -> ReportRead:
    """Read a report piece: title, unit and year from its head, the rest as a section tree."""
    head, body = _body(_lines(piece.rows))
    title = piece.title or next((line.text for line in head if titles.title_kind(line.text)), None)
    form = records.Form(
        form_id="",
        document_id="",
        form_kind="report",
        title=squeeze(title) if title else None,
        annex=piece.annex,
        at=next(row.filled[0].at for row in piece.rows if row.filled),
        unit_name=_unit(head, title),
        fiscal_year=next((y for line in head if (y := titles.year(line.text))), None),
        confidence=1.0,
    )
    found = sections.sections(sections.without_contents(body))
    return ReportRead(form, found, piece.rows, _uses(piece.rows, found))


def _unit(head: list[Line], title: str | None) -> str | None:
    for line in head:
        pair = labels.inline(line.text, line.at)
        if (
            pair
            and pair.role == "unit_name"
            and pair.text
            and len(key(pair.text)) > 3
            and "盖章" not in pair.text
        ):
            return pair.text
    found = unit_in_title(title) if title else None
    return found or next((line.text for line in head if _is_unit(line.text)), None)


def _is_unit(text: str) -> bool:
    """A line of its own that is a unit's name, as on a cover."""
    plain = key(text)
    return 4 <= len(plain) <= 24 and plain.endswith(_BODIES) and "绩效" not in plain and ":" not in plain


def unit_in_title(title: str) -> str | None:
    """`2021年度科技和工业信息化局整体支出绩效自评报告` speaks of 科技和工业信息化局."""
    before = _YEARS.split(key(title))[0]
    if len(before) >= 3 and before.endswith(_BODIES):
        return before  # 云溪区水利局2023年度某项目绩效自评报告
    name = _KIND.sub("", _YEAR.sub("", key(title)))
    name = _YEAR.sub("", name).strip("()")
    later = regex.sub(r"(?:19|20)[0-9]{2}年?度?$", "", name)
    return later if len(later) >= 3 and later.endswith(_BODIES) else None


def _uses(rows: list[Row], found: list[Section]) -> dict[str, str]:
    headings = {section.at.partition(":")[0] for section in found}
    out = {}
    for row in rows:
        for slot in row.filled:
            out[slot.at] = "heading" if slot.at in headings else "text"
    return out
