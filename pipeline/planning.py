"""What a run has to read: the folder as it lies now, against what the dataset already knows."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from pathlib import Path

from extractors.archives import is_archive
from extractors.document import Limits
from extractors.records import Document
from pipeline import verdicts
from pipeline.files import identify
from pipeline.jobs import Found, Job
from pipeline.ledger import Input, Ledger
from pipeline.remote import Place
from pipeline.walking import Entry, is_litter

_WINDOW = 512  # files hashed ahead at most


class Plan:
    """One root's inputs as they lie now, and the jobs that they need.

    An input waits until what it holds is known and then enters the ledger: so long the dataset keeps what
    stood in its place.
    """

    def __init__(
        self, root: str, ledger: Ledger, known: Callable[[Document], bool], limits: Limits, spool: Path
    ) -> None:
        """`known` tells whether a reading of the dataset still holds; `spool` takes archives' members."""
        self.root, self.ledger, self.known, self.limits, self.spool = root, ledger, known, limits, spool
        self.jobs: deque[Job] = deque()
        self._waiting: dict[str, list[tuple[str, Input]]] = {}
        self._done: set[str] = set()
        self._expanded: dict[str, int] = {}
        self._files: dict[str, Place] = {}

    def add(self, path: str, held: Input, file: Place | None) -> None:
        """Take an input into account: into the ledger where its bytes are known, else wait for a job."""
        if held.refused is not None or held.document_id is None:
            self.ledger.put((self.root, path), held)
        elif self._is_known(held.document_id):
            self._enter(path, held)
            if file is not None:
                self._files[path] = file
        elif file is not None:
            if held.document_id not in self._waiting:
                self.jobs.append(self._job(path, held, file))
            self._waiting.setdefault(held.document_id, []).append((path, held))

    def settle(self, reading: Document, found: list[Found]) -> None:
        """A job came back: every input with these bytes enters the ledger, and their members follow."""
        document_id = reading.document_id or ""
        self.ledger.readings[document_id] = reading
        self._done.add(document_id)
        for path, held in self._waiting.pop(document_id, ()):
            self.ledger.put((self.root, path), held)
            for member in found:
                self._add_member(path, member)

    def vanish(self, seen: set[str]) -> None:
        """Drop the root's files that no longer lie in it; members go with their archive."""
        for place in [place for place in self.ledger.inputs if place[0] == self.root]:
            if place[1] not in seen and place in self.ledger.inputs and self.ledger.parent(place) is None:
                self.ledger.remove(place)

    def renamed(self) -> None:
        """Have files read again that lie nowhere under the name they were read by: names may tell a year."""
        places: dict[str, list[str]] = {}
        for (_, path), held in self.ledger.inputs.items():
            if held.document_id in self.ledger.readings and held.refused is None:
                places.setdefault(held.document_id, []).append(path)
        for document_id, paths in places.items():
            reading = self.ledger.readings[document_id]
            if _name(reading.path) in map(_name, paths) or document_id in self._waiting:
                continue
            path = min((path for path in paths if path in self._files), default="")
            if path and not is_archive(reading.format or ""):
                held = self.ledger.inputs[self.root, path]
                self.jobs.append(self._job(path, held, self._files[path]))
                self._waiting[document_id] = [(path, held)]

    def _is_known(self, document_id: str) -> bool:
        if document_id in self._done:
            return True
        reading = self.ledger.readings.get(document_id)
        if reading is None or not self.known(reading):
            return False
        if not is_archive(reading.format or "") or reading.status == "rejected":
            return True
        members = self.ledger.members(document_id).values()
        return all(m.refused is not None or self._is_known(m.document_id or "") for m in members)

    def _enter(self, path: str, held: Input) -> None:
        members = self.ledger.members(held.document_id or "")
        self.ledger.put((self.root, path), held)
        for behind, member in members.items():
            self.ledger.put((self.root, path + behind), member)

    def _add_member(self, archive: str, member: Found) -> None:
        path, outermost = f"{archive}!/{member.path}", archive.partition("!/")[0]
        self._expanded[outermost] = self._expanded.get(outermost, 0) + (member.size or 0)
        refused = (member.code, member.message or "") if member.code else None
        if refused is None and is_litter(path):
            refused = verdicts.LITTER
        held = Input(member.document_id, member.size, refused)
        self.add(path, held, Path(member.file) if member.file else None)

    def _job(self, path: str, held: Input, file: Place) -> Job:
        left = self.limits.expanded_bytes - self._expanded.get(path.partition("!/")[0], 0)
        return Job(
            path=path,
            document_id=held.document_id or "",
            size=held.size or 0,
            file=str(file),
            spool=str(self.spool),
            expanded_bytes=max(left, 0),
        )


def _name(path: str) -> str:
    return path.rpartition("/")[2]


def inputs(entries: Iterable[Entry], threads: int = 4) -> Iterable[tuple[Entry, Input]]:
    """Each entry of a folder with its hash, in order."""
    waiting = iter(entries)
    with ThreadPoolExecutor(threads) as pool:
        while window := list(islice(waiting, _WINDOW)):
            yield from pool.map(_identified, window)


def _identified(entry: Entry) -> tuple[Entry, Input]:
    if not entry.readable:
        return entry, Input(refused=entry.refused)
    try:
        document_id, size = identify(entry.file)
    except OSError:
        return entry, Input(refused=verdicts.UNREADABLE)
    return entry, Input(document_id, size, entry.refused)
