"""B06: the supervisor's review covers the head office and enough of the others.

比对：汇总表本级一行，以及所属单位中至少3行（不足3个的全部），填有主管部门复核分数。
意义：复核是主管部门的职责，未复核的自评不能汇总上报。
不适用：没有汇总表；表内没有复核分数一栏。复核分数全部空白的，可能尚未复核，只作线索。
示例：两个所属单位，第二行复核分数空白；第四个所属单位空白不报。
依据：自评情况汇总表注：主管部门应对本级及不少于3个所属单位的自评进行复核，不足3个的全部复核。
"""

from __future__ import annotations

from collections.abc import Iterator

from extractors.records import Form, SummaryRow
from rules.profile import Profile
from rules.quoting import cell, row_name
from rules.rule import Outcome, Rule, failed, inapplicable, lead, passed
from rules.submission import Submission
from rules.wording import listed


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each summary table."""
    forms = submission.of_kind("summary")
    if not forms:
        yield inapplicable("没有汇总表")
    for form in forms:
        rows = [row for row in submission.summary_of(form) if not row.is_total]
        if not rows or not _has_column(submission, form, rows):
            yield inapplicable("汇总表没有复核分数一栏", form=form)
        else:
            least = profile.at(submission.year, form.form_kind).reviewed_rows
            yield _judge(form, rows, least)


def _has_column(submission: Submission, form: Form, rows: list[SummaryRow]) -> bool:
    if any("review_score" in row.places or row.review_score_text for row in rows):
        return True
    return any(cell.use == "review_score" and cell.form_id == form.form_id for cell in submission.cells)


def _judge(form: Form, rows: list[SummaryRow], least: int) -> Outcome:
    head, others = rows[0], rows[1:]
    needed = min(least, len(others))
    reviewed = [row for row in others if row.review_score_points is not None]
    about = {
        "form": form,
        "subject": "复核分数",
        "evidence": [cell(row, "review_score") for row in rows[:12]],
    }
    if head.review_score_points is None and not reviewed:
        return lead("复核分数全部空白，可能尚未复核", **about)
    missing = [] if head.review_score_points is not None else [head]
    if len(reviewed) < needed:
        missing += [row for row in others if row.review_score_points is None]
    if not missing:
        return passed(f"本级与{len(reviewed)}个所属单位有复核分数", **about)
    return failed(
        f"{listed([row_name(row) for row in missing])}没有复核分数，应复核本级和至少{needed}个所属单位",
        expected=f"本级和{needed}个所属单位",
        observed=f"{'本级和' if head.review_score_points is not None else ''}{len(reviewed)}个所属单位",
        **about,
    )


RULE = Rule(
    id="B06", title="复核覆盖", severity="一般", confidence="确定", check=check, norms=("reviewed_rows",)
)
