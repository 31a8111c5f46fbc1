"""Decisions are read from the ledger or a small file, kept, never lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractors.records import Decision, Finding, FindingState
from pipeline.decisions import absorb, read_decisions
from pipeline.history import states
from pipeline.refusal import Refused

HEAD = "问题编号,单位,处理决定,理由,决定人,决定日期,单位回复\n"


def finding(key: str, message: str, result: str = "fail") -> Finding:
    return Finding(
        finding_id=key, rule_id="A09", result=result, severity="严重", confidence="确定", message=message
    )


def test_a_small_file_gives_its_written_rows(tmp_path: Path) -> None:
    file = tmp_path / "决定.csv"
    file.write_bytes(
        (HEAD + "aa,甲局,认定,总分有误,张,2022-04-15,\nbb,乙局,,,,,已更正\ncc,丙局,,,,,\n").encode("gb18030")
    )
    assert [(d.finding_id, d.decision, d.reason, d.reply) for d in read_decisions(file)] == [
        ("aa", "认定", "总分有误", None),
        ("bb", None, None, "已更正"),
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (HEAD + "aa,甲局,同意,,,,\n", "第2行的处理决定“同意”无法识别"),
        ("单位,意见\n甲局,无\n", "没有“问题编号”与“处理决定”两栏"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_place(tmp_path: Path, text: str, said: str) -> None:
    file = tmp_path / "决定.csv"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(Refused, match=said):
        read_decisions(file)


def test_blank_cells_take_nothing_away_and_a_changed_finding_is_told() -> None:
    first = absorb(
        [], [Decision(finding_id="aa", decision="认定", reason="有误", status="current")], {"aa": "82 ≠ 92"}
    )
    assert [(d.decision, d.message, d.status) for d in first] == [("认定", "82 ≠ 92", "current")]
    again = absorb(first, [Decision(finding_id="aa", reply="已更正", status="current")], {"aa": "82 ≠ 90"})
    assert [(d.decision, d.reason, d.reply, d.status) for d in again] == [
        ("认定", "有误", "已更正", "current")
    ]
    later = absorb(first, [], {"aa": "82 ≠ 90"})
    assert [(d.decision, d.status) for d in later] == [("认定", "changed")]
    assert [d.status for d in absorb(later, [], {})] == ["gone"]


def test_states_tell_new_unchanged_changed_gone() -> None:
    past = [
        FindingState(
            finding_id=key, state="new", rule_id="A09", result="fail", severity="严重", message=message
        )
        for key, message in (("aa", "one"), ("bb", "two"), ("cc", "three"))
    ]
    now = {key: finding(key, message) for key, message in (("aa", "one"), ("bb", "2"), ("dd", "four"))}
    assert [(s.finding_id, s.state, s.message, s.message_before) for s in states(past, now)] == [
        ("aa", "unchanged", "one", None),
        ("bb", "changed", "2", "two"),
        ("cc", "gone", None, "three"),
        ("dd", "new", "four", None),
    ]
    assert [s.finding_id for s in states([s for s in states(past, now) if s.state == "gone"], {})] == []
