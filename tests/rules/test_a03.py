"""A03: the 合计 row of a summary table."""

from tests.rules.building import form, results, run, unit_row


def table(total, *amounts):
    rows = [unit_row(i, f"云溪区第{i}所", budget=x) for i, x in enumerate(amounts, 1)]
    return [form("summary"), *rows, unit_row(99, total=True, budget=total)]


def test_fires():
    finding = run("A03", *table("310.00", "100.00", "200.00"))[0]
    assert (finding.result, finding.expected, finding.observed, finding.difference) == (
        "fail", "300万元", "310万元", "10万元",
    )  # fmt: skip


def test_near_miss_of_rounding():
    assert results("A03", *table("100.02", "33.33", "33.33", "33.34"))[0] == "pass"
    assert results("A03", *table("100.04", "33.33", "33.33", "33.34"))[0] == "fail"


def test_a_blank_row_only_asks():
    assert results("A03", *table("310.00", "100.00", None))[0] == "review"
    assert results("A03", *table("90.00", "100.00", None))[0] == "fail"


def test_not_applicable():
    assert results("A03", form("summary"), unit_row(budget="1")) == ["not_applicable"]
    assert results("A03", *table(None, "100.00"))[0] == "not_applicable"
