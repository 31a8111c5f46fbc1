"""B12: the rows of a department's table and the forms of its units."""

from rules.checking import check_dataset
from rules.families import find
from rules.profile import default
from rules.submission import Dataset
from tests.rules.building import form, fund, submission, unit_row


def dataset(listed, own, score=(90, 90)):
    head = submission(
        form("summary"),
        unit_row(1, "临江市云溪区水利局", budget="500.00"),
        unit_row(2, "云溪区河道管理所", budget=listed, self_score=score[0]),
    )
    unit = submission(form(unit_name="临江市云溪区河道管理所", total_score=score[1]), fund(budget=own))
    unit.record.submission_id = "s2"
    return Dataset(submissions=[head, unit])


def found(*args, **more):
    return check_dataset(dataset(*args, **more), default(), [find("B12")])


def test_fires():
    findings = found("120.00", "102.00")
    assert [x.result for x in findings] == ["fail", "pass"]
    assert findings[0].message == "“云溪区河道管理所”全年预算数：汇总表120.00，其自评表102.00"
    assert findings[0].submission_id == "s1"
    assert [x.result for x in found("102.00", "102.00", score=(90, 92))] == ["pass", "fail"]


def test_near_misses():
    assert [x.result for x in found("101.99", "101.994")] == ["pass", "pass"]


def test_not_applicable():
    alone = submission(form("summary"), unit_row(budget="1"))
    findings = check_dataset(Dataset(submissions=[alone]), default(), [find("B12")])
    assert [x.result for x in findings] == ["not_applicable"]
