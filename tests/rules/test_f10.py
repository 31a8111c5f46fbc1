"""F10: speakers and organs of another level."""

import pytest

from rules.checking import check
from rules.families import find
from rules.profile import default
from tests.rules.building import form
from tests.rules.narrating import narrated, say, told, worst


def test_fires():
    (finding,) = say("F10", told("budget", "我区严格按照财政要求，及时完成单位会计核算。"))
    assert (finding.result, finding.severity, finding.observed) == ("fail", "提示", "我区")


def test_organs_of_two_levels():
    text = "局机关内设4个科室。各处室负责人任小组成员。"
    assert worst("F10", told("process", text)) == "fail"


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("budget", "我局严格按照财政要求，及时完成单位会计核算。"),
        ("outputs", "服务我区企业120家。我区企业积极参与。"),
        ("outputs", "我区严格落实河长制。"),
        ("budget", "我区企业认真执行财务制度。"),
        ("process", "局机关内设4个科室，各科室负责人任小组成员。"),
    ],
)
def test_near_misses(key, text):
    assert worst("F10", told(key, text)) == "pass"


def test_a_town_may_speak_for_itself():
    view = narrated(form(), told("budget", "我镇严格按照财政要求，及时完成会计核算。"))
    view.record.unit_name = "青禾县云溪镇人民政府"
    assert [x.result for x in check(view, default(), [find("F10")])] == ["pass"]


def test_without_a_report_nothing_is_said():
    assert worst("F10") == "not_applicable"
