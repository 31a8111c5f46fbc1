"""`hedui query`: SQL over the dataset."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pipeline.commands import options as o

Sql = Annotated[str, typer.Argument(metavar="SQL", help="查询语句；表名即数据集中的表名。")]


def command(sql: Sql, data: o.Data = Path("data/parsed"), json: o.Json = False) -> None:
    """用 SQL 查询数据集。

    [例] hedui query "select unit_name, message from findings where result='fail' and subsumed_by is null"
    """
    import msgspec

    from pipeline.querying import query
    from pipeline.terminal import out, safe

    names, rows = query(data, sql)
    if json:
        for row in rows:
            print(msgspec.json.encode(dict(zip(names, row, strict=True)), enc_hook=str).decode())
        return
    from rich.table import Table
    from rich.text import Text

    table = Table()
    for name in names:
        table.add_column(safe(name), overflow="fold")
    for row in rows:
        table.add_row(*(Text("" if value is None else safe(_plain(value))) for value in row))
    out().print(table)
    out().print(f"{len(rows)} 行")


def _plain(value: object) -> object:
    """A decimal without an exponent, without the zeros that only its column's scale adds."""
    from decimal import Decimal

    return f"{value.normalize():f}" if isinstance(value, Decimal) and value.is_finite() else value
