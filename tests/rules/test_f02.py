"""F02: completion rates beside their figures."""

import pytest

from tests.rules.narrating import say, told, worst


def test_fires():
    (finding,) = say("F02", told("outputs", "技术合同登记交易额完成6.4亿元（任务数6亿元）完成率108%。"))
    assert (finding.result, finding.severity) == ("fail", "重要")
    assert (finding.observed, finding.expected, finding.difference) == ("108%", "106.67%", "1.33个百分点")
    assert finding.computation == "6.4亿元÷6亿元×100%＝106.67%"


@pytest.mark.parametrize(
    "text",
    [
        "计划新建30公里，实际完成32.5公里，完成率118%。",
        "预算安排500万元，支出450万元，执行率95%。",
        "检查生产经营单位432家（任务数480家），完成率92%。",
    ],
)
def test_fires_in_other_orders(text):
    assert worst("F02", told("outputs", text)) == "fail"


@pytest.mark.parametrize(
    "text",
    [
        "技术合同登记交易额完成6.4亿元（任务数6亿元）完成率106%。",
        "技术合同登记交易额完成6.4亿元（任务数6亿元）完成率107%。",
        "年初预算500万元，调整后预算600万元，支出540万元，执行率90%。",
        "新认定14家（任务数34家），完成率41.1%。",
        "高企认定14家（任务数34家）、平台3家（任务数2家），总体完成率95%。",
        "完成清淤5条（任务数6条），总体完成率97%。",
        "总投资500万元，完成投资450万元，形象进度100%，投资完成率90%。",
        "计划培训300人，实际培训320人，参训率98%。",
        "部门预算2210万元，支出2210万元，完成年初预算的103.5%，完成调整预算的100%。",
    ],
)
def test_near_misses(text):
    assert worst("F02", told("outputs", text)) in {"not_applicable", "pass"}


def test_more_than_done_at_100_percent_is_a_note():
    (finding,) = say("F02", told("outputs", "培训教师655人次（任务数620人次），完成率100%。"))
    assert (finding.result, finding.severity) == ("fail", "提示")


def test_what_was_mistaken_is_said():
    (finding,) = say("F02", told("outputs", "新认定14家（任务数34家），完成率242.86%。"))
    assert finding.diagnosis == "分子与分母颠倒"


def test_a_rate_alone_says_nothing():
    assert worst("F02", told("outputs", "完成率92%。")) == "not_applicable"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("抽查回访老年人320人，288人表示满意，满意度95%。", "90%"),
        ("受理调解1,860件，成功1,745件，成功率99.2%。", "93.82%"),
        ("抽检530份，合格501份，抽检合格率97%。", "94.53%"),
        ("在册患者1476人，规范随访1265人，随访规范率92.5%。", "85.7%"),
    ],
)
def test_a_rate_named_for_its_part(text, expected):
    (finding,) = [x for x in say("F02", told("effects", text)) if x.result == "fail"]
    assert (finding.severity, finding.confidence, finding.expected) == ("重要", "推断", expected)


@pytest.mark.parametrize(
    "text",
    [
        "抽检530份，合格514份，抽检合格率97%。",
        "查出隐患1,287条，整改1,273条，整改率98.9%，其中重大隐患4条全部整改到位。",
        "发放问卷200份，回收196份，满意度95%。",
        "问卷300份，非常满意180份，满意90份，满意度90%。",
        "走访200人，不满意4人，满意度98%。",
        "走访200人，基本满意12人，满意度97%。",
        "去年抽检400份，合格390份；今年合格率96%。",
        "发放300份，收回280份，满意266份，满意率95%。",
        "培训652人次，考核合格635人，合格率98.6%。",
    ],
)
def test_rates_of_something_else(text):
    assert worst("F02", told("effects", text)) in {"pass", "not_applicable"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("办理借阅证4372件，超额完成172件，完成率104.1%。", None),
        ("办理借阅证4372件，超额完成172件，完成率114.1%。", "104.1%"),
        ("全年培训1050人次，超计划50人次，完成率105%。", None),
        ("全年培训1050人次，超出计划50人次，完成率95%。", "105%"),
        ("完成造林3300亩，超出300亩，完成率110%。", None),
        ("实际检查1200户次，比计划多200户次，完成率116.7%。", "120%"),
        ("完成征收5200万元，比年初目标多收200万元，完成率104%。", None),
        ("发放补贴380人，比计划少20人，完成率95%。", None),
        ("发放补贴380人，比计划少20人，完成率90%。", "95%"),
        ("新增就业1260人，超目标任务60人，完成全年任务的105%。", None),
        ("新增就业1260人，超额完成60人，完成年度目标任务的112%。", "105%"),
        ("演出66场，较年初目标60场多6场，完成率110%。", None),
        ("演出66场，较年初目标60场多6场，完成率120%。", "110%"),
        ("办理法律援助案件437件（民事391件、刑事46件），超额完成17件，完成率104%。", None),
        ("办理法律援助案件437件（民事391件、刑事46件），超额完成17件，完成率108%。", "104.05%"),
        ("办理借阅证4372件（成人3910件、少儿462件），超额完成172件，完成率104.1%。", None),
        ("计划培训4200人，超额完成4372人，完成率104.1%。", None),
    ],
)
def test_an_excess_is_no_part(text, expected):
    found = [x.expected for x in say("F02", told("outputs", text)) if x.result in {"fail", "review", "open"}]
    assert found == ([] if expected is None else [expected])


def test_the_plan_behind_an_excess_is_shown():
    (finding,) = say("F02", told("outputs", "办理借阅证4372件，超额完成172件，完成率114.1%。"))
    assert finding.computation == "4372件÷（4372件－172件）×100%＝104.1%"


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("12所学校中11所通过验收，验收合格率100%。", "fail"),
        ("12所学校中12所通过验收，验收合格率100%。", "pass"),
        ("接收退役士兵132名，符合政府安排工作条件的19名全部安置到位，安置率100%。", "not_applicable"),
    ],
)
def test_passing_is_being_sound_and_all_of_a_part_is_all(text, result):
    assert worst("F02", told("outputs", text)) == result


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("教师26人中23人参加培训，参与率93.5%。", "88.46%"),
        ("干部40人中有38人通过考核，通过率96%。", "95%"),
        ("群众满意度调查样本1000人，满意847人，满意度87.4%。", "84.7%"),
        ("应参训50人，实际参训46人，参训率96%。", "92%"),
    ],
)
def test_a_rate_named_otherwise_than_its_count(text, expected):
    (finding,) = [x for x in say("F02", told("outputs", text)) if x.result == "fail"]
    assert finding.expected == expected


@pytest.mark.parametrize(
    "text",
    [
        "教师26人中23人参加培训，参与率88.5%。",
        "教师26人中3人未参加培训，参与率88.5%。",
        "群众满意度调查样本1000人，满意847人，满意度84.7%。",
        "群众满意度调查样本1000人，非常满意600人，满意247人，满意度84.7%。",
        "群众满意度测评1000人，满意847人，基本满意120人，满意度96.7%。",
        "参训人员50人，考试合格46人，参训率100%。",
    ],
)
def test_a_rate_that_fits_or_is_of_other_counts(text):
    assert not [x for x in say("F02", told("outputs", text)) if x.result in {"fail", "review"}]


def test_an_excess_that_may_be_all_of_the_result_leaves_no_plan():
    text = "完成0.2万元，超额完成0.1万元，完成率200%。"
    assert worst("F02", told("outputs", text)) == "not_applicable"
