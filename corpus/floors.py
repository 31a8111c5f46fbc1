"""Floors of the corpus: `python -m corpus.floors [--long] [--write] [LAYOUT ...]` prints what has risen."""

from __future__ import annotations

import argparse
import tomllib
from collections.abc import Callable, Iterable
from pathlib import Path

from corpus.layouts.truth import Drawn
from corpus.reading import SEALED, SETS, layouts, read_back
from corpus.scoring import Score

FLOORS = Path(__file__).parents[1] / "tests" / "corpus" / "floors.toml"
FORMATS = ("docx", "txt", "html", "xlsx")
SEEDS = {"short": range(2), "long": range(2, 10)}
SHARES = ("cells", "rows precision", "rows recall", "forms precision", "forms recall")

Floors = dict[str, dict[str, dict[str, list[float]]]]  # run -> layout -> format -> SHARES


def every_layout() -> dict[str, Callable[[int], Drawn]]:
    """The tuned layouts and those of all other sets but the sealed one, which nobody scores while tuning."""
    return {**layouts(), **layouts(*(name for name in SETS if name not in SEALED))}


def shares(got: Score) -> list[float]:
    """SHARES of a score, cut off (not rounded) after four decimals."""
    parts = [got.cell_share]
    for name in ("rows", "forms"):
        parts += [got.precision(name), got.recall(name)]
    return [int(part * 10_000) / 10_000 for part in parts]


def measured(run: str, layout: str, formats: Iterable[str] = FORMATS) -> dict[str, list[float]]:
    """SHARES by format on the seeds of a run."""
    drawing = every_layout()[layout]
    return {form: shares(read_back(drawing, form, SEEDS[run])) for form in formats}


def load(path: Path = FLOORS) -> Floors:
    """The floors as written down; none where there is no file yet."""
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def raised(floors: Floors, run: str, layout: str, got: dict[str, list[float]]) -> list[str]:
    """Put what rose into `floors`, never what fell; says what rose, a line a format."""
    of_layout = floors.setdefault(run, {}).setdefault(layout, {})
    lines = []
    for form, now in got.items():
        floor = of_layout.get(form, [0.0] * len(SHARES))
        higher = [max(pair) for pair in zip(floor, now, strict=True)]
        if higher != of_layout.get(form):
            lines.append(f"{run} {layout} {form}: {floor} -> {higher}")
            of_layout[form] = higher
    return lines


def written(floors: Floors) -> str:
    """The file's text."""
    out = [
        f"# What reading the corpus must reach: {', '.join(SHARES)}.\n",
        "# Floors only rise: corpus.floors --write, corpus.floors --long --write, corpus.rendered --write.\n",
    ]
    for run, by_layout in floors.items():
        for layout, by_format in by_layout.items():
            out.append(f"\n[{run}.{layout}]\n")
            out += [f"{form} = {floor}\n" for form, floor in by_format.items()]
    return "".join(out)


def main() -> None:
    """Print what could be raised; --write raises it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("layouts", nargs="*")
    parser.add_argument("--long", action="store_true")
    parser.add_argument("--write", action="store_true")
    chosen = parser.parse_args()
    run = "long" if chosen.long else "short"
    for layout in chosen.layouts or every_layout():
        got = measured(run, layout)
        floors = load()  # only now: others may have raised theirs
        for line in raised(floors, run, layout, got):
            print(line)
        if chosen.write:
            FLOORS.write_text(written(floors), encoding="utf-8")


if __name__ == "__main__":
    main()
