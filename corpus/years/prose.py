"""What invented offices write of their problems, measures and reasons, each in words of its own."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

_NUMERALS = "一二三四五六七八九"


def problems_and_measures(matters: list[str], draw: Random) -> tuple[list[str], list[str]]:
    """Paragraphs of problems and of measures about what the office does."""
    about = draw.sample(matters, 3)
    problems = "".join(
        f"{_NUMERALS[i]}是{text}。" for i, text in enumerate(_said("problems", "troubles", about, draw))
    )
    measures = [f"{i}.{text}。" for i, text in enumerate(_said("measures", "answers", about, draw), 1)]
    return [problems], measures


def _said(first: str, second: str, about: list[str], draw: Random) -> list[str]:
    begins, ends = (draw.sample(_phrases()[part], len(about)) for part in (first, second))
    return [f"{begin.format(what)}，{end}" for begin, end, what in zip(begins, ends, about, strict=True)]


def reason(draw: Random) -> str:
    """A pattern for reasons: what happened, what came of it; {verb} is the row."""
    cause, effect = draw.choice(_phrases()["causes"]), draw.choice(_phrases()["effects"])
    month = draw.randrange(3, 11)
    return f"{month}月{cause}，{effect.format('{verb}')}"


@cache
def _phrases() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("phrases.toml").read_text(encoding="utf-8"))
