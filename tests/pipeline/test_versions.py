"""A dataset of another version is refused by every command, and left as it is."""

import json

import pytest

from tests.pipeline.folders import hedui


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("made")
    (folder / "raw").mkdir()
    (folder / "raw" / "a.txt").write_text("通知", encoding="utf-8")
    assert hedui("ingest", folder / "raw", "--out", folder / "out", "--quiet").returncode == 0
    return folder


def reworded(made, **values):
    place = made / "out" / "current" / "manifest.json"
    text = place.read_text(encoding="utf-8")
    place.write_text(json.dumps(json.loads(text) | values), encoding="utf-8")
    return place, text


@pytest.mark.parametrize("version", [2, 0])
@pytest.mark.parametrize(
    "words",
    [
        ("query", "select 1"),
        ("export", "findings"),
        ("report",),
        ("check",),
        ("trace", "水利局", "指标"),
        ("run", "raw"),
        ("ingest", "raw"),
    ],
    ids=lambda words: words[0],
)
def test_another_version_is_refused(made, words, version):
    place, text = reworded(made, dataset_version=version)
    before = sorted(made.glob("out/snap/*"))
    try:
        where = ["--out" if words[0] in {"run", "ingest"} else "--data", made / "out"]
        done = hedui(*[made / "raw" if word == "raw" else word for word in words], *where)
    finally:
        place.write_text(text, encoding="utf-8")
    assert done.returncode == 2, done.stderr
    assert f"第 {version} 版格式，此 hedui 只认第 1 版" in done.stderr
    assert done.stderr.count("\n") == 1
    assert sorted(made.glob("out/snap/*")) == before


def test_a_damaged_manifest_is_one_line(made):
    place, text = reworded(made)
    place.write_text("{", encoding="utf-8")
    done = hedui("query", "select 1", "--data", made / "out")
    place.write_text(text, encoding="utf-8")
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "已损坏" in done.stderr
