"""What is said of every one, where the form has a rate of it: 全部按期安装 beside 设备按期安装率."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import regex

from extractors.records import Indicator
from rules.dating import years
from rules.passages import Passage, Span, clauses, told
from rules.quoting import cell, row_name
from rules.rule import Outcome, failed
from rules.submission import Submission

_RATE_OF = regex.compile(
    r"(?P<way>按期|按时|及时|如期)(?P<act>\p{Han}{2})率$|(?P<act>\p{Han}{2})(?P<way>及时|按时|按期)率$"
)
_APART = regex.compile(r"除(?!险)|基本|大部分|多数|部分|目标|要求|力争|确保|上年|去年|以往|计划|预期|标准")
_WHOLE = 100  # percent
_EVERY = ("全部", "全数", "悉数", "均", "都")


def said_of_all(submission: Submission) -> Iterator[tuple[Passage, Span, str, Indicator]]:
    """Passage, clause, words, row of each claim that a rate below 100% contradicts, this year's."""
    rows = [
        (row, said)
        for form in submission.scored_forms
        for row in submission.indicators_of(form)
        if row.actual_unit == "%" and not row.is_detail and (said := _RATE_OF.search(row_name(row)))
    ]
    below = [
        (row, said)
        for row, said in rows
        if row.actual_value is not None and row.actual_value < _WHOLE and row.target_sign not in {"<=", "<"}
    ]
    for passage in told(submission) if below else ():
        if any(word in passage.text for word in _EVERY):
            for row, said in below:
                yield from _first(submission, passage, row, _for_all(said["way"], said["act"]))


def _first(
    submission: Submission, passage: Passage, row: Indicator, pattern: regex.Pattern[str]
) -> Iterator[tuple[Passage, Span, str, Indicator]]:
    for clause in clauses(passage.text):
        so_far = passage.text[passage.sentence_start(clause.start) : clause.end]
        found = None if _APART.search(so_far) else pattern.search(clause.text)
        if found is not None and set(years(so_far)) <= {submission.year}:
            yield passage, clause, found[0], row
            return


def of_all(passage: Passage, clause: Span, words: str, row: Indicator) -> Outcome:
    """The discrepancy, for whichever rule has it."""
    name = row_name(row)
    return failed(
        f"文中称“{clause.text.strip('，,。；; ')}”，而“{name}”完成值为{row.actual_text}",
        form=passage.form,
        key=("全部", name),
        subject=name,
        expected=row.actual_text,
        observed=words,
        evidence=[passage.quote(clause, "叙述"), cell(row, "actual")],
    )


@lru_cache(maxsize=256)
def _for_all(way: str, act: str) -> regex.Pattern[str]:
    ways = "按期|如期|按时|及时" if way in {"按期", "按时", "及时", "如期"} else way
    order = rf"(?:{ways})(?:\p{{Han}}{{0,2}}){act}|{act}(?:均|都|全部)?(?:{ways})"
    return regex.compile(rf"(?:全部|全数|悉数|均|都)(?:已|能|可|实现)*(?:{order})(?!率)")
