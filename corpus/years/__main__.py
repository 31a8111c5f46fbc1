"""Measure a city's three years: `python -m corpus.years [--long] [RULE ...]`.

The long form lays more cities down as files of four formats, has them ingested and checked as an office
would, and counts what lies in the dataset.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator
from pathlib import Path

from corpus.years.book import Book
from corpus.years.folder import checked
from corpus.years.measuring import Tally, findings, tally
from corpus.years.planting import planted_book

SEEDS = {"short": range(1, 3), "long": range(100, 104)}
FORMATS = ("docx", "txt", "html", "xlsx")


def tallies(run: str) -> Iterator[tuple[Book, Tally]]:
    """A book for each seed with what was found in it: in this process, or by a run over files."""
    for seed in SEEDS[run]:
        if run == "short":
            book = planted_book(seed)
            yield book, tally(book, findings(book))
        else:
            book = planted_book(seed, FORMATS)
            with tempfile.TemporaryDirectory() as folder:
                yield book, tally(book, checked(book, Path(folder)))


def main() -> None:
    """Print misses, wrong reports, shares for each city."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--long", action="store_true")
    chosen = parser.parse_args()
    for book, got in tallies("long" if chosen.long else "short"):
        print("\n".join(got.said))
        print(f"{len(book.files())}份文件，植入{got.planted}，近似{got.near}：{got.shares()}")


if __name__ == "__main__":
    main()
