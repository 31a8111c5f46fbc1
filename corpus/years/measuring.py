"""Read a city's files, run the rules across years and units, count what they find."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

import msgspec

from corpus.writing import WRITERS
from corpus.writing.drawing import document
from corpus.years.book import Book, Case, File
from extractors.extract import extract
from extractors.reading import read
from extractors.records import Extract, Finding
from extractors.submissions import group
from rules.checking import check_dataset
from rules.linking.link import link
from rules.profile import default
from rules.submission import Dataset, from_extracts

_REPORTED = {"fail", "review"}


class Tally(msgspec.Struct, kw_only=True):
    """`said` tells each miss, each near miss reported, each report that nothing was planted for."""

    planted: int = 0
    found: int = 0
    near: int = 0
    near_reported: int = 0
    right: int = 0
    wrong: int = 0
    accused: set[str] = msgspec.field(default_factory=set)  # untouched units that something was said of
    said: list[str] = []

    def shares(self) -> dict[str, float]:
        """Recall, precision, silent near misses: cut off after four decimals; accused clean units."""
        return {
            "recall": _share(self.found, self.planted),
            "precision": _share(self.right, self.right + self.wrong),
            "near_silent": _share(self.near - self.near_reported, self.near),
            "clean_accused": float(len(self.accused)),
        }


def dataset(book: Book) -> Dataset:
    """Every file written, read, extracted; forms of one unit and year brought together, figures linked."""
    taken = {found.documents[0].document_id: found for found in map(_taken, book.files())}
    records, forms = group(
        [d for found in taken.values() for d in found.documents],
        [f for found in taken.values() for f in found.forms],
    )
    views = []
    for record in records:
        own = [form for form in forms if form.submission_id == record.submission_id]
        extracts = [taken[key] for key in dict.fromkeys(form.document_id for form in own)]
        view = from_extracts(extracts, record, own)
        view.links = link(view)
        views.append(view)
    return Dataset(submissions=views, register=book.register)


def _taken(file: File) -> Extract:
    data = WRITERS[file.format](document(*file.parts))
    return extract(read(data, file.path), hashlib.sha256(file.path.encode() + data).hexdigest(), file.path)


def findings(book: Book) -> list[Finding]:
    """What the rules across years and units say."""
    return check_dataset(dataset(book), default())


def tally(book: Book, found: Iterable[Finding]) -> Tally:
    """Findings against what was planted."""
    out = Tally()
    said = [x for x in found if x.result in _REPORTED and not x.subsumed_by and x.rule_id[0] in "GH"]
    fires = [case for case in book.cases if case.fires]
    for case in book.cases:
        own = [x for x in said if _is_of(x, case)]
        out.planted += case.fires
        out.found += case.fires and bool(own)
        out.near += not case.fires
        out.near_reported += not case.fires and bool(own)
        if case.fires != bool(own):
            out.said.append(
                f"{'漏' if case.fires else '近'} {case.rule} {case.unit} {case.year}{_words(own)}"
            )
    for finding in said:
        good = any(
            _is_of(finding, case) or (finding.rule_id in case.also and _same_unit(finding, case))
            for case in fires
        )
        out.right += good
        out.wrong += not good
        if not good and not any(_is_of(finding, case) for case in book.cases):
            out.said.append(
                f"误 {finding.rule_id} {finding.unit_name} {finding.fiscal_year}: {finding.message[:100]}"
            )
    touched = {case.unit for case in book.cases}
    out.accused = {x.unit_name for x in said if x.unit_name and x.submission_id} - touched - {None}  # type: ignore[operator]
    if any(case.unit is None for case in book.cases):  # said of a whole year, on whichever unit comes first
        whole = {case.rule for case in book.cases if case.unit is None}
        out.accused = {x.unit_name for x in said if x.unit_name and x.rule_id not in whole} - touched  # type: ignore[misc]
    return out


def _is_of(finding: Finding, case: Case) -> bool:
    if finding.rule_id != case.rule:
        return False
    return _same_unit(finding, case) and case.year in (None, finding.fiscal_year)


def _same_unit(finding: Finding, case: Case) -> bool:
    return case.unit is None or finding.unit_name == case.unit or case.unit in (finding.subject or "")


def _words(found: list[Finding]) -> str:
    return "".join(f": {x.message[:100]}" for x in found[:1])


def _share(part: int, whole: int) -> float:
    return int(part * 10_000 / whole) / 10_000 if whole else 1.0


def by_rule(book: Book) -> Iterator[tuple[str, int, int]]:
    """(rule, planted, near misses) of every rule."""
    for rule in sorted({case.rule for case in book.cases}):
        own = [case for case in book.cases if case.rule == rule]
        yield rule, sum(case.fires for case in own), sum(not case.fires for case in own)
