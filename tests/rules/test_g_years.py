"""Family G: one unit, two or three years."""

from __future__ import annotations

import pytest
from msgspec import structs

from rules.checking import check_dataset
from rules.families import find
from rules.profile import default
from rules.submission import Dataset
from tests.rules.building import form, fund, row, section
from tests.rules.narrating import narrated, told

COPIED = (
    "资金安排上仍有不可预见性，预算编制与实际执行存在偏差，部分项目前期论证不充分，绩效指标设置不够科学，" * 5
)


def year(number, *parts):
    view = narrated(*parts)
    view.record.submission_id, view.record.fiscal_year = f"s{number}", number
    return view


def over(rule, *views):
    return [
        x
        for x in check_dataset(Dataset(submissions=list(views)), default(), [find(rule)])
        if x.submission_id == f"s{views[-1].year}"
    ]


def result(rule, *views):
    return [x.result for x in over(rule, *views)]


def department(number, *parts, **more):
    return year(number, form(**more), *parts)


@pytest.mark.parametrize("rule", [f"G{n:02d}" for n in range(1, 12)])
def test_one_year_is_not_applicable(rule):
    assert result(rule, department(2021, row(1))) == ["not_applicable"]


GROWN = "规上工业总产值55.73亿元，同比增长11%。"


@pytest.mark.parametrize(("before", "expected"), [("52.10", "fail"), ("50.2", "pass")])
def test_g01_implied_base(before, expected):
    old = department(
        2020, row(1, level3="规上工业总产值", target=(">=50", "元", 10**8), actual=(before, "元", 10**8))
    )
    assert result("G01", old, year(2021, told("outputs", GROWN))) == [expected]


@pytest.mark.parametrize(("said", "expected"), [("去年108家", "fail"), ("去年112家", "pass")])
def test_g02_last_year_s_figure(said, expected):
    old = department(2020, row(1, level3="认定中小企业", target=(">=100", "家"), actual=("112", "家")))
    now = year(2021, told("outputs", f"认定中小企业130家，{said}。"))
    assert result("G02", old, now) == [expected]


@pytest.mark.parametrize(("target", "expected"), [(">=60", "fail"), (">=100", "pass")])
def test_g03_target_below_last_year(target, expected):
    old = department(2020, row(1, level3="技能培训人数", target=(">=100", "人"), actual=("112", "人")))
    now = department(2021, row(1, level3="技能培训人数", target=(target, "人"), actual=("115", "人")))
    assert result("G03", old, now) == [expected]


@pytest.mark.parametrize(("name", "expected"), [("新建公厕数量", "fail"), ("高新技术企业认定数量", "pass")])
def test_g04_missed_then_gone(name, expected):
    old = department(
        2020,
        row(1, level3="新认定高新技术企业数", target=(">=34", "家"), actual=("14", "家"), weight=2, score=1),
    )
    now = department(2021, row(1, level3=name, target=(">=20", "家"), actual=("21", "家"), weight=2, score=2))
    assert result("G04", old, now) == [expected]


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("机关核定编制15名。", "fail"),
        ("机关核定编制15名，系三定调整所致。", "pass"),
        ("机关核定编制8名。", "pass"),
    ],
)
def test_g05_posts(now, expected):
    old = year(2020, told("overview", "机关核定编制8名。"))
    assert result("G05", old, year(2021, told("overview", now))) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [(COPIED, "fail"), ("今年通过建立台账、按月调度、第三方复核等办法提升了资金使用效益，" * 8, "pass")],
)
def test_g06_copied(text, expected):
    old = year(2020, section("problems", COPIED))
    assert result("G06", old, year(2021, section("problems", text))) == [expected]


def test_g06_numbers_that_did_not_change():
    told_ = [
        section("outputs", f"按照2021年1号文件推进。{COPIED}", heading="数量方面"),
        section("problems", COPIED, heading="问题"),
    ]
    (finding,) = over("G06", year(2020, told_), year(2021, told_))
    assert finding.message == "报告正文（不含职责、机构）约100%与上年相同，其中“数量方面”连数字也未变"


@pytest.mark.parametrize(("score", "expected"), [(92, "fail"), (82, "pass")])
def test_g07_same_measures_same_problem(score, expected):
    def one(number, total):
        rows = [row(n, weight=50, score=41, reason="受汛期影响工期顺延") for n in (1, 2)]
        return year(
            number,
            form(total_weight=100, total_score=total),
            form("report"),
            rows,
            section("measures", COPIED),
        )

    assert result("G07", one(2020, 92), one(2021, score)) == [expected]


@pytest.mark.parametrize(
    ("totals", "expected"), [((92, 92, 92), "review"), ((90, 92, 91), "pass"), ((95, 92, 70), "review")]
)
def test_g08_totals(totals, expected):
    views = [department(2019 + n, total_score=total) for n, total in enumerate(totals)]
    assert result("G08", *views) == [expected]


@pytest.mark.parametrize(("budget", "expected"), [("751.64", "fail"), ("5000.00", "pass")])
def test_g09_size(budget, expected):
    old = department(2020, fund(budget="6000.00", executed="6238.91"))
    assert result("G09", old, department(2021, fund(budget=budget, executed="700.00"))) == [expected]


@pytest.mark.parametrize(("target", "expected"), [(">=50", "fail"), (">=34", "pass")])
def test_g10_published_targets(target, expected):
    published = row(1, form_id="public", level3="高新技术企业认定数", target=(target, "家"))
    own = row(1, level3="高新技术企业认定数", target=(">=34", "家"), actual=("14", "家"), weight=2, score=1)
    assert result("G10", year(2021, form(), form("department", form_id="public"), published, own)) == [
        expected
    ]


def filed(number, *parts, path="青禾县/水利局"):
    """A year of the unit, each form in a file of its own in that folder."""
    view = department(number, row(1)) if not parts else year(number, *parts)
    document = view.documents[0]
    document.document_id, document.path = f"d{number}", f"{path}/{number}.docx"
    for each in (*view.forms, *view.indicators, *view.sections, *view.figures):
        each.document_id = document.document_id
    for form_ in view.forms:
        form_.fiscal_year = number
    return view


@pytest.mark.parametrize(
    ("kind", "path", "expected"),
    [
        ("report", "青禾县/水利局", "fail"),
        ("department", "青禾县/水利局", "review"),
        ("report", "青禾县/水利局/2020", "pass"),
    ],
)
def test_g11_a_file_of_another_year(kind, path, expected):
    view = filed(2021)
    view.forms = [x for x in view.forms if x.form_kind != "report"]
    old = filed(2020, form(kind), path=path)
    old.forms = [x for x in old.forms if x.form_kind == kind]
    assert result("G11", old, view) == [expected]


def test_g11_a_complete_year_beside_is_no_stray():
    old = filed(2020, form("department"), form("report"))
    assert result("G11", old, filed(2021)) == ["pass"]


def parted(number, *kinds, path="青禾县/水利局"):
    """A year with each kind of form in a file of its own."""
    view = filed(number, *(form(kind) for kind in kinds), path=path)
    view.forms = [x for x in view.forms if x.form_kind in kinds]
    first = view.documents[0]
    view.documents = [
        structs.replace(
            first, document_id=f"d{number}{x.form_kind}", path=f"{path}/{number}{x.form_kind}.docx"
        )
        for x in view.forms
    ]
    for each in view.forms:
        each.document_id = f"d{number}{each.form_kind}"
    return view


@pytest.mark.parametrize(
    ("early", "late", "folder", "expected"),
    [
        (("department",), ("summary", "report"), "青禾县/水利局", "fail"),
        (("summary", "report"), ("department",), "青禾县/水利局", "fail"),
        (("summary", "department"), ("report",), "青禾县/水利局", "fail"),
        (("report",), ("department", "summary"), "青禾县/水利局", "fail"),
        (("summary", "department"), ("summary", "report"), "青禾县/水利局", "pass"),
        (("department", "report"), ("summary", "department", "report"), "青禾县/水利局", "pass"),
        (("department",), ("summary", "report"), "青禾县/水利局/2021", "pass"),
        (("department",), ("summary",), "青禾县/水利局", "fail"),
    ],
)
def test_g11_one_set_torn_in_two_years(early, late, folder, expected):
    views = [parted(2020, *early), parted(2021, *late, path=folder)]
    found = check_dataset(Dataset(submissions=views), default(), [find("G11")])
    assert ("fail" in {x.result for x in found}) == (expected == "fail")


def test_g11_years_far_apart_are_no_set():
    views = [parted(2018, "department"), parted(2021, "summary", "report")]
    found = check_dataset(Dataset(submissions=views), default(), [find("G11")])
    assert "fail" not in {x.result for x in found}
