"""C10: a claim that everything was done, against indicators that missed their target.

比对：讲成果的章节和“全年完成情况”中的全称结论（各项任务全部完成、完成率100%），以及“未完成的绩效目标：无”“无偏离”，与其所指范围内完成值未达到指标值的指
标。
意义：总体结论与评分表矛盾，是自评结论失实的直接证据。
评分表里用文字填写的完成值同样算作结论；“1080户次，超额完成全年任务”而指标值为≥1200户次的，同。
“46台设备全部按期安装”一类说法与未达标的按期、及时率，“修复时限全部达标”与超时的修复时间，同。
自评表中“评价结论”一栏的结论也算。
不适用：“基本完成”“较好完成”“除……外均完成”“但……未达标”等有保留的说法；目标、计划、打算；上一年度的任务；自评工作本身的任务；结论只说某一类指标，而
未达标的不在该类；管理类指标；只说任务完成的，不涉及满意度；达标与否不能确定的行。
示例：“预期工作都在2021年底前完成，完成率100%”，而14家对≥34家，报告；“时效指标均按时完成”且时效指标均达标，不报。
依据：财预〔2020〕10号：自评结果应当真实、准确；用语见 rules/lexicons/narrative.toml。
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rules.achieving import Achievement, achievements, missed
from rules.attaining import attained, rows_told, verdicts
from rules.claiming import Claim, claims, covers_row, denials, of_year
from rules.claimingall import of_all, said_of_all
from rules.f_text.f08 import KEY
from rules.passages import keyed, narrative, told
from rules.profile import Profile
from rules.quoting import cell, row_name
from rules.reaching import reached
from rules.rule import Outcome, Rule, failed, inapplicable, passed
from rules.submission import Submission
from rules.wording import listed

_MOST = 6


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for all claims of a submission."""
    yield from _of_rates(submission)
    yield from _throughout(submission)
    yield from _beside(submission, profile)
    rows = [x for form in submission.scored_forms for x in missed(achievements(submission, form))]
    texts = [
        *told(submission),
        *rows_told(submission),
        *verdicts(submission),
        *(x for x in keyed(submission, "problems") if x.key == "problems"),
    ]
    found = [claim for claim in of_year(claims(texts), submission.year) if claim.strict]
    found += denials(narrative(submission))
    if not found:
        yield inapplicable("没有全部完成一类的结论")
        return
    about: dict[str, Any] = {"form": found[0].passage.form, "key": KEY, "subject": "总体结论"}
    against = [(claim, [x for x in rows if covers_row(claim, x.row)]) for claim in found]
    against = [(claim, short) for claim, short in against if short]
    if not against:
        yield passed("全称结论与评分表不矛盾", **about)
        return
    about["form"] = against[0][0].passage.form
    yield _conflict(against, about)


def _of_rates(submission: Submission) -> Iterator[Outcome]:
    """All of them in time, beside a rate that missed its target."""
    rows = {id(x.row): x for form in submission.scored_forms for x in missed(achievements(submission, form))}
    for passage, clause, words, row in said_of_all(submission):
        if id(row) in rows:
            yield of_all(passage, clause, words, row)


def _throughout(submission: Submission) -> Iterator[Outcome]:
    """What is said to reach its standard throughout, beside its own row, which does not."""
    short = [x.row for form in submission.scored_forms for x in missed(achievements(submission, form))]
    for one in reached(submission, short):
        name, said = row_name(one.row), one.clause.text.strip("，,。；; \n")
        yield failed(
            f"文中称“{said}”，而{name}（{one.row.target_text}，{one.row.actual_text}）未达到指标值",
            form=one.passage.form,
            key=(name, "全部达标"),
            subject=name,
            expected=one.row.actual_text,
            observed=said,
            evidence=[
                one.passage.quote(one.clause, "叙述"),
                cell(one.row, "target"),
                cell(one.row, "actual"),
            ],
        )


def _beside(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """A result said to have reached its target, which it missed."""
    rows = {id(x.row) for form in submission.scored_forms for x in missed(achievements(submission, form))}
    for claim in attained(submission, profile):
        row, name = claim.one.row, claim.one.name
        if id(row) in rows:
            yield failed(
                f"“{name}”{claim.one.figure.text}，文中称“{claim.words}”，而指标值为{row.target_text}",
                form=claim.one.passage.form,
                key=(name, "所称完成"),
                subject=name,
                expected=row.target_text,
                observed=claim.one.figure.text,
                severity="重要",
                fact=(name, str(claim.one.figure.value)),
                evidence=[
                    claim.one.passage.quote(claim.span, "叙述"),
                    cell(row, "target"),
                    cell(row, "actual"),
                ],
            )


def _conflict(against: list[tuple[Claim, list[Achievement]]], about: dict[str, Any]) -> Outcome:
    claim, short = max(against, key=lambda pair: len(pair[1]))
    shown = [f"{row_name(x.row)}（{x.row.target_text}，{x.row.actual_text}）" for x in short]
    quotes = [one.quote() for one, _ in against]
    for one in short[:_MOST]:
        quotes += [cell(one.row, "target"), cell(one.row, "actual")]
    return failed(
        f"文中称“{claim.words}”，而{listed(shown)}未达到指标值",
        expected="与各指标完成情况相合的结论",
        observed=claim.words,
        evidence=quotes,
        covers=(("F08", *KEY),),
        related=("E02",),
        **about,
    )


RULE = Rule(id="C10", title="完成措辞与未达标矛盾", severity="严重", confidence="推断", check=check)
