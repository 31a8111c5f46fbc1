"""Exports for publishing cover personal data, nothing else."""

from __future__ import annotations

import csv
import time
from pathlib import Path

import pytest
import regex
from typer.testing import CliRunner

from corpus.sample_year.__main__ import write
from pipeline.cli import app
from pipeline.persons import covered
from pipeline.redacting import redact, redact_person, redact_value

X = "＊"
SETS = Path(__file__).parent / "redaction"


def lines(name: str) -> list[str]:
    told = (SETS / name).read_text(encoding="utf-8").splitlines()
    return [line for line in told if line and not line.startswith("#")]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("局长李敏同志任组长，联系电话13800138000", f"局长李某同志任组长，联系电话{X * 11}"),
        ("身份证11010519491231002X，完成112家。", f"身份证{X * 18}，完成112家。"),
        (
            "身份证号：110105194912310021",
            f"身份证号：{X * 18}",
        ),  # its check digit is wrong: covered all the same
        ("电话１３８００１３８０００", f"电话{X * 11}"),
        ("电话：138 0013 8000、138-0013-8000", f"电话：{X * 13}、{X * 13}"),
        ("（+86 13800138000）", f"（{X * 15}）"),
        ("热线400-123-4567，传真0791-88886666", f"热线{X * 12}，传真{X * 13}"),
        ("联系电话：88886666", f"联系电话：{X * 8}"),
        ("邮箱zhang.san_1@example.gov.cn。", f"邮箱{X * 26}。"),
        ("邮箱ab＠example.com", f"邮箱{X * 14}"),
        ("账号：3601 0000 0000 1234 567", f"账号：{X * 23}"),
        ("开户行：临江农商行云溪支行，帐号102030405060", f"开户行：临江农商行云溪支行，帐号{X * 12}"),
        ("卡6222021234567890128", f"卡{X * 19}"),
        ("微信号：lijiang_2021", f"微信号：{X * 12}"),
        ("填报人：李　敏　联系人：王 芳", "填报人：李某　联系人：王某"),
        ("负责人：买买提·艾力", "负责人：买某"),
        ("局长：欧阳建国", "局长：欧阳某"),
        ("组长李敏，副组长王芳、张伟和刘洋。", "组长李某，副组长王某、张某和刘某。"),
    ],
)
def test_personal_data_is_covered(text: str, left: str) -> None:
    assert redact(text) == left


@pytest.mark.parametrize(
    "text",
    [
        "全年完成技术合同登记6.4亿元（任务数6亿元），增长107%，排名第5。",
        "2021年年初预算数593万元，决算数6076.06万元；编码51011723T000007943391。",
        "项目代码360104210000000012345，投资13800138000.5元",
        "局长办公会研究，李家村、张家口市和王府井街道完成改造。",
        "负责人：办公室主任　经办人：",
        "共享平台账户数12345户，开户率98%",
        "文号：赣财绩〔2021〕15号，2021-03-15印发，电话回访率100%",
        "",
    ],
)
def test_figures_places_and_numbers_of_documents_stay(text: str) -> None:
    assert redact(text) == text


def test_a_cell_for_a_person_hides_a_bare_name_or_number() -> None:
    assert [redact_person(text) for text in ("李　敏", "欧阳建国", "88886666", "填报日期：2022年3月1日")] == [
        "李某",
        "欧阳某",
        X * 8,
        "填报日期：2022年3月1日",
    ]


@pytest.mark.parametrize("line", lines("named.txt"))
def test_names_as_offices_print_them(line: str) -> None:
    wanted = regex.sub(
        r"\[(.+?)\]", lambda found: X * len(found[1]) if found[1].isascii() else covered(found[1]), line
    )
    assert redact(regex.sub(r"[\[\]]", "", line)) == wanted


@pytest.mark.parametrize("line", lines("honest.txt"))
def test_words_beside_a_post_that_name_nobody(line: str) -> None:
    assert redact(line) == line


def test_what_is_left_of_a_name() -> None:
    assert [covered(name) for name in ("李敏", "李　敏", "欧阳小山", "买买提·艾力")] == [
        "李某",
        "李某",
        "欧阳某",
        "买某",
    ]


def test_identifiers_stay_whatever_their_digits_look_like() -> None:
    evidence = [{"document_id": "ab13800138000cd", "at": "b1", "text": "电话13800138000"}]
    assert redact_value("evidence", evidence) == [
        {"document_id": "ab13800138000cd", "at": "b1", "text": f"电话{X * 11}"}
    ]
    assert redact_value("finding_id", "13800138000") == "13800138000"


def test_hostile_texts_take_no_time() -> None:
    for text in (
        "成员：" + "李敏、" * 30_000,
        "成员" * 40_000,
        "李 " * 50_000,
        "成员：李" * 20_000,
        "1" * 100_000,
        "a@" * 50_000,
        "、李" * 50_000,
        "账号" + " 1" * 50_000,
        "负责人" * 30_000,
    ):
        assert len(redact(text)) <= len(text)


def test_a_list_with_a_post_before_each_name_is_walked_once() -> None:
    for text, shown in (
        ("局长张建国、" * 2_000, "局长张某、" * 2_000),
        ("审核：李敏，" * 2_000, "审核：李某，" * 2_000),
    ):
        began = time.process_time()
        assert redact(text) == shown
        assert time.process_time() - began < 1  # seconds; 24 where each post walked the rest anew


def test_names_after_posts_within_a_note_are_found() -> None:
    assert redact("组长：李敏（联系人王芳）、局长张伟、刘洋") == "组长：李某（联系人王某）、局长张某、刘某"


def test_an_export_holds_no_phone_and_the_same_ids(tmp_path: Path) -> None:
    write(tmp_path / "year")
    own = (tmp_path / "year" / "云溪区应急管理局.txt").read_text(encoding="utf-8")
    (tmp_path / "raw").mkdir()
    told = own.replace("一、", "一、联系人：李敏，电话13800138000。", 1)
    (tmp_path / "raw" / "a.txt").write_text(told, encoding="utf-8")
    run = ["run", str(tmp_path / "raw"), "--out", str(tmp_path / "out"), "--quiet"]
    assert CliRunner().invoke(app, run).exit_code == 0
    for folder, words in (("open", []), ("covered", ["--redact"])):
        export = ["export", "blocks", "cells", "sections", "--data", str(tmp_path / "out")]
        done = CliRunner().invoke(app, [*export, "--out", str(tmp_path / folder), *words])
        assert done.exit_code == 0, done.output
    texts = [
        "".join(f.read_text(encoding="utf-8-sig") for f in sorted((tmp_path / n).glob("*.csv")))
        for n in ("open", "covered")
    ]
    assert ["13800138000" in text for text in texts] == [True, False]
    with (
        (tmp_path / "open" / "cells.csv").open(encoding="utf-8-sig") as one,
        (tmp_path / "covered" / "cells.csv").open(encoding="utf-8-sig") as two,
    ):
        rows = list(zip(csv.DictReader(one), csv.DictReader(two), strict=True))
    assert len(rows) > 100
    assert all((a["document_id"], a["at"]) == (b["document_id"], b["at"]) for a, b in rows)
