"""D11: full marks throughout."""

from tests.rules.building import results, row, run


def rows(number, level1="管理指标", last=1):
    full = [row(i, level1=level1, weight=1, score=1) for i in range(1, number)]
    return [*full, row(number, level1=level1, weight=1, score=last)]


def test_fires():
    assert run("D11", *rows(17))[0].message == "“管理指标”17行全部得满分"


def test_near_misses():
    assert results("D11", *rows(17, last="0.5")) == ["pass"]


def test_not_applicable():
    assert results("D11", *rows(9)) == ["not_applicable"]
    assert results("D11", *rows(25, level1="产出指标")) == ["not_applicable"]
