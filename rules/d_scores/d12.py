"""D12: satisfaction of 100% with full marks and nothing to show for it.

比对：满意度指标完成值为100%且得满分，而全部材料中没有调查的依据（C11成立）。
意义：百分之百的满意度须有问卷、样本支撑，否则不足采信。
不适用：完成值不是100%；未得满分；文中写有调查的样本数。
示例：企业满意率100%、10/10，文中只有“企业满意度高”；98.5%不报。
依据：复核口径：满意度无调查材料的不予认可。
"""

from __future__ import annotations

from collections.abc import Iterator

from rules.achieving import scored
from rules.profile import Profile
from rules.quoting import row_name
from rules.rule import Outcome, Rule, failed, inapplicable, passed
from rules.scoring import about
from rules.submission import Submission


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each satisfaction row of 100%."""
    unsupported = unsurveyed(submission)
    for form in submission.scored_forms:
        rows = [
            row
            for row in scored(submission, form)
            if "满意" in f"{row.row.level2}{row.row.level3}" and row.row.actual_value == 100
        ]
        if not rows:
            yield inapplicable("没有完成值为100%的满意度指标", form=form)
        for row in rows:
            place = about(form, row, "actual", "score")
            if not row.full or row_name(row.row) not in unsupported:
                yield passed(f"“{row_name(row.row)}”未得满分，或有调查依据", **place)
            else:
                message = f"“{row_name(row.row)}”完成值100%并得满分，材料中未见调查依据"
                covers = (("C11", row_name(row.row)),)
                yield failed(message, observed="100%", covers=covers, **place)


def unsurveyed(submission: Submission) -> set[str | None]:
    """The satisfaction rows for which C11 found no survey at all."""
    return {outcome.subject for outcome in submission.found("C11") if outcome.severity != "提示"}


RULE = Rule(id="D12", title="满意度百分百", severity="一般", confidence="推断", check=check, after=("C11",))
