"""The real sample submission: the expected outcome of families C and F."""

import pytest

from tests.rules.test_sample import FILES, SAMPLE, WORST, findings

pytestmark = pytest.mark.skipif(not SAMPLE.exists(), reason="the sample is not here")

EXPECTED = {
    "fail": "C01 C05 C06 C07 C09 C10 C11 C12 C13 C14 F07 F08 F09 F10 F13",
    "review": "F12",
    "pass": "C02 C03 C04 C08 C15 C16 F01 F02 F04 F05 F06 F11 F15 F16 F24",
    "not_applicable": "C17 C18 C19 C20 C21 C22 F03 F14 F17 F18 F19 F20 F21 F22 F23",
}
# Findings of each failing rule, and their gravest severity (S-numbers of the audit by hand).
COUNTED = {
    "C01": (2, "严重"),  # S09
    "C05": (13, "一般"),  # S40: 11, S34: 2
    "C06": (4, "提示"),  # S41, S42
    "C07": (1, "重要"),  # S19
    "C09": (1, "重要"),  # S54
    "C10": (1, "严重"),  # S30
    "C11": (1, "一般"),  # S31
    "C12": (1, "重要"),  # S39
    "C13": (4, "重要"),  # S15: 3, S16
    "C14": (1, "重要"),  # S10
    "F07": (1, "一般"),  # S49
    "F08": (1, "重要"),  # S30
    "F09": (1, "一般"),  # S52
    "F10": (2, "提示"),  # S51
    "F13": (3, "一般"),  # S45
}


def narrative(name):
    return [finding for finding in findings(name) if finding.rule_id[0] in "CF"]


@pytest.mark.parametrize("name", FILES)
def test_every_rule_comes_out_as_expected(name):
    worst = {}
    for finding in narrative(name):
        known = worst.get(finding.rule_id, finding.result)
        worst[finding.rule_id] = min(known, finding.result, key=WORST.index)
    got = {result: " ".join(sorted(k for k, v in worst.items() if v == result)) for result in EXPECTED}
    assert got == EXPECTED


@pytest.mark.parametrize("name", FILES)
def test_as_many_findings_as_the_audit_by_hand(name):
    order = ("严重", "重要", "一般", "提示")
    failed = [finding for finding in narrative(name) if finding.result == "fail"]
    got = {}
    for finding in failed:
        number, gravest = got.get(finding.rule_id, (0, "提示"))
        got[finding.rule_id] = (number + 1, min(gravest, finding.severity, key=order.index))
    assert got == COUNTED


@pytest.mark.parametrize("name", FILES)
def test_the_diagnosis_is_in_words(name):
    said = [finding.message for finding in narrative(name) if finding.rule_id in {"C01", "C07", "C14"}]
    assert said == [
        "报告称“2021年年初预算数593万元”，自评表全年预算数合计为751.64万元，等于项目支出，差额158.64万元等于基本支出",
        "报告称“决算数6076.06万元”，自评表全年执行数合计为6238.91万元，等于项目支出，差额162.85万元等于基本支出",
        "“在职人员控制率”86.67%不能由编制8名得出，最近的可得值为87.5%（7/8）、75%（6/8），得出86.67%的最小编制数为15",
        "文中年初预算593万元与项目支出全年预算数593同一数额，而执行率1024.63%、文中写有追加",
    ]


@pytest.mark.parametrize("name", FILES)
def test_a_name_is_counted_where_it_stands(name):
    (finding,) = [x for x in narrative(name) if x.rule_id == "C09"]
    assert "科技和工业信息局”（2处）" in finding.message
    assert "科技和工业信息化局”6处" in finding.message


@pytest.mark.parametrize("name", FILES)
def test_the_claim_is_one_line(name):
    by_rule = {finding.rule_id: finding for finding in narrative(name)}
    assert by_rule["F08"].subsumed_by == by_rule["C10"].finding_id


def test_both_formats_give_the_same_findings():
    def said(name):
        return sorted((x.finding_id, x.rule_id, x.result, x.message) for x in narrative(name))

    assert said(FILES[0]) == said(FILES[1])
