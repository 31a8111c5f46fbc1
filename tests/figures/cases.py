"""Reader of case files: one text after '>', then a line for each figure of it.

text | value or low..high | unit | qualifier | kind, + or - for its direction | subject
'=' repeats the subject before, '*' leaves a field untested. '#' starts a comment.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Case:
    text: str
    where: str
    figures: list[list[str]] = field(default_factory=list)


def read(path: Path) -> Iterator[Case]:
    case: Case | None = None
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("> "):
            if case:
                yield case
            case = Case(line[2:].replace("\\n", "\n"), f"{path.stem}:{number}")
        elif line.strip() and not line.startswith("#"):
            assert case is not None
            fields = [part.strip() for part in line.split("|")]
            assert len(fields) == 6, f"{path.name}:{number}"
            if fields[5] == "=":
                fields[5] = case.figures[-1][5]
            case.figures.append(fields)
    if case:
        yield case
