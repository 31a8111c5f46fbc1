"""B11: one slogan a year."""

from tests.rules.building import form, goal, results, run, section


def parts(first, second):
    return [form(), goal(actual=first), form("report"), section("duties", second)]


def test_fires():
    (finding,) = run(
        "B11", *parts("紧紧围绕“生态水城、活力云溪”的发展定位", "围绕“人文云溪，幸福水乡”的发展定位")
    )
    assert (finding.result, finding.expected, finding.observed) == (
        "fail",
        "生态水城、活力云溪",
        "人文云溪，幸福水乡",
    )


def test_near_misses():
    same = parts("围绕“生态水城、活力云溪”的发展定位", "发展定位为“生态水城，活力云溪”")
    assert results("B11", *same) == ["pass"]
    levels = parts("围绕全省“工业强省”的发展战略", "围绕全区“生态水城”的发展战略")
    assert results("B11", *levels) == ["not_applicable"]


def test_not_applicable():
    assert results("B11", form(), goal(actual="围绕“生态水城”的发展定位")) == ["not_applicable"]
