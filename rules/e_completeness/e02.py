"""E02: points lost without a reason.

比对：得分低于分值，而偏差及原因分析一栏空白，或只填“无”“/”“0”；口径要求的，资金总额执行率
低于界限（execution_reason_percent）而原因栏空白。
不设分值的表（转移支付区域绩效自评表），未达到指标值而“未完成原因”一栏空白。
意义：扣分必须说明原因，官方系统在此情形下不允许保存。
不适用：表内没有偏差原因栏（如全表共用一段原因）；得分格跨几行；满分行空白属正常。未达标的为严重，已达标
或不能判断的为一般。
示例：高企认定34家完成14家、1/2，原因空白。
依据：财预〔2020〕10号：未完成绩效目标的须逐条说明原因；预算管理一体化系统保存校验。
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from extractors.records import Form
from rules.achieving import Achievement, achievements, missed, scored
from rules.d_scores.d02 import SUMMARY
from rules.profile import Profile
from rules.quoting import cell
from rules.rule import Outcome, Rule, failed, inapplicable, passed
from rules.scoring import about, has_reason, reason_column, shortfall
from rules.submission import Submission
from rules.text import norm, words
from rules.wording import plain


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each scored row that lost points."""
    for form in submission.scored_forms:
        yield from _execution(submission, form, profile)
        yield from _unscored(submission, form)
        losing = [row for row in scored(submission, form) if row.lost]
        if not losing or not reason_column(submission.indicators_of(form)):
            yield inapplicable("没有扣分的行，或表内没有偏差原因栏", form=form)
            continue
        for row in losing:
            yield _judge(form, row)


def _unscored(submission: Submission, form: Form) -> Iterator[Outcome]:
    """Missed targets of a form that gives no points, but asks for the reason: 未完成原因和改进措施."""
    rows = submission.indicators_of(form)
    pointed = any(x.weight_points is not None or x.score_points is not None for x in rows)
    if pointed or not reason_column(rows):
        return
    for one in missed(achievements(submission, form)):
        place = about(form, one, "reason", "target", "actual")
        if has_reason(one.row):
            yield passed(f"“{place['subject']}”未达到指标值，已填写原因", **place)
            continue
        written = (one.row.reason_text or "").strip()
        blank = f"未完成原因只填“{written}”" if written else "未完成原因空白"
        yield failed(
            f"{shortfall(one)}，未达到指标值，{blank}",
            observed=written or "空白",
            severity="重要",
            **place,
        )


def _execution(submission: Submission, form: Form, profile: Profile) -> Iterator[Outcome]:
    """The total row of the money, where the profile wants a reason below some rate of execution."""
    least = profile.at(submission.year, form.form_kind).execution_reason_percent
    funds = submission.funds_of(form)
    if not least or not any("reason" in x.places or x.reason_text for x in funds):
        return
    for fund in funds:
        rate = fund.rate_percent
        if fund.partition != "total" or rate is None:
            continue
        evidence = [cell(fund, "rate"), cell(fund, "reason", "原因")]
        about: dict[str, Any] = {"form": form, "key": ("执行率", fund.label), "subject": fund.label}
        written = norm(fund.reason_text or "") not in {"", *map(norm, words("no_reason"))}
        if rate >= least or written:
            yield passed(f"“{fund.label}”执行率{fund.rate_text}，无须说明或已说明原因", **about)
            continue
        yield failed(
            f"“{fund.label}”执行率{fund.rate_text}，低于{plain(least)}%而原因栏空白",
            severity="一般",
            observed="空白",
            evidence=evidence,
            **about,
        )


def _judge(form: Form, row: Achievement) -> Outcome:
    place = about(form, row, "score", "weight", "reason", "target", "actual")
    assert row.score is not None
    assert row.weight is not None
    if has_reason(row.row):
        return passed(f"“{place['subject']}”扣{plain(row.lost)}分，已填写原因", **place)
    written = (row.row.reason_text or "").strip()
    blank = f"偏差原因只填“{written}”" if written else "偏差原因空白"
    return failed(
        f"{shortfall(row)}，得分{plain(row.score)}/{plain(row.weight)}，{blank}",
        observed=written or "空白",
        severity=None if row.met is False else "一般",
        covers=(("D02", SUMMARY),),
        **place,
    )


RULE = Rule(
    id="E02",
    title="扣分无偏差原因",
    severity="严重",
    confidence="确定",
    check=check,
    norms=("execution_reason_percent",),
)
