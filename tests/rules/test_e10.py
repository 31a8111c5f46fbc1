"""E10: numbers of headings that skip, repeat, change their style."""

import pytest

from tests.rules.building import form, run, section


def report(*numbers, depth=1, text="正文。"):
    parts = [
        section("other", text, heading=f"标题{i}", order=i, number_text=number)
        for i, number in enumerate(numbers)
    ]
    for part in parts:
        part.depth = depth
    return [form("report"), *parts]


def result(*numbers, **more):
    (finding,) = run("E10", *report(*numbers, **more))
    return finding.result, finding.confidence


@pytest.mark.parametrize(
    "numbers", [("一、", "二、", "四、"), ("一、", "二、", "二、"), ("（一）", "（三）")]
)
def test_fires(numbers):
    assert result(*numbers) == ("fail", "推断")


@pytest.mark.parametrize("numbers", [("（1）", "（二）", "（三）"), ("二、", "三、")])
def test_what_a_conversion_may_have_done_is_a_lead(numbers):
    assert result(*numbers) == ("review", "线索")


@pytest.mark.parametrize("numbers", [("一、", "二、", "三、"), ("1.", "2.", "1.", "2.")])
def test_near_misses(numbers):
    assert result(*numbers)[0] == "pass"


def test_a_number_that_the_text_holds_is_not_missing():
    assert result("一、", "三、", text="正文。\n二、资金使用总体规范，未列为标题。")[0] == "pass"


def test_deeper_lists_are_not_headings():
    assert result("（1）", "（3）", depth=3)[0] == "pass"


def test_nothing_without_a_report():
    assert run("E10", form()) == []
