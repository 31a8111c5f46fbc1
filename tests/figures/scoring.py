"""The scorer of labelled sentences: what counts as right, in one place.

exact        span, value and unit agree (values compared as numbers; ratios and N/D as numbers or text)
+qualifier, +kind (with direction), +subject each stand on an exact match
subject      equal after dropping punctuation and white space, or character-bigram Dice >= 0.6
F1 over all figures; `optional` spans are left out on both sides, `accept` lists other right values.
"""

from __future__ import annotations

import json
import time
from collections import Counter
from collections.abc import Callable, Iterable
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import Any

import regex

Figure = dict[str, Any]
LAYERS = ("exact", "qualifier", "kind", "subject")
DICE = 0.6


def same_value(one: str | None, other: str | None) -> bool:
    try:
        return Fraction(one or "x") == Fraction(other or "y")
    except (ValueError, ZeroDivisionError):
        return one == other


def accepted(found: Figure, gold: Figure, field: str) -> list[Any]:
    return [gold.get(field), *gold.get("accept", {}).get(field, [])]


def is_exact(found: Figure, gold: Figure) -> bool:
    spans = [gold["span"], *gold.get("accept", {}).get("span", [])]
    if found["span"] not in spans or found["unit"] not in accepted(found, gold, "unit"):
        return False
    if gold.get("value_low") is not None:
        return all(same_value(found.get(key), gold[key]) for key in ("value_low", "value_high"))
    return any(same_value(found.get("value"), value) for value in accepted(found, gold, "value"))


def plain(text: str | None) -> str:
    return regex.sub(r"[\p{P}\p{S}\s的]", "", text or "")


def dice(one: str, other: str) -> float:
    """Dice coefficient of the character bigrams of two texts."""
    first, second = (Counter(pairwise(text)) for text in (one, other))
    total = sum(first.values()) + sum(second.values())
    return 2 * sum((first & second).values()) / total if total else float(one == other)


def same_subject(found: str | None, gold: Iterable[str | None]) -> bool:
    name = plain(found)
    return any(name == plain(other) or dice(name, plain(other)) >= DICE for other in gold)


def same_kind(found: Figure, gold: Figure) -> bool:
    directions = accepted(found, gold, "direction")
    return found["kind"] in accepted(found, gold, "kind") and (
        found["kind"] != "growth" or found.get("direction") in directions or gold["kind"] != "growth"
    )


CHECKS: dict[str, Callable[[Figure, Figure], bool]] = {
    "exact": is_exact,
    "qualifier": lambda found, gold: found["qualifier"] in accepted(found, gold, "qualifier"),
    "kind": same_kind,
    "subject": lambda found, gold: same_subject(found["subject"], accepted(found, gold, "subject")),
}


def score(entries: list[dict[str, Any]], find: Callable[[str], list[Figure]]) -> dict[str, float]:
    """F1 of every layer, false figures a no-figure sentence, milliseconds a KB."""
    right: Counter[str] = Counter()
    given = wanted = empty = false = 0
    began = time.process_time()
    answers = [find(entry["text"]) for entry in entries]
    seconds = time.process_time() - began
    for entry, answer in zip(entries, answers, strict=True):
        optional = entry.get("optional", [])
        found = [figure for figure in answer if figure["span"] not in optional]
        gold = [figure for figure in entry["figures"] if figure["span"] not in optional]
        given, wanted = given + len(found), wanted + len(gold)
        if not gold:
            empty, false = empty + 1, false + len(found)
        for figure in gold:
            match = next((other for other in found if is_exact(other, figure)), None)
            if match is not None:
                right.update(layer for layer in LAYERS if CHECKS[layer](match, figure))
    size = sum(len(entry["text"].encode()) for entry in entries) / 1024
    result = {layer: round(2 * right[layer] / max(1, given + wanted), 4) for layer in LAYERS}
    return {**result, "false_per_empty": round(false / max(1, empty), 4), "ms_per_kb": round(seconds * 1000 / size, 2),
            "sentences": len(entries), "figures": wanted}  # fmt: skip


def read(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def mistakes(entries: list[dict[str, Any]], find: Callable[[str], list[Figure]]) -> Iterable[str]:
    """What went wrong, a line each, for reading."""
    for entry in entries:
        optional = entry.get("optional", [])
        found = [figure for figure in find(entry["text"]) if figure["span"] not in optional]
        lines = []
        for gold in entry["figures"]:
            if gold["span"] in optional:
                continue
            match = next((other for other in found if is_exact(other, gold)), None)
            if match is None:
                lines.append(
                    f"  MISSED {gold['text']} {gold.get('value') or (gold.get('value_low'), gold.get('value_high'))} {gold['unit']}"
                )
                continue
            found.remove(match)
            lines += [
                f"  {layer.upper()} {gold['text']}: {match.get(layer)!r} {match.get('direction') or ''} for {gold.get(layer)!r} {gold.get('direction') or ''}"
                for layer in LAYERS[1:]
                if not CHECKS[layer](match, gold)
            ]
        lines += [
            f"  FALSE {figure['text']} {figure.get('value')} {figure['unit']} {figure['rule']}"
            for figure in found
        ]
        if lines:
            yield f"{entry['id']} {entry['text']}\n" + "\n".join(lines)
