"""Findings leave with the documents that they quote, and no others do."""

import hashlib

import pytest

from extractors.records import Evidence, Finding
from pipeline.rows import to_arrow
from pipeline.stale import findings_that_mention
from pipeline.store import Change, commit, open_dataset


def identity(text):
    return hashlib.sha256(text.encode()).hexdigest()


def finding(number, owner, *quoted, document=None):
    return Finding(
        finding_id=f"{number:02d}",
        rule_id="B12",
        result="fail",
        severity="严重",
        confidence="确定",
        submission_id=owner and identity(owner)[:20],
        document_id=document and identity(document),
        message="不一致",
        evidence=[Evidence(role="表", text="1", document_id=q and identity(q)) for q in quoted],
    )


FINDINGS = [
    finding(1, "甲", "a"),
    finding(2, "甲", "a", "b"),  # quotes another unit's document
    finding(3, "乙", "b"),
    finding(4, "丙", "c", document="b"),
    finding(5, None, None, "b"),
    finding(6, "丁"),
]


@pytest.mark.parametrize(
    ("gone", "left"),
    [
        ({"a"}, ["03", "04", "05", "06"]),
        ({"b"}, ["01", "06"]),
        ({"c"}, ["01", "02", "03", "05", "06"]),
        ({"nobody"}, ["01", "02", "03", "04", "05", "06"]),
        (set(), ["01", "02", "03", "04", "05", "06"]),
    ],
)
def test_findings_that_quote_a_document_leave_with_it(tmp_path, gone, left):
    commit(tmp_path, {"findings": Change([to_arrow("findings", FINDINGS)[0]])}, {})
    dataset = open_dataset(tmp_path)
    change = findings_that_mention(dataset, {identity(name) for name in gone}, Change())
    commit(tmp_path, {"findings": change}, {})
    assert sorted(open_dataset(tmp_path).read_table("findings")["finding_id"].to_pylist()) == left


def test_a_submission_whose_findings_leave_anyway_is_not_brought_back(tmp_path):
    commit(tmp_path, {"findings": Change([to_arrow("findings", FINDINGS)[0]])}, {})
    change = Change(keys={identity("甲")[:20]})
    change = findings_that_mention(open_dataset(tmp_path), {identity("b")}, change)
    commit(tmp_path, {"findings": change}, {})
    assert open_dataset(tmp_path).read_table("findings")["finding_id"].to_pylist() == ["06"]
