"""What people read is Chinese: complaints, codes in exports, kinds of figures, plain decimals."""

import csv
import io
import json
import tomllib
from decimal import Decimal
from importlib.resources import files

import pytest

from extractors.columns import columns
from pipeline.aligning import align_lines
from pipeline.commands.query import _plain
from pipeline.saying import said
from rules.catalogue import markdown
from rules.families import ALL_RULES, find
from tests.pipeline.folders import SAMPLE_YEAR, hedui


@pytest.fixture(scope="module")
def out(tmp_path_factory):
    out = tmp_path_factory.mktemp("year") / "out"
    folder = out.parent / "raw"
    folder.mkdir()
    (folder / "a.txt").write_bytes((SAMPLE_YEAR / "云溪区应急管理局.txt").read_bytes())
    assert hedui("run", folder, "--out", out, "--quiet").returncode == 0
    return out


def rows_of(file):
    return list(csv.reader(io.StringIO(file.read_text(encoding="utf-8-sig"))))


def test_an_unknown_command_is_guessed_in_chinese():
    line = hedui("rnu").stderr
    assert "您是否要用 'run'？" in line
    assert "Did you mean" not in line


def test_a_faulty_query_has_a_sentence_and_the_engine_s_text_below(out):
    done = hedui("query", "select foo from findings", "--data", out)
    assert done.returncode == 2
    first, *below = done.stderr.splitlines()
    assert (
        first
        == "错误：查询有误：没有所写的栏目，或栏目用法不对；各表的栏目见 docs/data-dictionary.md。引擎的说明："
    )
    assert len(below) > 2
    assert "⏎" not in done.stderr


@pytest.mark.parametrize(("value", "shown"), [("0.700000000000", "0.7"), ("100.00", "100"), ("0E-9", "0")])
def test_decimals_are_plain(value, shown):
    assert _plain(Decimal(value)) == shown


def test_codes_are_words_beside_labels(out, tmp_path):
    for folder, more in (("plain", []), ("words", ["--labels"])):
        words = ["export", "findings", "forms", "--data", out, "--out", tmp_path / folder, *more]
        assert hedui(*words).returncode == 0
    read = {
        (folder, table): list(
            csv.reader((tmp_path / folder / f"{table}.csv").read_text(encoding="utf-8-sig").splitlines())
        )
        for folder in ("plain", "words")
        for table in ("findings", "forms")
    }
    place = [column.name for column in columns("findings")].index("result")
    assert {row[place] for row in read["plain", "findings"][1:]} >= {"pass", "fail"}
    assert {row[place] for row in read["words", "findings"][1:]} <= {
        "不一致", "待人工判断", "未能核对", "一致", "不适用",
    }  # fmt: skip
    place = [column.name for column in columns("forms")].index("form_kind")
    assert "自评情况汇总表" in {row[place] for row in read["words", "forms"][1:]}
    assert said("findings", "result", "unheard of") == "unheard of"


def test_every_item_of_money_has_a_word():
    vocabulary = tomllib.loads((files("extractors.data") / "vocabulary.toml").read_text(encoding="utf-8"))
    items = {*vocabulary["items"], *vocabulary["patterns"]["items"], *vocabulary["partitions"]["structure"]}
    items |= {item for _, item in vocabulary["item_words"]["order"]}
    assert len(items) >= 22
    assert {item for item in items if said("funds", "item", item) == item} == set()


def test_rule_pages_on_screen_have_no_english_sentence():
    for rule in ALL_RULES:
        assert rule.page.partition("\n")[0] not in markdown(rule, english=False)
    assert markdown(find("A09"), english=False) in markdown(find("A09"))


def test_a_line_to_align_that_lacks_a_field():
    (answer,) = align_lines(['{"id": 1, "paragraph": "x"}'])
    assert json.loads(answer)["error"] == "读不懂这一行：缺少字段 rows"
