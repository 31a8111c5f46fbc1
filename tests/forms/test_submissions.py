"""Forms of one unit and year come together under the variants of its name."""

from __future__ import annotations

import random

from extractors.names import parse, variants
from extractors.records import Document, Form
from extractors.submissions import group


def document(name: str, path: str) -> Document:
    return Document(document_id=name, path=path, root="2022", status="complete", form_count=1)


def form(doc: str, kind: str, unit: str | None, order: int = 1, year: int | None = 2022) -> Form:
    return Form(
        form_id=f"{doc}{order}",
        document_id=doc,
        form_kind=kind,
        unit_name=unit,
        order=order,
        fiscal_year=year,
        at="b1",
    )


def together(documents: list[Document], forms: list[Form]) -> list[list[str]]:
    submissions, grouped = group(documents, forms)
    assert {s.submission_id for s in submissions} == {f.submission_id for f in grouped}
    return sorted([f.form_id for f in grouped if f.submission_id == s.submission_id] for s in submissions)


def test_names() -> None:
    found = parse("314002-临江市云溪区水利局（盖章）")
    assert (found.region, found.core) == ("临江市云溪区", "水利局")
    assert parse("市场监督管理局").core == "市场监督管理局"
    assert parse("临江市城市管理局").core == "城市管理局"
    assert parse("区水利环保局").core == "水利环保局"


def test_variants() -> None:
    assert variants(parse("临江市云溪区科技和工业信息局"), parse("科技和工业信息化局"))
    assert variants(parse("云溪区水利局"), parse("临江市云溪区水利局"))
    assert not variants(parse("第一小学"), parse("第二小学"))
    assert not variants(parse("青禾县水利局"), parse("云溪区水利局"))
    assert not variants(parse("临江市水利局"), parse("云溪区水利局"))


def test_variants_in_one_file_are_one_unit() -> None:
    forms = [form("a", "department", "云溪区科技和工业信息局"), form("a", "report", "科技和工业信息化局", 2)]
    assert together([document("a", "a.docx")], forms) == [["a1", "a2"]]


def test_files_of_one_folder() -> None:
    documents = [document("a", "水利局/自评表.docx"), document("b", "水利局/自评报告.docx")]
    forms = [form("a", "department", "青禾县水利局"), form("b", "report", "水利局")]
    assert together(documents, forms) == [["a1", "b1"]]


def test_near_names_that_both_hand_in_the_same_form_are_two_units() -> None:
    documents = [document("a", "a.docx"), document("b", "b.docx")]
    forms = [form("a", "department", "青禾县农业农村局"), form("b", "department", "青禾县农业农村发展局")]
    assert len(together(documents, forms)) == 2


def test_same_name_in_two_counties() -> None:
    documents = [document("a", "甲/a.docx"), document("b", "乙/b.docx")]
    forms = [form("a", "department", "青禾县水利局"), form("b", "department", "云溪区水利局")]
    assert len(together(documents, forms)) == 2


def test_a_late_file_elsewhere_under_the_bare_name() -> None:
    documents = [document("a", "a.docx"), document("b", "补报/b.docx")]
    forms = [form("a", "department", "青禾县水利局"), form("b", "report", "水利局")]
    assert together(documents, forms) == [["a1", "b1"]]


def test_a_bare_name_that_fits_two_regions_stays_alone() -> None:
    documents = [document(n, f"{n}/{n}.docx") for n in "abc"]
    forms = [
        form("a", "department", "青禾县水利局"),
        form("b", "department", "云溪区水利局"),
        form("c", "report", "水利局"),
    ]
    assert len(together(documents, forms)) == 3


def test_a_form_without_a_name_belongs_to_its_file() -> None:
    forms = [form("a", "department", "青禾县水利局"), form("a", "project", None, 2)]
    assert together([document("a", "a.docx")], forms) == [["a1", "a2"]]


def test_years_are_two_submissions_and_a_missing_one_is_inherited() -> None:
    forms = [
        form("a", "department", "青禾县水利局", year=2021),
        form("b", "department", "青禾县水利局", year=2022),
        form("c", "project", "青禾县水利局", year=None),
    ]
    documents = [document("a", "1/a.docx"), document("b", "2/b.docx"), document("c", "3/c.docx")]
    submissions, _ = group(documents, forms)
    assert sorted(str(s.fiscal_year) for s in submissions) == ["2021", "2022", "None"]
    submissions, _ = group(documents[1:], forms[1:])
    assert [(s.fiscal_year, s.form_count) for s in submissions] == [(2022, 2)]


def test_order_is_of_no_matter() -> None:
    documents = [document(n, f"{n}.docx") for n in "abcd"]
    forms = [
        form("a", "department", "青禾县水利局"),
        form("b", "report", "水利局"),
        form("c", "department", "青禾县教育局"),
        form("d", "report", "青禾县教育局"),
    ]
    expected = group(documents, forms)
    for seed in range(5):
        random.Random(seed).shuffle(forms)
        assert group(documents, forms) == expected


def test_the_only_form_and_the_only_report_of_a_file_are_one_units() -> None:
    forms = [
        form("a", "summary", "云溪区水利局"),
        form("a", "department", "云溪区水利局", 2),
        form("a", "report", "云溪区教育局", 3),
    ]
    submissions, _ = group([document("a", "a.docx")], forms)
    assert [(x.unit_name, x.form_count) for x in submissions] == [("云溪区水利局", 3)]


def test_a_wrong_year_in_one_title_makes_no_second_submission() -> None:
    forms = [
        form("a", "summary", "云溪区水利局", year=2021),
        form("a", "department", "云溪区水利局", 2, year=2020),
        form("a", "report", "云溪区水利局", 3, year=2021),
    ]
    submissions, _ = group([document("a", "a.docx")], forms)
    assert [(x.fiscal_year, x.form_count) for x in submissions] == [(2021, 3)]


def test_two_years_of_one_form_in_a_file_are_two_submissions() -> None:
    forms = [
        form("a", "department", "云溪区水利局", year=2020),
        form("a", "department", "云溪区水利局", 2, year=2021),
    ]
    assert len(together([document("a", "a.docx")], forms)) == 2


def test_a_report_headed_with_a_neighbour_s_name_brings_no_two_units_together() -> None:
    documents = [document("a", "40/自评材料.docx"), document("b", "41/自评材料.docx")]
    water, schools = "临江市云溪区水利局", "临江市青禾县教育局"
    forms = [
        form("a", "summary", water, 1), form("a", "department", water, 2), form("a", "report", schools, 3),
        form("b", "department", schools, 1), form("b", "report", schools, 2),
    ]  # fmt: skip
    assert together(documents, forms) == [["a1", "a2", "a3"], ["b1", "b2"]]
