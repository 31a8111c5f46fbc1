"""Forms whose shape differs from the national one: flat lists, side by side, merged scores, review sheets."""

from __future__ import annotations

from decimal import Decimal
from itertools import groupby

from corpus.layouts.invent import Evaluation, Item, Money, cents, invent, plain
from corpus.layouts.texts import YUAN, cells_of, fund_texts, fund_truth, row_truth
from corpus.layouts.truth import Drawn, FormTruth, FundTruth
from corpus.writing.drawing import Drawn as CellDrawn
from corpus.writing.drawing import Slot, document

Row = list[CellDrawn]


def flat_list(seed: int) -> Drawn:
    """A unit's form without levels: unit and sign before two targets, coefficient, core mark; total at the top."""
    unit = invent(seed)
    keys = [
        "level3",
        "unit",
        "sign",
        "number",
        "number",
        "bare_actual",
        "coefficient",
        "weight",
        "score",
        "core",
    ]
    headings = ["指标名称", "计量单位", "指标性质", "年初指标值", "调整指标值", "全年完成值", "得分系数（%）", "指标权重（分）", "指标得分（分）", "是否核心指标"]  # fmt: skip
    money = unit.total
    total = plain(unit.score + unit.execution_score)
    rows: list[Row] = [
        ["主管部门", Slot(unit.unit, 1, 3), "财政处室", Slot("农业科", 1, 2), "自评总分（分）", Slot(total, 1, 2)],
        ["部门联系人", Slot("", 1, 4), "联系电话", Slot("", 1, 4)],
        [
            Slot("部门资金\n（万元）", 2), Slot("年初预算数", 1, 2), Slot("全年（调整）预算数", 1, 2), "全年执行数", "执行率（%）", "执行率权重", Slot("执行率得分", 1, 2),
        ],
        [
            Slot(plain(money.initial), 1, 2), Slot(plain(money.budget), 1, 2), plain(money.executed), f"{plain(money.rate or Decimal(0))}%", "10", Slot(plain(unit.execution_score), 1, 2),
        ],
        [Slot("绩效目标", 2), Slot("年初绩效目标", 1, 3), Slot("全年（调整）绩效目标", 1, 3), Slot("全年目标实际完成情况", 1, 3)],
        [Slot(unit.goal, 1, 3), Slot("", 1, 3), Slot(unit.done, 1, 3)],
        [*headings],
    ]  # fmt: skip
    rows += [[cells_of(item)[key] for key in keys] for item in unit.items]
    fund = fund_truth(money, ["initial", "budget", "executed", "rate"])
    fund.weight, fund.score = Decimal(10), unit.execution_score
    truth = FormTruth(
        kind="department", year=unit.year, unit_name=unit.unit, total_score=Decimal(total),
        rows=[row_truth(item, keys) for item in unit.items], funds=[fund], goals=[(unit.goal, unit.done)],
    )  # fmt: skip
    return Drawn(document=document(f"{unit.year}年度部门整体绩效自评表", rows), forms=[truth])


def side_by_side(seed: int) -> Drawn:
    """Three pairs of label and amount beside each other; single score, share, converted score."""
    project = invent(seed, output=50, effect=30, satisfaction=10)
    others = _spread(project)
    rows: list[Row] = [
        [Slot("一、基本情况", 1, 10)],
        [
            "项目名称",
            Slot(project.project, 1, 3),
            "实施（主管）单位",
            Slot(f"314002-{project.unit}", 1, 3),
            "金额单位",
            "万元",
        ],
        [Slot("二、预算执行情况", 1, 10)],
        [
            Slot("预算安排情况（调整后）", 1, 3),
            Slot("资金到位情况", 1, 3),
            Slot("资金执行情况", 1, 3),
            "预算执行进度（%）",
        ],
    ]
    for number, (label, money) in enumerate(
        (("数：", project.total), ("财政资金", others["fiscal"]), ("其他", others["other"]))
    ):
        heads = [
            f"{name}{label}" if number == 0 else f"其中：{label}" if number == 1 else label
            for name in ("预算", "到位", "执行")
        ]
        texts = fund_texts(money)
        line: Row = []
        for head, key in zip(heads, ("budget", "arrived", "executed"), strict=True):
            line += [Slot(head, 1, 2), texts[key]]
        rows.append([*line, texts["bare_rate"] if number == 0 else ""])
    keys = [
        "level1",
        "level2",
        "level3",
        "sign",
        "number",
        "unit",
        "bare_actual",
        "done",
        "full",
        "weight",
        "score",
    ]
    rows += [
        [Slot("三、目标完成情况", 1, 10)],
        [Slot("年度预期目标", 1, 5), Slot("具体完成情况", 1, 4), "总体完成率（%）"],
        [Slot(project.goal, 1, 5), Slot(project.done, 1, 4), "100"],
        [Slot("四、年度绩效指标", 1, 10)],
    ]
    top: Row = [Slot(name, 2) for name in ("一级指标", "二级指标", "三级指标")]
    top += [
        Slot("预期指标值", 1, 3),
        Slot("单项指标实际完成值", 2),
        Slot("单项指标完成情况", 2),
        Slot("自评得分", 1, 3),
    ]
    rows += [top, ["符号", "值", "单位（文字描述）", "单项指标得分", "权重占比（%）", "单项指标折算得分"]]
    for item in project.items:
        texts = cells_of(item, "ascii") | {"full": cells_of(item)["single"]}
        rows.append([texts[key] for key in keys])
    width = 11
    rows = [_stretched(row, width) for row in rows]
    truth = FormTruth(
        kind="project", year=project.year, unit_name=project.unit, project_name=project.project,
        rows=[row_truth(item, keys) for item in project.items],
        funds=[
            FundTruth(item=item, budget=money.budget * YUAN, executed=money.executed * YUAN, rate=project.total.rate if item == "total" else None)
            for item, money in (("total", project.total), ("fiscal", others["fiscal"]), ("other", others["other"]))
        ],
        goals=[(project.goal, project.done)],
    )  # fmt: skip
    return Drawn(document=document(f"{project.year}年度预算项目绩效自评表", rows), forms=[truth])


def merged_scores(seed: int) -> Drawn:
    """One score merged over all rows of a second level; reasons are one text for the whole form."""
    project = invent(seed, output=40, effect=30, satisfaction=10)
    execution = cents(project.execution_score * 2)
    total, texts = plain(project.score + execution), fund_texts(project.total)
    rows: list[Row] = [
        ["单位名称", Slot(project.unit, 1, 3), "填报日期", Slot("", 1, 2)],
        ["项目名称", Slot(project.project, 1, 6)],
        ["项目类别", Slot("1、部门预算项目 ☑  2、市直专项 □", 1, 6)],
        [
            Slot("预算执行情况\n（万元）（20分）", 2),
            Slot("", 1, 2),
            "预算数（A）",
            "执行数（B）",
            "执行率（B/A）",
            "得分（20分*执行率）",
        ],
        [Slot("年度财政资金总额", 1, 2), texts["budget"], texts["executed"], texts["rate"], plain(execution)],
        [
            Slot("年度绩效目标1\n（80分）", 1 + len(project.items)),
            "一级指标",
            "二级指标",
            "三级指标",
            "年初目标值（A）",
            "实际完成值（B）",
            "得分",
        ],
    ]
    truths = []
    for level1, group in groupby(project.items, key=lambda item: item.level1):
        items = list(group)
        lead: Row = [Slot(f"{level1}\n({plain(points_of(items))}分)", len(items))]
        for level2, subgroup in groupby(items, key=lambda item: item.level2):
            below = list(subgroup)
            lead = [*lead, Slot(level2, len(below))]
            score = sum((item.score for item in below), Decimal(0))
            for number, item in enumerate(below):
                cells = cells_of(item)
                row: Row = [*lead, cells["level3"], cells["target"], cells["actual"]]
                rows.append([*row, Slot(plain(score), len(below))] if number == 0 else row)
                lead = []
                truths.append(row_truth(item, ["level1", "level2", "target", "actual"], score=score))
    rows += [
        [Slot("总分", 1, 6), total],
        ["偏差大或目标未完成原因分析", Slot("部分指标受季节影响未达预期，已列入下年计划。", 1, 6)],
        ["改进措施及结果应用方案", Slot("加强调度，按月通报。", 1, 6)],
    ]
    fund = fund_truth(project.total, ["budget", "executed", "rate"])
    fund.score = execution
    truth = FormTruth(
        kind="project", year=project.year, unit_name=project.unit, project_name=project.project,
        total_score=Decimal(total), rows=truths, funds=[fund],
    )  # fmt: skip
    return Drawn(
        document=document("附表2", f"{project.year}年度{project.project}项目自评表", rows), forms=[truth]
    )


def department(seed: int) -> Drawn:
    """A unit's form with weights in three places, two partitions of its money."""
    unit = invent(seed, output=45, effect=40, satisfaction=15)
    parts = _spread(unit)
    basic = Money(
        item="basic",
        initial=Decimal(0),
        budget=cents(unit.total.budget / 3),
        executed=cents(unit.total.executed / 3),
    )
    project = Money(
        item="project",
        initial=Decimal(0),
        budget=unit.total.budget - basic.budget,
        executed=unit.total.executed - basic.executed,
    )
    money = [("资金来源：（1）财政拨款", "fiscal", parts["fiscal"]), ("         （2）其他资金", "other", parts["other"]), ("资金结构：（1）基本支出", "basic", basic), ("         （2）项目支出", "project", project)]  # fmt: skip
    rows: list[Row] = [
        ["评价部门名称", Slot(unit.unit, 1, 5), Slot("下属单位个数", 1, 2), "2"],
        [
            Slot("整体支出规模", 5),
            Slot("", 1, 3),
            Slot("全年预算数", 1, 2),
            Slot("全年执行数", 1, 2),
            "执行率",
        ],
    ]
    for label, _, amount in money:
        texts = fund_texts(amount)
        rows.append(
            [Slot(label, 1, 3), Slot(texts["budget"], 1, 2), Slot(texts["executed"], 1, 2), texts["rate"]]
        )
    rows += [
        [Slot("年度总体目标", 2), Slot("年初设定目标", 1, 4), Slot("全年完成情况", 1, 4)],
        [Slot(unit.goal, 1, 4), Slot(unit.done, 1, 4)],
        [Slot("分解目标自评", 1, 9)],
        [
            "一级指标",
            "权重",
            "二级指标",
            "三级指标",
            "年度指标值",
            "全年完成值",
            "分值",
            "得分",
            "偏差及原因分析",
        ],
        [""] * 9,
    ]
    for level1, group in groupby(unit.items, key=lambda item: item.level1):
        items = list(group)
        lead: Row = [Slot(level1, len(items)), Slot(plain(points_of(items)), len(items))]
        for level2, subgroup in groupby(items, key=lambda item: item.level2):
            below = list(subgroup)
            lead = [*lead, Slot(f"{level2}\n（{plain(points_of(below))}分）", len(below))]
            for item in below:
                cells = cells_of(item)
                rows.append(
                    [
                        *lead,
                        f"{item.name}（{plain(item.weight)}分）",
                        *[cells[key] for key in ("target", "actual", "weight", "score", "reason")],
                    ]
                )
                lead = []
    rows.append([Slot("总分", 1, 6), "100", plain(unit.score), ""])
    keys = ["level1", "level2", "target", "actual", "weight", "score", "reason"]
    truth = FormTruth(
        kind="department", year=unit.year, unit_name=unit.unit, total_weight=Decimal(100), total_score=unit.score,
        rows=[row_truth(item, keys) for item in unit.items],
        funds=[fund_truth(amount, ["rate"], item) for _, item, amount in money],  # no unit printed: no amount in 元
        goals=[(unit.goal, unit.done)],
    )  # fmt: skip
    return Drawn(
        document=document("附件6：", "部门（单位）整体支出绩效自评表", f"（ {unit.year}年度）", rows),
        forms=[truth],
    )


def _spread(evaluation: Evaluation) -> dict[str, Money]:
    """The parts as 财政 (with 结转) and 其他, adding up to the total."""
    by_item = {part.item: part for part in evaluation.parts}
    fiscal, carry = by_item["fiscal"], by_item["carryover"]
    joined = Money(item="fiscal", initial=fiscal.initial + carry.initial, budget=fiscal.budget + carry.budget, executed=fiscal.executed + carry.executed)  # fmt: skip
    return {"fiscal": joined, "other": by_item["other"]}


def points_of(items: list[Item]) -> Decimal:
    return sum((item.weight for item in items), Decimal(0))


def _stretched(row: Row, width: int) -> Row:
    """A row of ten columns in a table of eleven: its last cell takes the rest."""
    taken = sum(cell.columns if isinstance(cell, Slot) else 1 for cell in row)
    if taken != width - 1:
        return row
    last = row[-1]
    text = last.text if isinstance(last, Slot) else last
    columns = last.columns if isinstance(last, Slot) else 1
    return [*row[:-1], Slot(text, 1, columns + 1)]
