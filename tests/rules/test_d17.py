"""D17: a proud total."""

from tests.rules.building import form, results, row, run


def parts(total, weight):
    return [form(total_score=total), row(target=(">=90", "%"), actual=("80", "%"), weight=weight, score=1)]


def test_fires():
    (finding,) = run("D17", *parts(92, 22))
    assert (finding.result, finding.severity) == ("review", "提示")


def test_near_misses():
    assert results("D17", *parts(92, 2)) == ["pass"]
    assert results("D17", *parts(82, 22)) == ["pass"]


def test_not_applicable():
    assert results("D17", *parts(None, 22)) == ["not_applicable"]
