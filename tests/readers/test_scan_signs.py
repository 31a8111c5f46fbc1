"""Signs that stand alone on a scan, told by their shape; no other character is taken for one."""

from __future__ import annotations

import subprocess
from functools import cache
from itertools import product

import pytest

pytestmark = pytest.mark.ocr
numpy = pytest.importorskip("numpy")
pytest.importorskip("cv2")
signs = pytest.importorskip("extractors.readers.scan.signs")

FONTS = ("sans:lang=zh-cn", "serif:lang=zh-cn")
SIZES = (24, 28, 34)  # pixels: 9 to 12 points at 200 dpi
MEANT = {"=": "=", "＝": "=", "═": "=", "≥": "≥", "≧": "≥", "≤": "≤", "≦": "≤", ">": ">", "<": "<", "/": "/"}
OTHERS = (
    "0123456789ABDEFGKLMTXZabdefghkltxz%.,+-±×√○:;?!()[]—、。，一二三四五六七八九十人是否无有个家元口工日目"
    "土士王万千百上下大小干丁了力刀又厂广之乙入几卜令分合良好优中年月次项套台米户名"
)


@cache
def font_file(name: str) -> str:
    found = subprocess.run(["fc-match", "-f", "%{file}", name], check=True, capture_output=True, text=True)
    return found.stdout


def strokes(character: str, font: str, size: int) -> object:
    """A printed character as the page's strokes show it, with a scanner's blur and grain."""
    from PIL import Image, ImageDraw, ImageFilter, ImageFont

    from extractors.readers.scan import ink

    paper = Image.new("L", (120, 120), 255)
    pen = ImageDraw.Draw(paper)
    pen.text((40, 40), character, font=ImageFont.truetype(font_file(font), size), fill=0)
    pixels = numpy.asarray(paper.filter(ImageFilter.GaussianBlur(0.7)), float)
    grain = numpy.random.default_rng(1).normal(0, 5, pixels.shape)
    black = ink.black(numpy.clip(pixels + grain, 0, 255).astype(numpy.uint8))
    rows, columns = numpy.nonzero(black)
    return numpy.ascontiguousarray(black[rows.min() : rows.max() + 1, columns.min() : columns.max() + 1])


@pytest.mark.parametrize("character", MEANT)
def test_a_sign_alone(character: str) -> None:
    seen = {signs.sign(strokes(character, font, size)) for font, size in product(FONTS, SIZES)}
    assert seen <= {MEANT[character], None}
    if character != "═":  # its bars run into one in that type
        assert signs.sign(strokes(character, FONTS[0], 28)) == MEANT[character]


def test_no_other_character_is_a_sign() -> None:
    taken = {
        (character, sign)
        for character, font, size in product(OTHERS, FONTS, SIZES)
        if (sign := signs.sign(strokes(character, font, size)))
    }
    assert taken == set()


def test_nothing_is_no_sign() -> None:
    assert signs.sign(numpy.zeros((20, 20), numpy.uint8)) is None


def test_a_dash_alone() -> None:
    serif = FONTS[1]
    assert {c for c in "—-" for size in SIZES if signs.is_dash(strokes(c, serif, size), size)} == set("—-")
    assert not any(signs.is_dash(strokes("一", serif, size), size) for size in SIZES)
    others = [
        c for c in OTHERS if c not in "—-一" for font in FONTS if signs.is_dash(strokes(c, font, 28), 28)
    ]
    assert others == []


def test_dashes_by_their_length() -> None:
    assert [signs.dash(width, 28) for width in (10, 26, 54)] == ["-", "—", "——"]
