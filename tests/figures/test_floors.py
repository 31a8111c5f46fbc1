"""Scores on the labelled sentences of sentences/*.jsonl stay above their floors (floors.toml)."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from extractors.figures import find
from tests.figures import scoring

HERE = Path(__file__).parent
FLOORS: dict[str, Any] = tomllib.loads((HERE / "floors.toml").read_text(encoding="utf-8"))
STRICT: dict[str, dict[str, float]] = FLOORS.pop("strict")
MS_PER_KB = 12.0  # 3 on a quiet machine; this only catches a fall into another order


def figures(text: str) -> list[dict[str, Any]]:
    return [figure.to_json() for figure in find(text)]


@pytest.mark.parametrize("name", FLOORS)
def test_floor(name: str) -> None:
    entries = scoring.read(HERE / "sentences" / f"{name}.jsonl")
    for entry in entries[:10]:  # warm: the dictionary of words is read on first need
        figures(entry["text"])
    result = scoring.score(entries, figures)
    print(name, result)
    floors = dict(FLOORS[name])
    assert result["false_per_empty"] <= floors.pop("false_per_empty")
    assert result["ms_per_kb"] < MS_PER_KB
    for layer, floor in floors.items():
        assert result[layer] >= floor, f"{layer} {result}"


@pytest.mark.parametrize("name", STRICT)
def test_floor_of_one_answer(name: str) -> None:
    entries = scoring.read(HERE / "sentences" / f"{name}.jsonl")
    bare = [{**e, "figures": [{**figure, "accept": {}} for figure in e["figures"]]} for e in entries]
    result = scoring.score(bare, figures)
    print(name, result)
    assert {layer: result[layer] for layer, floor in STRICT[name].items() if result[layer] < floor} == {}


def test_the_scorer_knows_right_from_wrong() -> None:
    gold = {
        "span": [0, 4],
        "text": "112家",
        "value": "112",
        "unit": "家",
        "qualifier": None,
        "kind": "actual",
        "subject": "企业认定数",
        "direction": None,
    }
    entries = [{"id": 1, "text": "112家", "figures": [gold]}, {"id": 2, "text": "无", "figures": []}]
    assert scoring.score(entries, lambda text: [gold] if text == "112家" else [])["exact"] == 1.0
    assert scoring.score(entries, lambda text: [])["exact"] == 0.0
    wrong = {**gold, "kind": "target", "subject": "别的事"}
    result = scoring.score(entries, lambda text: [wrong])
    assert (result["exact"], result["kind"], result["subject"]) == (0.6667, 0.0, 0.0)
    assert result["false_per_empty"] == 1.0
    assert scoring.same_value("2/3", "4/6")
    assert scoring.same_value("5:3:2", "5:3:2")
    assert not scoring.same_value("5:3:2", "5:3:1")
