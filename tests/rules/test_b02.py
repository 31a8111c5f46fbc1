"""B02: the self score in the summary table and in the form."""

from tests.rules.building import form, results, run, unit_row


def parts(listed, own):
    return [form("summary"), unit_row(self_score=listed), form(total_score=own)]


def test_fires():
    (finding,) = run("B02", *parts(92, 90))
    assert (finding.expected, finding.observed, finding.difference) == ("90", "92", "2")


def test_near_misses():
    assert results("B02", *parts("92", "92.0")) == ["pass"]


def test_not_applicable():
    assert results("B02", form(total_score=92)) == ["not_applicable"]
    assert results("B02", form("summary"), unit_row(), form(total_score=92)) == ["not_applicable"]
