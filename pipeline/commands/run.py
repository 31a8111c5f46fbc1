"""`hedui run`: from a folder of submissions to the dataset and the reports."""

from __future__ import annotations

from pathlib import Path

from pipeline.commands import options as o


def command(
    raw: o.Raw,
    out: o.Out = Path("data/parsed"),
    workers: o.Workers = None,
    engine: o.EngineName = o.Engine.local,
    scheduler: o.Scheduler = None,
    force: o.Force = False,
    keep_missing: o.KeepMissing = False,
    dry_run: o.DryRun = False,
    commit_every: o.CommitEvery = 15,
    seconds: o.Seconds = 60,
    scan_seconds: o.ScanSeconds = 900,
    memory: o.Memory = 1024,
    expanded: o.Expanded = 400,
    pages: o.Pages = 1000,
    cells: o.Cells = 1_000_000,
    nesting: o.Nesting = 3,
    rules: o.Rules = None,
    families: o.Families = None,
    severities: o.Severities = None,
    profile: o.ProfileFile = None,
    register: o.Register = None,
    wait: o.Wait = 5,
    quiet: o.Quiet = False,
    json: o.Json = False,
) -> None:
    """读取报送材料、核对数字、生成报告（主要命令）。

    [例] hedui run data/raw/2021 --out data/parsed

    再次运行只读取新增和改动的文件；中断（Ctrl-C）后再次运行即可继续。
    """
    from pipeline.commands.session import Session
    from pipeline.wishes import reading, wanted

    limits = reading(
        seconds=seconds,
        scan_seconds=scan_seconds,
        memory=memory,
        expanded=expanded,
        pages=pages,
        cells=cells,
        nesting=nesting,
    )
    session = Session("run", raw, out, wait=wait, quiet=quiet, json=json)
    session.reads(limits, engine.value, scheduler, workers, force, keep_missing, commit_every)
    if dry_run:
        session.preview()
    else:
        session.run(wanted(rules, families, severities, profile, register, out))
