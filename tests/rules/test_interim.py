"""Figures of a date within the year are compared with no full year's."""

import pytest

from rules.interim import interim
from tests.rules.building import row
from tests.rules.narrating import narrated, say, told
from tests.rules.test_c01 import money


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("截至2021年6月底支出130.2", "截至2021年6月底"),
        ("截至10月31日，支出180", "截至10月31日"),
        ("截至十月底支出180", "截至十月底"),
        ("前三季度支出200", "前三季度"),
        ("1-9月支出200", "1-9月"),
        ("1至9月份支出200", "1至9月"),
        ("前11个月支出200", "前11个月"),
        ("9月末执行率70", "9月末"),
        ("1—6月7.9，下半年10.5", "下半年"),
        ("截至12月底支出130", None),
        ("截至2021年12月31日支出130", None),
        ("截至2021年末支出30", None),
        ("2021年1-12月支出200", None),
        ("6月底前完成30", None),
        ("年中追加30", None),
        ("上半年执行率45.5%，全年执行率97.54", None),
        ("截至11月底，全年累计完成30", None),
        ("2021年6月建成30", None),
        ("上半年执行率45%。执行率97.54", None),
    ],
)
def test_the_last_word_of_time_counts(text, words):
    assert interim(text, len(text)) == words


@pytest.mark.parametrize("when", ["截至2021年6月底", "上半年", "前三季度，", "1-9月", "2021年9月末"])
@pytest.mark.parametrize("rule", ["C01", "C02", "C04", "C17"])
def test_no_accusation_of_a_part_of_the_year(rule, when):
    text = told("budget", f"{when}支出130.2万元，预算执行率45.5%，培训教师210人。")
    rows = [*money(), row(1, level3="培训教师人数", target=(">=400", "人"), actual=("420", "人"))]
    assert not [x for x in say(rule, *rows, text) if x.result in {"fail", "review"}]
    assert not [x for x in narrated(*rows, text).links if x.relation in {"conflict", "scope"}]


def test_the_whole_year_is_accused_still():
    text = told("budget", "截至2021年12月底，预算执行率45.5%。")
    assert [x.result for x in say("C04", *money(), text)] == ["fail"]
