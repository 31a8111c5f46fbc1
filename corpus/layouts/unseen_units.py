"""Forms of whole units, lists of projects, transfers, reviews, reports as offices beyond the known ones might draw them."""

from __future__ import annotations

from decimal import Decimal

import msgspec

from corpus.layouts.invent import Item, Money, invent, plain
from corpus.layouts.shapes import Row, points_of
from corpus.layouts.texts import YUAN, cells_of, fund_texts, fund_truth, row_truth
from corpus.layouts.truth import Drawn, FormTruth, RowTruth, SummaryTruth
from corpus.layouts.unseen_projects import LEVELS, level_rows, score_over_weight, truth_of
from corpus.writing.drawing import Slot, document

_PROCESS = [
    ("投入", "目标设定", "绩效目标合理性", "目标与职责相符", 5, 5), ("投入", "目标设定", "绩效指标明确性", "指标已细化量化", 5, 4),
    ("投入", "预算配置", "重点支出安排率", "重点支出得到保障", 5, 5), ("过程", "预算执行", "结转结余控制", "结转结余逐年下降", 6, 5),
    ("过程", "预算管理", "管理制度健全性", "制度健全并执行", 7, 7), ("过程", "资产管理", "资产管理规范性", "账实相符", 7, 6),
]  # fmt: skip


def inputs_to_effects(seed: int) -> Drawn:
    """投入, 过程, 产出, 效果 with an explanation and a standard beside each row; what was done is a text; deductions."""
    unit = invent(seed, output=35, effect=20, satisfaction=10)
    rows: list[Row] = [
        ["部门名称", Slot(unit.unit, 1, 4), "评价年度", Slot(f"{unit.year}年", 1, 3)],
        ["一级指标", "二级指标", "三级指标", "分值", "指标解释", "评分标准", "自评情况", "得分", "扣分原因"],
    ]
    truths: list[RowTruth] = []
    lead = ("", "")
    for level1, level2, name, done, weight, score in _PROCESS:
        reason = "" if score == weight else "部分资料归档不及时"
        explained = f"评价{name}的情况", f"符合要求得{weight}分，每发现一处不符扣1分。"
        texts = [name, str(weight), *explained, done, str(score), reason]
        shown: Row = [
            *([Slot(level1, sum(row[0] == level1 for row in _PROCESS))] if level1 != lead[0] else []),
            *(
                [Slot(level2, sum(row[:2] == (level1, level2) for row in _PROCESS))]
                if (level1, level2) != lead
                else []
            ),
        ]
        rows.append([*shown, *texts])
        lead = (level1, level2)
        truths.append(
            RowTruth(level1=level1, level2=level2, level3=name, actual_text=[done], weight=Decimal(weight), score=Decimal(score), reason=reason or None)
        )  # fmt: skip
    names = {"产出指标": "产出", "效益指标": "效果", "满意度指标": "效果"}
    items = [
        msgspec.structs.replace(item, level1=names[item.level1], level2=item.level2.removesuffix("指标"))
        for item in unit.items
    ]
    keys = ["level3", "weight", "explained", "standard", "actual", "score", "reason"]

    def texts_of(item: Item) -> dict[str, str]:
        return cells_of(item) | {
            "explained": f"反映{item.name}", "standard": f"达到{cells_of(item)['target']}得{plain(item.weight)}分，否则按比例计分。",
        }  # fmt: skip

    rows += level_rows(items, keys, texts_of)
    total = unit.score + sum(row[5] for row in _PROCESS)
    rows.append([Slot("总分", 1, 3), "100", "", "", "", plain(total), ""])
    truths += [row_truth(item, [*LEVELS, "actual", "weight", "score", "reason"]) for item in items]
    truth = FormTruth(
        kind="department",
        year=unit.year,
        unit_name=unit.unit,
        rows=truths,
        total_weight=Decimal(100),
        total_score=total,
    )
    return Drawn(document=document(f"{unit.year}年度部门整体支出绩效自评评分表", rows), forms=[truth])


def duty_and_efficiency(seed: int) -> Drawn:
    """履职效能, 管理效率, 社会效应: a unit's form with money as income and spending, sources in a list without merges."""
    unit = invent(seed, output=60, effect=25, satisfaction=15)
    names = {"产出指标": "履职效能", "效益指标": "管理效率", "满意度指标": "社会效应"}
    items = [msgspec.structs.replace(item, level1=names[item.level1]) for item in unit.items]
    texts = {money.item: fund_texts(money) for money in [unit.total, *unit.parts]}
    rows: list[Row] = [
        ["部门（单位）", Slot(unit.unit, 1, 4), "所属年度", Slot(str(unit.year), 1, 2)],
        [
            Slot("部门收支\n（万元）", 5),
            Slot("类别", 1, 2),
            "批复预算",
            "调整预算",
            "决算数",
            Slot("完成率", 1, 2),
        ],
    ]
    for label, item in (
        ("收支总计", "total"),
        ("一般公共预算", "fiscal"),
        ("上年结转结余", "carryover"),
        ("其他收入", "other"),
    ):
        money = texts[item]
        rows.append(
            [
                Slot(label, 1, 2),
                money["initial"],
                money["budget"],
                money["executed"],
                Slot(money["rate"], 1, 2),
            ]
        )
    rows += [
        [Slot("部门整体绩效目标", 2), Slot("年度目标", 1, 4), Slot("目标实现程度", 1, 3)],
        [Slot(unit.goal, 1, 4), Slot(unit.done, 1, 3)],
        ["维度", "要素", "指标", "年度计划", "年度实绩", "权数", "自评分", "差异原因"],
    ]
    keys = ["level3", "target", "actual", "weight", "score", "reason"]
    rows += [*level_rows(items, keys), [Slot("合计", 1, 5), "100", plain(unit.score), ""]]
    truth = FormTruth(
        kind="department", year=unit.year, unit_name=unit.unit, total_weight=Decimal(100), total_score=unit.score,
        rows=[row_truth(item, [*LEVELS, *keys]) for item in items],
        funds=[fund_truth(money, ["initial", "budget", "executed", "rate"]) for money in [unit.total, *unit.parts]],
        goals=[(unit.goal, unit.done)],
    )  # fmt: skip
    return Drawn(document=document(f"{unit.unit}部门整体绩效自评表", rows), forms=[truth])


def projects_of_a_district(seed: int) -> Drawn:
    """A district's list of projects, the total in the first row, amounts in 元 with commas, a grade, no review."""
    projects = [invent(seed * 10 + n) for n in range(1, 5)]
    whole = Money(
        item="total", initial=Decimal(0), budget=sum((p.total.budget for p in projects), Decimal(0)),
        executed=sum((p.total.executed for p in projects), Decimal(0)),
    )  # fmt: skip
    texts = fund_texts(whole, "元", commas=True)
    rows: list[Row] = [
        [
            "序号",
            "单位名称",
            "项目名称",
            "项目预算金额",
            "实际支出金额",
            "预算执行率（%）",
            "自评得分",
            "自评等级",
        ],
        ["", "合　计", "", texts["budget"], texts["executed"], texts["bare_rate"], "", ""],
    ]
    truths = [
        SummaryTruth(
            unit_name=None,
            is_total=True,
            budget=whole.budget * YUAN,
            executed=whole.executed * YUAN,
            rate=whole.rate,
        )
    ]
    for number, project in enumerate(projects, start=1):
        money, score = fund_texts(project.total, "元", commas=True), project.score + project.execution_score
        rows.append(
            [
                str(number),
                project.unit,
                project.project,
                money["budget"],
                money["executed"],
                money["bare_rate"],
                plain(score),
                "优" if score >= 90 else "良",
            ]
        )
        truths.append(
            SummaryTruth(
                unit_name=project.unit, is_total=False, budget=project.total.budget * YUAN, executed=project.total.executed * YUAN,
                rate=project.total.rate, self_score=score,
            )
        )  # fmt: skip
    truth = FormTruth(kind="summary", year=projects[0].year, summary=truths)
    return Drawn(
        document=document(f"云溪区{projects[0].year}年度预算项目绩效自评结果统计表", "金额单位：元", rows),
        forms=[truth],
    )


def transfer_by_level(seed: int) -> Drawn:
    """A transfer whose money stands by level of government in columns: received, spent, share."""
    project = invent(seed)
    names = ("central", "provincial", "county")
    money = [
        msgspec.structs.replace(part, item=item) for part, item in zip(project.parts, names, strict=True)
    ]
    rows: list[Row] = [
        ["专项资金名称", Slot(project.project, 1, 4)],
        ["使用单位", Slot(project.unit, 1, 4)],
        ["资金情况（万元）", "合计", "中央财政", "省级财政", "县级财政"],
    ]
    for label, key in (("下达资金", "budget"), ("支出资金", "executed"), ("支出比例", "rate")):
        rows.append([label, *[fund_texts(each)[key] for each in [project.total, *money]]])
    keys = ["target", "actual", "reason"]
    below: list[Row] = [["指标类别", "绩效指标", "区域绩效目标", "区域完成情况", "未完成原因"]]
    below += [[item.level2, item.name, *[cells_of(item)[key] for key in keys]] for item in project.items]
    truth = FormTruth(
        kind="transfer", year=project.year, unit_name=project.unit, project_name=project.project,
        rows=[row_truth(item, ["level2", *keys]) for item in project.items],
        funds=[fund_truth(each, ["budget", "executed", "rate"]) for each in [project.total, *money]],
    )  # fmt: skip
    return Drawn(
        document=document(f"{project.year}年度中央转移支付资金绩效自评表", rows, below), forms=[truth]
    )


def two_reviewers(seed: int) -> Drawn:
    """Three scorers of each row under two rows of headings; the last one's is the reviewed score."""
    project = invent(seed)
    rows: list[Row] = [
        ["项目名称", Slot(project.project, 1, 5), "被复核单位", Slot(project.unit, 1, 3)],
        [*[Slot(name, 2) for name in ("一级指标", "二级指标", "三级指标", "目标值", "完成值", "分值")], Slot("评分", 1, 2), Slot("复核意见", 2), Slot("依据", 2)],
        ["单位自评", "财政复核"],
    ]  # fmt: skip
    keys = ["level3", "target", "actual", "weight", "score", "checked", "opinion", "empty"]
    reviewed = {item.name: max(item.score - 1, Decimal(0)) for item in project.items}
    rows += level_rows(
        project.items,
        keys,
        lambda item: cells_of(item) | {"checked": plain(reviewed[item.name]), "opinion": ""},
    )
    whole = sum(reviewed.values(), Decimal(0))
    rows.append(
        [Slot("合计", 1, 5), plain(points_of(project.items)), plain(project.score), plain(whole), "", ""]
    )
    row_keys = [*LEVELS, "target", "actual", "weight", "score"]
    truth = FormTruth(
        kind="review", year=project.year, unit_name=project.unit, project_name=project.project,
        total_weight=points_of(project.items), total_score=project.score,
        rows=[row_truth(item, row_keys, review_score=reviewed[item.name]) for item in project.items],
    )  # fmt: skip
    return Drawn(document=document(f"{project.year}年度项目绩效自评复核打分表", rows), forms=[truth])


def form_inside_report(seed: int) -> Drawn:
    """A report with a table of accounts, which is no form, then the form, then more of the report."""
    project = invent(seed)
    inner = score_over_weight(seed)
    accounts: list[Row] = [
        ["科目", "年初预算（万元）", "决算（万元）"], ["人员经费", "312.50", "310.20"], ["公用经费", "46.80", "44.10"],
        ["合计", "359.30", "354.30"],
    ]  # fmt: skip
    blocks = [
        *document(
            f"{project.unit}{project.year}年度{project.project}绩效自评报告", "一、项目概况",
            f"{project.project}由{project.unit}组织实施，年度预算{plain(project.total.budget)}万元。", accounts,
            "二、绩效目标完成情况", project.done, "各项指标完成情况如下：",
        ).blocks,
        *inner.document.blocks[1:],
        *document("三、存在的问题", "部分指标未达预期。", "四、改进措施", "加强调度，按月通报。").blocks,
    ]  # fmt: skip
    merged = msgspec.structs.replace(inner.document, blocks=blocks)
    form = msgspec.structs.replace(inner.forms[0], year=None)
    report = FormTruth(kind="report", year=project.year, unit_name=project.unit)
    return Drawn(document=merged, forms=[report, form])


def plain_department(seed: int) -> Drawn:
    """A unit's form whose headings are spelled out: every unit beside its number, basic and project spending."""
    unit = invent(seed, output=50, effect=30, satisfaction=10)
    basic = Money(item="basic", initial=Decimal(0), budget=Decimal("120.50"), executed=Decimal("118.20"))
    spent = Money(
        item="project", initial=Decimal(0), budget=unit.total.budget - basic.budget / 10, executed=unit.total.executed - basic.executed / 10
    )  # fmt: skip
    rows: list[Row] = [
        ["填报部门", Slot(unit.unit, 1, 7)],
        [Slot("预算执行（万元）", 3), "支出类型", "预算数额", Slot("支出数额", 1, 2), "执行比例", "权重", "得分"],
        ["基本支出", fund_texts(basic)["budget"], Slot(fund_texts(basic)["executed"], 1, 2), fund_texts(basic)["rate"], "", ""],
        ["项目支出", fund_texts(spent)["budget"], Slot(fund_texts(spent)["executed"], 1, 2), fund_texts(spent)["rate"], "", ""],
        ["一级指标", "二级指标", "三级指标", "目标（计划）值", "实际（完成）值", "权重（%）", "自评得分", "原因及说明"],
    ]  # fmt: skip
    keys = ["level3", "target", "actual", "weight", "score", "reason"]
    rows += level_rows(unit.items, keys)
    rows.append([Slot("合计", 1, 5), plain(points_of(unit.items)), plain(unit.score), ""])
    truth = truth_of(
        unit, [*LEVELS, *keys], kind="department", project_name=None, total_weight=points_of(unit.items), total_score=unit.score,
        funds=[fund_truth(money, ["budget", "executed", "rate"]) for money in (basic, spent)],
    )  # fmt: skip
    return Drawn(document=document(f"{unit.year}年度部门整体绩效自我评价表", rows), forms=[truth])
