"""D17: a proud total beside much weight that was missed or left blank.

比对：印出总分不低于90，而未达标行与空白行的权重合计不低于20（口径可改）。
意义：大块权重没有完成，总分仍在优的档次，值得复核。
不适用：没有总分；未达标、空白的权重不大。仅作线索，扣分多少由D03、A09核对。
示例：总分92，未达标2＋10、空白10，共22；只有一行未达标、权重2不报。
依据：复核惯例。
"""

from __future__ import annotations

from collections.abc import Iterator

from extractors.numerals.fraction import Fraction
from extractors.records import Form
from rules.achieving import achievements, missed
from rules.profile import Norms, Profile
from rules.quoting import cell, row_name, total
from rules.rule import Outcome, Rule, inapplicable, lead, passed
from rules.submission import Submission
from rules.totals import unscored
from rules.wording import listed, plain


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each form with a printed total."""
    for form in submission.scored_forms:
        if form.total_score_points is None:
            yield inapplicable("没有总分", form=form)
        else:
            yield _judge(submission, form, profile.at(submission.year, form.form_kind))


def _judge(submission: Submission, form: Form, norms: Norms) -> Outcome:
    rows = [row for row in missed(achievements(submission, form)) if row.weight]
    blanks = unscored(submission, form, "weight")
    weight = sum((row.weight or Fraction(0) for row in rows), Fraction(0))
    weight += sum((x.points for x in blanks), Fraction(0))
    about = {
        "form": form,
        "subject": "自评总分",
        "evidence": [
            total(form),
            *(cell(row.row, "weight") for row in rows),
            *(cell(row, "level2", "空白指标") for x in blanks for row in x.rows),
        ],
    }
    assert form.total_score_points is not None
    if form.total_score_points < norms.proud_total_points or weight < norms.missed_points:
        return passed(f"未达标与空白的权重合计{plain(weight)}", **about)
    names = listed([row_name(row.row) for row in rows] + [x.name for x in blanks])
    return lead(
        f"总分{plain(form.total_score_points)}，而未达标与空白的权重合计{plain(weight)}：{names}",
        related=("A09", "D15"),
        **about,
    )


RULE = Rule(
    id="D17",
    title="自评总分与未达标权重不符",
    severity="提示",
    confidence="线索",
    check=check,
    norms=("proud_total_points", "missed_points"),
)
