"""D11: every management indicator with full marks.

比对：管理（投入、过程、决策）类一级指标下不少于10行，全部得满分。
意义：管理类指标多为定性，全部满分说明自评没有区分度，复核时宜抽查佐证。
不适用：这类指标不足10行；有一行未得满分。产出、效益类指标全部完成属正常，不核对。
示例：17行全满分；16/17不报。
依据：复核惯例；行数由口径规定。
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from extractors.records import Form
from rules.achieving import scored
from rules.grouping import Group, groups
from rules.profile import Profile
from rules.quoting import cell
from rules.rule import Outcome, Rule, failed, inapplicable, passed
from rules.submission import Submission

_MANAGEMENT = regex.compile(r"管理|投入|过程|决策|规划|履职")


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each management group of enough rows."""
    for form in submission.scored_forms:
        least = profile.at(submission.year, form.form_kind).full_mark_rows
        large = [(group, marks) for group, marks in full_marks(submission, form) if len(marks) >= least]
        if not large:
            yield inapplicable(f"没有不少于{least}行的管理类指标", form=form)
        for group, marks in large:
            about = {
                "form": form,
                "key": group.names,
                "subject": group.name,
                "evidence": [cell(group.rows[0], "level1"), cell(group.rows[0], "score")],
                "uses": [(row.document_id, row.places.get("score")) for row in group.rows],
            }
            if all(marks):
                yield failed(
                    f"“{group.name}”{len(marks)}行全部得满分", observed=f"{len(marks)}/{len(marks)}", **about
                )
            else:
                yield passed(f"“{group.name}”{sum(marks)}/{len(marks)}行得满分", **about)


def full_marks(submission: Submission, form: Form) -> list[tuple[Group, list[bool]]]:
    """The management groups of a form, of each scored row whether it has full marks."""
    full = {row.row.row: row.full for row in scored(submission, form)}
    return [
        (group, [full[row.row] for row in group.rows if row.row in full])
        for group in groups(submission.indicators_of(form), 1)
        if _MANAGEMENT.search(group.name)
    ]


RULE = Rule(
    id="D11", title="管理类全满分", severity="提示", confidence="确定", check=check, norms=("full_mark_rows",)
)
