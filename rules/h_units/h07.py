"""H07: one form that a unit handed in twice with different content.

比对：同一单位、年度、表类（项目）在两份文件中的表单：总分、总分值、资金与指标各格。
意义：多个版本并存，须明确以哪一份为准；差异逐项列出，并写明采用的一份消除、新增、遗留了哪些问题。采用的次序：路径
写明更正、修改、再次、最终的，路径中日期较晚的，不是扫描识别的，路径排在后面的；其他规则只看采用的一份。
不适用：没有自评表。两份各格相同（字节不同而内容相同）不报；一份是扫描识别的，只提示人工判断。
示例：两份自评表总分92与90，报告；重复报送的相同表格不报。
依据：同一材料只应有一个有效版本。
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Any, TypeVar

from extractors.records import Form, Fund, Indicator, SummaryRow
from rules.profile import Profile
from rules.quoting import quote, row_name
from rules.revising import changed_findings
from rules.rule import Outcome, Rule, failed, inapplicable, lead, passed
from rules.submission import Dataset, Submission
from rules.text import norm
from rules.versions import recognised, versions
from rules.wording import plain

_CELLS = ("target_text", "actual_text", "weight_points", "score_points", "reason_text")
_SHOWN = 5
_CHANGES = (
    ("budget_yuan", "预算数（万元）"), ("executed_yuan", "执行数（万元）"), ("self_score_points", "自评分数"),
    ("review_score_points", "复核分数"),
)  # fmt: skip
_Money = TypeVar("_Money", Fund, SummaryRow)


def check(dataset: Dataset, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each pair of versions."""
    for submission in dataset.submissions:
        found = list(_outcomes(submission, profile))
        for outcome in found:
            outcome.submission_id = submission.record.submission_id
        yield from found or [_single(submission)]


def _single(submission: Submission) -> Outcome:
    make = passed if submission.scored_forms else inapplicable
    words = "每张自评表只有一个版本" if submission.scored_forms else "没有自评表"
    return make(words, submission_id=submission.record.submission_id, key=("版本",))


def _outcomes(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    for found in versions(submission.evaluations, submission.documents):
        if found[0].form_kind == "report":
            continue
        for old, new in pairwise(found):
            if old.document_id != new.document_id:
                yield _judge(submission, old, new, profile)


def _judge(submission: Submission, old: Form, new: Form, profile: Profile) -> Outcome:
    changed = _changes(submission, old, new)
    name = new.project_name or new.title or "自评表"
    about: dict[str, Any] = {
        "form": new,
        "key": ("版本", new.form_kind, new.project_code or ""),
        "subject": name,
        "evidence": [
            quote(old, "被替换的一份", _path(submission, old)),
            quote(new, "采用的一份", _path(submission, new)),
        ],
    }
    if not changed:
        return passed(f"“{name}”报送两份，内容相同", **about)
    words = "；".join(changed[:_SHOWN]) + (f"等{len(changed)}处" if len(changed) > _SHOWN else "")
    scanned = any(
        recognised(d) for d in submission.documents if d.document_id in {old.document_id, new.document_id}
    )
    return (lead if scanned else failed)(
        f"“{name}”报送两份，内容不同，采用“{_path(submission, new)}”：{words}",
        diagnosis=changed_findings(submission, old, new, profile),
        **about,
    )


def _changes(submission: Submission, old: Form, new: Form) -> list[str]:
    out = []
    if old.total_score_points != new.total_score_points:
        pair = [
            plain(x) if x is not None else "空白" for x in (old.total_score_points, new.total_score_points)
        ]
        out.append(f"总分{pair[0]}改为{pair[1]}")
    out += _amounts(submission.funds_of(old), submission.funds_of(new), lambda row: norm(row.label))
    out += _amounts(
        submission.summary_of(old), submission.summary_of(new), lambda row: norm(row.unit_name or "合计")
    )
    before = {_key(row): row for row in submission.indicators_of(old)}
    after = {_key(row): row for row in submission.indicators_of(new)}
    for key, row in after.items():
        if key not in before:
            out.append(f"新增“{row_name(row)}”")
        elif any(_differs(before[key], row, cell) for cell in _CELLS):
            out.append(f"“{row_name(row)}”有改动")
    return out + [f"删去“{row_name(row)}”" for key, row in before.items() if key not in after]


def _amounts(old: Sequence[_Money], new: Sequence[_Money], key: Callable[[_Money], str]) -> Iterator[str]:
    """Money rows, rows of a summary: each whose budget, outturn or scores changed."""
    before = {key(row): row for row in old}
    for row in new:
        known = before.get(key(row))
        for cell, title in _CHANGES if known is not None else ():
            was, now = (getattr(x, cell, None) for x in (known, row))
            if was != now:
                words = [plain(_shown(cell, x)) if x is not None else "空白" for x in (was, now)]
                yield f"“{row_name(row)}”{title}{words[0]}改为{words[1]}"


def _shown(cell: str, value: Decimal) -> Decimal:
    return value / 10_000 if cell.endswith("_yuan") else value


def _differs(old: Indicator, new: Indicator, cell: str) -> bool:
    """Whether a cell says something else; signs and spaces apart, which a scan or a converter changes."""
    a, b = getattr(old, cell), getattr(new, cell)
    return norm(a or "") != norm(b or "") if cell.endswith("_text") else a != b


def _key(row: Indicator) -> tuple[str, str, str]:
    return norm(row.level1 or ""), norm(row.level2 or ""), norm(row.level3 or "")


def _path(submission: Submission, form: Form) -> str:
    return next((d.path for d in submission.documents if d.document_id == form.document_id), "文件")


RULE = Rule(
    id="H07",
    title="重复报送与多版本",
    severity="一般",
    confidence="确定",
    check=check,
    scope="dataset",
    each_unit=True,
)
