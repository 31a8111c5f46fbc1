"""Read the corpus as doc, PDF, scan: `python -m corpus.rendered [LAYOUT ...] [--format doc,pdf,web,scan]`."""

from __future__ import annotations

import argparse
import hashlib
import random
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

from corpus.floors import FLOORS, every_layout, load, raised, shares, written
from corpus.layouts.truth import Drawn
from corpus.reading import summed_up
from corpus.scoring import Score, score
from corpus.writing.docx import write_docx
from corpus.writing.web import write_web
from extractors.extract import extract
from extractors.reading import read
from tests.rendering import Scanner, browsed, office, scan

Made = dict[str, list[tuple[Drawn, bytes]]]  # layout -> its documents with their bytes in one format


def rendered(names: Iterable[str], form: str, seeds: Iterable[int]) -> Made:
    """The layouts as LibreOffice makes them, all in one start; a scan is a spoiled picture of the PDF.

    `web` is the PDF that Chromium prints of an HTML page, each in a style of its own. Needs LibreOffice,
    or Chromium, on the path.
    """
    drawn = {f"{name}-{seed}": (name, every_layout()[name](seed)) for name in names for seed in seeds}
    made: Made = {}
    if form == "web":
        pages = browsed([write_web(what.document, stem) for stem, (_, what) in drawn.items()])
        for (name, what), data in zip(drawn.values(), pages, strict=True):
            made.setdefault(name, []).append((what, data))
        return made
    with tempfile.TemporaryDirectory() as folder:
        sources = [Path(folder) / f"{stem}.docx" for stem in drawn]
        for source, (_, what) in zip(sources, drawn.values(), strict=True):
            source.write_bytes(write_docx(what.document))
        paths = office(sources, "pdf" if form == "scan" else form, Path(folder) / "made", timeout=1800)
        for path, (name, what) in zip(paths, drawn.values(), strict=True):
            data = path.read_bytes()
            made.setdefault(name, []).append(
                (what, scan(data, scanner(path.stem)) if form == "scan" else data)
            )
    return made


def scanner(name: str) -> Scanner:
    """How a document is scanned: at 200 dpi, a little askew, with grain and a red seal, each its own way."""
    draw = random.Random(name)
    return Scanner(
        skew=draw.choice((-1.1, -0.8, -0.5, 0.4, 0.6, 0.9)),
        noise=draw.uniform(3.0, 6.0),
        jpeg=draw.randint(70, 85),
        seal=(draw.uniform(0.25, 0.75), draw.uniform(0.2, 0.65)),
        seed=draw.randrange(1000),
    )


def read_back(pairs: Iterable[tuple[Drawn, bytes]], form: str) -> Score:
    """Read each of the documents, compare."""
    total = Score()
    for number, (drawn, data) in enumerate(pairs):
        path = f"{number}.{'doc' if form == 'doc' else 'pdf'}"
        total.add(score(drawn, extract(read(data, path), hashlib.sha256(data).hexdigest(), path)))
    return total


def main() -> None:
    """Print a line a layout and format; --write raises the floors of layouts that have one."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("layouts", nargs="*")
    parser.add_argument("--format", default="doc,pdf")
    parser.add_argument("--seeds", type=int, default=2)
    parser.add_argument("--wrong", action="store_true")
    parser.add_argument("--write", action="store_true")
    chosen = parser.parse_args()
    for form in chosen.format.split(","):
        everything = Score()
        for name, pairs in rendered(chosen.layouts or every_layout(), form, range(chosen.seeds)).items():
            began = time.monotonic()
            got = read_back(pairs, form)
            print(f"{name:22} {form:5}", summed_up(got), f"{time.monotonic() - began:.1f} s", flush=True)
            if chosen.wrong:
                print(*(f"    {line}" for line in got.wrong[:40]), sep="\n")
            everything.add(got)
            if chosen.write:
                floors = load()  # only now: others may have raised theirs
                print(*raised(floors, "rendered", name, {form: shares(got)}), sep="\n")
                FLOORS.write_text(written(floors), encoding="utf-8")
        print(f"{'all':22} {form:5}", summed_up(everything))


if __name__ == "__main__":
    main()
