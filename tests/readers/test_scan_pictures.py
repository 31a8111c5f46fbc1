"""Scans before recognition: paper, skew, seals, rules."""

from __future__ import annotations

import io
import itertools

import pytest

from extractors.document import Limits, Rejected
from extractors.readers.pages.grid import grids
from tests.readers.printing import Paper, pdf
from tests.rendering import Scanner, scan_images

pytestmark = pytest.mark.ocr
numpy = pytest.importorskip("numpy")
cv2 = pytest.importorskip("cv2")
ink = pytest.importorskip("extractors.readers.scan.ink")

XS = [60, 160, 300, 420, 535]
YS = [100, 130, 150, 220, 250, 300]


def picture(scanner: Scanner, paper: Paper | None = None) -> object:
    paper = paper or form()
    jpeg = scan_images(pdf([paper]), scanner)[0]
    return cv2.imdecode(numpy.frombuffer(jpeg, numpy.uint8), cv2.IMREAD_COLOR)


def form() -> Paper:
    paper = Paper()
    paper.table(
        XS,
        YS,
        [["三级指标", "年度指标值", "全年完成值", "得分"]]
        + [["清淤渠道长度", "≥8公里", "8.5公里", "10"]] * 4,
    )
    return paper


@pytest.mark.parametrize("angle", [-3.0, -0.7, 0.0, 0.4, 2.5])
def test_skew_is_measured(angle: float) -> None:
    from extractors.readers.scan import straightening

    page = ink.plain(picture(Scanner(skew=angle)))
    assert straightening.skew(ink.black(page.ruled)) == pytest.approx(-angle, abs=0.11)


@pytest.mark.parametrize("grey", [False, True])
def test_the_seal_goes_and_the_print_under_it_stays(grey: bool) -> None:
    clean = ink.plain(picture(Scanner(skew=0, noise=2, gray=grey)))
    sealed = ink.plain(picture(Scanner(skew=0, noise=2, gray=grey, seal=(0.45, 0.22))))
    before, after = ink.black(clean.text) > 0, ink.black(sealed.text) > 0
    near = cv2.dilate(before.astype(numpy.uint8), numpy.ones((5, 5), numpy.uint8)) > 0
    assert clean.seal is None
    assert sealed.seal is not None
    assert (after & ~near).sum() < 0.02 * before.sum()  # what the seal leaves behind
    kept = cv2.dilate(after.astype(numpy.uint8), numpy.ones((5, 5), numpy.uint8)) > 0
    assert (before & ~kept).sum() < 0.12 * before.sum()  # what went with it, rules under it included


@pytest.mark.parametrize(
    "scanner",
    [
        Scanner(skew=1.5),
        Scanner(skew=-0.4, dpi=150, jpeg=50, noise=8),
        Scanner(skew=0.3, seal=(0.5, 0.2)),
        Scanner(skew=0.3, seal=(0.5, 0.2), gray=True),
    ],
)
def test_every_rule_is_found_and_no_stroke_is_taken_for_one(scanner: Scanner) -> None:
    from extractors.readers.pages.geometry import Rule
    from extractors.readers.scan import rulings, straightening

    page = ink.plain(picture(scanner))
    angle = straightening.skew(ink.black(page.ruled))
    level = straightening.straighten(page.ruled, angle)
    seal = None if page.seal is None else straightening.straighten(page.seal, angle, 0)
    found = rulings.rulings(ink.black(level), scanner.dpi, seal)
    scale = 72 / scanner.dpi
    across, down = (
        [Rule(r.at * scale, r.start * scale, r.end * scale) for r in rules]
        for rules in (found.across, found.down)
    )
    (grid,) = grids(across, down)
    assert (len(grid.cells), grid.regular) == (20, True)
    widths = [b - a for a, b in zip(grid.xs, grid.xs[1:], strict=False)]
    assert widths == pytest.approx([b - a for a, b in itertools.pairwise(XS)], abs=1.5)


def test_pictures_are_brought_to_one_resolution() -> None:
    from PIL import Image

    from extractors.readers.scan.pictures import pictures

    buffer = io.BytesIO()
    Image.new("L", (2480, 3508), 255).save(buffer, "PNG", dpi=(300, 300))
    ((pixels, dpi),) = pictures(buffer.getvalue(), Limits())
    assert (pixels.shape, dpi) == ((2339, 1653, 3), 200.0)


def test_a_picture_without_a_resolution_is_taken_for_a_sheet() -> None:
    from PIL import Image

    from extractors.readers.scan.pictures import pictures

    buffer = io.BytesIO()
    Image.new("RGB", (1240, 1754), "white").save(buffer, "BMP")
    ((_, dpi),) = pictures(buffer.getvalue(), Limits())
    assert dpi == pytest.approx(200.0, abs=0.1)


def test_what_is_transparent_is_paper() -> None:
    from PIL import Image

    from extractors.readers.scan.pictures import pictures

    buffer = io.BytesIO()
    Image.new("RGBA", (800, 1131), (0, 0, 0, 0)).save(buffer, "PNG")
    ((pixels, _),) = pictures(buffer.getvalue(), Limits())
    assert pixels.min() == 255


@pytest.mark.parametrize(("data", "code"), [(b"\x89PNG\r\n\x1a\n broken", "damaged"), (b"BM", "damaged")])
def test_a_damaged_picture_is_said(data: bytes, code: str) -> None:
    from extractors.readers.scan.pictures import pictures

    with pytest.raises(Rejected) as refused:
        list(pictures(data, Limits()))
    assert refused.value.code == code


def test_too_many_pages_are_not_read() -> None:
    from PIL import Image

    from extractors.readers.scan.pictures import pictures

    sheet = Image.new("L", (800, 1131), 255)
    buffer = io.BytesIO()
    sheet.save(buffer, "TIFF", save_all=True, append_images=[sheet, sheet])
    with pytest.raises(Rejected) as refused:
        list(pictures(buffer.getvalue(), Limits(pages=2)))
    assert refused.value.code == "too-large"


@pytest.mark.parametrize("gap", [0, 4])
def test_a_stroke_in_line_with_a_rule_is_none(gap: int) -> None:
    """A rule ends at the last but one; below it the stroke of a character goes on in its line, nearly to the last."""
    from extractors.readers.scan import rulings

    strokes = numpy.zeros((300, 600), numpy.uint8)
    for y in (50, 150, 190, 230):
        cv2.line(strokes, (50, y), (550, y), 255, 2)
    for x in (50, 550):
        cv2.line(strokes, (x, 50), (x, 230), 255, 2)
    cv2.line(strokes, (300, 50), (300, 190 - gap), 255, 2)
    if gap:
        strokes[152:154, 290:310] = 0  # a hair of white below the rule
        strokes[160:180, 288:297] = strokes[160:180, 303:312] = 255
    found = rulings.rulings(strokes, 200)
    ends = {round(rule.end, -1) for rule in found.down if abs(rule.at - 300) < 5}
    assert ends == {150 if gap else 190}


def test_the_bars_of_a_character_stay_together_in_a_narrow_column() -> None:
    """Detection may draw one box around characters below each other: 二 and 级 are two lines, not three."""
    from extractors.readers.pages.geometry import Box
    from extractors.readers.scan import fitting

    strokes = numpy.zeros((130, 60), numpy.uint8)
    strokes[12:16, 18:40] = strokes[30:34, 14:44] = 255  # 二
    strokes[44:72, 14:44] = strokes[80:108, 14:44] = 255
    found = fitting.fit([Box(5, 0, 55, 115), *(Box(0, 0, 40, 42) for _ in range(2))], [], strokes)
    tops = sorted({tight.y0 for each in found if (tight := fitting.tight(each.box, strokes))})
    assert tops == [12, 44, 80]
