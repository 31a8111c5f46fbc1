"""Scores that a report states as its result, with the form that prints them.

A score is the whole's where only words of the whole introduce it (项目自评得分98分); 执行率得分 is the
money block's. Full marks, other years, other scorers, parts are nobody's claim.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import regex

from extractors.numerals.fraction import Fraction
from extractors.records import Evidence, Figure, Form
from rules import printed, quoting
from rules.budgeting import unit_form
from rules.comparing import round_down, round_half_up
from rules.denotation import Printed, exactly
from rules.money import fund_lines, whole
from rules.passages import Passage, narrative
from rules.submission import Submission

_WHOLE = regex.compile(
    r"(?:(?:19|20)\d\d年度?|本年度?|部门|单位|项目|整体|支出|预算|绩效|目标|综合|自评|自我|评价|最终|总体|总|我局|本|该|经|实际|情况)*+"
    r"(?<=自评|自我评价|综合|综合评价|总|总体|绩效评价)(?:得分|评分|评价得分|总?分数?|总?得分)(?:合计)?"
)
_EXECUTION = regex.compile(r"(?:预算|资金)*+执行(?:率|情况)?(?:自评)?得分")
_NOT_THIS = regex.compile(
    r"满分|上年|去年|上一年|平均|复核|初评|其中|扣|指标|目标|应得|不低于|以上|第三方|财政|主管|分值|权重|方面"
)
_CLAUSE = regex.compile(r"[，,；;：:]")


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """A score in the text, the form's own, where both stand."""

    passage: Passage
    figure: Figure
    form: Form
    what: str  # 总分 or 执行率得分
    said: Printed
    own: Printed
    quoted: Evidence

    @property
    def agrees(self) -> bool:
        """Equal, or printed with fewer places than the form prints."""
        return shortens(self.figure.text, self.said.value, self.own.value)


def shortens(text: str, said: Fraction, own: Fraction) -> bool:
    """A score as a text prints it is the form's: the same, or rounded or cut to the text's places."""
    step = Fraction(1, 10 ** len(text.rstrip(" 分").partition(".")[2]))
    return said in {own, round_half_up(own, step), round_down(own, step)}


def told(submission: Submission) -> Iterator[Told]:
    """Scores of the reports that speak of the unit's form, or of the only project's, in order."""
    form = unit_form(submission)
    if form is None:
        return
    total = form.total_score_points
    line = whole(fund_lines(submission, form))
    scored = getattr(line.row, "score_points", None) if line is not None else None
    for passage in narrative(submission):
        for figure in passage.figures:
            said = printed.figure(figure)
            what = _what(passage, figure, submission.year)
            if said is None or said.qualifier or what is None:
                continue
            if what == "总分" and total is not None:
                own, quoted = exactly(Fraction(total)), quoting.total(form, "自评表·总分")
            elif what != "总分" and line is not None and scored is not None:
                own, quoted = exactly(Fraction(scored)), quoting.cell(line.row, "score", "自评表·执行率得分")
            else:
                continue
            yield Told(
                passage=passage, figure=figure, form=form, what=what, said=said, own=own, quoted=quoted
            )


def _what(passage: Passage, figure: Figure, year: int | None) -> str | None:
    if figure.kind != "score" or figure.unit != "分":
        return None
    subject, before = figure.subject or "", passage.before(figure)
    named = [int(x) for x in regex.findall(r"((?:19|20)\d\d)\s?年", before)]
    if named and year is not None and named[-1] != year:
        return None
    if _EXECUTION.fullmatch(subject):
        return "执行率得分" if "执行" in _CLAUSE.split(before)[-1] else None
    clause = _CLAUSE.split(before)[-1]
    whole_words = _WHOLE.fullmatch(subject) is not None
    return "总分" if whole_words and not _NOT_THIS.search(clause.replace("绩效目标", "")) else None
