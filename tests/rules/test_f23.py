"""F23: shares."""

import pytest

from tests.rules.building import fund
from tests.rules.narrating import say, told, worst


@pytest.mark.parametrize(
    ("text", "expected", "observed"),
    [
        ("全年支出1745万元，其中基本支出745万元，占52.69%。", "42.69%", "52.69%"),
        ("共培训1200人，其中妇女420人，占比45%。", "35%", "45%"),
        ("基本支出745万元，占总支出的52.69%。", "42.69%", "52.69%"),
    ],
)
def test_fires(text, expected, observed):
    money = fund(1, budget="1860.00", executed="1745.00")
    (finding,) = [x for x in say("F23", money, told("budget", text)) if x.result == "fail"]
    assert (finding.severity, finding.expected, finding.observed) == ("重要", expected, observed)


@pytest.mark.parametrize(
    "text",
    [
        "全年支出1745万元，其中基本支出745万元，占42.69%，项目支出1000万元，占57.31%。",
        "基本支出745万元，占总支出的42.7%。",
        "共培训1200人，其中妇女420人，占35%。",
        "预算1860万元，支出1745万元，其中项目支出1000万元，占预算的53.76%。",
    ],
)
def test_what_agrees_passes(text):
    money = fund(1, budget="1860.00", executed="1745.00")
    assert worst("F23", money, told("budget", text)) == "pass"


@pytest.mark.parametrize(
    "text",
    [
        "培训420人，占全县从业人员的15%。",
        "基本支出745万元，占52.69%。",
        "安置残疾人20人，占职工总数的15%。",
        "完成12座，占年度任务的80%。",
        "妇女占35%。",
    ],
)
def test_not_applicable(text):
    assert worst("F23", told("budget", text)) == "not_applicable"


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("水利工程支出680万元，占项目支出1000万元的78%。", "fail"),
        ("水利工程支出680万元，占项目支出1000万元的68%。", "pass"),
        ("累计完成投资2100万元，占总投资的91.3%。", "not_applicable"),
    ],
)
def test_a_whole_within_the_share(text, result):
    assert worst("F23", fund(1, budget="1860.00", executed="1745.00"), told("budget", text)) == result
