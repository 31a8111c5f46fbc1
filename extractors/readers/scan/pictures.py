"""Decodes picture files into page pictures of a known resolution."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from extractors.document import Limits, Rejected

_DPI = 200.0  # as pages are recognised
_LONG = (500.0, 1300.0)  # points: the longer side of A5 to A3
_A4 = 842.0
_PIXELS = 16e6  # what is recognised at most
_DECODED = 300e6  # what is decoded at most
_SMALL = 60  # pixels: an icon, a line


def pictures(data: bytes, limits: Limits) -> Iterator[tuple[Any, float]]:
    """Each page of a picture file: BGR pixels, and dots an inch; raises Rejected."""
    import warnings

    from PIL import Image, ImageOps, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(data)) as picture:
                count = getattr(picture, "n_frames", 1)
                if count > limits.pages:
                    raise Rejected(
                        "too-large", f"图片有 {count} 页，超过 {limits.pages} 页，未读；请拆分后重新报送。"
                    )
                for index in range(count if picture.format != "GIF" else 1):
                    picture.seek(index)
                    _check(picture.size)
                    yield _page(ImageOps.exif_transpose(picture), picture.info.get("dpi"))
    except Image.DecompressionBombError as fault:
        raise Rejected("too-large", "图片尺寸过大，未读；请按 A4、300 dpi 以内重新扫描。") from fault
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError) as fault:
        raise Rejected("damaged", "图片已损坏或不完整，请重新扫描后报送。") from fault


def _check(size: tuple[int, int]) -> None:
    if size[0] * size[1] > _DECODED:
        raise Rejected("too-large", "图片尺寸过大，未读；请按 A4、300 dpi 以内重新扫描。")
    if min(size) < _SMALL:
        raise Rejected("empty", "图片太小，看不出文字；请重新扫描后报送。")


def _page(picture: Any, dots: Any) -> tuple[Any, float]:
    """White paper under what is transparent, scaled to the resolution of recognition."""
    import numpy
    from PIL import Image

    if "A" in picture.getbands() or "transparency" in picture.info:
        clear = picture.convert("RGBA")
        paper = Image.new("RGBA", clear.size, "white")
        picture = Image.alpha_composite(paper, clear)
    picture = picture.convert("RGB")
    dpi = _resolution(picture.size, dots)
    wanted = min(_DPI, dpi * (_PIXELS / (picture.width * picture.height)) ** 0.5)
    if not 0.9 < wanted / dpi < 1.1:
        size = (round(picture.width * wanted / dpi), round(picture.height * wanted / dpi))
        picture = picture.resize(size, Image.Resampling.LANCZOS if wanted < dpi else Image.Resampling.BICUBIC)
        dpi = wanted
    return numpy.ascontiguousarray(numpy.asarray(picture)[..., ::-1]), dpi


def _resolution(size: tuple[int, int], dots: Any) -> float:
    """Dots an inch: what the file says, if the sheet is then of a usual size; else as of an A4 sheet."""
    try:
        stated = float(dots[0])
    except (TypeError, ValueError, IndexError, ZeroDivisionError):
        stated = 0.0
    if stated > 0 and _LONG[0] <= max(size) * 72 / stated <= _LONG[1]:
        return stated
    return max(size) * 72 / _A4
