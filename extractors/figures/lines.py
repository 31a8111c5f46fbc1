"""JSON lines in, JSON lines out: what `hedui figures` does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from extractors.figures import loose
from extractors.figures.finding import find
from extractors.figures.found import decimal
from extractors.figures.masks import Masks
from extractors.numerals import Numeral

_NO_TEXT = '缺少文本字段 text：每行应为 {"id": …, "text": "…"}'


def figure_lines(lines: Iterable[str | bytes], numbers_only: bool = False) -> Iterator[str]:
    """One answer for each line {"id", "text"}: {"id", "figures": […]}, or {"id", "error"}.

    `numbers_only` reports every bare numeral too. Streams: a line is answered before the next is
    read. Blank lines are passed over.
    """
    for line in lines:
        if line.strip():
            yield _answer(line, numbers_only)


def _answer(line: str | bytes, numbers_only: bool) -> str:
    try:
        entry = msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeError) as error:
        return _json({"id": None, "error": f"不是合法的 JSON：{error}"})
    if not isinstance(entry, dict) or not isinstance(entry.get("text"), str):
        return _json({"id": entry.get("id") if isinstance(entry, dict) else None, "error": _NO_TEXT})
    figures = [figure.to_json() for figure in find(entry["text"])]
    if numbers_only:
        figures = _with_numerals(entry["text"], figures)
    return _json({"id": entry.get("id"), "figures": figures})


def _json(value: dict[str, Any]) -> str:
    return msgspec.json.encode(value).decode()


def _with_numerals(text: str, figures: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The figures and every numeral outside them, in order."""
    taken = Masks([(figure["span"][0], figure["span"][1]) for figure in figures])
    bare = [
        numeral
        for numeral in loose.find(text)
        if not taken.overlaps(numeral.start, numeral.end) or _spaced_beyond(numeral, taken)
    ]
    found = [_numeral(numeral) for numeral in bare]
    return sorted([*figures, *found], key=lambda entry: entry["span"])


def _spaced_beyond(numeral: Numeral, taken: Masks) -> bool:
    """Whether a numeral with spaces inside reaches beyond the figure that begins in it (百分之五 十)."""
    return " " in numeral.text and taken.end(numeral.end - 1) is None


def _numeral(numeral: Numeral) -> dict[str, Any]:
    values: dict[str, Any] = {"value": None if numeral.value is None else decimal(numeral.value)}
    if numeral.low is not None and numeral.high is not None:
        values = {"value_low": decimal(numeral.low), "value_high": decimal(numeral.high)}
    return {
        "span": [numeral.start, numeral.end], "text": numeral.text, **values, "unit": numeral.unit,
        "qualifier": None, "kind": None, "subject": "", "direction": None, "step": decimal(numeral.step),
        "rule": f"numeral+{numeral.form}", "cues": [],
        "written": {"number": numeral.number, "scale": numeral.scale},
    }  # fmt: skip
