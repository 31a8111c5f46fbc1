"""The national project form with its children: one drawing, many wordings."""

from __future__ import annotations

from decimal import Decimal
from itertools import groupby

import msgspec

from corpus.layouts.invent import Evaluation, Item, invent, plain
from corpus.layouts.texts import cells_of, fund_texts, fund_truth, row_truth
from corpus.layouts.truth import Drawn, FormTruth
from corpus.writing.drawing import Drawn as CellDrawn
from corpus.writing.drawing import Slot, document

Row = list[CellDrawn]


class Wording(msgspec.Struct, frozen=True, kw_only=True):
    """What one office prints. `columns` and `funds` are (heading, key) pairs from left to right."""

    kind: str = "project"
    title: str = "项目支出绩效自评表"
    year: str = "（{year}年度）"
    above: tuple[str, ...] = ()
    columns: tuple[tuple[str, str], ...]
    funds: tuple[tuple[str, str], ...]
    labels: tuple[tuple[str, str], ...]  # (label, item) of the money rows
    fund_head: str = "项目资金\n（万元）"
    goal_head: str = "年度总体目标"
    goals: tuple[str, str] = ("预期目标", "实际完成情况")
    side: str = "绩效指标"
    level1: str = "{name}"  # {name}, {points}
    level2: str = "{name}"
    name: str = "{name}"
    total: str = "总分"  # empty: no total row
    total_weight: bool = True
    executed_weight: bool = True
    grade: bool = False
    style: str = "glyph"
    unit: str = "万元"
    commas: bool = False
    coded: bool = False
    names: tuple[str, str, str] = ("项目名称", "主管部门", "实施单位")
    notes: tuple[str, ...] = ()
    weights: tuple[int, int, int] = (50, 30, 10)
    repeat: str = ""  # text of a money part row's weight where an office repeats it
    header: str = "one"  # one | two: 年度指标值 over its parts
    placeholders: bool = False
    level1_spaced: bool = False


def draw(wording: Wording, seed: int) -> Drawn:
    """One form of this wording about an invented project."""
    project = invent(
        seed, output=wording.weights[0], effect=wording.weights[1], satisfaction=wording.weights[2]
    )
    width = len(wording.columns) + (1 if wording.side else 0)
    rows = [
        *_head(wording, project, width),
        *_funds(wording, project, width),
        *_goals(wording, project, width),
        *_indicators(wording, project, width),
        *_total(wording, project, width),
    ]
    parts = [*wording.above, wording.title, wording.year.format(year=project.year), rows, *wording.notes]
    return Drawn(document=document(*parts), forms=[_truth(wording, project)])


def _head(wording: Wording, project: Evaluation, width: int) -> list[Row]:
    name = f"{project.code}-{project.project}" if wording.coded else project.project
    first, second, third = wording.names
    half = (width - 2) // 2
    return [
        [first, Slot(name, 1, width - 1)],
        [second, Slot(project.supervisor, 1, half), third, Slot(project.unit, 1, width - 2 - half)],
    ]


def _funds(wording: Wording, project: Evaluation, width: int) -> list[Row]:
    by_item = {money.item: money for money in [project.total, *project.parts]}
    free = width - 1 - len(wording.funds)
    label = min(2, max(1, free))
    spread = [1] * len(wording.funds)
    for extra in range(free - label):
        spread[extra % len(spread)] += 1
    rows: list[Row] = [
        [
            Slot(wording.fund_head, 1 + len(wording.labels)),
            Slot("", 1, label),
            *[Slot(heading, 1, n) for (heading, _), n in zip(wording.funds, spread, strict=True)],
        ]
    ]
    for number, (words, item) in enumerate(wording.labels):
        texts = fund_texts(by_item[item], wording.unit, wording.commas)
        if number == 0 and wording.executed_weight:
            texts |= {"weight": str(100 - sum(wording.weights)), "score": _execution(wording, project)}
        elif number == 1 and wording.repeat:
            texts |= {"weight": wording.repeat}
        rows.append(
            [
                Slot(words, 1, label),
                *[Slot(texts[key], 1, n) for (_, key), n in zip(wording.funds, spread, strict=True)],
            ]
        )
    return rows


def _execution(wording: Wording, project: Evaluation) -> str:
    share = Decimal(100 - sum(wording.weights)) / 10
    return plain((project.execution_score * share).quantize(Decimal("0.01")))


def _goals(wording: Wording, project: Evaluation, width: int) -> list[Row]:
    left = (width - 1) // 2
    right = width - 1 - left
    return [
        [Slot(wording.goal_head, 2), Slot(wording.goals[0], 1, left), Slot(wording.goals[1], 1, right)],
        [Slot(project.goal, 1, left), Slot(project.done, 1, right)],
    ]


def _indicators(wording: Wording, project: Evaluation, width: int) -> list[Row]:
    keys = [key for _, key in wording.columns]
    count = len(project.items) + (2 if wording.header == "two" else 1) + 2 * wording.placeholders
    rows: list[Row] = _headings(wording, count)
    for level1, group in groupby(project.items, key=lambda item: item.level1):
        items = list(group)
        lead: Row = (
            [Slot(_level(wording.level1, level1, items, wording.level1_spaced), len(items))]
            if "level1" in keys
            else []
        )
        for level2, subgroup in groupby(items, key=lambda item: item.level2):
            below = list(subgroup)
            if "level2" in keys:
                lead = [*lead, Slot(_level(wording.level2, level2, below), len(below))]
            for item in below:
                texts = cells_of(item, wording.style)
                texts["level3"] = wording.name.format(name=item.name, points=plain(item.weight))
                rows.append([*lead, *[texts[key] for key in keys if key not in {"level1", "level2"}]])
                lead = []
    if wording.placeholders:
        blanks = ["/"] * (len(keys) - 3)
        rows += [["效益指标", "生态效益指标", f"指标{n}：", *blanks] for n in (1, 2)]
    return rows


def _headings(wording: Wording, count: int) -> list[Row]:
    side: Row = [Slot(wording.side, count)] if wording.side else []
    if wording.header == "one":
        return [[*side, *[heading for heading, _ in wording.columns]]]
    parts = {"sign", "number", "unit"}
    top: Row = [*side]
    bottom: Row = []
    for heading, key in wording.columns:
        if key == "sign":
            top.append(Slot("年度指标值", 1, 3))
        elif key not in parts:
            top.append(Slot(heading, 2))
        if key in parts:
            bottom.append(heading)
    return [top, bottom]


def _level(pattern: str, name: str, items: list[Item], spaced: bool = False) -> str:
    points = plain(sum((item.weight for item in items), Decimal(0)))
    return pattern.format(name=" ".join(name) if spaced else name, points=points)


def _total(wording: Wording, project: Evaluation, width: int) -> list[Row]:
    if not wording.total:
        return []
    keys = [key for _, key in wording.columns]
    offset = 1 if wording.side else 0
    at = {key: offset + keys.index(key) for key in ("weight", "score") if key in keys}
    row: Row = []
    first = min(at.values())
    row.append(Slot(wording.total, 1, first))
    for column in range(first, width):
        if column == at.get("weight") and wording.total_weight:
            row.append("100")
        elif column == at.get("score"):
            row.append(plain(_score(wording, project)))
        elif column == width - 1 and wording.grade:
            row.append(_grade(_score(wording, project)))
        else:
            row.append("")
    return [row]


def _score(wording: Wording, project: Evaluation) -> Decimal:
    return project.score + (Decimal(_execution(wording, project)) if wording.executed_weight else 0)


def _grade(score: Decimal) -> str:
    return next(name for least, name in ((90, "优"), (80, "良"), (60, "中"), (0, "差")) if score >= least)


def _truth(wording: Wording, project: Evaluation) -> FormTruth:
    keys = [key for _, key in wording.columns]
    money = {each.item: each for each in [project.total, *project.parts]}
    fund_keys = [key for _, key in wording.funds]
    funds = [fund_truth(money[item], fund_keys, item) for _, item in wording.labels]
    if wording.executed_weight and "weight" in fund_keys:
        funds[0].weight = Decimal(100 - sum(wording.weights))
    if wording.executed_weight and "score" in fund_keys:
        funds[0].score = Decimal(_execution(wording, project))
    if wording.repeat and wording.repeat.isdigit():
        funds[1].weight = Decimal(wording.repeat)  # printed again on the part row, so read there
    for (words, _), fund in zip(wording.labels, funds, strict=True):
        fund.item = "central" if "中央" in words else "provincial" if "省级" in words else fund.item
    rows = [row_truth(item, keys, wording.style) for item in project.items]
    if "{points}" in wording.name:
        rows = [
            msgspec.structs.replace(row, weight=item.weight) if "weight" in keys else row
            for row, item in zip(rows, project.items, strict=True)
        ]
    scored = bool(wording.total) and "score" in keys
    return FormTruth(
        kind=wording.kind,
        year=project.year,
        unit_name=project.unit,
        project_name=project.project,
        total_weight=Decimal(100) if scored and wording.total_weight and "weight" in keys else None,
        total_score=_score(wording, project) if scored else None,
        rows=rows,
        funds=funds,
        goals=[(project.goal, project.done)],
    )
