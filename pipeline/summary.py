"""The closing summary of a run: files by status, findings by severity, the worst units."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from extractors.records import SEVERITIES, Document
from pipeline.store import Dataset

if TYPE_CHECKING:
    import pyarrow as pa
    from rich.console import RenderableType

_STATUS = {"complete": "读取完整", "partial": "部分读取", "rejected": "未能读取", "duplicate": "内容重复"}
_RESULTS = ("fail", "review", "open", "pass", "not_applicable")
_STATES = {"new": "新增", "unchanged": "未变", "changed": "有变化", "gone": "已消失"}
_WORST = 8


class Summary(msgspec.Struct, kw_only=True):
    """What a run found, for people and for programs."""

    dataset: str
    reports: str | None = None
    log: str | None = None
    files: dict[str, int] = {}  # by status
    rejected: dict[str, int] = {}  # by code
    troubles: list[str] = []  # files not read or read in part, with the reason
    read: int = 0  # documents read in this run
    forms: int = 0
    submissions: int = 0
    findings: dict[str, dict[str, int]] = {}  # by severity, then result; subsumed ones left out
    worst_units: list[dict[str, str | int]] = []
    missing_units: list[str] = []  # of the register, with nothing sent
    unknown_units: list[str] = []  # not in the register
    changed: dict[str, int] = {}  # findings by state against the check before
    decisions: list[str] = []  # what is not settled of the decisions, a line each
    notes: list[str] = []  # what the check was limited to, by which norms it went
    defects: int = 0
    interrupted: bool = False
    seconds: float = 0.0


def files(rows: list[Document]) -> tuple[dict[str, int], dict[str, int]]:
    """Files by status, and rejected ones by code."""
    statuses = Counter(row.status for row in rows)
    codes = Counter(row.error_code or "" for row in rows if row.status == "rejected")
    return {status: statuses.get(status, 0) for status in _STATUS}, dict(sorted(codes.items()))


def troubles(rows: list[Document]) -> list[str]:
    """The files that were not read, with reason and remedy, then those read in part; litter left out."""
    refused = [row for row in rows if row.status == "rejected" and row.error_code != "litter"]
    partly = [row for row in rows if row.status == "partial"]
    lines = [f"未能读取 {row.path}：{row.error_message or row.error_code}" for row in refused]
    return lines + [f"部分读取 {row.path}：存疑之处见报告，请对照原件。" for row in partly]


def findings(dataset: Dataset) -> tuple[dict[str, dict[str, int]], list[dict[str, str | int]]]:
    """Findings by severity and result, and the units with the most that are grave."""
    import pyarrow.compute as pc

    counts: Counter[tuple[str, str]] = Counter()
    units: Counter[tuple[str, str]] = Counter()
    for file in dataset.files("findings"):
        rows = _columns(file)
        alone = rows.filter(pc.is_null(rows["subsumed_by"]))
        for severity, result, unit, number in _counted(alone):
            counts[severity, result] += number
            if result == "fail":
                units[unit or "（未识别单位）", severity] += number
    table = {s: {r: counts[s, r] for r in _RESULTS} for s in SEVERITIES}
    names = {unit for unit, severity in units if severity in SEVERITIES[:2]}
    ranked = sorted(names, key=lambda unit: ([-units[unit, severity] for severity in SEVERITIES], unit))
    return table, [{"unit": u, **{s: units[u, s] for s in SEVERITIES}} for u in ranked[:_WORST]]


def register(dataset: Dataset) -> tuple[list[str], list[str]]:
    """Units of the register that sent nothing, units that it does not know."""
    import pyarrow.compute as pc

    wanted = (pc.field("rule_id") == "H10") & (pc.field("result") == "fail")
    rows = dataset.read_table("findings", ["submission_id", "subject"], filters=wanted).to_pylist()
    missing = sorted(row["subject"] or "" for row in rows if row["submission_id"] is None)
    return missing, sorted(row["subject"] or "" for row in rows if row["submission_id"] is not None)


def states(dataset: Dataset) -> dict[str, int]:
    """Findings by their state against the check before."""
    return dict(sorted(Counter(dataset.read_table("finding_states", ["state"])["state"].to_pylist()).items()))


def _columns(file: Path) -> pa.Table:
    import pyarrow.parquet as pq

    columns = ["severity", "result", "unit_name", "subsumed_by"]
    return pq.read_table(file, columns=columns, partitioning=None)


def _counted(rows: pa.Table) -> Iterable[tuple[str, str, str | None, int]]:
    grouped = rows.group_by(["severity", "result", "unit_name"]).aggregate([([], "count_all")])
    columns = ("severity", "result", "unit_name", "count_all")
    return zip(*(grouped[name].to_pylist() for name in columns), strict=True)


def tables(summary: Summary) -> list[RenderableType]:
    """The summary for the terminal."""
    from rich.table import Table
    from rich.text import Text

    from pipeline.terminal import safe

    out: list[RenderableType] = []
    held = Table(title="文件", title_justify="left")
    for title in (*_STATUS.values(), "合计"):
        held.add_column(title, justify="right")
    held.add_row(*(str(summary.files.get(s, 0)) for s in _STATUS), str(sum(summary.files.values())))
    some = sum(summary.files.values())
    if summary.files and (some or not summary.interrupted):
        out.append(held)
    if summary.files and not some and not summary.interrupted:
        out.append(Text("报送文件夹中没有文件，没有读到任何材料；请检查文件夹是否给对。"))
    out += [Text(safe(line)) for line in summary.troubles[:_WORST]]
    if len(summary.troubles) > _WORST:
        out.append(Text(f"另有 {len(summary.troubles) - _WORST} 个，逐个说明见报告和 documents 表。"))
    if summary.findings:
        found = Table(title="核对结果（项）", title_justify="left")
        for title in ("程度", "不一致", "待人工判断", "未能核对", "一致", "不适用"):
            found.add_column(title, justify="left" if title == "程度" else "right")
        for severity, results in summary.findings.items():
            found.add_row(severity, *(str(results[result]) for result in _RESULTS))
        out.append(found)
    if summary.worst_units:
        worst = Table(title="问题最多的单位（不一致，项）", title_justify="left")
        worst.add_column("单位")
        for severity in SEVERITIES:
            worst.add_column(severity, justify="right")
        for unit in summary.worst_units:
            worst.add_row(Text(safe(unit["unit"])), *(str(unit[severity]) for severity in SEVERITIES))
        out.append(worst)
    out += [Text(line) for line in _lines(summary)]
    return out


def _lines(summary: Summary) -> list[str]:
    from pipeline.terminal import safe

    read = f"本次读取 {summary.read} 个文件，" if summary.files else ""
    lines = [f"{read}用时 {summary.seconds:.1f} 秒。", *map(safe, summary.notes)]
    if summary.changed.keys() - {"new"}:
        told = "，".join(f"{_STATES[state]} {number}" for state, number in summary.changed.items())
        lines.append(f"与上次核对相比：{told}。")
    for title, names in (("未报送", summary.missing_units), ("不在单位名录中", summary.unknown_units)):
        if names:
            listed = "、".join(safe(name) for name in names[:_WORST])
            lines.append(f"{title} {len(names)} 家：{listed}{' 等' if len(names) > _WORST else ''}。")
    lines += unsettled(summary.decisions)
    if summary.interrupted:
        lines.append("已按要求中断，尚未核对；已读取的内容已保存，没有丢失，再次运行同一命令将继续。")
    if summary.defects:
        lines.append(f"有 {summary.defects} 处软件缺陷，详见运行日志；其余结果不受影响。")
    places = (("数据集", summary.dataset), ("报告", summary.reports), ("运行日志", summary.log))
    return lines + [f"{title}：{place}" for title, place in places if place]


def unsettled(decisions: list[str]) -> list[str]:
    """What is not settled of the decisions, cut to a few lines."""
    from pipeline.terminal import safe

    if not decisions:
        return []
    listed = [f"  {safe(line)}" for line in decisions[:_WORST]]
    more = ["  其余见核对结果.xlsx 的“与上次相比”。"] if len(decisions) > _WORST else []
    return [f"处理决定中有 {len(decisions)} 条需要补充或确认：", *listed, *more]
