"""Saves one document in the other formats that offices send, for corpora built at test time.

`office` turns documents into doc, docx, rtf, html, odt or pdf through LibreOffice, a whole batch in one
start; `browsed` prints HTML pages from Chromium; `scan` turns a PDF into what a scanner makes of it.
Use: `from tests.rendering import office, scan`.
"""

from __future__ import annotations

import io
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

import msgspec

FILTERS = {
    "doc": "doc:MS Word 97",
    "docx": "docx:MS Word 2007 XML",
    "rtf": "rtf:Rich Text Format",
    "html": "html:HTML (StarWriter)",
    "odt": "odt:writer8",
    "pdf": "pdf",
}


def has_office() -> bool:
    """Whether LibreOffice is on the path."""
    return shutil.which("soffice") is not None


def office(sources: Sequence[Path], target: str, folder: Path, timeout: float = 240) -> list[Path]:
    """Convert `sources` to `target` (a key of FILTERS) in `folder`; paths in the order of the sources.

    One LibreOffice start for all of them, with a profile of its own, so that runs do not meet.
    Raises FileNotFoundError where a file did not come out (LibreOffice returns 0 even then).
    """
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as profile:
        command = ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--norestore"]
        command += ["--convert-to", FILTERS[target], "--outdir", str(folder), *map(str, sources)]
        subprocess.run(
            command,
            check=True,
            timeout=timeout,
            capture_output=True,
        )
    made = [folder / f"{source.stem}.{target}" for source in sources]
    for path in made:
        if not path.exists():
            raise FileNotFoundError(path)
    return made


def browser() -> str | None:
    """Where Chromium is, if it is on the path."""
    return shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


def browsed(pages: Sequence[str]) -> list[bytes]:
    """HTML pages as Chromium prints them to PDF, with their backgrounds, on the paper that they ask for."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=browser(), args=["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
        )
        page = started.new_page()
        made = []
        for html in pages:
            page.set_content(html)
            made.append(page.pdf(prefer_css_page_size=True, print_background=True))
        started.close()
    return made


class Scanner(msgspec.Struct, frozen=True, kw_only=True):
    """How a scanner spoils a page. The defaults are an everyday office scan."""

    dpi: int = 200
    skew: float = 0.5  # degrees, counter-clockwise
    turn: int = 0  # quarter turns of the sheet, clockwise
    noise: float = 4.0  # standard deviation of the grain, of 255
    blur: float = 0.6  # pixels
    jpeg: int = 80  # quality
    shade: float = 0.04  # how much darker the lower right corner is
    gray: bool = False
    seal: tuple[float, float] | None = None  # centre of a red seal, as shares of width, height
    seal_text: str = "临江市云溪区水利局"
    seal_pages: tuple[int, ...] = (1,)
    seed: int = 7


EVERYDAY = Scanner()


def scan(pdf: bytes, scanner: Scanner = EVERYDAY) -> bytes:
    """The PDF as a scanner would deliver it: one JPEG a page, no text layer."""
    import pypdfium2 as pdfium

    pages = scan_images(pdf, scanner)
    out = pdfium.PdfDocument.new()
    for jpeg in pages:
        image = pdfium.PdfImage.new(out)
        image.load_jpeg(io.BytesIO(jpeg), inline=True)
        width, height = (side * 72 / scanner.dpi for side in image.get_px_size())
        image.set_matrix(pdfium.PdfMatrix().scale(width, height))
        page = out.new_page(width, height)
        page.insert_obj(image)
        page.gen_content()
    buffer = io.BytesIO()
    out.save(buffer)
    out.close()
    return buffer.getvalue()


def scan_images(pdf: bytes, scanner: Scanner = EVERYDAY) -> list[bytes]:
    """The pages as spoiled JPEG images."""
    import pypdfium2 as pdfium

    document = pdfium.PdfDocument(pdf)
    images = []
    for number, page in enumerate(document, 1):
        picture = page.render(scale=scanner.dpi / 72).to_pil().convert("RGB")
        images.append(_spoil(picture, number, scanner))
    document.close()
    return images


def _spoil(picture, number: int, scanner: Scanner) -> bytes:  # type: ignore[no-untyped-def]
    """One page image -> JPEG bytes."""
    import numpy
    from PIL import Image, ImageFilter

    if scanner.seal and number in scanner.seal_pages:
        picture = _stamp(picture, scanner)
    picture = picture.rotate(scanner.skew, Image.Resampling.BICUBIC, fillcolor="white")
    picture = picture.rotate(-90 * scanner.turn, expand=True).filter(ImageFilter.GaussianBlur(scanner.blur))
    pixels = numpy.asarray(picture, dtype=numpy.float32)
    height, width = pixels.shape[:2]
    grain = numpy.random.default_rng(scanner.seed * 1000 + number).normal(
        0, scanner.noise, (height, width, 1)
    )
    slope = numpy.linspace(0, 1, height)[:, None] + numpy.linspace(0, 1, width)[None, :]
    pixels = (pixels + grain) * (1 - scanner.shade * slope[..., None] / 2)
    spoiled = Image.fromarray(numpy.clip(pixels, 0, 255).astype(numpy.uint8))
    if scanner.gray:
        spoiled = spoiled.convert("L")
    buffer = io.BytesIO()
    spoiled.save(buffer, "JPEG", quality=scanner.jpeg, dpi=(scanner.dpi, scanner.dpi))
    return buffer.getvalue()


def _stamp(picture, scanner: Scanner):  # type: ignore[no-untyped-def]
    """A red office seal, 4 cm across: ring, star, the unit's name bent around it."""
    import math

    from PIL import Image, ImageChops, ImageDraw, ImageFont

    radius = round(scanner.dpi / 2.54 * 2)
    ink = Image.new("RGB", (2 * radius, 2 * radius), "white")
    pen = ImageDraw.Draw(ink)
    red = (214, 40, 46)
    edge = max(3, radius // 25)
    pen.ellipse((edge, edge, 2 * radius - edge, 2 * radius - edge), outline=red, width=edge)
    points = [
        (radius + r * math.sin(a), radius - r * math.cos(a))
        for k in range(10)
        for a, r in [(math.pi * k / 5, radius * (0.3 if k % 2 == 0 else 0.12))]
    ]
    pen.polygon(points, fill=red)
    font = ImageFont.truetype(_font(), round(radius * 0.26))
    count = len(scanner.seal_text)
    for index, character in enumerate(scanner.seal_text):
        angle = (index - (count - 1) / 2) * 250 / max(count, 8)
        tile = Image.new("RGB", (2 * radius, 2 * radius), "white")
        ImageDraw.Draw(tile).text((radius, radius * 0.3), character, fill=red, font=font, anchor="mm")
        ink = ImageChops.multiply(ink, tile.rotate(-angle, fillcolor="white"))
    x, y = round(scanner.seal[0] * picture.width), round(scanner.seal[1] * picture.height)  # type: ignore[index]
    layer = Image.new("RGB", picture.size, "white")
    layer.paste(ink, (x - radius, y - radius))
    return ImageChops.multiply(picture, layer)


def _font() -> str:
    """A font file with Chinese characters."""
    found = subprocess.run(
        ["fc-match", "-f", "%{file}", "sans:lang=zh-cn"], check=True, capture_output=True, text=True
    )
    return found.stdout
