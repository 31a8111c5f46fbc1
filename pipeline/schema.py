"""The Arrow schemas of the dataset's tables, made from their one declaration."""

from __future__ import annotations

import types
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any, Union, get_args, get_origin, get_type_hints

import msgspec

from extractors.columns import columns
from extractors.records import TABLES, VERSION

if TYPE_CHECKING:
    import pyarrow as pa

PRECISION, SCALE = 38, 12

KEYS: dict[str, str] = dict.fromkeys(TABLES, "document_id") | {
    "submissions": "submission_id",
    "links": "submission_id",
    "findings": "submission_id",
    "finding_states": "submission_id",
    "decisions": "finding_id",
}
"""The column by which rows of a table are replaced together; its values are hex ids or null."""

ORDERS: dict[str, tuple[str, ...]] = {
    "documents": ("document_id", "root", "path"),
    "submissions": ("submission_id",),
    "forms": ("document_id", "order", "form_id"),
    "summary_rows": ("document_id", "form_id", "row"),
    "funds": ("document_id", "form_id", "row"),
    "goals": ("document_id", "form_id", "row"),
    "indicators": ("document_id", "form_id", "row"),
    "sections": ("document_id", "form_id", "order"),
    "figures": ("document_id", "form_id", "section_id", "source", "row", "start", "figure_id"),
    "links": ("submission_id", "document_id", "figure_id", "form_id", "table", "row", "column", "relation"),
    "issues": ("document_id", "form_id", "code", "at", "message", "text"),
    "blocks": ("document_id", "order"),
    "cells": ("document_id", "table_at", "row", "column", "at"),
    "findings": ("submission_id", "rule_id", "finding_id"),
    "finding_states": ("submission_id", "rule_id", "finding_id"),
    "decisions": ("finding_id",),
}
"""How rows stand in a file: its key first, so that equal content gives equal bytes."""


@cache
def schema(table: str) -> pa.Schema:
    """The Arrow schema of a table, its columns' meaning and label in the field metadata.

    Raises KeyError for an unknown table.
    """
    import pyarrow as pa

    fields = [
        pa.field(
            column.name,
            _arrow(column.type),
            metadata={"label": column.label, "meaning": column.meaning},
        )
        for column in columns(table)
    ]
    about = (TABLES[table].__doc__ or "").strip()
    return pa.schema(fields, metadata={"hedui_table": table, "hedui_version": str(VERSION), "meaning": about})


@cache
def fingerprint() -> str:
    """A hash of all schemas: a dataset written under another one is rewritten as a whole."""
    import hashlib

    text = "\n".join(f"{table}\n{schema(table).to_string()}" for table in TABLES)
    return hashlib.sha256(f"{VERSION}\n{text}".encode()).hexdigest()[:16]


def _arrow(hint: Any) -> pa.DataType:
    """The Arrow type of a column's annotation: decimals exact, lists and structs nested."""
    import pyarrow as pa

    plain = _plain(hint)
    scalars = {str: pa.string(), int: pa.int64(), bool: pa.bool_(), float: pa.float64()}
    if plain in scalars:
        return scalars[plain]
    if plain is Decimal:
        return pa.decimal128(PRECISION, SCALE)
    if get_origin(plain) is list:
        return pa.list_(_arrow(get_args(plain)[0]))
    if get_origin(plain) is dict:
        return pa.map_(*(_arrow(argument) for argument in get_args(plain)))
    if isinstance(plain, type) and issubclass(plain, msgspec.Struct):
        hints = get_type_hints(plain)
        return pa.struct([pa.field(name, _arrow(hints[name])) for name in plain.__struct_fields__])
    raise TypeError(f"no column type for {hint!r}")


def optional(hint: Any) -> bool:
    """Whether a column may be empty by its declaration; files never enforce it, so that no row is lost."""
    return type(None) in get_args(hint)


def _plain(hint: Any) -> Any:
    """`X | None` as X; anything else as it is."""
    if get_origin(hint) in (Union, types.UnionType):
        return next(argument for argument in get_args(hint) if argument is not type(None))
    return hint
