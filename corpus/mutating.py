"""Read forms that offices changed: `python -m corpus.mutating [--seeds 2] [--format grid,txt] [--worst 20]`."""

from __future__ import annotations

import argparse
import hashlib
from collections.abc import Callable, Iterator
from random import Random

import msgspec

from corpus.layouts.areas import area
from corpus.layouts.mutations import MUTATIONS
from corpus.layouts.truth import Drawn
from corpus.reading import layouts
from corpus.scoring import Score, score
from corpus.writing import WRITERS
from extractors.extract import extract
from extractors.reading import read
from extractors.records import Extract

SETS = ("kept_out", "unseen", "drawn_a", "drawn_b")
LOUD = frozenset({"doubt", "loss"})


class Case(msgspec.Struct, kw_only=True):
    """One changed document, and how it was read."""

    name: str  # layout, seed, what was done to it
    format: str
    score: Score
    lost: bool  # half of its rows or more are not read
    silent: bool  # and no issue of weight says so


def bases() -> dict[str, Callable[[int], Drawn]]:
    """The open layouts that hold indicators."""
    return {**layouts(), **layouts(*SETS)}


def mutated(name: str, layout: Callable[[int], Drawn], seed: int) -> tuple[str, Drawn] | None:
    """A layout's document after two to four changes, and what they were; None where it has no indicators."""
    rng = Random(f"{name} {seed}")
    drawn = layout(seed)
    done: list[str] = []
    for each in rng.sample(sorted(MUTATIONS), len(MUTATIONS)):
        where = area(drawn)
        if where is None or len(done) == 2 + seed % 3:
            break
        if (other := MUTATIONS[each](drawn, where, rng)) is not None:
            drawn = other
            done.append(each)
    return (f"{name} {seed} {'+'.join(done)}", drawn) if done else None


def read_in(drawn: Drawn, form: str) -> Extract:
    """What is read from a document in this format; `grid` is the drawn grid itself."""
    if form == "grid":
        return extract(drawn.document, "grid", "drawn")
    data = WRITERS[form](drawn.document)
    return extract(read(data, f"drawn.{form}"), hashlib.sha256(data).hexdigest(), f"drawn.{form}")


def judged(name: str, drawn: Drawn, form: str) -> Case:
    """One document drawn, read, compared."""
    got = read_in(drawn, form)
    result = score(drawn, got)
    lost = bool(result.rows[0] + result.rows[2]) and result.recall("rows") < 0.5
    silent = lost and not any(issue.severity in LOUD for issue in got.issues)
    return Case(name=name, format=form, score=result, lost=lost, silent=silent)


def cases(seeds: range, formats: list[str]) -> Iterator[Case]:
    """Every layout, changed once a seed."""
    for name, layout in bases().items():
        for seed in seeds:
            if made := mutated(name, layout, seed):
                for form in formats:
                    yield judged(*made, form)


def main() -> None:
    """Totals by format and the worst documents."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=2)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--format", default="grid,txt")
    parser.add_argument("--worst", type=int, default=0)
    chosen = parser.parse_args()
    done = list(cases(range(chosen.first, chosen.first + chosen.seeds), chosen.format.split(",")))
    for form in chosen.format.split(","):
        own, total = [case for case in done if case.format == form], Score()
        for case in own:
            total.add(case.score)
        print(
            f"{form:5} documents {len(own)} cells {total.cell_share:.4f} "
            f"rows {total.precision('rows'):.4f}/{total.recall('rows'):.4f} "
            f"forms {total.precision('forms'):.3f}/{total.recall('forms'):.3f} "
            f"rows lost {sum(case.lost for case in own)} silently {sum(case.silent for case in own)}"
        )
    for case in sorted(done, key=lambda case: case.score.cell_share)[: chosen.worst]:
        mark = "silent" if case.silent else "lost" if case.lost else ""
        print(f"{case.score.cell_share:.3f} {case.format:5} {mark:6} {case.name}")


if __name__ == "__main__":
    main()
