"""Makes a page picture black on white: paper evened out, the red seal removed.

Red ink is bright in the red channel, printing under it stays dark there. So where a pixel is
reddish, only what is much darker than the seal's own ink is kept.
"""

from __future__ import annotations

from typing import Any

import msgspec

_REDDISH = 32  # red above the other channels, of 255
_LIGHTER = 12  # how much darker than its usual shade the ink may be
_GREY = (75, 190)  # shades of a seal that was scanned grey
_ROUND = (220, 460)  # pixels across a round seal, 2.8 to 5.8 cm
_APART = 61  # pixels between its strokes
_BROAD = 300  # pixels of broad strokes in such a shade that make a seal
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
    """An even grey page without round seals that were scanned grey: broad strokes of one middle shade."""
    import cv2
    import numpy

    broad = cv2.erode(black(grey), numpy.ones((5, 5), numpy.uint8)) > 0
    seeds = (broad & (grey > _GREY[0]) & (grey < _GREY[1])).astype(numpy.uint8)
    if int(seeds.sum()) < _BROAD:
        return Ink(text=grey, ruled=grey)
    seal = numpy.zeros_like(grey)
    near = cv2.dilate(seeds, numpy.ones((_APART, _APART), numpy.uint8))
    _, labels, stats, _ = cv2.connectedComponentsWithStats(near, connectivity=8)
    for index, (x, y, width, height, _) in enumerate(stats[1:].tolist(), 1):
        size = (width - _APART, height - _APART)
        inside = seeds[labels == index].sum()
        if inside > _BROAD and _ROUND[0] < min(size) and max(size) < min(_ROUND[1], 1.3 * min(size)):
            centre = x + width // 2, y + height // 2
            cv2.ellipse(seal, centre, (size[0] // 2 + 8, size[1] // 2 + 8), 0, 0, 360, 255, -1)
    if not seal.any():
        return Ink(text=grey, ruled=grey)
    ink = float(numpy.percentile(grey[(seeds > 0) & (seal > 0)], 25))
    cleared = numpy.where(seal > 0, _stretched(grey.astype(numpy.int16), ink), grey)
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
