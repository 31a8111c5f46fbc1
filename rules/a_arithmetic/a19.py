"""A19: the score of the execution against its weight and rate.

比对：资金栏给执行率计分的，得分＝分值×min(1，执行率)，按得分印出的小数位比较；执行率用印出的、按全年预
算数算出的或按年初预算数算出的，有一种吻合即可；印出的执行率是按哪个预算数算的，得分就按哪个核对。
意义：预算执行得分有固定公式，是最容易复核的得分。
不适用：资金栏不计分；执行率空白或预算数为0。得分按表内自己的进位（如取整）而与公式不同的，只作提示；低
于公式的为一般。
分值只印在栏目标题中的（得分（20分×执行率）），以标题为准。
示例：执行率86.19%、分值10、得分9（应为8.62）；8.62、8.6不报，830%得10分不报。
依据：财预〔2020〕10号：预算执行率得分＝执行率×分值，超过100%的按满分计。
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from extractors.numerals.fraction import Fraction
from extractors.records import Form, Fund
from rules.comparing import derived, grid, same_fact
from rules.denotation import Printed
from rules.grouping import counted
from rules.money import Line, fund_lines
from rules.profile import Profile
from rules.quoting import cell
from rules.rule import Outcome, Rule, failed, inapplicable, passed
from rules.submission import Submission
from rules.wording import plain

_HEADING = regex.compile(r"(\d{1,2})\s?分?\s?×\s?(?:预算)?执行率")


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each money row that is scored."""
    for form in submission.scored_forms:
        lines = [x for x in fund_lines(submission, form) if getattr(x.row, "score_points", None) is not None]
        scored = [line for line in lines if getattr(line.row, "weight_points", None)]
        headed = _headed(submission, form) if lines and not scored else None
        if headed is not None:
            yield _judge(submission, form, lines[0], headed)
        elif not scored:
            yield inapplicable("资金栏不计分", form=form)
        for line in scored:
            yield _judge(submission, form, line)


def _headed(submission: Submission, form: Form) -> Fraction | None:
    """The execution's weight where only the heading of the scores prints it: 得分（20分×执行率）."""
    for one in submission.cells:
        found = _HEADING.search(one.text) if one.form_id == form.form_id and "×" in one.text else None
        if found is not None:
            return Fraction(found[1])
    return None


def _judge(submission: Submission, form: Form, line: Line, headed: Fraction | None = None) -> Outcome:
    fund = line.row
    assert isinstance(fund, Fund)
    weight, score = headed or Fraction(fund.weight_points or 0), Fraction(fund.score_points or 0)
    about = {"form": form, "key": (line.name,), "subject": line.name}
    expected = _expectations(line, weight)
    points = [value for value, _ in expected]
    if not expected:
        return inapplicable(f"“{line.name}”执行率无从计算", **about)
    about["evidence"] = [cell(fund, column) for column in ("rate", "weight", "score")]
    if any(_fits(score, fund.score_text, value) for value in points):
        return passed(f"“{line.name}”得分{plain(score)}与执行率相符", **about)
    nearest, formula = min(((x.value, how) for x, how in expected), key=lambda x: abs(x[0] - score))
    scores = [one.points for one in counted(submission.indicators_of(form), "score")]
    rounded = abs(nearest - score) <= grid([*scores, score]) / 2
    rate = fund.rate_text or "（按金额计算）"
    return failed(
        f"“{line.name}”执行率{rate}，分值{plain(weight)}，得分{plain(score)}，按公式为{plain(nearest, 2)}",
        expected=plain(nearest, 2),
        observed=plain(score),
        difference=plain(abs(nearest - score), 2),
        diagnosis="得分可能取整" if rounded else None,
        severity="提示" if rounded else "一般" if score < nearest else None,
        computation=f"{plain(weight)}×min(1，{formula})＝{plain(nearest, 2)}",
        **about,
    )


def _expectations(line: Line, weight: Fraction) -> list[tuple[Printed, str]]:
    """The points by each rate that the row prints or implies, at that rate's precision, with its formula.

    The printed rate decides of which budget it is; only where it is of none of them may it be of any.
    """
    implied = []
    for base in (line.planned, line.initial, line.arrived):
        if base is not None and line.executed is not None and base.value > 0:
            rate = Printed(value=line.executed.value / base.value * 100, step=Fraction(1, 100))
            implied.append((rate, f"{line.executed.text}÷{base.text}"))
    if line.rate is not None:
        own = [(rate, how) for rate, how in implied if same_fact(line.rate, rate).agrees]
        shown = f"{line.rate.text}（{own[0][1]}）" if own else line.rate.text
        implied = [(line.rate, shown), *(own or implied)]
    out = []
    for rate, how in implied:
        full = rate.value >= 100
        value = weight if full else rate.value * weight / 100
        out.append((Printed(value=value, step=rate.step * weight / 100, exact=full), how))
    return out


def _fits(score: Fraction, text: str | None, points: Printed) -> bool:
    """Equal at the printed decimals of the score; a whole score must be the whole truth."""
    decimals = len((text or "").strip().partition(".")[2])
    shown = Printed(value=score, step=Fraction(1, 10 ** (decimals or 2)))
    return derived(shown, lambda x: x, points).agrees


RULE = Rule(id="A19", title="执行率得分=权重×执行率", severity="重要", confidence="确定", check=check)
