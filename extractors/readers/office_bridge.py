"""LibreOffice as a converter, for formats that no reader of ours understands."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Sequence
from functools import cache
from importlib import import_module
from pathlib import Path

import msgspec

from extractors.document import Document, Limits, ReadIssue, Rejected
from extractors.formats import formats
from extractors.programs import find, output

_START, _EACH = 60.0, 10.0  # seconds for a call, and for each file of it
_FILTERS = {"docx": "docx:MS Word 2007 XML", "xlsx": "xlsx:Calc MS Excel 2007 XML", "pdf": "pdf"}
_MISSING = (
    "读取它需要 LibreOffice（Debian/Ubuntu：apt install libreoffice；其他系统见其官网），"
    "或请另存为 .docx 后重新报送。"
)
_FAILED = "LibreOffice 也未能打开；请用 Word 或 WPS 打开并另存为 .docx 后重新报送。"


@cache
def program() -> str | None:
    """The path of LibreOffice, None where it is not installed."""
    return find(("soffice", "libreoffice"), ("LibreOffice/program/soffice.exe",))


def available() -> bool:
    """Whether LibreOffice is installed."""
    return program() is not None


def missing(what: str) -> Rejected:
    """Why `what` is not read where LibreOffice is not installed."""
    return Rejected("office-missing", f"{what}：{_MISSING}")


def convert(files: Sequence[bytes], suffix: str, target: str) -> list[bytes | None]:
    """Convert files of one kind (named `.suffix`) to `target`: docx, xlsx or pdf.

    One call for all; where some do not come out (LibreOffice then says so to nobody) they are
    tried once more by themselves. None for each that fails. Needs `available()`.
    """
    done = _converted(files, suffix, target)
    if len(files) == 1:
        return done
    return [
        result if result is not None else _converted([data], suffix, target)[0]
        for data, result in zip(files, done, strict=True)
    ]


def _converted(files: Sequence[bytes], suffix: str, target: str) -> list[bytes | None]:
    with tempfile.TemporaryDirectory(prefix="hedui-") as name:
        folder = Path(name)
        (folder / "out").mkdir()
        paths = [folder / f"{number}.{suffix}" for number in range(len(files))]
        for path, data in zip(paths, files, strict=True):
            path.write_bytes(data)
        _run(folder, paths, target)
        made = [folder / "out" / f"{path.stem}.{target}" for path in paths]
        return [path.read_bytes() if path.is_file() and path.stat().st_size else None for path in made]


def _run(folder: Path, paths: Sequence[Path], target: str) -> None:
    """One call under a profile of its own: two calls with one profile hinder each other."""
    words = [
        program() or "soffice",
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        *("--headless", "--norestore", "--nolockcheck", "--nodefault", "--nofirststartwizard"),
        *("--convert-to", _FILTERS[target], "--outdir", str(folder / "out")),
        *map(str, paths),
    ]
    nowhere = "http://127.0.0.1:9"  # a document's linked pictures are not fetched
    environment = {**os.environ, "HOME": str(folder), "http_proxy": nowhere, "https_proxy": nowhere}
    output(words, seconds=_START + _EACH * len(paths), size=1 << 20, environment=environment)


def read(
    data: bytes,
    format_id: str,
    limits: Limits | None,
    verdict: Rejected | None = None,
    *,
    suffix: str = "",
    target: str = "docx",
) -> Document:
    """Read a document by way of docx or xlsx (`target`); `verdict` is why our own reader gave up, if it did.

    The document keeps its own format id and carries an issue that tells of the detour: a note, or
    a doubt where the file is damaged. Raises the verdict, else `office-missing` or `damaged`.
    """
    if not available():
        raise verdict or missing(formats()[format_id].name)
    converted = convert([data], suffix or format_id, target)[0]
    if converted is None:
        raise verdict or Rejected("damaged", _FAILED)
    document: Document = import_module(f"extractors.readers.{target}").read(converted, limits or Limits())
    doubtful = verdict is not None and verdict.code == "damaged"
    message = (
        "文档已损坏，经 LibreOffice 修复后读取，内容可能不全。" if doubtful else "经 LibreOffice 转换后读取。"
    )
    issue = ReadIssue(code="converted", severity="doubt" if doubtful else "note", message=message)
    return msgspec.structs.replace(document, format=format_id, issues=[issue, *document.issues])
