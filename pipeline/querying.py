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
        raise Refused(_why(type(error).__name__), str(error).strip()) from error
    finally:
        connection.close()


def _list(files: list[str]) -> str:
    quoted = ", ".join("'" + file.replace("'", "''") + "'" for file in files)
    return f"[{quoted}]"


_FAULTS = {
    "ParserException": "语句写法有误，请检查括号、逗号、引号和关键字",
    "BinderException": "没有所写的栏目，或栏目用法不对；各表的栏目见 docs/data-dictionary.md",
    "CatalogException": f"没有所写的表或函数；可用的表有 {'、'.join(TABLES)}",
    "ConversionException": "有的值不能按所写的类型转换，可改用 try_cast",
    "OutOfMemoryException": "内存不足，请缩小查询范围",
}


def _why(kind: str) -> str:
    """What kind of fault the engine found, and what to look at."""
    return f"查询有误：{_FAULTS.get(kind, '不能执行')}。引擎的说明："
