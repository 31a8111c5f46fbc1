"""The printed total of a form against its cells, with every reading that is legitimate."""

from __future__ import annotations

import msgspec

from extractors.numerals.fraction import Fraction
from extractors.records import Evidence, Form, Fund, Indicator
from rules.grouping import Group, blank, counted, groups, is_absent, is_bonus, summed, unread
from rules.quoting import cell, place
from rules.submission import Submission

EXECUTION = "执行率"  # an indicator row that carries the execution's points itself
EXECUTION_WEIGHTS = (Fraction(10), Fraction(20))  # what the execution is worth where it stands apart


class Reading(msgspec.Struct, frozen=True):
    """One way to add up a column: what is counted, and the sum."""

    name: str
    total: Fraction


class Unscored(msgspec.Struct, frozen=True):
    """Weight that no printed cell carries: a labelled group, or a row, that is left blank."""

    name: str
    points: Fraction
    rows: list[Indicator]


def readings(submission: Submission, form: Form, column: str) -> list[Reading]:
    """Sums of `weight` or `score`: the rows with the execution's own points first, if it has any.

    Also without them (they may stand in an indicator row), and with 其中 rows that carry points.
    """
    return submission.once(f"readings of {column}", form, lambda: _readings(submission, form, column))


def _readings(submission: Submission, form: Form, column: str) -> list[Reading]:
    rows = submission.indicators_of(form)
    base = summed(rows, column)
    sums = [Reading("指标各行", base)]
    execution = execution_points(submission, form, column)
    sums = [Reading("指标各行与预算执行", base + points) for points in execution] + sums
    details = [getattr(row, f"{column}_points") for row in rows if row.is_detail]
    extra = sum((Fraction(points) for points in details if points is not None), Fraction(0))
    if extra:
        sums += [Reading(f"{reading.name}（含其中行）", reading.total + extra) for reading in sums]
    bonus = sum((cell.points for cell in counted(rows, column) if is_bonus(cell.rows[0])), Fraction(0))
    if bonus:
        sums += [Reading(f"{reading.name}（不含加分项）", reading.total - bonus) for reading in sums]
    return sums


def execution_points(submission: Submission, form: Form, column: str) -> list[Fraction]:
    """The points of the execution, the total row's first; several rows may repeat the same ones."""
    funds = sorted(submission.funds_of(form), key=lambda fund: fund.partition != "total")
    found = [getattr(fund, f"{column}_points") for fund in funds]
    points = [Fraction(x) for x in found if x is not None]
    return list(dict.fromkeys(points))


def execution_unprinted(submission: Submission, form: Form, missing: Fraction) -> str | None:
    """How a missing 10 or 20 points may be the execution's, whose weight is not printed or not read.

    "scored" where a money row prints a score; "possible" in a project or transfer form that shows
    no points of the execution anywhere; None where that cannot be.
    """
    if missing not in EXECUTION_WEIGHTS or execution_points(submission, form, "weight"):
        return None
    if any(fund.score_points is not None for fund in submission.funds_of(form)):
        return "scored"
    rows = submission.indicators_of(form)
    named = any(EXECUTION in f"{row.level1}{row.level2}{row.level3}" for row in rows)
    return "possible" if form.form_kind in {"project", "transfer"} and not named else None


def pointed_funds(submission: Submission, form: Form, column: str) -> list[Fund]:
    """Money rows that carry points in this column."""
    return [fund for fund in submission.funds_of(form) if getattr(fund, f"{column}_points") is not None]


def unscored(submission: Submission, form: Form, column: str) -> list[Unscored]:
    """What a blank cell may have been worth: labelled groups short of their weight, blank rows."""
    rows = submission.indicators_of(form)
    return submission.once(f"unscored {column}", form, lambda: _unscored(rows, column))


def _unscored(rows: list[Indicator], column: str) -> list[Unscored]:
    out = []
    taken: set[int] = set()
    for group in groups(rows, 2):
        empty = blank(group.rows, column)
        missing = _missing(group, column)
        if empty and missing > 0:
            out.append(Unscored(_group_name(group), missing, empty))
            taken |= {row.row for row in empty}
    for row in rows:
        weight = row.weight_points if row.weight_points is not None else row.level3_weight_points
        if row.row not in taken and row in blank([row], column) and weight:
            out.append(Unscored(row.level3 or row.level2 or "（空白）", Fraction(weight), [row]))
    return out


def explain(gap: Fraction, missing: list[Unscored]) -> Unscored | None:
    """The blank, or all blanks together, whose weight is the gap."""
    for one in missing:
        if one.points == gap:
            return one
    if len(missing) > 1 and sum(one.points for one in missing) == gap:
        rows = [row for one in missing for row in one.rows]
        return Unscored("、".join(one.name for one in missing), gap, rows)
    return None


def unreadable(submission: Submission, form: Form, column: str) -> bool:
    """True where a cell prints digits that could not be read as points: a sum would be wrong."""
    return any(unread(row, column) for row in submission.indicators_of(form) if not row.is_detail)


def quoted(submission: Submission, form: Form, column: str, most: int = 40) -> list[Evidence]:
    """The cells of a column, merged ones once."""
    cells = counted(submission.indicators_of(form), column)
    funds = [cell(fund, column) for fund in pointed_funds(submission, form, column)]
    return funds + [cell(one.rows[0], column) for one in cells[:most]]


def used(submission: Submission, form: Form, column: str) -> list[tuple[str | None, str | None]]:
    """The places that a column's sum rests on, blanks included."""
    rows = submission.indicators_of(form)
    return [
        *(place(row, column) for row in rows),
        *((x.document_id, x.at) for x in submission.funds_of(form)),
    ]


def _missing(group: Group, column: str) -> Fraction:
    """What a group's printed weight leaves for its blank rows."""
    if group.weight is None:
        return Fraction(0)
    given = [row for row in group.rows if getattr(row, f"{column}_points") is not None]
    return group.weight - summed(given, "weight")


def _group_name(group: Group) -> str:
    names = [row.level3 for row in group.rows if row.level3 and not is_absent(row)]
    shown = group.name if len(names) != 1 or len(group.rows) > 1 else names[0]
    return f"{shown}（{group.weight}分）" if group.weight is not None else shown
