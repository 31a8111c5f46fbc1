"""The view of one submission that a rule gets: records, looked up by form."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Protocol, TypeVar

from extractors import records
from rules.register import Unit
from rules.rule import FAIL, REVIEW, Outcome
from rules.versions import superseded

SCORED_KINDS = ("department", "project", "transfer")
"""Kinds of form that hold money rows and indicator rows."""


class _OfForm(Protocol):
    form_id: str


_T = TypeVar("_T", bound=_OfForm)
_V = TypeVar("_V")


@dataclass(kw_only=True)
class Submission:
    """All records of one unit and year. `outcomes` fills while the rules run, in their order.

    `shared` holds what several rules work out once from the records (`rules/passages.py`).
    """

    record: records.Submission
    documents: list[records.Document] = field(default_factory=list)
    forms: list[records.Form] = field(default_factory=list)
    summary_rows: list[records.SummaryRow] = field(default_factory=list)
    funds: list[records.Fund] = field(default_factory=list)
    goals: list[records.Goal] = field(default_factory=list)
    indicators: list[records.Indicator] = field(default_factory=list)
    sections: list[records.Section] = field(default_factory=list)
    figures: list[records.Figure] = field(default_factory=list)
    links: list[records.Link] = field(default_factory=list)
    issues: list[records.Issue] = field(default_factory=list)
    blocks: list[records.Block] = field(default_factory=list)
    cells: list[records.Cell] = field(default_factory=list)
    outcomes: dict[str, list[Outcome]] = field(default_factory=dict)
    known: dict[tuple[str, str], Any] = field(default_factory=dict)  # (what, form_id): see `once`
    shared: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """A report that a later version replaces tells nothing; its form stays, to be compared."""
        if self.forms and (gone := self.superseded):
            self.sections = [section for section in self.sections if section.form_id not in gone]
            self.figures = [figure for figure in self.figures if figure.form_id not in gone]

    @property
    def year(self) -> int | None:
        """The fiscal year that the forms speak of."""
        return self.record.fiscal_year

    @property
    def unit_name(self) -> str | None:
        """The unit as most of its forms print it."""
        return self.record.unit_name

    def once(self, what: str, form: records.Form, compute: Callable[[], _V]) -> _V:
        """What several rules derive from one form's records, computed the first time only."""
        key = (what, form.form_id)
        if key not in self.known:
            self.known[key] = compute()
        value: _V = self.known[key]
        return value

    def of_kind(self, *kinds: str) -> list[records.Form]:
        """The forms of these kinds, in document order; of several versions the one that counts."""
        apart = self.superseded | self.planned
        return [form for form in self.forms if form.form_kind in kinds and form.form_id not in apart]

    @cached_property
    def superseded(self) -> set[str]:
        """Ids of forms that a later version replaces."""
        return superseded(self.evaluations, self.documents)

    @property
    def evaluations(self) -> list[records.Form]:
        """The forms without those that only plan."""
        return [form for form in self.forms if form.form_id not in self.planned]

    @cached_property
    def planned(self) -> set[str]:
        """Ids of tables of targets: scored forms without a result beside one of their matter with some."""
        matters: dict[tuple[str, str | None], list[records.Form]] = defaultdict(list)
        for form in self.forms:
            if form.form_kind == "department" or (form.form_kind in SCORED_KINDS and form.project_name):
                matters[form.form_kind, form.project_name].append(form)
        silent: set[str] = set()
        for found in matters.values():
            mute = {form.form_id for form in found if not self._tells(form)} if len(found) > 1 else set()
            silent |= mute if len(mute) < len(found) else set()
        return silent

    def _tells(self, form: records.Form) -> bool:
        rows = self.indicators_of(form)
        if form.total_score_text or not rows:
            return True
        return any(row.actual_text or row.score_text for row in rows)

    @property
    def scored_forms(self) -> list[records.Form]:
        """Forms with money and indicator rows: department, project, transfer."""
        return self.of_kind(*SCORED_KINDS)

    @property
    def unit_rows(self) -> list[records.SummaryRow]:
        """Unit rows of all summary tables, 合计 left out."""
        forms = self.of_kind("summary")
        return [row for form in forms for row in self.summary_of(form) if not row.is_total]

    @property
    def reports(self) -> list[records.Form]:
        """The narrative reports."""
        return self.of_kind("report")

    def form(self, form_id: str | None) -> records.Form | None:
        """The form with this id."""
        return self._forms.get(form_id or "")

    def indicators_of(self, form: records.Form) -> list[records.Indicator]:
        """Indicator rows of a form, in order."""
        return self._indicators.get(form.form_id, [])

    def funds_of(self, form: records.Form) -> list[records.Fund]:
        """Money rows of a form, in order."""
        return self._funds.get(form.form_id, [])

    def summary_of(self, form: records.Form) -> list[records.SummaryRow]:
        """Unit rows and 合计 of a 汇总表, in order."""
        return self._summary_rows.get(form.form_id, [])

    def goals_of(self, form: records.Form) -> list[records.Goal]:
        """Goal rows of a form, in order."""
        return self._goals.get(form.form_id, [])

    def sections_of(self, form: records.Form) -> list[records.Section]:
        """Sections of a report, in reading order."""
        return self._sections.get(form.form_id, [])

    def sections_keyed(self, *keys: str) -> list[records.Section]:
        """Sections of these canonical roles, in any report."""
        return [section for section in self.sections if section.key in keys]

    def figures_of(self, section: records.Section) -> list[records.Figure]:
        """Figures in the text or heading of a section."""
        return self._figures.get(section.section_id, [])

    def links_of(self, figure: records.Figure) -> list[records.Link]:
        """What a figure was matched with."""
        return self._links.get(figure.figure_id, [])

    def narrative(self) -> str:
        """The text of all sections, a section a paragraph."""
        return "\n".join(section.text for section in self.sections)

    def found(self, rule_id: str) -> list[Outcome]:
        """What an earlier rule (named in `after`) reported as fail or review."""
        return [x for x in self.outcomes.get(rule_id, []) if x.result in {FAIL, REVIEW}]

    @cached_property
    def _forms(self) -> dict[str, records.Form]:
        return {form.form_id: form for form in self.forms}

    @cached_property
    def _indicators(self) -> dict[str, list[records.Indicator]]:
        return _by_form(self.indicators)

    @cached_property
    def _funds(self) -> dict[str, list[records.Fund]]:
        return _by_form(self.funds)

    @cached_property
    def _summary_rows(self) -> dict[str, list[records.SummaryRow]]:
        return _by_form(self.summary_rows)

    @cached_property
    def _goals(self) -> dict[str, list[records.Goal]]:
        return _by_form(self.goals)

    @cached_property
    def _sections(self) -> dict[str, list[records.Section]]:
        return _by_form(self.sections)

    @cached_property
    def _figures(self) -> dict[str, list[records.Figure]]:
        out: dict[str, list[records.Figure]] = defaultdict(list)
        for figure in self.figures:
            out[figure.section_id or ""].append(figure)
        return dict(out)

    @cached_property
    def _links(self) -> dict[str, list[records.Link]]:
        out: dict[str, list[records.Link]] = defaultdict(list)
        for link in self.links:
            out[link.figure_id].append(link)
        return dict(out)


@dataclass(kw_only=True)
class Dataset:
    """All submissions of a dataset, for rules across years and units."""

    submissions: list[Submission]
    register: list[Unit] = field(default_factory=list)  # empty: none was given
    notes: dict[tuple[Any, str], Any] = field(default_factory=dict)  # see `noted`

    def of_unit(self, unit_key: str) -> list[Submission]:
        """One unit's submissions, earliest year first."""
        return self._by_unit.get(unit_key, [])

    def noted(self, gather: Callable[[Submission], _V], submission: Submission) -> _V:
        """What a rule takes from a submission: kept where that was gathered as its records were read."""
        key = (gather, submission.record.submission_id)
        found: _V = self.notes[key] if key in self.notes else gather(submission)
        return found

    @property
    def unit_keys(self) -> list[str]:
        """The units, in order of their first submissions."""
        return list(dict.fromkeys(submission.record.unit_key for submission in self.submissions))

    @cached_property
    def _by_unit(self) -> dict[str, list[Submission]]:
        out: dict[str, list[Submission]] = defaultdict(list)
        for submission in sorted(self.submissions, key=lambda x: (x.year or 0, x.record.submission_id)):
            out[submission.record.unit_key].append(submission)
        return dict(out)


def from_extract(
    extract: records.Extract, record: records.Submission, forms: list[records.Form]
) -> Submission:
    """The view of a submission that lies in one document."""
    return from_extracts([extract], record, forms)


def from_extracts(
    extracts: Iterable[records.Extract], record: records.Submission, forms: list[records.Form]
) -> Submission:
    """The view of a submission over several documents: rows of its own forms only.

    `forms` are the submission's forms as grouping left them (unit and year inherited).
    """
    wanted = {form.form_id for form in forms}
    tables: dict[str, list[Any]] = defaultdict(list)
    for extract in extracts:
        tables["documents"] += extract.documents
        for table in ("summary_rows", "funds", "goals", "indicators", "sections", "figures"):
            tables[table] += [row for row in getattr(extract, table) if row.form_id in wanted]
        for table in ("issues", "blocks", "cells"):  # of no form: they concern every form of the file
            rows = getattr(extract, table)
            tables[table] += [row for row in rows if row.form_id is None or row.form_id in wanted]
    return Submission(record=record, forms=forms, **tables)  # type: ignore[arg-type]


def _by_form(rows: list[_T]) -> dict[str, list[_T]]:
    out: dict[str, list[_T]] = defaultdict(list)
    for row in rows:
        out[row.form_id].append(row)
    return dict(out)
