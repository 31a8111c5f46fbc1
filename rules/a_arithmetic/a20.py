"""A20: the points of the execution counted once for the total and again for its parts.

比对：资金栏有一行以上带分值、得分时，总分栏是否把它们都计入；以指标得分之和加各资金行得分，与总分比较。
意义：同一执行率在总额行和分项行各得10分，计两次则总分虚增。
不适用：只有一行资金计分；总分只计一次；各分项分值之和就是总额的分值（分项计分）。
示例：总额10分、财政拨款10分都加进总分；第二个10只印出而未计入不报。
依据：财预〔2020〕10号：预算执行率统一设置10分。
"""

from __future__ import annotations

from collections.abc import Iterator

from extractors.numerals.fraction import Fraction
from extractors.records import Form
from rules.a_arithmetic.a09 import recomputed
from rules.grouping import summed
from rules.profile import Profile
from rules.quoting import cell, total
from rules.rule import Outcome, Rule, failed, inapplicable, passed
from rules.submission import Submission
from rules.totals import pointed_funds
from rules.wording import plain


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each form in which several money rows are scored."""
    for form in submission.scored_forms:
        yield _judge(submission, form)


def _judge(submission: Submission, form: Form) -> Outcome:
    funds = [fund for fund in pointed_funds(submission, form, "score") if fund.score_points]
    main = [fund for fund in funds if fund.partition == "total"]
    if len(funds) < 2 or not main or form.total_score_points is None:
        return inapplicable("计分的资金行不多于一行，或没有总分", form=form)
    printed = Fraction(form.total_score_points)
    base = summed(submission.indicators_of(form), "score")
    every = base + sum((Fraction(fund.score_points or 0) for fund in funds), Fraction(0))
    about = {
        "form": form,
        "subject": "预算执行得分",
        "evidence": [total(form), *(cell(x, "score") for x in funds)],
    }
    if printed in recomputed(submission, form) or printed != every:
        return passed("总分只计一次预算执行得分", **about)
    once = base + Fraction(main[0].score_points or 0)
    return failed(
        f"总分{plain(printed)}把{len(funds)}行资金的得分都计入，只计总额一行应为{plain(once)}",
        expected=plain(once),
        observed=plain(printed),
        difference=plain(printed - once),
        covers=(("A09",),),
        **about,
    )


RULE = Rule(id="A20", title="资金分项行重复计分", severity="严重", confidence="确定", check=check)
