"""B02: the self score in the summary table against the total of the form.

比对：汇总表中该单位的自评分数，与该单位整体支出绩效自评表总分栏的得分。
意义：对外汇总的是汇总表的分数，两处必须是同一个分数。
不适用：没有汇总表或自评表；汇总表中找不到该单位；一方空白。合计行的分数不是某一单位的分数，仅在汇总表只
有一个单位时参照。两处一致而与各项得分之和都不符的，由A09报告。
示例：92与90；92与92.0不报。
依据：自评情况汇总表“预算单位自评分数”栏；得分为准确值。
"""

from __future__ import annotations

from collections.abc import Iterator

from extractors.records import Form, SummaryRow
from rules.diagnosing import swapped_digits
from rules.matching import own_lines
from rules.profile import Profile
from rules.quoting import cell, total
from rules.rule import Outcome, Rule, failed, inapplicable, passed
from rules.submission import Submission
from rules.wording import plain


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each department form."""
    forms = submission.of_kind("department")
    if not forms or not submission.of_kind("summary"):
        yield inapplicable("没有汇总表或整体支出自评表")
    for form in forms if submission.of_kind("summary") else []:
        yield _judge(submission, form)


def _judge(submission: Submission, form: Form) -> Outcome:
    rows = [line.row for line in own_lines(submission, form) if isinstance(line.row, SummaryRow)]
    scored = [row for row in rows if row.self_score_points is not None]
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
