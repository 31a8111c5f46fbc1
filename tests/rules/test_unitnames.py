"""Names of units: abbreviations known, variants seen, other units apart."""

import pytest

from rules.unitnames import ALIAS, OTHER, SAME, VARIANT, level, near_variant, relation, same_unit


@pytest.mark.parametrize(
    ("a", "b", "how"),
    [
        ("临江市云溪区水利局", "区水利局", SAME),
        ("科技和工业信息局", "云溪区科技和工业信息化局", VARIANT),
        ("云溪区市场监管局", "市场监督管理局", ALIAS),
        ("发改委", "发展和改革委员会", ALIAS),
        ("发展改革委", "发展和改革委员会", ALIAS),
        ("人社局", "人力资源和社会保障局", ALIAS),
        ("退役军人局", "退役军人事务局", ALIAS),
        ("教体局", "教育体育局", ALIAS),
        ("第一小学", "第二小学", OTHER),
        ("水务局", "水利局", OTHER),
        ("民政局", "财政局", OTHER),
    ],
)
def test_how_two_names_relate(a, b, how):
    assert relation(a, b) == relation(b, a) == how


def test_one_unit_or_a_near_variant_of_its_name():
    assert same_unit("云溪区市场监管局", "临江市云溪区市场监督管理局")
    assert not near_variant("云溪区市场监管局", "临江市云溪区市场监督管理局")
    assert near_variant("科技和工业信息局", "科技和工业信息化局")
    assert not same_unit("青禾县水利局", "云溪区水利局")


def test_the_level_of_a_name():
    assert [level(x) for x in ("临江市水利局", "临江市云溪区水利局", "水利局")] == [2, 3, None]
