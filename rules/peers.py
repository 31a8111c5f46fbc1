"""Units of one year beside each other: groups, robust deviations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from statistics import median
from typing import TypeVar

from rules.rule import Outcome, inapplicable
from rules.submission import Dataset, Submission

_V = TypeVar("_V")
_SCALE = 1.4826  # makes the median absolute deviation comparable with a standard deviation
_MEAN_SCALE = 1.2533  # the same for the mean absolute deviation


def years(dataset: Dataset) -> dict[int | None, list[Submission]]:
    """The submissions by fiscal year, in their order."""
    out: dict[int | None, list[Submission]] = defaultdict(list)
    for submission in dataset.submissions:
        out[submission.year].append(submission)
    return out


def each(
    dataset: Dataset,
    gather: Callable[[Submission], _V],
    judge: Callable[[list[tuple[Submission, _V]]], Iterator[tuple[Submission, Outcome]]],
    why: str,
) -> Iterator[Outcome]:
    """The outcomes of every year; a submission that gets none is not applicable, for the reason `why`.

    `gather` takes from a submission what `judge` compares: of each year all at once.
    """
    for submissions in years(dataset).values():
        spoken = set()
        for submission, outcome in judge([(each, dataset.noted(gather, each)) for each in submissions]):
            outcome.submission_id = submission.record.submission_id
            spoken.add(submission.record.submission_id)
            yield outcome
        for submission in submissions:
            if submission.record.submission_id not in spoken:
                yield inapplicable(why, submission_id=submission.record.submission_id)


def deviations(values: Sequence[float]) -> list[float]:
    """How many robust standard deviations each value lies from the median; 0 where all are alike."""
    middle = median(values)
    off = [abs(value - middle) for value in values]
    # more than half of them equal: the mean deviation, as Iglewicz and Hoaglin advise
    spread = median(off) * _SCALE or sum(off) / len(off) * _MEAN_SCALE
    if not spread:
        return [0.0] * len(values)
    return [(value - middle) / spread for value in values]
