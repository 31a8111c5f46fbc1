"""Project forms as offices beyond the known ones might draw them: other headings, orders, places for the same things."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from itertools import groupby

from corpus.layouts.invent import Evaluation, Item, invent, plain
from corpus.layouts.shapes import Row, points_of
from corpus.layouts.texts import YUAN, cells_of, fund_texts, fund_truth, row_truth
from corpus.layouts.truth import Drawn, FormTruth
from corpus.writing.drawing import Slot, document

LEVELS = ["level1", "level2"]


def level_rows(
    items: list[Item], keys: list[str], print_: Callable[[Item], dict[str, str]] = cells_of
) -> list[Row]:
    """Rows under merged cells of both levels."""
    rows: list[Row] = []
    for level1, group in groupby(items, key=lambda item: item.level1):
        below = list(group)
        lead: Row = [Slot(level1, len(below))]
        for level2, subgroup in groupby(below, key=lambda item: item.level2):
            last = list(subgroup)
            lead = [*lead, Slot(level2, len(last))]
            for item in last:
                texts = print_(item)
                rows.append([*lead, *[texts[key] for key in keys]])
                lead = []
    return rows


def truth_of(project: Evaluation, keys: list[str], **more: object) -> FormTruth:
    """The form's truth: its names and its rows, with whatever else the layout prints."""
    truth = FormTruth(
        kind="project", year=project.year, unit_name=project.unit, project_name=project.project,
        rows=[row_truth(item, keys) for item in project.items],
    )  # fmt: skip
    for name, given in more.items():
        setattr(truth, name, given)
    return truth


def levels_in_one_cell(seed: int) -> Drawn:
    """Serial numbers; both levels in one cell; money as one row of pairs; no merged cells at all."""
    project = invent(seed)
    money = fund_texts(project.total)
    rows: list[Row] = [
        ["项目名称", Slot(project.project, 1, 3), "承担单位", Slot(project.unit, 1, 3)],
        ["预算安排（万元）", money["budget"], "实际支出（万元）", Slot(money["executed"], 1, 2), "支出进度", Slot(money["rate"], 1, 2)],
        ["序号", "指标类型", "考核内容", "计划目标", "完成情况", "满分", "实得分", "未达标原因说明"],
    ]  # fmt: skip
    keys = ["target", "actual", "weight", "score", "reason"]
    for number, item in enumerate(project.items, start=1):
        texts = cells_of(item)
        rows.append([str(number), f"{item.level1}-{item.level2}", item.name, *[texts[key] for key in keys]])
    rows.append([Slot("合计得分", 1, 5), plain(points_of(project.items)), plain(project.score), ""])
    truth = truth_of(
        project, [*LEVELS, *keys], total_weight=points_of(project.items), total_score=project.score,
        funds=[fund_truth(project.total, ["budget", "executed", "rate"])],
    )  # fmt: skip
    return Drawn(document=document(f"{project.year}年度财政专项资金项目绩效自查自评表", rows), forms=[truth])


def score_over_weight(seed: int) -> Drawn:
    """Score and full mark in one cell, `8/10`; the result before the plan; reasons first seen in a last column."""
    project = invent(seed)
    rows: list[Row] = [
        ["项目", Slot(project.project, 1, 2), "实施部门", Slot(project.unit, 1, 3)],
        ["一级", "二级", "具体指标", "实际完成", "年初目标", "得分/满分", "存在的差距及原因"],
    ]
    keys = ["level3", "actual", "target", "fraction", "reason"]
    rows += level_rows(
        project.items,
        keys,
        lambda item: cells_of(item) | {"fraction": f"{plain(item.score)}/{plain(item.weight)}"},
    )
    total = f"{plain(project.score)}/{plain(points_of(project.items))}"
    rows.append([Slot("合计", 1, 5), total, ""])
    truth = truth_of(
        project, [*LEVELS, "target", "actual", "weight", "score", "reason"],
        total_weight=points_of(project.items), total_score=project.score,
    )  # fmt: skip
    return Drawn(document=document(f"{project.year}年项目绩效自评情况表", rows), forms=[truth])


def unit_below_number(seed: int) -> Drawn:
    """The unit in the line below the number; two rows of headings over plan, result, points; total row at the top."""
    project = invent(seed, output=50, effect=30, satisfaction=20)
    money = fund_texts(project.total)
    rows: list[Row] = [
        ["项目名称", Slot(project.project, 1, 4), "项目责任单位", Slot(project.unit, 1, 2)],
        [Slot("资金安排与使用\n（单位：万元）", 2), Slot("预算批复数", 1, 2), Slot("决算支出数", 1, 3), Slot("预算完成率", 1, 2)],
        [Slot(money["budget"], 1, 2), Slot(money["executed"], 1, 3), Slot(money["rate"], 1, 2)],
        [Slot("指标体系", 1, 3), Slot("对标情况", 1, 2), Slot("评分情况", 1, 2), Slot("扣分说明", 2)],
        ["一级", "二级", "三级", "计划值", "实现值", "满分值", "自评分"],
        [Slot("总得分", 1, 5), "100", plain(project.score), ""],
    ]  # fmt: skip
    keys = ["level3", "below_target", "below_actual", "weight", "score", "reason"]

    def texts(item: Item) -> dict[str, str]:
        sign = cells_of(item)["sign"]
        return cells_of(item) | {
            "below_target": f"{sign}{plain(item.target)}\n{item.unit}",
            "below_actual": f"{plain(item.actual)}\n{item.unit}",
        }

    rows += level_rows(project.items, keys, texts)
    truth = truth_of(
        project, [*LEVELS, "target", "actual", "weight", "score", "reason"], total_weight=Decimal(100),
        total_score=project.score, funds=[fund_truth(project.total, ["budget", "executed", "rate"])],
    )  # fmt: skip
    return Drawn(document=document(f"{project.project}绩效自评表（{project.year}年）", rows), forms=[truth])


def arrived_and_left(seed: int) -> Drawn:
    """Money as a list of sources in 元 with arrival and balance, its total last; goals numbered below the indicators."""
    project = invent(seed, output=40, effect=30, satisfaction=20)
    goal = f"1.{project.goal}\n2.按时完成年度任务。"
    done = f"1.{project.done}\n2.年度任务按时完成。"
    rows: list[Row] = [
        ["项目名称", Slot(project.project, 1, 3), "申报单位", Slot(project.unit, 1, 3)],
        [Slot("资金来源", 1, 2), "预算安排", "到位资金", "支出金额", "结余金额", Slot("支出率", 1, 2)],
    ]
    for label, money in zip(
        ("本级财政资金", "上年结转资金", "其他资金", "合计"), [*project.parts, project.total], strict=True
    ):
        texts = fund_texts(money, "元", commas=True)
        left = f"{(money.budget - money.executed) * YUAN:,.2f}"
        rows.append(
            [
                Slot(label, 1, 2),
                texts["budget"],
                texts["arrived"],
                texts["executed"],
                left,
                Slot(texts["rate"], 1, 2),
            ]
        )
    keys = ["level3", "target", "actual", "weight", "score", "reason"]
    rows += [
        ["指标层级一", "指标层级二", "指标名称", "预设目标", "完成结果", "指标分值", "评定得分", "备注说明"],
        *level_rows(project.items, keys),
    ]
    rows += [["预定绩效目标", Slot(goal, 1, 7)], ["绩效目标实现情况", Slot(done, 1, 7)]]
    money_keys = ["budget", "executed", "rate"]
    truth = truth_of(
        project, [*LEVELS, *keys], funds=[fund_truth(money, money_keys) for money in [project.total, *project.parts]],
        goals=[(goal, done)],
    )  # fmt: skip
    return Drawn(
        document=document(
            f"{project.year}年度预算支出项目绩效自评报告表", "金额单位：元", rows, "填表人：        审核人："
        ),
        forms=[truth],
    )


def remarks_between(seed: int) -> Drawn:
    """Subtotals and remarks as rows between the groups; levels said again in each row, nothing merged."""
    project = invent(seed)
    keys = [*LEVELS, "level3", "sign", "number", "unit", "bare_actual", "weight", "score"]
    rows: list[Row] = [
        ["项目名称", Slot(project.project, 1, 3), "填报单位", Slot(project.unit, 1, 4)],
        [
            "一级指标名称",
            "二级指标名称",
            "三级指标名称",
            "比较符",
            "目标数",
            "计量单位",
            "完成数",
            "指标权值",
            "自评得分",
        ],
    ]
    for level1, group in groupby(project.items, key=lambda item: item.level1):
        items = list(group)
        rows += [[cells_of(item)[key] for key in keys] for item in items]
        score = sum((item.score for item in items), Decimal(0))
        rows.append([Slot(f"{level1}小计", 1, 7), plain(points_of(items)), plain(score)])
        rows.append([Slot("数据来源：业务台账、验收资料、财务账簿。", 1, 9)])
    rows.append([Slot("自评总得分", 1, 7), plain(points_of(project.items)), plain(project.score)])
    truth = truth_of(project, keys, total_weight=points_of(project.items), total_score=project.score)
    return Drawn(document=document(f"{project.year}年度项目支出绩效自评结果表", rows), forms=[truth])


def outline(seed: int) -> Drawn:
    """Both levels as numbered rows across the table, `一、…（50分）`, `（一）…`; goals as rows above."""
    project = invent(seed, output=60, effect=30, satisfaction=10)
    keys = ["target", "actual", "weight", "score", "reason"]
    rows: list[Row] = [
        ["项目名称", Slot(project.project, 1, 6)],
        ["项目单位", Slot(project.unit, 1, 6)],
        ["年度目标", Slot(project.goal, 1, 6)],
        ["完成情况", Slot(project.done, 1, 6)],
        ["序号", "绩效指标", "年度目标", "年终完成", "标准分", "评价得分", "备注"],
    ]
    number = 0
    for i, (level1, group) in enumerate(groupby(project.items, key=lambda item: item.level1)):
        items = list(group)
        rows.append([Slot(f"{'一二三'[i]}、{level1}（{plain(points_of(items))}分）", 1, 7)])
        for j, (level2, subgroup) in enumerate(groupby(items, key=lambda item: item.level2)):
            rows.append([Slot(f"（{'一二三四'[j]}）{level2}", 1, 7)])
            for item in subgroup:
                number += 1
                texts = cells_of(item)
                rows.append([str(number), item.name, *[texts[key] for key in keys]])
    rows.append([Slot("总　　计", 1, 4), "100", plain(project.score), ""])
    truth = truth_of(
        project, [*LEVELS, *keys], total_weight=Decimal(100), total_score=project.score,
        goals=[(project.goal, project.done)],
    )  # fmt: skip
    return Drawn(document=document(f"{project.year}年度项目绩效自评打分表", rows), forms=[truth])


def rate_of_each(seed: int) -> Drawn:
    """A share of completion beside each result; sources of scores; weights in the level cells; 自评分 at the top."""
    project = invent(seed)
    money = fund_texts(project.total)
    rows: list[Row] = [
        ["项目名称", Slot(project.project, 1, 4), "自评总分", Slot(plain(project.score), 1, 2)],
        ["执行单位", Slot(project.unit, 1, 4), "主管单位", Slot(project.supervisor, 1, 2)],
        [
            "资金（万元）",
            "项目预算",
            money["budget"],
            "已支付",
            money["executed"],
            "支付率",
            Slot(money["rate"], 1, 2),
        ],
        ["指标大类", "指标中类", "指标小类", "绩效标准", "实际结果", "达成率", "权重", "得分"],
    ]
    keys = ["level3", "target", "actual", "reached", "weight", "score"]

    def texts(item: Item) -> dict[str, str]:
        share = (100 * item.actual / item.target).quantize(Decimal("0.01")) if item.target else Decimal(0)
        return cells_of(item) | {"reached": f"{plain(share)}%"}

    rows += level_rows(project.items, keys, texts)
    truth = truth_of(
        project,
        [*LEVELS, *keys],
        total_score=project.score,
        funds=[fund_truth(project.total, ["budget", "executed", "rate"])],
    )
    return Drawn(
        document=document("附表3-1", f"{project.year}年度财政支出项目绩效自评表", rows), forms=[truth]
    )
