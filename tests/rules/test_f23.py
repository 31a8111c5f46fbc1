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


@pytest.mark.parametrize(
    ("text", "results"),
    [
        (
            "年初预算998.20万元，年中追加88.15万元，全年预算1086.35万元，实际支出1052.07万元，执行率96.8%，结余34.28万元。"
            "基本支出779.57万元，占74.1%，其中人员经费698.12万元、公用经费81.45万元；项目支出272.50万元，占25.9%。",
            {"pass"},
        ),
        (
            "实际支出1052.07万元，结余34.28万元。基本支出779.57万元，占74.1%，"
            "其中人员经费698.12万元、公用经费81.45万元；项目支出272.50万元，占35.9%。",
            {"pass"},
        ),
        ("支出构成中，人员经费120万元；项目支出80万元，占40%。", {"not_applicable"}),
        ("人员经费120万元，公用经费80万元，占40%。", {"not_applicable"}),
        ("培训480人，超额80人，占计划400人的120%。", {"not_applicable"}),
        ("人员经费194.05万元，占69.5%，项目支出占25.9%。", {"not_applicable"}),
        ("全年支出279.35万元，人员经费194.05万元，项目支出占25.9%。", {"not_applicable"}),
        ("办件1200件，网上办理900件，占75%，窗口占25%。", {"pass"}),
        ("办件1200件，网上办理900件，占85%。", {"review"}),
        ("在读者21.3万人次中，少儿8.52万人次，占40%；成人12.78万人次，占60%。", {"pass"}),
        ("接待读者21.3万人次，其中少儿8.52万人次，占40%；成人12.78万人次，占65%。", {"pass", "fail"}),
    ],
)
def test_only_what_the_text_binds(text, results):
    assert {x.result for x in say("F23", told("budget", text))} == results


@pytest.mark.parametrize(
    ("text", "results"),
    [
        ("支出1745万元，其中项目支出1000万元，占57.31%，其中水利支出680万元，占68%。", {"pass"}),
        ("支出1745万元，其中项目支出1000万元，占57.31%，其中水利支出680万元，占58%。", {"pass"}),
        ("参训1200人，合格1100人，占91.67%，其中优秀220人，占20%。", {"pass"}),
        ("受理案件500件，其中刑事100件，占20%，认罪认罚85件，占85%。", {"pass"}),
        ("办理提案50件，其中已解决40件，占80%，满意38件，占95%。", {"pass"}),
        ("全县120个村，建成卫生村60个，占50%，其中省级示范村12个，占20%。", {"pass"}),
        ("基本支出300万元，占本年支出合计的14.67%（本年支出合计2045万元）。", {"not_applicable"}),
        ("基本支出600万元，占总支出的37.5%，一般公共预算总支出1600万元。", {"not_applicable"}),
        ("预算1860万元，总支出1700万元，基本支出745万元，占总支出的53.82%。", {"fail"}),
        ("预算1860万元，总支出1700万元，基本支出745万元，占总支出的43.82%。", {"pass"}),
        ("预算1860万元，支出1745万元，其中一般公共预算支出1600万元，占预算的95%。", {"review"}),
    ],
)
def test_a_whole_within_a_part_or_told_later(text, results):
    money = fund(1, budget="1860.00", executed="1745.00")
    assert {x.result for x in say("F23", money, told("budget", text))} == results
