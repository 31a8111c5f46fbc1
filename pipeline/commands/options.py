"""Options that several commands share."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

READING, CHECKING = "读取选项", "核对选项"


class Engine(StrEnum):
    """Where documents are read."""

    local = "local"
    dask = "dask"


Raw = Annotated[
    str,
    typer.Argument(
        metavar="报送文件夹",
        help="各单位报送材料所在的文件夹（含子文件夹和压缩包），或网络存储的地址（s3://…）。",
    ),
]
Out = Annotated[Path, typer.Option("--out", metavar="输出文件夹", help="数据集、报告和日志写到这里。")]
Data = Annotated[
    Path, typer.Option("--data", metavar="输出文件夹", help="hedui run 或 ingest 的输出文件夹。")
]
Workers = Annotated[
    int | None, typer.Option("--workers", min=1, metavar="N", help="同时使用的进程数，默认为处理器核数。")
]
Wait = Annotated[
    float, typer.Option("--wait", min=0, metavar="秒", help="另一个 hedui 正在写同一数据集时等待多久。")
]
Quiet = Annotated[bool, typer.Option("--quiet", help="不显示进度和汇总，只报告错误。")]
Json = Annotated[bool, typer.Option("--json", help="以 JSON 输出结果，供程序读取。")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="只说明将读取哪些文件，不写任何内容。")]
Force = Annotated[
    bool, typer.Option("--force", help="全部重新读取，即使内容没有变化。", rich_help_panel=READING)
]
KeepMissing = Annotated[
    bool,
    typer.Option("--keep-missing", help="保留已从报送文件夹中移走的文件的数据。", rich_help_panel=READING),
]
EngineName = Annotated[
    Engine,
    typer.Option(
        "--engine",
        metavar="local|dask",
        help="在本机读取，或分发到 dask 集群。",
        rich_help_panel=READING,
    ),
]
Scheduler = Annotated[
    str | None,
    typer.Option(
        "--scheduler",
        metavar="地址",
        help="dask 调度器，如 tcp://10.0.0.5:8786；默认在本机启动。",
        rich_help_panel=READING,
    ),
]
CommitEvery = Annotated[
    float,
    typer.Option(
        "--commit-every", min=0, metavar="秒", help="至少隔多久保存一次进度。", rich_help_panel=READING
    ),
]
Seconds = Annotated[
    float,
    typer.Option("--seconds", min=0.1, metavar="秒", help="读取一个文件的时限。", rich_help_panel=READING),
]
ScanSeconds = Annotated[
    float,
    typer.Option("--scan-seconds", min=1, metavar="秒", help="一个扫描件的时限。", rich_help_panel=READING),
]
Memory = Annotated[
    int,
    typer.Option("--memory", min=64, metavar="MB", help="读取一个文件可用的内存。", rich_help_panel=READING),
]
Expanded = Annotated[
    int,
    typer.Option("--expanded", min=1, metavar="MB", help="一个文件解压后的上限。", rich_help_panel=READING),
]
Pages = Annotated[
    int, typer.Option("--pages", min=1, metavar="N", help="一个文件的页数上限。", rich_help_panel=READING)
]
Cells = Annotated[
    int,
    typer.Option("--cells", min=1, metavar="N", help="一个文件的单元格上限。", rich_help_panel=READING),
]
Nesting = Annotated[
    int,
    typer.Option("--nesting", min=0, metavar="N", help="压缩包嵌套的层数上限。", rich_help_panel=READING),
]
Rules = Annotated[
    list[str] | None,
    typer.Option("--rule", metavar="编号", help="只运行这些规则，可重复。", rich_help_panel=CHECKING),
]
Families = Annotated[
    list[str] | None,
    typer.Option(
        "--family", metavar="字母", help="只运行这些类别（A–H），可重复。", rich_help_panel=CHECKING
    ),
]
Severities = Annotated[
    list[str] | None,
    typer.Option(
        "--severity", metavar="程度", help="只保留这些程度（严重 重要 一般 提示）。", rich_help_panel=CHECKING
    ),
]
Register = Annotated[
    Path | None,
    typer.Option(
        "--register",
        metavar="文件",
        help="单位名录（CSV、xlsx 或 TOML，至少有“单位名称”一栏）；不给则用输出文件夹中的 register.csv 等。",
        rich_help_panel=CHECKING,
    ),
]
ProfileFile = Annotated[
    str | None,
    typer.Option(
        "--profile",
        metavar="名称|文件",
        help="自带口径的名称（如 江西）或口径文件；不给则用输出文件夹中的 口径.toml，否则为通用口径。",
        rich_help_panel=CHECKING,
    ),
]
