"""Makes a page picture ready for recognition: upright, straight, without seal, without rules."""

from __future__ import annotations

from statistics import median
from typing import Any

import msgspec

from extractors.readers.pages.geometry import Box
from extractors.readers.scan import engine, ink, rulings, straightening

_BLANK = 0.0004  # share of black pixels below which nothing is printed
_TALL = 1.6  # a box so much higher than wide holds a line that runs downwards
_VOTERS = 9
_ENOUGH = 5
_SHORT = 1.2  # a line of two characters is so much wider than high


class Prepared(msgspec.Struct, kw_only=True):
    """A page picture as it is recognised. Pictures are grey, `strokes` black as 255; boxes in pixels."""

    grey: Any
    clean: Any  # without rules
    strokes: Any  # of the clean picture
    rules: rulings.Rulings
    boxes: list[Box]
    seal: Any = None  # mask of red ink

    @property
    def size(self) -> float:
        """The usual width of a character (pixels): boxes of lines are drawn half as high again."""
        return median(box.y1 - box.y0 for box in self.boxes) / 1.45 if self.boxes else 28.0

    def is_seal(self, box: Box) -> bool:
        """Whether there was red ink in a box."""
        return self.seal is not None and bool(
            self.seal[max(int(box.y0), 0) : int(box.y1) + 1, max(int(box.x0), 0) : int(box.x1) + 1].any()
        )


def prepare(picture: Any, dpi: float) -> Prepared:
    """A scanned page (BGR or grey) at some resolution, brought upright first."""
    prepared = _prepare(picture, dpi)
    tall = sum(box.y1 - box.y0 > _TALL * (box.x1 - box.x0) for box in prepared.boxes)
    wide = sum(box.x1 - box.x0 > _TALL * (box.y1 - box.y0) for box in prepared.boxes)
    if tall > 2 * wide and tall > 2:  # lies on its side, or has narrow columns
        turned = _turned(picture, 1)
        aside = _prepare(turned, dpi)
        if max(_legible(aside, half) for half in (0, 2)) >= _legible(prepared, 0):
            picture, prepared = turned, aside
    if engine.upside_down(_voters(prepared)):
        prepared = _prepare(_turned(picture, 2), dpi)
    return prepared


def _prepare(picture: Any, dpi: float) -> Prepared:
    import numpy

    page = ink.plain(picture)
    angle = straightening.skew(ink.black(page.ruled))
    ruled = straightening.straighten(page.ruled, angle)
    text = ruled if page.text is page.ruled else straightening.straighten(page.text, angle)
    seal = None if page.seal is None else straightening.straighten(page.seal, angle, 0)
    strokes = ink.black(ruled)
    rules = rulings.rulings(strokes, dpi, seal, faded=text is ruled)
    clean = rulings.erased(text, strokes if text is ruled else ink.black(text), rules.mask, dpi)
    left = ink.black(clean)
    blank = float(numpy.count_nonzero(left)) / left.size < _BLANK
    boxes = [] if blank else engine.detect(clean)
    return Prepared(grey=ruled, clean=clean, strokes=left, rules=rules, boxes=boxes, seal=seal)


def _turned(picture: Any, quarters: int) -> Any:
    """A picture turned clockwise by quarters."""
    import numpy

    return numpy.ascontiguousarray(numpy.rot90(picture, -quarters))


def _legible(prepared: Prepared, quarters: int) -> float:
    """How surely (0..1) the longest lines are read, each turned by quarters; 0 of a few only."""
    import numpy

    lines = [numpy.ascontiguousarray(numpy.rot90(line, quarters)) for line in _voters(prepared, _SHORT)]
    if len(lines) < _ENOUGH:
        return 0.0
    return sum(engine.recognise(line).confidence for line in lines) / len(lines)


def _voters(prepared: Prepared, least: float = 3.0) -> list[Any]:
    """Pictures of the longest lines, so many times wider than high, which tell up from down."""
    long = [box for box in prepared.boxes if box.x1 - box.x0 > least * (box.y1 - box.y0)]
    long.sort(key=lambda box: box.x0 - box.x1)
    return [
        prepared.clean[int(box.y0) : int(box.y1) + 1, int(box.x0) : int(box.x1) + 1] for box in long[:_VOTERS]
    ]
