"""Whole submissions in fresh hands: honest ones accused of nothing, what is planted in the others found."""

import tomllib
from functools import cache
from pathlib import Path

import pytest

from corpus.fresh_score import found, grave, says, words

CORPUS = Path(__file__).parents[2] / "corpus"
FOLDERS = ("fresh", "fresh2", "fresh3")
TRUTH = {
    (folder, name): truth
    for folder in FOLDERS
    for name, truth in tomllib.loads((CORPUS / folder / "truth.toml").read_text(encoding="utf-8")).items()
}
read = cache(lambda folder, name: found(CORPUS / folder / f"{name}.html"))


@pytest.mark.parametrize(("folder", "name"), [key for key, truth in TRUTH.items() if truth.get("clean")])
def test_an_honest_submission_is_accused_of_nothing(folder, name):
    rows, findings = read(folder, name)
    assert [(x.rule_id, x.message) for x in findings if grave(x)] == []
    assert len(rows) == TRUTH[folder, name]["rows"]


@pytest.mark.parametrize(("folder", "name"), [key for key, truth in TRUTH.items() if not truth.get("clean")])
def test_what_is_planted_is_found(folder, name):
    rows, findings = read(folder, name)
    truth = TRUTH[folder, name]
    assert len(rows) == truth["rows"]
    for planted in truth["rules"]:
        said = [x for x in findings if _says(folder, x, planted["says"])]
        named = [x for x in said if x.rule_id == planted["rule"]]
        by_another = [x for x in said if planted["says"] and x.severity != "提示" and folder != "fresh"]
        assert named or by_another or planted.get("missed"), planted


def _says(folder, finding, text):
    """In the first set a number may also be part of a longer one."""
    return not text or (text in words(finding) if folder == "fresh" else says(finding, text))


def test_what_is_planted_in_the_later_sets_is_accused_of_and_nothing_else():
    for (folder, name), truth in TRUTH.items():
        if folder != "fresh" and not truth.get("clean"):
            told = [x for x in read(folder, name)[1] if grave(x)]
            fitting = [
                x
                for x in told
                for y in truth["rules"]
                if (y["says"] and says(x, y["says"])) or x.rule_id == y["rule"]
            ]
            assert [(x.rule_id, x.message) for x in told if x not in fitting] == [], name
