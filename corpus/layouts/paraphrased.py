"""Project forms in words that nobody has listed: paraphrased headings, columns moved, added, unnamed, repeated."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from decimal import Decimal
from functools import cache, partial
from itertools import groupby
from pathlib import Path
from random import Random

import msgspec

from corpus.layouts.invent import Evaluation, Item, Money, invent, plain
from corpus.layouts.shapes import Row
from corpus.layouts.texts import cells_of, fund_texts, fund_truth, row_truth
from corpus.layouts.truth import Drawn, FormTruth
from corpus.writing.drawing import Slot, document

LEVELS = ["level1", "level2", "level3"]
USUAL = {
    "level1": "一级指标", "level2": "二级指标", "level3": "三级指标", "target": "年度指标值", "number": "指标值", "sign": "指标性质",
    "unit": "计量单位", "actual": "实际完成值", "bare_actual": "实际完成值", "weight": "分值", "score": "得分", "reason": "偏差原因分析",
    "initial": "年初预算数", "budget": "全年预算数", "executed": "全年执行数", "rate": "执行率",
}  # fmt: skip


class Plan(msgspec.Struct, kw_only=True):
    """What one office prints, drawn by lot."""

    rng: Random
    share: float  # of the headings that are paraphrased
    keys: list[str]  # columns of the indicator table
    money: list[str]  # columns of the money table
    merged: bool = True
    nameless: str | None = None  # a column without a heading
    repeated: bool = False  # the header again in the middle
    blanks: bool = False  # blank rows between the rows
    grouped: bool = False  # a header row of groups over the headings
    coded: bool = False  # 1. 2. 3. or (A) (B) at the headings


@cache
def pool() -> dict[str, dict[str, list[str]]]:
    """The paraphrases by part of the form and by column."""
    return tomllib.loads((Path(__file__).parent / "paraphrases.toml").read_text(encoding="utf-8"))


def words(part: str, key: str, rng: Random) -> str:
    """One paraphrase."""
    return rng.choice(pool()[part][key])


def paraphrased(seed: int, share: float = 0.6, hard: bool = False) -> Drawn:
    """A form of which each heading is paraphrased with probability `share`; `hard` adds all other changes."""
    rng = Random(seed * 7919 + 13)
    project = invent(seed)
    plan = _plan(rng, share, hard)
    rows = [
        *_head(plan, project),
        *_funds(plan, project),
        *_goals(plan, project),
        *_indicators(plan, project),
    ]
    title = words("titles", "project", rng) if rng.random() < share else "项目支出绩效自评表"
    return Drawn(document=document(f"{project.year}年度{title}", rows), forms=[_truth(plan, project)])


def _plan(rng: Random, share: float, hard: bool) -> Plan:
    split = rng.random() < 0.35
    target = ["sign", "number", "unit"] if split else ["target"]
    actual = ["bare_actual" if split else "actual"]
    measured = rng.choice(
        [
            [*target, *actual, "weight", "score", "reason"], ["weight", *target, *actual, "score", "reason"],
            [*target, *actual, "weight", "score"], ["weight", "score", *target, *actual, "reason"],
            [*target, "weight", *actual, "score", "reason"],
        ]
    )  # fmt: skip
    keys = [*LEVELS, *measured]
    if hard:
        for extra in rng.sample(sorted(set(pool()["extra"]) - {"sequence"}), rng.randint(0, 2)):
            keys.insert(rng.randint(3, len(keys)), extra)
        if rng.random() < 0.3:
            keys.insert(0, "sequence")
    money = rng.choice(
        [
            ["initial", "budget", "executed", "weight", "rate", "score"], ["budget", "executed", "rate"],
            ["budget", "executed", "rate", "weight", "score"], ["initial", "budget", "executed", "rate"],
        ]
    )  # fmt: skip
    plan = Plan(rng=rng, share=share, keys=keys, money=money)
    if hard:
        plan.merged = rng.random() < 0.7
        plan.nameless = rng.choice([None, None, "weight", "score", "reason", "level3", "actual", "target"])
        plan.repeated, plan.blanks = rng.random() < 0.2, rng.random() < 0.2
        plan.grouped, plan.coded = rng.random() < 0.2, rng.random() < 0.25
    return plan


def _worded(plan: Plan, part: str, key: str) -> str:
    if key == plan.nameless and part == "columns":
        return ""
    plain_key = {"bare_actual": "actual"}.get(key, key)
    if plan.rng.random() < plan.share:
        return words(part, plain_key, plan.rng)
    return USUAL[key]


def _width(plan: Plan) -> int:
    return max(len(plan.keys) + 1, len(plan.money) + 2)


def _spread(texts: list[str], width: int) -> Row:
    """Cells over a width, the last ones wider."""
    spans = [1] * len(texts)
    for extra in range(width - len(texts)):
        spans[-1 - extra % len(spans)] += 1
    return [Slot(text, 1, span) for text, span in zip(texts, spans, strict=True)]


def _head(plan: Plan, project: Evaluation) -> list[Row]:
    width, rng = _width(plan), plan.rng
    first, second, third = (
        words("names", key, rng) if rng.random() < plan.share else usual
        for key, usual in (("project", "项目名称"), ("supervisor", "主管部门"), ("unit", "实施单位"))
    )
    half = (width - 2) // 2
    return [
        [first, Slot(project.project, 1, width - 1)],
        [second, Slot(project.supervisor, 1, half), third, Slot(project.unit, 1, width - 2 - half)],
    ]


def _labels(plan: Plan, project: Evaluation) -> list[tuple[str, Money]]:
    usual = {
        "total": "年度资金总额",
        "fiscal": "其中：财政拨款",
        "carryover": "上年结转资金",
        "other": "其他资金",
    }
    return [
        (words("labels", m.item, plan.rng) if plan.rng.random() < plan.share else usual[m.item], m)
        for m in [project.total, *project.parts]
    ]


def _funds(plan: Plan, project: Evaluation) -> list[Row]:
    width = _width(plan) - 1
    block = words("money", "block", plan.rng) if plan.rng.random() < plan.share else "项目资金（万元）"
    heads = [_worded(plan, "money", key) for key in plan.money]
    rows: list[Row] = [[Slot(block, 5), *_spread(["", *heads], width)]]
    for number, (label, money) in enumerate(_labels(plan, project)):
        texts = fund_texts(money)
        if number == 0:
            texts |= {"weight": "10", "score": plain(project.execution_score)}
        rows.append(_spread([label, *[texts[key] for key in plan.money]], width))
    return rows


def _goals(plan: Plan, project: Evaluation) -> list[Row]:
    rng, width = plan.rng, _width(plan) - 1
    block, target, actual = (
        words("goals", key, rng) if rng.random() < plan.share else usual
        for key, usual in (("block", "年度总体目标"), ("target", "预期目标"), ("actual", "实际完成情况"))
    )
    left = width // 2
    return [
        [Slot(block, 2), Slot(target, 1, left), Slot(actual, 1, width - left)],
        [Slot(project.goal, 1, left), Slot(project.done, 1, width - left)],
    ]


def _indicators(plan: Plan, project: Evaluation) -> list[Row]:
    rng, width = plan.rng, _width(plan) - 1
    heads = [_coded(plan, i, _heading(plan, key)) for i, key in enumerate(plan.keys)]
    body: list[Row] = []
    for number, item in enumerate(project.items, start=1):
        if plan.repeated and number == 5:
            body.append(list(heads))
        if plan.blanks and number in (3, 6):
            body.append([""] * len(plan.keys))
        body.append(_item_row(plan, project, item, number))
    extra = width - len(plan.keys)
    rows: list[Row] = [list(heads), *body]
    if extra:  # the last column takes what is left of the width
        rows = [[*row[:-1], Slot(_text(row[-1]), 1, 1 + extra)] for row in rows]
    if plan.grouped:
        cut = next(i for i, key in enumerate(plan.keys) if key not in {*LEVELS, "sequence"})
        rows.insert(0, [Slot("指标体系", 1, cut), Slot("完成及评分", 1, width - cut)])
    block = words("goals", "sides", rng) if rng.random() < plan.share else "绩效指标"
    rows[0] = [Slot(block, len(rows)), *rows[0]]
    return [*rows, _total(plan, project)]


def _text(cell: str | Slot) -> str:
    return cell if isinstance(cell, str) else cell.text


def _heading(plan: Plan, key: str) -> str:
    if key in pool()["extra"]:
        return words("extra", key, plan.rng)
    return _worded(plan, "columns", key)


def _coded(plan: Plan, number: int, text: str) -> str:
    if not plan.coded or not text:
        return text
    return plan.rng.choice(
        [
            f"{number + 1}.{text}",
            f"{text}（{'ABCDEFGHIJKLMNO'[number]}）",
            "\n".join([text[:2], text[2:]]).strip(),
            f"*{text}",
            f"【{text}】",
        ]
    )


def _item_row(plan: Plan, project: Evaluation, item: Item, number: int) -> Row:
    rng = plan.rng
    texts = cells_of(item) | {
        "sequence": str(number), "owner": rng.choice(["办公室", "业务科", "规划财务股", "综合科"]),
        "source": rng.choice(["统计台账", "业务系统", "年度总结", "验收资料"]), "evidence": rng.choice(["验收单", "台账", "会议纪要", "照片"]),
        "standard": f"达到目标得{plain(item.weight)}分，否则按比例扣分", "explanation": f"反映{item.name}的情况",
        "last_year": f"{plain((item.actual * Decimal('0.9')).quantize(Decimal('0.1')))}{item.unit}",
    }  # fmt: skip
    merged = plan.merged and not (plan.repeated or plan.blanks)
    out: Row = []
    for key in plan.keys:
        if key not in ("level1", "level2") or not merged:
            out.append(texts[key])
        elif (run := _run(project.items, item, key)) is not None:
            out.append(Slot(texts[key], run))
    return out


def _run(items: list[Item], item: Item, key: str) -> int | None:
    """How many rows a level's cell spans; None below its first row."""
    for _, group in groupby(
        items, key=lambda each: (each.level1, each.level2) if key == "level2" else each.level1
    ):
        members = list(group)
        if members[0] is item:
            return len(members)
    return None


def _total(plan: Plan, project: Evaluation) -> Row:
    label = words("rows", "total", plan.rng) if plan.rng.random() < plan.share else "总分"
    texts = {"weight": "100", "score": plain(project.score + _executed(plan, project))}
    first = next(i for i, key in enumerate(plan.keys) if key in texts)
    rest: Row = [texts.get(key, "") for key in plan.keys[first:]]
    extra = _width(plan) - 1 - len(plan.keys)
    rest[-1] = Slot(_text(rest[-1]), 1, 1 + extra)
    return [Slot(label, 1, first + 1), *rest]


def _executed(plan: Plan, project: Evaluation) -> Decimal:
    return project.execution_score if "score" in plan.money else Decimal(0)


def _truth(plan: Plan, project: Evaluation) -> FormTruth:
    funds = [fund_truth(money, plan.money) for money in [project.total, *project.parts]]
    if "weight" in plan.money:
        funds[0].weight = Decimal(10)
    if "score" in plan.money:
        funds[0].score = project.execution_score
    return FormTruth(
        kind="project", year=project.year, unit_name=project.unit, project_name=project.project, total_weight=Decimal(100),
        total_score=project.score + _executed(plan, project), rows=[row_truth(item, plan.keys) for item in project.items],
        funds=funds, goals=[(project.goal, project.done)],
    )  # fmt: skip


PARAPHRASED: dict[str, Callable[[int], Drawn]] = {
    "words_replaced": partial(paraphrased, share=0.3),
    "most_words_replaced": partial(paraphrased, share=0.6),
    "all_words_replaced": partial(paraphrased, share=1.0),
    "columns_changed": partial(paraphrased, share=0.0, hard=True),
    "words_and_columns": partial(paraphrased, share=0.5, hard=True),
    "everything_changed": partial(paraphrased, share=1.0, hard=True),
}
