"""F19: posts and staff of one paragraph."""

import pytest

from tests.rules.narrating import say, told, worst


@pytest.mark.parametrize(
    ("text", "severity", "expected"),
    [
        ("核定编制46名，年末实有在职人员52人。", "一般", "不多于编制46名，或说明超编原因"),
        ("我局行政编制20名、事业编制26名，实有在职人员48人。", "一般", "不多于编制46名，或说明超编原因"),
        ("编制15名，在职人员14人，在职人员控制率98.33%。", "重要", "93.33%"),
    ],
)
def test_fires(text, severity, expected):
    (finding,) = [x for x in say("F19", told("overview", text)) if x.result == "fail"]
    assert (finding.severity, finding.expected) == (severity, expected)


@pytest.mark.parametrize(
    "text",
    [
        "编制46名，在职45人，退休20人。",
        "编制15名，实有人员14人，在职人员控制率93.33%。",
        "核定编制46名，其中行政编制20名、事业编制26名，在职46人。",
        "行政编制10名，事业编制40名，在职人员48人。",
    ],
)
def test_near_misses(text):
    assert worst("F19", told("overview", text)) == "pass"


@pytest.mark.parametrize(
    "text",
    ["年末在职人员52人。", "编制46名。", "编制46名，退休人员60人。", "内设科室5个。"],
)
def test_not_applicable(text):
    assert worst("F19", told("overview", text)) == "not_applicable"


def test_posts_of_one_kind_only_ask():
    assert worst("F19", told("overview", "行政编制12名，在职14人。")) == "review"


def test_staff_without_posts_beside_only_asks():
    assert worst("F19", told("overview", "编制46名，实有在职人员52人，聘用人员8人。")) == "review"


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("编制46名，年末实有人数60人，其中在职44人，退休16人。", "review"),
        ("编制30名，年末在职人员32人，其中政府购买服务人员4人。", "review"),
        ("编制46名，实有在职人员52人，退休16人。", "fail"),
    ],
)
def test_persons_without_a_post_among_the_count_only_ask(text, result):
    assert worst("F19", told("overview", text)) == result


@pytest.mark.parametrize("text", ["编制30名，实有财政供养人员45人。", "全局编制46人，现有干部职工58人。"])
def test_a_count_that_may_hold_others_only_asks(text):
    assert worst("F19", told("overview", text)) == "review"
