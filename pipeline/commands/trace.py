"""`hedui trace`: a figure's whole way."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.commands import options as o

if TYPE_CHECKING:
    from rich.table import Table

    from extractors.records import Indicator as Row
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

    from pipeline.tracing import trace

    for one in trace(data, unit, indicator):
        print(msgspec.json.encode(one).decode()) if json else _print(one)


_LABEL = 14  # characters of a label and of what is left free beside it
_AROUND = 28  # characters of a sentence on either side of its figure


def _print(found: Trace) -> None:
    """The row, then what the narrative says of it, then the findings; each wraps beside its label."""
    from extractors.places import chinese
    from pipeline.reports.wording import RELATIONS, RESULTS
    from pipeline.terminal import out

    row, form = found.indicator, found.form
    levels = " / ".join(level for level in (row.level1, row.level2, row.level3) if level)
    values = (
        ("指标值", row.target_text),
        ("完成值", row.actual_text),
        ("分值", row.weight_text),
        ("得分", row.score_text),
    )
    lines = [
        ("单位", f"{form.unit_name or '（未识别单位）'}  {form.fiscal_year or '年度未知'}"),
        ("文件", f"{found.file}  {chinese(row.at)}"),
        ("指标", levels),
        ("表内", "  ".join(f"{name} {text or '空白'}" for name, text in values)),
        ("读作", f"指标值 {_read(row, 'target')}  完成值 {_read(row, 'actual')}"),
    ]
    for link, figure in found.figures:
        said = f"{figure.text}  {RELATIONS[link.relation]}  〔{chinese(figure.at)}〕"
        lines += [("叙述", said), ("", _around(figure.sentence or "", figure.text))]
    lines += [(f"{f.severity} {f.rule_id}", f"{RESULTS[f.result]}：{f.message}") for f in found.findings]
    out().print(_grid(lines))


_KINDS = {"date": "日期", "text": "文字", "empty": "空白", "masked": "遮盖"}


def _read(row: Row, side: str) -> str:
    """How a cell's text was understood: sign, exact value, unit; else what kind of text it is."""
    from pipeline.reports.wording import SIGNS

    sign, value, high, unit, kind = (
        getattr(row, f"{side}_{name}") for name in ("sign", "value", "value_high", "unit", "kind")
    )
    if value is None:
        return _KINDS.get(kind or "", "文字")
    return f"{SIGNS.get(sign or '', '')}{value}{f'–{high}' if high is not None else ''}{unit or ''}"


def _around(sentence: str, text: str) -> str:
    """The sentence near its figure."""
    place = max(sentence.find(text), 0)
    start, end = max(place - _AROUND, 0), place + len(text) + _AROUND
    return ("…" if start else "") + sentence[start:end] + ("…" if end < len(sentence) else "")


def _grid(lines: list[tuple[str, str]]) -> Table:
    from rich.table import Table

    from pipeline.terminal import filled, out, safe

    grid = Table.grid(padding=(0, 2))
    grid.add_column(no_wrap=True, style="bold")
    grid.add_column(overflow="fold")
    for label, text in lines:
        grid.add_row(label, filled(safe(text), out().width - _LABEL))
    grid.add_row("", "")
    return grid
