"""D09: more spent than budgeted.

比对：执行数确定大于全年（调整后）预算数，即执行数区间的下端高于预算数区间的上端。
意义：超预算执行须有追加或调剂的文件，表内应予说明。
不适用：预算数空白；只有年初预算数（可能已追加）；两数之差小于印出的小数位。同一对金额在几处印出的只报一
次；执行率异常的由D08报告。
示例：162.85对158.64；100.00%而执行多0.004不报。
依据：《预算法》第十三条：支出必须以经批准的预算为依据，未列入预算的不得支出。
"""

from __future__ import annotations

from collections.abc import Iterator

from extractors.records import Form
from rules.d_scores.d08 import fact, quotes
from rules.denotation import denote
from rules.money import Line, fund_lines, summary_lines
from rules.profile import Profile
from rules.quoting import cell
from rules.rule import Outcome, Rule, failed, inapplicable, passed
from rules.submission import Submission
from rules.wording import money


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each money row with an adjusted budget; the same amounts are the same fact."""
    for form in [*submission.scored_forms, *submission.of_kind("summary")]:
        summary = form.form_kind == "summary"
        lines = summary_lines(submission, form) if summary else fund_lines(submission, form)
        known = [line for line in lines if line.budget is not None and line.executed is not None]
        if not known:
            yield inapplicable("没有全年预算数与执行数都填的资金行", form=form)
        for line in known:
            yield _judge(form, line)


def _judge(form: Form, line: Line) -> Outcome:
    assert line.budget is not None
    assert line.executed is not None
    about = {
        "form": form,
        "key": (line.name,),
        "subject": line.name,
        "fact": fact(line),
        "evidence": [cell(line.row, column) for column in quotes(line)],
    }
    spent, planned = denote(line.executed), denote(line.budget)
    certain = spent.low is not None and planned.high is not None and spent.low >= planned.high
    if not certain or line.executed.value <= line.budget.value:
        return passed(f"“{line.name}”执行数不超过预算数", **about)
    over = money(line.executed.value - line.budget.value, form.amount_unit)
    return failed(
        f"“{line.name}”执行{line.executed.text}，超出预算{line.budget.text}共{over}，表内未见调整依据",
        expected=f"≤{line.budget.text}",
        observed=line.executed.text,
        difference=over,
        **about,
    )


RULE = Rule(id="D09", title="超预算执行", severity="一般", confidence="确定", check=check)
