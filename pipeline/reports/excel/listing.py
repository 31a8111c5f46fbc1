"""问题清单, 未能核对: a line a finding with its evidence."""

from __future__ import annotations

from collections.abc import Iterator

from extractors import places
from extractors.records import Evidence, Finding
from pipeline.reports.excel.sheet import Column, Row
from pipeline.reports.material import Dossier
from pipeline.reports.wording import RESULTS

_QUOTES = 8  # as many pieces of evidence are written out
NAME, UNDECIDED = "问题清单", "未能核对"
COLUMNS = [
    Column("单位", 24), Column("年度", 6), Column("程度", 6), Column("结果", 9), Column("规则", 6), Column("对象", 18),
    Column("说明", 46), Column("应为", 12), Column("实为", 12), Column("差额", 10), Column("计算", 24), Column("诊断", 22),
    Column("依据（原文与位置）", 56), Column("把握", 6), Column("问题编号", 28),
]  # fmt: skip


NOTE = "先看“程度”与“把握”。每条依据写明文件、位置、原文；措辞中性，是否属实以核实为准。"
UNDECIDED_NOTE = "下列事项因读取存疑或依据不足未作判断，请对照原件。"


def rows(dossier: Dossier, paths: dict[str, str]) -> Iterator[Row]:
    """One row for each discrepancy and each lead."""
    return _rows(dossier.loud("fail", "review"), paths)


def undecided(dossier: Dossier, paths: dict[str, str]) -> Iterator[Row]:
    """One row for each comparison that could not be decided."""
    return _rows(dossier.loud("open"), paths)


def _rows(findings: list[Finding], paths: dict[str, str]) -> Iterator[Row]:
    return (Row(_cells(finding, paths), finding.severity) for finding in findings)


def _cells(finding: Finding, paths: dict[str, str]) -> list[object]:
    return [
        finding.unit_name or "（未识别单位）",
        finding.fiscal_year,
        finding.severity,
        RESULTS[finding.result],
        finding.rule_id,
        finding.subject,
        finding.message,
        finding.expected,
        finding.observed,
        finding.difference,
        finding.computation,
        finding.diagnosis,
        "\n".join(_quotes(finding, paths)),
        finding.confidence,
        finding.finding_id,
    ]


def _quotes(finding: Finding, paths: dict[str, str]) -> list[str]:
    """The evidence, of a long sum its total and how many parts it has."""
    shown = finding.evidence if len(finding.evidence) <= _QUOTES else finding.evidence[:1]
    more = len(finding.evidence) - len(shown)
    return [quoted(evidence, paths) for evidence in shown] + ([f"（另有 {more} 处，见网页）"] if more else [])


def quoted(evidence: Evidence, paths: dict[str, str]) -> str:
    """One piece of evidence on a line: role, quote, file and place."""
    where = " ".join(x for x in (paths.get(evidence.document_id or ""), places.chinese(evidence.at)) if x)
    return f"{evidence.role}：“{evidence.text}”" + (f"（{where}）" if where else "")
