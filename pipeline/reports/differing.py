"""Versions of what a unit sent: which one counts, what stands otherwise in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import zip_longest

import msgspec
import regex

from extractors.records import Cell
from pipeline.reports.wording import KINDS
from rules.submission import Submission
from rules.text import norm
from rules.versions import recognised, versions

_SHOWN = 12  # differences listed of two files
_MOST = 4_000  # lines compared of a file
_SENTENCE = regex.compile(r"[^。；;\n]++[。；;]?+")

_WORDS = regex.compile(r"\p{Han}{2}")

Line = tuple[str, ...]  # a sentence, or the cells of a row


class Difference(msgspec.Struct, frozen=True):
    """What stood in the older file and what stands in the one that counts; `where` names the row."""

    where: str
    before: str
    after: str


class Twice(msgspec.Struct, frozen=True):
    """Forms that came in several files: the one that counts, an older one, what differs between them."""

    forms: list[str]
    used: str
    other: str
    differences: list[Difference]
    more: int
    compared: bool  # a picture is not compared word for word


def twice(view: Submission, lies: dict[str, str]) -> list[Twice]:
    """The pairs of files of which one replaces forms of the other, with the differences of their texts."""
    pairs: dict[tuple[str, str], list[str]] = defaultdict(list)
    for group in versions(view.forms, view.documents):
        last = group[-1]
        for form in group[:-1]:
            if form.document_id != last.document_id:
                known = pairs[form.document_id, last.document_id]
                known += [] if (name := last.project_name or KINDS[last.form_kind]) in known else [name]
    pictures = {d.document_id for d in view.documents if recognised(d)}
    lines = {key: _lines(view, key) for pair in pairs for key in pair if not pictures & set(pair)}
    out = []
    for (old, new), forms in pairs.items():
        found = list(differences(lines.get(old, []), lines.get(new, [])))
        names = (lies.get(new, new), lies.get(old, old))
        more = max(0, len(found) - _SHOWN)
        out.append(Twice(forms, *names, found[:_SHOWN], more, not pictures & {old, new}))
    return out


def differences(old: list[Line], new: list[Line]) -> Iterator[Difference]:
    """What two files say otherwise, in order; blanks, signs and widths apart."""
    folded = [[tuple(map(_folded, line)) for line in lines] for lines in (old, new)]
    for tag, a, b, c, d in SequenceMatcher(None, folded[0], folded[1], autojunk=False).get_opcodes():
        if tag != "equal":
            for before, after in zip_longest(old[a:b], new[c:d], fillvalue=()):
                yield from _otherwise(before, after)


def _otherwise(before: Line, after: Line) -> Iterator[Difference]:
    """The cells of a row that differ, each with the nearest words on its left that do not."""
    if len(before) != len(after) or len(before) == 1:
        yield Difference("", "　".join(filter(None, before)), "　".join(filter(None, after)))
        return
    name = ""
    for one, two in zip(before, after, strict=True):
        if _folded(one) != _folded(two):
            yield Difference(name, one, two)
        elif _WORDS.search(one):
            name = one


def _folded(text: str) -> str:
    """Digits and their signs stay: -5 is not 5, 9.5 not 95."""
    return "".join(text.split()) if any(c.isdigit() for c in text) else norm(text)


def _lines(view: Submission, document_id: str) -> list[Line]:
    cells: dict[str, list[Cell]] = defaultdict(list)
    for cell in view.cells:
        if cell.document_id == document_id:
            cells[cell.table_at].append(cell)
    out: list[Line] = []
    for block in sorted((b for b in view.blocks if b.document_id == document_id), key=lambda b: b.order):
        if block.kind != "table":
            out += _sentences(block.text or "")
        elif block.columns == 1:
            out += [line for cell in cells[block.at] for line in _sentences(cell.text)]
        else:
            rows: dict[int, list[Cell]] = defaultdict(list)
            for cell in cells[block.at]:
                rows[cell.row].append(cell)
            out += [
                tuple(c.text for c in sorted(row, key=lambda c: c.column)) for _, row in sorted(rows.items())
            ]
    return out[:_MOST]


def _sentences(text: str) -> list[Line]:
    return [(found.strip(),) for found in _SENTENCE.findall(text) if found.strip()]
