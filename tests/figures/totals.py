"""Totals of a labelled set on one screen: `python -m tests.figures.totals sealed`, never a single sentence of it.

`--strict` leaves every `accept` out: one right subject, kind, qualifier, unit a figure.
"""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from typing import Any

from extractors.figures import find
from tests.figures import scoring

HERE = Path(__file__).parent
LINKING = HERE.parent / "linking" / "scoring.py"


def figures(text: str) -> list[dict[str, Any]]:
    return [figure.to_json() for figure in find(text)]


def strict(entry: dict[str, Any]) -> dict[str, Any]:
    return {**entry, "figures": [{**figure, "accept": {}} for figure in entry["figures"]]}


def main(names: list[str]) -> None:
    spec = importlib.util.spec_from_file_location("linking_scoring", LINKING)
    assert spec is not None and spec.loader is not None
    linking = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(linking)
    for name in [name for name in names if name != "--strict"]:
        entries = scoring.read(HERE / "sentences" / f"{name}.jsonl")
        if "--strict" in names:
            entries = [strict(entry) for entry in entries]
        print(name, scoring.score(entries, figures))
        for given in (True, False):
            how = "figures given" if given else "figures found"
            print(name, how, linking.scores(linking.load(name), own_figures=not given))


if __name__ == "__main__":
    main(sys.argv[1:])
