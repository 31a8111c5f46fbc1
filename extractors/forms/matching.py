"""Columns matched with roles: words of the headings, content of the cells, places, all weighed together."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from extractors.forms import likelihood, morphemes
from extractors.forms.profile import Profile

OPTIONS = 6  # roles tried for a column
WIDTH = 96  # assignments kept while going from left to right
NOBODY = 0.75  # what a column scores with no role at all
LIKE_KNOWN = 1.5  # what a heading put together like a known one adds
CLEAR = 0.3  # by how much the best assignment must beat the next one
UNSAID = 0.3  # what a role loses for which the heading says nothing
_CELLS = frozenset(
    {"side", "sequence", "sign", "unit", "level1", "level2", "level3"}
)  # cells tell these alone
# Roles that few forms have: only a heading whose parts say so has them, however well the cells fit.
_NAMED = frozenset(
    {
        "review_score",
        "review_actual",
        "previous",
        "deviation",
        "completion",
        "arrived",
        "surplus",
        "state",
        "core",
        "project_name",
        "evidence",
        "explanation",
    }
)
_FREE = frozenset(
    {"evidence", "explanation", "owner", "standard", "previous", "state", "core"}
)  # any number of columns


class Given(msgspec.Struct):
    """A column to be matched: what is known of it before."""

    heading: str
    seen: Profile
    fixed: str | None = None  # the role that its words leave no doubt about
    like: str | None = None  # a role that its words resemble


class Told(msgspec.Struct):
    """What a column turned out to be; several roles where nothing decides between them."""

    role: str | None
    roles: tuple[str, ...] = ()
    score: float = 0.0


class _State(msgspec.Struct):
    score: float
    roles: tuple[str | None, ...]


def match(context: str, columns: Sequence[Given]) -> tuple[list[Told], float]:
    """The best assignment of roles to columns, and its score beyond what no roles at all would give.

    Each column scores for what its heading and its cells say of a role, each two columns for
    how they go together (scores within weights, results in the targets' units, order). A
    column whose role hardly beats another one is told as both, and gets none.
    """
    options = [_options(context, columns, i) for i in range(len(columns))]
    states = [_State(0.0, ())]
    pairs: dict[tuple[int, str, int, str], float] = {}
    for i, choices in enumerate(options):
        grown = [
            _State(state.score + own + _together(columns, state.roles, i, role, pairs), (*state.roles, role))
            for state in states
            for role, own in choices
            if role is None or role in _FREE or columns[i].fixed or role not in state.roles
        ]
        states = sorted(grown, key=lambda state: -state.score)[:WIDTH]
    if context == "funds":
        states = sorted((_with_rates(columns, state) for state in states), key=lambda state: -state.score)
    best = states[0]
    told = [_told(columns[i], i, best, states) for i in range(len(columns))]
    return told, best.score - NOBODY * len(columns)


def _options(context: str, columns: Sequence[Given], i: int) -> list[tuple[str | None, float]]:
    column = columns[i]
    if column.fixed is not None:
        return [(column.fixed, NOBODY)]
    taken = {other.fixed for other in columns if other.fixed}
    place = i / max(1, len(columns) - 1)
    words = morphemes.scores(context, column.heading)
    every = dict.fromkeys([*morphemes.roles(context), *(["side"] if context == "indicators" else [])])
    if column.like:
        every[column.like] = None
    out: list[tuple[str | None, float]] = []
    for role in every:
        if role in taken and role not in _FREE:
            continue
        score = min(1.4, words.get(role, 0.0)) + likelihood.unary(context, role, column.seen, place)
        if role in _NAMED and role != column.like and words.get(role, 0.0) <= 0:
            continue
        if role == column.like:
            score += 0.5 if role in _FREE else LIKE_KNOWN
        elif role not in _CELLS and words.get(role, 0.0) <= 0:
            score -= UNSAID  # no part of the heading says so
        out.append((role, score))
    out.sort(key=lambda option: -(option[1]))
    return [*out[:OPTIONS], (None, NOBODY if column.seen.filled else 0.4)]


def _together(
    columns: Sequence[Given],
    roles: tuple[str | None, ...],
    i: int,
    role: str | None,
    pairs: dict[tuple[int, str, int, str], float],
) -> float:
    out = 0.0
    if role is None:
        return out
    for j, other in enumerate(roles):
        if other is None:
            continue
        known = (j, other, i, role)
        if known not in pairs:
            ahead = likelihood.pair(other, role, columns[j].seen, columns[i].seen, i - j)
            pairs[known] = ahead + likelihood.pair(role, other, columns[i].seen, columns[j].seen, j - i)
        out += pairs[known]
    return out


def _with_rates(columns: Sequence[Given], state: _State) -> _State:
    """Money whose rate is what was spent of the budget scores more, money whose rate is not scores less."""
    at = {role: i for i, role in enumerate(state.roles) if role}
    if not {"rate", "executed"} <= set(at) or not {"budget", "initial"} & set(at):
        return state
    base = columns[at.get("budget", at.get("initial", 0))].seen.figures
    spent, rates = columns[at["executed"]].seen.figures, columns[at["rate"]].seen.figures
    rows = [row for row, value in base.items() if value and row in spent and row in rates]
    if not rows:
        return state
    held = sum(1 for row in rows if abs(spent[row] / base[row] * 100 - rates[row]) <= 1)
    return _State(state.score + (1.5 if held * 10 >= len(rows) * 8 else -1.0), state.roles)


def _told(column: Given, i: int, best: _State, states: list[_State]) -> Told:
    role = best.roles[i]
    if column.fixed is not None:
        return Told(role, score=99.0)
    other = next((state for state in states if state.roles[i] != role), None)
    margin = best.score - other.score if other else 99.0
    if margin >= CLEAR or role is None or other is None:
        return Told(role, score=margin)
    rival = other.roles[i]
    if rival is None or {role, rival} <= _FREE or {role, rival} == {"level1", "level2"}:
        return Told(role, score=margin)
    return Told(None, roles=tuple(sorted((role, rival))), score=margin)
