"""Profiles: dated norms, a bureau's own file over the default, clear errors."""

from decimal import Decimal

import pytest

from rules.profile import BadProfile, default, load


def written(tmp_path, text):
    path = tmp_path / "本市.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_default_states_every_norm_with_its_source():
    norms = default().at(2021, "department")
    assert norms.over_target_percent == 130
    assert norms.grade_bands[0].name == "优"
    assert all(norm.source for norm in default().norms)


def test_a_bureau_puts_its_norms_over_the_default(tmp_path):
    profile = load(
        written(
            tmp_path,
            """
title = "本市口径"
[[norm]]
key = "over_target_percent"
value = 150
source = "某财绩〔2022〕1号"
from = 2022
kinds = ["project"]
""",
        )
    )
    values = [
        profile.at(year, kind).over_target_percent
        for year, kind in ((2021, "project"), (2022, "project"), (2022, "department"), (None, "project"))
    ]
    assert values == [Decimal(130), Decimal(150), Decimal(130), Decimal(150)]
    assert profile.source("over_target_percent", 2022, "project") == "某财绩〔2022〕1号"
    assert profile.title == "本市口径"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[[norm]]\nkey='x'\nvalue=1\nsource='s'", "第1条：没有名为“x”的口径"),
        ("[[norm]]\nkey='total_points'\nvalue='很多'\nsource='s'", "满分"),
        ("[[norm]]\nkey='total_points'\nvalue=1\nsource=' '", "缺少依据"),
        ("[[norm]]\nkey='total_points'\nvalue=1", "第1条"),
        ("norm = 3", r"\[\[norm\]\]"),
        ("[[norm", "TOML语法"),
    ],
)
def test_a_faulty_file_says_what_is_wrong(tmp_path, text, says):
    with pytest.raises(BadProfile, match=says):
        load(written(tmp_path, text))


def test_a_missing_file_and_a_foreign_encoding(tmp_path):
    with pytest.raises(BadProfile, match="无法打开"):
        load(tmp_path / "没有.toml")
    path = tmp_path / "gbk.toml"
    path.write_bytes("title = '口径'".encode("gbk"))
    with pytest.raises(BadProfile, match="UTF-8"):
        load(path)
