"""Ids of findings: stable from run to run, whatever the figures become."""

from __future__ import annotations

import hashlib
from functools import lru_cache

import regex

from extractors.records import Form
from rules.rule import Outcome, Rule
from rules.submission import Submission

_DIGITS = regex.compile(r"[0-9０-９.,，%％]++")


def fingerprint(rule: Rule, outcome: Outcome, whose: str) -> str:
    """Hash of rule, unit and year (`whose`, see `of`), form, row names and the first role.

    No values, no ids of bytes: a corrected figure keeps the id, a row that moves keeps it, also where its
    name holds the year's result (新认定高新技术企业14家): digits in names do not count.
    """
    role = outcome.evidence[0].role if outcome.evidence else ""
    text = _masked("\x1f".join((*_form(outcome.form), *outcome.key, role)))
    return hashlib.sha256(f"{rule.id}\x1f{whose}\x1f{text}".encode()).hexdigest()[:24]


def of(submission: Submission | None) -> str:
    """Unit and year of a submission, as they go into its fingerprints."""
    return f"{_unit(submission)}\x1f{submission.year or ''}" if submission else "\x1f"


@lru_cache(maxsize=65536)
def _masked(part: str) -> str:
    return _DIGITS.sub("#", part)


def numbered(ids: list[str]) -> list[str]:
    """The same ids with a running number where one comes again (two rows of the same name)."""
    seen: dict[str, int] = {}
    out = []
    for one in ids:
        seen[one] = seen.get(one, 0) + 1
        out.append(one if seen[one] == 1 else f"{one}-{seen[one]}")
    return out


def _unit(submission: Submission) -> str:
    if submission.record.unit_name:
        return submission.record.unit_key
    return submission.documents[0].path if submission.documents else submission.record.unit_key


def _form(form: Form | None) -> tuple[str, str]:
    if form is None:
        return ("", "")
    return (form.form_kind, form.project_code or form.project_name or "")
