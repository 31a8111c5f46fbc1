"""Rules of running text on 10,000 characters of one repeated piece: processor time."""

import time

import pytest

from rules.checking import check
from rules.families import find
from rules.profile import default
from tests.rules.narrating import narrated, told

_LONG = 10_000


@pytest.mark.parametrize(
    ("rule_id", "piece"),
    [
        ("F17", "人均5元，"),
        ("F17", "每座40万元，"),
        ("F17", "每座40万元，共5座，共计40万元，"),
        ("F17", "每座40万元，共5座，共计40万元。"),
        ("F05", "支出"),
        ("F05", "均"),
        ("F05", "全部"),
        ("C17", "结余5万元，"),
        ("C17", "预算5万元，支出4万元，结余5万元，结余率5%，"),
        ("F20", "预算5万元，支出3万元，节约5万元，节约率5%。"),
    ],
)
def test_a_repeated_piece_is_read_quickly(rule_id, piece):
    view = narrated(told("outputs", piece * (_LONG // len(piece))))
    before = time.process_time()
    findings = list(check(view, default(), [find(rule_id)]))
    assert time.process_time() - before < 1
    assert findings
    assert "open" not in {finding.result for finding in findings}
