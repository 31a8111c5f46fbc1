"""B08: every money block says in which unit its amounts are.

比对：有金额的表（汇总表、自评表）在表头、栏目或单元格内写明金额单位。
意义：元与万元相差四个数量级，不写明单位，读表的人只能猜。
不适用：表内没有金额；单元格内带有单位。
示例：自评表资金栏没有“单位：万元”；同一表头写明单位不报。
依据：各地自评表“（万元）”“金额单位：万元”。
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from extractors.records import Form, Fund, SummaryRow
from rules.profile import Profile
from rules.quoting import cell
from rules.rule import Outcome, Rule, failed, inapplicable, passed
from rules.submission import Submission

_UNIT = regex.compile(r"元")
_COLUMNS = ("budget", "executed")


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each form with amounts."""
    for form in [*submission.of_kind("summary"), *submission.scored_forms]:
        rows: list[Fund | SummaryRow] = [*submission.funds_of(form), *submission.summary_of(form)]
        filled = [row for row in rows if any(getattr(row, f"{column}_text") for column in _COLUMNS)]
        if not filled:
            yield inapplicable("表内没有金额", form=form)
            continue
        yield _judge(submission, form, filled)


def _judge(submission: Submission, form: Form, rows: list[Fund | SummaryRow]) -> Outcome:
    about = {"form": form, "subject": "金额单位", "evidence": [cell(rows[0], "budget")]}
    texts = [getattr(row, f"{column}_text") or "" for row in rows for column in _COLUMNS]
    labels = [row.label for row in rows if isinstance(row, Fund)]
    if form.amount_unit or any(_UNIT.search(text) for text in [*texts, *labels, form.title or ""]):
        return passed(f"金额单位已写明（{form.amount_unit or '单元格内'}）", **about)
    others = {x.amount_unit for x in submission.forms if x.amount_unit}
    guess = f"；同一报送的其他表以{'、'.join(sorted(others))}为单位" if others else ""
    return failed(
        f"“{form.title or form.annex or '本表'}”有金额而未写明单位{guess}", expected="写明金额单位", **about
    )


RULE = Rule(id="B08", title="金额单位声明", severity="提示", confidence="确定", check=check)
