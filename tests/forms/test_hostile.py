"""Cells of blanks or brackets without end are read in linear time."""

from __future__ import annotations

import time
from decimal import Decimal

import pytest

from extractors.forms.layouts.measures import _value
from extractors.forms.normalise import name


@pytest.mark.parametrize("unit", [" ", "\u3000", " (", "（ ", "(95%) "])
def test_linear(unit: str) -> None:
    text = f"加固堤防{unit * (400_000 // len(unit))}完"
    started = time.perf_counter()
    name(text)
    _value(text, None, None)
    assert time.perf_counter() - started < 5


def test_shares_without_end_are_no_crash() -> None:
    assert _value("完成" + "（占95%）" * 50_000, None, None).kind == "text"


@pytest.mark.parametrize("text", ["堤防（续表）", "堤防 \n（续）  ", "堤防   （ 接上页 ）"])
def test_what_continues_a_name_goes(text: str) -> None:
    assert name(text).text == "堤防"


@pytest.mark.parametrize(
    "text", ["共12公里（占95%）", "共12公里  ( 完成率：95％ ) ", "共12公里（95%）（95%）"]
)
def test_a_share_goes(text: str) -> None:
    plain = _value("共12公里", None, None)
    assert (_value(text, None, None), plain.value) == (plain, Decimal(12))
