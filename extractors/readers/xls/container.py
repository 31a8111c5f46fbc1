"""Takes the workbook's stream out of its OLE container."""

from __future__ import annotations

import io
import struct

import olefile

from extractors.document import Rejected

_NAMES = ("workbook", "book")
_FAULTS = (OSError, ValueError, IndexError, struct.error, MemoryError, RecursionError)


def workbook_stream(data: bytes) -> bytes:
    """The bytes of the stream Workbook (Excel 97 on) or Book (Excel 5/95).

    A file that is such a stream itself is taken as it is. Raises Rejected (damaged).
    """
    if data[:2] == b"\x09\x08":
        return data
    try:
        with olefile.OleFileIO(io.BytesIO(data)) as ole:
            streams = {entry[0].lower(): entry for entry in ole.listdir() if len(entry) == 1}
            found = next((streams[name] for name in _NAMES if name in streams), None)
            if found is not None:
                return bytes(ole.openstream(found).read())
    except _FAULTS as fault:
        raise _damaged() from fault
    raise _damaged()


def _damaged() -> Rejected:
    return Rejected("damaged", "工作簿已损坏，无法打开，请用 Excel 或 WPS 打开并另存为 .xlsx 后重新报送。")
