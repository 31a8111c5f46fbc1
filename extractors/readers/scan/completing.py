"""Completes the rules of a picture: each ends at a rule that runs the other way.

A rule that breaks off goes on where there is black in its line, or the ink of a seal that was taken
out; what hangs over without reaching the next rule is the stroke of a character, or dirt.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from extractors.readers.pages.geometry import Rule
from extractors.readers.pages.grid import boundaries

_NEAR = 0.03  # inch: ends this close to a rule meet it
_SUPPORT = 0.6  # share of a gap that must be black for a rule to go on
_WIDTH = 4  # pixels of the rule that is met
_FREE = 0.2  # share of a gap outside the seal that can tell at all
_COVERED = 0.2  # share of a gap under the seal
_STROKE = 0.3  # inch: no stroke of a usual character is longer
_WHOLE = 0.97  # share of the way from rule to rule that a rule blackens
_ALMOST = 0.85  # share of the way to the next rule that is as good as all
_BEGUN = 0.35  # share of the way to the next rule that no stroke of a character is long
_LINE = 0.02  # inch between rules that stand in line
# share of the pixels beside a rule that may be black: on one side, on the other; inches that these reach
LINED = ((0.25, 0.06), 0.04)


class Run(msgspec.Struct, kw_only=True):
    """A horizontal run of black: its rule, its pixels, the corner where these lie."""

    rule: Rule
    pixels: Any
    x: int
    y: int


class Page(msgspec.Struct, kw_only=True):
    """What a rule is completed by: the page's black, the seal that was taken out of it (None without)."""

    strokes: Any
    seal: Any
    dpi: float


def completed(run: Run, walls: Sequence[Run], fellows: Sequence[Run], page: Page) -> Rule:
    """A horizontal rule from wall to wall. `fellows` run in its direction."""
    near = 2 * _NEAR * page.dpi
    met = sorted(w.rule.at for w in walls if w.rule.start - near <= run.rule.at <= w.rule.end + near)
    lined = [f.rule for f in fellows if abs(f.rule.at - run.rule.at) <= _LINE * page.dpi]
    left, right = (_end(run, met, lined, page, forward=forward) for forward in (False, True))
    return Rule(run.rule.at, left, right)


def _end(run: Run, met: Sequence[float], lined: Sequence[Rule], page: Page, *, forward: bool) -> float:
    """Where the rule ends on one side."""
    near = _NEAR * page.dpi
    level = _level(run, forward=forward)
    end = _without_strokes(run, met, level, page, forward=forward)
    while True:
        beyond = [at for at in met if (at > end + near if forward else at < end - near)]
        inside = [at for at in met if (at <= end + near if forward else at >= end - near)]
        following = (beyond[0] if forward else beyond[-1]) if beyond else None
        last = (inside[-1] if forward else inside[0]) if inside else None
        if following is None:
            return end
        met_here = last is not None and abs(end - last) <= near
        begun = last is None or abs(end - last) > _BEGUN * abs(following - last)
        whole = begun or _is_free(level, last or end, following, page)
        if whole and _goes_on(level, end, following, lined, page, behind_seal=met_here):
            end = following
        elif last is None or met_here:
            return end
        elif abs(end - last) < _ALMOST * abs(following - last):
            return last
        else:
            return following


def _without_strokes(run: Run, met: Sequence[float], level: int, page: Page, *, forward: bool) -> float:
    """Where the run ends once it has lost the stroke of a character that stands in line with it.

    The stroke goes nearly from the last rule but one to the last, not all the way, with more of its
    character on both sides.
    """
    near = _NEAR * page.dpi
    low, high = run.rule.start, run.rule.end
    reached = [at for at in boundaries(met, near) if low - near <= at <= high + near]
    end = high if forward else low
    if not forward:
        reached.reverse()
    while len(reached) > 2 and abs(end - reached[-1]) <= near:
        before, last = reached[-2:]
        short = abs(last - before) <= _STROKE * page.dpi
        if not short or _share(level, before, last, page) >= _WHOLE or _is_free(level, before, last, page):
            break
        end = before
        reached.pop()
    return end


def _share(level: int, first: float, last: float, page: Page) -> float:
    """How much of the way from rule to rule is black, what a seal covers left out."""
    left, right = sorted((int(first), int(last)))
    band = slice(max(level - 2, 0), level + 3), slice(left + 2, right - 1)
    black = page.strokes[band].any(axis=0)
    if page.seal is not None:
        black = black[~page.seal[band].any(axis=0)]
    return float(black.mean()) if black.size else 1.0


def _is_free(level: int, last: float, following: float, page: Page) -> bool:
    """Whether the way from rule to rule is clear on both sides, as no stroke of a character is."""
    start, end = sorted((last, following))
    return is_clear(Rule(level, start, end), page, *LINED)


def is_clear(rule: Rule, page: Page, most: tuple[float, float], reach: float) -> bool:
    """Whether there is white above and below a horizontal rule: `most` black, so many inches far.

    What a seal covers tells nothing.
    """
    gap, deep = round(0.015 * page.dpi), round(reach * page.dpi)
    start, end = int(rule.start) + gap, int(rule.end) - gap
    shares = []
    for top in (int(rule.at) - gap - deep, int(rule.at) + gap + 1):
        band = slice(max(top, 0), top + deep), slice(start, end)
        black = page.strokes[band]
        if page.seal is not None:
            black = black[page.seal[band] == 0]
        shares.append(float(black.mean()) / 255 if black.size else 0.0)
    shares.sort()
    return shares[0] <= most[1] and shares[1] <= most[0]


def _goes_on(
    level: int, end: float, following: float, lined: Sequence[Rule], page: Page, *, behind_seal: bool
) -> bool:
    """Whether there is enough black in line on the way to the next rule.

    A rule that has met one already goes on only `behind_seal`, and nearly without a gap.
    """
    left, right = sorted((int(end), int(following)))
    left, right = (left, right - _WIDTH) if following > end else (left + _WIDTH, right)
    if right <= left:
        return True
    band = slice(max(level - 2, 0), level + 3), slice(left, right)
    black = page.strokes[band].any(axis=0)
    covered = black & False if page.seal is None else page.seal[band].any(axis=0)
    if behind_seal and float(covered.mean()) < _COVERED:
        return False
    free = ~covered
    if int(free.sum()) >= max(_FREE * len(black), 1):
        return int((free & black).sum()) >= (_ALMOST if behind_seal else _SUPPORT) * int(free.sum())
    near = _NEAR * page.dpi
    return any(rule.start - near <= following <= rule.end + near for rule in lined)


def _level(run: Run, *, forward: bool) -> int:
    """The row of pixels at one end of a run."""
    import numpy

    last = run.pixels[:, -12:] if forward else run.pixels[:, :12]
    rows = numpy.flatnonzero(last.any(axis=1))
    return run.y + int(rows.mean()) if len(rows) else round(run.rule.at)
