"""Checking by a shipped profile's name, by a bureau's file here or beside the dataset."""

import pytest

from tests.pipeline.folders import SAMPLE_YEAR, hedui, rows

OWN = """
title = "本区口径"
inherits = "jiangxi"
[[norm]]
key = "required_categories"
value = ["创新指标"]
source = "云财绩〔2022〕1号"
"""


@pytest.fixture(scope="module")
def out(tmp_path_factory):
    out = tmp_path_factory.mktemp("year")
    assert hedui("ingest", SAMPLE_YEAR, "--out", out, "--quiet").returncode == 0
    return out


def demanded(out):
    return {row["result"] for row in rows(out, "findings") if row["rule_id"] == "E14"}


def test_a_shipped_profile_by_name(out):
    assert hedui("check", "--data", out, "--rule", "A07", "--profile", "江西", "--quiet").returncode == 0
    told = [row for row in rows(out, "findings") if row["subject"] == "管理指标"]
    assert len(told) == 10
    assert {row["result"] for row in told} == {"pass"}


def test_a_file_beside_the_dataset(out):
    (out / "本区.toml").write_text(OWN, encoding="utf-8")
    assert hedui("check", "--data", out, "--rule", "E14", "--quiet").returncode == 0
    assert "fail" not in demanded(out)
    assert hedui("check", "--data", out, "--rule", "E14", "--profile", "本区.toml", "--quiet").returncode == 0
    assert "fail" in demanded(out)


@pytest.mark.parametrize(
    ("text", "says"), [("norms = []", "不认识的项"), ("[[norm]]\nkey='x'\nvalue=1\nsource='s'", "第1条")]
)
def test_a_faulty_file_is_one_clear_line(out, text, says):
    (out / "错.toml").write_text(text, encoding="utf-8")
    before = rows(out, "findings")
    done = hedui("check", "--data", out, "--profile", "错.toml")
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert says in done.stderr
    assert rows(out, "findings") == before


def test_an_unknown_name(out):
    done = hedui("check", "--data", out, "--profile", "月球")
    assert done.returncode == 2
    assert "没有名为“月球”的口径" in done.stderr
