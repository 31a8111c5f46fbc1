"""Paragraphs and tables in the making: the body, a text box, a footnote."""

from __future__ import annotations

import regex

from extractors.readers.assembly import Raw, RawParagraph
from extractors.readers.nesting import Nesting
from extractors.readers.numbering import join
from extractors.readers.rtf.state import RowDefinition, State

_SURROGATE = regex.compile(r"[\ud800-\udfff]")


class Story:
    """Collects text into paragraphs, cells and rows."""

    def __init__(self) -> None:
        self.nesting = Nesting()
        self.row = RowDefinition()
        self._text: list[str] = []
        self._number = ""
        self._boxes: list[Raw] = []

    def write(self, text: str) -> None:
        """Add to the paragraph."""
        self._text.append(text)

    def number(self, text: str) -> None:
        """Give the paragraph its automatic number."""
        self._number = text.strip()

    def box(self, content: list[Raw]) -> None:
        """A text box that is anchored in the paragraph: it comes after it."""
        self._boxes += content

    def end_paragraph(self, state: State) -> None:
        r"""\par: the paragraph is complete."""
        self._put(state, state.table_depth())

    def end_cell(self, state: State, *, inner: bool) -> None:
        r"""\cell or \nestcell: the paragraph and its cell are complete."""
        depth = max(state.table_depth(), 2) if inner else 1
        self._put(state, depth)
        self.nesting.end_cell()

    def end_row(self, state: State, *, inner: bool) -> None:
        r"""\row or \nestrow."""
        depth = max(state.table_depth(), 2) if inner else 1
        if self._text or self._boxes:
            self._put(state, depth)
        self.nesting.enter(depth)
        self.nesting.end_row(self.row.shape())

    def finish(self, state: State) -> list[Raw]:
        """Everything collected; a paragraph without its end is complete too."""
        if self._text or self._boxes:
            self._put(state, state.table_depth())
        return self.nesting.finish()

    def _put(self, state: State, depth: int) -> None:
        text = "".join(self._text)
        if _SURROGATE.search(text):
            text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        level = state.outline + 1 if state.outline is not None and 0 <= state.outline < 9 else None
        text = join(self._number, text) if self._number else text
        self.nesting.enter(depth)
        self.nesting.add([RawParagraph(text, self._number, level), *self._boxes])
        self._text, self._number, self._boxes = [], "", []
