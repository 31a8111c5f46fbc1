"""Rates told in turn of lines of the money block: 基本支出…、项目支出…，执行率分别为98.8%、98.4%."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import regex

from extractors.records import Figure, Form
from rules.budgeting import unit_form
from rules.dating import years
from rules.interim import interim
from rules.money import Line, fund_lines
from rules.passages import Passage, narrative
from rules.submission import Submission

_IN_TURN = regex.compile(r"(?:预算)?执行率(?:分别|依次)(?:为|是|达到?)?$")
_NAMES = regex.compile(r"基本支出|项目支出")
_ITEMS = {"基本支出": "basic", "项目支出": "project"}
_JOINT = regex.compile(r"[、，,和及与]\s*")


class InTurn(msgspec.Struct, frozen=True, kw_only=True):
    """A rate of a list with the line of the form that it is of."""

    passage: Passage
    figure: Figure
    form: Form
    line: Line


def in_turn(submission: Submission) -> Iterator[InTurn]:
    """All such rates of this year, where as many lines are named as rates are told."""
    form = unit_form(submission)
    if form is None:
        return
    lines = fund_lines(submission, form)
    for passage in narrative(submission):
        if "执行率分别" not in passage.text and "执行率依次" not in passage.text:
            continue
        for i, first in enumerate(passage.figures):
            before = passage.before(first)
            if not _IN_TURN.search(before) or interim(passage.text, first.start):
                continue
            if set(years(before)) - {submission.year}:
                continue
            yield from _paired(passage, form, _listed(passage, i), _NAMES.findall(before), lines)


def _listed(passage: Passage, i: int) -> list[Figure]:
    out = [passage.figures[i]]
    for figure in passage.figures[i + 1 :]:
        if figure.unit != "%" or not _JOINT.fullmatch(passage.gap(out[-1], figure)):
            break
        out.append(figure)
    return out


def _paired(
    passage: Passage, form: Form, rates: list[Figure], names: list[str], lines: list[Line]
) -> Iterator[InTurn]:
    if len(set(names)) != len(names) or len(names) != len(rates):
        return
    for rate, name in zip(rates, names, strict=True):
        own = [x for x in lines if x.item == _ITEMS[name]]
        if len(own) == 1 and rate.value is not None and not rate.qualifier:
            yield InTurn(passage=passage, figure=rate, form=form, line=own[0])
