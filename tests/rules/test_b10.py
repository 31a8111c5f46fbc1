"""B10: the goals in the form and in the report."""

from tests.rules.building import form, goal, results, run, section

FORM = "完成河道治理12公里。新建水库监测站3处。推进节水型社会建设。强化山洪灾害防御能力。"
REPORT = "推进节水型社会建设；新建水库监测站3处。完成河道治理12公里。"


def parts(stated, told):
    return [form(), goal(stated), form("report"), section("goals", told)]


def test_fires():
    (finding,) = run("B10", *parts(FORM, REPORT))
    assert finding.message == "年初目标自评表4句、报告3句。只见于自评表：强化山洪灾害防御能力"


def test_near_misses():
    assert results("B10", *parts(FORM, "强化山洪灾害防御能力。" + REPORT)) == ["pass"]
    abridged = "完成河道治理12公里。新建水库监测站3处等。"
    assert results("B10", *parts(abridged, FORM)) == ["pass"]


def test_other_words_altogether_are_not_compared():
    assert results("B10", *parts(FORM, "提升防灾减灾水平。保障城乡供水。")) == ["not_applicable"]


def test_not_applicable():
    assert results("B10", form(), goal(FORM)) == ["not_applicable"]
