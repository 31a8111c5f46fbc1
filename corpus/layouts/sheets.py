"""Summary and review sheets, several forms in one file."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import msgspec

from corpus.layouts.invent import Money, invent, plain
from corpus.layouts.mother import draw
from corpus.layouts.shapes import Row, department, flat_list, merged_scores, points_of, side_by_side
from corpus.layouts.texts import YUAN, cells_of, fund_texts, row_truth
from corpus.layouts.truth import Drawn, FormTruth, SummaryTruth
from corpus.layouts.wordings import WORDINGS
from corpus.writing.drawing import Slot, document


def summary(seed: int) -> Drawn:
    """A 汇总表 of several units with a blank second header row, pre-printed numbers, a total."""
    units = [invent(seed * 10 + n) for n in range(1, 4)]
    rows: list[Row] = [
        [
            "序号",
            "预算单位",
            "全年预算数",
            "全年执行数",
            "执行率",
            "预算单位\n自评分数",
            "主管部门\n复核分数",
        ],
        [""] * 7,
    ]
    truths = []
    for number, unit in enumerate(units, start=1):
        score = unit.score + unit.execution_score
        texts = fund_texts(unit.total)
        rows.append(
            [
                str(number),
                unit.unit,
                texts["budget"],
                texts["executed"],
                texts["rate"],
                plain(score),
                plain(score - 1),
            ]
        )
        truths.append(
            SummaryTruth(
                unit_name=unit.unit,
                is_total=False,
                budget=unit.total.budget * YUAN,
                executed=unit.total.executed * YUAN,
                rate=unit.total.rate,
                self_score=score,
                review_score=score - 1,
            )
        )
    rows += [[str(number), *[""] * 6] for number in range(len(units) + 1, 9)]
    whole = Money(
        item="total",
        initial=Decimal(0),
        budget=sum((u.total.budget for u in units), Decimal(0)),
        executed=sum((u.total.executed for u in units), Decimal(0)),
    )
    texts = fund_texts(whole)
    rows.append([Slot("合计", 1, 2), texts["budget"], texts["executed"], texts["rate"], "", ""])
    truths.append(
        SummaryTruth(
            unit_name=None,
            is_total=True,
            budget=whole.budget * YUAN,
            executed=whole.executed * YUAN,
            rate=whole.rate,
        )
    )
    truth = FormTruth(kind="summary", year=units[0].year, summary=truths)
    return Drawn(
        document=document(
            "附件4：",
            f"{units[0].year}年度部门整体支出自评情况汇总表",
            f"主管部门（盖章）：{units[0].supervisor}",
            "单位：万元",
            rows,
            "注：1.此表由各主管部门填报；",
        ),
        forms=[truth],
    )


def review(seed: int) -> Drawn:
    """A reviewer's sheet: self values and reviewed values side by side."""
    project = invent(seed)
    keys = ["level1", "level2", "level3", "sign", "number", "unit", "weight", "bare_actual", "score"]
    rows: list[Row] = [
        [
            "一级指标",
            "二级指标",
            "三级指标",
            "指标性质",
            "指标值",
            "计量单位",
            "权重",
            "自评完成值",
            "自评得分",
            "复核完成值",
            "复核得分",
            "复核指标偏差（偏离度）",
            "备注",
        ]
    ]
    truths = []
    for item in project.items:
        cells = cells_of(item)
        reviewed = item.score - min(item.score, Decimal(1))
        rows.append([*[cells[key] for key in keys], cells["bare_actual"], plain(reviewed), "——", item.reason])
        truths.append(row_truth(item, [*keys, "reason"], review_score=reviewed))
    score = sum((row.review_score or Decimal(0) for row in truths), Decimal(0))
    rows.append(
        [
            Slot("合计", 1, 6),
            plain(points_of(project.items)),
            "",
            plain(project.score),
            "",
            plain(score),
            "",
            "",
        ]
    )
    truth = FormTruth(
        kind="review",
        project_name=project.project,
        total_weight=points_of(project.items),
        total_score=project.score,
        rows=truths,
    )
    return Drawn(document=document(f"{project.project}项目支出绩效自评复核表", rows), forms=[truth])


def stacked(seed: int) -> Drawn:
    """Two project forms below each other in one file, a paragraph of a report between them."""
    first, second = draw(WORDINGS["national"], seed), draw(WORDINGS["enterprise"], seed + 500)
    blocks = [
        *first.document.blocks,
        *document("以上为项目一，项目二自评情况如下。").blocks,
        *second.document.blocks,
    ]
    merged = msgspec.structs.replace(first.document, blocks=blocks)
    return Drawn(document=merged, forms=[*first.forms, *second.forms])


SHAPES: dict[str, Callable[[int], Drawn]] = {
    "flat_list": flat_list,
    "side_by_side": side_by_side,
    "merged_scores": merged_scores,
    "department": department,
    "summary": summary,
    "review": review,
    "stacked": stacked,
}
