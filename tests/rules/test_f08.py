"""F08: everything done beside a rate below 100%."""

import pytest

from tests.rules.narrating import say, told, worst

SHORT = "高企认定14家（任务数34家），完成率41.2%。"


def test_fires():
    (finding,) = say("F08", told("outputs", f"{SHORT}各项工作都在年底前完成，完成率100%。"))
    assert (finding.result, finding.severity) == ("fail", "重要")
    assert finding.message == "文中称“各项工作都在年底前完成，完成率100%”，同一部分写明完成率41.2%"


def test_fires_across_the_parts_of_the_results():
    texts = [
        told("outputs", SHORT, "数量方面", order=1),
        told("outputs", "预期工作都在2021年底前完成，完成率100%。", "时效方面", order=2),
    ]
    assert worst("F08", texts) == "fail"


@pytest.mark.parametrize(
    "text",
    [
        f"{SHORT}除高企认定外，各项工作均已完成。",
        f"{SHORT}各项工作基本完成。",
        "预算执行率96%。各项任务全部完成。",
        f"{SHORT}力争各项任务全部完成。",
    ],
)
def test_near_misses(text):
    assert worst("F08", told("outputs", text)) in {"not_applicable", "pass"}


def test_the_heading_bounds_the_claim():
    texts = [
        told("outputs", SHORT, "数量方面", order=1),
        told("outputs", "各项指标均达到预期标准，完成率100%。", "质量方面", order=2),
    ]
    assert worst("F08", texts) == "pass"


def test_no_claim_says_nothing():
    assert worst("F08", told("outputs", SHORT)) == "not_applicable"


@pytest.mark.parametrize(
    "text",
    [
        "4座水库完成加固并蓄水，高岭水库正在施工。5座水库全部按期完工，年度目标任务完成率100%。",
        "6个小区改造均已完成。其中5个小区完工，东苑小区尚未完工。",
        "3所学校建成，西河学校仍在建设。4所学校已全部投入使用。",
    ],
)
def test_all_finished_and_one_under_way(text):
    assert worst("F08", told("outputs", text)) == "fail"


@pytest.mark.parametrize(
    "text",
    [
        "4座水库完成加固并蓄水，高岭水库正在施工。",
        "5座水库全部按期完工，另有2座正在施工。",
        "4座水库完工，1座正在施工，计划次年汛前5座全部完工。",
        "上年4座水库完工，1座未完工。今年5座水库全部完工。",
        "截至6月底4座水库完工，1座在建。年底5座水库全部完工。",
        "4座桥梁完工，1座在建。5所学校全部完工。",
        "4座桥梁完工，1座在建。5座水库全部完工。",
        "除高岭水库正在施工外，其余4座水库全部完工。",
        "4座水库完成加固，5座水库全部开工。",
    ],
)
def test_all_finished_of_another_matter(text):
    assert worst("F08", told("outputs", text)) in {"pass", "not_applicable", None}


def test_the_heading_may_tell_of_those_that_are():
    heading = "4座水库完成加固并蓄水，高岭水库正在施工"
    parts = [told("outputs", "履职情况良好。"), told("outputs", "5座水库全部按期完工。", heading, order=2)]
    assert worst("F08", parts) == "fail"
