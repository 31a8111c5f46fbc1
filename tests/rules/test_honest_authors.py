"""Honest authors are never accused: they round or cut, change units, write 余, 约, 近 or 超."""

from fractions import Fraction
from math import ceil, floor

from hypothesis import given, settings
from hypothesis import strategies as st

from rules.comparing import derived, round_down, round_half_up, same_fact, total
from rules.denotation import Printed, denote
from rules.intervals import Interval

money = st.integers(1, 10**12).map(lambda fen: Fraction(fen, 100))  # 元
unit = st.sampled_from([Fraction(1), Fraction(10**4), Fraction(10**8)])
decimals = st.integers(0, 4)
manner = st.sampled_from([round_half_up, round_down])
count = st.integers(1, 10**7)


def printed(true, scale, places, how):
    """The true value as an author prints it, in units of `scale` with so many decimals."""
    step = scale / 10**places
    return Printed(value=how(true, step), step=step, scale=scale)


@settings(deadline=None)
@given(money, unit, unit, decimals, decimals, manner, manner)
def test_one_amount_in_two_places(true, unit_a, unit_b, places_a, places_b, how_a, how_b):
    a, b = printed(true, unit_a, places_a, how_a), printed(true, unit_b, places_b, how_b)
    if a.step == b.step and how_a != how_b:
        return  # two different figures at one precision: an auditor does ask
    assert same_fact(a, b).agrees


@settings(deadline=None)
@given(money, money, st.sampled_from([Fraction(1), Fraction(10**4)]), decimals, manner)
def test_a_rate_of_two_amounts(part, whole, scale, places, how):
    a, b = printed(part, scale, 2, round_half_up), printed(whole, scale, 2, round_half_up)
    if b.value < 100 * b.step:
        return
    rate = printed(part / whole * 100, Fraction(1), places, how)
    if a.value < 1000 * a.step and b.value < 1000 * b.step and how is round_down:
        rate = printed(a.value / b.value * 100, Fraction(1), places, how)  # coarse: from the figures printed
    assert derived(rate, lambda x, y: x / y * 100, a, b).agrees


@settings(deadline=None)
@given(count, count, decimals, manner)
def test_a_rate_of_two_counts(part, whole, places, how):
    a, b = (Printed(value=Fraction(x), exact=True) for x in (part, whole))
    rate = printed(Fraction(part * 100, whole), Fraction(1), places, how)
    assert derived(rate, lambda x, y: x / y * 100, a, b).agrees


@settings(deadline=None)
@given(st.lists(money, min_size=1, max_size=12), manner)
def test_a_total_of_rounded_parts(parts, how):
    shown = [printed(x, Fraction(10**4), 2, how) for x in parts]
    whole = printed(sum(parts, Fraction(0)), Fraction(10**4), 2, how)
    assert total(whole, shown).agrees


@settings(deadline=None)
@given(count, st.integers(0, 7), st.sampled_from(["some", "approx", "near", "gt", "lt"]))
def test_vague_words(true, power, word):
    place = Fraction(10**power)
    low, high = floor(true / place) * place, ceil(true / place) * place
    said = {"some": low, "gt": low, "lt": high, "near": high, "approx": round_half_up(Fraction(true), place)}
    value = Fraction(said[word])
    honest = {
        "some": low < true and value > 0,
        "gt": low < true and value > 0,
        "lt": true < high,
        "near": true < high and true >= high * Fraction(9, 10),
        "approx": value > 0,
    }
    if honest[word]:
        vague = Printed(value=value, step=Fraction(1), exact=True, qualifier=word)
        assert same_fact(Printed(value=Fraction(true), exact=True), vague).agrees


ends = st.fractions(-1000, 1000, max_denominator=100)


@st.composite
def intervals(draw):
    low, high = sorted([draw(ends), draw(ends)])
    flags = (False, False) if low == high else (draw(st.booleans()), draw(st.booleans()))
    return Interval(low, high, *flags)


@st.composite
def members(draw):
    whole = draw(intervals())
    share = draw(st.fractions(0, 1, max_denominator=50))
    x = whole.low + (whole.high - whole.low) * share
    return whole, x if x in whole else (whole.low + whole.high) / 2


@settings(deadline=None)
@given(members(), members())
def test_interval_arithmetic_holds_every_result(first, second):
    (a, x), (b, y) = first, second
    assert x + y in a + b
    assert x - y in a - b
    assert x * y in a * b
    if Fraction(0) not in b.closed():
        assert x / y in a / b
    assert a.meets(b) == b.meets(a)
    if x in b:
        assert a.meets(b)
        assert x in a.within(b)


@settings(deadline=None)
@given(money, unit, decimals)
def test_a_rounded_figure_stands_for_its_true_value(true, scale, places):
    assert true in denote(printed(true, scale, places, round_half_up)) or true < scale / 10**places / 2
