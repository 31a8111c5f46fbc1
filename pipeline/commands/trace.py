"""`hedui trace`: a figure's whole way."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.commands import options as o

if TYPE_CHECKING:
    from pipeline.tracing import Trace

Unit = Annotated[str, typer.Argument(metavar="单位", help="单位名称，或其中一部分。")]
Indicator = Annotated[str, typer.Argument(metavar="指标", help="三级指标名称，或其中一部分。")]


def command(
    unit: Unit, indicator: Indicator, data: o.Data = Path("data/parsed"), json: o.Json = False
) -> None:
    """追踪一个指标：表中的值和位置、叙述中提到它的句子、依据它的核对结果。

    [例] hedui trace 水利局 河道治理长度
    """
    import msgspec

    from pipeline.refusal import Refused
    from pipeline.tracing import trace

    found = trace(data, unit, indicator)
    if not found:
        raise Refused(f"数据集中没有名称含“{unit}”的单位的、名称含“{indicator}”的指标。")
    for one in found:
        print(msgspec.json.encode(one).decode()) if json else _print(one)


def _print(found: Trace) -> None:
    from extractors.places import chinese
    from pipeline.terminal import out, safe

    row, form = found.indicator, found.form
    levels = " / ".join(level for level in (row.level1, row.level2, row.level3) if level)
    lines = [
        f"{form.unit_name or ''}  {form.fiscal_year or '年度未知'}  {found.file}",
        f"  {levels}  〔{chinese(row.at)}〕",
        f"  指标值 {row.target_text or '空白'}   完成值 {row.actual_text or '空白'}"
        f"   分值 {row.weight_text or '空白'}   得分 {row.score_text or '空白'}",
    ]
    for link, figure in found.figures:
        said = f"{figure.text}（{link.column}，{link.relation}）：{figure.sentence or ''}"
        lines.append(f"  叙述〔{chinese(figure.at)}〕{said}")
    lines += [f"  {f.severity} {f.rule_id} {f.result}：{f.message}" for f in found.findings]
    for line in lines:
        out().print(safe(line))
