"""The columns of the dataset's tables, as their declaration tells them."""

from __future__ import annotations

from typing import Annotated, Any, get_args, get_origin, get_type_hints

import msgspec

from extractors.records import TABLES


class Column(msgspec.Struct, frozen=True):
    """One column of a table, as declared."""

    name: str
    type: Any  # the annotation without its Meta
    label: str  # Chinese
    meaning: str


def columns(table: str) -> list[Column]:
    """The columns of a table in order. Raises KeyError for an unknown table."""
    hints = get_type_hints(TABLES[table], include_extras=True)
    out = []
    for field in msgspec.structs.fields(TABLES[table]):
        hint, meta = hints[field.name], msgspec.Meta(title=field.name, description="")
        if get_origin(hint) is Annotated:
            hint, meta = get_args(hint)[0], get_args(hint)[1]
        out.append(Column(field.name, hint, meta.title or field.name, meta.description or ""))
    return out
