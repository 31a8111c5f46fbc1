"""F03: growth beside the figures of two years."""

import pytest

from tests.rules.narrating import say, told, worst


def test_fires():
    (finding,) = say("F03", told("outputs", "规上产值55.73亿元，比上年50.21亿元增长15%。"))
    assert (finding.result, finding.severity, finding.expected) == ("fail", "重要", "10.99%")


@pytest.mark.parametrize(
    ("text", "diagnosis"),
    [
        ("规上产值55亿元，比上年50亿元增长110%。", "写的是比率，不是增幅"),
        ("收入792.22万元，同比上年度增加189.25万元，增长39.31%。", None),
        ("产值由50.0亿元增长到55.0亿元，增长12%。", None),
        ("事故由上年的12件下降到9件，下降33%。", None),
    ],
)
def test_fires_in_other_forms(text, diagnosis):
    findings = [x for x in say("F03", told("outputs", text)) if x.result == "fail"]
    assert [x.diagnosis for x in findings] in ([diagnosis], [])
    assert findings or "事故" in text


@pytest.mark.parametrize(
    "text",
    [
        "规上产值55.73亿元，比上年50.21亿元增长11.0%。",
        "规上产值55.73亿元，比上年50.21亿元增长11%。",
        "收入792.22万元，同比上年度增加189.25万元，增加31.39%。",
        "满意度由90%提高到95%，提高5个百分点。",
        "产值由60亿元下降到54亿元，下降10%。",
    ],
)
def test_near_misses(text):
    assert worst("F03", told("outputs", text)) in {"not_applicable", "pass"}


def test_without_the_earlier_year_the_base_is_noted():
    (finding,) = say("F03", told("outputs", "规上工业企业总产值55.73亿元，同比增长11%。"))
    assert finding.result == "not_applicable"
    assert finding.message.endswith("隐含的上年数在49.98亿元至50.44亿元之间")


def test_points_written_as_percent_are_a_hint():
    finding = next(
        x for x in say("F03", told("effects", "知晓率81%，比上年的75%提高6%。")) if x.result == "fail"
    )
    assert (finding.severity, finding.diagnosis) == ("提示", "两个百分数之差，单位应为百分点")


@pytest.mark.parametrize(("rate", "result"), [("12.3%", "fail"), ("5.1%", "pass"), ("5%", "pass")])
def test_the_earlier_figure_behind_the_rate(rate, result):
    text = f"收取公证费32.8万元，同比增长{rate}，上年为31.2万元。"
    assert worst("F03", told("effects", text)) == result


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全年支出1745万元，比上年1620万元增加135万元。", ["增加125万元"]),
        ("全年支出1745万元，比上年1620万元减少125万元。", ["增加125万元"]),
        ("培训人次由上年的350人次增加到386人次，增加46人次。", ["增加36人次"]),
        ("全年支出1745万元，比上年1620万元增加125万元，增长7.72%。", []),
        ("全年支出1620万元，比上年1745万元减少125万元。", []),
    ],
)
def test_the_amount_of_growth(text, expected):
    found = say("F03", told("budget", text))
    assert [x.expected for x in found if x.result == "fail"] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("污水治理率63.2%，较上年的58.7%提高7.7个百分点。", ["增加4.5百分点"]),
        ("教师占比由68.2%提高到74.6%，提高6.4个百分点。", []),
        ("到馆读者18.4万人次，其中1—6月7.9万人次，下半年10.5万人次，同比增长12.2%（上年16.4万人次）。", []),
        ("平均响应时间26分钟，比去年的31分钟快5分钟。", []),
    ],
)
def test_percentage_points_and_parts(text, expected):
    found = say("F03", told("budget", text))
    assert [x.expected for x in found if x.result == "fail"] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("较上年支出265.10万元增加14.25万元，增长5.4%。", []),
        ("较上年支出265.10万元增加14.25万元，增长7.4%。", ["5.38%"]),
        ("2021年支出279.35万元，较上年支出265.10万元增加14.25万元，增长5.4%。", []),
        ("2021年支出279.35万元，较上年支出265.10万元增加14.25万元，增长7.4%。", ["5.38%"]),
        ("2021年决算1,860.50万元，与2020年决算1,756.20万元相比增加104.30万元，增长5.94%。", []),
        ("2021年决算1,860.50万元，与2020年决算1,756.20万元相比，增加104.30万元，增长6.94%。", ["5.94%"]),
        ("接待读者12.6万人次，比上年同期的11.2万人次增加1.4万人次，增长12.5%。", []),
        ("接待读者12.6万人次，比上年同期的11.2万人次增加1.4万人次，增长11.1%。", ["12.5%"]),
        ("三公经费支出8.2万元，较上年10.5万元减少2.3万元，下降21.9%。", []),
        ("三公经费支出8.2万元，较上年10.5万元减少2.3万元，下降28%。", ["-21.9%"]),
        ("项目支出较2020年的120万元减少24万元，下降20%。", []),
        ("项目支出较2020年的120万元减少24万元，下降25%。", ["-20%"]),
        ("办件量由3200件增加到3680件，增加480件，增长15%。", []),
        ("办件量由3200件增加到3680件，增加480件，增长18%。", ["15%"]),
    ],
)
def test_the_amount_compared_with_is_the_base(text, expected):
    found = say("F03", told("budget", text))
    assert [x.expected for x in found if x.result == "fail"] == expected


@pytest.mark.parametrize(
    ("text", "computation"),
    [
        ("较上年支出265.10万元增加14.25万元，增长7.4%。", "14.25万元÷265.10万元×100%＝5.38%"),
        ("规上产值55.73亿元，比上年50.21亿元增长15%。", "（55.73亿元－50.21亿元）÷50.21亿元×100%＝10.99%"),
        ("收入500万元，比上年增加50万元，增长10%。", "50万元÷（500万元－50万元）×100%＝11.11%"),
        ("全年支出1745万元，比上年1620万元增加135万元。", "1745万元－1620万元＝125万元"),
    ],
)
def test_the_formula_is_shown(text, computation):
    (finding,) = [x for x in say("F03", told("budget", text)) if x.result == "fail"]
    assert finding.computation == computation


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("平均住院日7.9天，比全省平均水平（8.3天）少0.4天。", []),
        ("平均住院日7.9天，比全省平均水平（8.3天）少0.6天。", ["0.4天"]),
        ("单位造价628元，比目标值650元低32元。", ["22元"]),
        ("办结率97.2%，较全市平均95.1%高3.1个百分点。", ["2.1百分点"]),
        ("就诊率91.2%，比全市88.9%高2.3个百分点。", []),
        ("检查企业36家，比计划40家多发现隐患12处。", []),
    ],
)
def test_how_far_two_levels_lie_apart(text, expected):
    found = say("F03", told("effects", text))
    assert [x.expected for x in found if x.result == "fail"] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("参观人数1.52万人次，上年1.40万人次，同比1.3%。", ["8.57%"]),
        ("参观人数1.52万人次，上年1.40万人次，同比8.6%。", []),
        ("参观人数1.52万人次，上年1.40万人次，同比108.6%。", []),
        ("演出85场，同比12%（上年76场）。", []),
        ("演出83场，同比12%（上年76场）。", ["9.21%"]),
        ("演出68场，同比10.5%（上年76场）。", []),
        ("举办活动83场，同比上升12%（上年76场）。", ["9.21%"]),
        ("举办活动83场，同比上升9.2%（上年76场）。", []),
        ("新增藏书1.52万册，同比增长1.3%，比上年的1.40万册增加0.12万册。", ["8.57%"]),
        ("新增藏书1.52万册，同比增长8.6%，比上年的1.40万册增加0.12万册。", []),
        ("空气优良率92%，同比1.3%。", []),
        ("检查85户，同比12%（上年检查覆盖率76%）。", []),
    ],
)
def test_rates_before_their_base_or_without_a_direction(text, expected):
    found = say("F03", told("outputs", text))
    assert [x.expected for x in found if x.result == "fail"] == expected


@pytest.mark.parametrize(
    ("text", "expected", "observed"),
    [
        ("规上企业由上年末的98户增加到112户，净增16户。", "增加14户", "16户"),
        ("规上企业112户，比上年末98户净增16户。", "增加14户", "16户"),
        ("规上企业112户，较上年98户多16户。", "增加14户", "16户"),
        ("游客接待量9.6万人次，完成80%，比上年增加1.4万人次，上年为11万人次。", "减少1.4万人次", "1.4万人次"),
        ("上年接待游客11万人次，今年9.6万人次，增加1.4万人次。", "减少1.4万人次", "1.4万人次"),
        ("上年受理投诉1200件，本年受理1350件，同比增长15%。", "12.5%", "15%"),
        ("2020年培训学员1200人，2021年培训1350人，增长15%。", "12.5%", "15%"),
        ("实际支出11232万元，预算执行率90%。2020年支出10400万元，2021年增长6%。", "8%", "6%"),
    ],
)
def test_growth_away_from_its_base(text, expected, observed):
    (finding,) = [x for x in say("F03", told("outputs", text)) if x.result == "fail"]
    assert (finding.severity, finding.expected, finding.observed) == ("重要", expected, observed)


@pytest.mark.parametrize(
    "text",
    [
        "规上企业从98户增至112户，新增16户。",
        "规上企业从98户增至112户，净增14户。",
        "规上企业112户，较上年98户至少多14户。",
        "游客接待量9.6万人次，完成年度任务的80%，比上年减少1.4万人次（上年11万人次）。",
        "上年接待游客11万人次，今年9.6万人次，减少1.4万人次。",
        "上年接待游客1100人次，本年投诉900人次，同比增长15%。",
        "2020年培训学员1200人，2021年培训1350人，增长12.5%。",
        "2019年培训学员1200人，2021年培训1350人，增长15%。",
        "实际支出11232万元，预算执行率90%。2020年支出10400万元，2021年增长8%。",
        "实际支出11232万元，项目支出9000万元。2020年项目支出8400万元，2021年增长7.1%。",
        "总收入9000万元。2020年税收8400万元，2021年增长6%。",
    ],
)
def test_growth_that_follows_or_is_of_something_else(text):
    assert not [x for x in say("F03", told("outputs", text)) if x.result in {"fail", "review"}]


@pytest.mark.parametrize(
    "text",
    [
        "2020年因公出国费0万元，2021年5万元，增加5万元，增长100%。",
        "上年发生事故0起，今年发生2起，增加2起，增长100%。",
        "2021年支出1745万元，比年初预算1500万元增加245万元，比上年增长9%。",
        "培训420人次，比计划多20人次，同比增长12%。",
    ],
)
def test_no_base_or_a_base_of_another_year_says_nothing(text):
    assert worst("F03", told("outputs", text)) == "not_applicable"


@pytest.mark.parametrize(
    "text",
    [
        "三公经费支出12万元，比预算15万元减少3万元，比上年下降8%。",
        "培训420人次，比计划400人次多20人次，同比增长12%。",
    ],
)
def test_growth_over_last_year_beside_a_difference_from_the_plan(text):
    assert worst("F03", told("outputs", text)) == "pass"
