"""Numbers torn by blanks or by a line's end are read whole; numbers side by side stay apart."""

from __future__ import annotations

import time

import pytest

from extractors.figures import find


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("全年培训 1 12 家企业，完成 率 9 8. 6 %。", [("1 12 家", "112", "家"), ("9 8. 6 %", "98.6", "%")]),
        ("培训企业1\n12家，完成率98.6%。", [("1\n12家", "112", "家"), ("98.6%", "98.6", "%")]),
        ("支出1,2\n34.5万元。", [("1,2\n34.5万元", "12345000", "元")]),
        (
            "预算数1,0 00万元，支出 1 234.5 万元。",
            [("1,0 00万元", "10000000", "元"), ("1 234.5 万元", "12345000", "元")],
        ),
        (
            "中央资金 1 200 万元 ， 省级 300 万元 。",
            [("1 200 万元", "12000000", "元"), ("300 万元", "3000000", "元")],
        ),
        ("新建农村公路 1 0 2 . 5 公里", [("1 0 2 . 5 公里", "102.5", "公里")]),
        (
            "环比下降2 . 3个百分点，参训20 0余人次。",
            [("2 . 3个百分点", "2.3", "百分点"), ("20 0余人次", "200", "人次")],
        ),
        ("网络点击量1 2万，投资1 2 .5亿元。", [("1 2万", "120000", ""), ("1 2 .5亿元", "1250000000", "元")]),
        # thousands set apart are a way of writing of their own
        ("机采血小板2 106人份", [("2 106人份", "2106", "人份")]),
        # two numbers, or a number beside a label
        ("新建公厕 20座 21座 10 10", [("20座", "20", "座"), ("21座", "21", "座")]),
        ("新建公厕 20 21 座 10 10", [("21 座", "21", "座")]),
        ("2023 12家企业入驻", [("12家", "12", "家")]),
        ("1 12家企业入驻园区", [("12家", "12", "家")]),
        ("见表3 5个项目", [("5个", "5", "个")]),
        ("完成\n12家", [("12家", "12", "家")]),
    ],
)
def test_torn(text: str, figures: list[tuple[str, str, str]]) -> None:
    found = find(text)
    assert [(figure.text, figure.to_json()["value"], figure.unit) for figure in found] == figures
    assert all(text[figure.start : figure.end] == figure.text for figure in found)


def test_minutes_within_an_hour_are_one_length_of_time() -> None:
    found = find("平均到场时间缩短2分40秒，用时1小时30分钟。")
    assert [(figure.text, str(figure.value), figure.unit) for figure in found] == [
        ("2分40秒", "160", "秒"),
        ("1小时30分钟", "90", "分钟"),
    ]


@pytest.mark.parametrize("unit", ["1 ", "1\n", "1 .", "1, ", "家1 2", "月1 2 3 4 5 6 7"])
def test_linear(unit: str) -> None:
    began = time.process_time()
    find(unit * 4000)
    assert time.process_time() - began < 2.0


@pytest.mark.parametrize(
    "text",
    [
        "1+1>2的效应初步显现。",
        "20240115批次检测报告由第三方出具。",
        "坐标N34°12′36″，E114°48′20″。",
        "项目位于东经114.35度，北纬35.26度。",
        "统一社会信用代码91410221MA3X1234XY，身份证号410221198005061234。",
    ],
)
def test_what_counts_nothing(text: str) -> None:
    assert [figure.text for figure in find(text)] == []


def test_a_formula_leaves_its_result() -> None:
    text = "目标完成率：（实际完成数/计划完成数）×100%＝（48÷50）×100%＝96%。"
    assert [(figure.text, figure.kind) for figure in find(text)] == [("96%", "completion_rate")]


def test_values_in_brackets_behind_what_is_compared() -> None:
    text = "比预期目标（90%）高2.6个百分点；较2022年（89.3%）提高3.3个百分点。"
    assert [(figure.text, figure.kind) for figure in find(text)] == [
        ("90%", "target"),
        ("2.6个百分点", "growth"),
        ("89.3%", "previous"),
        ("3.3个百分点", "growth"),
    ]
