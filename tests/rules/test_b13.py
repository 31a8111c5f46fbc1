"""B13: projects counted in words and by forms."""

from decimal import Decimal

from extractors.records import Figure
from tests.rules.building import form, results, run


def count(number, sentence):
    return Figure(
        document_id="d", form_id="report", section_id="s", figure_id=f"f{number}", text=f"{number}个", start=0, end=3,
        value=Decimal(number), unit="个", step=Decimal(1), sentence=sentence, at="b1",
    )  # fmt: skip


def forms(number):
    return [form("project", form_id=f"p{i}", project_name=f"项目{i}") for i in range(number)]


def test_fires():
    (finding,) = run("B13", *forms(3), count(70, "全年对70个项目开展绩效自评。"))
    assert finding.message == "文中自评项目70个，收到项目自评表3张"


def test_near_misses():
    both = [
        count(3, "实施项目支出3个项目（含转列5个项目）自评。"),
        count(5, "实施项目支出3个项目（含转列5个项目）自评。"),
    ]
    assert results("B13", *forms(3), *both) == ["pass"]


def test_not_applicable():
    assert results("B13", count(70, "全年对70个项目开展绩效自评。")) == ["not_applicable"]
    assert results("B13", *forms(3), count(70, "完成70个小区改造。")) == ["not_applicable"]
