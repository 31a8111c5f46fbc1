"""All submissions of a dataset for the rules that look at many, few of them held at once."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable
from pathlib import Path
from typing import Any, cast

import msgspec

from extractors.records import Issue, Link
from extractors.records import Submission as Record
from pipeline import checker, registering
from pipeline.checker import Checked, Wanted
from pipeline.rows import from_arrow
from rules.submission import Dataset, Submission

HELD = 100  # chunks in memory: some 2,400 submissions; with more the rules take longer, not more room


class Laid(msgspec.Struct, frozen=True):
    """A chunk laid down: the folder of its records, the folder of what checking it gave."""

    records: str
    results: str


class View:
    """A submission that is read when a rule looks into it, and forgotten when others need the room."""

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
    """Chunks by number, the last ones used kept open."""

    def __init__(self, chunks: Iterable[Laid], held: int = HELD) -> None:
        self._chunks, self._held = list(chunks), held
        self._open: OrderedDict[int, list[Submission]] = OrderedDict()

    def views(self) -> list[Submission]:
        """Every submission in order; each does what a `Submission` does."""
        views = []
        for number, chunk in enumerate(self._chunks):
            for index, record in enumerate(_records(Path(chunk.records))):
                views.append(View(record, self, number, index))
        return cast("list[Submission]", views)

    def opened(self, number: int) -> list[Submission]:
        """The submissions of a chunk with their links."""
        if number in self._open:
            self._open.move_to_end(number)
            return self._open[number]
        self._open[number] = _opened(self._chunks[number])
        if len(self._open) > self._held:
            self._open.popitem(last=False)
        return self._open[number]


def check_whole(chunks: list[Laid], wanted: Wanted) -> Checked:
    """The rules across years and units, over all chunks of a dataset."""
    from rules.checking import check_dataset

    defects: list[Issue] = []
    views = Shelf(chunks).views()
    rules = checker.chosen(wanted)
    register = registering.load(Path(wanted.register)) if wanted.register else []
    found = check_dataset(
        Dataset(submissions=views, register=register), checker.norms(wanted.profile), rules, defects
    )
    return checker.of_findings(checker.kept(found, wanted), defects)


def _records(folder: Path) -> list[Record]:
    rows = checker.unpacked({"submissions": (folder / "submissions").read_bytes()})["submissions"]
    return cast("list[Record]", list(from_arrow("submissions", rows.sort_by("_order"))))


def _opened(chunk: Laid) -> list[Submission]:
    files = {file.name: file.read_bytes() for file in sorted(Path(chunk.records).iterdir())}
    links: dict[str | None, list[Link]] = {}
    rows = checker.unpacked({"links": (Path(chunk.results) / "links").read_bytes()})["links"]
    for link in cast("list[Link]", list(from_arrow("links", rows))):
        links.setdefault(link.submission_id, []).append(link)
    opened = list(checker.submissions(checker.unpacked(files)))
    for submission in opened:
        submission.links = links.get(submission.record.submission_id, [])
    return opened
