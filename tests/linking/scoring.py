"""Score alignments against the labelled paragraphs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pipeline.aligning import align_lines

PARAGRAPHS = Path(__file__).parent / "paragraphs"


def load(name: str) -> list[dict[str, Any]]:
    return [
        json.loads(line) for line in (PARAGRAPHS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    ]


def f1(right: int, extra: int, missed: int) -> float:
    return 2 * right / (2 * right + extra + missed) if right else 0.0


def scores(paragraphs: list[dict[str, Any]], *, own_figures: bool) -> dict[str, float]:
    """F1 of cells, F1 of conflicts, share of paragraphs that are right in everything."""
    asked = [
        {
            key: value
            for key, value in p.items()
            if key in {"id", "rows", "paragraph"} or (key == "figures" and not own_figures)
        }
        for p in paragraphs
    ]
    answers = {}
    for line in align_lines(json.dumps(p, ensure_ascii=False) for p in asked):
        answer = json.loads(line)
        answers[answer["id"]] = answer["alignments"]
    counts = {"cells": [0, 0, 0], "conflicts": [0, 0, 0]}
    whole = 0
    for p in paragraphs:
        optional = {tuple(span) for span in p.get("optional", [])}
        got = {_flat(x) for x in answers[p["id"]] if tuple(x["span"]) not in optional}
        want = {_flat(x) for x in p["alignments"]}
        whole += got == want
        _count(counts["cells"], {x[:4] for x in got}, {x[:4] for x in want})
        _count(counts["conflicts"], {x for x in got if not x[4]}, {x for x in want if not x[4]})
    return {
        "cells": f1(*counts["cells"]),
        "conflicts": f1(*counts["conflicts"]),
        "paragraphs": whole / len(paragraphs),
    }


def _flat(alignment: dict[str, Any]) -> tuple[int, int, int, str, bool]:
    start, end = alignment["span"]
    return start, end, alignment["row"], alignment["column"], alignment["consistent"]


def _count(counts: list[int], got: set[Any], want: set[Any]) -> None:
    counts[0] += len(got & want)
    counts[1] += len(got - want)
    counts[2] += len(want - got)
