"""`hedui figures`: JSON lines in and out, streaming, never dying on a line."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.figures import figure_lines


def answers(*lines: str | bytes, numbers_only: bool = False) -> list[dict]:  # type: ignore[type-arg]
    return [json.loads(line) for line in figure_lines(lines, numbers_only=numbers_only)]


def test_the_example_of_the_conventions() -> None:
    text = "全年认定中小企业，全区中小企业认定数达到112家"
    (answer,) = answers(json.dumps({"id": "p12", "text": text}))
    assert answer["id"] == "p12"
    (figure,) = answer["figures"]
    assert (figure["span"], figure["text"], figure["value"], figure["unit"]) == (
        [20, 24],
        "112家",
        "112",
        "家",
    )
    assert (figure["qualifier"], figure["kind"], figure["direction"]) == (None, "actual", None)
    assert figure["subject"] == "全区中小企业认定数"
    assert figure["written"] == {"number": "112", "scale": ""}


def test_ranges_fractions_and_growth() -> None:
    (answer,) = answers('{"id": 1, "text": "每批20—30个，完成三分之二，同比下降3.2%"}')
    span, share, fall = answer["figures"]
    assert "value" not in span
    assert (span["value_low"], span["value_high"], span["unit"]) == ("20", "30", "个")
    assert (share["value"], share["unit"]) == ("2/3", "")
    assert (fall["value"], fall["direction"], fall["kind"]) == ("3.2", "down", "growth")


@pytest.mark.parametrize(
    "line",
    ["{", "[1]", "null", '{"id": 7}', '{"id": 7, "text": 5}', b"\xff\xfe", '{"id":1,"text":"\\ud800"}'],
)
def test_a_bad_line_is_answered(line: str | bytes) -> None:
    found = answers(line, '{"id": 2, "text": "新增12家"}')
    assert len(found) == 2
    assert found[1]["figures"][0]["text"] == "12家"
    if "figures" not in found[0]:
        assert found[0]["error"]


def test_a_line_that_is_no_json_has_no_id() -> None:
    (answer,) = answers("not json")
    assert answer["id"] is None
    assert "JSON" in answer["error"]


def test_it_streams() -> None:
    def endless() -> Iterator[str]:
        while True:
            yield '{"id": "a", "text": "完成3家"}'

    lines = figure_lines(endless())
    assert [json.loads(next(lines))["id"] for _ in range(3)] == ["a", "a", "a"]


def test_blank_lines_are_passed_over() -> None:
    assert answers("", "  ", '{"id": 1, "text": ""}') == [{"id": 1, "figures": []}]


def test_numbers_only_reports_bare_numerals_too() -> None:
    line = json.dumps({"id": 1, "text": "〔2020〕10号，第三批12家，编号88"})
    plain, full = answers(line)[0]["figures"], answers(line, numbers_only=True)[0]["figures"]
    assert [entry["text"] for entry in plain] == ["12家"]
    assert [entry["value"] for entry in full] == ["2020", "10", "3", "12", "88"]
    assert all(entry["step"] for entry in full)


@settings(deadline=None, max_examples=300)
@given(
    st.text(
        alphabet="0123456789一二两三十百千万亿零〇.,，。；：、（）(“”)%‰-—至到由从第前每约近超不于余多成折分之几数半翻番同比增长下降其中别完任务目标家个户人元年月日次家率为达→/ \n¥①A",
        max_size=60,
    )
)
def test_any_text_is_read_without_trouble(text: str) -> None:
    for numbers_only in (False, True):
        (answer,) = answers(json.dumps({"id": 1, "text": text}), numbers_only=numbers_only)
        for entry in answer["figures"]:
            start, end = entry["span"]
            assert entry["text"] == text[start:end]
