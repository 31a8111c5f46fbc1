"""Forms that nobody tuned the reading on: wordings, orders, shapes that were invented for the test alone."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import groupby

from corpus.layouts.invent import invent, plain
from corpus.layouts.mother import Wording, draw
from corpus.layouts.shapes import Row, points_of
from corpus.layouts.texts import cells_of, fund_texts, fund_truth, row_truth
from corpus.layouts.truth import Drawn, FormTruth
from corpus.writing.drawing import Slot, document

_LEVELS = (("一级指标", "level1"), ("二级指标", "level2"), ("三级指标", "level3"))
_FUNDS = (
    ("年初预算", "initial"),
    ("调整后预算", "budget"),
    ("实际执行", "executed"),
    ("执行率（%）", "bare_rate"),
    ("权重", "weight"),
    ("得分", "score"),
)
_LABELS = (
    ("资金总额", "total"),
    ("其中：财政资金", "fiscal"),
    ("上年结转", "carryover"),
    ("其他资金", "other"),
)

WORDINGS: dict[str, Wording] = {
    "other_words": Wording(
        title="财政支出项目绩效自我评价表", goals=("年初绩效目标", "目标完成情况"), names=("项目名称", "预算主管部门", "项目单位"),
        columns=(("指标类别", "level1"), ("指标分类", "level2"), ("指标内容", "level3"), ("目标值", "target"), ("实际值", "actual"), ("权重分", "weight"), ("自评分值", "score"), ("偏差情况说明", "reason")),
        funds=_FUNDS, labels=_LABELS, fund_head="资金使用情况（万元）",
    ),
    "years_in_headings": Wording(
        columns=(*_LEVELS, ("2023年度目标值", "target"), ("2023年实际完成值", "actual"), ("分值（100分）", "weight"), ("自评得分（分）", "score"), ("未完成原因及改进措施", "reason")),
        funds=_FUNDS, labels=_LABELS,
    ),
    "weight_after_name": Wording(
        title="预算项目绩效运行自评表", columns=(*_LEVELS, ("标准分值", "weight"), ("计量单位", "unit"), ("计划完成值", "number"), ("实际完成数", "bare_actual"), ("评价得分", "score"), ("存在偏差的原因", "reason")),
        funds=_FUNDS, labels=_LABELS,
    ),
    "score_first": Wording(
        columns=(*_LEVELS, ("得分", "score"), ("分值", "weight"), ("绩效目标值", "target"), ("年度完成值", "actual"), ("说明", "reason")),
        funds=_FUNDS, labels=_LABELS, side="绩效指标完成情况",
    ),
    "unit_transfer": Wording(
        kind="transfer", title="省对下转移支付项目绩效自评表", names=("专项名称", "省级主管部门", "市县主管部门"),
        columns=(*_LEVELS, ("年度目标值", "target"), ("全年完成情况", "actual"), ("未完成原因及下一步措施", "reason")),
        funds=(("下达预算数", "budget"), ("实际支出数", "executed"), ("支出率", "rate")), labels=(("资金合计", "total"), ("省级资金", "fiscal"), ("其他资金", "other")),
        total="", executed_weight=False, goals=("总体目标", "实际完成情况"),
    ),
    "signs_in_words": Wording(
        style="words", columns=(*_LEVELS, ("指标值", "target"), ("完成值", "copied_actual"), ("分值", "weight"), ("得分", "score"), ("备注", "reason")),
        funds=_FUNDS, labels=_LABELS, total="合 计",
    ),
}  # fmt: skip


def banner_levels(seed: int) -> Drawn:
    """The first level as a row across the table, the others numbered below it."""
    project = invent(seed)
    texts = fund_texts(project.total)
    rows: list[Row] = [
        ["项目名称", Slot(project.project, 1, 3), "实施单位", Slot(project.unit, 1, 3)],
        [
            "预算数（万元）",
            Slot(texts["budget"], 1, 2),
            "执行数（万元）",
            texts["executed"],
            "执行率",
            Slot(texts["rate"], 1, 2),
        ],
        ["序号", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因"],
    ]
    keys = ["level1", "level2", "level3", "target", "actual", "weight", "score", "reason"]
    number = 0
    for level1, group in groupby(project.items, key=lambda item: item.level1):
        items = list(group)
        rows.append([Slot(f"{level1}（{plain(points_of(items))}分）", 1, 8)])
        for item in items:
            number += 1
            cells = cells_of(item)
            rows.append([str(number), *[cells[key] for key in keys[1:]]])
    rows.append([Slot("总计", 1, 5), plain(points_of(project.items)), plain(project.score), ""])
    truth = FormTruth(
        kind="project", year=project.year, unit_name=project.unit, project_name=project.project,
        total_weight=points_of(project.items), total_score=project.score, rows=[row_truth(item, keys) for item in project.items],
        funds=[fund_truth(project.total, ["budget", "executed", "rate"])],
    )  # fmt: skip
    return Drawn(document=document(f"{project.year}年度项目支出绩效自评表", rows), forms=[truth])


def transposed_money(seed: int) -> Drawn:
    """Sources of money as columns, stages as rows; the total score above the table."""
    project = invent(seed)
    money = [project.total, *project.parts]
    rows: list[Row] = [
        ["项目名称", Slot(project.project, 1, 3), "项目单位", Slot(project.unit, 1, 3)],
        [
            Slot("资金情况\n（万元）", 4),
            "",
            Slot("合计", 1, 2),
            Slot("财政拨款", 1, 2),
            "上年结转",
            "其他资金",
        ],
    ]
    for label, key in (("年初预算数", "initial"), ("全年预算数", "budget"), ("全年执行数", "executed")):
        cells = [fund_texts(each)[key] for each in money]
        rows.append([label, Slot(cells[0], 1, 2), Slot(cells[1], 1, 2), cells[2], cells[3]])
    rows.append(["一级指标", "二级指标", "三级指标", "指标值", "完成值", "分值", "得分", "原因分析"])
    keys = ["level1", "level2", "level3", "target", "actual", "weight", "score", "reason"]
    rows += [[cells_of(item)[key] for key in keys] for item in project.items]
    total = plain(project.score)
    truth = FormTruth(
        kind="project", year=project.year, unit_name=project.unit, project_name=project.project, total_score=project.score,
        rows=[row_truth(item, keys) for item in project.items], funds=[fund_truth(each, ["initial", "budget", "executed"]) for each in money],
    )  # fmt: skip
    return Drawn(
        document=document(f"{project.year}年度项目支出绩效自评表", f"自评得分：{total}分", rows),
        forms=[truth],
    )


KEPT_OUT: dict[str, Callable[[int], Drawn]] = {
    **{name: partial(draw, wording) for name, wording in WORDINGS.items()},
    "banner_levels": banner_levels,
    "transposed_money": transposed_money,
}
