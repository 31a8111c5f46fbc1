"""B06: the supervisor has reviewed enough."""

from tests.rules.building import form, results, run, unit_row


def rows(*scores):
    places = {"review_score": "t9.r1.c7"}
    return [unit_row(i, f"云溪区第{i}所", review_score=x, places=places) for i, x in enumerate(scores, 1)]


def test_fires():
    (finding,) = run("B06", form("summary"), *rows(90, None, 88))
    assert (finding.result, finding.expected) == ("fail", "本级和2个所属单位")
    assert results("B06", form("summary"), *rows(None, 90)) == ["fail"]


def test_near_misses():
    assert results("B06", form("summary"), *rows(90, 91, 92, 93, None)) == ["pass"]
    assert results("B06", form("summary"), *rows(90)) == ["pass"]


def test_nothing_reviewed_yet_only_asks():
    assert results("B06", form("summary"), *rows(None, None)) == ["review"]


def test_not_applicable():
    assert results("B06", form()) == ["not_applicable"]
    assert results("B06", form("summary"), unit_row()) == ["not_applicable"]
