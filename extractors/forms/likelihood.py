"""How well the cells of one column, or of two, fit the roles that they may have."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import cache

import regex

from extractors.forms import vocabulary
from extractors.forms.contents import is_organisation
from extractors.forms.normalise import key
from extractors.forms.profile import Profile

NEVER = -3.0
_WHOLE = (Decimal(100), Decimal(90), Decimal(80))
_TAIL = regex.compile(r"[^\d]*+$")
_FIGURES = regex.compile(r"\d")


def unary(context: str, role: str, seen: Profile, place: float) -> float:
    """How well a column's cells fit a role: about 1 is a clear case, below 0 speaks against.

    `place` is where the column stands, 0 at the left, 1 at the right.
    """
    if not seen.filled:
        return _blank(role, place)
    return _roles(context).get(role, _note)(seen, place)


def _blank(role: str, place: float) -> float:
    if role in ("reason", "deviation", "evidence", "review_score"):
        return 0.2 if place > 0.7 and role == "reason" else 0.0
    return -0.6 if role in ("actual", "score", "target") else NEVER


@cache
def _roles(context: str) -> dict[str, Callable[[Profile, float], float]]:
    return {"indicators": _INDICATORS, "funds": _FUNDS, "summary": _SUMMARY}[context]


def _sequence(seen: Profile, place: float) -> float:
    return 1.4 if seen.codes > 0.8 and seen.filled >= 2 and place < 0.3 else NEVER


def _side(seen: Profile, place: float) -> float:
    return 1.6 if seen.filled == 1 and seen.rows >= 3 and seen.words == 1 and place < 0.2 else NEVER


def _spread(seen: Profile) -> float:
    return seen.distinct / max(1, seen.rows)


def _level1(seen: Profile, place: float) -> float:
    if seen.words < 0.7:
        return NEVER
    out = 1.4 * seen.usual1 - 0.8 * seen.usual2 * (seen.usual1 < 0.5)
    out += 0.5 if _spread(seen) <= 0.5 else -0.5
    return out - 0.6 * (seen.length > 14) - 0.8 * (place > 0.5) - 0.5 * (seen.offices > 0.6)


def _level2(seen: Profile, place: float) -> float:
    if seen.words < 0.7:
        return NEVER
    out = 1.4 * seen.usual2 - 0.8 * seen.usual1 * (seen.usual2 < 0.5)
    out += 0.4 if _spread(seen) <= 0.85 else -0.2
    return out - 0.6 * (seen.length > 14) - 0.8 * (place > 0.5) - 0.5 * (seen.offices > 0.6)


def _level3(seen: Profile, place: float) -> float:
    if seen.words < 0.7 or seen.filled * 10 < seen.rows * 6:
        return NEVER
    out = 0.8 if seen.distinct * 10 >= seen.filled * 8 else -0.4
    out -= max(seen.usual1, seen.usual2) + 1.2 * max(seen.rules, seen.explains) + 0.8 * (seen.offices > 0.6)
    return out - 0.8 * (seen.length > 36) - 0.4 * (place > 0.6)


def _target(seen: Profile, place: float) -> float:
    out = 1.2 * seen.signed + 0.5 * seen.measures + 0.2 * seen.amounts
    out -= (
        1.2 * (seen.units > 0.7 and seen.words > 0.7)
        + 2.0 * seen.signs
        + 0.8 * seen.rules
        + 0.5 * (seen.length > 30)
    )
    return out - 0.6 * (seen.filled * 2 < seen.rows) - 0.6 * (seen.offices > 0.6)


def _actual(seen: Profile, place: float) -> float:
    out = 0.6 * seen.measures + 0.3 * seen.amounts - 0.2 * seen.signed
    out -= 1.2 * (seen.units > 0.7 and seen.words > 0.7) + 2.0 * seen.signs + 0.8 * seen.rules
    return out - 0.4 * (seen.filled * 10 < seen.rows * 3) - 0.6 * (seen.offices > 0.6)


def _weight(seen: Profile, place: float) -> float:
    share = seen.points + seen.percents
    if share < 0.7:
        return NEVER
    out = 0.5 - 2.0 * (1 - share)
    if seen.rows >= 2 and (seen.sum in _WHOLE or (seen.total is not None and seen.sum == seen.total)):
        out += 0.9
    elif seen.total is not None and seen.total in _WHOLE:
        out += 0.7
    elif seen.sum > 130 or seen.percents > 0.5:
        out -= 1.5
    zeros = sum(1 for value in seen.figures.values() if value == 0)
    return out - 0.6 * (zeros > 0) - 0.8 * (seen.filled * 2 < seen.rows)


def _score(seen: Profile, place: float) -> float:
    if seen.points < 0.7:
        return NEVER
    out = 0.6 - 2.0 * (1 - seen.points) - 0.6 * (seen.sum > 120)
    return out + 0.3 * (seen.total is not None and seen.total <= 120) - 0.4 * (seen.filled * 2 < seen.rows)


def _second_score(seen: Profile, place: float) -> float:
    return _score(seen, place) - 0.4


def _second_actual(seen: Profile, place: float) -> float:
    return _actual(seen, place) - 0.4


def _sign(seen: Profile, place: float) -> float:
    return 1.6 if seen.signs >= 0.7 else NEVER


def _unit(seen: Profile, place: float) -> float:
    if seen.words + seen.percents < 0.7 and seen.units < 0.6:
        return NEVER
    if seen.units >= 0.6:
        return 1.4
    return 0.2 if seen.length <= 3 else -1.5


def _reason(seen: Profile, place: float) -> float:
    out = 0.6 * (seen.length > 8) + 0.3 * (seen.filled * 10 < seen.rows * 7) + 0.3 * (place > 0.7)
    return out - 1.6 * seen.amounts - 1.2 * seen.measures - 0.8 * seen.rules - 1.5 * (place < 0.4)


def _standard(seen: Profile, place: float) -> float:
    return 1.3 * seen.rules - 0.3 - 1.6 * seen.amounts


def _note(seen: Profile, place: float) -> float:
    return (
        0.1 * (seen.words > 0.7)
        - 1.6 * seen.amounts
        - 0.8 * seen.measures
        - 0.8 * (seen.filled * 2 < seen.rows)
    )


def _explanation(seen: Profile, place: float) -> float:
    return _note(seen, place) + 0.8 * seen.explains


def _owner(seen: Profile, place: float) -> float:
    return _note(seen, place) + (1.0 if seen.offices > 0.6 else -0.5)


def _previous(seen: Profile, place: float) -> float:
    return 0.2 - 1.0 * seen.words


def _completion(seen: Profile, place: float) -> float:
    return 0.5 if seen.percents > 0.7 else 0.1 - 1.6 * (seen.amounts < 0.7)


def _deviation(seen: Profile, place: float) -> float:
    return 0.1 - 1.2 * seen.words


def _core(seen: Profile, place: float) -> float:
    return 0.4 if {key(text) for text in seen.cells if text} <= {"是", "否", "√", "核心", "一般"} else -1.0


def _state(seen: Profile, place: float) -> float:
    return 0.2 if seen.distinct <= 4 and 0 < seen.length <= 6 else -1.0


_INDICATORS: dict[str, Callable[[Profile, float], float]] = {
    "sequence": _sequence,
    "side": _side,
    "level1": _level1,
    "level2": _level2,
    "level3": _level3,
    "target": _target,
    "initial_target": _target,
    "adjusted_target": _target,
    "actual": _actual,
    "weight": _weight,
    "score": _score,
    "review_score": _second_score,
    "review_actual": _second_actual,
    "sign": _sign,
    "unit": _unit,
    "reason": _reason,
    "standard": _standard,
    "explanation": _explanation,
    "owner": _owner,
    "previous": _previous,
    "completion": _completion,
    "deviation": _deviation,
    "core": _core,
    "state": _state,
}


def _amount(seen: Profile, place: float) -> float:
    return 0.5 - 2.5 * (1 - seen.amounts) - 0.8 * (seen.filled * 2 < seen.rows)


def _rate(seen: Profile, place: float) -> float:
    return 1.2 if seen.percents >= 0.6 else 0.0 if seen.amounts > 0.7 else NEVER


def _fund_points(seen: Profile, place: float) -> float:
    """Points for spending stand in one row, the total's; the parts have a dash."""
    if seen.points < 0.9 or not seen.figures:
        return NEVER
    return (0.8 if len(seen.figures) == 1 and seen.rows > 1 else 0.0) - 0.4 * (
        max(seen.figures.values()) > 30
    )


_FUNDS: dict[str, Callable[[Profile, float], float]] = {
    "initial": _amount,
    "budget": _amount,
    "arrived": _amount,
    "executed": _amount,
    "surplus": _amount,
    "rate": _rate,
    "weight": _fund_points,
    "score": _fund_points,
    "reason": _reason,
}


def _organisation(seen: Profile, place: float) -> float:
    named = sum(1 for text in seen.cells if text and is_organisation(text))
    return (1.2 if named * 10 >= seen.filled * 6 else -0.4) - 2.0 * (1 - seen.words)


def _project(seen: Profile, place: float) -> float:
    return (0.4 if seen.distinct * 10 >= seen.filled * 8 else -0.4) - 2.0 * (1 - seen.words)


def _whole_score(seen: Profile, place: float) -> float:
    high = sum(1 for value in seen.figures.values() if 40 <= value <= 120)
    return 0.8 if seen.filled and high * 10 >= seen.filled * 8 and seen.points > 0.7 else NEVER


def _grade(seen: Profile, place: float) -> float:
    grades = vocabulary.listed("titles", "grades")
    known = sum(1 for text in seen.cells if text and key(text) in grades)
    return 1.4 if seen.filled and known * 10 >= seen.filled * 8 else NEVER


_SUMMARY: dict[str, Callable[[Profile, float], float]] = {
    "sequence": _sequence,
    "unit_name": _organisation,
    "project_name": _project,
    "budget": _amount,
    "executed": _amount,
    "rate": _rate,
    "self_score": _whole_score,
    "review_score": _whole_score,
    "grade": _grade,
    "reason": _reason,
}


def pair(first: str, second: str, one: Profile, other: Profile, gap: int) -> float:
    """How well two columns fit two roles together; `gap` is how far the second stands right of the first."""
    found = _PAIRS.get((first, second))
    return found(one, other, gap) if found else 0.0


def _points(weight: Profile, score: Profile, gap: int) -> float:
    """A score never exceeds its weight; most often it is the weight."""
    both = [(value, score.figures[row]) for row, value in weight.figures.items() if row in score.figures]
    out = 0.3 if gap > 0 else -0.1
    if both:
        out += (
            0.9
            if all(b <= a for a, b in both)
            else -1.5 * (sum(1 for a, b in both if b > a) > len(both) * 0.1)
        )
        out += 0.4 if len(both) > 1 and sum(1 for a, b in both if a == b) >= len(both) * 0.3 else 0.0
    return out


def _same_unit(target: Profile, actual: Profile, gap: int) -> float:
    """Result and target are in one unit; the target stands first."""
    out = 0.35 if gap > 0 else -0.25
    both = [(a, b) for a, b in zip(target.cells, actual.cells, strict=True) if a and b]
    measured = [(a, b) for a, b in both if _FIGURES.search(a) and _FIGURES.search(b)]
    if measured:
        same = sum(1 for a, b in measured if _tail(a) == _tail(b))
        out += 0.8 * same / len(measured)
    return out + (0.3 if both and sum(1 for a, b in both if a == b) * 2 >= len(both) else 0.0)


def _tail(text: str) -> str:
    found = _TAIL.search(text)
    return key(found.group()) if found else ""


def _before(one: Profile, other: Profile, gap: int) -> float:
    return 0.2 if gap > 0 else -0.3


def _strictly_before(one: Profile, other: Profile, gap: int) -> float:
    return 0.2 if gap > 0 else -2.0


def _beside(one: Profile, other: Profile, gap: int) -> float:
    return 0.4 if abs(gap) <= 2 else 0.0


def _spent(budget: Profile, executed: Profile, gap: int) -> float:
    """Little is spent beyond the budget; the budget stands first."""
    both = [
        (value, executed.figures[row]) for row, value in budget.figures.items() if row in executed.figures
    ]
    within = sum(1 for a, b in both if b <= a)
    return (0.4 if gap > 0 else -0.4) + (0.4 if both and within * 10 >= len(both) * 8 else 0.0)


_PAIRS: dict[tuple[str, str], Callable[[Profile, Profile, int], float]] = {
    ("weight", "score"): _points,
    ("weight", "review_score"): _points,
    ("score", "review_score"): _before,
    ("target", "actual"): _same_unit,
    ("actual", "review_actual"): _before,
    ("sign", "target"): _beside,
    ("target", "unit"): _beside,
    ("level1", "level2"): _strictly_before,
    ("level2", "level3"): _strictly_before,
    ("level1", "level3"): _strictly_before,
    ("level3", "target"): _before,
    ("level3", "actual"): _before,
    ("score", "reason"): _before,
    ("budget", "executed"): _spent,
    ("initial", "budget"): _before,
    ("initial", "executed"): _before,
    ("executed", "rate"): _before,
    ("self_score", "review_score"): _before,
    ("unit_name", "project_name"): _before,
}
