"""Value recall of `hedui figures --numbers-only` on the Chinese specs of Recognizers-Text.

Usage: python benchmarks/recognizers_specs.py PATH_TO_A_CHECKOUT [--misses]

The checkout (github.com/microsoft/Recognizers-Text) is read, nothing of it is kept. A spec's
result counts as recalled when a numeral found in its sentence has the same value; shares are
compared in percent. Values are compared to nine digits, because the specs print floats.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from extractors.figures import figure_lines
from extractors.numerals.fraction import Fraction

SPECS = {
    "Number": "Specs/Number/Chinese/NumberModel.json",
    "Percent": "Specs/Number/Chinese/PercentModel.json",
    "Currency": "Specs/NumberWithUnit/Chinese/CurrencyModel.json",
}
PER_CENT = {"%": Fraction(1), "‰": Fraction(1, 10), "‱": Fraction(1, 100), "百分点": Fraction(1),
    "/10万": Fraction(1, 1000), "/100万": Fraction(1, 10_000), "/1000万": Fraction(1, 100_000)}  # fmt: skip
FLOOR = 0.90


def found_values(text: str) -> list[Fraction]:
    (answer,) = figure_lines([json.dumps({"id": 1, "text": text})], numbers_only=True)
    values = []
    for entry in json.loads(answer)["figures"]:
        for key in ("value", "value_low", "value_high"):
            value = entry.get(key)
            if value is not None and ":" not in value:
                values.append(Fraction(value))
                values.append(Fraction(value) * PER_CENT.get(entry["unit"], Fraction(1)))
    return values


def wanted(entry: dict[str, Any]) -> Iterator[Fraction]:
    for result in entry["Results"]:
        value = (result.get("Resolution") or {}).get("value")
        if value:
            yield Fraction(value.rstrip("%"))


def same(one: Fraction, other: Fraction) -> bool:
    return abs(one - other) <= abs(other) / 10**9


def recall(entries: list[dict[str, Any]], misses: list[str]) -> tuple[int, int]:
    right = total = 0
    for entry in entries:
        rest = found_values(entry["Input"])
        for value in wanted(entry):
            total += 1
            match = next((other for other in rest if same(other, value)), None)
            if match is None:
                misses.append(f"{float(value)!r:>24}  {entry['Input'][:80]}")
            right += match is not None
    return right, total


def main(checkout: Path, show: bool) -> int:
    worst = 1.0
    for name, path in SPECS.items():
        entries = json.loads((checkout / path).read_text(encoding="utf-8-sig"))
        misses: list[str] = []
        right, total = recall(entries, misses)
        worst = min(worst, right / total)
        print(f"{name:<10}{right:>5} of {total:<5}{right / total:.3f}")
        if show:
            print("\n".join(misses))
    return 0 if worst >= FLOOR else 1


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), "--misses" in sys.argv[2:]))
