"""Several files decide a finding: the latest date counts, at every run the same, and nothing is silent."""

from __future__ import annotations

import datetime
from pathlib import Path

import msgspec
import pytest
import xlsxwriter

from extractors.records import Decision
from pipeline.decisions import absorb
from pipeline.decisions.dates import iso
from pipeline.decisions.reading import DECISIONS, LEDGER, SEEN, WRITTEN, Statement, statements, written
from pipeline.decisions.reading import FIELDS as FIELDS_READ
from pipeline.decisions.settling import settle
from pipeline.refusal import Refused

BOOK = "核对结果.xlsx"
FIELDS = (*WRITTEN, "note")
HEAD = "问题编号,处理决定,理由,决定人,决定日期\n"


def row(decision: str | None, day: str | None, file: str = "a.csv", seen: str | None = None) -> Statement:
    said = Decision(
        finding_id="aa", decision=decision, reason="理由", decided_by="甲", decided_on=day,
        status="current", source=file,
    )  # fmt: skip
    return Statement(said, f"{file} 第3行", seen)


def known(decision: str, day: str | None, file: str) -> Decision:
    return row(decision, day, file).said


def twice(first: Decision | None, said: list[Statement]) -> Decision:
    """What two runs make of the same files: the second must change nothing."""
    once = absorb([first] if first else [], [settle(first, said, BOOK)], {"aa": "82 ≠ 92"})[0]
    again = settle(once, [s for s in said if s.seen is None], BOOK)
    assert {field: getattr(again, field) for field in FIELDS} == {f: getattr(once, f) for f in FIELDS}
    return once


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2022/4/16", "2022-04-16"), ("2022年4月16日", "2022-04-16"), ("20220416", "2022-04-16"),
        ("2022.4.16", "2022-04-16"), ("2022-04-16 00:00:00", "2022-04-16"), ("２０２２－０４－１６", "2022-04-16"),
        ("2022 年 4 月 16 日", "2022-04-16"), ("44667", "2022-04-16"), ("2022-2-30", None), ("四月", None),
        ("2022-04/16", None), ("1822-04-16", None), ("12.5", None), ("", None),
    ],
)  # fmt: skip
def test_days_as_people_write_them(text: str, day: str | None) -> None:
    assert iso(text) == day


def test_a_day_that_is_none_is_named_with_its_row(tmp_path: Path) -> None:
    file = tmp_path / "决定.csv"
    file.write_text(HEAD + "aa,认定,有误,甲,四月中旬\n", encoding="utf-8")
    with pytest.raises(Refused, match=r"决定\.csv 第2行的决定日期“四月中旬”无法识别"):
        statements(file)


@pytest.mark.parametrize("end", ["\r", "\r\n", "\n"])
def test_line_ends_of_any_system(tmp_path: Path, end: str) -> None:
    file = tmp_path / "决定.csv"
    file.write_bytes((HEAD + "aa,认定,有误,甲,2022-04-15\n").replace("\n", end).encode())
    assert [each.said.decided_on for each in statements(file)] == ["2022-04-15"]


def test_a_quote_that_is_never_closed_is_named(tmp_path: Path) -> None:
    file = tmp_path / "决定.csv"
    file.write_text(HEAD + 'aa,认定,"有误' + "长" * 140_000 + "\n", encoding="utf-8")
    with pytest.raises(Refused, match=r"决定\.csv 第2行起无法读取：.*引号"):
        statements(file)


def test_a_folder_named_like_a_file_is_told_in_chinese(tmp_path: Path) -> None:
    (tmp_path / "x.csv").mkdir()
    with pytest.raises(Refused, match=r"x\.csv 无法读取：这是文件夹，不是文件。"):
        statements(tmp_path / "x.csv")


def test_the_cells_of_excel_are_days_too(tmp_path: Path) -> None:
    book = xlsxwriter.Workbook(str(tmp_path / "x.xlsx"))
    sheet = book.add_worksheet(LEDGER)
    sheet.write_row(0, 0, ["问题编号", "处理决定", "决定日期"])
    sheet.write_row(1, 0, ["aa", "认定", 44667])
    sheet.write_row(2, 0, ["bb", "认定"])
    sheet.write_datetime(2, 2, datetime.datetime(2022, 4, 16), book.add_format({"num_format": "yyyy/m/d"}))
    book.close()
    assert [each.said.decided_on for each in statements(tmp_path / "x.xlsx")] == ["2022-04-16"] * 2


def test_an_older_file_takes_no_newer_decision_back() -> None:
    out = twice(known("解释成立", "2022-05-10", BOOK), [row("认定", "2022-04-20")])
    assert (out.decision, out.decided_on, out.note) == ("解释成立", "2022-05-10", None)


def test_of_two_files_the_later_day_counts_whatever_their_names() -> None:
    out = twice(None, [row("解释成立", "2022-05-10", "a.csv"), row("认定", "2022-04-20", "b.csv")])
    assert (out.decision, out.source, out.note) == ("解释成立", "a.csv", None)


def test_one_day_two_decisions_is_told_and_stays() -> None:
    out = twice(None, [row("认定", "2022-04-20", "a.csv"), row("解释成立", "2022-04-20", "b.csv")])
    assert (out.decision, out.source) == ("解释成立", "b.csv")
    assert out.note == (
        "另有不同的决定未采用：a.csv 第3行“认定”（2022-04-20）；采用的是 b.csv“解释成立”（2022-04-20），"
        "如应以其他为准，请在其行写更晚的日期"
    )
    assert settle(out, [row("解释成立", "2022-04-20", "b.csv")], BOOK).note is None


def test_on_one_day_the_workbook_stands_against_a_file() -> None:
    out = twice(known("解释成立", "2022-04-20", BOOK), [row("认定", "2022-04-20")])
    assert out.decision == "解释成立"
    assert "a.csv 第3行“认定”" in (out.note or "")


def test_a_decision_without_a_day_is_older_and_told() -> None:
    out = twice(None, [row("认定", "2022-04-20", "a.csv"), row("解释成立", None, "b.csv")])
    assert out.decision == "认定"
    assert "b.csv 第3行“解释成立”（未写日期）" in (out.note or "")


def test_a_file_may_correct_its_own_day() -> None:
    out = twice(known("认定", "2032-04-20", "a.csv"), [row("解释成立", "2022-04-20")])
    assert (out.decision, out.decided_on) == ("解释成立", "2022-04-20")


def test_a_row_changed_in_sight_of_the_decision_replaces_it() -> None:
    old = known("认定", "2022-04-20", "a.csv")
    same_day = row("解释成立", None, BOOK, seen=written(old))
    out = twice(old, [row("认定", "2022-04-20"), same_day])
    assert (out.decision, out.decided_on, out.source) == ("解释成立", "2022-04-20", BOOK)


def corrected(old: Decision, day: str | None, **fields: str) -> Statement:
    """A row of the workbook that was changed in sight of what is known."""
    said = msgspec.structs.replace(old, decided_on=day, source=BOOK, **fields)
    return Statement(said, f"{BOOK} 第3行", written(old))


def test_a_correction_to_an_earlier_day_stands_against_the_file_that_said_the_later() -> None:
    old = known("认定", "2022-12-01", "决定.csv")
    file = row("认定", "2022-12-01", "决定.csv")
    out = twice(old, [file, corrected(old, "2022-02-01", reason="另一理由", decided_by="乙")])
    assert (out.reason, out.decided_by, out.decided_on, out.source) == ("另一理由", "乙", "2022-02-01", BOOK)
    assert out.note == "已更正，不再采用：决定.csv“认定”（2022-12-01）"
    assert settle(out, [], BOOK).note is None  # the row was taken out of the file
    later = settle(out, [row("解释成立", "2022-12-02", "决定.csv")], BOOK)  # what the file says now is new
    assert (later.decision, later.source, later.note) == ("解释成立", "决定.csv", None)


def test_a_correction_on_the_same_day_or_a_later_one_needs_no_note() -> None:
    old = known("认定", "2022-04-20", "决定.csv")
    for day in ("2022-04-20", "2022-05-01", None):
        out = twice(old, [row("认定", "2022-04-20", "决定.csv"), corrected(old, day, reason="另一理由")])
        assert (out.reason, out.note, out.source) == ("另一理由", None, BOOK)


def test_a_newer_decision_of_another_file_is_no_part_of_a_correction() -> None:
    old = known("认定", "2022-12-01", "a.csv")
    said = [row("解释成立", "2023-01-05", "b.csv"), corrected(old, "2022-02-01")]
    assert settle(old, said, BOOK).source == "b.csv"


def test_a_correction_read_from_the_workbook_beside_its_csv(tmp_path: Path) -> None:
    file = tmp_path / "决定.csv"
    file.write_text(HEAD + "aa,认定,有误,甲,2022-12-01\n", encoding="utf-8")
    first = absorb([], [settle(None, statements(file), BOOK)], {})[0]
    book = xlsxwriter.Workbook(str(tmp_path / BOOK))
    sheet = book.add_worksheet(LEDGER)
    sheet.write_row(0, 0, ["问题编号", "处理决定", "理由", "决定人", "决定日期", SEEN])
    sheet.write_row(1, 0, ["aa", "认定", "总分有误", "乙", "2022-02-01", written(first)])
    book.close()
    out = twice(first, [*statements(file), *statements(tmp_path / BOOK)])
    assert (out.reason, out.decided_by, out.decided_on) == ("总分有误", "乙", "2022-02-01")
    assert (out.source, out.note) == (BOOK, "已更正，不再采用：决定.csv“认定”（2022-12-01）")


def test_a_row_from_an_old_copy_that_loses_is_told() -> None:
    copy = row("认定", "2022-04-20", BOOK, seen="")
    out = settle(known("解释成立", "2022-05-10", BOOK), [copy], BOOK)
    assert out.decision == "解释成立"
    assert "核对结果.xlsx 第3行“认定”（2022-04-20）" in (out.note or "")


def test_what_is_missing_is_told_and_a_later_row_fills_it() -> None:
    bare = Decision(finding_id="aa", decision="认定", status="current", source=BOOK)
    out = settle(None, [Statement(bare, "第3行", "")], BOOK)
    assert out.note == "待补理由、决定人、决定日期"
    assert twice(out, [row("认定", "2022-04-20", BOOK, seen=written(out))]).note is None
    reason = Decision(finding_id="aa", reason="有误", status="current", source=BOOK)
    assert settle(None, [Statement(reason, "第3行", "")], BOOK).note == "待补处理决定"


def test_another_decision_does_not_take_over_the_reason_of_the_old_one() -> None:
    old = known("认定", "2022-04-20", BOOK)
    bare = Decision(finding_id="aa", decision="解释成立", status="current", source=BOOK)
    out = absorb([old], [settle(old, [Statement(bare, "第3行", written(old))], BOOK)], {})[0]
    assert (out.reason, out.note) == (None, "待补理由、决定人")


@pytest.mark.parametrize("cell", ["", "撤销"])
def test_a_decision_is_withdrawn_by_a_word_or_an_empty_cell(tmp_path: Path, cell: str) -> None:
    old = known("认定", "2022-04-20", "a.csv")
    book = xlsxwriter.Workbook(str(tmp_path / BOOK))
    sheet = book.add_worksheet(LEDGER)
    sheet.write_row(0, 0, ["问题编号", "处理决定", "决定日期", SEEN])
    sheet.write_row(1, 0, ["aa", cell, "2022-04-20", written(old)])
    book.close()
    out = twice(old, [row("认定", "2022-04-20"), *statements(tmp_path / BOOK)])
    assert (out.decision, out.source) == ("撤销", BOOK)


def test_rows_that_stand_as_they_were_written_say_nothing(tmp_path: Path) -> None:
    old = known("认定", "2022-04-20", "a.csv")
    book = xlsxwriter.Workbook(str(tmp_path / BOOK))
    sheet = book.add_worksheet(LEDGER)
    sheet.write_row(0, 0, ["问题编号", "处理决定", "理由", "决定人", "决定日期", SEEN])
    sheet.write_row(1, 0, ["aa", "认定", "理由", "甲", "2022-04-20", written(old)])
    sheet.write_row(2, 0, ["bb", "", "", "", "", ""])
    book.close()
    assert statements(tmp_path / BOOK) == []


def test_replies_of_two_files_do_not_alternate() -> None:
    def reply(text: str, file: str, seen: str | None = None) -> Statement:
        said = Decision(finding_id="aa", reply=text, status="current", source=file)
        return Statement(said, f"{file} 第3行", seen)

    files = [reply("甲", "a.csv"), reply("乙", "b.csv")]
    out = twice(None, [*files, reply("丙", BOOK, "")])
    assert out.reply == "丙"
    assert "a.csv 第3行“甲”；单位回复另有不同，未采用：b.csv 第3行“乙”" in (out.note or "")


def test_the_documented_example_is_read(tmp_path: Path) -> None:
    page = (Path(__file__).parents[2] / "docs" / "review-decisions.md").read_text(encoding="utf-8")
    (tmp_path / "决定.csv").write_text(page.split("```csv\n")[1].split("```")[0], encoding="utf-8")
    said = [each.said for each in statements(tmp_path / "决定.csv")]
    assert [(d.decision, d.decided_by, d.decided_on, d.reply) for d in said] == [
        ("认定", "张三", "2022-04-15", None),
        ("解释成立", "张三", "2022-04-18", "已附批复"),
        (None, None, None, "已更正，见新表"),
    ]
    table = [line.split("|")[1].strip() for line in page.split("## Columns")[1].splitlines() if "|" in line]
    assert table[2:] == list(FIELDS_READ)
    assert all(word in page for word in DECISIONS)
