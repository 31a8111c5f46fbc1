"""Whole submissions in a fresh hand: honest ones accused of nothing, what is planted in the others found."""

import hashlib
import tomllib
from pathlib import Path

import pytest

from extractors.extract import extract
from extractors.reading import read
from extractors.submissions import group
from rules.checking import check
from rules.families import ALL_RULES
from rules.linking.link import link
from rules.profile import default
from rules.submission import from_extracts

FOLDER = Path(__file__).parents[2] / "corpus" / "fresh"
TRUTH = tomllib.loads((FOLDER / "truth.toml").read_text(encoding="utf-8"))
RULES = [rule for rule in ALL_RULES if rule.scope == "submission"]


def found(name):
    """The rows read from a drawing, the discrepancies found in it."""
    data = (FOLDER / f"{name}.html").read_bytes()
    one = extract(read(data, f"{name}.html"), hashlib.sha256(data).hexdigest(), f"{name}.html")
    records, forms = group(one.documents, one.forms)
    out = []
    for record in records:
        view = from_extracts([one], record, [x for x in forms if x.submission_id == record.submission_id])
        view.links = link(view)
        out += check(view, default(), RULES)
    return one.indicators, [x for x in out if x.result in {"fail", "review"} and not x.subsumed_by]


def words(finding):
    """Everything that a finding says, without thousands' commas."""
    told = [finding.message, finding.diagnosis, finding.expected, finding.observed]
    return " ".join([*(x or "" for x in told), *(x.text or "" for x in finding.evidence)]).replace(",", "")


@pytest.mark.parametrize("name", [name for name, truth in TRUTH.items() if truth.get("clean")])
def test_an_honest_submission_is_accused_of_nothing(name):
    rows, findings = found(name)
    grave = [x for x in findings if x.result == "fail" and x.severity in {"严重", "重要"}]
    assert [(x.rule_id, x.message) for x in grave] == []
    assert len(rows) == TRUTH[name]["rows"]


@pytest.mark.parametrize("name", [name for name, truth in TRUTH.items() if not truth.get("clean")])
def test_what_is_planted_is_found(name):
    rows, findings = found(name)
    assert len(rows) == TRUTH[name]["rows"]
    for planted in TRUTH[name]["rules"]:
        fitting = [x for x in findings if x.rule_id == planted["rule"] and planted["says"] in words(x)]
        assert fitting, planted
