"""F14: parts and totals in running text."""

import pytest

from tests.rules.building import fund, row
from tests.rules.narrating import say, told, worst

SPLIT = [
    fund(1, budget="1860.00", executed="1745.00"),
    fund(2, label="基本支出", partition="structure", item="basic", budget="760.00", executed="745.00"),
    fund(3, label="项目支出", partition="structure", item="project", budget="1100.00", executed="1000.00"),
]
"""A form whose 基本支出 beside 项目支出 is all that was spent."""


@pytest.mark.parametrize(
    ("text", "expected", "observed"),
    [
        ("共检查企业120家，其中工业80家、商贸50家。", "130家", "120家"),
        ("到位资金共500万元，其中中央300万元、省级150万元、县级80万元。", "530万元", "500万元"),
        ("工业80家、商贸50家，合计120家。", "130家", "120家"),
        (
            "支出：612.40万元。其中：人员经费支出334.10万元，公用经费支出71.3万元，项目支出227万元。",
            "632.4万元",
            "612.40万元",
        ),
        (
            "全年预算2915.6万元；支出2791.25万元，执行率95.74%。其中人员经费1120.4万元，公用经费186.3万元，项目支出1584.55万元。",
            "2891.25万元",
            "2791.25万元",
        ),
    ],
)
def test_fires(text, expected, observed):
    (finding,) = [x for x in say("F14", told("outputs", text)) if x.result == "fail"]
    assert (finding.severity, finding.expected, finding.observed) == ("重要", expected, observed)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "“三公”经费支出12.5万元，其中公务接待费3.2万元，公务用车运行维护费8.3万元，因公出国（境）费0万元。",
            "11.5万元",
        ),
        ("全年支出1745万元，其中：基本支出745万元，项目支出900万元。", "1645万元"),
        ("基本支出745万元，其中人员经费600万元，公用经费135万元。", "735万元"),
    ],
)
def test_a_list_that_is_complete_must_reach_the_total(text, expected):
    (finding,) = [x for x in say("F14", *SPLIT, told("budget", text)) if x.result == "fail"]
    assert finding.expected == expected


@pytest.mark.parametrize(
    "text",
    [
        "共检查企业120家，其中工业80家。",
        "“三公”经费支出12.5万元，其中公务接待费3.2万元，公务用车运行维护费8.3万元。",
        "支出1745万元，其中项目支出900万元，信息化项目支出120万元。",
        "“三公”经费支出12.5万元，其中公务接待费3.2万元，公务用车运行维护费9.3万元，因公出国（境）费0万元。",
        "职工共68人，其中正式员工24人、招聘职工25人、乡村医生19人。",
        "新建3公里、改造5公里，合计8公里。",
        "预算100万元，支出80万元、20万元，合计100万元。",
        "共办理案件120件，其中刑事30件、民事40件，调解成功60件，回访100件。",
        "共120户，其中低保80户（其中重残50户）、特困40户。",
        "财政拨款共95.30万元，其中基本支出46.65万元、项目支出48.66万元。",
        "共培训120人，其中青年80人，完成率101%。",
        "收入：612.40万元。同比增加89.25万元。其中：财政拨款收入612.40万元。",
        "现有编制人员205人。其中，局机关在职113人、离休2人、退休75人。",
        "预算500万元，支出450万元，执行率90%。其中中央资金300万元、县级资金200万元。",
        "支出450万元，执行率90%。其中项目支出300万元。",
        "申请资金90万元。其中：30万元用于编制；30万元用于审计；30万元用于设计。",
    ],
)
def test_near_misses(text):
    assert worst("F14", told("outputs", text)) in {"not_applicable", "pass"}


def test_parts_that_may_overlap_only_ask():
    assert worst("F14", told("outputs", "共培训500人次，其中党员320人次，妇女300人次。")) == "review"


def test_a_part_larger_than_the_total_accuses_in_any_case():
    assert worst("F14", told("outputs", "共培训500人次，其中党员520人次。")) == "fail"


def test_a_total_alone_says_nothing():
    assert worst("F14", told("outputs", "共检查企业120家。")) == "not_applicable"


@pytest.mark.parametrize(
    ("text", "result"),
    [
        (
            "审结9236件，结案率98.1%。其中：刑事案件1048件，民商事案件5620件，行政案件96件，执行案件2372件。",
            "review",
        ),
        ("基本支出408.18万元，包括人员经费356.52万元、公用经费61.66万元。", "fail"),
        (
            "全年执行5918.4万元。其中改造支出5594.88万元，租赁补贴支出323.52万元，加装电梯补助支出160万元。",
            "review",
        ),
        ("建成4.2万平方米，其中1号厂房1.5万平方米、2号厂房1.6万平方米、4号厂房1.3万平方米。", "review"),
        ("建成4.2万平方米，其中1号厂房1.5万平方米、2号厂房1.5万平方米、4号厂房1.3万平方米。", "pass"),
        ("综合利用率达到91%（其中规模养殖场100%）。", "not_applicable"),
        ("核定编制35人，其中参公编制12人，工勤编制3人，实有人数33人。", "pass"),
        ("检查企业230家，包括工业企业80家。", "pass"),
    ],
)
def test_lists_that_nearly_close(text, result):
    assert worst("F14", told("outputs", text)) == result


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("新建水库12座，涉及5个乡镇：城关镇4座、青山镇3座、白水镇2座、石桥镇2座、双河镇2座。", "fail"),
        ("新建水库13座，涉及5个乡镇：城关镇4座、青山镇3座、白水镇2座、石桥镇2座、双河镇2座。", "pass"),
        ("新建水库12座，涉及5个乡镇：城关镇4座、青山镇3座等。", "not_applicable"),
        ("全年支出1745万元：基本支出745万元，项目支出900万元。", "fail"),
        ("全年支出1645万元：基本支出745万元，项目支出900万元。", "pass"),
    ],
)
def test_lists_that_announce_their_length(text, result):
    found = worst("F14", *SPLIT, told("outputs", text))
    assert found in ({"pass", "not_applicable"} if result != "fail" else {"fail"})


def test_a_list_against_a_row_of_the_form():
    renewed = row(1, level3="老旧小区改造数量", target=("38", "个"), actual=("35", "个"), weight=10, score=9)
    text = "全市4个县区改造小区数量：东城区12个、西城区9个、安平县8个、宁河县7个。"
    (finding,) = [x for x in say("F14", renewed, told("outputs", text)) if x.result == "fail"]
    assert (finding.expected, finding.observed, finding.confidence) == ("35个", "36个", "推断")
    assert worst("F14", renewed, told("outputs", text.replace("7个", "6个"))) in {"pass", "not_applicable"}


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("举办活动上半年38场、下半年45场，其中校园21场、社区30场、乡镇32场。", "pass"),
        ("举办活动上半年38场、下半年45场，其中校园21场、社区30场、乡镇42场。", "fail"),
        ("满意度98.5%；上半年38场，下半年45场，其中校园21场、社区30场、乡镇32场。", "pass"),
        ("培训教师120人和学员80人，其中城区150人、乡镇50人。", "pass"),
        ("全年检查甲类60户、乙类40户、丙类20户，其中合格100户、不合格20户。", "pass"),
        ("全年检查甲类60户、乙类40户、丙类20户，其中合格100户、不合格25户。", "review"),
        ("全年检查甲类60户、乙类40户、丙类20户，其中停业12户、整改9户。", "pass"),
        ("共举办83场，校园38场、社区45场，其中上半年40场、下半年43场。", "pass"),
        ("共举办83场，校园38场、社区45场，其中上半年40场、下半年53场。", "fail"),
        ("支出人员经费100万元，公用经费50万元，其中财政拨款120万元、自筹30万元。", "pass"),
        ("支出人员经费100万元，公用经费50万元，其中财政拨款140万元、自筹30万元。", "fail"),
        ("2021年支出1745万元，项目支出900万元，其中甲项目500万元、乙项目450万元。", "fail"),
        ("一季度12件、二季度15件、三季度20件、四季度13件，其中来信25件、来访35件。", "pass"),
        ("一季度12件、二季度15件、三季度20件、四季度13件，其中来信35件、来访35件。", "fail"),
    ],
)
def test_parts_of_a_list(text, result):
    assert worst("F14", told("outputs", text)) == result


def test_the_quote_and_the_sum_of_a_list():
    text = "满意度98.5%；上半年38场、下半年45场，其中校园21场、社区30场、乡镇42场。"
    (finding,) = [x for x in say("F14", told("outputs", text)) if x.result == "fail"]
    assert finding.observed == "38场＋45场＝83场"
    assert finding.evidence[0].text == "上半年38场、下半年45场，其中校园21场、社区30场、乡镇42场"


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("项目总投资700万元，其中财政拨款500万元、省级补助60万元、学校自筹120万元。", "review"),
        ("项目总投资680万元，其中财政拨款500万元、省级补助60万元、学校自筹120万元。", "pass"),
        ("项目总投资680万元，其中财政拨款500万元、上年结转60万元、学校自筹120万元。", "pass"),
        ("项目总投资700万元，其中中央资金500万元、省级资金60万元。", "pass"),
    ],
)
def test_sources_down_to_the_units_own(text, result):
    assert worst("F14", told("budget", text)) == result


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("核定编制13名，其中行政编3名、事业编9名，年末在职12名。", "review"),
        ("核定编制12名，其中行政编3名、事业编9名，年末在职12名。", "pass"),
        ("核定编制13名，其中行政编制3名、事业编制9名、工勤编制1名。", "pass"),
        ("核定编制13名，其中行政编制3名、事业编制9名，工勤人员1名。", "pass"),
        ("核定编制13名，其中行政编制3名，年末在职12名。", "pass"),
        ("编制总数20名，其中公务员编制8名，事业编制10名。", "review"),
        ("核定编制13名，其中行政编3名、事业编11名。", "fail"),
        ("编制50名，其中领导职数3名。", "pass"),
    ],
)
def test_posts_are_of_two_kinds(text, result):
    assert worst("F14", told("duties", text)) == result


@pytest.mark.parametrize(
    ("text", "expected", "observed"),
    [
        ("教职工48人，其中专任教师26人、保育员14人、其他6人。", "46人", "48人"),
        ("受理案件100件，其中民事60件，刑事20件，其余10件。", "90件", "100件"),
        ("我园设12个班，其中大班4个、中班5个、小班4个。", "13班", "12个班"),
        (
            "第一季度抽检620批次，二季度936批次，三季度1,050批次，第四季度780批次，全年3286批次。",
            "3386批次",
            "3286批次",
        ),
        ("上半年巡查38次，下半年巡查45次，全年共巡查85次。", "83次", "85次"),
        ("全年开展巡查85次，其中上半年38次、下半年45次。", "83次", "85次"),
        (
            "实际支出746.2万元，未执行163.8万元。支出中修缮588.5万元、安防97.7万元、监理70万元。",
            "756.2万元",
            "746.2万元",
        ),
        ("培训对象中，乡镇干部占40%，村干部占35%，其他人员占20%。", "100%", "95%"),
        ("新增就业1620人，其中高校毕业生占38%、本地居民占55%、其他占17%。", "100%", "110%"),
    ],
)
def test_a_list_that_leaves_nothing_out(text, expected, observed):
    (finding,) = [x for x in say("F14", told("outputs", text)) if x.result == "fail"]
    assert (finding.severity, finding.expected, finding.observed) == ("重要", expected, observed)


@pytest.mark.parametrize(
    "text",
    [
        "教职工48人，其中专任教师26人（高级6人）、保育员14人、其他8人。",
        "教职工48人，其中专任教师26人、保育员14人、其他6人，另有临聘2人。",
        "教职工48人，其中在职教师26人、保育员14人、其他8人。",
        "支出500万元，其中人员经费300万元、公用经费80万元、其他支出50万元。",
        "设12个班，其中大班4个、中班5个、小班3个。",
        "第一季度末在册620户，第二季度末936户，第三季度末1050户，第四季度末1100户，全年1100户。",
        "一季度抽检620批次，二季度936批次，三季度1050批次，四季度780批次，全年不合格72批次。",
        "全年支出500万元。支出中工程款300万元（主体200万元、附属100万元）、设备120万元、监理80万元。",
        "项目资金500万元，全部到位。资金中中央资金300万元、省级资金130万元。",
        "培训对象中，乡镇干部占40%，村干部占35%，其他人员占25%。",
        "学员中男性占60%、女性占40%、本地占55%、外地占30%、其他占15%。",
        "专业占比分别为33.3%、33.3%，其中农业占33.3%、林业占33.3%、其他占33.3%。",
    ],
)
def test_a_rest_that_closes_or_is_none(text):
    assert not [x for x in say("F14", told("outputs", text)) if x.result in {"fail", "review"}]


def test_one_short_of_four_parts_is_to_be_looked_at():
    text = "完成审计项目24个，其中预算执行审计5个、经济责任审计9个、投资审计6个、专项审计调查3个。"
    assert worst("F14", told("outputs", text)) == "review"
    assert worst("F14", told("outputs", text.replace("24个", "25个"))) == "review"
    assert worst("F14", told("outputs", text.replace("24个", "30个"))) == "pass"


@pytest.mark.parametrize(
    ("text", "result"),
    [
        (
            "设备支出8.58万元，平均每件300元；维修支出22.4万元；活动支出20.96万元。以上合计61.94万元。",
            "review",
        ),
        ("设备支出8.58万元；维修支出22.4万元；活动支出20.96万元。上述三项共计51.94万元。", "pass"),
        (
            "预算80万元。设备支出8.58万元；维修支出22.4万元；活动支出20.96万元。以上各项合计51.94万元。",
            "pass",
        ),
        ("设备支出8.58万元；维修支出22.4万元；活动支出20.96万元。以上支出合计75万元。", "not_applicable"),
    ],
)
def test_what_was_told_above_summed_up(text, result):
    assert worst("F14", told("budget", text)) == result


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("全年支出1745万元，其中基本支出745万元，项目支出980万元。", "review"),
        ("全年支出1745万元。支出中基本支出745万元，项目支出980万元。", "review"),
        ("全年支出1745万元，其中基本支出745万元，项目支出1980万元。", "fail"),
        ("全年支出1745万元，其中基本支出745万元，项目支出980万元（另有经营支出20万元）。", "pass"),
        ("全年演出83场，其中上半年38场，下半年43场，另有加演2场。", "pass"),
        ("核定编制46名，其中行政编20名、事业编25名，参公编1名。", "pass"),
        ("上半年培训120人次、下半年培训150人次，全年培训240人次（去重）。", "not_applicable"),
        ("“三公”经费12.5万元，其中公务接待费3万元，公务用车购置费9万元，因公出国费0万元。", "pass"),
        ("整治隐患36处，其中一季度10处、二季度9处、三季度8处、四季度8处，还有1处为年初遗留。", "pass"),
    ],
)
def test_a_list_that_may_have_more_parts(text, result):
    assert worst("F14", told("budget", text)) == result
