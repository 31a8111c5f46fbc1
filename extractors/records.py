"""The tables of the dataset: one declaration, from which schema, metadata and dictionary follow.

A table is a Struct, a column a field: its type, what it means, and its Chinese label.
Names and meanings are a public contract: add freely, change or drop only with a new
`VERSION` and a note under *Data* in the changelog.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, TypeAlias

import msgspec

# One column, one line.
# fmt: off
VERSION = 1
SEVERITIES = ("严重", "重要", "一般", "提示")
CONFIDENCES = ("确定", "推断", "线索")
RESULTS = ("fail", "review", "pass", "not_applicable", "open")
FORM_KINDS = ("review", "summary", "department", "project", "transfer", "report")

def _m(label: str, meaning: str) -> msgspec.Meta:
    return msgspec.Meta(title=label, description=meaning)


_AT = _m("位置", "Place in the document, grammar of extractors.places (p3.t2.r5.c4, b7:12-18)")
_DOC = _m("文件编号", "sha256 of the file's bytes, hex")
_FORM = _m("表单编号", "The form that the row belongs to; stable for the same bytes")
_ROW = _m("行次", "Row within its table of the form, from 1")
_YEAR = _m("年度", "The year that the form speaks of, not the year of publication")

Id: TypeAlias = str
At: TypeAlias = Annotated[str, _AT]
DocumentId: TypeAlias = Annotated[str, _DOC]
FormId: TypeAlias = Annotated[str, _FORM]
RowNumber: TypeAlias = Annotated[int, _ROW]
Year: TypeAlias = Annotated[int | None, _YEAR]
Text: TypeAlias = str | None
Number: TypeAlias = Decimal | None


class Record(msgspec.Struct):
    """One row. Absent values are None, never '' or 0."""

class Document(Record, kw_only=True):
    """One row for every input file, whatever became of it."""

    document_id: Annotated[Text, _m("文件编号", "sha256 of the bytes, hex; null for what has no readable bytes") ] = None
    path: Annotated[str, _m("路径", "Relative to the ingested folder, `/` separators; `archive.zip!/inner/name.docx`") ]
    root: Annotated[str, _m("文件夹", "Name of the folder that was ingested")] = ""
    format: Annotated[Text, _m("格式", "docx doc pdf pdf-scan text html xlsx xls rtf zip image …")] = None
    bytes: Annotated[int | None, _m("字节数", "Size of the file")] = None
    status: Annotated[str, _m("状态", "complete | partial (read, with issues) | rejected | duplicate")]
    error_code: Annotated[Text, _m("错误代码", "Stable code of why it was rejected")] = None
    error_message: Annotated[Text, _m("错误说明", "The same for people, in Chinese")] = None
    duplicate_of: Annotated[Text, _m("重复于", "Path of the file with the same bytes that was read")] = None
    form_count: Annotated[int, _m("表单数", "Forms recognised in it")] = 0
    fiscal_year: Year = None
    reader_version: Annotated[Text, _m("读取器版本", "Version of the readers that read it")] = None

class Submission(Record, kw_only=True):
    """All forms of one unit for one fiscal year, from one or from several files."""

    submission_id: Annotated[str, _m("报送编号", "Hash of unit_key and fiscal_year")]
    fiscal_year: Year = None
    unit_name: Annotated[Text, _m("单位名称", "The unit's name as most of its forms print it")] = None
    unit_key: Annotated[str, _m("单位键", "Normalised name that brings files together; variants of one name share it") ]
    supervisor_name: Annotated[Text, _m("主管部门", "As printed")] = None
    form_count: Annotated[int, _m("表单数", "Forms of the submission")] = 0

class Form(Record, kw_only=True):
    """One recognised form in a document."""

    form_id: Annotated[str, _m("表单编号", "Stable for the same bytes")]
    document_id: DocumentId
    submission_id: Annotated[Text, _m("报送编号", "The submission it belongs to")] = None
    fiscal_year: Year = None
    form_kind: Annotated[str, _m("表单类型", "review | summary | department | project | transfer | report")]
    title: Annotated[Text, _m("标题", "As printed")] = None
    annex: Annotated[Text, _m("附件号", "附件6, 附表2, 公开14表 as printed")] = None
    unit_name: Annotated[Text, _m("单位名称", "As printed in this form, without a system code glued to it") ] = None
    supervisor_name: Annotated[Text, _m("主管部门", "As printed")] = None
    project_name: Annotated[Text, _m("项目名称", "As printed, without its code")] = None
    project_code: Annotated[Text, _m("项目代码", "System code glued to the name")] = None
    amount_unit: Annotated[Text, _m("金额单位", "万元 or 元 as stated; null = not stated")] = None
    subordinate_count: Annotated[int | None, _m("下属单位个数", "As printed")] = None
    total_weight_text: Annotated[Text, _m("总分分值（原文）", "Printed total of weights")] = None
    total_weight_points: Annotated[Number, _m("总分分值", "Printed total of weights")] = None
    total_score_text: Annotated[Text, _m("总分得分（原文）", "Printed total score")] = None
    total_score_points: Annotated[Number, _m("总分得分", "Printed total score")] = None
    total_at: Annotated[Text, _m("总分位置", "Place of the printed total score")] = None
    total_weight_at: Annotated[Text, _m("总分分值位置", "Place of the printed total of weights")] = None
    grade_text: Annotated[Text, _m("等级", "Grade printed in the total row")] = None
    reason_text: Annotated[Text, _m("全表偏差原因", "Reasons given once for all rows, as printed")] = None
    confidence: Annotated[float | None, _m("可信度", "0-1, how well the reading fits the form's own identities") ] = None
    order: Annotated[int, _m("次序", "Order of the form within its document, from 1")] = 1
    at: At

class SummaryRow(Record, kw_only=True):
    """One unit row, or the 合计 row, of a 汇总表."""

    form_id: FormId
    document_id: DocumentId
    row: RowNumber
    is_total: Annotated[bool, _m("是否合计", "True for the 合计 row")] = False
    unit_name: Annotated[Text, _m("预算单位", "As printed")] = None
    project_name: Annotated[Text, _m("项目名称", "As printed, where the 汇总表 lists projects")] = None
    budget_text: Annotated[Text, _m("全年预算数（原文）", "As printed")] = None
    budget_yuan: Annotated[Number, _m("全年预算数（元）", "In 元")] = None
    executed_text: Annotated[Text, _m("全年执行数（原文）", "As printed")] = None
    executed_yuan: Annotated[Number, _m("全年执行数（元）", "In 元")] = None
    rate_text: Annotated[Text, _m("执行率（原文）", "As printed")] = None
    rate_percent: Annotated[Number, _m("执行率（%）", "830.04 is 830.04%")] = None
    self_score_text: Annotated[Text, _m("自评分数（原文）", "As printed")] = None
    self_score_points: Annotated[Number, _m("自评分数", "In points")] = None
    review_score_text: Annotated[Text, _m("复核分数（原文）", "As printed")] = None
    review_score_points: Annotated[Number, _m("复核分数", "In points")] = None
    at: At
    places: Annotated[dict[str, str], _m("各列位置", "Place of each cell used, by column: unit_name budget executed rate self_score review_score")] = {}

class Fund(Record, kw_only=True):
    """One money row of a form."""

    form_id: FormId
    document_id: DocumentId
    row: RowNumber
    label: Annotated[str, _m("资金项目", "As printed")]
    partition: Annotated[str, _m("划分", "total | source 资金来源 | structure 资金结构")]
    item: Annotated[str, _m("类别", "total fiscal carryover other basic project central local provincial city county … other")]
    initial_text: Annotated[Text, _m("年初预算数（原文）", "As printed")] = None
    initial_yuan: Annotated[Number, _m("年初预算数（元）", "In 元")] = None
    budget_text: Annotated[Text, _m("全年预算数（原文）", "As printed; 全年（调整后）预算数")] = None
    budget_yuan: Annotated[Number, _m("全年预算数（元）", "In 元")] = None
    arrived_text: Annotated[Text, _m("到位数（原文）", "As printed")] = None
    arrived_yuan: Annotated[Number, _m("到位数（元）", "In 元")] = None
    executed_text: Annotated[Text, _m("全年执行数（原文）", "As printed")] = None
    executed_yuan: Annotated[Number, _m("全年执行数（元）", "In 元")] = None
    rate_text: Annotated[Text, _m("执行率（原文）", "As printed")] = None
    rate_percent: Annotated[Number, _m("执行率（%）", "830.04 is 830.04%")] = None
    weight_text: Annotated[Text, _m("分值（原文）", "As printed")] = None
    weight_points: Annotated[Number, _m("分值", "In points")] = None
    score_text: Annotated[Text, _m("得分（原文）", "As printed")] = None
    score_points: Annotated[Number, _m("得分", "In points")] = None
    reason_text: Annotated[Text, _m("原因", "As printed")] = None
    at: At
    places: Annotated[dict[str, str], _m("各列位置", "Place of each cell used, by column: label initial budget arrived executed rate weight score reason")] = {}

class Goal(Record, kw_only=True):
    """One 年度总体目标 with its completion."""

    form_id: FormId
    document_id: DocumentId
    row: RowNumber
    target_text: Annotated[Text, _m("年初设定目标", "As printed")] = None
    target_at: Annotated[Text, _m("目标位置", "Place of the target cell")] = None
    actual_text: Annotated[Text, _m("全年完成情况", "As printed")] = None
    actual_at: Annotated[Text, _m("完成情况位置", "Place of the completion cell")] = None
    at: At

class Indicator(Record, kw_only=True):
    """One 三级指标 row, or a row of a flat list."""

    form_id: FormId
    document_id: DocumentId
    row: RowNumber
    level1: Annotated[Text, _m("一级指标", "Name without its （2分） label and white space")] = None
    level1_weight_points: Annotated[Number, _m("一级权重", "From its own column or from the label")] = None
    level2: Annotated[Text, _m("二级指标", "Name without its （2分） label and white space")] = None
    level2_weight_points: Annotated[Number, _m("二级权重", "From its own column or from the label")] = None
    level3: Annotated[Text, _m("三级指标", "Name without its （2分） label and white space")] = None
    level3_weight_points: Annotated[Number, _m("三级标注分值", "From the label of the name")] = None
    is_detail: Annotated[bool, _m("是否其中项", "True for a 其中 sub-row: a row without weight under a scored parent") ] = False
    target_text: Annotated[Text, _m("年度指标值（原文）", "As printed; the adjusted one where two are printed and it is filled") ] = None
    target_sign: Annotated[Text, _m("指标值符号", ">= <= = > <")] = None
    target_value: Annotated[Number, _m("指标值", "Scaled to its plain unit: ≥6亿元 is 600000000")] = None
    target_value_high: Annotated[Number, _m("指标值上限", "Upper end of a range")] = None
    target_unit: Annotated[Text, _m("指标值单位", "Canonical unit")] = None
    target_kind: Annotated[Text, _m("指标值种类", "number | date | text | empty | masked")] = None
    initial_target_text: Annotated[Text, _m("年初指标值（原文）", "The other target where two are printed") ] = None
    actual_text: Annotated[Text, _m("全年完成值（原文）", "As printed")] = None
    actual_sign: Annotated[Text, _m("完成值符号", "Exports may repeat the target's sign")] = None
    actual_value: Annotated[Number, _m("完成值", "Scaled to its plain unit")] = None
    actual_value_high: Annotated[Number, _m("完成值上限", "Upper end of a range")] = None
    actual_unit: Annotated[Text, _m("完成值单位", "Canonical unit")] = None
    actual_kind: Annotated[Text, _m("完成值种类", "number | date | text | empty | masked")] = None
    weight_text: Annotated[Text, _m("分值（原文）", "As printed")] = None
    weight_points: Annotated[Number, _m("分值", "In points")] = None
    score_text: Annotated[Text, _m("得分（原文）", "As printed; the one that adds up to the total")] = None
    score_points: Annotated[Number, _m("得分", "In points")] = None
    review_actual_text: Annotated[Text, _m("复核完成值（原文）", "As printed in a 复核表")] = None
    review_score_text: Annotated[Text, _m("复核得分（原文）", "As printed in a 复核表")] = None
    review_score_points: Annotated[Number, _m("复核得分", "In points")] = None
    reason_text: Annotated[Text, _m("偏差及原因分析", "As printed")] = None
    at: At
    places: Annotated[dict[str, str], _m("各列位置", "Place of each cell used, by column: level1 level2 level3 target actual weight score reason")] = {}

class Section(Record, kw_only=True):
    """One heading of a report with its body."""

    form_id: FormId
    document_id: DocumentId
    section_id: Annotated[str, _m("章节编号", "Stable for the same bytes")]
    parent_id: Annotated[Text, _m("上级章节", "section_id of the enclosing section")] = None
    order: Annotated[int, _m("次序", "In reading order, from 1")]
    depth: Annotated[int, _m("层次", "1 for 一、")]
    number_text: Annotated[Text, _m("编号", "As printed")] = None
    heading: Annotated[str, _m("标题", "As printed, without its number")]
    key: Annotated[str, _m("章节角色", "overview duties goals targets management budget results outputs effects satisfaction problems measures process use conclusion other …")]
    text: Annotated[str, _m("正文", "Without its heading and without its sub-sections")] = ""
    heading_at: Annotated[Text, _m("标题位置", "Place of the heading")] = None
    heading_start: Annotated[int | None, _m("标题起", "First character of `heading` in the line at `heading_at`, from 0") ] = None
    text_places: Annotated[list[TextPlace], _m("正文各段位置", "Where each paragraph of `text` stands")] = []
    at: At

class TextPlace(msgspec.Struct, kw_only=True):
    """`text[start:end]` of a section stands at `at`."""

    start: int
    end: int
    at: str

class Figure(Record, kw_only=True):
    """One quantity stated in running text, understood and placed."""

    document_id: DocumentId
    form_id: FormId
    section_id: Annotated[Text, _m("章节编号", "Null when the text is a form's cell")] = None
    figure_id: Annotated[str, _m("数值编号", "Stable for the same bytes")]
    source: Annotated[str, _m("来源", "text | heading | goal_target | goal_actual | level3 | actual | reason: what the span counts in")] = "text"
    row: Annotated[int | None, _m("行次", "Row of goals or indicators where the text is a form's cell")] = (None )
    text: Annotated[str, _m("数值（原文）", "As printed")]
    start: Annotated[int, _m("起", "First character in the section's or cell's text, from 0")]
    end: Annotated[int, _m("止", "One past the last character")]
    value: Annotated[Number, _m("数值", "In the base unit")] = None
    value_low: Annotated[Number, _m("数值下限", "Ranges")] = None
    value_high: Annotated[Number, _m("数值上限", "Ranges")] = None
    value_exact: Annotated[Text, _m("精确值", "As text, also where no decimal is exact: 2/3, 5:3:2")] = None
    unit: Annotated[Text, _m("单位", "Canonical unit; null for a bare number")] = None
    qualifier: Annotated[Text, _m("限定", "approx near gt ge lt le")] = None
    step: Annotated[Number, _m("末位", "Last printed place, in `unit`")] = None
    direction: Annotated[Text, _m("方向", "up | down")] = None
    kind: Annotated[Text, _m("种类", "actual target completion_rate growth rank budget executed headcount previous score") ] = None
    subject: Annotated[Text, _m("主语", "What is measured, as an indicator row would name it")] = None
    sentence: Annotated[Text, _m("句子", "The sentence it stands in")] = None
    rule: Annotated[Text, _m("识别规则", "Which production of the grammar found it")] = None
    cues: Annotated[list[str], _m("线索词", "The words that set its kind and qualifier")] = []
    at: At

class Link(Record, kw_only=True):
    """What a figure was matched with."""

    submission_id: Annotated[Text, _m("报送编号", "The submission in which both stand")] = None
    figure_id: Annotated[str, _m("数值编号", "The figure")]
    document_id: DocumentId
    form_id: Annotated[str, _m("表单编号", "The form of the cell")]
    table: Annotated[str, _m("表", "indicators | funds | summary_rows")]
    row: RowNumber
    column: Annotated[str, _m("列", "target actual budget initial executed rate score …")]
    confidence: Annotated[float, _m("可信度", "0-1")]
    relation: Annotated[str, _m("关系", "equal rounded truncated within derived input scope contradicts conflict") ]
    note: Annotated[Text, _m("说明", "The computation in words")] = None

class Issue(Record, kw_only=True):
    """Something the software could not read, or doubts."""

    document_id: Annotated[Text, _DOC] = None
    form_id: Annotated[Text, _FORM] = None
    code: Annotated[str, _m("代码", "Stable code")]
    severity: Annotated[str, _m("程度", "note | doubt | loss")]
    message: Annotated[str, _m("说明", "For people, in Chinese")]
    text: Annotated[Text, _m("原文", "What was printed")] = None
    at: Annotated[Text, _AT] = None

class Block(Record, kw_only=True):
    """The document's text as read, in reading order: paragraphs and tables."""

    document_id: DocumentId
    form_id: Annotated[Text, _FORM] = None
    order: Annotated[int, _m("次序", "In reading order, from 1")]
    kind: Annotated[str, _m("种类", "paragraph | table")]
    text: Annotated[Text, _m("文字", "Of a paragraph, with its number as printed")] = None
    number: Annotated[Text, _m("自动编号", "The automatic part of the number")] = None
    rows: Annotated[int | None, _m("行数", "Of a table")] = None
    columns: Annotated[int | None, _m("列数", "Of a table")] = None
    confidence: Annotated[float | None, _m("识别可信度", "Of recognised text")] = None
    at: At

class Cell(Record, kw_only=True):
    """One cell of a table as read, merged cells once."""

    document_id: DocumentId
    form_id: Annotated[Text, _FORM] = None
    table_at: Annotated[str, _m("表位置", "`at` of its table")]
    row: Annotated[int, _m("行", "Grid row, from 1")]
    column: Annotated[int, _m("列", "Grid column, from 1")]
    rowspan: Annotated[int, _m("跨行", "Rows spanned")] = 1
    colspan: Annotated[int, _m("跨列", "Columns spanned")] = 1
    text: Annotated[str, _m("文字", "As printed")] = ""
    use: Annotated[Text, _m("用途", "Role it was read in (target, actual, …), `ignored:<why>`, null = not used") ] = None
    confidence: Annotated[float | None, _m("识别可信度", "Of recognised text")] = None
    at: At

class Evidence(msgspec.Struct, kw_only=True):
    """One quote that a finding rests on."""

    document_id: str | None = None
    form_id: str | None = None
    at: str | None = None
    role: str
    text: str

class Finding(Record, kw_only=True):
    """The result of one rule on one subject."""

    finding_id: Annotated[str, _m("问题编号", "Hash of rule, unit, year, form, row and roles; no values")]
    subsumed_by: Annotated[Text, _m("归并于", "The finding that already says it; counts skip such rows")] = (None )
    rule_id: Annotated[str, _m("规则", "A09")]
    rule_version: Annotated[Text, _m("规则版本", "Semantic version of the rule")] = None
    result: Annotated[str, _m("结果", "fail | review | pass | not_applicable | open")]
    severity: Annotated[str, _m("严重程度", "严重 重要 一般 提示")]
    confidence: Annotated[str, _m("把握", "确定 推断 线索")]
    submission_id: Annotated[Text, _m("报送编号", "The submission that the finding concerns")] = None
    document_id: Annotated[Text, _DOC] = None
    form_id: Annotated[Text, _FORM] = None
    fiscal_year: Year = None
    unit_name: Annotated[Text, _m("单位名称", "As printed")] = None
    message: Annotated[str, _m("说明", "Chinese, neutral, with the numbers in it")]
    expected: Annotated[Text, _m("应为", "What the compared figures lead one to expect")] = None
    observed: Annotated[Text, _m("实为", "What is printed")] = None
    difference: Annotated[Text, _m("差额", "Observed less expected, with its unit")] = None
    diagnosis: Annotated[Text, _m("诊断", "What explains the difference, in words")] = None
    computation: Annotated[Text, _m("计算", "The computation, in symbols")] = None
    subject: Annotated[Text, _m("对象", "The row, section or unit concerned, as printed")] = None
    related: Annotated[list[str], _m("相关问题", "finding_ids that belong to the same matter")] = []
    evidence: Annotated[list[Evidence], _m("依据", "Both quotes and both places")] = []

class FindingState(Record, kw_only=True):
    """How a discrepancy, lead or open question stands against the check before."""

    finding_id: Annotated[str, _m("问题编号", "The finding, now or before")]
    submission_id: Annotated[Text, _m("报送编号", "The submission it speaks of")] = None
    state: Annotated[str, _m("变化", "new | unchanged | changed | gone")]
    rule_id: Annotated[str, _m("规则", "A09")]
    result: Annotated[str, _m("结果", "fail | review | open; of a gone one the last")]
    severity: Annotated[str, _m("严重程度", "严重 重要 一般 提示")]
    fiscal_year: Year = None
    unit_name: Annotated[Text, _m("单位名称", "As printed")] = None
    message: Annotated[Text, _m("说明", "What it says now; null where it is gone")] = None
    message_before: Annotated[Text, _m("原说明", "What it said before, where that differs")] = None

class Decision(Record, kw_only=True):
    """What an auditor decided of a finding."""

    finding_id: Annotated[str, _m("问题编号", "The finding")]
    decision: Annotated[Text, _m("处理决定", "认定 | 解释成立 | 待核实 | 撤销 (an earlier decision is taken back)")] = None
    reason: Annotated[Text, _m("理由", "As written")] = None
    decided_by: Annotated[Text, _m("决定人", "As written")] = None
    decided_on: Annotated[Text, _m("决定日期", "2022-04-15, however it was written")] = None
    reply: Annotated[Text, _m("单位回复", "As written")] = None
    message: Annotated[Text, _m("决定时的说明", "What the finding said when it was decided")] = None
    status: Annotated[str, _m("状态", "current | changed (the finding says something else now) | gone (it no longer stands)")]
    source: Annotated[Text, _m("来源", "File that it was read from")] = None
    note: Annotated[Text, _m("决定说明", "What is missing of it, or which other decision was read and not taken")] = None
    submission_id: Annotated[Text, _m("报送编号", "The submission that the finding speaks of, or spoke of")] = None
    rule_id: Annotated[Text, _m("规则", "A09")] = None
    severity: Annotated[Text, _m("严重程度", "严重 重要 一般 提示")] = None
    fiscal_year: Year = None
    unit_name: Annotated[Text, _m("单位名称", "As printed")] = None

TABLES: dict[str, type[Record]] = {
    "documents": Document, "submissions": Submission, "forms": Form, "summary_rows": SummaryRow,
    "funds": Fund, "goals": Goal, "indicators": Indicator, "sections": Section,
    "figures": Figure, "links": Link, "issues": Issue, "blocks": Block,
    "cells": Cell, "findings": Finding, "finding_states": FindingState, "decisions": Decision,
}

# fmt: on


class Extract(msgspec.Struct, kw_only=True):
    """All records of one document: what `extractors.extract` returns."""

    documents: list[Document] = []
    forms: list[Form] = []
    summary_rows: list[SummaryRow] = []
    funds: list[Fund] = []
    goals: list[Goal] = []
    indicators: list[Indicator] = []
    sections: list[Section] = []
    figures: list[Figure] = []
    issues: list[Issue] = []
    blocks: list[Block] = []
    cells: list[Cell] = []
