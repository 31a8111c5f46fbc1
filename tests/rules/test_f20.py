"""F20: one unit, two numbers."""

import pytest

from tests.rules.narrating import say, told, worst


@pytest.mark.parametrize(
    ("one", "other", "subject"),
    [
        ("我局编制60名，年末在职人员52人。", "2021年末在职人员56人，公用经费按标准执行。", "在职人数"),
        ("核定编制60名。", "单位编制64名，在职52人。", "编制数"),
        ("局内设5个科室。", "我局内设机构6个。", "内设机构数"),
    ],
)
def test_fires(one, other, subject):
    found = say("F20", told("overview", one), told("budget", other, order=2))
    (finding,) = [x for x in found if x.result == "fail"]
    assert (finding.severity, finding.subject) == ("重要", subject)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("年末在职人员52人。", "年末在职人员52人。"),
        ("年末在职人员52人。", "实有人员58人。"),
        ("年末在职人员52人。", "其中行政在职20人。"),
        ("年末在职人员52人。", "2020年末在职人员50人。"),
        ("年末在职人员52人。", "年初在职人员55人。"),
        ("年末在职人员52人。", "下属单位在职人员30人。"),
        ("核定编制60名。", "行政编制20名，事业编制40名。"),
        ("行政编制13名，实有12人；下设网上信访中心，事业编制5名，实有4人。", "实有16人。"),
    ],
)
def test_near_misses(one, other):
    assert worst("F20", told("overview", one), told("budget", other, order=2)) in {"pass", "not_applicable"}
