"""D07: far beyond the target without a word."""

from rules.profile import load
from tests.rules.building import results, row, run


def beyond(actual, target=">=2", **more):
    return row(target=(target, "家"), actual=(actual, "家"), **more)


def test_fires():
    (finding,) = run("D07", beyond("3"))
    assert finding.message == "“指标第1”完成值为指标值的150%，未说明原因；基数较小"
    assert "基数" not in run("D07", beyond("222", ">=100"))[0].message


def test_near_misses():
    assert results("D07", beyond("112", ">=100")) == ["pass"]
    assert results("D07", beyond("3", reason="上级追加任务")) == ["pass"]
    assert results("D07", beyond("3", reason="无")) == ["fail"]


def test_not_applicable():
    assert results("D07", beyond("1")) == ["not_applicable"]
    assert results("D07", row(level3="投诉数", target=("<=10", "起"), actual=("1", "起"))) == [
        "not_applicable"
    ]
    assert results("D07", beyond("3", target=">=0")) == ["not_applicable"]
    no_column = row(target=(">=2", "家"), actual=("3", "家"))
    no_column.places.pop("reason")
    assert results("D07", no_column) == ["not_applicable"]


def test_a_value_of_ones_own_names_its_source(tmp_path):
    path = tmp_path / "本市.toml"
    path.write_text(
        '[[norm]]\nkey = "over_target_percent"\nvalue = 105\nkinds = ["department"]\nsource = "某财绩〔2022〕5号第八条"',
        encoding="utf-8",
    )
    (finding,) = run("D07", beyond("112", ">=100"), profile=load(path))
    assert finding.message == "“指标第1”完成值为指标值的112%，未说明原因（口径依据：某财绩〔2022〕5号第八条）"
    assert "口径依据" not in run("D07", beyond("222", ">=100"))[0].message
    (passed,) = run("D07", beyond("104", ">=100"), profile=load(path))
    assert "口径依据" not in passed.message
