"""Makes a page picture black on white: paper evened out, the red seal removed.

Red ink is bright in the red channel, printing under it stays dark there. So where a pixel is
reddish, only what is much darker than the seal's own ink is kept.
"""

from __future__ import annotations

from typing import Any

import msgspec

from extractors.readers.scan import circles

_REDDISH = 32  # red above the other channels, of 255
_LIGHTER = 12  # how much darker than its usual shade the ink may be
_GREY = 70  # the darkest shade of a seal that was scanned grey
_SEAL = 1500  # pixels of strong red that make a seal worth the trouble


class Ink(msgspec.Struct, kw_only=True):
    """A page made even: dark on white. `ruled` still has what a seal scanned grey crosses.

    `seal` is the mask of the seal, None where there is none.
    """

    text: Any
    ruled: Any
    seal: Any = None


def plain(picture: Any) -> Ink:
    """A picture (height, width, 3: BGR; or grey) without its seal."""
    import cv2
    import numpy

    if picture.ndim == 2 or picture.shape[2] == 1:
        return _without_grey_seal(_even(picture.reshape(picture.shape[:2])))
    blue, green, red = (channel.astype(numpy.int16) for channel in cv2.split(picture[..., :3]))
    above = red - numpy.maximum(blue, green)
    strong = above > 2 * _REDDISH
    grey = cv2.cvtColor(picture[..., :3], cv2.COLOR_BGR2GRAY)
    if int(strong.sum()) < _SEAL:
        return _without_grey_seal(_even(grey))
    tinted = above > _REDDISH * 0.75
    fringe = cv2.dilate(tinted.astype(numpy.uint8), numpy.ones((5, 5), numpy.uint8)) > 0
    ink = float(numpy.percentile(red[strong], 25))  # how bright the seal is in the red channel
    cleared = numpy.where(tinted, _stretched(red, ink), grey)
    even = _even(numpy.where(fringe & (red > ink - _LIGHTER), numpy.uint8(255), cleared))
    return Ink(text=even, ruled=even, seal=fringe.astype(numpy.uint8) * 255)


def _stretched(channel: Any, ink: float) -> Any:
    """What is as bright as the seal's ink made white, what is much darker kept black."""
    import numpy

    bright = max(ink - _LIGHTER, 70.0)
    dark = max(bright - 50, 20.0)
    return numpy.clip((channel - dark) * (255 / (bright - dark)), 0, 255).astype(numpy.uint8)


def _without_grey_seal(grey: Any) -> Ink:
    """An even grey page without round seals that were scanned grey."""
    import cv2
    import numpy

    seal = numpy.zeros_like(grey)
    strokes = black(grey)
    shades = []
    for x, y, radius in circles.circles(strokes):
        cv2.circle(seal, (x, y), radius + 8, 255, -1)
        shades.append(circles.shade(grey, strokes, x, y, radius))
    if not shades:
        return Ink(text=grey, ruled=grey)
    if min(shades) < _GREY:  # as dark as the print: nothing tells them apart
        return Ink(text=grey, ruled=grey, seal=seal)
    cleared = numpy.where(seal > 0, _stretched(grey.astype(numpy.int16), min(shades)), grey)
    return Ink(text=cleared, ruled=grey, seal=seal)


def black(grey: Any) -> Any:
    """Dark strokes of an even grey picture as 255, paper as 0."""
    import cv2

    return cv2.adaptiveThreshold(255 - grey, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY, 31, -18)


def _even(grey: Any) -> Any:
    """Uneven light and a yellowed sheet made white."""
    import cv2
    import numpy

    small = cv2.resize(grey, None, fx=0.125, fy=0.125, interpolation=cv2.INTER_AREA)
    paper = cv2.medianBlur(cv2.dilate(small, cv2.getStructuringElement(cv2.MORPH_RECT, (5, 5))), 21)
    paper = cv2.resize(paper, (grey.shape[1], grey.shape[0]), interpolation=cv2.INTER_LINEAR)
    return cv2.divide(grey, numpy.maximum(paper, 60), scale=255)
