"""Reads pictures of forms: png, jpeg, tiff of several pages, bmp, gif, webp."""

from extractors.readers.scan.reading import read

__all__ = ["read"]
