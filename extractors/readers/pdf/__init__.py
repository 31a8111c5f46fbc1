"""Reads PDF files: printed pages by their text layer, scanned ones by recognition."""

from extractors.readers.pdf.reading import read

__all__ = ["read"]
