"""How much the parts of a heading that nobody has listed speak for each role."""

from __future__ import annotations

import tomllib
from functools import cache, lru_cache
from importlib import resources
from typing import Any

import regex

from extractors.forms.normalise import heading, key

EARLIER = 0.6  # what a year before a heading says for a column of an earlier year
_YEAR = regex.compile(r"(?:19|20)[0-9]{2}年")
LONGEST = 24  # characters of a heading that are weighed; what is longer is a sentence


@cache
def _data() -> dict[str, Any]:
    """The parts as they stand in `extractors/data/morphemes.toml`."""
    return tomllib.loads(resources.files("extractors.data").joinpath("morphemes.toml").read_text("utf-8"))


@cache
def _parts(context: str) -> tuple[tuple[str, tuple[tuple[regex.Pattern[str], float], ...]], ...]:
    return tuple(
        (role, tuple((regex.compile(pattern), float(weight)) for pattern, weight in parts))
        for role, parts in _data()[context].items()
    )


def roles(context: str) -> tuple[str, ...]:
    """The roles of a context that have parts at all."""
    return tuple(role for role, _ in _parts(context))


@lru_cache(maxsize=4096)
def scores(context: str, text: str) -> dict[str, float]:
    """Role -> how much the heading speaks for it; about 1 is a clear word, below 0 speaks against.

    An empty heading, or one too long to be one, says nothing: no role is scored.
    """
    plain = heading(text).key.lower()
    if not plain or len(plain) > LONGEST:
        return {}
    out = {
        role: sum(weight for pattern, weight in parts if pattern.search(plain))
        for role, parts in _parts(context)
    }
    if "previous" in out and _YEAR.match(key(text)):
        out["previous"] += EARLIER  # perhaps: it may be the form's own year too
    return out
