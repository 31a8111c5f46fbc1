"""Submissions through the whole reading, then what the rules say of them."""

from __future__ import annotations

import hashlib

from corpus.defects.drawing import parts
from corpus.defects.sheet import Sheet
from corpus.writing import WRITERS
from corpus.writing.drawing import document
from extractors.extract import extract
from extractors.reading import read
from extractors.records import Finding
from extractors.submissions import group
from rules.checking import check
from rules.linking.link import link
from rules.profile import default
from rules.submission import Submission, from_extracts

GRAVE = {"严重", "重要"}


def view(sheet: Sheet) -> Submission:
    """The submission written as a file, read back, linked."""
    data = WRITERS[sheet.format](document(*parts(sheet)))
    taken = extract(
        read(data, f"自评.{sheet.format}"), hashlib.sha256(data).hexdigest(), f"自评.{sheet.format}"
    )
    (record,), forms = group(taken.documents, taken.forms)
    seen = from_extracts([taken], record, forms)
    seen.links = link(seen)
    return seen


def fails(sheet: Sheet) -> list[Finding]:
    """What is reported of it: the fails of families A to F."""
    return [x for x in check(view(sheet), default()) if x.result == "fail"]


def grave(found: list[Finding]) -> list[Finding]:
    """Those of 严重 or 重要 that stand as lines of their own."""
    return [x for x in found if x.severity in GRAVE and not x.subsumed_by]
