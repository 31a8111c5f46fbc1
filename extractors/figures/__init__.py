"""Figures in running text: found, understood, with the words that say so.

`find(text)` gives the figures of a text; `figure_lines(lines)` is `hedui figures`, JSON lines in
and out. The conventions are those of figures.md; word lists are data under `extractors/data`.
"""

from extractors.figures.finding import find
from extractors.figures.found import FoundFigure
from extractors.figures.lines import figure_lines

__all__ = ["FoundFigure", "figure_lines", "find"]
