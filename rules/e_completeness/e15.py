"""E15: a row of a 汇总表 with fewer cells than the table has columns.

比对：汇总表合计行、各单位行的单元格与其他行的各栏是否对应：少一格，或一格横跨两栏。
意义：栏数对不上，数字容易落到相邻的栏里，汇总时出错。
不适用：没有合计行；只有一行；单元格在而空白的属漏填（B06）；标签合并（合计、序号）正常。
示例：表头7栏，合计行只有5格，缺复核分数一格，报告；合计两字占两栏不报。
依据：汇总表格式；读取时也以此判断行列是否对齐。
"""

from __future__ import annotations

from collections.abc import Iterator

from extractors.records import Form, SummaryRow
from rules.profile import Profile
from rules.quoting import cell, quote, row_name
from rules.rule import Outcome, Rule, failed, inapplicable, passed
from rules.submission import Submission

_WORDS = {
    "budget": "全年预算数",
    "executed": "全年执行数",
    "rate": "执行率",
    "self_score": "自评分数",
    "review_score": "复核分数",
}


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each row that lacks a cell, or one for each sound table."""
    for form in submission.of_kind("summary"):
        rows = submission.summary_of(form)
        columns = [c for c in _WORDS if any(c in row.places for row in rows)]
        if len(rows) < 2 or not columns:
            yield inapplicable("汇总表不足两行，或没有单元格位置", form=form)
            continue
        found = [out for row in rows for out in _judge(form, row, columns)]
        yield from found or [passed("各行栏数一致", form=form)]


def _judge(form: Form, row: SummaryRow, columns: list[str]) -> Iterator[Outcome]:
    lacking = [c for c in columns if c not in row.places]
    if not lacking or not row.places:
        return
    named = "、".join(_WORDS[c] for c in lacking)
    yield failed(
        f"“{row_name(row)}”行与表头栏数不一，没有与{named}对应的单元格",
        form=form,
        key=("栏数", "合计" if row.is_total else row.unit_name or str(row.row)),
        subject=row_name(row),
        expected=f"{len(columns)}栏",
        observed=f"{len(columns) - len(lacking)}栏",
        evidence=[
            quote(row, "汇总表行", row_name(row)),
            *(cell(row, c) for c in columns if c in row.places),
        ],
    )


RULE = Rule(id="E15", title="表格栏数错位", severity="提示", confidence="确定", check=check)
