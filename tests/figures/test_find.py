"""Figures in sentences of many hands: span, value, unit, qualifier, kind, direction, subject.

The sentences stand in cases/*.txt; most were labelled by the conventions before the grammar saw them.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from extractors.figures import FoundFigure, find
from tests.figures import cases, scoring

HERE = Path(__file__).parent
SAMPLE = HERE.parent.parent.parent / "shared" / "sample" / "submission.txt"
CASES = [case for path in sorted((HERE / "cases").glob("*.txt")) for case in cases.read(path)]


def written(figure: FoundFigure) -> list[str]:
    entry = figure.to_json()
    value = entry["value"] if "value" in entry else f"{entry['value_low']}..{entry['value_high']}"
    sign = {"up": "+", "down": "-", None: ""}[figure.direction]
    return [figure.text, str(value), figure.unit, figure.qualifier or "", figure.kind + sign, figure.subject]


def agrees(found: list[str], gold: list[str]) -> bool:
    plain = all(want in ("*", have) for have, want in zip(found[:5], gold[:5], strict=True))
    return plain and (gold[5] == "*" or scoring.same_subject(found[5], [gold[5]]))


def test_there_are_enough_sentences() -> None:
    assert len(CASES) >= 250
    assert sum(not case.figures for case in CASES) >= 70


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.where)
def test_sentence(case: cases.Case) -> None:
    found = [written(figure) for figure in find(case.text)]
    rest = list(case.figures)
    for entry in found:
        match = next((fields for fields in rest if agrees(entry, fields)), None)
        assert match is not None, entry
        rest.remove(match)
    assert rest == []


@pytest.fixture(scope="module")
def sample() -> str:
    if not SAMPLE.exists():
        pytest.skip("the sample submission is not here")
    return SAMPLE.read_text(encoding="utf-8")


def test_the_22_numerals_of_the_sample(sample: str) -> None:
    lines = sample.split("\n")
    expected = {
        517: ["3个"],
        519: ["3名", "5名"],
        534: ["593万元", "6076.06万元"],
        539: ["1.26", "第5", "百家", "112家", "100家", "112%", "6.4亿元", "6亿元", "107%", "第5", "14家", "34家", "41.2%",
              "3家", "55.73亿元", "11%"],
        541: ["100%"],
    }  # fmt: skip
    assert {line: [f.text for f in find(lines[line - 1])] for line in expected} == expected
    kinds = [f.kind for f in find(lines[538])]
    assert kinds == ["actual", "rank", "actual", "actual", "target", "completion_rate", "actual", "target", "completion_rate",
                     "rank", "actual", "target", "completion_rate", "actual", "actual", "growth"]  # fmt: skip
    assert [f.kind for f in find(lines[533])] == ["budget", "executed"]
    assert [f.kind for f in find(lines[518])] == ["headcount", "headcount"]


def test_three_departments_and_three_fields_of_work_of_the_sample(sample: str) -> None:
    found = find(sample.split("\n")[504])
    assert [f.text for f in found] == ["三个", "三块"]
    assert [f.subject for f in found] == ["市直部门", "工作职能"]


def test_text_without_figures_of_the_sample(sample: str) -> None:
    for line in [
        *range(507, 516),
        521,
        522,
        524,
        525,
        528,
        529,
        530,
        531,
        540,
        544,
        545,
        547,
        551,
        552,
        553,
        554,
        555,
    ]:
        assert find(sample.split("\n")[line - 1]) == [], line


def test_spans_are_of_the_text_and_disjoint() -> None:
    for case in CASES:
        end = 0
        for figure in find(case.text):
            assert figure.text == case.text[figure.start : figure.end]
            assert figure.start >= end
            end = figure.end
            start, stop = figure.sentence
            assert start <= figure.start < figure.end <= stop


def test_every_figure_says_why() -> None:
    found = find("全区中小企业认定数成功突破百家达到112家（任务数100家）完成率112%。")
    assert [(f.rule, f.cues) for f in found] == [
        ("bare+people", ("突破",)),
        ("arabic+people", ()),
        ("arabic+people", ("（任务数",)),
        ("arabic+share", ("完成率",)),
    ]


def test_display_keeps_number_and_scale() -> None:
    (figure,) = find("技术合同登记交易额完成6.40亿元。")
    assert figure.to_json()["written"] == {"number": "6.40", "scale": "亿"}
    assert figure.step == 1_000_000
