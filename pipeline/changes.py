"""What a commit changes: from documents read and gone to the rows of every table."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from extractors.records import Document, Form, Record, Submission
from pipeline import parts
from pipeline.ledger import differences
from pipeline.rows import from_arrow, to_arrow
from pipeline.stale import findings_that_mention
from pipeline.store import Change, Dataset

if TYPE_CHECKING:
    import pyarrow as pa

Group = Callable[[list[Document], list[Form]], tuple[list[Submission], list[Form]]]


class Forms:
    """All forms of the dataset by document, and the submissions that they make.

    Grouping sets nothing but a form's `submission_id`, and anew each time, so that its result does not
    depend on the way there.
    """

    def __init__(self, dataset: Dataset | None) -> None:
        self.stored: dict[str, list[Form]] = {}
        self.submissions: dict[str, Submission] = {}
        if dataset is not None:
            for form in dataset.records("forms"):
                assert isinstance(form, Form)
                self.stored.setdefault(form.document_id, []).append(form)
            for submission in dataset.records("submissions"):
                assert isinstance(submission, Submission)
                self.submissions[submission.submission_id] = submission

    def changed(
        self, rows: list[Document], gone: set[str], read: Iterable[Form], group: Group
    ) -> dict[str, Change]:
        """The changes of forms and submissions, and of what spoke of submissions that changed."""
        before = {form.form_id: form for forms in self.stored.values() for form in forms}
        fresh: dict[str, list[Form]] = {}
        for form in read:
            fresh.setdefault(form.document_id, []).append(form)
        kept = {key: forms for key, forms in self.stored.items() if key not in gone}
        asread = [form for forms in (kept | fresh).values() for form in forms]
        submissions, forms = group(rows, asread)
        after = {form.form_id: form for form in forms}
        moved = {key for key, form in after.items() if before.get(key) != form} | before.keys() - after.keys()
        touched = {form.document_id for key in moved for form in (before.get(key), after.get(key)) if form}
        touched |= gone | fresh.keys()
        stale = {
            form.submission_id
            for side in (before, after)
            for form in side.values()
            if form.document_id in touched and form.submission_id
        }
        changes = {
            "forms": _rows("forms", [form for form in forms if form.document_id in touched], touched),
            "submissions": self._submissions(submissions),
            "links": Change(keys=set(stale)),
            "findings": Change(keys=set(stale)),
        }
        self.stored = {}
        for form in forms:
            self.stored.setdefault(form.document_id, []).append(form)
        return changes

    def _submissions(self, submissions: list[Submission]) -> Change:
        new = {submission.submission_id: submission for submission in submissions}
        every = new.keys() | self.submissions.keys()
        keys = {key for key in every if new.get(key) != self.submissions.get(key)}
        self.submissions = new
        return _rows("submissions", [new[key] for key in sorted(keys & new.keys())], keys)


def changes(
    dataset: Dataset | None,
    old: list[Document],
    new: list[Document],
    forms: Forms,
    read: dict[Path, set[str]],
    group: Group,
) -> dict[str, Change]:
    """All changes from the rows `old` of documents to `new`, with the parts in `read` and their ids."""
    keys = set(differences(old, new))
    fresh = {key for ids in read.values() for key in ids}
    known = {row.document_id for row in old}
    gone = {key for key in known - {row.document_id for row in new} if key is not None}
    made = {"documents": _rows("documents", [row for row in new if (row.document_id or "") in keys], keys)}
    for table in parts.RECORDS:
        if table != "forms":
            made[table] = Change(
                [partial(_part, path, table, ids) for path, ids in read.items()], gone | fresh
            )
    just = [form for path, ids in read.items() for form in from_arrow("forms", _part(path, "forms", ids))]
    made |= forms.changed(new, gone | (fresh & known), just, group)  # type: ignore[arg-type]
    if dataset is not None:
        made["findings"] = findings_that_mention(dataset, gone | (fresh & known), made["findings"])
    return made


def _part(path: Path, table: str, ids: set[str]) -> pa.Table:
    """A part's rows of the documents `ids`; the others in it were read for an earlier run."""
    import pyarrow as pa
    import pyarrow.compute as pc

    rows = parts.table(path, table)
    if set(rows["document_id"].unique().to_pylist()) <= ids:
        return rows
    return rows.filter(pc.is_in(rows["document_id"], value_set=pa.array(sorted(ids))))


def _rows(table: str, records: list[Any], keys: set[str]) -> Change:
    typed: list[Record] = records
    return Change([to_arrow(table, typed)[0]] if records else [], keys)
