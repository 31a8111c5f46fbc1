"""E21: dates of filing and publication."""

import pytest

from tests.rules.narrating import say, told, worst


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("自评结果拟于2020年6月底前在门户网站公开。", "fail"),
        ("项目结余资金已于2022年12月31日前已全部上缴。", "review"),
        ("自评结果拟于2022年6月底前在门户网站公开。", "not_applicable"),
        ("项目于2020年3月开工。", "not_applicable"),
        ("结余资金2022年1月20日已全部上缴。", "not_applicable"),
    ],
)
def test_dates_in_the_text(text, result):
    assert worst("E21", told("conclusion", text)) == result


def test_a_date_of_filing_fires():
    from extractors.records import Block
    from rules.checking import check
    from rules.families import find
    from rules.profile import default
    from tests.rules.narrating import narrated

    for text, expected in (
        ("填报日期：2020年12月20日", "fail"),
        ("填报日期：2021年10月8日", "review"),
        ("2022年3月5日", "pass"),
        ("批复日期：2020年3月1日", "not_applicable"),
    ):
        view = narrated(told("conclusion", "自评得分95分。"))
        view.blocks.append(
            Block(document_id="d", form_id="report", order=9, kind="paragraph", text=text, at="b99")
        )
        (finding,) = check(view, default(), [find("E21")])
        assert finding.result == expected, text


def test_the_message_names_both():
    (finding,) = say("E21", told("conclusion", "自评结果拟于2020年6月底前在门户网站公开。"))
    assert (finding.severity, finding.expected, finding.observed) == ("一般", "评价年度之后", "2020年6月底")


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("本报告数据截至2020年12月31日。", "fail"),
        ("以上数据统计截止时间为2020年12月31日。", "fail"),
        ("注：表中数据均截至2020年12月底。", "fail"),
        ("数据截止日期：2019年12月31日。", "fail"),
        ("本报告数据截至2021年12月31日。", "not_applicable"),
        ("本报告数据截至2022年2月28日。", "not_applicable"),
        ("截至2020年12月31日，在建工程余额360万元。", "not_applicable"),
        ("上年度数据截至2020年12月31日。", "not_applicable"),
        ("普查数据截至2020年11月1日零时。", "not_applicable"),
    ],
)
def test_the_day_on_which_the_figures_close(text, result):
    assert worst("E21", told("conclusion", text)) == result


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("2020年8月15日，州财政局组织的2021年度项目绩效抽查未发现问题。", "fail"),
        ("2020年11月，市审计局对2021年度专项资金进行了审计。", "fail"),
        ("2022年8月15日，州财政局组织的2021年度项目绩效抽查未发现问题。", "not_applicable"),
        ("2021年9月，县财政局对2021年度项目开展抽查。", "not_applicable"),
        ("2020年8月15日，州财政局组织的2019年度项目绩效抽查未发现问题。", "not_applicable"),
        ("2020年11月，县财政局对2021年度预算项目进行评价。", "not_applicable"),
        ("2020年10月，完成2021年度绩效目标申报审核和考核。", "not_applicable"),
        ("2020年12月，印发2021年度考核方案。", "not_applicable"),
    ],
)
def test_a_check_of_a_year_that_has_not_begun(text, result):
    assert worst("E21", told("conclusion", text)) == result


@pytest.mark.parametrize(
    "text",
    [
        "项目拟于2020年3月开工，后因疫情推迟到2021年5月开工。",
        "原计划于2020年10月完成，延至2021年6月完成。",
        "债券资金计划于2020年6月完成发行。",
        "根据2020年批复，项目拟于2020年12月开工建设。",
        "该项目为跨年项目，将于2020年开工实施、2022年完成。",
        "原拟于2020年12月完成整改。",
    ],
)
def test_what_was_once_planned(text):
    assert worst("E21", told("conclusion", text)) == "not_applicable"
