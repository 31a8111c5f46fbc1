"""Wordings of the project form as offices print them, by layout name."""

from __future__ import annotations

from corpus.layouts.mother import Wording

_FUNDS = (
    ("年初预算数", "initial"), ("全年预算数（A）", "budget"), ("全年执行数（B）", "executed"), ("分值", "weight"), ("执行率（B/A）", "rate"), ("得分", "score"),
)  # fmt: skip
_LABELS = (
    ("年度资金总额：", "total"),
    ("其中：本年财政拨款", "fiscal"),
    ("      上年结转资金", "carryover"),
    ("      其他资金", "other"),
)
_LEVELS = (("一级指标", "level1"), ("二级指标", "level2"), ("三级指标", "level3"))
_REASON = ("偏差原因分析及改进措施", "reason")

WORDINGS: dict[str, Wording] = {
    "national": Wording(
        columns=(*_LEVELS, ("年度指标值", "target"), ("实际完成值", "actual"), ("分值", "weight"), ("得分", "score"), _REASON),
        funds=_FUNDS, labels=_LABELS, level1="{name}（{points}分）",
    ),
    "points_only_label": Wording(
        columns=(*_LEVELS, ("年度指标值", "target"), ("实际完成值", "actual"), ("分值", "weight"), ("得分", "score"), _REASON),
        funds=_FUNDS, labels=_LABELS, level1="{name}\n({points}分)", name="指标1：{name}", placeholders=True,
        notes=("注：1.一级指标分值统一设置为：产出指标50分、效益指标30分、服务对象满意度指标10分、预算资金执行率10分。",),
    ),
    "system_export": Wording(
        columns=(*_LEVELS, ("年度指标值", "target"), ("实际完成值", "bare_actual"), ("分值", "weight"), ("得分", "score"), _REASON),
        funds=_FUNDS, labels=_LABELS, coded=True, level1="{name}({points}分)",
    ),
    "sichuan": Wording(
        title="部门预算项目支出绩效自评表", above=("报表编号：510000_0013zp",), coded=True, names=("项目名称", "主管部门", "实施单位（盖章）"),
        columns=(*_LEVELS, ("指标性质", "sign"), ("指标值", "number"), ("度量单位", "unit"), ("完成值", "bare_actual"), ("权重", "weight"), ("得分", "score"), ("未完成原因分析", "reason")),
        funds=(("年初预算", "initial"), ("调整后预算数", "budget"), ("预算执行数", "executed"), ("预算执行率", "rate"), ("权重", "weight"), ("得分", "score"), ("原因", "reason")),
        labels=(("总额", "total"), ("其中：财政资金", "fiscal"), ("其他资金", "other")), fund_head="预算执行情况（万元）\n（10分）", side="绩效指标\n（90分）",
        goals=("项目年度目标", "年度目标完成情况"), goal_head="项目年度目标完成情况", total="合计",
    ),
    "weight_before_target": Wording(
        title="绩效目标自评表", side="",
        columns=(*_LEVELS, ("分值", "weight"), ("年度指标值", "target"), ("全年实际值", "copied_actual"), ("得分", "score"), ("未完成原因及拟采取的改进措施", "reason")),
        funds=(("全年预算数(A)", "budget"), ("全年执行数(B)", "executed"), ("分值", "weight"), ("执行率(B/A)", "rate"), ("得分", "score")),
        labels=(("年度资金总额：", "total"), ("其中：财政拨款", "fiscal"), ("其他资金", "other")), fund_head="资金情况（万元）",
        goals=("年初设定目标", "年度总体目标完成情况综述"),
    ),
    "spaced_names": Wording(
        columns=(*_LEVELS, ("年度指标值", "target"), ("实际完成值", "actual"), ("分值", "weight"), ("得分", "score"), _REASON),
        funds=_FUNDS, labels=_LABELS, side="绩 效 指 标", level1="{name}\n({points}分)", level1_spaced=True, repeat="10",
    ),
    "split_words": Wording(
        columns=(*_LEVELS, ("年度\n\n指标值", "target"), ("实际\n\n完成值", "actual"), ("分 值", "weight"), ("得 分", "score"), ("偏差原因分析\n及改进措施", "reason")),
        funds=(("年初\n\n预算数", "initial"), ("全年\n预算数", "budget"), ("全年\n执行数", "executed"), ("分值", "weight"), ("执行率", "rate"), ("得分", "score")),
        labels=_LABELS, style="words", year="（{year}年度)",
    ),
    "yuan_commas": Wording(
        title="财政项目支出绩效自评表", unit="元", commas=True, style="ascii", fund_head="项目资金（元）",
        columns=(*_LEVELS, ("年度指标值", "target"), ("实际完成值", "actual"), ("分值", "weight"), ("得分", "score"), _REASON),
        funds=_FUNDS, labels=_LABELS,
    ),
    "two_header_rows": Wording(
        title="项目支出绩效自评表", above=("公开14表", "金额单位：元"), unit="元", fund_head="项目资金（元）", header="two", grade=True, style="wide",
        columns=(*_LEVELS, ("指标性质", "sign"), ("指标值", "number"), ("度量单位", "unit"), ("实际完成值", "bare_actual"), ("分值", "weight"), ("得分", "score"), _REASON),
        funds=(("年初预算数", "initial"), ("全年预算数", "budget"), ("全年执行数", "executed"), ("分值", "weight"), ("执行率", "rate"), ("得分", "score")),
        labels=(("年度资金总额", "total"), ("其中：当年财政 拨款", "fiscal"), ("      上年结转资金", "carryover"), ("      其他资金", "other")),
        goal_head="项目年度总体目标",
    ),
    "twenty_eighty": Wording(
        title="项目自评表", weights=(40, 30, 10), names=("项目名称", "主管部门", "项目实施单位（盖章/主要领导签字）"),
        columns=(*_LEVELS, ("年初目标值（A）", "target"), ("实际完成值（B）", "actual"), ("分值", "weight"), ("得分", "score")),
        funds=(("预算数（A）", "budget"), ("执行数（B）", "executed"), ("执行率（B/A）", "rate"), ("得分\n（20分*执行率）", "score")),
        labels=(("年度财政资金总额", "total"),), fund_head="预算执行情况（万元）\n（20分）", side="年度绩效目标1\n（80分）", level1="{name}\n({points}分)",
    ),
    "transfer": Wording(
        kind="transfer", title="中央对地方转移支付区域（项目）绩效自评表", names=("转移支付（项目）名称", "中央主管部门", "资金使用单位"),
        columns=(*_LEVELS, ("指标值", "target"), ("全年实际完成值", "actual"), ("未完成原因和改进措施", "reason")),
        funds=(("全年预算数（A）", "budget"), ("全年执行数（B）", "executed"), ("预算执行率（B/A×100%）", "rate")),
        labels=(("年度资金总额：", "total"), ("其中：中央财政资金", "fiscal"), ("其他资金", "other")), fund_head="资金情况（万元）",
        goal_head="总体目标完成情况", goals=("总体目标", "全年实际完成情况"), total="", executed_weight=False,
    ),
    "county_fund": Wording(
        title="县级专项资金绩效目标自评表", names=("专项资金名称", "县级主管部门", "实施单位"),
        columns=(*_LEVELS, ("年度指标值", "target"), ("全年完成值", "actual"), ("未完成原因和改进措施", "reason")),
        funds=(("全年预算数(A)", "budget"), ("全年执行数(B)", "executed"), ("执行率(B/A)", "rate")),
        labels=(("年度资金总额", "total"), ("其中：财政拨款", "fiscal"), ("其他资金", "other")), total="", executed_weight=False,
    ),
    "label_in_name": Wording(
        columns=(*_LEVELS, ("年度指标值", "target"), ("全年完成值", "actual"), ("分值", "weight"), ("得分", "score"), ("偏差及原因分析", "reason")),
        funds=_FUNDS, labels=_LABELS, level2="{name}（{points}分）", name="{name}（{points}分）",
    ),
    "enterprise": Wording(
        columns=(*_LEVELS, ("指标值", "target"), ("完成值", "actual"), ("指标分值", "weight"), ("自评得分", "score"), ("备注", "reason")),
        funds=(("预算数", "budget"), ("全年执行数", "executed"), ("分值", "weight"), ("执行率", "rate"), ("得分", "score")),
        labels=(("年度资金总额", "total"), ("财政拨款", "fiscal"), ("其他资金", "other")),
    ),
}  # fmt: skip
