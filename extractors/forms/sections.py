"""A narrative as a tree of sections."""

from __future__ import annotations

import msgspec

from extractors import places, records
from extractors.forms import numbering, outline
from extractors.forms.grid import Line
from extractors.forms.normalise import key


class Section(msgspec.Struct):
    """One heading with the text under it."""

    number: str
    heading: str
    depth: int
    parent: int | None  # index of the enclosing section
    at: str
    start: int = 0  # of the heading in its line
    text: str = ""
    places: list[records.TextPlace] = []

    def add(self, text: str, at: str) -> None:
        """Append one paragraph with its place."""
        start = len(self.text) + 1 if self.text else 0
        self.text = f"{self.text}\n{text}" if self.text else text
        self.places = [*self.places, records.TextPlace(start=start, end=start + len(text), at=at)]


def _cut(line: Line, start: int) -> tuple[str, str]:
    """The rest of a line from `start`, with its place."""
    rest = line.text[start:]
    text = rest.strip()
    begin = start + (len(rest) - len(rest.lstrip()))
    return text, places.span(line.at, begin, begin + len(text))


def without_contents(lines: list[Line]) -> list[Line]:
    """The lines without a table of contents: dot leaders, or entries that come again later."""
    kept = [line for line in lines if not outline.is_contents(line.text)]
    begin = next((i for i, line in enumerate(kept) if key(line.text) in ("目录", "目次")), None)
    if begin is None:
        return kept
    first = key(kept[begin + 1].text) if begin + 1 < len(kept) else ""
    again = next((i for i in range(begin + 2, len(kept)) if key(kept[i].text) == first), None)
    return kept[:begin] + kept[again if again is not None else begin + 1 :]


def sections(lines: list[Line]) -> list[Section]:
    """The section tree of a narrative, in reading order; depth 0 holds text before any heading.

    `lines` come without title and table of contents.
    """
    marks = numbering.repair([outline.mark(line.text) for line in lines])
    numbered = any(m is not None and m.style <= outline.SUB for m in marks)
    heads = _headings(lines, marks)
    out: list[Section] = []
    stack: list[tuple[int, int]] = []  # (style, index into out)
    for line, found, head in zip(lines, marks, heads, strict=True):
        if found is not None and head:
            _numbered(out, stack, line, found)
        elif found is None and _is_styled(line, numbered):
            _push(out, stack, 10 + (line.level or 1), Section("", line.text.rstrip("：:"), 0, None, line.at))
        else:
            if not out:
                out.append(Section("", "", 0, None, line.at))
            out[-1].add(line.text, line.at)
    return out


def _headings(lines: list[Line], marks: numbering.Marks) -> list[bool]:
    """Which numbered lines are headings; the items of one list are so together or not at all.

    A run of （一） is a list where half of it reads like items (…；), a run of deeper numbers
    where one of them does.
    """
    heads = [m is not None and outline.is_heading(m, line) for line, m in zip(lines, marks, strict=True)]
    for run in _runs(marks):
        found = marks[run[0]]
        items = sum(1 for i in run if not heads[i])
        if found is None or found.style < outline.SUB or not items:
            continue
        if found.style > outline.SUB or items * 2 >= len(run):
            for i in run:
                heads[i] = lines[i].level is not None
    return heads


def _runs(marks: numbering.Marks) -> list[list[int]]:
    """The numbered lines that belong to one list: one style, until a higher one or a new 1."""
    running: dict[int, list[int]] = {}
    done: list[list[int]] = []
    for i, found in enumerate(marks):
        if found is None:
            continue
        over = [style for style in running if style > found.style]
        if found.number == 1 and found.style in running:
            over.append(found.style)
        done.extend(running.pop(style) for style in over)
        running.setdefault(found.style, []).append(i)
    return [*done, *running.values()]


def _is_styled(line: Line, numbered: bool) -> bool:
    """An unnumbered heading: styled as one, or worded as one where no heading has a number."""
    if len(line.text) > 40 or line.text.rstrip().endswith(("。", "；", "，")):
        return False
    if line.level is not None:
        return True
    return (
        not numbered
        and len(line.text) <= 25
        and outline.section_key(line.text) != "other"
        and "：" not in line.text[:-1]
    )


def _numbered(out: list[Section], stack: list[tuple[int, int]], line: Line, found: outline.Mark) -> None:
    heading, body = outline.split(found.rest)
    _push(out, stack, found.style, Section(found.printed, heading, 0, None, line.at, found.offset))
    text, at = _cut(line, found.offset + body)
    if text:
        out[-1].add(text, at)


def _push(out: list[Section], stack: list[tuple[int, int]], style: int, section: Section) -> None:
    """Put a section below the nearest open one of a higher style."""
    styles = [s for s, _ in stack]
    if style in styles:
        del stack[styles.index(style) :]
    elif style <= outline.PART:
        del stack[next((i for i, s in enumerate(styles) if s > style), len(stack)) :]
    else:
        while len(stack) > 1 and stack[-1][0] > style:
            stack.pop()
    section.parent = stack[-1][1] if stack else None
    section.depth = len(stack) + 1
    out.append(section)
    stack.append((style, len(out) - 1))
