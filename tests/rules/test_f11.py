"""F11: numbers of lists."""

import pytest

from tests.rules.narrating import say, told, worst


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("1、加强预算。\n2、加强培训。\n4、加强监督。\n4、完善制度。", "编号不连续：1、2、4、4"),
        ("（1）宣传。\n（2）培训。\n（2）监督。", "编号重复：1、2、2"),
        ("一是加强预算；三是加强培训。", "编号不连续：1、3"),
    ],
)
def test_fires(text, shown):
    (finding,) = say("F11", told("measures", text))
    assert (finding.result, finding.severity) == ("fail", "提示")
    assert finding.message == f"“改进措施”下的{shown}"


@pytest.mark.parametrize(
    "text",
    [
        "1.监督。\n2.服务。\n3.宣传。",
        "1.监督：\n（1）检查。\n（2）整改。\n2.服务：\n（1）走访。\n（2）帮办。",
        "2021年完成改造。\n3.5万元用于培训。",
        "一是加强预算；二是加强培训。另一方面，一是监督，二是考核。",
        "1.只有一条。",
    ],
)
def test_near_misses(text):
    assert worst("F11", told("measures", text)) in {"not_applicable", "pass"}


def test_lists_of_two_sections_are_two_lists():
    texts = [told("duties", "1.监督。\n2.服务。", order=1), told("measures", "1、预算。\n2、培训。", order=2)]
    assert worst("F11", texts) == "pass"


def test_a_list_that_begins_later_only_asks():
    assert worst("F11", told("measures", "2、加强培训。\n3、加强监督。")) == "review"
