"""Which of several versions of one form counts.

A unit may send a form again: corrected, or printed and scanned beside the Word file. The version that
counts is, in this order, the one whose path says that it corrects (更正, 最终 …), the one with the later
date in its path, the one that was not recognised from a picture, the one whose path comes later.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

import regex

from extractors.records import Document, Form
from rules.text import norm

_ONE_EACH = {"department", "report"}  # of a unit and year
_VERSIONED = {*_ONE_EACH, "project", "transfer", "summary"}
_CORRECTS = regex.compile(
    r"更正|更新|修改|修订|修正|再次|重报|重新报送|最终|终稿|定稿|调整后|改后|新版|第[二三四]次|v[2-9]",
    regex.IGNORECASE,
)
_DATE = regex.compile(r"(20\d\d)[-年._/]?(1[0-2]|0?[1-9])[-月._/]?(3[01]|[12]\d|0?[1-9])?")
_PICTURES = {"pdf-scan", "image", "png", "jpg", "jpeg", "tiff", "bmp"}

_Rank = tuple[bool, tuple[int, ...], bool, str]


def versions(forms: Iterable[Form], documents: Iterable[Document]) -> list[list[Form]]:
    """The forms that stand in several files, each group in order: the last one counts."""
    rank = {document.document_id: _rank(document) for document in documents}
    groups: dict[tuple[str, str], list[Form]] = defaultdict(list)
    for form in forms:
        about = form.title if form.form_kind == "summary" else form.project_code or form.project_name
        if form.form_kind in _ONE_EACH or (form.form_kind in _VERSIONED and about):
            groups[form.form_kind, "" if form.form_kind in _ONE_EACH else norm(about or "")].append(form)
    out = []
    for _, found in sorted(groups.items()):
        if len({form.document_id for form in found}) > 1:
            out.append(sorted(found, key=lambda form: (rank.get(form.document_id, _NOWHERE), form.order)))
    return out


def superseded(forms: Iterable[Form], documents: Iterable[Document]) -> set[str]:
    """Ids of the forms that a later version replaces."""
    return {
        form.form_id
        for found in versions(forms, documents)
        for form in found
        if form.document_id != found[-1].document_id
    }


def recognised(document: Document) -> bool:
    """Whether a document was recognised from a picture."""
    return document.format in _PICTURES


_NOWHERE: _Rank = (False, (), False, "")


def _rank(document: Document) -> _Rank:
    dates = [tuple(int(part) for part in found.groups() if part) for found in _DATE.finditer(document.path)]
    return (
        _CORRECTS.search(document.path) is not None,
        max((date for date in dates if len(date) > 1), default=()),
        not recognised(document),
        document.path,
    )
