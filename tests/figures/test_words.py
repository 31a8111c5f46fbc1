"""Words with their tags: rjieba and jieba read one dictionary."""

from __future__ import annotations

from pathlib import Path

from extractors import words
from tests.figures import scoring

SENTENCES = Path(__file__).parent / "sentences" / "dev.jsonl"


def test_a_phrase_is_cut_with_its_tags() -> None:
    assert words.segment("检查托幼机构") == (("检查", "vn"), ("托幼", "nr"), ("机构", "n"))
    assert [words.is_verb(word) for word in words.segment("储备化肥")] == [True, False]
    assert words.is_noun(words.segment("公厕")[0])
    assert words.segment("") == ()


def test_both_cut_the_subjects_of_the_labelled_sentences_alike() -> None:
    names = (figure["subject"] or "" for entry in scoring.read(SENTENCES) for figure in entry["figures"])
    subjects = {name for name in names if not name.isascii() and not any(map(str.isdigit, name))}
    fast, slow = words._rjieba(), words._jieba()
    differing = [text for text in sorted(subjects) if fast(text) != slow(text)]
    assert len(subjects) > 300
    assert differing == []
