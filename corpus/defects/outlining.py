"""Lay a report's sections under the headings of an outline."""

from __future__ import annotations

from corpus.defects.sheet import Sheet
from corpus.defects.telling import report

_Outline = list[tuple[str, tuple[str, ...]]]  # heading, sections below it; "" alone: a heading only

_ANNEX: _Outline = [
    ("一、部门（单位）概况", ()),
    ("（一）部门（单位）主要职责职能，组织架构、人员及资产等基本情况。", ("duties",)),
    ("（二）当年部门（单位）履职总体目标、工作任务。", ("goals",)),
    ("（三）当年部门（单位）年度整体支出绩效目标。", ("targets",)),
    ("（四）部门（单位）预算绩效管理开展情况。", ("management",)),
    ("（五）当年部门（单位）预算及执行情况。", ("budget",)),
    ("二、部门（单位）整体支出绩效实现情况", ()),
    ("（一）履职完成情况", ()),
    ("（1）数量方面：", ("quantity",)),
    ("（2）质量方面：", ("quality",)),
    ("（3）时效方面：", ("timing",)),
    ("（二）履职效果情况", ()),
    ("（1）社会效益：", ("social",)),
    ("（三）社会满意度及可持续性影响", ("satisfaction", "sustained")),
    ("三、部门（单位）整体支出绩效中存在问题及改进措施", ()),
    ("（一）存在的问题", ("problems",)),
    ("（二）改进的方向和具体措施", ("measures",)),
]
_PLAIN: _Outline = [
    ("一、单位基本情况", ()),
    ("（一）单位职能", ("duties",)),
    ("（二）年度工作任务", ("goals",)),
    ("二、预算执行情况", ("budget",)),
    ("三、绩效管理工作开展情况", ("targets", "management")),
    ("四、绩效目标完成情况", ()),
    ("（一）产出指标完成情况", ()),
    ("1.数量指标", ("quantity",)),
    ("2.质量指标", ("quality",)),
    ("3.时效指标", ("timing",)),
    ("（二）效益指标完成情况", ("social", "sustained")),
    ("（三）满意度指标完成情况", ("satisfaction",)),
    ("五、存在的主要问题", ("problems",)),
    ("六、下一步改进措施", ("measures",)),
]
_PROSE: _Outline = [
    ("一、基本情况", ("duties", "goals")),
    ("二、资金使用及管理情况", ("budget", "management")),
    ("三、主要工作完成情况", ("quantity", "quality", "timing")),
    ("四、取得的成效", ("social", "sustained", "satisfaction")),
    ("五、存在的问题和原因分析", ("problems",)),
    ("六、改进措施", ("measures",)),
]
_BRIEF: _Outline = [
    ("一、概况", ()),
    ("（一）机构职能及人员情况", ("duties",)),
    ("（二）绩效目标", ("goals",)),
    ("二、资金收支情况", ("budget",)),
    ("三、绩效管理情况", ("management",)),
    ("四、履职成效", ()),
    ("（一）重点任务完成情况", ("quantity", "quality", "timing")),
    ("（二）社会效益", ("social",)),
    ("（三）可持续影响", ("sustained",)),
    ("（四）服务对象满意度", ("satisfaction",)),
    ("五、问题与建议", ()),
    ("（一）存在问题", ("problems",)),
    ("（二）改进建议", ("measures",)),
]
_OUTLINES = {"annex": _ANNEX, "plain": _PLAIN, "prose": _PROSE, "brief": _BRIEF}


def narrative(sheet: Sheet) -> list[str]:
    """The report's paragraphs, headings among them; a paragraph follows a heading that ends in a colon."""
    told = report(sheet)
    out: list[str] = []
    for heading, keys in _OUTLINES[sheet.outline]:
        if keys and not any(key in told for key in keys):
            continue
        paragraphs = [text for key in keys for text in told.get(key, [])]
        if heading.endswith("："):
            paragraphs[0] = heading + paragraphs[0]
            out += paragraphs
        else:
            out += [heading, *paragraphs]
    return out
