"""`hedui show`: what is read from one file."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from pipeline.commands import options as o

File = Annotated[Path, typer.Argument(metavar="文件", help="一份报送材料，或一个压缩包。")]
Figures = Annotated[bool, typer.Option("--figures", help="同时列出文字中的数值。")]


def command(
    file: File, json: o.Json = False, figures: Figures = False, scan_seconds: o.ScanSeconds = 900
) -> None:
    """显示从一个文件中读出了什么：表单、资金、指标、目标、章节、疑问。扫描件和图片先识别，较慢。

    [例] hedui show 云溪区水利局.docx --figures
    """
    from pipeline import showing
    from pipeline.terminal import out

    broken = False
    for document, extract in showing.read_file(file, scan_seconds, _slow):
        broken = broken or document.error_code == "defect"
        if json:
            sys.stdout.buffer.write(showing.as_json(document, extract) + b"\n")
            sys.stdout.buffer.flush()
        else:
            from pipeline.portrait import portrait

            for part in portrait(document, extract, figures):
                out().print(part)
    if broken:
        raise typer.Exit(1)


def _slow(path: str) -> None:
    """Say why nothing comes for a while."""
    from pipeline.terminal import err, safe

    err().print(f"{safe(path)} 是扫描件或图片，正在逐页识别，每页约需数秒至一分钟……", style="dim")
