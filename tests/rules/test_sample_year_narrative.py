"""The sample year: what is planted in its narratives is found, clean units are not accused."""

import hashlib
from functools import cache
from pathlib import Path

import pytest

from extractors.extract import extract
from extractors.reading import read
from extractors.submissions import group
from rules.checking import check
from rules.families import ALL_RULES
from rules.linking.link import link
from rules.profile import default
from rules.submission import from_extracts

YEAR = Path(__file__).parents[2] / "data" / "raw" / "2021"
RULES = [rule for rule in ALL_RULES if rule.family in "CF"]
PLANTED = {
    "市场监督管理局": {("C01", "叙述预算数"), ("C01", "叙述执行数")},
    "柳林街道办事处": {("C02", "新增停车位数量"), ("F01", "新增停车位数量")},
    "应急管理局": {("C04", "检查生产经营单位数"), ("F02", "检查生产经营单位")},
}
pytestmark = pytest.mark.skipif(not YEAR.exists(), reason="the sample year is not here")


@cache
def found():
    """Grave findings of families C and F, by the end of the unit's name."""
    taken, seen = [], set()
    for path in sorted(YEAR.rglob("*")):
        data = path.read_bytes() if path.is_file() else b""
        digest = hashlib.sha256(data).hexdigest()
        if data and digest not in seen:
            seen.add(digest)
            taken.append(extract(read(data, path.name), digest, path.relative_to(YEAR).as_posix()))
    records, forms = group([d for x in taken for d in x.documents], [f for x in taken for f in x.forms])
    out = {}
    for record in records:
        view = from_extracts(taken, record, [x for x in forms if x.submission_id == record.submission_id])
        view.links = link(view)
        out[record.unit_name] = {
            (finding.rule_id, finding.subject)
            for finding in check(view, default(), RULES)
            if finding.result == "fail" and finding.severity in {"严重", "重要"}
        }
    return out


def test_what_is_planted_is_found_and_nothing_else():
    got = {name: grave for name, grave in found().items() if grave}
    assert {name.split("云溪区")[-1]: grave for name, grave in got.items()} == PLANTED


def test_clean_units_are_read():
    assert len(found()) == 10
