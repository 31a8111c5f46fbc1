"""What is said to reach its standard throughout beside a row that missed it: 修复时限全部达标."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec
import regex

from extractors.records import Indicator
from rules.dating import years
from rules.passages import PLANNED, Passage, Span, clauses, narrative
from rules.quoting import row_name
from rules.submission import Submission
from rules.text import norm

_CLAIM = regex.compile(
    r"(?P<what>\p{Han}{4,16}?)(?:指标)?(?:已|现已)?(?:全部|均|都|全数|全面)(?:已|能|能够|可)?"
    r"(?:达标|达到(?:了)?(?:年度|预期|规定|既定|设定|绩效)?(?:目标|要求|标准|指标值?|预期|时限)|符合(?:规定|时限|标准|目标)?(?:要求|规定|标准|目标)|"
    r"(?:控制)?在(?:规定|承诺|要求|目标)(?:的)?(?:时限|时间|期限|范围)(?:以|之)?内(?:完成|办结|修复|处置)?)[，,。；;、\s]*$"
)
_OPENING = regex.compile(r"^(?:其中|全年|本年度?|当年|各类|各项|所有|项目|目前|我局|本单位|年度)*")
_TIME = regex.compile(r"(?:平均|的)|(?:时间|时限|时长|期限|周期|天数|时效)$")
_SPAN = regex.compile(r"(?:时间|时限|时长|期限|周期|天数|时效)$")
_APART = regex.compile(
    r"除(?!险)|基本|大部分|多数|部分|力争|确保|上年|去年|以往|预计|应|须|需|未|不|其余|其他|争取|下一步|将"
)
_BEFORE = regex.compile(
    r"除(?!险)|力争|确保|争取|下一步|要求(?:是|：|:)|目标(?:是|：|:)"
)  # earlier in its sentence
_LEAST, _CORE = 4, 2  # characters of a name; of what a time limit is for


class Reached(msgspec.Struct, frozen=True, kw_only=True):
    """A clause that says so, and the row that missed its target."""

    passage: Passage
    clause: Span
    row: Indicator


def reached(submission: Submission, missed: Iterable[Indicator]) -> Iterator[Reached]:
    """The first such clause of the reports for each of these rows, this year's."""
    rows = [row for row in missed if not row.is_detail]
    for passage in narrative(submission) if rows else ():
        if passage.keys & PLANNED:
            continue
        for clause in clauses(passage.text):
            found = _CLAIM.search(clause.text)
            so_far = passage.text[passage.sentence_start(clause.start) : clause.end]
            if (
                found is None
                or _APART.search(clause.text)
                or _BEFORE.search(so_far)
                or not set(years(so_far)) <= {submission.year}
            ):
                continue
            row = next((x for x in rows if _is_of(found["what"], row_name(x))), None)
            if row is not None:
                rows.remove(row)
                yield Reached(passage=passage, clause=clause, row=row)


def _is_of(what: str, name: str) -> bool:
    """The whole name; for a time limit the end of what it is for: 修复时限, 故障修复平均时间."""
    said, called = norm(_OPENING.sub("", what)), norm(name)
    if len(said) >= _LEAST and (said == called or called == said.removesuffix("指标")):
        return True
    if not (_SPAN.search(said) and _SPAN.search(called)):
        return False
    said, called = (_TIME.sub("", x) for x in (said, called))
    return min(len(said), len(called)) >= _CORE and (said.endswith(called) or called.endswith(said))
