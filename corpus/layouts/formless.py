"""Papers that lie in the same folders but hold no form: nothing may be read from them."""

from __future__ import annotations

from collections.abc import Callable

from corpus.layouts.invent import invent, plain
from corpus.layouts.shapes import Row
from corpus.layouts.texts import cells_of, fund_texts
from corpus.layouts.truth import Drawn
from corpus.layouts.unseen_projects import level_rows
from corpus.writing.drawing import Slot, document


def notice(seed: int) -> Drawn:
    """A notice that asks for self-evaluations and lists who must send what by when."""
    unit = invent(seed)
    rows: list[Row] = [["序号", "报送材料", "报送单位", "完成时限"]]
    rows += [
        [str(n), name, unit.unit, f"{unit.year + 1}年{n + 2}月底前"]
        for n, name in enumerate(("项目支出绩效自评表", "部门整体支出绩效自评表", "绩效自评报告"), start=1)
    ]
    body = (
        "各预算单位：为做好绩效自评工作，请对照年初绩效目标，认真填报自评表，自评得分低于80分的应说明原因。"
    )
    return Drawn(document=document(f"关于开展{unit.year}年度预算绩效自评工作的通知", body, rows), forms=[])


def framework(seed: int) -> Drawn:
    """A framework of indicators with targets and weights, before anything was done."""
    project = invent(seed)
    rows: list[Row] = [
        ["项目名称", Slot(project.project, 1, 5)],
        ["一级指标", "二级指标", "三级指标", "指标值", "权重", "评分标准"],
    ]
    rows += level_rows(
        project.items, ["level3", "target", "weight", "standard"],
        lambda item: cells_of(item) | {"standard": "达到目标值得满分，否则按比例扣分"},
    )  # fmt: skip
    return Drawn(document=document(f"{project.year}年项目支出绩效目标及指标体系表", rows), forms=[])


def budget(seed: int) -> Drawn:
    """A table of budgeted and spent amounts by account."""
    unit = invent(seed)
    rows: list[Row] = [["科目编码", "科目名称", "年初预算数", "调整预算数", "决算数", "完成预算的%"]]
    for code, name, money in zip(
        ("20101", "20805", "21301"), ("行政运行", "养老支出", "农业农村"), unit.parts, strict=True
    ):
        texts = fund_texts(money, commas=True)
        rows.append([code, name, texts["initial"], texts["budget"], texts["executed"], texts["bare_rate"]])
    texts = fund_texts(unit.total, commas=True)
    rows.append(
        [Slot("合计", 1, 2), texts["initial"], texts["budget"], texts["executed"], texts["bare_rate"]]
    )
    return Drawn(document=document(f"{unit.year}年度一般公共预算支出决算表", "单位：万元", rows), forms=[])


def payments(seed: int) -> Drawn:
    """Payments under a contract, with shares and conditions."""
    unit = invent(seed)
    rows: list[Row] = [
        ["期次", "付款条件", "付款比例", "应付金额（元）", "实付金额（元）", "完成情况", "备注"]
    ]
    for number, (condition, share) in enumerate(
        (("合同签订", 30), ("主体完工", 50), ("验收合格", 20)), start=1
    ):
        paid = plain(unit.total.budget * share)
        rows.append([f"第{number}期", condition, f"{share}%", paid, paid, "已完成", ""])
    rows.append(
        [Slot("合计", 1, 2), "100%", plain(unit.total.budget * 100), plain(unit.total.budget * 100), "", ""]
    )
    return Drawn(document=document(f"{unit.project}施工合同", "第五条  付款方式如下：", rows), forms=[])


def minutes(seed: int) -> Drawn:
    """Minutes of a meeting that decided on tasks: who, what, until when, done or not."""
    unit = invent(seed)
    rows: list[Row] = [["序号", "议定事项", "责任单位", "目标时限", "完成情况", "说明"]]
    rows += [
        [str(n), f"推进{item.name}工作", unit.unit, f"{n + 3}月底", "已完成", item.reason]
        for n, item in enumerate(unit.items[:4], start=1)
    ]
    body = f"会议听取了{unit.project}绩效自评工作的汇报，{unit.goal}会议要求抓紧落实。"
    return Drawn(document=document(f"{unit.unit}局长办公会议纪要", "（第7期）", body, rows), forms=[])


FORMLESS: dict[str, Callable[[int], Drawn]] = {
    "none_notice": notice,
    "none_framework": framework,
    "none_budget": budget,
    "none_payments": payments,
    "none_minutes": minutes,
}
