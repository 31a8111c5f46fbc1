"""Whether a table with points or results is a self-evaluation of performance, or only looks like one."""

from __future__ import annotations

from functools import cache

import regex

from extractors.forms import vocabulary
from extractors.forms.normalise import key
from extractors.forms.reading import Reading

ENOUGH = 2  # from this much a table is a self-evaluation
_MONEY = frozenset({"funds", "items", "stages"})


def is_evaluation(title: str | None, reading: Reading, within: str | None = None) -> bool:
    """Weigh what speaks for a self-evaluation against what speaks for another paper.

    For it: 绩效 in a title, 自评, budgets in the title, the usual names of levels (产出, 满意度
    …), money and goals beside the indicators, a project or a supervisor named, a report around
    it. Against it: people who are rated, bids, targets that are only asked for, a look at half a year.
    """
    return _weight(title, reading, within) >= ENOUGH


def may_be(title: str | None, reading: Reading, within: str | None = None) -> bool:
    """True where something speaks for a self-evaluation, but not enough."""
    return bool(reading.read.indicators) and _weight(title, reading, within) >= ENOUGH - 1


def _weight(title: str | None, reading: Reading, within: str | None) -> int:
    return _title(key(title or "")) + _around(key(within or "")) + _inside(reading)


def _has(text: str, entry: str) -> bool:
    return bool(text) and _pattern(entry).search(text) is not None


@cache
def _pattern(entry: str) -> regex.Pattern[str]:
    return regex.compile("|".join(vocabulary.data()["evaluation"][entry]))


def _title(title: str) -> int:
    if _has(title, "other_titles"):
        return -4
    return 2 * _has(title, "performance") + _has(title, "own") + _has(title, "budget")


def _around(within: str) -> int:
    return 2 if _has(within, "performance") or _has(within, "own") else 0


def _inside(reading: Reading) -> int:
    contexts = {block.header.context for block in reading.blocks}
    labels = {pair.role for pair in reading.pairs}
    out = bool(contexts & _MONEY) + (
        "goals" in contexts or "goal_target" in labels or bool(reading.read.goals)
    )
    out += bool(labels & {"project_name", "supervisor"}) + 2 * (_families(reading) >= 2)
    out -= 2 * any(_has(key(pair.label), "people") for pair in reading.pairs)
    heads = [key(column.text) for block in reading.blocks for column in block.header.columns]
    if "indicators" in contexts:
        out += any(_has(head, "own") for head in heads)
    elif "summary" in contexts:
        out += 2 * any(_has(head, "own") for head in heads) - any(_has(head, "people") for head in heads)
    return out


def _families(reading: Reading) -> int:
    """How many different names of levels stand in the form that are usual at theirs."""
    names = {
        key(name)
        for row in reading.read.indicators
        for depth, name in (("level1", row.level1), ("level2", row.level2))
        if name and depth in (vocabulary.level(name) or ())
    }
    return len(names)
