"""E13: a figure without its unit."""

import pytest

from tests.rules.narrating import say, told, worst


@pytest.mark.parametrize(
    "text",
    ["全区研发投入强度达到1.26，全市排名第5。", "规上工业总产值达到55.73，同比增长11%。", "入库税收为3200。"],
)
def test_fires(text):
    assert worst("E13", told("outputs", text)) == "fail"


def test_the_words():
    (finding,) = say("E13", told("outputs", "全区研发投入强度达到1.26，居全市前列。"))
    assert (finding.observed, finding.severity) == ("1.26", "一般")


@pytest.mark.parametrize(
    "text",
    [
        "全区研发投入强度达到1.26%，全市排名第5。",
        "居民消费价格指数为101.2，保持平稳。",
        "绿地容积率为1.8，培训12人次。",
        "全年培训达到12场，覆盖率达到95%。",
        "资产负债率为0.35，培训2场。",
        "自评得分为92，完成清淤3公里。",
    ],
)
def test_near_misses(text):
    assert worst("E13", told("outputs", text)) == "pass"


def test_nothing_without_figures():
    assert worst("E13", told("outputs", "工作有序开展。")) is None
