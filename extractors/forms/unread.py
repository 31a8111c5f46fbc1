"""Tables that look like indicators and were not read: said, never passed over."""

from __future__ import annotations

import traceback
from collections.abc import Iterable

from extractors import records
from extractors.forms import vocabulary
from extractors.forms.contents import content
from extractors.forms.cutting import Piece
from extractors.forms.grid import Row
from extractors.forms.normalise import name
from extractors.forms.reading import Reading, issue

_NAMES = 2  # different usual names of levels
_FIGURES = 3  # cells with targets, results or points
_MEASURED = frozenset({"points", "percent", "measure"})
_ALIKE = 3  # rows of one name


def looks(rows: Iterable[Row]) -> bool:
    """True where rows print usual names of levels (产出指标, 满意度指标 …) beside figures."""
    names: set[str] = set()
    figures = 0
    for row in rows:
        if not row.table:
            continue
        for slot in row.filled:
            if len(slot.text) <= 24 and vocabulary.level(slot.text):
                names.add(name(slot.text, loose=True).text)
            elif content(slot.text) in _MEASURED:
                figures += 1
    return len(names) >= _NAMES and figures >= _FIGURES


def of_piece(piece: Piece) -> records.Issue | None:
    """What is said of a table that is no form: one that calls itself 自评表, or looks like indicators."""
    title, at = piece.title, piece.rows[0].at
    if "自评" in (title or ""):
        message = "标题为自评表，但表格不能按任何已知表式读取，请人工核对"
        return issue("unread_form", "loss", message, title, at)
    if not looks(piece.rows):
        return None
    if piece.targets:
        message = "表内只有目标，没有完成值和得分，按绩效目标表处理，未作为自评表"
        return issue("target_table", "note", message, title, at)
    message = "表格像是绩效指标表，但不能按任何已知表式读取，请人工核对"
    return issue("unread_form", "loss", message, title, at)


def of_reading(reading: Reading, rows: list[Row], at: str) -> list[records.Issue]:
    """What is said of a form whose indicators were lost, or were read under one name."""
    read = reading.read
    if not read.indicators and not read.summary_rows and looks(rows):
        message = "表内有绩效指标，但没有读出任何一行，请人工核对"
        return [issue("unread_rows", "loss", message, at=at)]
    names = [row.level3 for row in read.indicators if row.level3]
    if len(names) >= _ALIKE and len(set(names)) * 2 < len(names):
        message = "多行指标名称相同，可能把上级指标当作名称，请对照原件"
        return [issue("doubtful_form", "doubt", message, at=at)]
    return []


def of_defect(piece: Piece, error: Exception) -> records.Issue:
    """What is said of a table or report at which the program itself failed: its last calls are the text."""
    title = f"“{piece.title}”" if piece.title else "此处"
    message = f"读取{title}时程序出错（软件缺陷），未读出，请人工核对，并连同文件反馈给维护人员"
    calls = "".join(traceback.format_exception(error)).strip().splitlines()[-6:]
    return issue("defect", "loss", message, "\n".join(calls), piece.rows[0].at)


def of_another(title: str | None, at: str) -> records.Issue:
    """What is said of a table with indicators that nothing calls a self-evaluation."""
    message = "表内有指标和得分，但没有写明是绩效自评，未作为自评表，请核对"
    return issue("unread_form", "doubt", message, title, at)
