"""Makes a page picture black on white: paper evened out, the red seal removed.

Red ink is bright in the red channel, printing under it stays dark there. So where a pixel is
reddish, only what is much darker than the seal's own ink is kept.
"""

from __future__ import annotations

from typing import Any

_REDDISH = 32  # red above the other channels, of 255
_SEAL = 1500  # pixels of strong red that make a seal worth the trouble


def plain(picture: Any) -> tuple[Any, Any]:
    """A picture (height, width, 3: BGR; or grey) -> even grey, text dark on white; the mask of red ink.

    The mask is None where there is no seal.
    """
    import cv2
    import numpy

    if picture.ndim == 2 or picture.shape[2] == 1:
        return _even(picture.reshape(picture.shape[:2])), None
    blue, green, red = (channel.astype(numpy.int16) for channel in cv2.split(picture[..., :3]))
    above = red - numpy.maximum(blue, green)
    strong = above > 2 * _REDDISH
    grey = cv2.cvtColor(picture[..., :3], cv2.COLOR_BGR2GRAY)
    if int(strong.sum()) < _SEAL:
        return _even(grey), None
    tinted = above > _REDDISH * 0.75
    fringe = cv2.dilate(tinted.astype(numpy.uint8), numpy.ones((5, 5), numpy.uint8)) > 0
    ink = float(numpy.percentile(red[strong], 25))  # how bright the seal is in the red channel
    bright = max(ink - 12, 90.0)
    dark = max(bright - 50, 30.0)
    stretched = numpy.clip((red - dark) * (255 / (bright - dark)), 0, 255).astype(numpy.uint8)
    grey = numpy.where(tinted, stretched, grey)
    even = _even(numpy.where(fringe & (red > bright), numpy.uint8(255), grey))
    return even, fringe.astype(numpy.uint8) * 255


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
