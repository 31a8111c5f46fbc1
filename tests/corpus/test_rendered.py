"""A sample of the corpus as doc, printed PDF, scan; the whole is `python -m corpus.rendered` (minutes)."""

from __future__ import annotations

import pytest

from corpus.floors import load, shares
from corpus.rendered import read_back, rendered
from tests.rendering import has_office

FLOORS = load()["rendered"]
SAMPLE = ("national", "sichuan", "two_header_rows")
SEEDS = range(1)

pytestmark = [
    pytest.mark.office,
    pytest.mark.skipif(not has_office(), reason="LibreOffice is not on the path"),
]


@pytest.mark.parametrize("form", ["doc", "pdf"])
def test_sample(form: str) -> None:
    made = rendered(SAMPLE, form, SEEDS)
    assert list(made) == list(SAMPLE)
    for name, pairs in made.items():
        got = shares(read_back(pairs, form))
        assert all(now >= floor for now, floor in zip(got, FLOORS[name][form], strict=True)), (name, got)


@pytest.mark.ocr
def test_one_scan() -> None:
    pytest.importorskip("onnxruntime")
    (pairs,) = rendered(["national"], "scan", SEEDS).values()
    got = shares(read_back(pairs, "scan"))
    assert all(now >= floor for now, floor in zip(got, FLOORS["national"]["scan"], strict=True)), got
