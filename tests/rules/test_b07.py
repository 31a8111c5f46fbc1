"""B07: a review that repeats the self score."""

from tests.rules.building import form, results, row, run, unit_row


def parts(review, total=92):
    scores = [row(1, weight=50, score=42), row(2, weight=50, score=40)]
    return [form("summary"), unit_row(self_score=92, review_score=review), form(total_score=total), *scores]


def test_fires():
    (finding,) = run("B07", *parts(92))
    assert (finding.result, finding.severity) == ("fail", "重要")
    assert "得分合计 82 ≠ 92" in finding.message


def test_near_misses():
    assert results("B07", *parts(88)) == ["pass"]
    assert results("B07", *parts(92, total=82)) == ["fail"]  # B02: the two totals differ
    clean = [form("summary"), unit_row(self_score=82, review_score=82), form(total_score=82)]
    assert results("B07", *clean, row(1, weight=100, score=82)) == ["pass"]


def test_not_applicable():
    assert results("B07", form("summary"), unit_row(self_score=92)) == ["not_applicable"]
