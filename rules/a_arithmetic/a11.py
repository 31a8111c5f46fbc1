"""A11: each score between 0 and its weight.

比对：0 ≤ 得分 ≤ 分值；跨几行的得分格与这几行分值之和比较。
意义：得分最高不能超过该指标分值上限，超出的部分虚增了总分。
不适用：没有得分或没有分值；加分项。表内多数行得分都高于分值时，多半是得分按百分制或系数填写，只作线索。
示例：12/10、－1/5；10/10不报。
依据：财预〔2020〕10号表注：得分最高不能超过该指标分值上限。
"""

from __future__ import annotations

from collections.abc import Iterator

from extractors.numerals.fraction import Fraction
from extractors.records import Form, Fund, Indicator
from rules.grouping import Counted, counted, is_bonus, summed
from rules.profile import Profile
from rules.quoting import cell, row_name
from rules.rule import Outcome, Rule, failed, inapplicable, lead, passed
from rules.submission import Submission
from rules.wording import plain


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each score cell that has a weight."""
    for form in submission.scored_forms:
        pairs = _pairs(submission, form)
        if not pairs:
            yield inapplicable("表内没有可比的分值与得分", form=form)
        above = [pair for pair in pairs if pair[0].points > pair[1]]
        if len(above) > 3 and len(above) * 2 > len(pairs):
            yield lead(f"{len(pairs)}行中{len(above)}行得分高于分值，得分可能不是按分值填写的", form=form)
            continue
        for score, weight in pairs:
            yield _judge(form, score.rows[0], score.points, weight)
        for fund in submission.funds_of(form):
            if fund.score_points is not None and fund.weight_points:
                yield _judge(form, fund, Fraction(fund.score_points), Fraction(fund.weight_points))


def _pairs(submission: Submission, form: Form) -> list[tuple[Counted, Fraction]]:
    out = []
    for one in counted(submission.indicators_of(form), "score"):
        if all(row.weight_points is not None for row in one.rows) and not is_bonus(one.rows[0]):
            out.append((one, summed(one.rows, "weight")))
    return out


def _judge(form: Form, row: Indicator | Fund, score: Fraction, weight: Fraction) -> Outcome:
    name = row_name(row)
    key = (row.level1 or "", row.level2 or "", name) if isinstance(row, Indicator) else (name,)
    about = {
        "form": form,
        "key": key,
        "subject": name,
        "evidence": [cell(row, "score"), cell(row, "weight")],
    }
    if 0 <= score <= weight:
        return passed(f"“{name}”得分在0与分值之间", **about)
    what = f"高于分值{plain(weight)}" if score > weight else "小于0"
    excess = score - weight if score > weight else -score
    return failed(
        f"“{name}”得分{plain(score)}{what}",
        expected=f"0—{plain(weight)}",
        observed=plain(score),
        difference=plain(excess),
        **about,
    )


RULE = Rule(
    id="A11",
    title="得分值域",
    severity="严重",
    confidence="确定",
    check=check,
    subsumes=("D02", "D03", "D04", "D06"),
)
