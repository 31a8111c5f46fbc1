"""F12: two names for one thing."""

import pytest

from tests.rules.building import row, run


def names(*found):
    return [row(number, level3=name) for number, name in enumerate(found, 1)]


def test_asks():
    (finding,) = run("F12", *names("全区中小企业认定数", "认定为科技型中小微企业是否符合标准"))
    assert (finding.result, finding.severity) == ("review", "提示")
    assert len(finding.evidence) == 2


@pytest.mark.parametrize(
    "pair",
    [("规上企业数", "新增企业数"), ("培训教师人次", "培训学生人次"), ("全区企业认定数", "企业认定个数")],
)
def test_near_misses(pair):
    assert [x.result for x in run("F12", *names(*pair))] == ["pass"]


def test_not_applicable():
    assert [x.result for x in run("F12", *names("企业认定数"))] == ["not_applicable"]
