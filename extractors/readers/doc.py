"""Reads .doc and .wps (Word 97-2003, WPS), with LibreOffice for what is older."""

from __future__ import annotations

from extractors.document import Document, Limits, Rejected
from extractors.readers import office_bridge
from extractors.readers.assembly import assemble
from extractors.readers.notices import issues
from extractors.readers.word97.file import open_word
from extractors.readers.word97.noticing import noticed
from extractors.readers.word97.story import Stories

_FOR_LIBREOFFICE = ("old-word", "damaged")


def read(data: bytes, limits: Limits | None = None) -> Document:
    """Read the bytes of a Word 97-2003 or WPS document.

    Word 95 and damaged files are left to LibreOffice where it is installed.
    Raises Rejected: `encrypted`, `old-word`, `office-missing`, `damaged`, `too-large`.
    """
    try:
        return open_and_read(data, limits)
    except Rejected as verdict:
        if verdict.code not in _FOR_LIBREOFFICE:
            raise
        if verdict.code == "old-word" and not office_bridge.available():
            raise office_bridge.missing("Word 95 或更早的文档") from verdict
        return office_bridge.read(data, "doc", limits, verdict)


def open_and_read(data: bytes, limits: Limits | None = None) -> Document:
    """The same without LibreOffice."""
    word = open_word(data)
    stories = Stories(word, limits)
    content = stories.read()
    return assemble("doc", content, [*issues(noticed(word, stories.embedded)), *stories.issues], limits)
