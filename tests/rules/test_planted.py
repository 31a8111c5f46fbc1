"""Honest submissions are not accused; each defect planted in one is found by its rule."""

from decimal import Decimal
from random import Random

import msgspec
import pytest

from rules.checking import check
from rules.families import ALL_RULES
from rules.profile import default
from tests.rules.building import dec
from tests.rules.honest import department, project

RULES = [rule for rule in ALL_RULES if rule.family in "ABDE"]
SEEDS = range(60)


def accusations(view):
    found = check(view, default(), RULES)
    return [x for x in found if x.result == "fail" and x.severity in {"严重", "重要"} and not x.subsumed_by]


@pytest.mark.parametrize("make", [department, project])
@pytest.mark.parametrize("seed", SEEDS)
def test_honest_submissions_are_not_accused(make, seed):
    assert [(x.rule_id, x.message) for x in accusations(make(seed))] == []


def change(record, column, value, suffix=""):
    """Print another value in a cell."""
    kind = {
        "weight": "points",
        "score": "points",
        "rate": "percent",
        "budget": "yuan",
        "executed": "yuan",
    }.get(column, "points")
    setattr(record, f"{column}_text", f"{value}{suffix}")
    setattr(record, f"{column}_{kind}", dec(value) * (10_000 if kind == "yuan" else 1))


def numeric(view, draw, met=True):
    rows = [
        row
        for row in view.indicators
        if row.target_kind == "number" and row.target_sign == ">=" and row.actual_value is not None
        if (row.actual_value >= row.target_value) is met
    ]
    return draw.choice(rows) if rows else None


def rate_off(view, draw):
    line = draw.choice([x for x in view.funds if x.rate_text])
    change(line, "rate", line.rate_percent + draw.choice((1, -1)), "%")


def part_off(view, draw):
    line = next(x for x in view.funds if x.item == "project")
    change(line, "budget", dec(line.budget_text) + draw.choice((Decimal("0.05"), 3, -2)))


def summary_off(view, draw):
    change(view.summary_rows[0], "budget", dec(view.summary_rows[0].budget_text) + 10)


def total_row_off(view, draw):
    change(view.summary_rows[1], "executed", dec(view.summary_rows[1].executed_text) + 10)


def weight_off(view, draw):
    row = draw.choice(view.indicators)
    change(row, "weight", row.weight_points + 1)


def total_weight_off(view, draw):
    change(view.forms[1], "total_weight", 95)


def total_score_off(view, draw):
    form = view.forms[1]
    change(form, "total_score", form.total_score_points + draw.choice((1, Decimal("0.5"), -3)))


def score_above(view, draw):
    row = draw.choice(view.indicators)
    change(row, "score", row.weight_points + 1)


def self_score_off(view, draw):
    change(view.summary_rows[0], "self_score", view.summary_rows[0].self_score_points - 2)


def full_for_missed(view, draw):
    row = numeric(view, draw)
    row.actual_value, row.actual_text = row.target_value / 2, str(row.target_value / 2)
    change(row, "score", row.weight_points)


def deducted_though_met(view, draw):
    row = numeric(view, draw)
    change(row, "score", row.weight_points - 4)


def half_for_little(view, draw):
    row = numeric(view, draw)
    row.actual_value, row.actual_text = row.target_value / 5, str(row.target_value / 5)
    change(row, "score", row.weight_points * Decimal("0.8"))


def no_reason(view, draw):
    row = numeric(view, draw)
    row.actual_value, row.actual_text = row.target_value * 3 / 4, str(row.target_value * 3 / 4)
    change(row, "score", row.weight_points * Decimal("0.75"))
    row.reason_text = None


def overspent(view, draw):
    line = view.funds[0]
    change(line, "executed", dec(line.budget_text) * 4)


def blank_group(view, draw):
    row = view.indicators[-1]
    row.level3, row.weight_points, row.weight_text, row.score_points, row.score_text = (
        "无",
        None,
        None,
        None,
        None,
    )
    row.level3_weight_points = None


def wrong_year(view, draw):
    view.forms[1].title = "整体支出绩效自评表（2020年度）"


def other_name(view, draw):
    view.summary_rows[0].unit_name = "临江市云溪区水务局"


def count_off(view, draw):
    view.forms[1].subordinate_count = 3


def ratio_over(view, draw):
    row = view.indicators[-1]
    row.actual_value, row.actual_text = Decimal(104), "104%"


def cost_reversed(view, draw):
    row = numeric(view, draw)
    row.level3, row.level3_weight_points = "单位成本", None


def label_off(view, draw):
    row = draw.choice(view.indicators)
    row.level3_weight_points += 1


def vague_reason(view, draw):
    no_reason(view, draw)
    for row in view.indicators:
        if row.reason_text is None and row.score_points < row.weight_points:
            row.reason_text = draw.choice(("长期工作", "持续推进", "客观原因"))


def blank_actual(view, draw):
    row = numeric(view, draw)
    row.actual_text = row.actual_value = None
    row.actual_kind = "empty"


def asked_target(view, draw):
    row = view.indicators[0]
    row.target_text = "管理制度是否健全"


def asked_name(view, draw):
    view.indicators[0].level3 = "管理制度是否健全"


def twice(view, draw):
    row = draw.choice(view.indicators)
    view.indicators.append(msgspec.structs.replace(row, row=99, at="t1.r99", places={}))


def money_as_output(view, draw):
    row = numeric(view, draw)
    row.level2, row.level3, row.target_unit = "数量指标", "拨付资金额", "元"


def satisfaction_as_benefit(view, draw):
    row = view.indicators[-1]
    row.level1, row.level2 = "效果指标", "社会效益指标"


def goal_as_result(view, draw):
    view.goals[0].target_text = "工作氛围日渐浓厚。管理制度逐步完善。发展态势良好。"


PLANTED = [
    (rate_off, {"A01"}), (part_off, {"A02"}), (summary_off, {"B01", "A03"}), (total_row_off, {"A03"}),
    (weight_off, {"A05", "A10"}), (total_weight_off, {"A07", "A08"}), (total_score_off, {"A09"}),
    (score_above, {"A11"}), (self_score_off, {"B02"}), (full_for_missed, {"D01"}), (deducted_though_met, {"D02"}),
    (half_for_little, {"D03", "D05"}), (no_reason, {"E02"}), (overspent, {"D08"}), (blank_group, {"E01"}),
    (wrong_year, {"B05"}), (other_name, {"B03"}), (count_off, {"B04"}), (ratio_over, {"A13"}),
    (cost_reversed, {"D18"}), (label_off, {"A10"}), (vague_reason, {"E03"}), (blank_actual, {"E06"}),
    (asked_target, {"E07"}), (asked_name, {"E08"}), (twice, {"E19"}), (money_as_output, {"E20"}),
    (satisfaction_as_benefit, {"E20"}), (goal_as_result, {"E16"}),
]  # fmt: skip


@pytest.mark.parametrize(("plant", "rules"), PLANTED, ids=lambda x: getattr(x, "__name__", ""))
def test_planted_defects_are_found(plant, rules):
    missing = []
    for seed in range(20):
        view, draw = department(seed), Random(seed)
        plant(view, draw)
        found = {x.rule_id for x in check(view, default(), RULES) if x.result == "fail"}
        if not rules <= found:
            missing.append((seed, rules - found))
    assert missing == []
