"""SQL over the dataset: each table under its name."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from extractors.records import TABLES
from pipeline import store
from pipeline.refusal import Refused


def query(root: Path, sql: str) -> tuple[list[str], list[tuple[Any, ...]]]:
    """Column names and rows of a query. Raises Refused for faulty SQL, or where DuckDB is missing."""
    try:
        import duckdb
    except ImportError:
        raise Refused("查询需要 DuckDB，请安装：pip install 'hedui[query]'") from None
    dataset = store.open_dataset(root)
    connection = duckdb.connect()
    try:
        for table in TABLES:
            files = [str(file) for file in dataset.files(table)]
            connection.execute(f'CREATE VIEW "{table}" AS FROM read_parquet({_list(files)})')
        cursor = connection.execute(sql)
        names = [column[0] for column in cursor.description or ()]
        return names, cursor.fetchall()
    except duckdb.Error as error:
        raise Refused(f"查询有误：{str(error).strip()}") from error
    finally:
        connection.close()


def _list(files: list[str]) -> str:
    quoted = ", ".join("'" + file.replace("'", "''") + "'" for file in files)
    return f"[{quoted}]"
