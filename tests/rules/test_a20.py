"""A20: the execution counted twice."""

from tests.rules.building import form, fund, results, row, run


def parts(total):
    return [
        form(total_score=total),
        fund(1, weight=10, score=10),
        fund(2, "财政拨款", "source", "fiscal", weight=10, score=10),
        row(weight=90, score=85),
    ]


def test_fires():
    (finding,) = run("A20", *parts(105))
    assert (finding.result, finding.expected, finding.difference) == ("fail", "95", "10")


def test_near_miss():
    assert results("A20", *parts(95)) == ["pass"]


def test_not_applicable():
    assert results("A20", form(total_score=95), fund(weight=10, score=10), row(weight=90, score=85)) == [
        "not_applicable"
    ]
    scored_parts = [
        fund(1, "财政拨款", "source", "fiscal", score=5),
        fund(2, "其他", "source", "other", score=5),
    ]
    assert results("A20", form(total_score=95), *scored_parts, row(weight=90, score=85)) == ["not_applicable"]
