"""C08: figures inside indicator names."""

import pytest

from tests.rules.building import row
from tests.rules.narrating import say, worst


def named(name, actual, unit="家", target=">=34"):
    return row(1, level3=name, target=(target, unit), actual=(actual, unit))


def test_fires():
    (finding,) = say("C08", named("新认定高新技术企业14家", "15"))
    assert (finding.result, finding.severity) == ("fail", "重要")
    assert finding.message == "指标名称中为14家，本行完成值为15家"


@pytest.mark.parametrize(
    ("name", "actual", "unit", "target"),
    [
        ("新认定高新技术企业14家", "14", "家", ">=34"),
        ("新认定高新技术企业34家", "14", "家", ">=34"),
        ("新认定高新技术企业（任务数34家）", "14", "家", ">=34"),
        ("产值超10亿元企业数", "14", "家", ">=12"),
        ("60岁以上老年人体检人数", "1200", "人", ">=1000"),
        ("5个重点项目开工数", "4", "个", ">=4"),
        ("2021年底完成", "100", "%", "100"),
    ],
)
def test_near_misses(name, actual, unit, target):
    assert worst("C08", named(name, actual, unit, target)) in {"not_applicable", "pass"}


def test_a_target_inside_the_name():
    assert worst("C08", named("新认定高新技术企业（任务数30家）", "14")) == "fail"


def test_a_name_without_figures_says_nothing():
    assert worst("C08", named("新认定高新技术企业", "14")) == "not_applicable"
