"""`hedui export`: tables as CSV or as an Excel workbook."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from pipeline.commands import options as o


class Format(StrEnum):
    """Kinds of files that office software opens."""

    csv = "csv"
    xlsx = "xlsx"


Tables = Annotated[
    list[str] | None, typer.Argument(metavar="[表…]", help="要导出的表；不给则导出 findings。")
]
Folder = Annotated[Path, typer.Option("--out", metavar="文件夹", help="写到这个文件夹。")]
Kind = Annotated[
    Format, typer.Option("--format", metavar="csv|xlsx", help="每表一个 CSV，或合为一个工作簿。")
]

Labels = Annotated[bool, typer.Option("--labels", help="CSV 的栏目也用中文名称；结果、种类等代码写成中文。")]
Redact = Annotated[
    bool, typer.Option("--redact", help="遮盖姓名、电话、身份证号、银行账号、邮箱，供公开或移交。")
]


def command(
    tables: Tables = None,
    data: o.Data = Path("data/parsed"),
    out: Folder = Path("export"),
    kind: Kind = Format.csv,
    labels: Labels = False,
    redact: Redact = False,
) -> None:
    """导出数据集中的表。

    [例] hedui export findings indicators --format xlsx --out 导出

    [例] hedui export sections --redact --labels --out 公开
    """
    from extractors.records import TABLES
    from pipeline import exporting, store
    from pipeline.refusal import Refused, from_os
    from pipeline.terminal import out as terminal

    names = tables or ["findings"]
    if unknown := [name for name in names if name not in TABLES]:
        raise Refused(f"没有表 {'、'.join(unknown)}；可用 {'、'.join(TABLES)}。")
    dataset = store.open_dataset(data)
    shape = exporting.Shape(labels=labels, redacted=redact)
    try:
        out.mkdir(parents=True, exist_ok=True)
        if kind is Format.xlsx:
            made = {out / "hedui.xlsx": exporting.to_xlsx(dataset, names, out / "hedui.xlsx", shape)}
        else:
            made = {out / f"{n}.csv": exporting.to_csv(dataset, n, out / f"{n}.csv", shape) for n in names}
    except OSError as error:
        raise from_os(error, out) or error from error
    for path, rows in made.items():
        terminal().print(f"{path}（{rows} 行）")
