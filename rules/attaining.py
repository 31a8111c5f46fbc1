"""Claims right after a result that it reached its target: 检查1080户次，超额完成全年任务."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import msgspec
import regex

from extractors.records import Form, Indicator
from rules.lines import lines
from rules.passages import PLANNED, Passage, Span
from rules.profile import Profile
from rules.stated import Stated, agrees, stated
from rules.submission import Submission
from rules.text import norm

_REACHED = regex.compile(
    r"^(?:（[^（）\n]{0,24}）)?[，,（(、]?\s*(?:已|均|都|圆满|顺利|大幅|略|全面|如期|按期|远)*+"
    r"(?P<what>(?:超额完成|超额实现|超过|超出|高于|优于|完成|达到|实现|达成)(?:了|或超过|并超过)?"
    r"(?:全年|年度|年初|既定|预期|设定|绩效|预定|下达|的)*+(?:目标任务|目标值|指标值|任务数|目标|任务|指标|计划)(?:要求|数|值|量)?)"
    r"(?=[，,；;。、）)\n]|$)"
)
_VERDICT = regex.compile(
    r"(?:绩效)?(?:自评|评价|自我评价|总体|综合|评估)(?:结论|意见|评价|情况说明|小结)|结论|自评结果"
)
_SENTENCE = 12  # characters from which a cell tells more than its own row
_AHEAD = 60  # characters after a figure in which the claim ends


class Attained(msgspec.Struct, frozen=True, kw_only=True):
    """A result of a row with the words that say that it reached its target."""

    one: Stated
    words: str
    span: Span


def attained(submission: Submission, profile: Profile) -> Iterator[Attained]:
    """All such claims of the reports beside a figure that agrees with the row's result."""
    for one in stated(submission, profile):
        if one.column != "actual" or not one.sure or one.passage.key in PLANNED or not agrees(one):
            continue
        text, end = one.passage.text, one.figure.end
        found = _REACHED.match(text[end : end + _AHEAD])
        if found is not None:
            span = one.passage.around(one.figure.start, end + found.end())
            yield Attained(one=one, words=found["what"], span=span)


def rows_told(submission: Submission) -> Iterator[Passage]:
    """The running texts that indicator rows hold where a result is wanted: 履职效果 in whole sentences."""
    for form in submission.scored_forms:
        for row in submission.indicators_of(form):
            if row.actual_kind == "text" and len(row.actual_text or "") >= _SENTENCE:
                yield _passage(form, row, row.actual_text or "")


def verdicts(submission: Submission) -> Iterator[Passage]:
    """The cells of a scored form beside a label that asks for a verdict: 评价结论."""
    for label, line in pairwise(lines(submission)):
        asked = label.in_table and label.form is line.form and label.beside == line.text
        if asked and label.form in submission.scored_forms and _VERDICT.fullmatch(norm(label.text)):
            keys = frozenset({"conclusion"})
            yield Passage(text=line.text, figures=[], form=line.form, key="conclusion", keys=keys, at=line.at)


def _passage(form: Form, row: Indicator, text: str) -> Passage:
    at = row.places.get("actual") or row.at
    return Passage(text=text, figures=[], form=form, key="outputs", keys=frozenset({"outputs"}), at=at)
