"""`hedui report`: the auditors' reports from the dataset."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pipeline.commands import options as o

Folder = Annotated[
    Path | None, typer.Option("--out", metavar="文件夹", help="默认为输出文件夹下的 reports。")
]


def command(data: o.Data = Path("data/parsed"), out: Folder = None, quiet: o.Quiet = False) -> None:
    """由数据集生成核对报告（Excel 与网页）。

    [例] hedui report --data data/parsed --out 报告
    """
    from pipeline import store
    from pipeline.refusal import Refused, from_os
    from pipeline.run import reporter
    from pipeline.terminal import out as terminal

    write = reporter()
    if write is None:
        raise Refused("此安装不含报告组件。")
    store.open_dataset(data)
    folder = out or data / "reports"
    try:
        write(data, folder)
    except OSError as error:
        raise from_os(error, folder) or error from error
    if not quiet:
        terminal().print(f"报告：{folder}")
