"""D08: execution far outside what a year's budget can explain.

比对：各资金行执行数÷预算数，按金额印出的小数位取区间，确定低于50%或高于150%（口径可改）。
意义：执行率异常说明预算编制、调整或填报出了问题，自评结论不能照用。
不适用：预算数空白、为0或不足1万元。同一对金额在几处印出的只报一次；只有年初预算数的，以及不足总额四分之一
的分项资金执行过低的，为一般。
示例：830.04%；102.65%不报，0.3万元的资金行160%不报。
依据：预算执行监控惯例；界限由口径规定。
"""

from __future__ import annotations

from collections.abc import Iterator

from extractors.numerals.fraction import Fraction
from extractors.records import Form
from rules.denotation import NOT_NEGATIVE, denote
from rules.money import Line, fund_lines, summary_lines, whole
from rules.profile import Norms, Profile
from rules.quoting import cell
from rules.rule import Outcome, Rule, failed, inapplicable, passed
from rules.submission import Submission
from rules.wording import money, percent


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each money row with a budget; the same amounts elsewhere are the same fact."""
    for form in [*submission.scored_forms, *submission.of_kind("summary")]:
        norms = profile.at(submission.year, form.form_kind)
        lines = all_lines(submission, form)
        if not lines:
            yield inapplicable("没有可计算执行率的资金行", form=form)
        for line in lines:
            yield _judge(form, line, whole(lines), norms)


def all_lines(submission: Submission, form: Form) -> list[Line]:
    """Money rows or summary rows with a budget above 0 and an executed amount."""
    lines = summary_lines(submission, form) if form.form_kind == "summary" else fund_lines(submission, form)
    return [line for line in lines if line.planned and line.executed and line.planned.value > 0]


def fact(line: Line) -> tuple[str, ...]:
    """The pair of amounts, by which the same fact in several places is known."""
    assert line.planned is not None
    assert line.executed is not None
    return (str(line.planned.value), str(line.executed.value))


def quotes(line: Line) -> list[str]:
    """The columns to quote."""
    return ["budget" if line.budget is not None else "initial", "executed", "rate"]


def _judge(form: Form, line: Line, main: Line | None, norms: Norms) -> Outcome:
    assert line.planned is not None
    assert line.executed is not None
    rate = line.executed.value / line.planned.value * 100
    about = {
        "form": form,
        "key": (line.name,),
        "subject": line.name,
        "fact": fact(line),
        "evidence": [cell(line.row, column) for column in quotes(line)],
    }
    if line.planned.value < norms.execution_floor_yuan:
        return inapplicable(
            f"“{line.name}”预算数不足{money(norms.execution_floor_yuan, None)}，不判异常", **about
        )
    low, high = Fraction(norms.execution_low_percent), Fraction(norms.execution_high_percent)
    spent = denote(line.executed, NOT_NEGATIVE) / denote(line.planned) * 100
    above = spent.low is not None and spent.low > high
    below = spent.high is not None and spent.high < low
    if not above and not below:
        return passed(f"“{line.name}”执行率{percent(rate)}在{low}%—{high}%之内", **about)
    over = line.executed.value - line.planned.value
    part = below and main is not None and line is not main and _is_small(line, main)
    return failed(
        f"“{line.name}”预算{line.planned.text}，执行{line.executed.text}，执行率{percent(rate)}",
        expected=f"{low}%—{high}%",
        observed=percent(rate),
        difference=money(abs(over), form.amount_unit),
        diagnosis=None if line.budget is not None else "表内只有年初预算数，未列调整后的预算数",
        severity="一般" if part or line.budget is None else None,
        **about,
    )


def _is_small(line: Line, main: Line) -> bool:
    """A part of the money that is less than a quarter of the whole."""
    return main.planned is None or line.planned is None or line.planned.value * 4 < main.planned.value


RULE = Rule(
    id="D08",
    title="执行率异常",
    severity="严重",
    confidence="确定",
    check=check,
    norms=("execution_low_percent", "execution_high_percent"),
    subsumes=("D09",),
)
