"""B04: how many units report."""

from tests.rules.building import form, results, run, unit_row

ALL = [unit_row(1, "临江市云溪区水利局"), unit_row(2, "云溪区河道管理所"), unit_row(3, "云溪区水库管理处")]


def test_fires():
    (finding,) = run("B04", form("summary"), *ALL, form(subordinate_count=0))
    assert (finding.expected, finding.observed) == ("2", "0")


def test_near_misses():
    assert results("B04", form("summary"), *ALL, form(subordinate_count=2)) == ["pass"]
    assert results("B04", form("summary"), *ALL[:1], form(subordinate_count=0)) == ["pass"]


def test_without_a_row_of_the_head_office():
    assert results("B04", form("summary"), *ALL[1:], form(subordinate_count=2)) == ["pass"]


def test_not_applicable():
    assert results("B04", form("summary"), *ALL, form()) == ["not_applicable"]
    assert results("B04", form(subordinate_count=3)) == ["not_applicable"]
