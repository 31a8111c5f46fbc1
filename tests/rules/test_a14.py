"""A14: negative amounts, 元 where 万元 is said."""

from rules.checking import check
from rules.families import find
from rules.profile import default
from tests.rules.building import form, fund, results, run, submission, unit_row


def test_fires_on_a_slip_of_the_unit():
    parts = [form("summary"), unit_row(budget="751.64"), form(), fund(budget="7516400")]
    findings = run("A14", *parts)
    assert [x.result for x in findings] == ["pass", "fail"]
    assert findings[1].message == "全年预算数7516400与汇总表相差1万倍"


def test_fires_on_a_negative_amount():
    assert results("A14", fund(budget="100", executed="-5")) == ["fail"]


def test_near_misses():
    parts = [form("summary"), unit_row(budget="751.64"), form(), fund(budget="751.64")]
    assert results("A14", *parts) == ["pass", "pass"]
    other = [form("summary"), unit_row(budget="7516.4"), form(), fund(budget="751.64")]
    assert results("A14", *other) == ["pass", "pass"]


def test_an_unstated_unit_proves_nothing():
    parts = [form("summary"), unit_row(budget="751.64"), form(amount_unit=None), fund(budget="7516400")]
    assert results("A14", *parts) == ["pass"]


def test_not_applicable():
    assert results("A14", form()) == ["not_applicable"]


def test_what_follows_from_the_sign_is_one_line():
    rows = [
        fund(1, budget="100", executed="-96", rate="96%"),
        fund(2, "其中：财政拨款", "source", "fiscal", budget="100", executed="96", rate="96%"),
    ]
    findings = check(submission(form(), rows), default(), [find(x) for x in ("A01", "A02", "A14", "D08")])
    (sign,) = [x for x in findings if x.rule_id == "A14" and x.result == "fail"]
    others = [x for x in findings if x.rule_id in {"A01", "A02", "D08"} and x.result == "fail"]
    assert others and all(x.subsumed_by == sign.finding_id for x in others)
