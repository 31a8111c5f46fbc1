"""Hostile text costs linear time."""

from __future__ import annotations

import json
import time

import pytest

from extractors.figures import figure_lines, find

RUNS = ["一", "1", "万", "1,", "十", "1.", "第", "百分之", "1个", "一个", "12、", "由1到", "（", "(1)", "“1", "二〇", "1:2:", "每", "家、", "约", "1家增长", "同比增长1%", "其中A1人、", "A、B、分别", "完成", "全区", "的"]  # fmt: skip


@pytest.mark.parametrize("unit", RUNS)
def test_ten_thousand_characters(unit: str) -> None:
    text = unit * (10_000 // len(unit))
    find(text[:100])
    began = time.process_time()
    find(text)
    limit = 0.5 if len(unit) == 1 or unit == "1," else 3.0
    assert time.process_time() - began < limit


@pytest.mark.parametrize("unit", ["一", "1", "万", "1,"])
def test_numbers_only_too(unit: str) -> None:
    line = json.dumps({"id": 1, "text": unit * (10_000 // len(unit))})
    began = time.process_time()
    list(figure_lines([line], numbers_only=True))
    assert time.process_time() - began < 0.5


def test_twice_the_text_costs_about_twice() -> None:
    sentence = "全年新建农村公厕50座，完成投资1,260万元，同比增长11%，全市排名第5；"

    def cost(times: int) -> float:
        began = time.process_time()
        find(sentence * times)
        return time.process_time() - began

    cost(10)
    once, twice = (min(cost(times) for _ in range(3)) for times in (100, 200))
    assert twice < 4 * once + 0.05
