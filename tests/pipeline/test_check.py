"""Checking: findings belong to the records beside them, and follow the rules that were asked for."""

import msgspec
import pytest

from tests.pipeline.faults import hook
from tests.pipeline.folders import SAMPLE_YEAR, assert_consistent, content, hedui, lay, rows, summary, texts


@pytest.fixture(scope="module")
def year(tmp_path_factory):
    """The sample year, read and checked."""
    out = tmp_path_factory.mktemp("year")
    done = hedui("run", SAMPLE_YEAR, "--out", out, "--json")
    assert done.returncode == 0, done.stderr
    return out, summary(done)


def test_the_sample_year_is_checked_as_a_whole(year):
    out, told = year
    assert_consistent(out)
    found = rows(out, "findings")
    assert {row["rule_id"][0] for row in found} >= set("ABCDEF")
    assert told["submissions"] == len(rows(out, "submissions")) == 10
    assert told["defects"] == 0
    grave = {row["unit_name"] for row in found if row["result"] == "fail" and row["severity"] == "严重"}
    assert grave
    counted = sum(told["findings"]["严重"].values())
    assert counted == sum(row["severity"] == "严重" and row["subsumed_by"] is None for row in found)


def test_links_and_findings_are_the_same_however_many_workers_check(year, tmp_path):
    out, _ = year
    before = {name: data for name, data in content(out).items() if name.startswith(("findings", "links"))}
    assert hedui("check", "--data", out, "--quiet", "--workers", 1).returncode == 0
    after = {name: data for name, data in content(out).items() if name.startswith(("findings", "links"))}
    assert after == before


def test_rules_of_a_wish(year):
    out, _ = year
    everything = rows(out, "findings")
    assert hedui("check", "--data", out, "--rule", "a09", "--family", "B", "--quiet").returncode == 0
    some = rows(out, "findings")
    assert {row["rule_id"] for row in some} == {
        r["rule_id"] for r in everything if r["rule_id"][0] == "B"
    } | {"A09"}
    assert hedui("check", "--data", out, "--severity", "严重", "--quiet").returncode == 0
    assert {row["severity"] for row in rows(out, "findings")} == {"严重"}
    assert summary(hedui("run", SAMPLE_YEAR, "--out", out, "--json"))["read"] == 0
    assert rows(out, "findings") == everything, "a run after a check of some rules checks all of them"


@pytest.mark.parametrize(
    ("wish", "complaint"),
    [
        (("--rule", "Z99"), "没有编号为 Z99 的规则"),
        (("--family", "Q"), "没有类别 Q"),
        (("--severity", "大"), "没有程度 大"),
        (("--profile", "nowhere.toml"), "nowhere.toml"),
    ],
)
def test_wrong_wishes_are_one_clear_line(year, wish, complaint):
    done = hedui("check", "--data", year[0], *wish)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1
    assert complaint in done.stderr


def test_no_dataset_is_one_clear_line(tmp_path):
    for command in ("check", "report", "query", "export", "trace"):
        more = {"query": ["select 1"], "trace": ["局", "率"]}.get(command, [])
        done = hedui(command, *more, "--data", tmp_path)
        assert done.returncode == 2, command
        assert "没有数据集" in done.stderr
        assert not list(tmp_path.iterdir())


def test_query_export_and_trace_speak_of_the_same_rows(year, tmp_path):
    out, _ = year
    done = hedui("query", "select count(*) as n from indicators", "--data", out, "--json")
    assert msgspec.json.decode(done.stdout) == {"n": len(rows(out, "indicators"))}
    assert "查询有误" in hedui("query", "selct 1", "--data", out).stderr
    assert hedui("export", "indicators", "--data", out, "--out", tmp_path).returncode == 0
    lines = (tmp_path / "indicators.csv").read_text(encoding="utf-8-sig").count("临江")
    assert (
        lines == sum("临江" in str(value) for row in rows(out, "indicators") for value in row.values())
        or lines == 0
    )
    row = next(row for row in rows(out, "indicators") if row["level3"] and row["actual_text"])
    form = next(form for form in rows(out, "forms") if form["form_id"] == row["form_id"])
    traced = hedui("trace", form["unit_name"], row["level3"], "--data", out, "--json")
    assert traced.returncode == 0, traced.stderr
    told = [msgspec.json.decode(line) for line in traced.stdout.splitlines()]
    assert row["at"] in [one["indicator"]["at"] for one in told]


def test_a_broken_rule_costs_itself_alone(tmp_path, monkeypatch):
    raw = lay(tmp_path / "raw", texts(range(2)))
    lay(tmp_path / "path", hook("rules.a_arithmetic.a09", BREAK))
    monkeypatch.setenv("PYTHONPATH", str(tmp_path / "path"))
    done = hedui("run", raw, "--out", tmp_path / "out", "--json")
    assert done.returncode == 1, done.stderr
    a09 = [row for row in rows(tmp_path / "out", "findings") if row["rule_id"] == "A09"]
    assert {row["result"] for row in a09} == {"open"}
    assert {row["code"] for row in rows(tmp_path / "out", "issues")} >= {"defect"}
    monkeypatch.delenv("PYTHONPATH")
    assert hedui("check", "--data", tmp_path / "out", "--quiet").returncode == 0
    assert "defect" not in {row["code"] for row in rows(tmp_path / "out", "issues")}


BREAK = """
def patch(module):
    def broken(*_):
        raise ZeroDivisionError
    module.RULE = __import__("msgspec").structs.replace(module.RULE, check=broken)
"""
