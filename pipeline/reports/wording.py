"""The Chinese words of the reports for the dataset's codes."""

from __future__ import annotations

from pipeline import saying

RESULTS, STATUSES, ISSUES = saying.RESULTS, saying.STATUSES, saying.ISSUES
KINDS, STATES = saying.KINDS, saying.STATES
SIGNS = {">=": "≥", "<=": "≤", "=": "=", ">": ">", "<": "<"}
DECIDED = {"current": "有效", "changed": "问题已变化，请重新决定", "gone": "问题已不存在"}
RELATIONS = {
    "equal": "与表内一致", "rounded": "与表内一致（四舍五入）", "truncated": "与表内一致（去尾）", "within": "与表内相容",
    "derived": "由表内数推得", "input": "表内比率的计算基数", "scope": "等于另一行", "contradicts": "与表内相反", "conflict": "与表内不一致",
    "none": "表内没有对应项",
}  # fmt: skip
