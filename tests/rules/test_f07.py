"""F07: 今年 in an old paragraph."""

import pytest

from tests.rules.building import row
from tests.rules.narrating import say, told, worst


def test_fires():
    (finding,) = say("F07", told("duties", "2019年2月，水利局正式挂牌成立。今年以来，我局认真履职。"))
    assert (finding.result, finding.severity, finding.observed) == ("fail", "一般", "2019年")
    assert [x.role for x in finding.evidence] == ["年份", "“今年”"]


@pytest.mark.parametrize(
    "text",
    [
        "2019年2月挂牌成立。2021年以来，我局认真履职，今年完成任务。",
        "2019年2月挂牌成立，承接全区水利职能。",
        "今年以来，我局认真履职。",
        "根据财预〔2020〕10号和《2018年工作要点》，今年以来开展自评。",
        "2019年2月挂牌成立。\n今年以来，我局认真履职。",
    ],
)
def test_near_misses(text):
    assert worst("F07", told("duties", text)) in {"not_applicable", "pass"}


def test_an_old_congress_only_asks():
    (finding,) = say("F07", told("duties", "深入贯彻党的十八大精神。"))
    assert (finding.result, finding.severity) == ("review", "提示")
    assert worst("F07", told("duties", "深入贯彻党的十八大、十九大精神。")) == "pass"
    assert worst("F07", told("duties", "“十三五”期间建成水库3座。")) == "not_applicable"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2020年，我局新认定中小企业112家。", "fail"),
        ("2021年，我局新认定中小企业112家。", "not_applicable"),
        ("新认定中小企业112家，2020年为98家。", "not_applicable"),
        ("新认定中小企业112家，比2020年增加14家。", "not_applicable"),
        ("截至2020年底，累计认定中小企业112家。", "not_applicable"),
    ],
)
def test_this_year_s_figure_under_last_year_s_date(text, expected):
    form_row = row(
        1, level3="新认定中小企业数量", target=(">=100", "家"), actual=("112", "家"), weight=10, score=10
    )
    assert worst("F07", form_row, told("outputs", text)) == expected
