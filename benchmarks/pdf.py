"""Printed PDF side by side: the floor, our reader, pdfplumber, on one corpus in one run.

    python benchmarks/pdf.py                 # the project's layouts, printed by LibreOffice
    python benchmarks/pdf.py FOLDER          # a folder of NAME.docx beside NAME.pdf

Right is what the .docx of the same name reads as: the share of its cells that have a text (white
space aside) which stand in a table of the PDF with the same text, each counted once.
"""

from __future__ import annotations

import argparse
import io
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from extractors.document import Table
from extractors.readers import pdf as reader
from extractors.reading import read

ROUNDS = 3


def ours(data: bytes) -> Counter[str]:
    """Every cell once."""
    blocks = reader.read(data).blocks
    return filled(cell.text for block in blocks if isinstance(block, Table) for cell in block.cells)


def pdfplumber_alone(data: bytes) -> Counter[str]:
    """What `extract_tables` gives; None stands for a part of a merged cell."""
    import pdfplumber

    found: Counter[str] = Counter()
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        for page in pdf.pages:
            for table in page.extract_tables():
                found += filled(text for row in table for text in row if text)
            page.close()
    return found


def floor(data: bytes) -> Counter[str]:
    """Text extraction alone."""
    import pypdfium2 as pdfium

    pdf = pdfium.PdfDocument(data)
    for page in pdf:
        page.get_textpage().get_text_range()
    pdf.close()
    return Counter()


def filled(texts: Iterable[str]) -> Counter[str]:
    """Texts without white space, empty ones left out."""
    return Counter(bare for text in texts if (bare := "".join(text.split())))


def corpus(folder: Path) -> None:
    """Draws every layout twice and prints it."""
    from corpus.reading import layouts
    from corpus.writing import WRITERS
    from tests.rendering import office

    sources = []
    for name, layout in {**layouts(), **layouts("kept_out")}.items():
        for seed in range(2):
            source = folder / f"{name}-{seed}.docx"
            source.write_bytes(WRITERS["docx"](layout(seed).document))
            sources.append(source)
    for start in range(0, len(sources), 40):
        office(sources[start : start + 40], "pdf", folder)


def pairs(folder: Path) -> Iterator[tuple[bytes, Counter[str]]]:
    """PDF bytes and the cells that they should give."""
    for source in sorted(folder.glob("*.docx")):
        printed = source.with_suffix(".pdf")
        if printed.exists():
            blocks = read(source.read_bytes(), source.name).blocks
            cells = (cell.text for block in blocks if isinstance(block, Table) for cell in block.cells)
            yield printed.read_bytes(), filled(cells)


def measure(name: str, way: Callable[[bytes], Counter[str]], files: list[tuple[bytes, Counter[str]]]) -> None:
    """One line: processor time a file, best of some rounds; cells found."""
    best = float("inf")
    for _ in range(ROUNDS):
        begin = time.process_time()
        found = [way(data) for data, _ in files]
        best = min(best, time.process_time() - begin)
    right = sum((got & meant).total() for got, (_, meant) in zip(found, files, strict=True))
    whole = sum(meant.total() for _, meant in files)
    print(f"{name:12} {best / len(files) * 1000:8.1f} ms/file   cells {right}/{whole} = {right / whole:.4f}")


def main() -> None:
    """Print a line for each way."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        folder = chosen.folder or Path(made)
        if chosen.folder is None:
            corpus(folder)
        files = list(pairs(folder))
        print(f"{len(files)} files")
        for name, way in (("text only", floor), ("hedui", ours), ("pdfplumber", pdfplumber_alone)):
            measure(name, way, files)


if __name__ == "__main__":
    main()
