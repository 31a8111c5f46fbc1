"""What a check was limited to, by which norms it went, stands in the manifest, the reports, the log."""

import json
import shutil

import openpyxl
import pytest

from tests.pipeline.folders import SAMPLE_YEAR, hedui

DEFAULT = "采用的口径：通用口径，以表内自身声明为准。"
OWN = """
title = "本区口径"
[[norm]]
key = "over_target_percent"
value = 110
source = "云财绩〔2022〕1号第八条"
"""


@pytest.fixture(scope="module")
def read(tmp_path_factory):
    out = tmp_path_factory.mktemp("year") / "out"
    assert hedui("ingest", SAMPLE_YEAR, "--out", out, "--quiet").returncode == 0
    return out


@pytest.fixture
def out(read, tmp_path):
    shutil.copytree(read, tmp_path / "out", symlinks=True)
    return tmp_path / "out"


def kept(out):
    return json.loads((out / "current" / "manifest.json").read_text(encoding="utf-8"))["state"]["checked"][
        "scope"
    ]


def reports(out):
    """The index, a unit's page, the notes of the workbook's first two sheets."""
    assert hedui("report", "--data", out, "--quiet").returncode == 0
    book = openpyxl.load_workbook(out / "reports" / "核对结果.xlsx")
    pages = [out / "reports" / "核对报告.html", next((out / "reports" / "单位").glob("*.html"))]
    return [page.read_text(encoding="utf-8") for page in pages] + [
        book.worksheets[i]["A1"].value for i in (0, 1)
    ]


def test_a_limited_check_says_so_everywhere(out):
    done = hedui("check", "--data", out, "--rule", "A09", "--family", "B", "--severity", "严重")
    told = "本次只核对 B类、A09 规则中程度为“严重”的结果，其余未核对或未列出。"
    assert told in done.stdout
    assert kept(out) | {"profile": ""} == {
        "families": ["B"], "rules": ["A09"], "severities": ["严重"], "profile": "", "profile_file": "",
    }  # fmt: skip
    assert all(told in text and DEFAULT in text for text in reports(out))
    assert any(told in log.read_text(encoding="utf-8") for log in (out / "logs").glob("*-check.log"))


def test_a_whole_check_says_nothing_of_limits(out):
    done = hedui("check", "--data", out)
    assert DEFAULT in done.stdout
    assert not any("本次只核对" in text for text in [done.stdout, *reports(out)])


def test_an_unchecked_dataset_says_so(out):
    assert all("材料读入后还没有核对" in text for text in reports(out))


def test_a_profile_under_its_name_beside_the_dataset_is_found(out):
    (out / "口径.toml").write_text(OWN, encoding="utf-8")
    done = hedui("run", SAMPLE_YEAR, "--out", out)
    assert "采用的口径：本区口径（口径.toml）。" in done.stdout
    assert "注意" not in done.stdout
    other = hedui("check", "--data", out, "--profile", "通用")
    assert DEFAULT in other.stdout


def test_a_profile_that_is_not_named_again_is_missed_aloud(out):
    (out / "本区.toml").write_text(OWN, encoding="utf-8")
    assert hedui("check", "--data", out, "--profile", "本区.toml", "--quiet").returncode == 0
    assert kept(out)["profile_file"] == "本区.toml"
    done = hedui("run", SAMPLE_YEAR, "--out", out)
    assert "注意：上次核对的口径是“本区口径”，本次是“通用口径：以表内自身声明为准”。" in done.stdout
    assert "注意" not in hedui("run", SAMPLE_YEAR, "--out", out).stdout
