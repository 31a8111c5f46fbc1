"""A02: sources, structure and total of the same money."""

from tests.rules.building import fund, results, run


def money(total=None, fiscal=None, other=None, basic=None, project=None):
    rows = [
        fund(1, "资金来源：（1）财政拨款", "source", "fiscal", budget=fiscal),
        fund(2, "（2）其他资金", "source", "other", budget=other),
        fund(3, "资金结构：（1）基本支出", "structure", "basic", budget=basic),
        fund(4, "（2）项目支出", "structure", "project", budget=project),
    ]
    return ([fund(0, budget=total)] if total else []) + rows


def test_fires():
    (finding,) = run("A02", *money(fiscal="751.66", other="0", basic="158.64", project="593"))
    assert finding.result == "fail"
    assert finding.difference == "0.02万元"
    assert finding.message == "资金来源与资金结构：全年预算数不相等，751.66＋0 ≠ 158.64＋593，前者多0.02万元"


def test_near_misses():
    assert results("A02", *money(fiscal="751.64", basic="158.64", project="593")) == ["pass"]
    assert results("A02", *money(fiscal="751.65", other="0", basic="158.64", project="593")) == ["pass"]
    assert "空白按0计" in run("A02", *money(fiscal="751.64", basic="158.64", project="593"))[0].message


def test_a_blank_that_may_hold_the_difference():
    (finding,) = run("A02", *money(fiscal="700.00", basic="158.64", project="593"))
    assert (finding.result, finding.diagnosis) == ("fail", "有空白项：按0计不平，空白恰为差额则平")
    rows = [fund(1, budget="100"), fund(2, "财政拨款", "source", "fiscal", budget="70")]
    blanks = [fund(3, "上年结转", "source", "carryover"), fund(4, "其他资金", "source", "other")]
    assert results("A02", *rows, *blanks) == ["review"]


def test_a_total_of_nothing_beside_a_part():
    rows = [
        fund(1, budget="0"),
        fund(2, "本年财政拨款", "source", "fiscal", budget="90"),
        fund(3, "其他资金", "source", "other", budget="0"),
    ]
    assert results("A02", *rows) == ["fail"]


def test_levels_may_be_parts_of_the_appropriation():
    rows = [
        fund(1, budget="100"),
        fund(2, "财政拨款", "source", "fiscal", budget="100"),
        fund(3, "其中：省级资金", "source", "provincial", budget="60"),
        fund(4, "县级资金", "source", "county", budget="40"),
        fund(5, "其他资金", "source", "other", budget="0"),
    ]
    assert results("A02", *rows) == ["pass"]


def test_carryover_may_be_inside_the_appropriation():
    rows = [
        fund(1, budget="100"),
        fund(2, "财政拨款", "source", "fiscal", budget="100"),
        fund(3, "上年结转资金", "source", "carryover", budget="20"),
        fund(4, "其他资金", "source", "other", budget="0"),
    ]
    assert results("A02", *rows) == ["pass"]


def test_an_incomplete_list_is_not_applicable():
    rows = [fund(1, budget="100"), fund(2, "其中：财政拨款", "source", "fiscal", budget="80")]
    assert results("A02", *rows) == ["not_applicable"]
    over = [fund(1, budget="100"), fund(2, "其中：财政拨款", "source", "fiscal", budget="120")]
    assert results("A02", *over) == ["fail"]


def test_a_source_that_may_have_been_left_out_only_asks():
    short = [
        fund(1, budget="100"),
        fund(2, "财政拨款", "source", "fiscal", budget="70"),
        fund(4, "其他资金", "source", "other", budget="10"),
    ]
    assert results("A02", *short) == ["review"]
    full = [*short, fund(3, "上年结转", "source", "carryover", budget="10")]
    assert results("A02", *full) == ["fail"]


def test_not_applicable_with_one_partition():
    assert results("A02", fund(budget="100")) == ["not_applicable"]


def test_carryover_is_no_part_of_this_years_appropriation():
    rows = [
        fund(1, budget="512"),
        fund(2, "其中：本年财政拨款", "source", "fiscal", budget="512"),
        fund(3, "上年结转资金", "source", "carryover", budget="48"),
    ]
    (finding,) = run("A02", *rows)
    assert (finding.result, finding.severity, finding.difference) == ("fail", "重要", "48万元")
    rows[2] = fund(3, "上年结转资金", "source", "carryover", budget="0")
    assert results("A02", *rows) == ["pass"]
    levels = [
        fund(4, "其中：省级资金", "source", "provincial", budget="300"),
        fund(5, "县级资金", "source", "county", budget="164"),
    ]
    rows[1] = fund(2, "其中：本年财政拨款", "source", "fiscal", budget="464")
    rows[2] = fund(3, "上年结转资金", "source", "carryover", budget="48")
    assert results("A02", *rows, *levels) == ["pass"]


def spent(total, city, provincial, planned="500"):
    return [
        fund(1, budget="2080", executed=total),
        fund(2, "其中：市级财政", "source", "city", budget="1580", executed=city),
        fund(3, "省级补助", "source", "provincial", budget=planned, executed=provincial),
    ]


def test_lines_that_make_up_the_budget_make_up_what_was_spent():
    found = [x for x in run("A02", *spent("1913.60", "1469.40", "434.20")) if x.result == "fail"]
    assert [(x.severity, x.expected, x.difference) for x in found] == [("重要", "1903.6万元", "10万元")]
    assert set(results("A02", *spent("1903.60", "1469.40", "434.20"))) == {"pass"}
    assert "fail" not in results("A02", *spent("1913.60", "1469.40", "434.20", planned="400"))
    assert "fail" not in results("A02", *spent("1913.60", "1469.40", None))
