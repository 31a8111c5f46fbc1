"""D15: the grade of the recomputed total against the grade of the printed one.

比对：按各行得分重新合计的总分所属等级，与印出总分所属等级（等级界限由口径规定）；印有等级的、自评报
告写明等级的，再与印出总分比较（前后写两个等级的，报告不符的一个）。
意义：等级是评价结论，合计错误而跨了等级，结论就变了。
不适用：总分与合计相符（A09通过）；满分不是100；等级名称不在口径之内。
示例：印92（优），合计82（良）；91对92不报。
依据：财预〔2020〕10号：90（含）—100优、80（含）—90良、60（含）—80中、60以下差；各地界限不一，以口径为准。
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import regex

from extractors.numerals.fraction import Fraction
from extractors.records import Form
from rules.a_arithmetic.a09 import recomputed
from rules.dating import years
from rules.passages import Span, narrative
from rules.profile import Band, Profile
from rules.quoting import quote, total
from rules.rule import FAIL, Outcome, Rule, failed, inapplicable, passed
from rules.submission import Submission
from rules.wording import plain

_SAID = regex.compile(
    r"(?:等级|等次|档次|级别|评价结果|自评结果|自评结论|评价结论)(?:评定|确定|评价|自评)?(?:为|是|属于?|：|:)?\s*+[“\"‘']?"
    r"(优秀|优|良好|良|中等|中|差)(?=[”\"’'。，；、\n（(]|等[。，；]|级|$)"
)
_OTHERS = regex.compile(
    r"上年|去年|复核|第三方|财政|主管|分以|分（|分-|分—|分至|质量|水质|空气|工程|信用|考核|连续|个项目"
)
_TWO = 2  # grades that a report may give itself, one of them by mistake
_NEAR = 24  # characters before a grade in which a word makes it another's


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each form with a printed total, and one for a printed grade."""
    wrong = {x.form.form_id for x in submission.found("A09") if x.form and x.result == FAIL}
    for form in submission.scored_forms:
        norms = profile.at(submission.year, form.form_kind)
        if form.total_score_points is None or _not_percent(form, norms.total_points):
            yield inapplicable("没有总分，或满分不是100", form=form)
            continue
        printed = Fraction(form.total_score_points)
        if form.form_id in wrong:
            yield _compare(submission, form, printed, norms.grade_bands)
        else:
            yield passed("总分与得分合计相符，等级不变", form=form)
        yield from _printed_grade(form, printed, norms.grade_bands)
        if len(submission.scored_forms) == 1:
            yield from _told_grade(submission, form, printed, norms.grade_bands)


def grade(points: Fraction, bands: list[Band]) -> str:
    """The name of the band that holds these points."""
    return next((band.name for band in bands if points >= band.low), bands[-1].name)


def _not_percent(form: Form, base: object) -> bool:
    return form.total_weight_points is not None and form.total_weight_points != base


def _compare(submission: Submission, form: Form, printed: Fraction, bands: list[Band]) -> Outcome:
    computed = recomputed(submission, form)[0]
    was, becomes = grade(printed, bands), grade(computed, bands)
    about = {"form": form, "subject": "评价等级", "evidence": [total(form)], "related": ("A09",)}
    if was == becomes:
        return passed(f"总分{plain(printed)}与合计{plain(computed)}同属“{was}”", **about)
    return failed(
        f"印出总分{plain(printed)}属“{was}”，按各项得分合计{plain(computed)}属“{becomes}”",
        expected=becomes,
        observed=was,
        difference=plain(abs(printed - computed)),
        **about,
    )


def _told_grade(
    submission: Submission, form: Form, printed: Fraction, bands: list[Band]
) -> Iterator[Outcome]:
    """The grade that the report gives itself, against the total; several that differ decide nothing."""
    said = [
        (passage, found)
        for passage in narrative(submission)
        for found in _SAID.finditer(passage.text)
        if _of_the_whole(passage.text[max(0, found.start() - _NEAR) : found.start()], submission.year)
    ]
    named = [next((band.name for band in bands if band.name[:1] == x[1][:1]), None) for _, x in said]
    if not named or None in named or len(set(named)) > _TWO:
        return
    off = [one for one, name in zip(said, named, strict=True) if name != grade(printed, bands)]
    passage, match = (off or said)[0]
    about: dict[str, Any] = {
        "form": form,
        "key": ("报告所写等级",),
        "subject": "评价等级",
        "evidence": [passage.quote(Span(match[0], match.start(), match.end()), "自评报告·等级"), total(form)],
    }
    fits = grade(printed, bands)
    if not off:
        yield passed(f"自评报告所写等级“{match[1]}”与总分{plain(printed)}相符", **about)
    else:
        message = f"自评报告写等级为“{match[1]}”，总分{plain(printed)}按口径属“{fits}”"
        yield failed(message, expected=fits, observed=match[1], **about)


def _of_the_whole(before: str, year: int | None) -> bool:
    before = regex.split(r"[。；;\n]", before)[-1]
    return not _OTHERS.search(before) and set(years(before)) <= {year}


def _printed_grade(form: Form, printed: Fraction, bands: list[Band]) -> Iterator[Outcome]:
    text = (form.grade_text or "").strip()
    names = {band.name: band for band in bands}
    named = next((name for name in names if text and text[:1] == name[:1]), None)
    if named is None or text.startswith("中等以"):
        return
    about = {
        "form": form,
        "key": ("印出等级",),
        "subject": "评价等级",
        "evidence": [quote(form, "等级", form.grade_text, form.total_at), total(form)],
    }
    fits = grade(printed, bands)
    if fits == named:
        yield passed(f"等级“{text}”与总分{plain(printed)}相符", **about)
    else:
        message = f"等级印为“{text}”，总分{plain(printed)}按口径属“{fits}”"
        yield failed(message, expected=fits, observed=text, **about)


RULE = Rule(
    id="D15",
    title="等级变化",
    severity="重要",
    confidence="推断",
    check=check,
    norms=("grade_bands",),
    after=("A09",),
)
