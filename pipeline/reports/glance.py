"""A submission's main figures at a glance, printed beside recomputed."""

from __future__ import annotations

from decimal import Decimal

import msgspec

from extractors.numerals.fraction import Fraction
from pipeline.reports.excel.overview import scores
from pipeline.reports.material import Dossier
from pipeline.reports.money import whole_money
from rules.achieving import Achievement, achievements


class Fact(msgspec.Struct, frozen=True):
    """One figure: what it is, how it reads, what to know of it, whether a finding speaks of it."""

    label: str
    value: str
    note: str = ""
    alarming: bool = False


def glance(dossier: Dossier) -> list[Fact]:
    """The figures that the unit's forms allow, most telling first; none that would be a guess."""
    return [*_totals(dossier), *_rate(dossier), *_points(dossier)]


def _totals(dossier: Dossier) -> list[Fact]:
    printed, summed, weights = scores(dossier.submission)
    out = []
    if printed is not None:
        differs = summed is not None and summed != printed
        note = f"各行得分合计 {_plain(summed)}" if summed is not None else ""
        out.append(Fact("表内总分", _plain(printed), note, differs))
    if weights is not None:
        wrong = any(finding.rule_id == "A08" for finding in dossier.loud("fail"))
        out.append(Fact("分值合计", _plain(weights), "按各行相加", wrong))
    return out


def _rate(dossier: Dossier) -> list[Fact]:
    money = whole_money(dossier.submission)
    if money is None or money.rate_percent is None:
        return []
    odd = any(finding.rule_id in {"A01", "D08"} for finding in dossier.loud("fail"))
    note = " → ".join(text for text in (money.budget_text, money.executed_text) if text)
    note += "（各来源相加）" if money.summed else ""
    return [Fact("执行率", f"{_plain(money.rate_percent)}%", note, odd)]


def _points(dossier: Dossier) -> list[Fact]:
    view = dossier.submission
    rows = [row for form in view.scored_forms for row in achievements(view, form)]
    out = []
    judged = [row for row in rows if row.numeric and row.met is not None]
    if judged:
        missed = sum(row.met is False for row in judged)
        out.append(Fact("未达标指标", str(missed), f"可比的量化指标 {len(judged)} 项"))
    met, lost = _lost(rows, met=True), sum((row.lost for row in rows), Fraction(0))
    if lost:
        out.append(Fact("扣分", _plain(lost), f"其中已达标的指标扣 {_plain(met)}" if met else "", bool(met)))
    return out


def _lost(rows: list[Achievement], *, met: bool) -> Fraction:
    return sum((row.lost for row in rows if row.met is met), Fraction(0))


def _plain(value: Decimal | Fraction | None) -> str:
    if value is None:
        return ""
    exact = Decimal(value.numerator) / Decimal(value.denominator) if isinstance(value, Fraction) else value
    return f"{exact.normalize():f}"
