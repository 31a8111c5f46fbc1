"""No layout of the corpus is read worse, by any reader, than floors.toml says; `--slow` adds more seeds."""

from __future__ import annotations

import pytest

from corpus.floors import FLOORS, FORMATS, Floors, every_layout, load, measured, raised, shares, written
from corpus.scoring import Score

KNOWN = load()


def assert_kept(run: str, layout: str) -> None:
    got = measured(run, layout)
    fallen = {
        form: (floor, got[form])
        for form, floor in KNOWN[run][layout].items()
        if any(now < least for now, least in zip(got[form], floor, strict=True))
    }
    assert fallen == {}


@pytest.mark.parametrize("layout", every_layout())
def test_floor(layout: str) -> None:
    assert_kept("short", layout)


@pytest.mark.slow
@pytest.mark.parametrize("layout", every_layout())
def test_long_floor(layout: str) -> None:
    assert_kept("long", layout)


def test_every_layout_has_floors_for_every_reader() -> None:
    for run in ("short", "long"):
        assert {layout: tuple(floors) for layout, floors in KNOWN[run].items()} == dict.fromkeys(
            every_layout(), FORMATS
        )


def test_the_file_is_as_the_command_writes_it() -> None:
    assert written(KNOWN) == FLOORS.read_text(encoding="utf-8")


def test_floors_only_rise() -> None:
    floors: Floors = {"short": {"a": {"docx": [0.9, 1.0, 1.0, 1.0, 1.0]}}}
    assert raised(floors, "short", "a", {"docx": [0.8, 1.0, 1.0, 1.0, 1.0]}) == []
    assert raised(floors, "short", "a", {"docx": [0.95, 0.5, 1.0, 1.0, 1.0]}) == [
        "short a docx: [0.9, 1.0, 1.0, 1.0, 1.0] -> [0.95, 1.0, 1.0, 1.0, 1.0]"
    ]
    assert floors["short"]["a"]["docx"] == [0.95, 1.0, 1.0, 1.0, 1.0]


def test_shares_are_cut_off_so_that_a_floor_is_never_above_its_score() -> None:
    got = Score(forms=[2, 1, 0], rows=[1, 0, 2], cells=[2, 3])
    assert shares(got) == [0.6666, 1.0, 0.3333, 0.6666, 1.0]
