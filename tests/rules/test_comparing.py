"""Printed figures compare as an auditor with a pocket calculator would judge them."""

from fractions import Fraction

import pytest

from rules.comparing import at_column_precision, derived, grid, round_down, round_half_up, same_fact, total
from rules.denotation import Printed, cut, denote, exactly, last_place
from rules.intervals import Interval


def f(text: str, unit: int = 1, **more) -> Printed:
    """A rounded figure from its digits, `unit` base units each."""
    decimals = len(text.partition(".")[2])
    value, step = Fraction(text) * unit, Fraction(unit, 10**decimals)
    return Printed(value=value, step=step, scale=Fraction(unit), text=text, **more)


def n(count: int) -> Printed:
    return Printed(value=Fraction(count), exact=True)


def rate(part, whole):
    return part / whole * 100


def between(low, high, low_open=False, high_open=True):
    return Interval(Fraction(low), Fraction(high), low_open, high_open)


@pytest.mark.parametrize(
    ("figure", "meant"),
    [
        (f("6.4"), between("6.35", "6.45")),
        (f("107"), between("106.5", "107.5")),
        (f("-3.2"), between("-3.25", "-3.15", True, False)),
        (f("0.0"), between("-0.05", "0.05", True, True)),
        (n(112), between(112, 112, False, False)),
        (f("110", exact=True, qualifier="approx"), between("104.5", "115.5", False, False)),
        (f("100", qualifier="near"), between(90, 100)),
        (f("100", qualifier="some"), between(100, 200, True, True)),
        (f("30", qualifier="some"), between(30, 40, True, True)),
        (f("100", qualifier="gt"), Interval(Fraction(100), None, False, True)),
        (f("60", qualifier="lt"), Interval(None, Fraction(60), True, True)),
        (f("60", qualifier="le"), Interval(None, Fraction(60), True, False)),
        (f("30", exact=True, high=Fraction(40)), between(30, 40, False, False)),
    ],
)
def test_what_a_figure_stands_for(figure, meant):
    assert denote(figure) == meant


def test_a_domain_bounds_what_a_figure_stands_for():
    assert denote(f("100"), between(0, 100, False, False)) == between("99.5", 100, False, False)


def test_cut_figures_lie_above_what_is_printed():
    assert cut(f("6.4")) == between("6.4", "6.5")
    assert cut(f("-6.4")) == between("-6.5", "-6.4", True, False)


def test_last_place():
    assert last_place(f("110")) == 10
    assert last_place(f("6.4", 100_000_000)) == 10_000_000
    assert last_place(f("0")) == 1


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        (f("6.4", 10**8), f("64000", 10**4), "exact"),
        (f("6.4", 10**8), f("6.38", 10**8), "rounded"),
        (f("6.4", 10**8), f("6.49", 10**8), "truncated"),
        (f("6.4", 10**8), f("6.5", 10**8), "conflict"),
        (f("6.4", 10**8), f("6.3", 10**8), "conflict"),
        (f("752"), f("751.64"), "rounded"),
        (f("751"), f("751.64"), "truncated"),
        (f("751.64"), f("715.64"), "conflict"),
        (n(112), n(121), "conflict"),
        (n(112), f("110", exact=True, qualifier="some"), "within"),
        (n(120), f("110", exact=True, qualifier="some"), "conflict"),
        (n(112), f("100", exact=True, qualifier="gt"), "within"),
        (n(99), f("100", exact=True, qualifier="gt"), "conflict"),
        (n(112), f("100", exact=True, qualifier="near"), "conflict"),
        (n(12350), f("1.23", 10**4), "rounded"),
        (exactly(Fraction(100)), exactly(Fraction(100)), "exact"),
        (exactly(Fraction(92)), exactly(Fraction(90)), "conflict"),
    ],
)
def test_same_fact(a, b, verdict):
    assert same_fact(a, b).verdict == verdict
    assert same_fact(b, a).verdict == verdict


@pytest.mark.parametrize(
    ("printed", "part", "whole", "verdict"),
    [
        (f("830.04"), f("6238.91"), f("751.64"), "exact"),
        (f("831.04"), f("6238.91"), f("751.64"), "conflict"),
        (f("830"), f("6238.91"), f("751.64"), "exact"),
        (f("830.05"), f("6238.91"), f("751.64"), "rounded"),
        (f("107"), f("6.4"), f("6"), "exact"),
        (f("106"), f("6.4"), f("6", exact=True), "rounded"),
        (f("108"), f("6.4"), f("6", exact=True), "conflict"),
        (f("41.2"), n(14), n(34), "exact"),
        (f("41.1"), n(14), n(34), "truncated"),
        (f("42"), n(14), n(34), "conflict"),
        (f("62"), n(5), n(8), "rounded"),
        (f("63"), n(5), n(8), "exact"),
        (f("64"), n(5), n(8), "conflict"),
        (f("1024.63"), f("6076.06"), f("593.00"), "exact"),
    ],
)
def test_derived_rates(printed, part, whole, verdict):
    assert derived(printed, rate, part, whole).verdict == verdict


def test_a_blank_denominator_is_not_guessed():
    with pytest.raises(ZeroDivisionError):
        derived(f("100"), rate, f("5"), f("0"))


def test_column_precision_gives_dropped_zeros_back():
    column = [f("158.64", 10**4), f("593", 10**4), f("751.66", 10**4)]
    parts = at_column_precision(column)
    assert [x.step for x in parts] == [100, 100, 100]
    assert total(parts[2], parts[:2]).verdict == "conflict"
    assert total(f("751.65", 10**4), parts[:2]).verdict == "rounded"


def test_one_long_cell_does_not_make_its_neighbours_exact():
    column = [f("158.64", 10**4), f("593", 10**4), f("751.6389", 10**4)]
    parts = at_column_precision(column)
    assert [x.step for x in parts] == [100, 100, 1]
    assert total(parts[2], parts[:2]).agrees


def test_conflict_carries_its_gap():
    assert same_fact(n(112), n(121)).gap == 9
    assert same_fact(f("6.4"), f("6.7")).gap == Fraction("0.2")


def test_grid():
    assert grid([Fraction(x) for x in ("5", "2", "10")]) == 1
    assert grid([Fraction(x) for x in ("8.5", "9", "10")]) == Fraction(1, 2)
    assert grid([Fraction(x) for x in ("8.62", "9.51")]) == Fraction(1, 100)
    assert grid([]) == 1


def test_rounding():
    assert round_half_up(Fraction("2.345"), Fraction("0.01")) == Fraction("2.35")
    assert round_half_up(Fraction("-2.345"), Fraction("0.01")) == Fraction("-2.35")
    assert round_down(Fraction("-2.349"), Fraction("0.01")) == Fraction("-2.34")
