"""Measure the planted defects: `python -m corpus.defects [--long] [--write] [RULE ...]`."""

from __future__ import annotations

import argparse
import tomllib
from pathlib import Path

from corpus.defects.kinds import KINDS
from corpus.defects.tally import measure

FLOORS = Path(__file__).parents[2] / "tests" / "rules" / "defects.toml"
SEEDS = {"short": range(2), "long": range(100, 112)}
CLEAN = {"short": range(20), "long": range(100, 400)}

Floors = dict[str, dict[str, float]]  # run -> share


def load() -> Floors:
    """The floors as written down."""
    return tomllib.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}


def raised(floors: Floors, run: str, got: dict[str, float]) -> list[str]:
    """Put what rose into `floors`, never what fell; says what rose."""
    known = floors.setdefault(run, {})
    lines = [
        f"{run} {name}: {known.get(name)} -> {now}" for name, now in got.items() if now > known.get(name, -1)
    ]
    known |= {name: max(now, known.get(name, -1)) for name, now in got.items()}
    return lines


def main() -> None:
    """Print misses, wrong reports, shares; --write raises the floors."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rules", nargs="*")
    parser.add_argument("--long", action="store_true")
    parser.add_argument("--write", action="store_true")
    chosen = parser.parse_args()
    run = "long" if chosen.long else "short"
    kinds = [x for x in KINDS if not chosen.rules or x.rules & set(chosen.rules)]
    tally = measure(kinds, SEEDS[run], [] if chosen.rules else CLEAN[run])
    print("\n".join(tally.said))
    print(f"{len(kinds)}种，植入{sum(tally.planted.values())}，近似{tally.near}，干净{tally.clean}")
    for name, share in tally.shares().items():
        print(f"{name} {share}")
    if chosen.write and not chosen.rules:
        floors = load()
        print("\n".join(raised(floors, run, tally.shares())))
        FLOORS.write_text(_written(floors), encoding="utf-8")


def _written(floors: Floors) -> str:
    out = [
        "# Planted defects, near misses, clean submissions. Floors only rise: python -m corpus.defects [--long] --write\n"
    ]
    for run, shares in floors.items():
        out.append(f"\n[{run}]\n")
        out += [f"{name} = {share}\n" for name, share in shares.items()]
    return "".join(out)


if __name__ == "__main__":
    main()
