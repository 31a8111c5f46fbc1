"""B12: each row of a department's summary table against that unit's own form.

比对：主管部门汇总表中所属单位的全年预算数、全年执行数、自评分数，与该单位自己报送的整体支出绩效自评表总
额、总分。
意义：汇总表是由各单位的表加总来的，逐行不符则合计失实。
不适用：汇总表只有一个单位；所属单位的自评表不在数据集中；一方空白。按印出的小数位比较。
示例：所属单位甲汇总表120.00、自评表102.00；相差0.01的四舍五入不报。
依据：自评情况汇总表填报说明：各栏与自评表一致。
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from extractors.records import Form, SummaryRow
from rules.b_forms.b01 import stated
from rules.comparing import same_fact
from rules.diagnosing import difference
from rules.money import Line, fund_lines, summary_lines, unit_of
from rules.profile import Profile
from rules.quoting import cell, quote, total
from rules.rule import Outcome, Rule, failed, inapplicable, passed
from rules.submission import Dataset, Submission
from rules.unitnames import core, same_unit
from rules.wording import money, plain

_COLUMNS = (("budget", "全年预算数"), ("executed", "全年执行数"))
_Owner = tuple[Submission, Form]


def check(dataset: Dataset, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each figure of each subordinate row whose own form was handed in."""
    forms = _by_year_and_core(dataset)
    for submission in dataset.submissions:
        for summary, lines in dataset.noted(_gather, submission)[1]:
            if len(lines) < 2:
                yield inapplicable(
                    "汇总表只有一个单位", form=summary, submission_id=submission.record.submission_id
                )
                continue
            for line in lines:
                owner = _owner(forms, submission, line)
                if owner is not None:
                    yield from _judge(submission, summary, line, owner)


def _by_year_and_core(dataset: Dataset) -> dict[tuple[int | None, str], list[_Owner]]:
    out: dict[tuple[int | None, str], list[_Owner]] = defaultdict(list)
    for submission in dataset.submissions:
        for form in dataset.noted(_gather, submission)[0]:
            out[submission.year, core(form.unit_name or "")].append((submission, form))
    return out


def _gather(submission: Submission) -> tuple[list[Form], list[tuple[Form, list[Line]]]]:
    """The scoring forms that name their unit; the summaries with their rows of units."""
    forms = [form for form in submission.of_kind("department") if form.unit_name]
    return forms, [
        (summary, [line for line in summary_lines(submission, summary) if line.name != "合计"])
        for summary in submission.of_kind("summary")
    ]


def _owner(
    forms: dict[tuple[int | None, str], list[_Owner]], submission: Submission, line: Line
) -> _Owner | None:
    """The only other submission of that year whose form carries the row's name."""
    found = [
        owner
        for owner in forms.get((submission.year, core(line.name)), [])
        if owner[0] is not submission and same_unit(owner[1].unit_name or "", line.name)
    ]
    return found[0] if len(found) == 1 else None


def _judge(submission: Submission, summary: Form, line: Line, owner: _Owner) -> Iterator[Outcome]:
    theirs, form = owner
    lines = fund_lines(theirs, form)
    for column, title in _COLUMNS:
        figure, figures = getattr(line, column), stated(lines, column)
        if figure is None or not figures:
            continue
        other = min(figures, key=lambda x: abs(x.value - figure.value))
        unit = unit_of(theirs, form)
        shown = other.text or money(other.value, unit)
        about = {
            "form": summary,
            "submission_id": submission.record.submission_id,
            "key": (line.name, title),
            "subject": line.name,
            "evidence": [
                cell(line.row, column, f"汇总表·{title}"),
                *(cell(x.row, column, f"{form.unit_name}自评表·{x.name}") for x in lines[:4]),
            ],
        }
        if any(same_fact(figure, x).agrees for x in figures):
            yield passed(f"“{line.name}”{title}与其自评表一致", **about)
            continue
        yield failed(
            f"“{line.name}”{title}：汇总表{figure.text}，其自评表{shown}",
            expected=shown,
            observed=figure.text,
            difference=money(abs(other.value - figure.value), unit),
            diagnosis=difference(figure, other),
            **about,
        )
    yield from _score(submission, summary, line, form)


def _score(submission: Submission, summary: Form, line: Line, form: Form) -> Iterator[Outcome]:
    row = line.row
    if not isinstance(row, SummaryRow) or row.self_score_points is None or form.total_score_points is None:
        return
    about = {
        "form": summary,
        "submission_id": submission.record.submission_id,
        "key": (line.name, "自评分数"),
        "subject": line.name,
        "evidence": [
            cell(row, "self_score", "汇总表·自评分数"),
            total(form, "自评表·总分"),
            quote(form, "自评表·单位", form.unit_name),
        ],
    }
    if row.self_score_points == form.total_score_points:
        yield passed(f"“{line.name}”自评分数与其自评表一致", **about)
        return
    listed, own = plain(row.self_score_points), plain(form.total_score_points)
    yield failed(
        f"“{line.name}”自评分数：汇总表{listed}，其自评表{own}", expected=own, observed=listed, **about
    )


RULE = Rule(
    id="B12",
    title="汇总数=各单位表之和",
    severity="严重",
    confidence="确定",
    check=check,
    scope="dataset",
    gather=_gather,
)
