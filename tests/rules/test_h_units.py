"""Family H: units of one year beside each other."""

from __future__ import annotations

from decimal import Decimal

import pytest

from extractors.records import Document
from rules.checking import check_dataset
from rules.families import find
from rules.profile import default
from rules.register import Unit
from rules.submission import Dataset
from tests.rules.building import form, fund, row, section, submission, unit_row
from tests.rules.narrating import narrated, told


def unit(number, *parts, name=None, told_too=False):
    view = (narrated if told_too else submission)(*parts)
    key = f"u{number}"
    view.record.submission_id, view.record.unit_key = key, key
    view.record.unit_name = name or f"青禾县第{number}单位"
    for each in view.forms:
        each.document_id = key
        each.form_id = f"{key}-{each.form_id}"
    for table in (view.indicators, view.funds, view.summary_rows, view.sections, view.figures, view.goals):
        for record in table:
            record.document_id = key
            record.form_id = f"{key}-{record.form_id}"
    view.documents[0].document_id = key
    return view


def over(rule, views, register=()):
    found = check_dataset(Dataset(submissions=list(views), register=list(register)), default(), [find(rule)])
    return {x.submission_id: x.result for x in found}


TEXT = (
    "预算编制前瞻性不足，部分项目前期论证不充分，资金拨付进度偏慢，绩效指标细化量化不够，日常监控流于形式。"
)
OTHER = "老旧设备更新滞后，一线执法人员偏少，宣传渠道单一，乡镇之间服务水平差距较大，跨部门数据共享机制尚未建立起来。"


def writes(number, text):
    return unit(number, form("report"), section("problems", text * 2))


@pytest.mark.parametrize(("text", "expected"), [(TEXT, "fail"), (OTHER, "pass")])
def test_h01_copied(text, expected):
    views = [
        writes(1, TEXT),
        writes(2, text),
        *(
            writes(n, f"{chr(0x4E00 + n * 97) * 3}{OTHER[n:]}{chr(0x5E00 + n * 31) * 30}")
            for n in range(3, 9)
        ),
    ]
    assert over("H01", views)["u2"] == expected
    assert over("H01", [writes(1, TEXT)]) == {"u1": "not_applicable"}


def test_h01_a_sentence_of_many_is_a_template():
    assert set(over("H01", [writes(n, TEXT) for n in range(1, 9)]).values()) == {"pass"}


@pytest.mark.parametrize(
    ("name", "expected"), [("青禾县教育体育局", "fail"), ("青禾县卫健局", "pass"), ("卫生健康局", "pass")]
)
def test_h02_another_unit_s_name(name, expected):
    health = unit(
        1,
        form("department", unit_name="青禾县卫生健康局"),
        form("report", unit_name=name),
        name="青禾县卫生健康局",
    )
    school = unit(2, form("department", unit_name="青禾县教育体育局"), name="青禾县教育体育局")
    assert over("H02", [health, school])["u1"] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("青禾县博物馆承担文物收藏、展览工作。内设科室3个。", "fail"),
        ("青禾县博物馆主要负责文物保护。", "fail"),
        ("青禾县博物馆内设办公室、业务科。", "fail"),
        ("县博物馆是公益一类事业单位。", "fail"),
        ("青禾县疾病预防控制中心承担疾病预防工作。", "pass"),
        ("疾控中心主要负责疾病预防，与青禾县博物馆联合开展宣传。", "pass"),
        ("本中心承担疾病预防。青禾县博物馆负责场地。", "pass"),
        ("承担全县疾病预防工作。", "pass"),
    ],
)
def test_h02_what_a_report_introduces_first(text, expected):
    own = "青禾县疾病预防控制中心"
    view = unit(
        1, form("department", unit_name=own), form("report", unit_name=own), section("duties", text), name=own
    )
    museum = unit(2, form("department", unit_name="青禾县博物馆"), name="青禾县博物馆")
    assert over("H02", [view, museum])["u1"] == expected


@pytest.mark.parametrize(("executed", "expected"), [("830.00", "fail"), ("118.00", "pass")])
def test_h03_execution(executed, expected):
    views = [unit(n, form(), fund(budget="100.00", executed=f"{88 + n}.00")) for n in range(1, 13)]
    views.append(unit(20, form(), fund(budget="100.00", executed=executed)))
    assert over("H03", views)["u20"] == expected
    assert over("H03", views[-3:])["u20"] == "not_applicable"


def test_h04_crowded_totals():
    crowded = [
        unit(n, form(total_score=92 + Decimal(n % 3) / 10 if n % 3 else 80 + n % 15)) for n in range(60)
    ]
    spread = [unit(n, form(total_score=80 + n % 19)) for n in range(60)]
    assert sorted(over("H04", crowded).values()).count("review") == 1
    assert "review" not in over("H04", spread).values()
    assert set(over("H04", spread[:5]).values()) == {"not_applicable"}


@pytest.mark.parametrize(("same", "expected"), [(12, "fail"), (8, "pass")])
def test_h05_review_scores(same, expected):
    rows = [
        unit_row(n, f"第{n}站", self_score=90, review_score=90 if n <= same else 88) for n in range(1, 13)
    ]
    assert over("H05", [unit(1, form("summary"), rows)]) == {"u1": expected}
    assert over("H05", [unit(1, form("summary"), rows[:3])]) == {"u1": "not_applicable"}


@pytest.mark.parametrize(("said", "expected"), [("57.35亿元", "fail"), ("55.7亿元", "pass")])
def test_h06_one_statistic(said, expected):
    one = unit(1, told("outputs", "全县规上工业总产值达到55.73亿元。"), told_too=True)
    two = unit(2, told("outputs", f"全县规上工业总产值达到{said}。"), told_too=True)
    assert over("H06", [one, two])["u2"] == expected


@pytest.mark.parametrize(("score", "total", "expected"), [(8, 90, "fail"), (10, 92, "pass")])
def test_h07_versions(score, total, expected):
    first, second = form(total_score=92, form_id="a"), form(total_score=total, form_id="b")
    view = submission(
        first,
        second,
        row(1, form_id="a", level3="甲", weight=10, score=10),
        row(1, form_id="b", level3="甲", weight=10, score=score),
    )
    second.document_id = "d2"
    assert list(over("H07", [view]).values()) == [expected]
    assert list(over("H07", [submission(form(), row(1))]).values()) == ["pass"]
    assert list(over("H07", [submission(form("summary"))]).values()) == ["not_applicable"]


def test_h07_says_what_the_later_version_changed():
    first, second = (form(total_score=92, total_weight=20, form_id=key) for key in "ab")
    rows = [
        row(n, form_id=key, level3=f"第{n}项", weight=10, score=score)
        for key, scores in (("a", (10, 10)), ("b", (52, 40)))
        for n, score in enumerate(scores, 1)
    ]
    money = [
        fund(form_id=key, budget=amount, executed="90.00")
        for key, amount in (("a", "100.00"), ("b", "120.00"))
    ]
    view = submission(first, second, rows, money)
    second.document_id = "d2"
    view.documents.append(Document(document_id="d2", path="水利局（修改）.docx", status="complete"))
    for record in (*view.indicators, *view.funds):
        record.document_id = "d2" if record.form_id == "b" else "d"
    (finding,) = check_dataset(Dataset(submissions=[view]), default(), [find("H07")])
    assert "“年度资金总额”预算数（万元）100改为120" in finding.message
    assert finding.diagnosis.startswith("改后消除1条（A09")
    assert "新增2条（A11“第1项”、A11“第2项”）" in finding.diagnosis


@pytest.mark.parametrize(("reason", "expected"), [("长期工作", "fail"), ("无", "not_applicable")])
def test_h08_stock_reasons(reason, expected):
    view = unit(1, form(), *(row(n, weight=5, score=4, reason=reason) for n in range(1, 4)))
    assert over("H08", [view]) == {"u1": expected}


def test_h08_different_reasons_pass():
    reasons = ("受汛期影响", "招标流标", "报名人数少")
    view = unit(1, form(), *(row(n, weight=5, score=4, reason=r) for n, r in enumerate(reasons, 1)))
    assert over("H08", [view, unit(2, form())]) == {"u1": "pass", "u2": "not_applicable"}
    assert over("H08", [view]) == {"u1": "not_applicable"}


@pytest.mark.parametrize(("full", "expected"), [(20, "review"), (15, "pass")])
def test_h09_full_marks(full, expected):
    def scored(number, count):
        rows = [
            row(n, target=(">=10", "个"), actual=("10", "个"), weight=5, score=5 if n <= count else 4)
            for n in range(1, 21)
        ]
        return unit(number, form(), rows)

    views = [scored(n, 10 + n % 5) for n in range(1, 13)]
    assert over("H09", [*views, scored(30, full)])["u30"] == expected
    assert over("H09", [scored(30, full)])["u30"] == "not_applicable"


def test_h10_register():
    register = [
        Unit(name="青禾县水利局"),
        Unit(name="青禾县科学技术和工业信息化局", aliases=("青禾县工信局",)),
        Unit(name="青禾县审计局"),
    ]
    views = [unit(1, name="青禾县水利局"), unit(2, name="青禾县工信局"), unit(3, name="望川县档案馆")]
    found = check_dataset(Dataset(submissions=views, register=register), default(), [find("H10")])
    assert [(x.result, x.subject) for x in found] == [
        ("pass", "青禾县水利局"), ("pass", "青禾县工信局"), ("fail", "望川县档案馆"), ("fail", "青禾县审计局"),
    ]  # fmt: skip
    assert [x.result for x in check_dataset(Dataset(submissions=views), default(), [find("H10")])] == [
        "not_applicable"
    ]


def test_h10_one_office_in_every_county():
    register = [Unit(name=f"临江市{county}水利局") for county in ("云溪区", "青禾县", "望川县")]
    views = [unit(1, name="临江市青禾县水利局"), unit(2, name="望川县水利局"), unit(3, name="水利局")]
    found = check_dataset(Dataset(submissions=views, register=register), default(), [find("H10")])
    assert [(x.result, x.subject) for x in found] == [
        ("pass", "临江市青禾县水利局"), ("pass", "望川县水利局"), ("fail", "水利局"), ("fail", "临江市云溪区水利局"),
    ]  # fmt: skip


def test_h10_a_year_that_one_unit_leaves_out():
    register = [Unit(name=name) for name in ("青禾县水利局", "青禾县审计局", "青禾县档案馆")]
    views = [unit(n, name=one.name) for n, one in enumerate(register)]
    views += [unit(n, name=one.name) for n, one in enumerate(register[:2], 10)]
    for view in views[3:]:
        view.record.fiscal_year = 2022
    found = check_dataset(Dataset(submissions=views, register=register), default(), [find("H10")])
    assert [x.message for x in found if x.result == "fail"] == ["名录中的“青禾县档案馆”2022年度未报送"]
    views[3].record.fiscal_year = 2023  # years for which few have sent anything say nothing
    assert "fail" not in {
        x.result
        for x in check_dataset(Dataset(submissions=views, register=register), default(), [find("H10")])
    }


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (("86.67", "96.25", "97", "95.10"), "review"),
        (("86.67", "96.25", "97", "95.1"), "pass"),
        (("86", "96", "97", "95"), "pass"),
        (("86",), "not_applicable"),
    ],
)
def test_h11_typed_numbers(values, expected):
    rows = [row(n, target=(">=80", "%"), actual=(value, "%")) for n, value in enumerate(values, 1)]
    assert over("H11", [unit(1, form(), rows)]) == {"u1": expected}


@pytest.mark.parametrize(("second", "expected"), [("12", "fail"), ("13", "pass")])
def test_h12_same_numbers(second, expected):
    def project(key, name, last):
        rows = [
            row(n, form_id=key, target=(f">={n}", "个"), actual=(f"{n + 1}", "个"), score=5)
            for n in range(1, 7)
        ]
        return [
            form("project", form_id=key, project_name=name),
            *rows,
            row(9, form_id=key, target=(">=10", "个"), actual=(last, "个"), score=5),
        ]

    view = unit(1, *project("a", "东环路改造项目", "12"), *project("b", "西环路改造项目", second))
    assert over("H12", [view]) == {"u1": expected}
    assert over("H12", [unit(1, *project("a", "东环路改造项目", "12"))]) == {"u1": "not_applicable"}


def test_h03_units_of_one_supervisor_are_compared_with_each_other():
    schools = [
        unit(n, form(supervisor_name="青禾县教育体育局"), fund(budget="100.00", executed=f"{88 + n}.00"))
        for n in range(1, 13)
    ]
    works = [
        unit(n, form(supervisor_name="青禾县水利局"), fund(budget="100.00", executed=f"{38 + n % 7}.00"))
        for n in range(20, 35)
    ]
    odd = unit(40, form(supervisor_name="青禾县教育体育局"), fund(budget="100.00", executed="42.00"))
    found = over("H03", [*schools, *works, odd])
    assert found["u40"] == "fail"
    assert found["u20"] == "pass"


@pytest.mark.parametrize(("full", "expected"), [(12, "review"), (8, "pass")])
def test_h13_full_marks_for_management(full, expected):
    def rows(n):
        return [
            row(i, level1="管理指标", level2="预算管理", weight=2, score=2 if i or n < full else 1)
            for i in range(12)
        ]

    views = [unit(n, form(supervisor_name="青禾县教育体育局"), *rows(n)) for n in range(12)]
    assert over("H13", views)["u0"] == expected
    assert set(over("H13", views[:5]).values()) == {"not_applicable"}
