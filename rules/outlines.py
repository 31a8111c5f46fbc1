"""Outlines of reports: which family a report follows, which of its headings are not there."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from itertools import islice

import msgspec

from extractors.records import Form
from rules.passages import narrative
from rules.submission import Submission
from rules.text import norm, similarity

_LIKE = 0.6
_HEAD = 40  # characters of a line that may be a heading
_LINES = 2_000  # of a report that are looked at
_LEAST = 0.6  # of the demanded headings present, before a missing one is told


class Heading(msgspec.Struct, frozen=True, kw_only=True):
    """One heading of an outline; any of `terms` in a heading or at the head of a line stands for it."""

    name: str
    terms: tuple[str, ...] = ()
    optional: bool = False


class Outline(msgspec.Struct, frozen=True, kw_only=True):
    """The headings that one family of reports has, with the parts by which it is known."""

    name: str
    source: str
    parts: tuple[tuple[str, ...], ...]
    headings: tuple[Heading, ...]


@cache
def outlines() -> tuple[Outline, ...]:
    """The families of rules/data/outlines.toml."""
    data = tomllib.loads((files("rules") / "data" / "outlines.toml").read_text(encoding="utf-8"))
    return msgspec.convert(data["family"], tuple[Outline, ...])


@cache
def _alike() -> tuple[tuple[str, ...], ...]:
    data = tomllib.loads((files("rules") / "data" / "outlines.toml").read_text(encoding="utf-8"))
    return msgspec.convert([each["terms"] for each in data["alike"]], tuple[tuple[str, ...], ...])


def demanded(name: str) -> Heading:
    """A heading that a place demands: offices word it in their own way (部门（单位）概况 is 单位概况)."""
    plain = norm(name)
    alike = [term for terms in _alike() if any(term in plain for term in terms) for term in terms]
    return Heading(name=name, terms=(plain, *alike))


def family(headings: list[str]) -> Outline | None:
    """The one family whose parts all stand in a report's headings, and most of whose headings do."""
    found = [
        outline
        for outline in outlines()
        if all(any(word in heading for word in part for heading in headings) for part in outline.parts)
    ]
    close = [x for x in found if _share(x, headings) >= _LEAST]
    return close[0] if len(close) == 1 else None


def heads(submission: Submission, form: Form, outline: Outline | None = None) -> list[str]:
    """What a report has for headings, lines that only look like one included.

    A chapter of the outline with sections below it does not stand for them: 存在问题及改进措施
    with 存在的问题 alone below has no measures. A chapter that is itself demanded (部门概况) does.
    """
    sections = submission.sections_of(form)
    parents = {section.parent_id for section in sections}
    words = [word for part in outline.parts for word in part] if outline else []
    own = [
        section.heading
        for section in sections
        if section.text
        or section.section_id not in parents
        or not any(x in section.heading for x in words)
        or (outline is not None and _is_demanded(section.heading, outline))
    ]
    lines = (line for p in narrative(submission) if p.form is form for line in p.text.split("\n") if line)
    return own + [line[:_HEAD] for line in islice(lines, _LINES)]


def _is_demanded(heading: str, outline: Outline) -> bool:
    """One demanded heading, not two in one: 存在问题及改进措施 is none of its own."""
    named = [x for x in outline.headings if any(word in heading for word in x.terms or (x.name,))]
    return len(named) == 1


def missing(demanded: tuple[Heading, ...], found: list[str]) -> list[Heading]:
    """Demanded headings that nothing printed stands for."""
    return [x for x in demanded if not x.optional and not _stands(x, found)]


def _stands(heading: Heading, found: list[str]) -> bool:
    words = heading.terms or (norm(heading.name),)
    return any(word in text for text in found for word in words) or any(
        similarity(heading.name, text) >= _LIKE for text in found
    )


def _share(outline: Outline, headings: list[str]) -> float:
    wanted = [x for x in outline.headings if not x.optional]
    return sum(_stands(x, headings) for x in wanted) / len(wanted)
