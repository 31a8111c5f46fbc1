"""Every rule is listed once, in its family, with a complete page."""

import re
from pathlib import Path

import pytest

from rules import catalogue, handbook
from rules.families import ALL_RULES, FAMILIES

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("rule", ALL_RULES, ids=lambda rule: rule.id)
def test_a_page_is_complete(rule):
    assert set(catalogue.page(rule).parts) == set(catalogue.PARTS)
    assert catalogue.page(rule).summary.startswith(f"{rule.id}: ")
    assert rule.title in catalogue.markdown(rule)


def test_ids_are_unique_and_in_order():
    for letter, (_, rules) in FAMILIES.items():
        ids = [rule.id for rule in rules]
        assert ids == sorted(set(ids))
        assert all(re.fullmatch(rf"{letter}\d\d", one) for one in ids)


def test_every_rule_module_is_listed():
    modules = {path.stem.upper() for path in (ROOT / "rules").glob("[a-h]_*/[a-h][0-9][0-9].py")}
    assert modules == {rule.id for rule in ALL_RULES}


def test_prerequisites_and_subsumed_rules_exist():
    known = {rule.id for rule in ALL_RULES}
    named = {other for rule in ALL_RULES for other in (*rule.after, *rule.subsumes)}
    assert named <= known


def test_severity_confidence_and_scope_are_of_the_catalogue():
    for rule in ALL_RULES:
        assert rule.severity in {"严重", "重要", "一般", "提示"}
        assert rule.confidence in {"确定", "推断", "线索"}
        assert rule.scope in {"submission", "dataset"}


def test_the_handbook_is_current():
    told = handbook.pages()
    written = {path.name: path.read_text(encoding="utf-8") for path in handbook.FOLDER.glob("*.md")}
    stale = sorted(name for name in told.keys() | written.keys() if told.get(name) != written.get(name))
    assert stale == [], "run: python -m rules.handbook"
