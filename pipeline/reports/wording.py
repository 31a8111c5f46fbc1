"""The Chinese words of the reports for the dataset's codes."""

from __future__ import annotations

RESULTS = {
    "fail": "不一致",
    "review": "待人工判断",
    "open": "未能核对",
    "pass": "一致",
    "not_applicable": "不适用",
}
STATUSES = {"complete": "读取完整", "partial": "部分读取", "rejected": "未能读取", "duplicate": "内容重复"}
ISSUES = {"note": "提示", "doubt": "存疑", "loss": "缺失"}
KINDS = {
    "review": "复核表", "summary": "自评情况汇总表", "department": "部门整体支出绩效自评表", "project": "项目支出绩效自评表",
    "transfer": "转移支付绩效自评表", "report": "绩效自评报告",
}  # fmt: skip
SIGNS = {">=": "≥", "<=": "≤", "=": "=", ">": ">", "<": "<"}
STATES = {"new": "新增", "unchanged": "未变", "changed": "有变化", "gone": "已消失"}
DECIDED = {"current": "有效", "changed": "问题已变化，请重新决定", "gone": "问题已不存在"}
RELATIONS = {
    "equal": "与表内一致", "rounded": "与表内一致（四舍五入）", "truncated": "与表内一致（去尾）", "within": "与表内相容",
    "derived": "由表内数推得", "input": "表内比率的计算基数", "scope": "等于另一行", "contradicts": "与表内相反", "conflict": "与表内不一致",
    "none": "表内没有对应项",
}  # fmt: skip
