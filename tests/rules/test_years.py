"""A city over three years: every rule across years and units finds its case, leaves its near miss alone.

The long form has other cities laid down as files of four formats, ingested, checked: `python -m corpus.years --long`.
"""

import pytest

from corpus.years.__main__ import SEEDS, tallies
from corpus.years.book import honest
from corpus.years.measuring import by_rule, findings, tally
from corpus.years.planting import planted_book
from rules.families import FAMILIES


@pytest.fixture(scope="module")
def measured():
    return list(tallies("short"))


def test_every_rule_has_a_case_and_a_near_miss():
    planted = {rule for rule, fires, near in by_rule(planted_book(1)) if fires and near}
    assert planted == {rule.id for letter in "GH" for rule in FAMILIES[letter][1]}


def test_what_is_planted_is_found(measured):
    assert [got.said for _, got in measured] == [[] for _ in SEEDS["short"]]
    assert all(got.planted >= 25 and got.near >= 23 for _, got in measured)


def test_units_without_a_case_are_accused_of_nothing(measured):
    assert [sorted(got.accused) for _, got in measured] == [[] for _ in SEEDS["short"]]
    assert [len(book.offices) for book, _ in measured] == [60, 60]


def test_an_honest_city_is_accused_of_nothing():
    book = honest(50)
    assert tally(book, findings(book)).said == []
