"""Parts: the records of a batch of documents in one file, ready for a commit.

A part is `<length><header><streams>`: the header tells the receipts and where each table's Arrow stream lies.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from extractors.records import TABLES, Issue, Record
from pipeline.jobs import Receipt
from pipeline.rows import stream, to_arrow
from pipeline.schema import schema

if TYPE_CHECKING:
    import pyarrow as pa

_LENGTH = struct.Struct("<Q")
_MADE_LATER = {"documents", "submissions", "links", "findings", "finding_states", "decisions"}
RECORDS = tuple(table for table in TABLES if table not in _MADE_LATER)
"""The tables that reading a document fills."""


class Header(msgspec.Struct, kw_only=True):
    """`version` says what read it; `spans` are (offset, length) behind the header."""

    version: str = ""
    receipts: list[Receipt] = []
    spans: dict[str, tuple[int, int]] = {}


def tables(records: Mapping[str, Sequence[Record]]) -> tuple[dict[str, Any], list[Issue]]:
    """Arrow tables of the records, and the issues that arose in making them (already in the tables)."""
    made, lost = {}, []
    for name in (name for name in records if name != "issues"):
        made[name], issues = to_arrow(name, records[name])
        lost += issues
    made["issues"], _ = to_arrow("issues", [*records.get("issues", []), *lost])
    return made, lost


def pack(made: Mapping[str, pa.Table], receipts: list[Receipt], version: str) -> bytes:
    """The bytes of a part."""
    streams = [stream(rows) for rows in made.values()]
    starts = accumulate(map(len, streams), initial=0)
    spans = {name: (start, len(data)) for name, start, data in zip(made, starts, streams, strict=False)}
    header = msgspec.msgpack.encode(Header(version=version, receipts=receipts, spans=spans))
    return b"".join([_LENGTH.pack(len(header)), header, *streams])


def header(path: Path) -> Header:
    """The header of a part. Raises ValueError where the file is no whole part."""
    with path.open("rb") as file:
        first = file.read(_LENGTH.size)
        if len(first) < _LENGTH.size:
            raise ValueError(f"{path}: cut short")
        found = msgspec.msgpack.decode(file.read(_LENGTH.unpack(first)[0]), type=Header)
        end = file.tell() + max((start + length for start, length in found.spans.values()), default=0)
    if path.stat().st_size < end:
        raise ValueError(f"{path}: cut short")
    return found


def table(path: Path, name: str) -> pa.Table:
    """One table of a part, mapped from the file rather than read."""
    import pyarrow as pa

    start, length = header(path).spans.get(name, (0, 0))
    if not length:
        return schema(name).empty_table()
    source = pa.memory_map(str(path))
    source.seek(0)
    source.seek(_LENGTH.size + _LENGTH.unpack(source.read(_LENGTH.size))[0] + start)
    return pa.ipc.open_stream(source).read_all()
