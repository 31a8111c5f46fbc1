"""What looks like a form and is not read is said: other papers, targets alone, a defect of ours."""

from __future__ import annotations

import pytest

from extractors.extract import extract
from extractors.forms.layouts import tiered
from extractors.records import Extract
from tests.forms.drawing import draw


def read(text: str) -> Extract:
    return extract(draw(text), "0" * 64, "x.docx")


PAIRS = """
2022年度项目支出绩效自评表
项目名称 | 农村供水 | < | 实施单位 | 青禾县水务局
预算执行情况（万元） | 预算数： | 120 | 执行数： | 96
^ | 其中：财政拨款 | 100 | 其中：财政拨款 | 80
^ | 其他资金 | 20 | 其他资金 | 16
一级指标 | 三级指标 | 目标值 | 完成值 | 得分
产出指标 | 铺设管网 | ≥12公里 | 13公里 | 50
效益指标 | 受益人口 | ≥2万人 | 2万人 | 50
"""


NAMELESS = """
指标 | 目标 | 完成情况 | 满分 | 得分
新建公厕 | 3座 | 3座 | 60 | 60
产出指标 | ∅ | ∅ | ∅ | ∅
培训人数 | 50人 | 45人 | 40 | 36
"""


def test_a_table_that_nothing_calls_a_self_evaluation_is_said() -> None:
    found = read("项目名称：公厕建设\n" + NAMELESS)
    assert [(issue.code, issue.severity) for issue in found.issues if issue.code == "unread_form"] == [
        ("unread_form", "doubt")
    ]
    assert found.forms == [] and found.documents[0].status == "partial"
    assert read("某某物业服务采购项目评分表\n" + NAMELESS).issues == []


def test_indicators_that_no_header_tells_are_a_loss() -> None:
    found = read("产出指标 | 5 | ≥3座\n效益指标 | 8 | ≥5人\n满意度指标 | 9 | 90%")
    assert [(issue.code, issue.severity) for issue in found.issues] == [("unread_form", "loss")]


def test_targets_alone_are_said_to_be_so() -> None:
    found = read(
        "绩效目标\n一级指标 | 二级指标 | 三级指标 | 指标值\n产出指标 | 数量指标 | 新建公厕 | 3座\n效益指标 | 社会效益 | 受益 | 50人\n满意度指标 | 满意度指标 | 满意 | ≥90%"
    )
    assert [(issue.code, issue.severity) for issue in found.issues] == [("target_table", "note")]
    assert found.documents[0].status == "complete"


def test_a_defect_of_ours_costs_one_table(monkeypatch: pytest.MonkeyPatch) -> None:
    whole, calls = tiered.read, []

    def torn(block):  # the first table breaks it
        calls.append(block)
        return whole(block) if len(calls) > 1 else next(iter(()))

    monkeypatch.setattr(tiered, "read", torn)
    found = read(PAIRS + "\n" + PAIRS.replace("农村供水", "防汛"))
    assert [form.project_name for form in found.forms] == ["防汛"]
    said = next(issue for issue in found.issues if issue.code == "defect")
    assert said.severity == "loss" and "StopIteration" in (said.text or "") and said.at == "b1"
