"""Honest reports are not accused; each defect planted in one is found by its rule."""

from decimal import Decimal
from random import Random

import pytest

from rules.checking import check
from rules.families import ALL_RULES
from rules.profile import default
from tests.rules.honest_narrative import report
from tests.rules.narrating import narrated, told

RULES = [rule for rule in ALL_RULES if rule.family in "CF"]
SEEDS = range(40)


def failed(parts, severities=("严重", "重要")):
    defects = []
    found = check(narrated(*parts), default(), RULES, defects)
    assert defects == []
    return [x for x in found if x.result == "fail" and x.severity in severities]


@pytest.mark.parametrize("seed", SEEDS)
def test_honest_reports_are_not_accused(seed):
    parts, _ = report(seed)
    assert [
        (x.rule_id, x.message) for x in failed(parts, ("严重", "重要", "一般")) if x.rule_id != "C05"
    ] == []


def replaced(parts, key, text, heading=None):
    """The same report with other words in one section."""
    out = list(parts)
    at = next(i for i, x in enumerate(out) if getattr(x, "key", None) == key)
    old = out[at]
    out[at] = told(key, text, heading if heading is not None else old.heading, order=old.order)
    return out


def result_off(parts, matters, draw):
    one = draw.choice(matters)
    off = one.shown((one.actual * Decimal("1.3")).quantize(Decimal(1).scaleb(-one.places)) + 1)
    return replaced(parts, "outputs", f"{one.name}{off}。")


def target_off(parts, matters, draw):
    one = draw.choice(matters)
    off = one.shown((one.target * Decimal("0.7")).quantize(Decimal(1).scaleb(-one.places)))
    return replaced(parts, "outputs", f"{one.name}{one.shown(one.actual)}（任务数{off}）。")


def rate_off(parts, matters, draw):
    one = draw.choice(matters)
    off = (one.actual / one.target * 100 + 9).quantize(Decimal("0.1"))
    return replaced(
        parts,
        "outputs",
        f"{one.verb}{one.shown(one.actual)}（任务数{one.shown(one.target)}），完成率{off}%。",
    )


def growth_off(parts, matters, draw):
    one = draw.choice(matters)
    off = (one.actual / one.before * 100 - 100 + 23).quantize(Decimal("0.1"))
    before = one.shown(one.before)
    text = f"{one.verb}{one.shown(one.actual)}，比上年{before}增长{off}%。"
    return replaced(parts, "outputs", text) if off > 0 else None


def budget_of_the_projects(parts, matters, draw):
    project = next(
        x for part in parts if isinstance(part, list) for x in part if getattr(x, "item", "") == "project"
    )
    return replaced(
        parts, "budget", f"2021年部门预算{project.budget_text}万元，决算{project.executed_text}万元。"
    )


def budget_slip(parts, matters, draw):
    whole = next(
        x for part in parts if isinstance(part, list) for x in part if getattr(x, "item", "") == "fiscal"
    )
    return replaced(parts, "budget", f"2021年全年预算数{Decimal(whole.budget_text) * 10}万元。")


def everything_claimed(parts, matters, draw):
    if not any(one.missed for one in matters):
        return None
    return replaced(parts, "outputs", "年初设定的各项目标任务均已全部完成。")


def posts_off(parts, matters, draw):
    ratio = next(x for part in parts if isinstance(part, list) for x in part if getattr(x, "row", 0) == 22)
    possible = {(Decimal(100 * k) / 7).quantize(Decimal("0.01")) for k in range(8)}
    return None if ratio.actual_value in possible else replaced(parts, "duties", "核定编制7名。")


def nothing_asked(parts, matters, draw):
    out = replaced(parts, "satisfaction", "群众满意度高。")
    return [x for x in out if getattr(x, "key", None) != "goals"]


def problems_elsewhere(parts, matters, draw):
    if sum(one.missed for one in matters) < 5:
        return None
    return replaced(parts, "problems", "个别制度尚未修订。")


def list_short(parts, matters, draw):
    return replaced(parts, "duties", "内设5个科室：办公室、工程科、财务科。")


def parts_over(parts, matters, draw):
    return replaced(parts, "outputs", "共检查点位120处，其中城区80处、乡村50处。")


def late(parts, matters, draw):
    return replaced(parts, "outputs", "主体工程于2022年4月完工。")


def pasted(parts, matters, draw):
    text = (
        "负责全区水利工程建设和管理，承担河湖管护与农村供水保障职责，组织水旱灾害防御工作，按季度通报进展。"
    )
    return replaced(parts, "duties", f"{text}\n{text}")


def old_paragraph(parts, matters, draw):
    return replaced(parts, "duties", "2018年3月组建。今年以来，认真履行各项职责。")


def numbers_skip(parts, matters, draw):
    return replaced(parts, "measures", "1、加快进度。\n2、完善制度。\n4、加强培训。")


PLANTED = [
    (result_off, "C02"), (target_off, "C03"), (rate_off, "C04"), (rate_off, "F02"), (growth_off, "F03"),
    (budget_of_the_projects, "C01"), (budget_slip, "C01"), (everything_claimed, "C10"), (posts_off, "C07"),
    (nothing_asked, "C11"), (problems_elsewhere, "C12"), (list_short, "F04"), (parts_over, "F14"), (late, "F16"),
    (pasted, "F15"), (old_paragraph, "F07"), (numbers_skip, "F11"),
]  # fmt: skip


@pytest.mark.parametrize(("plant", "rule"), PLANTED, ids=lambda x: getattr(x, "__name__", x))
def test_planted_defects_are_found(plant, rule):
    missing, planted = [], 0
    for seed in range(25):
        parts, matters = report(seed)
        changed = plant(parts, matters, Random(seed))
        if changed is None:
            continue
        planted += 1
        if rule not in {x.rule_id for x in failed(changed, ("严重", "重要", "一般", "提示"))}:
            missing.append(
                (seed, [x.text for x in changed if getattr(x, "key", None) in {"outputs", "budget"}])
            )
    assert planted
    assert missing == []
