"""What the reports say before they are drawn: subjects, matters, main figures, marks, the list's order."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from corpus.sample_year.__main__ import write
from extractors.records import Finding
from extractors.records import Submission as Record
from pipeline.cli import app
from pipeline.reports.glance import glance
from pipeline.reports.html.index import Index, entry
from pipeline.reports.html.page import page
from pipeline.reports.material import Dossier, dossiers, paths
from pipeline.reports.takeaways import related, takeaways
from pipeline.reports.topics import topic, topics
from pipeline.store import Dataset, open_dataset
from rules.families import ALL_RULES
from rules.submission import Submission
from tests.running import run

SAMPLE = Path(__file__).parents[3] / "shared" / "sample" / "submission.docx"


def finding(
    rule: str, name: str, severity: str = "严重", related: tuple[str, ...] = (), result: str = "fail"
) -> Finding:
    return Finding(
        finding_id=name,
        rule_id=rule,
        result=result,
        severity=severity,
        confidence="确定",
        message=name,
        related=list(related),
    )


def dossier(*findings: Finding) -> Dossier:
    return Dossier(
        submission=Submission(record=Record(submission_id="s", unit_key="k")), findings=list(findings)
    )


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    folder = tmp_path_factory.mktemp("year")
    write(folder / "raw")
    run(folder)
    return open_dataset(folder / "out")


def named(dataset: Dataset, name: str) -> Dossier:
    return next(d for d in dossiers(dataset) if d.submission.unit_name == name)


def test_every_rule_has_one_subject() -> None:
    placed = [rule for rules in topics().values() for rule in rules]
    assert sorted(placed) == sorted(rule.id for rule in ALL_RULES)
    assert topic("A09") == "总分与各行得分"


def test_findings_of_one_matter_stand_below_the_one_that_most_hang_on() -> None:
    taken = takeaways(
        dossier(
            finding("A08", "a"),
            finding("A09", "b", related=("a", "c")),
            finding("E01", "c"),
            finding("D15", "d", "重要", related=("b",)),
            finding("D08", "e"),
            finding("D08", "f"),
            finding("C07", "g", "重要"),
            finding("C05", "h", "提示"),
            finding("D09", "i", "重要", result="review"),
        )
    )
    assert [(t.title, t.severity, t.more) for t in taken] == [
        ("总分与各行得分", "严重", 0),
        ("预算与执行", "严重", 0),
        ("单位、人员与机构", "重要", 0),
    ]
    assert [(m.head.message, [o.message for o in m.others], m.more) for t in taken for m in t.matters] == [
        ("b", ["a", "c", "d"], 0),
        ("e", ["f"], 0),
        ("g", [], 0),
    ]


def test_what_does_not_fit_is_counted() -> None:
    many = [finding("D02", f"x{n}") for n in range(7)]
    apart = [finding(rule, rule) for rule in ("D01", "D05", "E02", "E03")]
    (taken,) = takeaways(dossier(*apart, *many))
    assert (len(taken.matters), taken.more) == (3, 2)
    (taken,) = takeaways(dossier(*many))
    assert [(len(m.others), m.more) for m in taken.matters] == [(4, 2)]


def test_a_relation_holds_both_ways_and_only_among_what_is_shown() -> None:
    ties = related([finding("A08", "a"), finding("A09", "b", related=("a", "elsewhere", "b"))])
    assert dict(ties) == {"a": {"b"}, "b": {"a"}}


def test_main_figures(year: Dataset) -> None:
    facts = {f.label: f for f in glance(named(year, "临江市云溪区卫生健康委员会"))}
    assert [(f.value, f.note, f.alarming) for f in (facts["表内总分"], facts["分值合计"], facts["扣分"])] == [
        ("99.3", "各行得分合计 89.3", True),
        ("90", "按各行相加", True),
        ("0.7", "", False),
    ]
    assert not any(f.alarming for f in glance(named(year, "临江市云溪区水利局")))
    assert glance(dossier()) == []


def test_the_rate_is_that_of_the_whole_not_of_a_source(year: Dataset) -> None:
    education = named(year, "临江市云溪区教育体育局")
    facts = {f.label: f for f in glance(education)}
    assert (facts["执行率"].value, facts["执行率"].note) == ("97.73%", "4605.55 → 4501.18")
    view = education.submission
    view.summary_rows.clear()
    view.__dict__.pop("_summary_rows", None)
    (rate,) = (f for f in glance(education) if f.label == "执行率")
    assert (rate.value, rate.note) == ("97.73%", "4605.55 → 4501.18（各来源相加）")
    view.funds[0].executed_yuan = None
    view.known.clear()
    assert "执行率" not in {f.label for f in glance(education)}


def test_findings_and_cells_point_at_each_other(year: Dataset) -> None:
    shown = page(named(year, "临江市云溪区卫生健康委员会"), paths(year), "index.html")
    cards = {c.number: c for chapter in shown["chapters"] for g in chapter.groups for c in g.cards}
    assert sorted(cards) == list(range(1, len(cards) + 1))
    cells = {}
    for paper in shown["papers"]:
        for part in paper.parts:
            for cell in [part.cell] if part.cell else [c for row in part.rows for c in row]:
                cells[cell.id] = cell
    assert all(
        quote.target in cells and number in {mark.number for mark in cells[quote.target].numbers}
        for number, card in cards.items()
        for quote in card.quotes
        if quote.target
    )
    total = next(card for card in cards.values() if card.finding.rule_id == "A09")
    assert (len(total.quotes), len(total.more) > 8) == (1, True)
    assert {cards[number].finding.rule_id for number in total.related} >= {"A08", "E01", "D15"}
    assert cells[total.quotes[0].target].weight == "严重"


def test_the_list_is_gravest_first_and_bounded(year: Dataset, monkeypatch: pytest.MonkeyPatch) -> None:
    index = Index(year)
    for number, each in enumerate(dossiers(year)):
        index.add(entry(each, f"{number}.html", paths(year)))
    listed = index.context()["data"]["findings"]
    assert listed == sorted(listed, key=lambda row: (row[2] != 0, row[1], row[0]))
    assert index.context()["cut"] == 0
    monkeypatch.setattr("pipeline.reports.html.index._MOST", 7)
    context = index.context()
    assert (context["cut"], len(context["data"]["findings"])) == (7, 7)


@pytest.mark.skipif(not SAMPLE.exists(), reason="the sample is not here")
def test_the_sample_s_first_block_says_what_an_auditor_takes_away(tmp_path: Path) -> None:
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "submission.docx").write_bytes(SAMPLE.read_bytes())
    done = CliRunner().invoke(app, ["run", str(tmp_path / "raw"), "--out", str(tmp_path / "out"), "--quiet"])
    assert done.exit_code == 0, done.output
    (sample,) = dossiers(open_dataset(tmp_path / "out"))
    facts = {fact.label: (fact.value, fact.note) for fact in glance(sample)}
    assert facts == {
        "表内总分": ("92", "各行得分合计 82"),
        "分值合计": ("90", "按各行相加"),
        "执行率": ("830.04%", "751.64 → 6238.91"),
        "未达标指标": ("2", "可比的量化指标 17 项"),
        "扣分": ("8", "其中已达标的指标扣 6"),
    }
    said = {
        (take.title, other.rule_id)
        for take in takeaways(sample)
        for matter in take.matters
        for other in (matter.head, *matter.others)
    }
    assert said >= {
        *(("总分与各行得分", rule) for rule in ("A08", "A09", "E01", "D15")),
        ("预算与执行", "D08"),
        ("报告与表格的数字", "C01"),
        ("报告与表格的数字", "C14"),
        *(("完成情况与得分", rule) for rule in ("C10", "D02", "E02")),
        ("单位、人员与机构", "C07"),
    }
    heads = [take.matters[0].head for take in takeaways(sample)]
    assert heads[0].rule_id == "A09"
    assert "可持续影响指标（10分）" in heads[0].message
