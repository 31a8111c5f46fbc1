"""Units: spellings, composites, words that only look like units; the table itself."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from extractors import units

CANONICAL = {
    "名": "人", "位": "人", "个月": "月", "日": "天", "千米": "公里", "㎡": "平方米", "度": "千瓦时", "％": "%", "圆": "元",
    "块": "元", "￥": "元", "元整": "元", "个百分点": "百分点", "pp": "百分点", "位次": "名次", "个工作日": "工作日", "平米": "平方米",
    "立方": "立方米", "方": "立方米", "km": "公里", "kg": "公斤", "tce": "吨标准煤", "人（次）": "人次", "台（套）": "台套",
    "台/套": "台套", "条(次)": "条次", "人·年": "人年", "mg/L": "毫克/升", "ug/m3": "微克/立方米", "吨/日": "吨/天",
    "元/㎡": "元/平方米", "元/日": "元/天", "元/亩": "元/亩", "/十万": "/10万", "吨标准煤/万元": "吨标准煤/万元", "元/人·月": "元/人·月",
    "次/10万公顷": "次/10万公顷", "头（只）": "头只", "%(百分比)": "%", "（家）": "家", "家": "家", "户": "户", "个": "个", "项": "项",
}  # fmt: skip


@pytest.mark.parametrize("spelling", CANONICAL)
def test_canonical(spelling: str) -> None:
    assert units.canonical(spelling) == CANONICAL[spelling]


@pytest.mark.parametrize("text", ["", "5", "万元", "方面", "项目", "部门", "年度", "局", "已完成"])
def test_not_a_unit(text: str) -> None:
    assert units.canonical(text) is None


def test_scaled() -> None:
    assert units.scaled("万元") == (10_000, "元")
    assert units.scaled("千元") == (1000, "元")
    assert units.scaled("亿元") == (10**8, "元")
    assert units.scaled("（万元）") == (10_000, "元")
    assert units.scaled("千米") == (1, "公里")
    assert units.scaled("千瓦") == (1, "千瓦")
    assert units.scaled("万吨") == (10_000, "吨")
    assert units.scaled("局") is None


@pytest.mark.parametrize(
    ("text", "start", "expected"),
    [
        ("12个百分点", 2, "个百分点"), ("3家庭", 1, None), ("20户籍", 2, None), ("5项目标任务", 1, "项"), ("5项目", 1, None),
        ("12支队伍", 2, "支"), ("12支队", 2, None), ("112 家", 3, "家"), ("45台（套）设备", 2, "台（套）"), ("45台（套", 2, "台"),
        ("4000元/人", 4, "元/人"), ("620万/月", 4, "/月"), ("3km2", 1, "km2"), ("3m高", 1, "m"), ("3max", 1, None),
    ],
)  # fmt: skip
def test_longest_match(text: str, start: int, expected: str | None) -> None:
    found = units.match(text, start)
    assert (found.text if found else None) == expected


def test_every_unit_has_an_example_that_shows_it() -> None:
    data = tomllib.loads(Path("extractors/data/units.toml").read_text(encoding="utf-8"))
    data.pop("guards")
    names = 0
    for entries in data.values():
        assert entries.pop("source")
        for name, entry in entries.items():
            names += 1
            assert any(spelling in entry["example"] for spelling in [name, *entry["also"]]), name
    assert names >= 150


def test_no_spelling_belongs_to_two_units() -> None:
    data = tomllib.loads(Path("extractors/data/units.toml").read_text(encoding="utf-8"))
    data.pop("guards")
    seen: set[str] = set()
    for entries in data.values():
        for name, entry in entries.items():
            if name != "source":
                for spelling in (name, *entry["also"]):
                    assert spelling not in seen, spelling
                    seen.add(spelling)
