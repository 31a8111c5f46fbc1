"""A sample of the corpus as doc, printed PDF, web page, scan; the whole is `python -m corpus.rendered` (minutes)."""

from __future__ import annotations

import pytest

from corpus.floors import load, shares
from corpus.rendered import read_back, rendered
from tests.rendering import browser, has_office

FLOORS = load()["rendered"]
SAMPLE = ("national", "sichuan", "two_header_rows")
SEEDS = range(1)

_OFFICE = pytest.mark.skipif(not has_office(), reason="LibreOffice is not on the path")


@_OFFICE
@pytest.mark.office
@pytest.mark.parametrize("form", ["doc", "pdf"])
def test_sample(form: str) -> None:
    made = rendered(SAMPLE, form, SEEDS)
    assert list(made) == list(SAMPLE)
    for name, pairs in made.items():
        got = shares(read_back(pairs, form))
        assert all(now >= floor for now, floor in zip(got, FLOORS[name][form], strict=True)), (name, got)


@pytest.mark.browser
@pytest.mark.skipif(browser() is None, reason="no Chromium")
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # playwright's transport
def test_printed_from_a_browser() -> None:
    names = (*SAMPLE, "words_and_columns")  # of fourteen narrow columns, over three pages
    for name, pairs in rendered(names, "web", SEEDS).items():
        got = shares(read_back(pairs, "web"))
        assert all(now >= floor for now, floor in zip(got, FLOORS[name]["web"], strict=True)), (name, got)


@_OFFICE
@pytest.mark.office
@pytest.mark.ocr
def test_one_scan() -> None:
    pytest.importorskip("onnxruntime")
    (pairs,) = rendered(["national"], "scan", SEEDS).values()
    got = shares(read_back(pairs, "scan"))
    assert all(now >= floor for now, floor in zip(got, FLOORS["national"]["scan"], strict=True)), got
