"""Read the corpus back: `python -m corpus.reading [LAYOUT] [--format docx] [--seeds 10] [--wrong]`."""

from __future__ import annotations

import argparse
import hashlib
from collections.abc import Callable, Iterable
from functools import partial

from corpus.layouts.drawn_a import DRAWN_A
from corpus.layouts.drawn_b import DRAWN_B
from corpus.layouts.drawn_c import DRAWN_C
from corpus.layouts.drawn_d import DRAWN_D
from corpus.layouts.kept_out import KEPT_OUT
from corpus.layouts.lookalikes import LOOKALIKES
from corpus.layouts.mother import draw
from corpus.layouts.paraphrased import PARAPHRASED
from corpus.layouts.paraphrased_units import PARAPHRASED_UNITS
from corpus.layouts.sheets import SHAPES
from corpus.layouts.truth import Drawn
from corpus.layouts.unseen import UNSEEN
from corpus.layouts.wordings import WORDINGS
from corpus.scoring import Score, score
from corpus.writing import WRITERS
from extractors.extract import extract
from extractors.reading import read

SETS: dict[str, dict[str, Callable[[int], Drawn]]] = {
    "kept_out": KEPT_OUT,
    "unseen": UNSEEN,
    "paraphrased": {**PARAPHRASED, **PARAPHRASED_UNITS},
    "lookalikes": LOOKALIKES,
    "drawn_a": DRAWN_A,
    "drawn_b": DRAWN_B,
    "drawn_c": DRAWN_C,  # sealed: not to be tuned on
    "drawn_d": DRAWN_D,
}
SEALED = frozenset({"drawn_c"})


def layouts(*sets: str) -> dict[str, Callable[[int], Drawn]]:
    """Layouts by name: seed -> drawn document. Those of other SETS only where they are named."""
    if sets:
        return {name: layout for each in sets for name, layout in SETS[each].items()}
    worded: dict[str, Callable[[int], Drawn]] = {
        name: partial(draw, wording) for name, wording in WORDINGS.items()
    }
    return {**worded, **SHAPES}


def read_back(layout: Callable[[int], Drawn], form: str, seeds: Iterable[int]) -> Score:
    """Draw, write, read, compare."""
    total = Score()
    for seed in seeds:
        drawn = layout(seed)
        data = WRITERS[form](drawn.document)
        document = read(data, f"{seed}.{form}")
        total.add(score(drawn, extract(document, hashlib.sha256(data).hexdigest(), f"{seed}.{form}")))
    return total


def summed_up(got: Score) -> str:
    """Shares of cells; precision and recall of rows and forms."""
    rows, forms = ((got.precision(name), got.recall(name)) for name in ("rows", "forms"))
    return f"cells {got.cell_share:.4f} rows {rows[0]:.4f}/{rows[1]:.4f} forms {forms[0]:.3f}/{forms[1]:.3f}"


def main() -> None:
    """Print a line a layout and format."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("layout", nargs="?")
    parser.add_argument("--format", default="docx,txt,html,xlsx")
    parser.add_argument("--seeds", type=int, default=5)
    for each in SETS:
        parser.add_argument(f"--{each.replace('_', '-')}", action="store_true")
    parser.add_argument("--wrong", action="store_true")
    chosen = parser.parse_args()
    for name, layout in layouts(*(each for each in SETS if getattr(chosen, each))).items():
        if chosen.layout not in (None, name):
            continue
        for form in chosen.format.split(","):
            got = read_back(layout, form, range(chosen.seeds))
            print(f"{name:22} {form:5}", summed_up(got))
            if chosen.wrong:
                print(*(f"    {line}" for line in got.wrong[:40]), sep="\n")


if __name__ == "__main__":
    main()
