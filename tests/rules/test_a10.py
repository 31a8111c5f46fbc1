"""A10: the weight in a name and its cell."""

from tests.rules.building import results, row, run


def test_fires():
    (finding,) = run("A10", row(level3="企业满意率", level3_weight=10, weight=5))
    assert finding.message == "“企业满意率”名称标注10分，分值栏印5"


def test_near_misses():
    assert results("A10", row(level3_weight=2, weight="2.0")) == ["pass"]
    merged = {"weight": "t1.r11.c8"}
    pair = [row(i, level3_weight=2, weight=4, places=merged) for i in (1, 2)]
    assert results("A10", *pair) == ["pass"]


def test_not_applicable():
    assert results("A10", row(level3="新认定企业14家", weight=2)) == ["not_applicable"]
    assert results("A10", row(level3_weight=2)) == ["not_applicable"]


def test_the_name_is_quoted_as_printed():
    from extractors.records import Cell

    label = Cell(
        document_id="d", form_id="department", table_at="t1", row=1, column=3, at="t1.r1.c3", use="level3",
        text="企业满意率\n（10分）",
    )  # fmt: skip
    labelled = row(level3="企业满意率", level3_weight=10, weight=5, places={"level3": "t1.r1.c3"})
    (finding,) = run("A10", labelled, label)
    assert finding.evidence[0].text == "企业满意率 （10分）"
