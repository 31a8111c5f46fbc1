"""B03: one unit, one name."""

import pytest

from tests.rules.building import form, results, run, unit_row


def parts(listed, own):
    return [form("summary"), unit_row(1, listed), form(unit_name=own)]


def test_fires():
    (finding,) = run("B03", *parts("临江市云溪区科技和工业信息局", "临江市云溪区科技和工业信息化局"))
    assert (finding.expected, finding.observed) == ("科技和工业信息化局", "科技和工业信息局")


@pytest.mark.parametrize(
    ("listed", "own"),
    [
        ("临江市云溪区水利局", "云溪区水利局"),
        ("水利局", "临江市云溪区水利局"),
        ("青禾县教体局", "青禾县教育体育局"),
        ("云溪区市场监督管理局", "临江市云溪区市场监督管理局（盖章）"),
    ],
)
def test_near_misses(listed, own):
    assert results("B03", *parts(listed, own)) == ["pass"]


def test_not_applicable():
    assert results("B03", form()) == ["not_applicable"]
    rows = [form("summary"), unit_row(1, "青禾县财政局"), unit_row(2, "青禾县审计局")]
    assert results("B03", *rows, form(unit_name="临江市云溪区水利局")) == ["not_applicable"]
