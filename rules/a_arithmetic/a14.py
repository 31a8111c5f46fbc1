"""A14: amounts that are negative, or 10,000 times the same amount elsewhere.

比对：各资金行金额不小于0；同一单位的汇总表与自评表、同一表内总额与分项之和，不应恰为1万倍或万分之一（元
与万元之差）。
意义：金额单位填错一次，汇总数即差四个数量级。
不适用：金额空白；两处没有可比的金额；表内没有写明金额单位的不与汇总表比量级。
示例：汇总表751.64万元，自评表印7516400（万元）；确有单位规模相差1万倍的不报（不是同一金额）。
依据：表头“单位：万元”；预算数、执行数不为负。
"""

from __future__ import annotations

from collections.abc import Iterator

from extractors.numerals.fraction import Fraction
from extractors.records import Evidence, Form
from rules.matching import own_lines
from rules.money import Line, fund_lines, parts, totals, whole
from rules.profile import Profile
from rules.quoting import cell
from rules.rule import Outcome, Rule, failed, inapplicable, passed
from rules.submission import Submission

_COLUMNS = (("initial", "年初预算数"), ("budget", "全年预算数"), ("executed", "全年执行数"))
_TEN_THOUSAND = (Fraction(9900), Fraction(10100))  # within 1% of 10⁴


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each amount that is negative, and for each comparable pair."""
    for form in submission.scored_forms:
        lines = fund_lines(submission, form)
        if not lines:
            yield inapplicable("表内没有资金行", form=form)
            continue
        yield from _negative(form, lines)
        for column, title in _COLUMNS:
            yield from _scale(submission, form, lines, column, title)


def _negative(form: Form, lines: list[Line]) -> Iterator[Outcome]:
    for line in lines:
        for column, title in _COLUMNS:
            figure = getattr(line, column)
            if figure is not None and figure.value < 0:
                yield failed(
                    f"“{line.name}”{title}为负数{figure.text}",
                    form=form,
                    key=(line.name, title),
                    subject=line.name,
                    observed=figure.text,
                    evidence=[cell(line.row, column)],
                    covers=_consequences(line, title),
                )
                return
    yield passed("各资金行金额均不为负", form=form, key=("符号",))


def _consequences(line: Line, title: str) -> tuple[tuple[str, ...], ...]:
    """What follows from the sign alone: the row's rate, its sums, what the rate says."""
    pairs = ("资金来源与资金结构", "年度资金总额与各来源之和", "年度资金总额与各支出之和")
    sums = (("A02", pair, title) for pair in pairs)
    return (*((rule, line.name) for rule in ("A01", "D08", "D09")), ("D19",), *sums)


def _scale(
    submission: Submission, form: Form, lines: list[Line], column: str, title: str
) -> Iterator[Outcome]:
    main = whole(lines)
    figure = getattr(main, column) if main is not None else None
    if main is None or figure is None or not figure.value:
        return
    for name, other, evidence in _counterparts(submission, form, lines, column):
        ratio = max(figure.value, other) / min(figure.value, other)
        about = {
            "form": form,
            "key": (name, title),
            "subject": title,
            "evidence": [cell(main.row, column), *evidence],
        }
        if _TEN_THOUSAND[0] <= ratio <= _TEN_THOUSAND[1]:
            yield failed(
                f"{title}{figure.text}与{name}相差1万倍",
                diagnosis="可能是元与万元之差",
                covers=(("B01", title), ("A02", "年度资金总额与各来源之和", title)),
                **about,
            )
        else:
            yield passed(f"{title}与{name}量级相当", **about)


def _counterparts(
    submission: Submission, form: Form, lines: list[Line], column: str
) -> Iterator[tuple[str, Fraction, list[Evidence]]]:
    for line in own_lines(submission, form) if form.amount_unit else []:  # an assumed unit proves nothing
        figure = getattr(line, column, None)
        if figure is not None and figure.value > 0:
            yield "汇总表", figure.value, [cell(line.row, column)]
            break
    known = [x for line in parts(lines, "source") if (x := getattr(line, column)) is not None]
    total = sum((x.value for x in known), Fraction(0))
    if totals(lines) and total > 0:
        yield "各来源之和", total, [cell(line.row, column) for line in parts(lines, "source")]


RULE = Rule(id="A14", title="金额符号与量级", severity="严重", confidence="推断", check=check)
