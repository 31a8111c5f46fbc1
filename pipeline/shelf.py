"""All submissions of a dataset for the rules that look at many, few of their records held at once."""

from __future__ import annotations

import pickle
from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, cast

import msgspec

from extractors.records import TABLES, Issue
from extractors.records import Submission as Record
from pipeline import checker, registering
from pipeline.checker import Checked, Wanted
from pipeline.opening import Drawers
from rules.rule import Rule
from rules.submission import Dataset, Submission

HELD = 60_000  # records in memory, about; where there are more, the rules take longer, not more room


class Laid(msgspec.Struct, frozen=True):
    """A chunk laid down: the folder of its records, that of what checking it gave, the file of its notes."""

    records: str
    results: str
    notes: str = ""  # where there are none, rules look into the records


def check_whole(chunks: list[Laid], wanted: Wanted) -> list[Checked]:
    """The rules across years and units, over all chunks of a dataset: results part by part."""
    from rules.checking import check_in_parts

    register = registering.load(Path(wanted.register)) if wanted.register else []
    rules, out = checker.chosen(wanted), []
    dataset = Dataset(submissions=Shelf(chunks).views(), register=register, notes=dict(_notes(chunks, rules)))
    defects: list[Issue] = []
    for found in check_in_parts(dataset, checker.norms(wanted.profile), rules, defects):
        out.append(checker.of_findings(checker.kept(found, wanted), defects[:]))
        defects.clear()
    return out


def _notes(chunks: Sequence[Laid], rules: Sequence[Rule] | None) -> Iterator[tuple[tuple[Any, str], Any]]:
    """What was taken from each submission when it was checked, as `Dataset.notes` keeps it."""
    from rules.families import ALL_RULES

    takers = {rule.id: rule.gather for rule in (ALL_RULES if rules is None else rules) if rule.gather}
    for data in (Path(chunk.notes).read_bytes() for chunk in chunks if chunk.notes):
        for submission_id, taken in pickle.loads(data) if data else ():  # noqa: S301 - only we write there
            yield from (((takers[rule], submission_id), note) for rule, note in taken.items())


class Shelf:
    """All submissions; those looked into last stay open as long as they hold no more than `held` records."""

    def __init__(self, chunks: Sequence[Laid], held: int = HELD) -> None:
        self._drawers = Drawers([(chunk.records, chunk.results) for chunk in chunks]) if chunks else None
        self._room, self.held = held, 0
        self._open: OrderedDict[int, _Opened] = OrderedDict()

    def views(self) -> list[Submission]:
        """Every submission in order; each does what a `Submission` does."""
        records = self._drawers.records if self._drawers else []
        return cast("list[Submission]", [View(record, self, i) for i, record in enumerate(records)])

    def opened(self, number: int) -> Submission:
        """A submission, open."""
        assert self._drawers is not None
        known = self._open.get(number)
        if known is None:
            known = self._open[number] = _Opened(self._drawers.records[number], number, self._read)
        self._open.move_to_end(number)
        return known

    def _read(self, table: str, number: int) -> list[Any]:
        """The rows of a table; the submissions longest unused go until the rest fits."""
        assert self._drawers is not None
        rows = self._drawers.rows(table, number)
        self.held += len(rows)
        while self.held > self._room and len(self._open) > 1:
            _, gone = self._open.popitem(last=False)
            self.held -= gone.held
        return rows


class View:
    """Stands for a submission, which is opened when a rule looks into it."""

    def __init__(self, record: Record, shelf: Shelf, number: int) -> None:
        self.record, self._shelf, self._number = record, shelf, number

    @property
    def year(self) -> int | None:
        """The fiscal year that the forms speak of."""
        return self.record.fiscal_year

    @property
    def unit_name(self) -> str | None:
        """The unit as most of its forms print it."""
        return self.record.unit_name

    def __getattr__(self, name: str) -> Any:
        return getattr(self._shelf.opened(self._number), name)


class _Opened(Submission):
    """A submission whose tables are read when they are first looked at. `held`: the rows read."""

    def __init__(self, record: Record, number: int, read: Callable[[str, int], list[Any]]) -> None:
        super().__init__(record=record)
        self._number, self._rows, self.held = number, read, 0
        for table in TABLES.keys() & self.__dict__.keys():
            del self.__dict__[table]

    def __getattr__(self, name: str) -> Any:
        if name not in TABLES:
            raise AttributeError(name)
        rows = self._rows(name, self._number)
        self.held += len(rows)
        if name == "documents":
            checker.in_file_order(rows, rows)
        elif len(self.documents) > 1 and name != "links":
            checker.in_file_order(rows, self.documents)
        if name in {"sections", "figures"}:  # a report that a later version replaces tells nothing
            rows = [row for row in rows if row.form_id not in self.superseded]
        self.__dict__[name] = rows
        return rows
