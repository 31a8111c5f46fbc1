"""What is known while a document is read: its styles, lists, open fields, and what was noticed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import msgspec
from lxml import etree

from extractors.document import ReadIssue
from extractors.readers.assembly import Raw
from extractors.readers.docx.fields import Field
from extractors.readers.docx.lists import Lists
from extractors.readers.docx.marks import Marks
from extractors.readers.docx.styles import Styles
from extractors.readers.notices import issues


class Line(msgspec.Struct):
    """A paragraph in the making: pieces of text, and text boxes with the piece before which they stand."""

    parts: list[str]
    boxes: list[Box]


class Box(msgspec.Struct):
    """A text box: before which piece of its paragraph it is anchored, how far down and right it is drawn."""

    before: int
    content: list[Raw]
    place: tuple[str, float, float] | None = None


Blocks = Callable[[etree._Element, "Story"], list[Raw]]
Embedded = Callable[[str], list[Raw]]  # relationship id of an object -> its content, where it can be read


class Story:
    """The state of one reading: of the part at hand `marks`, of the whole document the rest."""

    def __init__(self, styles: Styles, lists: Lists | None, blocks: Blocks, embedded: Embedded) -> None:
        self.styles = styles
        self.lists = lists
        self.blocks = blocks  # reads the content of cells and boxes
        self.embedded = embedded
        self.fields: list[Field] = []
        self.silent = 0  # open fields whose result has not begun: nothing is printed
        self.notices: Counter[str] = Counter()

    def read(self, root: etree._Element, marks: Marks) -> list[Raw]:
        """The blocks of a body or a note that stands in a part with these marks."""
        self.marks = marks
        self.formatted = marks.formatted or bool(self.styles.default)
        self.fields, self.silent = [], 0
        return self.blocks(root, self)

    def issues(self) -> list[ReadIssue]:
        """What was noticed, one issue a kind, in a fixed order."""
        return issues(self.notices)
