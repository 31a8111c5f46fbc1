"""The dataset's codes in the words of people, for exports with Chinese headings, the terminal."""

from __future__ import annotations

RESULTS = {
    "fail": "不一致",
    "review": "待人工判断",
    "open": "未能核对",
    "pass": "一致",
    "not_applicable": "不适用",
}
KINDS = {
    "review": "复核表",
    "summary": "自评情况汇总表",
    "department": "部门整体支出绩效自评表",
    "project": "项目支出绩效自评表",
    "transfer": "转移支付绩效自评表",
    "report": "绩效自评报告",
}
FIGURE_KINDS = {
    "actual": "完成",
    "target": "目标",
    "completion_rate": "完成率",
    "growth": "增减",
    "rank": "名次",
    "budget": "预算",
    "executed": "支出",
    "headcount": "人数",
    "previous": "上年",
    "score": "得分",
}
QUALIFIERS = {
    "approx": "约",
    "near": "近",
    "gt": "超过",
    "ge": "不少于",
    "lt": "不足",
    "le": "不超过",
}
STATUSES = {"complete": "读取完整", "partial": "部分读取", "rejected": "未能读取", "duplicate": "内容重复"}
_SECTIONS = {
    "overview": "概况",
    "duties": "职责",
    "goals": "总体目标",
    "targets": "绩效目标",
    "management": "绩效管理",
    "budget": "预算及执行",
    "results": "完成情况",
    "outputs": "产出",
    "effects": "效果",
    "satisfaction": "满意度",
    "problems": "问题",
    "measures": "改进措施",
    "process": "自评工作",
    "use": "结果应用",
    "conclusion": "结论",
    "other": "其他",
}
_ITEMS = {
    "total": "总额",
    "fiscal": "财政拨款",
    "carryover": "上年结转",
    "other": "其他资金",
    "unit": "单位资金",
    "basic": "基本支出",
    "project": "项目支出",
    "personnel": "人员经费",
    "central": "中央",
    "provincial": "省级",
    "city": "市级",
    "county": "县级",
    "township": "乡级",
    "local": "地方",
    "upper": "上级补助",
    "special_account": "财政专户管理资金",
    "government_fund": "政府性基金",
    "state_capital": "国有资本经营预算",
    "bonds": "债券资金",
    "public": "公用经费",
    "three_public": "三公经费",
    "capital": "基本建设支出",
    "operating": "经营支出",
}
_RELATIONS = {
    "equal": "一致",
    "rounded": "四舍五入后一致",
    "truncated": "去尾后一致",
    "within": "相容",
    "derived": "可推得",
    "input": "计算基数",
    "scope": "等于另一行",
    "contradicts": "说法相反",
    "conflict": "不一致",
}
_VALUES = {"number": "数值", "date": "日期", "text": "文字", "empty": "空白", "masked": "遮盖"}
ISSUES = {"note": "提示", "doubt": "存疑", "loss": "缺失"}
STATES = {"new": "新增", "unchanged": "未变", "changed": "有变化", "gone": "已消失"}
_WORDS = {
    ("documents", "status"): STATUSES,
    ("forms", "form_kind"): KINDS,
    ("funds", "partition"): {"total": "总额", "source": "资金来源", "structure": "资金结构"},
    ("funds", "item"): _ITEMS,
    ("indicators", "target_kind"): _VALUES,
    ("indicators", "actual_kind"): _VALUES,
    ("sections", "key"): _SECTIONS,
    ("figures", "kind"): FIGURE_KINDS,
    ("figures", "qualifier"): QUALIFIERS,
    ("figures", "direction"): {"up": "增", "down": "减"},
    ("links", "relation"): _RELATIONS,
    ("links", "table"): {"indicators": "指标", "funds": "资金", "summary_rows": "汇总表"},
    ("issues", "severity"): ISSUES,
    ("findings", "result"): RESULTS,
    ("finding_states", "result"): RESULTS,
    ("finding_states", "state"): STATES,
    ("decisions", "status"): {"current": "有效", "changed": "问题已变化", "gone": "问题已不存在"},
}


def said(table: str, column: str, value: object) -> object:
    """A code as people say it; what is no code, or has no word, as it stands."""
    return _WORDS.get((table, column), {}).get(value, value) if isinstance(value, str) else value
