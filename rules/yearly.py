"""One unit's submissions of neighbouring years, with what recurs in them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import pairwise

import msgspec

from extractors.records import Figure, Form, Indicator
from rules.money import Line, fund_lines, whole
from rules.passages import passages
from rules.quoting import row_name
from rules.rule import Outcome, inapplicable
from rules.submission import Dataset, Submission
from rules.text import norm, similarity

_SAME_NAME = 0.6  # similarity of the names of one indicator in two years


class Pair(msgspec.Struct, frozen=True):
    """A unit's submissions of two years, one after the other."""

    before: Submission
    now: Submission


def pairs(dataset: Dataset) -> Iterator[Pair]:
    """Each pair of neighbouring years of each unit, in order of unit and year."""
    for key in sorted({submission.record.unit_key for submission in dataset.submissions}):
        years = [submission for submission in dataset.of_unit(key) if submission.year is not None]
        for before, now in pairwise(years):
            if (now.year or 0) - (before.year or 0) == 1:
                yield Pair(before, now)


def judged(dataset: Dataset, judge: Callable[[Pair], Iterator[Outcome]]) -> Iterator[Outcome]:
    """The outcomes of every pair of years; a submission without an earlier year is not applicable."""
    paired = set()
    for pair in pairs(dataset):
        paired.add(pair.now.record.submission_id)
        for outcome in judge(pair):
            outcome.submission_id = pair.now.record.submission_id
            yield outcome
    for submission in dataset.submissions:
        if submission.record.submission_id not in paired:
            yield inapplicable(
                "数据集中没有该单位上一年度的材料", submission_id=submission.record.submission_id
            )


def recurring(pair: Pair) -> Iterator[tuple[Indicator, Indicator]]:
    """(earlier, later) rows that measure one thing: in forms of one matter, of nearly one name, in one unit."""
    earlier, later = _by_matter(pair.before), _by_matter(pair.now)
    for matter, old_rows in earlier.items():
        yield from _recurring(old_rows, later.get(matter, []))


def _recurring(earlier: list[Indicator], later: list[Indicator]) -> Iterator[tuple[Indicator, Indicator]]:
    taken: set[int] = set()
    for old in earlier:
        best = max(
            (
                (alike(old, new), -i)
                for i, new in enumerate(later)
                if i not in taken and _unit(old) == _unit(new)
            ),
            default=(0.0, 0),
        )
        if best[0] >= _SAME_NAME:
            taken.add(-best[1])
            yield old, later[-best[1]]


def _by_matter(submission: Submission) -> dict[tuple[str, str], list[Indicator]]:
    """The rows of each scored form; forms of one kind and project are one matter."""
    out: dict[tuple[str, str], list[Indicator]] = defaultdict(list)
    for form in submission.scored_forms:
        out[form.form_kind, norm(form.project_name or "")] += _rows(submission, form)
    return dict(out)


def rows(submission: Submission) -> list[Indicator]:
    """The indicator rows of all scored forms."""
    return [row for form in submission.scored_forms for row in _rows(submission, form)]


def _rows(submission: Submission, form: Form) -> list[Indicator]:
    return [row for row in submission.indicators_of(form) if row.level3 and not row.is_detail]


def alike(old: Indicator, new: Indicator) -> float:
    """0–1 between two rows' names."""
    a, b = norm(row_name(old)), norm(row_name(new))
    return 1.0 if a == b else similarity(a, b)


def told_of(submission: Submission, name: str, unit: str | None) -> Figure | None:
    """What a year's narrative states as achieved of a subject, where it states it once."""
    found = [
        figure
        for passage in passages(submission)
        for figure in passage.figures
        if figure.kind in {"actual", None}
        and figure.unit == unit
        and norm(figure.subject or "") == norm(name)
    ]
    return found[0] if len({figure.value for figure in found}) == 1 else None


def total_line(submission: Submission) -> tuple[Form, Line] | None:
    """The whole of the unit's own money."""
    for form in submission.of_kind("department"):
        line = whole(fund_lines(submission, form))
        if line is not None:
            return form, line
    return None


def _unit(row: Indicator) -> str | None:
    return row.target_unit or row.actual_unit
