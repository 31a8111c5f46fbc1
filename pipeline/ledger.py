"""The account of every input file: where it lies, what it holds, what became of that."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from extractors.records import Document

Place = tuple[str, str]  # root, path
_REFUSED_BY_NAME = frozenset({"litter", "link", "special-file"})


class Input(msgspec.Struct, frozen=True):
    """One input as it lies in its folder or archive; `refused` (code, sentence) where it is none to read."""

    document_id: str | None = None
    size: int | None = None
    refused: tuple[str, str] | None = None


class Ledger:
    """Inputs by place, and what reading gave by document_id; from both follow the rows of `documents`."""

    def __init__(self, rows: Iterable[Document] = ()) -> None:
        self.inputs: dict[Place, Input] = {}
        self.readings: dict[str, Document] = {}
        self._children: dict[Place, set[str]] = {}
        self._places: dict[str, Place] = {}
        for row in sorted(rows, key=lambda row: (row.root, row.path)):
            held = _input(row)
            self.put((row.root, row.path), held)
            if row.status != "duplicate" and held.refused is None:
                self.readings[row.document_id or ""] = row

    def put(self, place: Place, held: Input) -> None:
        """An input lies at a place; what lay there before is forgotten, its members too."""
        self.remove(place)
        self.inputs[place] = held
        if held.document_id is not None and held.refused is None:
            self._places[held.document_id] = place
        parent = self.parent(place)
        if parent is not None:
            self._children.setdefault(parent, set()).add(place[1])

    def remove(self, place: Place) -> None:
        """No input lies there any more; the members of an archive go with it."""
        for path in self._children.pop(place, set()):
            self.remove((place[0], path))
        parent = self.parent(place)
        if self.inputs.pop(place, None) is not None and parent in self._children:
            self._children[parent].discard(place[1])

    def parent(self, place: Place) -> Place | None:
        """The archive in which a member lies; None for a file of the folder."""
        root, path = place
        end = path.rfind("!/")
        while end > 0:
            if (root, path[:end]) in self.inputs:
                return root, path[:end]
            end = path.rfind("!/", 0, end)
        return None

    def members(self, document_id: str) -> dict[str, Input]:
        """What an archive of these bytes holds, by the path behind its own; nested archives' members too."""
        place = self._places.get(document_id)
        if place is None or place not in self.inputs:
            return {}
        return {path.removeprefix(place[1]): self.inputs[place[0], path] for path in self._below(place)}

    def _below(self, place: Place) -> Iterator[str]:
        for path in sorted(self._children.get(place, ())):
            yield path
            yield from self._below((place[0], path))

    def rows(self) -> list[Document]:
        """One row for each input, sorted by place: of equal bytes the first is read."""
        first: dict[str, Place] = {}
        places = sorted(self.inputs)
        for place in places:
            held = self.inputs[place]
            if held.refused is None and held.document_id is not None:
                first.setdefault(held.document_id, place)
        return [self._row(place, self.inputs[place], first) for place in places]

    def _row(self, place: Place, held: Input, first: dict[str, Place]) -> Document:
        own = {"root": place[0], "path": place[1], "document_id": held.document_id, "bytes": held.size}
        if held.refused is not None:
            code, message = held.refused
            return Document(status="rejected", error_code=code, error_message=message, **own)  # type: ignore[arg-type]
        reading = self.readings[held.document_id or ""]
        if reading.status != "rejected" and first[held.document_id or ""] != place:
            own |= {"status": "duplicate", "duplicate_of": first[held.document_id or ""][1]}
            own |= {"form_count": 0, "error_code": None, "error_message": None}
        return msgspec.structs.replace(reading, **{"duplicate_of": None, **own})


def differences(old: Iterable[Document], new: Iterable[Document]) -> Iterator[str]:
    """The keys ('' for null) of the documents whose rows are not the same."""
    before, after = _by_key(old), _by_key(new)
    for key in before.keys() | after.keys():
        if before.get(key) != after.get(key):
            yield key


def _by_key(rows: Iterable[Document]) -> dict[str, list[Document]]:
    out: dict[str, list[Document]] = {}
    for row in rows:
        out.setdefault(row.document_id or "", []).append(row)
    return out


def _input(row: Document) -> Input:
    refused = row.document_id is None or row.error_code in _REFUSED_BY_NAME
    verdict = (row.error_code or "", row.error_message or "") if refused else None
    return Input(row.document_id, row.bytes, verdict)
