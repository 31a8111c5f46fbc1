"""E15: a row of a 汇总表 with fewer cells than columns."""

from tests.rules.building import form, results, run, unit_row

COLUMNS = ("budget", "executed", "rate", "self_score", "review_score")
VALUES = {"budget": "10", "executed": "9", "rate": "90%", "self_score": "92"}


def line(number, columns, **more):
    places = {name: f"t9.r{number}.c{i}" for i, name in enumerate(columns, 3)}
    return unit_row(number, places=places, **VALUES, **more)


def test_fires():
    (finding,) = run("E15", form("summary"), line(1, COLUMNS), line(2, COLUMNS[:4], total=True))
    assert finding.message == "“合计”行与表头栏数不一，没有与复核分数对应的单元格"
    assert (finding.expected, finding.observed, finding.severity) == ("5栏", "4栏", "提示")


def test_near_misses():
    assert results("E15", form("summary"), line(1, COLUMNS), line(2, COLUMNS, total=True)) == ["pass"]
    four = COLUMNS[:4]
    assert results("E15", form("summary"), line(1, four), line(2, four, total=True)) == ["pass"]


def test_not_applicable():
    assert results("E15", form("summary"), line(1, COLUMNS)) == ["not_applicable"]
    assert results("E15", form("summary"), unit_row(1), unit_row(2, total=True)) == ["not_applicable"]
