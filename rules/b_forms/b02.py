"""B02: the self score in summary table, report and form.

比对：汇总表中该单位（项目）的自评分数、自评报告写明的自评得分（含执行率得分），与自评表总分栏（资金总额行）的得分。
意义：对外汇总、公开的是汇总表和报告的分数，几处必须是同一个分数。
不适用：没有汇总表或自评表；汇总表中找不到该单位或项目；一方空白；报告另有一处与自评表一致，或有几张自评表。报告
中的满分、上年、复核、分项得分不核对，按较少的小数位书写的不报。合计行的分数不是某一单位的分数，仅在汇总表只
有一个单位时参照。两处一致而与各项得分之和都不符的，由A09报告。
示例：92与90；报告“自评得分98.56分”、自评表99.56分；92与92.0不报。
依据：自评情况汇总表“预算单位自评分数”栏；得分为准确值。
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import regex

from extractors.records import Form, SummaryRow
from rules.diagnosing import swapped_digits
from rules.matching import own_lines
from rules.profile import Profile
from rules.quoting import cell, figure, total
from rules.rule import Outcome, Rule, failed, inapplicable, passed
from rules.selfscores import told
from rules.submission import Submission
from rules.text import norm
from rules.wording import plain

_CODE = regex.compile(r"^[0-9A-Z]{6,}\s?[-—_]+")


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each form with a row in the summary, one for each score that the report tells."""
    forms = submission.of_kind("department")
    projects = [x for x in submission.of_kind("project") if _listed(submission, x)]
    summary = bool(submission.of_kind("summary"))
    if not summary or not (forms or projects):
        yield inapplicable("没有汇总表或整体支出自评表")
    for form in forms if summary else []:
        yield _judge(form, [line.row for line in own_lines(submission, form)])
    for form in projects:
        yield _judge(form, _listed(submission, form))
    yield from _reported(submission)


def _listed(submission: Submission, form: Form) -> list[SummaryRow]:
    """The row of a summary of projects that names this form's project."""
    name = _plain(form.project_name)
    rows = [row for row in submission.summary_rows if row.project_name and not row.is_total]
    found = [row for row in rows if name and _plain(row.project_name) == name]
    return found if len(found) == 1 else []


def _plain(name: str | None) -> str:
    return norm(_CODE.sub("", name or "")).removesuffix("项目")


def _reported(submission: Submission) -> Iterator[Outcome]:
    """The scores of the report; a second score decides nothing where another agrees."""
    found = list(told(submission))
    agreed = {one.what for one in found if one.agrees}
    for one in found:
        about: dict[str, Any] = {
            "form": one.form,
            "key": ("报告", one.what),
            "subject": f"自评{one.what}",
            "evidence": [figure(one.figure, f"自评报告·{one.what}"), one.quoted],
            "fact": (one.what, str(one.said.value), str(one.own.value)),
            "related": ("A09",),
        }
        if one.agrees:
            yield passed(f"自评报告{one.what}{one.figure.text}与自评表相符", **about)
        elif one.what not in agreed or len(submission.scored_forms) == 1:
            own = f"{plain(one.own.value)}分"
            yield failed(
                f"自评报告写自评{one.what}{one.figure.text}，自评表为{own}",
                expected=own,
                observed=one.figure.text,
                difference=plain(abs(one.own.value - one.said.value)),
                diagnosis=swapped_digits(one.figure.text, own),
                severity=None if one.what == "总分" and one.what not in agreed else "重要",
                confidence="推断",
                **about,
            )


def _judge(form: Form, rows: Sequence[object]) -> Outcome:
    scored = [x for x in rows if isinstance(x, SummaryRow) and x.self_score_points is not None]
    if not scored or form.total_score_points is None:
        return inapplicable("汇总表自评分数或自评表总分空白", form=form)
    row = scored[0]
    assert row.self_score_points is not None
    about = {
        "form": form,
        "subject": "自评分数",
        "evidence": [cell(row, "self_score", "汇总表·自评分数"), total(form, "自评表·总分")],
        "related": ("A09",),
    }
    if row.self_score_points == form.total_score_points:
        return passed(f"汇总表自评分数与自评表总分同为{plain(form.total_score_points)}", **about)
    return failed(
        f"汇总表自评分数{plain(row.self_score_points)}，自评表总分{plain(form.total_score_points)}",
        expected=plain(form.total_score_points),
        observed=plain(row.self_score_points),
        difference=plain(abs(row.self_score_points - form.total_score_points)),
        diagnosis=swapped_digits(row.self_score_text or "", form.total_score_text or ""),
        **about,
    )


RULE = Rule(id="B02", title="自评分数=总分", severity="严重", confidence="确定", check=check)
