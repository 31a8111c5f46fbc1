"""Outcomes become findings: doubt, leads, merging, subsumption, ids, defects."""

import pytest

from extractors.records import Cell, Evidence, Issue
from rules.checking import check
from rules.ordering import in_order
from rules.profile import default
from rules.rule import Rule, failed, passed
from tests.rules.building import form, row, submission


def rule(rule_id, check_, **more):
    return Rule(
        id=rule_id,
        title=rule_id,
        severity="重要",
        confidence=more.pop("confidence", "确定"),
        check=check_,
        **more,
    )


def evidence(at="t1.r5.c3", role="得分"):
    return Evidence(document_id="d", form_id="department", at=at, role=role, text="92")


def yields(*outcomes):
    return lambda submission, profile: iter(outcomes)


def found(*rules, parts=()):
    return check(submission(*parts), default(), rules)


def test_a_discrepancy_is_a_fail():
    (finding,) = found(rule("X1", yields(failed("不一致", form=form(), evidence=[evidence()]))))
    assert (finding.result, finding.rule_id, finding.severity, finding.fiscal_year) == (
        "fail",
        "X1",
        "重要",
        2021,
    )
    assert (finding.form_id, finding.document_id, finding.unit_name) == (
        "department",
        "d",
        "临江市云溪区水利局",
    )


def test_a_lead_only_asks():
    (finding,) = found(rule("X1", yields(failed("请核实")), confidence="线索"))
    assert finding.result == "review"


@pytest.mark.parametrize("at", ["t1.r5.c3", "t1.r5", "t1"])
def test_doubt_at_the_place_never_accuses(at):
    issue = Issue(document_id="d", code="glyph", severity="doubt", message="字形不清", at=at)
    (finding,) = found(rule("X1", yields(failed("不一致", evidence=[evidence()]))), parts=[issue])
    assert finding.result == "open"
    assert "字形不清" in finding.diagnosis


@pytest.mark.parametrize(
    ("severity", "at"), [("doubt", "t1.r6.c3"), ("note", "t1.r5.c3"), ("doubt", "t1.r50")]
)
def test_doubt_elsewhere_and_notes_do_not_silence(severity, at):
    issue = Issue(document_id="d", code="glyph", severity=severity, message="字形不清", at=at)
    (finding,) = found(rule("X1", yields(failed("不一致", evidence=[evidence()]))), parts=[issue])
    assert finding.result == "fail"


def test_a_cell_recognised_poorly_does_not_accuse_even_unquoted():
    cell = Cell(document_id="d", table_at="t1", row=7, column=8, at="t1.r7.c8", confidence=0.4)
    outcome = failed("不一致", evidence=[evidence()], uses=[("d", "t1.r7.c8")])
    (finding,) = found(rule("X1", yields(outcome)), parts=[cell])
    assert finding.result == "open"
    assert "40%" in finding.diagnosis


def test_one_fact_in_three_places_is_one_finding():
    outcomes = [
        failed("执行率830.04%", fact=("751.64", "6238.91"), evidence=[evidence(f"t{i}.r1")])
        for i in (1, 2, 3)
    ]
    (finding,) = found(rule("X1", yields(*outcomes)))
    assert [x.at for x in finding.evidence] == ["t1.r1", "t2.r1", "t3.r1"]


def test_one_defect_is_one_line():
    cause = rule("X2", yields(failed("空白行", form=form(), key=("效果", "可持续"))), subsumes=("X1",))
    effect = rule(
        "X1", yields(failed("合计不符", form=form(), key=("效果", "可持续")), failed("另一处", form=form()))
    )
    findings = found(effect, cause)
    assert [x.subsumed_by for x in findings] == [findings[2].finding_id, None, None]


def test_ids_do_not_depend_on_values():
    def finding_id(text, name):
        outcome = failed(f"{text}不符", key=(name,), evidence=[Evidence(role="得分", text=text)])
        return found(rule("X1", yields(outcome)))[0].finding_id

    assert finding_id("92", "新认定企业14家") == finding_id("82", "新认定企业15家")
    assert finding_id("92", "新认定企业14家") != finding_id("92", "培训人次")


def test_ids_are_unique():
    findings = found(rule("X1", yields(passed("一致"), passed("一致"))))
    assert len({x.finding_id for x in findings}) == 2


def test_a_broken_rule_loses_no_other_result():
    def broken(submission, profile):
        yield passed("一致")
        raise RuntimeError("ours")

    defects = []
    findings = check(
        submission(), default(), [rule("X1", broken), rule("X2", yields(passed("一致")))], defects
    )
    assert [x.result for x in findings] == ["open", "pass"]
    assert [x.code for x in defects] == ["defect"]
    assert "ours" in defects[0].text


def test_a_rule_runs_after_those_it_reads():
    first, second = rule("X1", yields(), after=("X2",)), rule("X2", yields())
    assert [x.id for x in in_order([first, second], [])] == ["X2", "X1"]
    assert [x.id for x in in_order([first], [second])] == ["X2", "X1"]
    with pytest.raises(ValueError, match="X1 X2 X1"):
        in_order([first], [rule("X2", yields(), after=("X1",))])


def test_a_rule_sees_the_outcomes_it_waited_for():
    def weighs(submission, profile):
        yield passed(f"{len(submission.found('X2'))}项")

    later = rule("X1", weighs, after=("X2",))
    findings = found(later, rule("X2", yields(failed("不一致"), passed("一致"))))
    assert findings[0].message == "1项"


def test_lookups_are_by_form():
    view = submission(form("project", form_id="p1"), form("project", form_id="p2"), row(form_id="p2"))
    assert [view.indicators_of(x) for x in view.forms] == [[], view.indicators]
    assert view.scored_forms == view.forms
