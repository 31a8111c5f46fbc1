"""H09: a share of full marks far above that of the year's other units.

比对：得满分的指标行占有分值行的比例，与同年各单位的中位数比较，偏离超过3倍的稳健标准差，且在95%以上。
意义：只有一家几乎全部满分，需要留意；只是线索。
不适用：同年可比的单位不足十个；本单位有分值的指标不足五行。
示例：中位数78%而一家100%，提示；95%不提示。
依据：稳健统计：中位数与绝对中位差。
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from extractors.records import Form
from rules.achieving import scored
from rules.peers import deviations, each
from rules.profile import Profile
from rules.quoting import total
from rules.rule import Outcome, Rule, lead, passed
from rules.submission import Dataset, Submission
from rules.wording import percent

_LEAST, _FAR, _ROWS, _HIGH = 10, 3.0, 5, 95


def check(dataset: Dataset, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each unit with enough scored rows."""
    yield from each(dataset, _share, _judge, "同年可比的单位不足十个，或本单位有分值的指标不足五行")


def _share(submission: Submission) -> tuple[Form, float] | None:
    """The form, and the percentage of its rows that have full marks."""
    for form in submission.of_kind("department")[:1]:
        rows = scored(submission, form)
        if len(rows) >= _ROWS:
            return form, 100 * sum(row.full for row in rows) / len(rows)
    return None


def _judge(
    gathered: list[tuple[Submission, tuple[Form, float] | None]],
) -> Iterator[tuple[Submission, Outcome]]:
    found = [(submission, *share) for submission, share in gathered if share is not None]
    if len(found) < _LEAST:
        return
    for (submission, form, share), far in zip(found, deviations([s for *_, s in found]), strict=True):
        about: dict[str, Any] = {"form": form, "key": ("满分率",), "subject": "满分指标"}
        if far > _FAR and share > _HIGH:
            yield (
                submission,
                lead(
                    f"满分指标占{percent(round(share))}，明显高于同年其他单位",
                    evidence=[total(form)],
                    **about,
                ),
            )
        else:
            yield submission, passed("满分指标的比例与同年其他单位相近", **about)


RULE = Rule(
    id="H09",
    title="满分率离群",
    severity="提示",
    confidence="线索",
    check=check,
    scope="dataset",
    gather=_share,
)
