"""Our fractions are those of the standard library, only faster."""

import fractions
import operator
import pickle
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.numerals.fraction import Fraction

WHOLE = st.integers(-(10**14), 10**14)
PLAIN = st.builds(fractions.Fraction, WHOLE, st.sampled_from([1, 1, 2, 3, 7, 10, 100, 10**4, 10**12]))
OTHERS = st.one_of(WHOLE, PLAIN, st.booleans(), st.floats(-1e9, 1e9))
ARITHMETIC = [
    operator.add, operator.sub, operator.mul, operator.truediv, operator.floordiv, operator.mod, divmod,
]  # fmt: skip
ORDER = [operator.eq, operator.ne, operator.lt, operator.le, operator.gt, operator.ge]


def told(operation, *operands):
    """What an operation gives or raises, with its kind; a fraction of ours counts as a plain one."""
    try:
        found = operation(*operands)
    except (ZeroDivisionError, TypeError, OverflowError) as error:
        return type(error)
    if isinstance(found, fractions.Fraction):
        return fractions.Fraction, found.numerator, found.denominator
    return type(found), found


@pytest.mark.parametrize("operation", ARITHMETIC + ORDER)
@given(PLAIN, OTHERS)
def test_every_operation_gives_the_same_from_both_sides(operation, one, other):
    ours = Fraction(one)
    mine = Fraction(other) if isinstance(other, fractions.Fraction) else other
    assert told(operation, ours, other) == told(operation, ours, mine) == told(operation, one, other)
    assert told(operation, other, ours) == told(operation, mine, ours) == told(operation, other, one)


@pytest.mark.parametrize(
    "operation", [operator.neg, operator.pos, abs, bool, float, int, hash, round, str, repr]
)
@given(PLAIN)
def test_of_one_number_too(operation, one):
    assert told(operation, Fraction(one)) == told(operation, one)


@given(PLAIN, PLAIN)
def test_what_comes_out_is_fast_again(one, other):
    for operation in (operator.add, operator.sub, operator.mul):
        assert type(operation(Fraction(one), other)) is Fraction
        assert type(operation(other, Fraction(one))) is Fraction
    if one and other:
        assert type(Fraction(one) / other) is type(other / Fraction(one)) is Fraction
    assert type(sum([Fraction(one)], 0)) is type(-Fraction(one)) is type(abs(Fraction(one))) is Fraction


@given(st.decimals(allow_nan=False, allow_infinity=False, places=6, min_value=-(10**12), max_value=10**12))
def test_made_of_a_decimal_or_its_text(value):
    assert told(Fraction, value) == told(Fraction, str(value)) == told(fractions.Fraction, value)


@pytest.mark.parametrize(
    "parts", [(3, 4), (6, -4), (Fraction(1, 2), 3), (3, Fraction(1, 2)), (0, 5), (7,), (True,)]
)
def test_made_of_parts(parts):
    assert told(Fraction, *parts) == told(fractions.Fraction, *parts)
    assert type(Fraction(*parts)) is Fraction


@pytest.mark.parametrize("parts", [("x",), (Decimal("NaN"),), (1, 0), (0.5, 2), (None,)])
def test_what_is_no_number_is_refused_alike(parts):
    with pytest.raises((ValueError, TypeError, ZeroDivisionError)) as ours:
        Fraction(*parts)
    with pytest.raises(ours.type):
        fractions.Fraction(*parts)


@given(PLAIN)
def test_travels(one):
    assert told(pickle.loads, pickle.dumps(Fraction(one))) == told(fractions.Fraction, one)
    assert {one: "found"}[Fraction(one)] == "found"
