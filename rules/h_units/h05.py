"""H05: a supervisor whose review scores repeat the self scores.

比对：同年同一主管部门各汇总表合在一起，复核分数等于自评分数的行占九成以上。
意义：复核流于形式。
不适用：有复核分数的行不足十行。
示例：30行全部相同，报告；30行中20行相同不报。
依据：自评情况汇总表填报说明：主管部门应复核并打分。
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from extractors.numerals.fraction import Fraction
from extractors.records import Form, SummaryRow
from rules.peers import each
from rules.profile import Profile
from rules.quoting import cell
from rules.rule import Outcome, Rule, failed, passed
from rules.submission import Dataset, Submission
from rules.unitnames import core

_LEAST, _SHARE = 10, Fraction(9, 10)


_Reviewed = tuple[str, Form, list[SummaryRow]]  # supervisor, the summary, its rows with both scores


def check(dataset: Dataset, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each supervisor with enough reviewed rows, said where its summary or the first one stands."""
    yield from each(
        dataset,
        _reviewed,
        _judge,
        "主管部门汇总表中有复核分数的行不足十行，或已在该主管部门的第一份汇总表说明",
    )


def _reviewed(submission: Submission) -> list[_Reviewed]:
    return [
        (
            core(form.supervisor_name or form.unit_name or submission.unit_name or ""),
            form,
            [
                row
                for row in submission.summary_of(form)
                if not row.is_total
                and row.self_score_points is not None
                and row.review_score_points is not None
            ],
        )
        for form in submission.of_kind("summary")
    ]


def _judge(gathered: list[tuple[Submission, list[_Reviewed]]]) -> Iterator[tuple[Submission, Outcome]]:
    by_supervisor: dict[tuple[str, str], list[tuple[Submission, Form, list[SummaryRow]]]] = defaultdict(list)
    for submission, found in gathered:
        for supervisor, form, rows in found:
            # without a supervisor's name, or with the unit's own, a summary speaks for itself
            own = not supervisor or supervisor == core(submission.unit_name or "")
            by_supervisor[supervisor, submission.record.submission_id if own else ""].append(
                (submission, form, rows)
            )
    for listed in by_supervisor.values():
        rows = [row for *_, rows in listed for row in rows]
        if len(rows) >= _LEAST:
            yield listed[0][0], _outcome(listed[0][1], rows)


def _outcome(form: Form, rows: list[SummaryRow]) -> Outcome:
    same = [row for row in rows if row.self_score_points == row.review_score_points]
    about: dict[str, Any] = {"form": form, "key": ("复核比例",), "subject": "复核分数"}
    words = f"{len(rows)}行复核分数中，{len(same)}行与自评分数相同"
    if len(same) < len(rows) * _SHARE:
        return passed(words, **about)
    return failed(words, evidence=[cell(row, "review_score") for row in same[:4]], **about)


RULE = Rule(
    id="H05",
    title="复核分=自评分比例",
    severity="重要",
    confidence="确定",
    check=check,
    scope="dataset",
    gather=_reviewed,
)
