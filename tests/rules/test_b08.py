"""B08: in which unit."""

from tests.rules.building import form, fund, results, run


def test_fires():
    (finding,) = run(
        "B08", form("summary"), form(amount_unit=None, title="整体支出绩效自评表"), fund(budget="751.64")
    )[1:]
    assert finding.message == "“整体支出绩效自评表”有金额而未写明单位；同一报送的其他表以万元为单位"


def test_near_misses():
    assert results("B08", form(), fund(budget="751.64")) == ["pass"]
    in_cell = fund(budget_text="620.82万元", executed="1")
    assert results("B08", form(amount_unit=None), in_cell) == ["pass"]
    assert results("B08", form(amount_unit=None), fund(label="资金总额（万元）", budget="1")) == ["pass"]


def test_not_applicable():
    assert results("B08", form(amount_unit=None)) == ["not_applicable"]
