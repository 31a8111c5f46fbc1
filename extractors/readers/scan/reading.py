"""Reads a picture file as the pages that it shows."""

from __future__ import annotations

from extractors.document import Document, Limits
from extractors.readers.pages.assembling import assemble
from extractors.readers.scan import engine
from extractors.readers.scan.doubting import misgivings


def read(data: bytes, limits: Limits = Limits()) -> Document:  # noqa: B008 - frozen
    """A picture, or a file of several, as a document of format `image`; raises Rejected.

    Needs the extra `ocr`.
    """
    if not engine.available():
        raise engine.missing()
    from extractors.readers.scan import pictures, recognising

    pages = [
        recognising.page(picture, number, dpi)
        for number, (picture, dpi) in enumerate(pictures.pictures(data, limits), 1)
    ]
    document = assemble(pages, "image")
    document.issues += misgivings(document)
    return document
