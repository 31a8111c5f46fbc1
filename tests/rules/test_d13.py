"""D13: weight that nothing measures."""

from tests.rules.building import form, results, row, run, section


def rows(*named):
    return [
        row(
            i,
            level2=f"二级{i}",
            level3=name,
            target=(">=90", "%"),
            actual=("95", "%"),
            weight=weight,
            score=weight,
        )
        for i, (name, weight) in enumerate(named, 1)
    ]


BLANK = row(9, level1="效果指标", level2="可持续影响指标", level2_weight=10, level3="无")


def test_fires():
    found = run("D13", *rows(("推动当地经济发展", 10), ("鼓励企业科技创新", 15), ("资金执行率", 65)), BLANK)
    assert found[0].message == (
        "不可衡量的权重35分，占100分的35%：“推动当地经济发展”、“鼓励企业科技创新”、“可持续影响指标（10分）”"
    )


def test_a_satisfaction_without_a_survey_counts():
    parts = [*rows(("推动当地经济发展", 10), ("资金执行率", 70), ("企业满意率", 10)), BLANK]
    report = [form(), form("report"), section("satisfaction", "企业满意度高。")]
    assert results("D13", *parts) == ["pass"]
    assert results(
        "D13", *rows(("推动当地经济发展", 20), ("资金执行率", 69), ("企业满意率", 11)), *report
    ) == ["fail"]


def test_near_misses():
    measured = rows(("推动企业研发投入增长率", 40), ("资金执行率", 60))
    assert results("D13", *measured) == ["pass"]


def test_not_applicable():
    assert results("D13", row(level3="推动当地经济发展")) == ["not_applicable"]
