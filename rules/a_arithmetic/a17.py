"""A17: an overrun of staff costs hidden behind a low overhead rate.

比对：基本支出执行数E大于预算数B，而公用经费控制率k低于60%时，人员经费超支＝（E－B）＋（1－k）×公用经费
预算，至少为E－B。
意义：公用经费大幅节约而基本支出仍超，差额只能在人员经费里，表内却没有说明。
不适用：没有公用经费控制率或基本支出金额；E不大于B（按印出的小数位不能确定的也不算）；k不低于60%。
示例：B 158.64、E 162.85、k 21.89%，人员经费超支大于4.21万元；E≤B或k 98%不报。
依据：基本支出＝人员经费＋公用经费；公用经费控制率＝实际支出÷预算安排×100%。
"""

from __future__ import annotations

from collections.abc import Iterator

from extractors.records import Form, Indicator
from rules.denotation import denote
from rules.money import Line, fund_lines
from rules.profile import Norms, Profile
from rules.quoting import cell, row_name
from rules.rule import Outcome, Rule, failed, inapplicable, passed
from rules.submission import Submission
from rules.text import norm
from rules.wording import money


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each form with both figures."""
    for form in submission.of_kind("department"):
        rows = [
            row
            for row in submission.indicators_of(form)
            if "公用经费控制率" in norm(row.level3 or "") and row.actual_value is not None
        ]
        basic = [line for line in fund_lines(submission, form) if line.item == "basic"]
        if not rows or not basic or basic[0].planned is None or basic[0].executed is None:
            yield inapplicable("没有公用经费控制率，或没有基本支出金额", form=form)
            continue
        yield _judge(form, rows[0], basic[0], profile.at(submission.year, form.form_kind))


def _judge(form: Form, row: Indicator, line: Line, norms: Norms) -> Outcome:
    assert line.planned is not None
    assert line.executed is not None
    assert row.actual_value is not None
    spent, planned = denote(line.executed), denote(line.planned)
    over = line.executed.value - line.planned.value
    column = "budget" if line.budget is not None else "initial"
    about = {
        "form": form,
        "subject": row_name(row),
        "evidence": [cell(row, "actual"), cell(line.row, column), cell(line.row, "executed")],
    }
    certain = spent.low is not None and planned.high is not None and spent.low >= planned.high
    if over <= 0 or not certain or row.actual_value >= norms.overhead_percent:
        return passed("公用经费控制率与基本支出执行相容", **about)
    amount = money(over, form.amount_unit)
    return failed(
        f"公用经费控制率仅{row.actual_text}，基本支出仍超预算{amount}，可推知人员经费超支大于{amount}",
        observed=row.actual_text,
        difference=f">{amount}",
        diagnosis="公用经费的节约被人员经费的超支掩盖，表内未作说明",
        computation=f"人员经费超支＝（{line.executed.text}－{line.planned.text}）＋（1－{row.actual_text}）×公用经费预算",
        **about,
    )


RULE = Rule(
    id="A17",
    title="公用经费与基本支出的隐含超支",
    severity="重要",
    confidence="推断",
    check=check,
    norms=("overhead_percent",),
)
