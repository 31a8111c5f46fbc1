"""C09: the unit's name in forms and text."""

import pytest

from tests.rules.building import form, unit_row
from tests.rules.narrating import say, told, worst


def forms(printed, title=None):
    return [form(unit_name=printed), form("report", unit_name=title, title="自评报告")]


def test_fires():
    text = "云溪区科技和工业信息化局内设3个科室。区科技和工业信息化局制定了办法。"
    (finding,) = say("C09", forms("临江市云溪区科技和工业信息局"), told("duties", text))
    assert (finding.result, finding.severity) == ("fail", "重要")
    assert finding.message == (
        "单位名称不一：自评表、汇总表为“科技和工业信息局”（1处），自评报告为“科技和工业信息化局”2处"
    )
    assert len(finding.evidence) == 3


@pytest.mark.parametrize(
    ("printed", "title", "text"),
    [
        (
            "临江市云溪区科技和工业信息局",
            "云溪区科技和工业信息局",
            "区科技和工业信息局内设3个科室，我局、本单位认真履职。",
        ),
        ("临江市云溪区科技和工业信息局", None, "对接市科技和工业信息化局，我局内设3个科室。"),
        ("临江市云溪区市场监督管理局", "云溪区市场监管局", "区市监局党组高度重视。"),
        ("临江市云溪区第一实验小学", "第一实验小学", "与第二实验小学结对。"),
        ("临江市云溪区发展和改革委员会", "云溪区发改委", "区发展改革委统筹。"),
        ("临江市消防救援支队", None, "管理国家综合性消防救援队伍人员212名。"),
        ("临江市云溪区产业投资服务中心", None, "开展产业投资服务办理事项12件。"),
    ],
)
def test_near_misses(printed, title, text):
    assert worst("C09", forms(printed, title), told("duties", text)) == "pass"


def test_a_title_may_vary_as_well():
    parts = forms("临江市云溪区科技和工业信息局", "科技和工业信息化局")
    assert worst("C09", parts, told("duties", "我局认真履职。")) == "fail"


def test_another_unit_in_the_title_only_asks():
    assert (
        worst("C09", forms("临江市云溪区教育体育局", "云溪区卫生健康委员会"), told("duties", "略。"))
        == "review"
    )


def test_a_subordinate_unit_is_not_the_unit():
    parts = [
        form("summary"), unit_row(1, "临江市云溪区文化和旅游局"), unit_row(2, "临江市云溪区文化和旅游执法局"),
        *forms("临江市云溪区文化和旅游局"),
    ]  # fmt: skip
    assert worst("C09", parts, told("duties", "文化和旅游执法局开展检查。")) == "pass"


def test_not_applicable():
    assert worst("C09", forms(None), told("duties", "我局认真履职。")) == "not_applicable"


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("我县林地48万亩。白桦县林业局全年巡护林地48万亩。", "fail"),
        ("白桦县林业局的做法值得借鉴。", "pass"),
        ("全年赴白桦县林业局学习2次。", "pass"),
        ("松岭县林业局全年巡护林地48万亩。", "pass"),
        ("北江市松岭县林业局全年巡护林地48万亩。", "pass"),
        ("北江市林业局下达任务48万亩。", "pass"),
    ],
)
def test_the_same_office_of_another_county(text, result):
    assert worst("C09", forms("松岭县林业局", "松岭县林业局"), told("outputs", text)) == result


def test_a_town_and_its_government_are_one():
    assert worst("C09", forms("梓江县白鹤镇人民政府", "梓江县白鹤镇"), told("duties", "略。")) == "pass"


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("云台县桃源镇将在下一年度继续加大投入。", "fail"),
        ("桃源镇积极推进整治。", "fail"),
        ("竹溪镇将在下一年度继续加大投入。", "pass"),
        ("云台县竹溪镇将继续加大投入。", "pass"),
        ("各乡镇积极推进整治。", "pass"),
        ("学习桃源镇的经验。", "pass"),
        ("全镇积极推进整治。", "pass"),
    ],
)
def test_another_town_as_the_subject(text, result):
    forms = [form("department", unit_name="云台县竹溪镇人民政府"), form("report", unit_name="云台县竹溪镇")]
    assert worst("C09", *forms, told("outputs", text)) == result
