"""The running texts of a submission, piece by piece: section bodies, headings, goal cells."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator

import msgspec
import regex

from extractors import places
from extractors.records import Evidence, Figure, Form, Section
from rules.submission import Submission

TOLD = frozenset({"results", "outputs", "effects", "satisfaction", "conclusion", "goal_actual"})
"""Roles of passages that tell what was achieved."""
PLANNED = frozenset({"goals", "targets", "goal_target", "measures"})
"""Roles of passages that say what is intended."""

LONGEST = 600  # characters of a sentence before a figure that are looked at
_ENDS = "。！？!?\n"
_SENTENCE = regex.compile(r"[^。！？!?\n]++[。！？!?]?")
_CLAUSE = regex.compile(r"[^，,；;。！？!?\n]++[，,；;。！？!?]?")
_CLAUSE_MARKS = "，,；;。！？!?：:\n"
_CLAUSE_END = regex.compile(r"(?<!\d)[，,；;。！？!?：:\n]|[，；;。！？!?：\n]|,(?!\d)")
_DIGITS = frozenset("0123456789.,%％")
_AROUND = 30  # characters in which the end of a clause is looked for
_PARAGRAPH = regex.compile(r"[^\n]++")


class Span(msgspec.Struct, frozen=True):
    """A piece of a passage's text."""

    text: str
    start: int
    end: int


class Passage(msgspec.Struct, kw_only=True, frozen=True):
    """One running text with its figures, in order of place.

    `key` is the role of its section, or of the nearest section above that has one
    (`goal_target`, `goal_actual` for cells of a form); `keys` are all roles down to here.
    """

    text: str
    figures: list[Figure]
    form: Form
    key: str
    keys: frozenset[str]
    section: Section | None = None
    headings: str = ""  # its own heading and those above, outermost first
    at: str

    def within(self, span: Span) -> list[Figure]:
        """The figures of a piece of the text."""
        first = bisect_left(self.figures, span.start, key=_start)
        return self.figures[first : bisect_left(self.figures, span.end, key=_start)]

    def last_before(self, position: int) -> Figure | None:
        """The last figure that ends at or before a position."""
        found = bisect_left(self.figures, position, key=_start)
        while found and self.figures[found - 1].end > position:
            found -= 1
        return self.figures[found - 1] if found else None

    def before(self, figure: Figure) -> str:
        """The text from the start of the figure's sentence up to it, `LONGEST` characters at most."""
        return self.text[self.sentence_start(figure.start) : figure.start]

    def sentence_start(self, position: int) -> int:
        """Where the sentence of a position begins; a sentence without end begins `LONGEST` before."""
        floor = max(0, position - LONGEST)
        return max(floor, *[self.text.rfind(mark, floor, position) + 1 for mark in _ENDS])

    def clause_before(self, figure: Figure) -> str:
        """The text before the figure in its own clause."""
        said = self.before(figure)
        return said[max(map(said.rfind, _CLAUSE_MARKS)) + 1 :]

    def piece(self, start: int, end: int) -> Span:
        """A piece of the text, kept within it."""
        first, last = max(0, start), min(len(self.text), end)
        return Span(self.text[first:last], first, last)

    def around(self, start: int, end: int) -> Span:
        """The piece with the clause that leads up to it, cut where clauses end, never within a number."""
        floor, limit = max(0, start - _AROUND), min(len(self.text), end + _AROUND)
        starts = [found.end() for found in _CLAUSE_END.finditer(self.text, floor, start)]
        first = starts[-1] if starts else floor
        closing = _CLAUSE_END.search(self.text, end, limit)
        last = closing.start() if closing else limit if limit == len(self.text) else end
        while first < start and first > 0 and self.text[first - 1] in _DIGITS:
            first += 1
        return self.piece(first, last)

    def gap(self, first: Figure, second: Figure) -> str:
        """The text between two figures."""
        return self.text[first.end : second.start]

    def place(self, start: int, end: int) -> str:
        """Where these characters stand in the document."""
        if self.section is not None and self.text is not self.section.heading:
            for part in self.section.text_places:
                if part.start <= start < part.end:
                    return places.span(part.at, start - part.start, min(end, part.end) - part.start)
            return self.section.at
        return places.span(self.at, start, end)

    def quote(self, span: Span, role: str) -> Evidence:
        """A piece of the text as evidence."""
        return Evidence(
            document_id=self.form.document_id,
            form_id=self.form.form_id,
            at=self.place(span.start, span.end),
            role=role,
            text=span.text.strip(),
        )


def _start(figure: Figure) -> int:
    return figure.start


def sentences(text: str) -> list[Span]:
    """Sentences with their end marks; a new line ends one."""
    return [Span(found[0], found.start(), found.end()) for found in _SENTENCE.finditer(text)]


def clauses(text: str) -> list[Span]:
    """Pieces between commas, semicolons, sentence ends."""
    return [Span(found[0], found.start(), found.end()) for found in _CLAUSE.finditer(text)]


def paragraphs(text: str) -> list[Span]:
    """Lines."""
    return [Span(found[0], found.start(), found.end()) for found in _PARAGRAPH.finditer(text)]


def sentence_of(passage: Passage, figure: Figure) -> Span:
    """The sentence that a figure stands in, `LONGEST` characters before and after it at most."""
    start, limit = passage.sentence_start(figure.start), min(len(passage.text), figure.end + LONGEST)
    ends = [found for mark in _ENDS if (found := passage.text.find(mark, figure.end, limit)) >= 0]
    end = min(ends) + 1 if ends else limit
    return Span(passage.text[start:end], start, end)


def passages(submission: Submission) -> list[Passage]:
    """All running texts: of the reports in reading order, then the goal cells of the scored forms."""
    return [*narrative(submission), *goal_cells(submission)]


def narrative(submission: Submission) -> list[Passage]:
    """The texts of all reports. A heading is a passage where it states a figure."""
    known: list[Passage] | None = submission.shared.get("narrative")
    if known is None:
        known = submission.shared["narrative"] = list(_narrative(submission))
    return known


def goal_cells(submission: Submission) -> list[Passage]:
    """年初设定目标, 全年完成情况 of the scored forms."""
    known: list[Passage] | None = submission.shared.get("goal cells")
    if known is None:
        known = submission.shared["goal cells"] = list(_goal_cells(submission))
    return known


def told(submission: Submission) -> list[Passage]:
    """Passages that tell results, goal cells included."""
    return [passage for passage in passages(submission) if passage.keys & TOLD]


def keyed(submission: Submission, *keys: str) -> list[Passage]:
    """Passages of the reports under a section of one of these roles."""
    return [passage for passage in narrative(submission) if passage.keys & set(keys)]


def _narrative(submission: Submission) -> Iterator[Passage]:
    figures = _by_source(submission)
    for form in submission.reports:
        above: dict[str | None, tuple[frozenset[str], str, str]] = {None: (frozenset(), "", "other")}
        for section in submission.sections_of(form):
            keys, headings, key = above.get(section.parent_id, above[None])
            if section.key != "other":
                keys, key = keys | {section.key}, section.key
            headings = f"{headings} {section.heading}".strip()
            above[section.section_id] = (keys, headings, key)
            about = {"form": form, "section": section, "keys": keys, "key": key, "headings": headings}
            said = figures.get((form.form_id, section.section_id, "heading", None), [])
            if said:
                at = section.heading_at or section.at
                yield Passage(text=section.heading, figures=said, at=at, **about)  # type: ignore[arg-type]
            if section.text:
                said = figures.get((form.form_id, section.section_id, "text", None), [])
                yield Passage(text=section.text, figures=said, at=section.at, **about)  # type: ignore[arg-type]


def _goal_cells(submission: Submission) -> Iterator[Passage]:
    figures = _by_source(submission)
    for form in submission.scored_forms:
        for goal in submission.goals_of(form):
            for side in ("target", "actual"):
                text = getattr(goal, f"{side}_text")
                if text:
                    key = f"goal_{side}"
                    yield Passage(
                        text=text,
                        figures=figures.get((form.form_id, None, key, goal.row), []),
                        form=form,
                        key=key,
                        keys=frozenset({key}),
                        at=getattr(goal, f"{side}_at") or goal.at,
                    )


def _by_source(submission: Submission) -> dict[tuple[str, str | None, str, int | None], list[Figure]]:
    out: dict[tuple[str, str | None, str, int | None], list[Figure]] = defaultdict(list)
    for figure in sorted(submission.figures, key=lambda x: (x.start, x.end)):
        row = figure.row if figure.section_id is None else None
        out[figure.form_id, figure.section_id, figure.source, row].append(figure)
    return out
