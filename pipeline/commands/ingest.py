"""`hedui ingest`: new and changed files into the dataset."""

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
    wait: o.Wait = 5,
    quiet: o.Quiet = False,
    json: o.Json = False,
) -> None:
    """把新增和改动的报送材料读入数据集，不核对。

    [例] hedui ingest data/raw/2021 --out data/parsed --workers 4
    """
    from pipeline.commands.session import Session
    from pipeline.wishes import reading

    limits = reading(
        seconds=seconds,
        scan_seconds=scan_seconds,
        memory=memory,
        expanded=expanded,
        pages=pages,
        cells=cells,
        nesting=nesting,
    )
    session = Session("ingest", raw, out, wait=wait, quiet=quiet, json=json)
    session.reads(limits, engine.value, scheduler, workers, force, keep_missing, commit_every)
    if dry_run:
        session.preview()
    else:
        session.ingest()
