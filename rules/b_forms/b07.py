"""B07: a review score that repeats the self score although the form contradicts itself.

比对：汇总表中主管部门复核分数等于自评分数，而该单位材料存在A—D类的严重问题。
意义：自评表自相矛盾而复核照抄自评分数，说明复核没有起到作用。
不适用：没有复核分数；复核分数与自评分数不同；没有严重问题时两分相同属正常。
示例：自评92、复核92，而各项得分合计82；92与88不报。
依据：主管部门对自评结果的真实性、准确性负复核责任。
"""

from __future__ import annotations

from collections.abc import Iterator

from rules.matching import named
from rules.money import Line
from rules.profile import Profile
from rules.quoting import cell
from rules.rule import FAIL, Outcome, Rule, failed, inapplicable, passed
from rules.submission import Submission

GRAVE = (
    "A09", "A08", "B01", "B02", "D08", "D01", "A02", "A03", "A05", "A06", "A07", "A11", "A14", "A20",
    "C01", "C02", "C03", "C10",
)  # fmt: skip
"""Rules of families A to D whose severity may be 严重."""


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each reviewed unit row."""
    grave = [
        (rule_id, outcome)
        for rule_id in GRAVE
        for outcome in submission.found(rule_id)
        if outcome.result == FAIL and outcome.severity == "严重"
    ]
    forms = submission.of_kind("department")
    rows = submission.unit_rows
    reviewed = [
        row for row in rows if row.review_score_points is not None and row.self_score_points is not None
    ]
    if not reviewed:
        yield inapplicable("没有复核分数")
    for row in reviewed:
        own = {form.form_id for form in forms if named(Line(row=row), form)}
        concerned = [x for x in grave if len(rows) == 1 or x[1].form is None or x[1].form.form_id in own]
        about = {
            "form": submission.form(row.form_id),
            "key": (row.unit_name or "",),
            "subject": row.unit_name,
            "evidence": [cell(row, "self_score"), cell(row, "review_score")],
        }
        if row.review_score_points != row.self_score_points or not concerned:
            yield passed("复核分数与自评分数不同，或材料未见严重问题", **about)
            continue
        ids = tuple(dict.fromkeys(rule_id for rule_id, _ in concerned))
        yield failed(
            f"复核分数{row.review_score_text}与自评分数相同，而材料有{len(concerned)}处严重问题，如：{concerned[0][1].message}",
            observed=row.review_score_text,
            related=ids,
            **about,
        )


RULE = Rule(id="B07", title="复核分照抄", severity="重要", confidence="推断", check=check, after=GRAVE)
