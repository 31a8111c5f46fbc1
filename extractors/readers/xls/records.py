"""Records of a workbook stream, with the strings that run on over several of them."""

from __future__ import annotations

import struct
from collections.abc import Iterator

BOF, EOF, CONTINUE, FILEPASS = 0x0809, 0x000A, 0x003C, 0x002F
CODEPAGE, DATEMODE, FORMAT, XF, BOUNDSHEET, SST = 0x0042, 0x0022, 0x041E, 0x00E0, 0x0085, 0x00FC
ROW, COLINFO, MERGEDCELLS = 0x0208, 0x007D, 0x00E5
LABELSST, LABEL, RSTRING, NUMBER, RK, MULRK = 0x00FD, 0x0204, 0x00D6, 0x0203, 0x027E, 0x00BD
FORMULA, STRING, BOOLERR, OBJ, TXO = 0x0006, 0x0207, 0x0205, 0x005D, 0x01B6

_HEAD = struct.Struct("<HH")
_WIDE, _EXTENDED, _RICH = 0x01, 0x04, 0x08


def records(stream: bytes, start: int = 0) -> Iterator[tuple[int, list[bytes]]]:
    """(id, data) of each record from `start` to the end of its substream, EOF included.

    The data is a list: the record's own and that of the CONTINUE records behind it.
    """
    at, depth = start, 0
    current: tuple[int, list[bytes]] | None = None
    while at + 4 <= len(stream):
        kind, size = _HEAD.unpack_from(stream, at)
        data = stream[at + 4 : at + 4 + size]
        at += 4 + size
        if kind == CONTINUE and current is not None:
            current[1].append(data)
            continue
        if current is not None and depth == 1:
            yield current
        depth += kind == BOF
        depth -= kind == EOF
        current = (kind, [data])
        if depth == 0:
            break
    if current is not None and depth <= 1:
        yield current


class Pieces:
    """Reads through the data of a record and its continuations."""

    def __init__(self, data: list[bytes]) -> None:
        self._data = data
        self._which = 0
        self._at = 0

    @property
    def done(self) -> bool:
        """Whether all has been read."""
        return self._which >= len(self._data) - 1 and self._at >= len(self._data[-1])

    def take(self, size: int) -> bytes:
        """The next bytes; fewer where the record ends."""
        found = b""
        while size > 0 and self._which < len(self._data):
            part = self._data[self._which][self._at : self._at + size]
            found += part
            size -= len(part)
            self._at += len(part)
            if size > 0:
                self._which, self._at = self._which + 1, 0
        return found

    def number(self, size: int) -> int:
        """The next unsigned number. Raises struct.error where the record ends."""
        data = self.take(size)
        if len(data) < size:
            raise struct.error("record ends")
        return int.from_bytes(data, "little")

    def string(self, length: int) -> str:
        """A string of Excel 97 with its flags, `length` characters; formatting behind it is skipped."""
        flags = self.number(1)
        runs = self.number(2) if flags & _RICH else 0
        extension = self.number(4) if flags & _EXTENDED else 0
        text = self._characters(length, wide=bool(flags & _WIDE))
        self.take(4 * runs + min(extension, 1 << 24))
        return text

    def _characters(self, length: int, *, wide: bool) -> str:
        """Characters; in each continuation a flag says anew whether they are wide."""
        found = []
        while length > 0 and self._which < len(self._data):
            width = 2 if wide else 1
            data = self._data[self._which]
            part = data[self._at : self._at + width * length]
            part = part[: len(part) - len(part) % width]
            found.append(part.decode("utf-16-le", "surrogatepass") if wide else part.decode("latin-1"))
            length -= len(part) // width
            self._at += len(part)
            if length > 0:
                self._which, self._at = self._which + 1, 0
                if self._which < len(self._data):
                    wide = bool(self.number(1) & _WIDE)
        return "".join(found)
