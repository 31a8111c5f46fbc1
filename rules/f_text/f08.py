"""F08: a claim that everything was done, beside a completion rate below 100%.

比对：讲成果的同一部分里，“全部完成”“完成率100%”一类全称结论，与写明的低于100%的完成率。
同段既写“5座全部完工”，又写“4座完工，一座正在施工”的，同。
意义：总体结论与单项数字互相矛盾，结论不能成立。
不适用：“基本完成”“除……外均完成”等有保留的说法；计划、目标、打算；结论只说某一类指标（时效指标均按时完成），而
低于100%的不在该类；预算执行率、到位率；与评分表未达标行矛盾的由C10报告，本规则的问题归并其下。
示例：“预期工作都在2021年底前完成，完成率100%”与“完成率41.2%”同在履职完成情况，报告；“除高企认定外均完成”不报。
依据：自评报告内容应前后一致；全称与保留用语见 rules/lexicons/narrative.toml。
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from extractors.records import Figure
from rules.claiming import Claim, claims, covers_figure, of_year
from rules.passages import Passage, told
from rules.profile import Profile
from rules.quoting import figure as quoted
from rules.rule import Outcome, Rule, failed, or_inapplicable, passed
from rules.submission import Submission
from rules.unfinished import unfinished

KEY = ("完成措辞",)


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for the claims of each form that states completion rates."""
    yield from or_inapplicable(_outcomes(submission, profile), "没有全称结论，或没有低于100%的完成率")


def _outcomes(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    for one in unfinished(submission):
        yield failed(
            f"文中称“{one.words}”，同段又写“{one.fewer.text}”完成、有的尚未完成",
            form=one.passage.form,
            key=("全部完工", one.words[:16]),
            subject=one.words[:20],
            expected="与完成数相合的说法",
            observed=one.words,
            evidence=one.evidence,
            related=("F24",),
        )
    for form in submission.forms:
        texts = [passage for passage in told(submission) if passage.form is form]
        low = [(p, x) for p in texts for x in p.figures if _is_low(x)]
        found = [claim for claim in of_year(claims(texts), submission.year) if claim.strict]
        if not found or not low:
            continue
        about: dict[str, Any] = {"form": form, "key": KEY, "subject": "总体结论"}
        pair = _contradiction(found, low)
        if pair is None:
            yield passed("总体结论与写明的完成率不矛盾", **about)
            continue
        claim, figures = pair
        rates = "、".join(dict.fromkeys(figure.text for figure in figures))
        yield failed(
            f"文中称“{claim.words}”，同一部分写明完成率{rates}",
            expected="与单项完成率相合的结论",
            observed=claim.words,
            evidence=[claim.quote(), *(quoted(figure, "叙述完成率") for figure in figures)],
            related=("C10",),
            **about,
        )


def _is_low(figure: Figure) -> bool:
    rate = figure.kind == "completion_rate" and figure.unit == "%" and figure.value is not None
    return rate and figure.value < 100 and figure.qualifier is None  # type: ignore[operator]


def _contradiction(
    found: list[Claim], low: list[tuple[Passage, Figure]]
) -> tuple[Claim, list[Figure]] | None:
    for claim in found:
        figures = [figure for passage, figure in low if covers_figure(claim, passage, figure)]
        if figures:
            return claim, figures
    return None


RULE = Rule(id="F08", title="总体结论与单项矛盾", severity="重要", confidence="确定", check=check)
