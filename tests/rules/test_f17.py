"""F17: price, count, amount in one sentence."""

import pytest

from tests.rules.narrating import say, told, worst


@pytest.mark.parametrize(
    ("text", "expected", "observed"),
    [
        ("其中养老服务券每张300元，共6240张，支出197.2万元。", "187.2万元", "197.2万元"),
        ("新建小型水库12座，每座投资45万元，共投资480万元。", "540万元", "480万元"),
        ("培训386人，人均费用200元，支出8.72万元。", "7.72万元", "8.72万元"),
        ("按每人每年1200元标准，补助320名学生，发放资金34.8万元。", "38.4万元", "34.8万元"),
        ("补助标准500元/亩，补助面积1200亩，发放补助资金62万元。", "60万元", "62万元"),
        ("受益人口52000人，户均受益人口4人，受益1.5万户。", "60000人", "52000人"),
    ],
)
def test_fires(text, expected, observed):
    (finding,) = [x for x in say("F17", told("outputs", text)) if x.result == "fail"]
    assert (finding.severity, finding.expected, finding.observed) == ("重要", expected, observed)


@pytest.mark.parametrize(
    "text",
    [
        "新建小型水库12座，每座投资40万元，共投资480万元。",
        "养老服务券每张300元，共6240张，支出187.2万元。",
        "按每人每年1200元标准，补助320名学生，发放资金38.4万元。",
        "补助水管员45人，每人每月500元，全年发放补助27万元。",
        "补助水管员45人，每人每月500元，发放补助13.5万元。",  # six months
        "每人每天80元，培训120人，共3天，支出2.88万元。",
    ],
)
def test_what_multiplies_out_passes(text):
    assert worst("F17", told("outputs", text)) == "pass"


@pytest.mark.parametrize(
    "text",
    [
        "改造危房52户，每户补助2万元，总投资260万元。",  # a subsidy is no investment
        "带动农户1300户，户均增收3200元，实现产值860万元。",
        "每座投资不超过45万元，新建12座，共投资480万元。",
        "农村低保户每人补助420元，特困户每人补助630元，保障3200人，发放资金1930万元。",  # two prices
        "每村补助3万元，共补助85个村，其中中央资金180万元。",
        "新建水库12座，共投资480万元。",
        "人均费用控制在300元以内，培训386人，支出8.72万元。",
    ],
)
def test_where_another_amount_or_price_is_meant(text):
    assert worst("F17", told("outputs", text)) == "not_applicable"


def test_months_of_unknown_number_are_a_lead():
    text = "聘用护林员45人，每人每天80元，全年发放补助240万元。"
    assert worst("F17", told("outputs", text)) == "review"


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("其中专项债券1亿元、财政资金5000万元。债券期限15年，票面利率3.05%，年利息350万元。", "fail"),
        ("其中专项债券1亿元、财政资金5000万元。债券期限15年，票面利率3.05%，年利息305万元。", "pass"),
        ("发放贴息贷款320万元，贷款利率3.05%。", "not_applicable"),
        ("新建实训室10间，总面积3200平方米，平均每间360平方米。", "fail"),
        ("新建实训室10间，总面积3200平方米，平均每间320平方米。", "pass"),
        ("支出构成：户厕补助92.4万元，垃圾分类亭67.2万元（24个，每个2.8万元），保洁100.36万元。", "pass"),
    ],
)
def test_interest_and_other_units(text, result):
    assert worst("F17", told("outputs", text)) in {result, "not_applicable" if result == "pass" else result}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全年培训12期360人次，平均每期45人次。", ["30人次"]),
        ("全年培训12期360人次，平均每期30人次。", []),
        ("全年培训360人次，举办12期，平均45人次/期。", ["30人次/期"]),
        ("举办讲座83场，参与群众6640人次，场均80人次。", []),
        ("举办讲座83场，参与群众6640人次，场均90人次。", ["80人次"]),
        ("走访250户1000人，户均4人。", []),
        ("走访250户1000人，户均5人。", ["4人"]),
        ("全年培训12期360人次，平均每期约45人次。", []),
        ("全年培训12期，其中骨干60人次，平均每期45人次。", []),
        ("全年培训12期360人次；另办沙龙，平均每期45人次。", []),
        ("接待读者21.3万人次，日均接待读者710人次。", []),
    ],
)
def test_means_of_things(text, expected):
    found = say("F17", told("outputs", text))
    assert [x.expected for x in found if x.result == "fail"] == expected


@pytest.mark.parametrize(
    ("text", "expected", "observed"),
    [
        (
            "案件补贴26.8万元（134件，平均每件2200元），宣传10.3万元，热线运行8.02万元。",
            "29.48万元",
            "26.8万元",
        ),
        ("道路工程3340万元（3.6公里，每公里900万元）、招商经费612万元。", "3240万元", "3340万元"),
        ("慰问金6.0万元（120户×600元）、会议费3万元。", "7.2万元", "6.0万元"),
        ("采购电脑45台，单价0.52万元，合计24.3万元。", "23.4万元", "24.3万元"),
        ("护林员6200人，人均管护面积1,250亩，管护总面积77.5万亩。", "775万亩", "77.5万亩"),
    ],
)
def test_an_amount_with_its_bracket(text, expected, observed):
    (finding,) = [x for x in say("F17", told("budget", text)) if x.result == "fail"]
    assert (finding.severity, finding.expected, finding.observed) == ("重要", expected, observed)


@pytest.mark.parametrize(
    "text",
    [
        "案件补贴26.8万元（134件，每件2000元），宣传10.3万元，热线运行8.02万元。",
        "道路工程3240万元（3.6公里，每公里约900万元）、招商经费612万元。",
        "补助50万元（120户，每户补助标准5000元）、会议费3万元。",
        "设备款18万元（45台，每台0.52万元，已付进度款）、会议费3万元。",
        "慰问金7.2万元（600元/户×120户）、会议费3万元。",
        "培训费7.2万元（60人，每人每天400元，3天）、会议费3万元。",
        "监测点150个（25个乡镇，每乡镇5个），巡查3次。",
        "电脑采购23.4万元（45台，单价0.52万元）、打印机3万元。",
        "采购电脑45台，单价0.52万元，合计23.4万元。",
    ],
)
def test_a_bracket_that_fits_or_says_otherwise(text):
    assert not [x for x in say("F17", told("budget", text)) if x.result in {"fail", "review"}]


def elsewhere(total, count="6200名"):
    said = f"护林员人均管护面积1,250亩，管护总面积{total}。"
    return told("outputs", said), told("effects", f"选聘生态护林员{count}。", order=2)


def test_a_total_with_its_point_misplaced():
    (finding,) = [x for x in say("F17", *elsewhere("77.5万亩")) if x.result == "fail"]
    assert (finding.expected, finding.observed) == ("775万亩", "77.5万亩")
    assert worst("F17", *elsewhere("775万亩")) == "not_applicable"
    assert worst("F17", *elsewhere("77.5万亩", "620名")) == "not_applicable"
    assert worst("F17", *elsewhere("90万亩")) == "not_applicable"


@pytest.mark.parametrize(
    "text",
    [
        "每座投资40万元，新建12座，本年已完成投资300万元。",
        "每张300元，共6240张，已支出150万元，其余下年支付。",
        "每张300元，共6240张，支出150万元，其余下年支付。",
        "每人补助500元，共320人，省级财政补助资金8万元，其余由县级承担。",
        "每亩补助200元，共3000亩，第一批拨付资金40万元。",
    ],
)
def test_a_part_paid_is_no_total(text):
    assert worst("F17", told("outputs", text)) == "not_applicable"


def test_the_rest_of_the_things_is_no_rest_of_the_amount():
    text = "购置诊断仪8台，每台62万元，计486万元；其余设备及配套支出按合同据实结算。"
    assert worst("F17", told("outputs", text)) == "fail"
