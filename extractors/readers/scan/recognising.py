"""Recognises the text of scanned pages."""

from __future__ import annotations
from typing import Any
from extractors.document import Rejected
from extractors.readers.pages.page import Page


def available() -> bool:
    return False


def missing() -> Rejected:
    return Rejected("ocr-missing", "")


def page(page: Any, view: Any) -> Page:
    raise missing()
