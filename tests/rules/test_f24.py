"""F24: what is said of all, with a number of exceptions."""

import pytest

from tests.rules.narrating import say, told, worst


@pytest.mark.parametrize(
    ("text", "observed"),
    [
        ("12座水库全部按期完工。其中2座因雨水天气推迟至2022年1月完工。", "2座"),
        ("所有工程均于2021年底前完工，1座水库因征地推迟到2022年5月完工。", "1座"),
        ("工程质量合格率100%，1座水库验收不合格，正在整改。", "1座"),
        ("12座泵站全部按期完工。其中3座因雨水天气推迟至次年完工。", "3座"),
        ("诉求全部办结；3件未办结，转入下月。", "3件"),
    ],
)
def test_fires(text, observed):
    (finding,) = [x for x in say("F24", told("outputs", text)) if x.result == "fail"]
    assert (finding.severity, finding.observed) == ("一般", observed)


@pytest.mark.parametrize(
    "text",
    [
        "除2座水库延期外，其余工程均按期完工。",
        "12座水库全部按期完工。新建泵站3座。",
        "工程质量合格率100%。1座水库首次验收不合格，已整改。",
        "发现隐患36处，全部整改到位。",
        "工程基本完工，2座水库尚未验收。",
        "资金全部到位。上年2个项目延期完工。",
        "全部工程计划明年完工，2座尚未开工。",
    ],
)
def test_near_misses(text):
    assert worst("F24", told("outputs", text)) in {"pass", "not_applicable"}


def test_problems_may_name_exceptions():
    assert worst("F24", told("problems", "工程全部完工，但2座尚未验收。")) == "not_applicable"


@pytest.mark.parametrize(
    "text",
    [
        "补贴资金全部发放到位，12户因账户错误未发放，次月补发。",
        "采购设备全部安装到位，3台未安装的已退货。",
        "补贴全部发放到位，12户因账户信息有误未发放，已于次月补发。",
        "设备全部安装到位，3台未安装，随后退货。",
    ],
)
def test_an_exception_that_is_explained_only_asks(text):
    assert worst("F24", told("outputs", text)) in {"review", "pass", "not_applicable"}
