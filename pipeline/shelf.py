"""All submissions of a dataset for the rules that look at many, few of their records held at once."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, cast

import msgspec

from extractors.records import TABLES, Issue
from extractors.records import Submission as Record
from pipeline import checker, registering
from pipeline.checker import Checked, Wanted
from pipeline.rows import from_arrow
from rules.submission import Dataset, Submission

HELD = 60_000  # records in memory, about; where there are more, the rules take longer, not more room


class Laid(msgspec.Struct, frozen=True):
    """A chunk laid down: the folder of its records, the folder of what checking it gave."""

    records: str
    results: str


def check_whole(chunks: list[Laid], wanted: Wanted) -> Checked:
    """The rules across years and units, over all chunks of a dataset."""
    from rules.checking import check_dataset

    defects: list[Issue] = []
    views = Shelf(chunks).views()
    rules = checker.chosen(wanted)
    register = registering.load(Path(wanted.register)) if wanted.register else []
    dataset = Dataset(submissions=views, register=register)
    found = check_dataset(dataset, checker.norms(wanted.profile), rules, defects)
    return checker.of_findings(checker.kept(found, wanted), defects)


class View:
    """Stands for a submission, which is opened when a rule looks into it."""

    def __init__(self, record: Record, shelf: Shelf, chunk: int, index: int) -> None:
        self.record, self._shelf, self._chunk, self._index = record, shelf, chunk, index

    @property
    def year(self) -> int | None:
        """The fiscal year that the forms speak of."""
        return self.record.fiscal_year

    @property
    def unit_name(self) -> str | None:
        """The unit as most of its forms print it."""
        return self.record.unit_name

    def __getattr__(self, name: str) -> Any:
        return getattr(self._shelf.opened(self._chunk)[self._index], name)


class Shelf:
    """Chunks by number; the ones used last stay open as long as they hold no more than `HELD` records."""

    def __init__(self, chunks: Iterable[Laid], held: int = HELD) -> None:
        self._chunks, self._held = list(chunks), held
        self._open: OrderedDict[int, _Chunk] = OrderedDict()

    def views(self) -> list[Submission]:
        """Every submission in order; each does what a `Submission` does."""
        views = []
        for number, chunk in enumerate(self._chunks):
            for index, record in enumerate(_records(chunk)):
                views.append(View(record, self, number, index))
        return cast("list[Submission]", views)

    def opened(self, number: int) -> list[Submission]:
        """The submissions of a chunk."""
        if number not in self._open:
            self._open[number] = _Chunk(self._chunks[number], self._make_room)
        self._open.move_to_end(number)
        return self._open[number].submissions

    def _make_room(self) -> None:
        """A chunk has read a table: the chunks longest unused go, until the rest fits."""
        while len(self._open) > 1 and sum(chunk.held for chunk in self._open.values()) > self._held:
            self._open.popitem(last=False)


class _Chunk:
    """A chunk's submissions; a table is read when one of them is asked for it. `held`: the rows read."""

    def __init__(self, laid: Laid, grew: Callable[[], None]) -> None:
        self.held, self._grew = 0, grew
        self._laid = laid
        self._tables: dict[str, dict[Any, list[Any]]] = {}
        self.submissions: list[Submission] = [_Opened(record, self) for record in _records(laid)]

    def rows(self, table: str, submission_id: str) -> list[Any]:
        """The records of a submission, documents by path, others by their document."""
        if table not in self._tables:
            self._tables[table] = self._read(table)
            self.held += sum(map(len, self._tables[table].values()))
            self._grew()
        return self._tables[table].get(submission_id, [])

    def _read(self, table: str) -> dict[Any, list[Any]]:
        folder = self._laid.results if table == "links" else self._laid.records
        path = Path(folder) / table
        if not path.exists():
            return {}
        rows = checker.unpacked({table: path.read_bytes()})[table]
        if table == "links":
            return _grouped(rows["submission_id"].to_pylist(), list(from_arrow(table, rows)))
        names = {order: opened.record.submission_id for order, opened in self._orders()}
        owners = [names[order] for order in rows["_order"].to_pylist()]
        grouped = _grouped(owners, list(from_arrow(table, rows.drop_columns(["_order"]))))
        for owner, records in grouped.items():
            documents = records if table == "documents" else self.rows("documents", owner)
            checker.in_file_order(records, documents)
        return grouped

    def _orders(self) -> list[tuple[int, Submission]]:
        rows = checker.unpacked({"submissions": (Path(self._laid.records) / "submissions").read_bytes()})
        orders = sorted(rows["submissions"]["_order"].to_pylist())
        return list(zip(orders, self.submissions, strict=True))


class _Opened(Submission):
    """A submission whose tables are read from its chunk when they are first looked at."""

    def __init__(self, record: Record, chunk: _Chunk) -> None:
        super().__init__(record=record)
        self._chunk = chunk
        for table in TABLES.keys() & self.__dict__.keys():
            del self.__dict__[table]

    def __getattr__(self, name: str) -> Any:
        if name not in TABLES:
            raise AttributeError(name)
        self.__dict__[name] = self._chunk.rows(name, self.record.submission_id)
        return self.__dict__[name]


def _records(laid: Laid) -> list[Record]:
    rows = checker.unpacked({"submissions": (Path(laid.records) / "submissions").read_bytes()})["submissions"]
    return cast("list[Record]", list(from_arrow("submissions", rows.sort_by("_order"))))


def _grouped(owners: list[Any], records: list[Any]) -> dict[Any, list[Any]]:
    out: dict[Any, list[Any]] = {}
    for owner, record in zip(owners, records, strict=True):
        out.setdefault(owner, []).append(record)
    return out
