"""Headings, names and labels: normalised, known, put together, near, ambiguous."""

from __future__ import annotations

from decimal import Decimal

import pytest

from extractors.forms import vocabulary
from extractors.forms.normalise import heading, key, name


@pytest.mark.parametrize(
    ("text", "plain", "unit", "weight"),
    [
        ("项目资金\n（万元）(10分)", "项目资金", "万元", 10),
        ("执行率(B/A×100%)", "执行率", None, None),
        ("执行率(全年执行数/全年预算数)", "执行率", None, None),
        ("得分（20分*执行率）", "得分", None, 20),
        ("全年（调整）预算数", "全年调整预算数", None, None),
        ("实施单位（盖章）", "实施单位", None, None),
        ("年 初\n\n预算数", "年初预算数", None, None),
        ("1.项目年度目标完成情况", "项目年度目标完成情况", None, None),
        ("2023年度指标值", "年度指标值", None, None),
        ("指标权重（分）", "指标权重", "分", None),
    ],
)
def test_headings(text: str, plain: str, unit: str | None, weight: int | None) -> None:
    found = heading(text)
    assert (found.key, found.unit, found.weight) == (plain, unit, weight)


@pytest.mark.parametrize(
    ("text", "loose", "plain", "weight"),
    [
        ("部门结转结余资金管理\n（3分）", False, "部门结转结余资金管理", 3),
        ("新认定企业14家（任务数34家）（2分）", False, "新认定企业14家（任务数34家）", 2),
        ("产 出 指 标 (50分)", True, "产出指标", 50),
        ("产出指标50分", True, "产出指标", 50),
        ("产出指标（50）", True, "产出指标", 50),
        ("培训（2）", False, "培训（2）", None),
        ("指标1：除险加固水库", False, "除险加固水库", None),
        ("★种植面积", False, "种植面积", None),
        ("1.调解纠纷", False, "调解纠纷", None),
        ("2021年底完成（5分）", False, "2021年底完成", 5),
        ("一、产出指标（50分）", True, "产出指标", 50),
    ],
)
def test_names(text: str, loose: bool, plain: str, weight: int | None) -> None:
    found = name(text, loose)
    assert (found.text, found.weight) == (plain, None if weight is None else Decimal(weight))


def test_every_wording_finds_its_role() -> None:
    for section in vocabulary.contexts():
        for role, entries in vocabulary.data()[section].items():
            for wording in entries:
                assert vocabulary.words(section)[key(wording)], (section, role, wording)


def test_every_wording_names_its_source() -> None:
    for section in (*vocabulary.contexts(), "labels", "rows"):
        for entries in vocabulary.data()[section].values():
            assert all(isinstance(source, str) and source for source in entries.values())


@pytest.mark.parametrize(
    ("section", "text", "role"),
    [
        ("indicators", "实际达到值", "actual"),
        ("indicators", "年末实际完成值", "actual"),
        ("indicators", "评定得分", "score"),
        ("indicators", "三级指标及说明", "level3"),
        ("indicators", "未达标原因及整改措施", "reason"),
        ("indicators", "财政部门评定得分", "review_score"),
        ("funds", "年中调整后预算", "budget"),
        ("funds", "资金使用率", "rate"),
        ("funds", "资金拨付数", "executed"),
        ("goals", "年末完成情况", "goal_actual"),
        ("goals", "年初计划目标", "goal_target"),
        ("labels", "项目牵头单位", "unit_name"),
    ],
)
def test_wordings_nobody_has_seen(section: str, text: str, role: str) -> None:
    found = vocabulary.match(section, text)
    assert found is not None and found.role == role and not found.exact


@pytest.mark.parametrize("text", ["未完成", "数量", "规格", "合同金额", "姓名", "培训人数"])
def test_other_words_are_no_headings(text: str) -> None:
    assert vocabulary.match("indicators", text) is None


def test_a_near_heading_agrees_in_its_deciding_words() -> None:
    found = vocabulary.near("indicators", "偏差原因分柝及改进措施")  # a misread character
    assert isinstance(found, vocabulary.Match) and found.role == "reason" and not found.exact
    assert vocabulary.near("indicators", "年初实际值") is None or isinstance(
        vocabulary.near("indicators", "年初实际值"), vocabulary.Ambiguous
    )


def test_placeholders() -> None:
    assert all(vocabulary.is_placeholder(text) for text in ("", "/", "——", "……", "无", "- -", "\\", "N/A"))
    assert not any(vocabulary.is_placeholder(text) for text in ("0", "0.00%", "无误", "-1"))
