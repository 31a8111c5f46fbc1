"""E08: a name that holds its result or is a question."""

from tests.rules.building import form, results, row, run


def test_a_result_in_the_name():
    line = row(level3="新建水闸6座（任务数5座）", target=(">=5", "座"), actual=("6", "座"))
    (finding,) = run("E08", line)
    assert finding.message == "指标名称“新建水闸6座（任务数5座）”写有完成结果6座"


def test_a_question():
    (finding,) = run("E08", row(level3="补助对象是否符合标准", target="符合标准", actual="符合标准"))
    assert "含“是否”" in finding.message


def test_near_misses():
    rows = [
        row(1, level3="补助对象合规率", target=("100", "%"), actual=("100", "%")),
        row(2, level3="新建水闸数（任务数5座）", target=(">=5", "座"), actual=("6", "座")),
        row(3, level3="2021年底完成", target=("100", "%"), actual=("100", "%")),
    ]
    assert results("E08", *rows) == ["pass"]


def test_not_applicable():
    assert results("E08", form()) == ["not_applicable"]
