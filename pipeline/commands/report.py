"""`hedui report`: the auditors' reports from the dataset."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pipeline.commands import options as o

Folder = Annotated[
    Path | None, typer.Option("--out", metavar="文件夹", help="默认为输出文件夹下的 reports。")
]


Pdf = Annotated[bool, typer.Option("--pdf", help="另为每个单位生成供签字的 PDF（签字/单位.pdf）。")]


def command(
    data: o.Data = Path("data/parsed"),
    out: Folder = None,
    pdf: Pdf = False,
    workers: o.Workers = None,
    wait: o.Wait = 5,
    quiet: o.Quiet = False,
) -> None:
    """由数据集生成核对报告（网页、Excel、Word 批注和整改函）；整改台账中新填的处理决定先读回。

    [例] hedui report --data data/parsed --out 报告

    [例] hedui report --pdf
    """
    from pipeline import store, summary
    from pipeline.decisions import unsettled
    from pipeline.isolation import default_workers
    from pipeline.progress import bar
    from pipeline.refusal import Refused, from_os
    from pipeline.run import reporter
    from pipeline.terminal import out as terminal

    write = reporter()
    if write is None:
        raise Refused("此安装不含报告组件。")
    store.open_dataset(data)
    if pdf:
        _can_print()
    folder = out or data / "reports"
    taken = _read_back(data, folder, wait)
    dataset = store.open_dataset(data)
    try:
        with bar("生成报告", "份", quiet) as shown:
            shown.total(dataset.rows("submissions"))
            write(data, folder, workers or default_workers(), shown.advance)
        if pdf:
            _print(data, folder, quiet)
    except OSError as error:
        raise from_os(error, folder) or error from error
    if not quiet:
        if taken:
            terminal().print(f"读回处理决定 {taken} 条。")
        for line in summary.unsettled(list(unsettled(dataset))):
            terminal().print(line)
        terminal().print(f"报告：{folder}")


def _read_back(data: Path, folder: Path, wait: float) -> int:
    """Take into the dataset what people wrote since; how many. Locks only where something is new."""
    from pipeline import store
    from pipeline.decisions import pending, take

    if not pending(data, store.open_dataset(data), [folder]):
        return 0
    with store.writer(data, wait):
        return take(data, folder)


def _can_print() -> None:
    """Refuse at once, before minutes of work, where nothing can print."""
    from pipeline.reports.signing import printer

    printer()


def _print(data: Path, folder: Path, quiet: bool) -> None:
    from pipeline import store
    from pipeline.progress import bar
    from pipeline.reports.signing import write_pdfs

    with bar("生成 PDF", "份", quiet) as shown:
        shown.total(store.open_dataset(data).rows("submissions"))
        write_pdfs(data, folder, shown.advance)
