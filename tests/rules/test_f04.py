"""F04: counts and lists."""

import pytest

from tests.rules.narrating import say, told, worst


@pytest.mark.parametrize(
    ("text", "observed", "expected"),
    [
        ("内设4个科室：办公室、业务科、财务科。", "4个", "3个"),
        ("内设3个职能科室：办公室、业务科、财务科、法规科，在职22名。", "3个", "4个"),
        ("抓好4个方面工作：一是强化宣传；二是严格执法；三是规范管理。", "4个方面", "3个"),
    ],
)
def test_fires(text, observed, expected):
    (finding,) = [x for x in say("F04", told("duties", text)) if x.result != "pass"]
    assert (finding.result, finding.severity) == ("fail", "一般")
    assert (finding.observed, finding.expected) == (observed, expected)


def test_a_list_before_its_count_only_asks():
    assert worst("F04", told("duties", "下设办公室、财务股、工程股四个股室。")) == "review"


@pytest.mark.parametrize(
    "text",
    [
        "内设4个科室：办公室、业务科、财务科、法规科。",
        "内设3个科室：办公室、业务科和财务科。",
        "内设2个科室：办公室、科技和信息科。",
        "内设3个科室：办公室（挂督查室、信访室牌子）、业务科、财务科。",
        "检查发现5个问题：整改完成3个，正在整改2个。",
        "会同公安、交通等5个部门开展整治。",
        "完成学校、医院五个项目。",
        "对接市科技局、工信局、市统战部三个市直部门。",
        "抓好3个方面工作：一是强化宣传；二是严格执法；三是规范管理。",
        "建成5个中心：文化、体育、养老等。",
        "主要有6个项目，包括道路、桥梁。",
    ],
)
def test_near_misses(text):
    assert worst("F04", told("duties", text)) in {"not_applicable", "pass"}


def test_a_count_without_a_list_says_nothing():
    assert worst("F04", told("duties", "辖柳河、青石2个站，改造小区11个。")) in {"not_applicable", "pass"}
