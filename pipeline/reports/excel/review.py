"""复核表: every indicator with its points recomputed, in the shape reviewers use."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from extractors.numerals.fraction import Fraction
from extractors.records import Form, Indicator
from pipeline.reports.excel.sheet import Column, Row
from pipeline.reports.material import Dossier
from pipeline.reports.wording import SIGNS
from rules.achieving import Achievement, achievements
from rules.submission import Submission

NAME = "复核表"
COLUMNS = [
    Column("单位（项目）", 26), Column("一级指标", 12), Column("二级指标", 14), Column("三级指标", 26), Column("指标性质", 8), Column("指标值", 16),
    Column("计量单位", 9), Column("权重", 7, "number"), Column("自评完成值", 18), Column("自评得分", 9, "number"), Column("复核完成值", 14, "input"),
    Column("复核得分", 9, "number"), Column("复核指标偏差", 11, "number"), Column("计算办法", 24), Column("偏差原因", 30), Column("备注", 20, "input"),
]  # fmt: skip
_CENT = Decimal("0.01")


NOTE = (
    "复核得分按表内指标值与完成值重新计算（两种反向公式并存时取较高者）；完成值非数值的不计算，由复核人填写。"
)


def rows(dossier: Dossier, paths: dict[str, str]) -> Iterator[Row]:
    """One row for each indicator of each scored form."""
    view = dossier.submission
    for form in view.scored_forms:
        judged = {achievement.row.row: achievement for achievement in achievements(view, form)}
        for row in view.indicators_of(form):
            yield Row(_cells(view, form, row, judged.get(row.row)))


def _cells(view: Submission, form: Form, row: Indicator, judged: Achievement | None) -> list[object]:
    points, formula = _recomputed(judged)
    own = row.score_points
    return [
        form.project_name or form.unit_name or view.unit_name,
        row.level1,
        row.level2,
        row.level3,
        SIGNS.get(row.target_sign or "", ""),
        row.target_text,
        row.target_unit,
        row.weight_points,
        row.actual_text,
        own,
        row.review_actual_text,
        points,
        points - own if points is not None and own is not None else None,
        formula,
        row.reason_text,
        None,
    ]


def _recomputed(judged: Achievement | None) -> tuple[Decimal | None, str | None]:
    """The highest points that an accepted formula gives, two decimals, with the formula."""
    if judged is None or not judged.expected:
        return None, judged.why if judged else None
    best = max(judged.expected, key=lambda expectation: expectation.points)
    return _decimal(best.points), best.formula


def _decimal(points: Fraction) -> Decimal:
    return (Decimal(points.numerator) / Decimal(points.denominator)).quantize(_CENT, ROUND_HALF_UP)
