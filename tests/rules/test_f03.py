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
