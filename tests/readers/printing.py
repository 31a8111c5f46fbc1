"""Writes small PDF files by hand, so that tests know every line and letter in them.

Lengths in points, y downwards from the top. Text uses the predefined font STSong-Light without
embedding it: every Chinese character is one size wide, every Latin one half of it.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence

A4 = (595.0, 842.0)


class Paper:
    """One page that is being printed."""

    def __init__(self, width: float = A4[0], height: float = A4[1], rotate: int = 0) -> None:
        self.width, self.height, self.rotate = width, height, rotate
        self.marks: list[str] = []
        self.image: tuple[bytes, int, int] | None = None

    def text(
        self, x: float, y: float, text: str, size: float = 10, mode: int = 0, matrix: str = "1 0 0 1"
    ) -> None:
        """Text whose upper left corner is at x, y."""
        codes = text.encode("utf-16-be").hex()
        place = f"{matrix} {x:.2f} {self.height - y - 0.86 * size:.2f} Tm"
        self.marks.append(f"BT /F {size} Tf {mode} Tr {place} <{codes}> Tj ET")

    def lines(self, x: float, y: float, texts: Sequence[str], size: float = 10, step: float = 1.5) -> None:
        """Lines of text below each other."""
        for number, text in enumerate(texts):
            self.text(x, y + number * step * size, text, size)

    def line(self, x0: float, y0: float, x1: float, y1: float, width: float = 0.5, dash: str = "[]") -> None:
        """A stroke."""
        up = self.height
        self.marks.append(f"q {width} w {dash} 0 d {x0} {up - y0} m {x1} {up - y1} l S Q")

    def bar(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """A filled rectangle."""
        self.marks.append(f"{x0} {self.height - y1} {x1 - x0} {y1 - y0} re f")

    def box(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """The outline of a rectangle, drawn in one stroke."""
        self.marks.append(f"{x0} {self.height - y1} {x1 - x0} {y1 - y0} re S")

    def grid(self, xs: Sequence[float], ys: Sequence[float]) -> None:
        """Rules for a plain table."""
        for y in ys:
            self.line(xs[0], y, xs[-1], y)
        for x in xs:
            self.line(x, ys[0], x, ys[-1])

    def fill(
        self, xs: Sequence[float], ys: Sequence[float], rows: Sequence[Sequence[str]], size: float = 10
    ) -> None:
        """Texts of a table's cells; a newline begins another line."""
        for top, row in zip(ys, rows, strict=False):
            for left, text in zip(xs, row, strict=False):
                self.lines(left + 5.5, top + 4, text.split("\n") if text else [], size, 1.2)

    def table(
        self, xs: Sequence[float], ys: Sequence[float], rows: Sequence[Sequence[str]], size: float = 10
    ) -> None:
        """Rules and texts of a plain table."""
        self.grid(xs, ys)
        self.fill(xs, ys, rows, size)

    def picture(self, pixels: bytes, width: int, height: int) -> None:
        """A grey picture over the whole page."""
        self.image = (pixels, width, height)
        self.marks.append(f"q {self.width} 0 0 {self.height} 0 0 cm /I Do Q")


def pdf(papers: Sequence[Paper], encrypt: bool = False) -> bytes:
    """The file. `encrypt`: as if behind a password that nobody knows."""
    bodies = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"",
        b"<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[4 0 R]>>",
        b"<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/DW 1000/W[1 95 500]"
        b"/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/FontDescriptor 5 0 R>>",
        b"<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0"
        b"/Ascent 880/Descent -120/CapHeight 880/StemV 93>>",
    ]
    kids = []
    for paper in papers:
        resources = "/Font<</F 3 0 R>>"
        if paper.image:
            pixels, width, height = paper.image
            bodies.append(
                _stream(
                    zlib.compress(pixels),
                    f"/Type/XObject/Subtype/Image/Width {width}/Height {height}"
                    "/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/FlateDecode",
                )
            )
            resources += f"/XObject<</I {len(bodies)} 0 R>>"
        bodies.append(_stream("\n".join(paper.marks).encode("ascii"), ""))
        box = f"/MediaBox[0 0 {paper.width} {paper.height}]/Rotate {paper.rotate}"
        bodies.append(
            f"<</Type/Page/Parent 2 0 R{box}/Resources<<{resources}>>/Contents {len(bodies)} 0 R>>".encode()
        )
        kids.append(f"{len(bodies)} 0 R")
    bodies[1] = f"<</Type/Pages/Kids[{' '.join(kids)}]/Count {len(kids)}>>".encode()
    locked = ""
    if encrypt:
        bodies.append(b"<</Filter/Standard/V 1/R 2/P -44/O<%s>/U<%s>>>" % (b"a1" * 32, b"b2" * 32))
        locked = f"/Encrypt {len(bodies)} 0 R/ID[<00><00>]"
    return _file(bodies, locked)


def _stream(data: bytes, entries: str) -> bytes:
    return f"<<{entries}/Length {len(data)}>>stream\n".encode() + data + b"\nendstream"


def _file(bodies: Sequence[bytes], trailer: str) -> bytes:
    out = bytearray(b"%PDF-1.6\n")
    places = []
    for number, body in enumerate(bodies, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(bodies) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += f"trailer<</Size {len(bodies) + 1}/Root 1 0 R{trailer}>>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)
