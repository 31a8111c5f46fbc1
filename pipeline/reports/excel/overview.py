"""汇总: a line a submission."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from extractors.records import SEVERITIES, Fund, Indicator
from pipeline.reports.excel.sheet import Column, Row
from pipeline.reports.material import Dossier
from pipeline.reports.money import whole_money
from pipeline.reports.wording import KINDS
from rules.submission import Submission

NAME = "汇总"
COLUMNS = [
    Column("单位", 30), Column("年度", 7), Column("主管部门", 24), Column("报送表单", 30),
    Column("全年预算数（万元）", 14, "number"), Column("全年执行数（万元）", 14, "number"), Column("执行率（%）", 10, "number"),
    Column("表内总分", 9, "number"), Column("得分合计", 9, "number"), Column("分值合计", 9, "number"),
    *[Column(severity, 7, "number") for severity in SEVERITIES],
    Column("待人工判断", 10, "number"), Column("未能核对", 9, "number"), Column("一致", 7, "number"), Column("材料", 44),
]  # fmt: skip
_WAN = Decimal(10_000)


NOTE = "每个单位一行；程度各列为“不一致”的项数。得分合计按表内各行重新计算。"


def rows(dossier: Dossier, paths: dict[str, str]) -> Iterator[Row]:
    """One row for the submission."""
    view = dossier.submission
    budget, executed, rate = _money(view)
    printed, summed, weights = scores(view)
    yield Row(
        [
            view.unit_name or "（未识别单位）",
            view.year,
            view.record.supervisor_name,
            "、".join(dict.fromkeys(KINDS[form.form_kind] for form in view.forms)),
            budget,
            executed,
            rate,
            printed,
            summed,
            weights,
            *[dossier.count(severity) for severity in SEVERITIES],
            len(dossier.loud("review")),
            len(dossier.loud("open")),
            sum(dossier.silent("pass").values()),
            "\n".join(sorted(paths.get(d.document_id or "", d.path) for d in view.documents)),
        ]
    )


def scores(view: Submission) -> tuple[Decimal | None, Decimal | None, Decimal | None]:
    """Printed total score, sum of the scores, sum of the weights of the unit's own form."""
    forms = [*view.of_kind("department"), *view.scored_forms]
    if not forms:
        return None, None, None
    form = forms[0]
    seen: dict[str, set[str]] = {"score": set(), "weight": set()}
    sums: dict[str, Decimal | None] = {"score": None, "weight": None}
    rows: list[Indicator | Fund] = [*view.indicators_of(form), *view.funds_of(form)]
    for row in rows:
        for column in ("score", "weight"):
            value = getattr(row, f"{column}_points")
            place = row.places.get(column, f"{row.at}/{row.row}")
            if value is not None and place not in seen[column]:
                seen[column].add(place)
                sums[column] = (sums[column] or Decimal(0)) + value
    return form.total_score_points, sums["score"], sums["weight"]


def _money(view: Submission) -> tuple[Decimal | None, Decimal | None, Decimal | None]:
    """Budget and execution in 万元 with the rate, of the whole."""
    money = whole_money(view)
    if money is None:
        return None, None, None
    return _wan(money.budget_yuan), _wan(money.executed_yuan), money.rate_percent


def _wan(yuan: Decimal | None) -> Decimal | None:
    return None if yuan is None else yuan / _WAN
