"""D13: the share of the weight that nothing measures.

比对：不可衡量的权重占总权重之比：空白指标、名称以推动、鼓励、促进一类动词开头而没有可量名词且指标值只是
百分数的，以及没有调查依据的满意度（C11）；超过30%（口径可改）。
意义：不可衡量的指标占比过高，总分说明不了绩效。
不适用：表内没有分值。
示例：推动当地经济发展10、鼓励企业科技创新15、空白10、满意度10，共45；推动企业研发投入增长率≥10%不计（有
可量的名词）。
依据：财预〔2020〕10号：指标应当清晰、可衡量；财预〔2021〕101号指标设置指引。
"""

from __future__ import annotations

from collections.abc import Iterator

from extractors.numerals.fraction import Fraction
from extractors.records import Form, Indicator
from rules.d_scores.d12 import unsurveyed
from rules.grouping import shares_cell, summed
from rules.profile import Profile
from rules.quoting import cell, row_name
from rules.rule import Outcome, Rule, failed, inapplicable, passed
from rules.submission import Submission
from rules.text import norm, words
from rules.totals import unscored
from rules.wording import listed, percent, plain


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each form with weights."""
    for form in submission.scored_forms:
        norms = profile.at(submission.year, form.form_kind)
        yield _judge(submission, form, Fraction(norms.unmeasurable_percent))


def _judge(submission: Submission, form: Form, most: Fraction) -> Outcome:
    rows = submission.indicators_of(form)
    blanks = unscored(submission, form, "weight")
    whole = summed(rows, "weight") + sum((x.points for x in blanks), Fraction(0))
    if not whole:
        return inapplicable("表内没有分值", form=form)
    unsupported = unsurveyed(submission)
    vague = [row for row in rows if row.weight_points and not shares_cell(row, rows, "weight")]
    vague = [row for row in vague if is_vague(row) or row_name(row) in unsupported]
    points = sum((Fraction(row.weight_points or 0) for row in vague), Fraction(0))
    points += sum((x.points for x in blanks), Fraction(0))
    share = points / whole * 100
    about = {
        "form": form,
        "subject": "指标可衡量性",
        "evidence": [
            *(cell(row, "level3", f"{row_name(row)}·名称") for row in vague),
            *(cell(row, "level2", "空白指标") for x in blanks for row in x.rows),
        ],
        "observed": percent(share, 1),
    }
    if share <= most:
        return passed(f"不可衡量的权重占{percent(share, 1)}，不超过{percent(most)}", **about)
    names = [row_name(row) for row in vague] + [x.name for x in blanks]
    return failed(
        f"不可衡量的权重{plain(points)}分，占{plain(whole)}分的{percent(share, 1)}：{listed(names)}",
        expected=f"≤{percent(most)}",
        **about,
    )


def is_vague(row: Indicator) -> bool:
    """推动当地经济发展 ≥90%: a verb of promotion, no measured noun, a bare percentage."""
    name = norm(row.level3 or "")
    verb = any(name.startswith(word) for word in words("verbs_of_promotion"))
    measured = any(word in name for word in words("measured_nouns"))
    return verb and not measured and row.target_unit == "%"


RULE = Rule(
    id="D13",
    title="不可衡量指标权重过高",
    severity="重要",
    confidence="推断",
    check=check,
    norms=("unmeasurable_percent",),
    after=("C11",),
)
