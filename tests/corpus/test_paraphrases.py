"""The paraphrases measure what is not listed: none of them stands in the vocabulary, and they are read."""

from __future__ import annotations

import pytest

from corpus.layouts.paraphrased import PARAPHRASED, pool
from corpus.reading import read_back
from extractors.forms import vocabulary
from extractors.forms.normalise import heading

CONTEXTS = {"columns": "indicators", "money": "funds", "goals": "goals"}


def test_no_paraphrase_is_listed() -> None:
    listed = {
        word
        for part, context in CONTEXTS.items()
        for key, words in pool()[part].items()
        for word in words
        if key != "block" and heading(word).key in vocabulary.words(context)
    }
    assert listed == set()


@pytest.mark.parametrize("layout", PARAPHRASED)
def test_every_kind_is_read(layout: str) -> None:
    got = read_back(PARAPHRASED[layout], "docx", range(200, 206))
    assert got.cell_share >= 0.97, got.wrong[:10]
    assert got.forms == [6, 0, 0]
