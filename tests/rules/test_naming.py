"""Names of units: regions apart, abbreviations known, variants seen."""

import pytest

from rules.naming import ALIAS, OTHER, SAME, VARIANT, compare, core, parse, rank


@pytest.mark.parametrize(
    ("printed", "region", "name"),
    [
        ("临江市云溪区水利局", "临江市云溪区", "水利局"),
        ("区水利局", "区", "水利局"),
        ("314002-临江市云溪区水利局（盖章）", "临江市云溪区", "水利局"),
        ("临江市市场监督管理局", "临江市", "市场监督管理局"),
        ("市场监督管理局", "", "市场监督管理局"),
        ("云溪区城市管理局", "云溪区", "城市管理局"),
        ("江西省临江市青禾县教育体育局（本级）", "江西省临江市青禾县", "教育体育局"),
        ("云溪区柳林街道办事处", "云溪区", "柳林街道办事处"),
        ("乡村振兴局", "", "乡村振兴局"),
        ("云溪区社区卫生服务中心", "云溪区", "社区卫生服务中心"),
        ("县级公立医院", "", "县级公立医院"),
    ],
)
def test_a_region_stands_in_front_of_the_core(printed, region, name):
    assert (parse(printed).region, core(printed)) == (region, name)


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        ("临江市云溪区水利局", "区水利局", SAME),
        ("科技和工业信息局", "云溪区科技和工业信息化局", VARIANT),
        ("云溪区市场监管局", "市场监督管理局", ALIAS),
        ("发改委", "发展和改革委员会", ALIAS),
        ("发展改革委", "发展和改革委员会", ALIAS),
        ("人社局", "人力资源和社会保障局", ALIAS),
        ("退役军人局", "退役军人事务局", ALIAS),
        ("第一小学", "第二小学", OTHER),
        ("水务局", "水利局", OTHER),
        ("民政局", "财政局", OTHER),
    ],
)
def test_how_two_names_relate(a, b, relation):
    assert compare(a, b) == compare(b, a) == relation


def test_the_level_of_a_name():
    assert [rank(parse(x)) for x in ("市水利局", "云溪区水利局", "水利局")] == [2, 3, None]
