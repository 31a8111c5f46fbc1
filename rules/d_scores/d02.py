"""D02: points taken from a row that met its target.

比对：完成值达到指标值（数值按比较符号判断，文字须与指标值相同）而得分低于分值；另汇总全表扣分中有多少扣
在达标的指标上。
意义：达标应记满分，扣分却没有道理，说明得分不是按完成情况评的。
不适用：是否达标不能确定；得分格跨几行。定性指标得分在“达成”档（一般为80%—100%）之内的为一般；原因写明佐
证不足，或写有较具体的原因的，只作线索。
示例：指标值≥95%、完成96%，得分12/15；符合标准对符合标准，3/5。
依据：财预〔2020〕10号：完成指标值的，记该指标所赋全部分值；定性指标分达成、部分达成、未达成三档。
"""

from __future__ import annotations

from collections.abc import Iterator

from extractors.numerals.fraction import Fraction
from extractors.records import Form
from rules.achieving import Achievement, scored
from rules.profile import Norms, Profile
from rules.quoting import cell, row_name
from rules.rule import Outcome, Rule, failed, inapplicable, lead, passed
from rules.scoring import about, explains
from rules.submission import Submission
from rules.text import has
from rules.wording import listed, percent, plain

SUMMARY = "扣分汇总"


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each scored row that met its target, and one for the form."""
    for form in submission.scored_forms:
        found = scored(submission, form)
        met = [row for row in found if row.met]
        if not met:
            yield inapplicable("没有确定达标的计分指标", form=form)
            continue
        norms = profile.at(submission.year, form.form_kind)
        for row in met:
            yield _judge(form, row, norms)
        yield from _summary(form, found)


def _judge(form: Form, row: Achievement, norms: Norms) -> Outcome:
    place = about(form, row, "target", "actual", "weight", "score", "reason")
    record = row.row
    if not row.lost:
        return passed(f"“{row_name(record)}”达标，得满分", **place)
    assert row.weight is not None
    assert row.score is not None
    message = (
        f"“{row_name(record)}”指标值{record.target_text}，完成值{record.actual_text}，已达标，"
        f"得分{plain(row.score)}/{plain(row.weight)}"
    )
    result = {"expected": plain(row.weight), "observed": plain(row.score), "difference": plain(row.lost)}
    if has(record.reason_text, "evidence_missing") or explains(record):
        return lead(f"{message}；已填写原因，请核实是否足以扣分", **result, **place)
    band = Fraction(norms.qualitative_full_percent) / 100 * row.weight
    in_band = not row.numeric and row.score >= band
    return failed(message, severity="一般" if in_band else None, **result, **place)


def _summary(form: Form, found: list[Achievement]) -> Iterator[Outcome]:
    """How much of all points lost was lost on rows that met their target."""
    losing = [row for row in found if row.lost]
    unjust = [row for row in losing if row.met]
    lost, wrongly = (sum((row.lost for row in rows), Fraction(0)) for rows in (losing, unjust))
    if len(unjust) < 2 or wrongly * 2 <= lost:
        return
    names = listed([row_name(row.row) for row in unjust])
    share = percent(wrongly / lost * 100, 0)
    yield failed(
        f"全表扣{plain(lost)}分，其中{plain(wrongly)}分（{share}）扣在已达标的{names}上",
        form=form,
        key=(SUMMARY,),
        subject="扣分分布",
        evidence=[cell(row.row, "score") for row in losing],
        computation=f"{plain(wrongly)}÷{plain(lost)}",
    )


RULE = Rule(
    id="D02",
    title="达标扣分",
    severity="重要",
    confidence="确定",
    check=check,
    norms=("qualitative_full_percent",),
    subsumes=("D04", "D06"),
)
