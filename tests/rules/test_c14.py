"""C14: an opening budget that equals the adjusted one."""

from tests.rules.building import fund
from tests.rules.narrating import say, told, worst
from tests.rules.test_c01 import money


def test_fires():
    (finding,) = say("C14", money(), told("budget", "2021年年初预算数593万元。"))
    assert (finding.result, finding.severity) == ("fail", "重要")
    assert finding.message == "文中年初预算593万元与项目支出全年预算数593同一数额，而执行率1024.63%"


def test_additions_alone_only_ask():
    row = fund(1, "年度资金总额", budget="620", executed="600", rate="96.77%")
    texts = [
        told("budget", "2021年年初预算数620万元。", order=1),
        told("problems", "年底需要追加经费。", order=2),
    ]
    assert worst("C14", row, texts) == "review"


def test_near_misses():
    row = fund(1, "年度资金总额", budget="620", executed="600", rate="96.77%")
    assert worst("C14", row, told("budget", "2021年年初预算数620万元。")) == "pass"
    texts = [
        told("budget", "2021年年初预算数620万元。", order=1),
        told("problems", "避免年中追加预算。", order=2),
    ]
    assert worst("C14", row, texts) == "pass"


def test_not_applicable():
    assert worst("C14", money(), told("budget", "2021年年初预算数620万元。")) == "not_applicable"
    own = fund(1, "年度资金总额", initial="593", budget="620", executed="700", rate="112.9%")
    assert worst("C14", own, told("budget", "2021年年初预算数593万元。")) == "not_applicable"
