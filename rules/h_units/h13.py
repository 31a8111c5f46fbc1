"""H13: a supervisor whose units nearly all give themselves full marks for management.

比对：同年同一主管部门的单位中，管理（投入、过程、决策）类指标不少于规定行数而全部得满分的（D11）所占比例。
意义：几乎家家管理类全部满分，该类指标失去区分作用，复核时宜抽查佐证。
不适用：可比的单位不足十个（没有写主管部门或写自己的，放在一起）；比例不到九成。
示例：12家中12家，提示；12家中8家不报。
依据：复核惯例；rules.md D11 的批量形式。本规则为目录之外增补。
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from extractors.records import Form
from rules.d_scores.d11 import full_marks
from rules.peers import each
from rules.profile import default
from rules.quoting import total
from rules.rule import Outcome, Rule, lead, passed
from rules.submission import Dataset, Submission
from rules.unitnames import core

_LEAST, _SHARE = 10, Fraction(9, 10)

_Marked = tuple[str, Form, bool]  # supervisor, form, all full


def check(dataset: Dataset, profile: object) -> Iterator[Outcome]:
    """One outcome for each supervisor with enough such units, said where the first one stands."""
    yield from each(dataset, _marked, _judge, "同一主管部门可比的单位不足十个，或已在该部门的第一家说明")


def _marked(submission: Submission) -> _Marked | None:
    least = default().at(submission.year, "department").full_mark_rows
    for form in submission.of_kind("department")[:1]:
        groups = [marks for _, marks in full_marks(submission, form) if len(marks) >= least]
        if groups:
            supervisor = core(form.supervisor_name or submission.record.supervisor_name or "")
            supervisor = "" if supervisor == core(submission.unit_name or "") else supervisor
            return supervisor, form, all(all(marks) for marks in groups)
    return None


def _judge(gathered: list[tuple[Submission, _Marked | None]]) -> Iterator[tuple[Submission, Outcome]]:
    classes: dict[str, list[tuple[Submission, Form, bool]]] = defaultdict(list)
    for submission, found in gathered:
        if found is not None:
            classes[found[0]].append((submission, *found[1:]))
    for some in classes.values():
        if len(some) < _LEAST:
            continue
        full = [one for one in some if one[2]]
        about: dict[str, Any] = {"form": some[0][1], "key": ("管理类全满分比例",), "subject": "管理类指标"}
        words = f"{len(some)}个单位中，{len(full)}个管理类指标全部得满分"
        if len(full) < len(some) * _SHARE:
            yield some[0][0], passed(words, **about)
        else:
            yield some[0][0], lead(words, evidence=[total(form) for _, form, _ in full[:4]], **about)


RULE = Rule(
    id="H13",
    title="管理类全满分比例",
    severity="提示",
    confidence="线索",
    check=check,
    scope="dataset",
    gather=_marked,
)
