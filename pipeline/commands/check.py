"""`hedui check`: the rules over the dataset."""

from __future__ import annotations

from pathlib import Path

from pipeline.commands import options as o


def command(
    data: o.Data = Path("data/parsed"),
    workers: o.Workers = None,
    rules: o.Rules = None,
    families: o.Families = None,
    severities: o.Severities = None,
    profile: o.ProfileFile = None,
    register: o.Register = None,
    wait: o.Wait = 5,
    quiet: o.Quiet = False,
    json: o.Json = False,
) -> None:
    """对数据集运行核对规则，重写 findings 与 links 两张表。

    限定规则时，findings 表只含这些规则的结果。

    [例] hedui check --data data/parsed --family A --rule B01
    """
    from pipeline.commands.session import Session
    from pipeline.wishes import wanted

    session = Session("check", None, data, wait=wait, quiet=quiet, json=json)
    if workers:
        session.workers = workers
    session.check(wanted(rules, families, severities, profile, register, data))
