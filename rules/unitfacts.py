"""Facts of the unit that a narrative states twice: staff, posts, offices."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import regex

from extractors.records import Evidence, Figure
from rules.dating import years
from rules.passages import Passage, passages
from rules.quoting import figure as quoted
from rules.rule import Outcome, failed, passed
from rules.staffing import staffed
from rules.submission import Submission
from rules.unitnames import core

_OFFICES = regex.compile(
    r"^(?:我局|本单位|单位|局|部门|机关|共|现|下)*内设(?:职能|业务)?(?:机构|科室|股室)?(?:共|有|为)*$"
)
_OFFICE_AFTER = regex.compile(r"^(?:内设|职能|业务|行政)*(?:机构|科室|股室|处室|科|股)")
_NAMES = {"编制": "编制数", "内设": "内设机构数"}


def told_twice(submission: Submission) -> Iterator[Outcome]:
    """One outcome for each fact of the unit that is stated twice: staff, posts, offices."""
    texts = passages(submission)
    facts: dict[str, list[Figure]] = {}
    counted = list(staffed(submission, texts))
    split = {(id(x.passage), x.paragraph) for x in counted if x.scoped or x.outside}
    for one in counted:
        if one.plain and (id(one.passage), one.paragraph) not in split:
            facts.setdefault(one.word, []).append(one.figure)
    for figure in _offices(submission, texts):
        facts.setdefault("内设", []).append(figure)
    alone = len({core(form.unit_name) for form in submission.forms if form.unit_name}) <= 1
    for word, figures in facts.items():
        if len(figures) > 1 and alone:
            yield _judge(submission, _NAMES.get(word, f"{word}人数"), figures)


def _offices(submission: Submission, texts: list[Passage]) -> Iterator[Figure]:
    for passage in texts:
        if "内设" not in passage.text:
            continue
        for figure in passage.figures:
            clause = passage.clause_before(figure).strip()
            after = passage.text[figure.end : figure.end + 10]
            whole = _OFFICES.search(clause) and (
                _OFFICE_AFTER.search(after) or "机构" in clause or "室" in clause
            )
            if (
                figure.unit == "个"
                and whole
                and not figure.qualifier
                and set(years(clause)) <= {submission.year}
            ):
                yield figure


def _judge(submission: Submission, name: str, figures: list[Figure]) -> Outcome:
    form = submission.form(figures[0].form_id)
    first = figures[0]
    other = next((x for x in figures if x.value != first.value), None)
    about: dict[str, Any] = {"form": form, "key": ("前后不一", name), "subject": name}
    if other is None:
        return passed(f"{name}在叙述中的{len(figures)}处一致", evidence=[quoted(first)], **about)
    evidence: list[Evidence] = [quoted(first), quoted(other)]
    return failed(
        f"{name}在叙述中先后写为{first.text}和{other.text}",
        expected=first.text,
        observed=other.text,
        evidence=evidence,
        fact=(name, str(first.value), str(other.value)),
        confidence="推断",
        **about,
    )
