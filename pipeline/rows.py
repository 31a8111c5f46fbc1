"""Records as columns: the way from Structs to Arrow tables, there and back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from functools import cache, lru_cache
from itertools import accumulate, chain, pairwise
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

import msgspec

from extractors.columns import columns
from extractors.records import TABLES, Issue, Record
from pipeline.schema import ORDERS, schema

if TYPE_CHECKING:
    import pyarrow as pa

R = TypeVar("R", bound=Record)
Decode: TypeAlias = "Callable[[pa.ChunkedArray], list[Any]]"
_LONG = 64


def to_arrow(table: str, records: Sequence[Record]) -> tuple[pa.Table, list[Issue]]:
    """The records as a sorted Arrow table, and an issue for each value that no column can hold.

    A decimal beyond 38 digits or 12 places becomes null, never its whole row.
    """
    import pyarrow as pa

    arrays, issues = [], []
    for field, values in zip(schema(table), _columns(table, records), strict=True):
        try:
            arrays.append(_array(field.type, values))
        except (pa.ArrowException, OverflowError, UnicodeError):
            told = _column(field.type, values)
            kept, lost = _salvage(told, field.type)
            arrays.append(pa.array(kept, type=field.type))
            issues += [_lost(records[index], field, told[index]) for index in lost]
    return ordered(table, pa.Table.from_arrays(arrays, schema=schema(table))), issues


def _columns(table: str, records: Sequence[Record]) -> Iterable[Sequence[Any]]:
    """The values of each column: a Struct has its fields as its table has its columns."""
    if records:
        return zip(*map(msgspec.structs.astuple, records), strict=True)
    return [()] * len(schema(table))


def stream(rows: pa.Table) -> bytes:
    """A table as an Arrow stream."""
    import pyarrow as pa

    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, rows.schema) as writer:
        writer.write_table(rows)
    written: bytes = sink.getvalue().to_pybytes()
    return written


def ordered(table: str, rows: pa.Table) -> pa.Table:
    """The rows in their canonical order, nulls last."""
    if rows.num_rows < 2:
        return rows
    import pyarrow.compute as pc

    keys = [(name, "ascending") for name in ORDERS[table]]
    places = pc.sort_indices(rows, sort_keys=keys)
    if pc.all(pc.less(places[:-1], places[1:])).as_py():
        return rows  # they stood so already: to find that out costs a tenth of moving them
    return rows.take(places)


def from_arrow(table: str, rows: pa.Table) -> Iterator[Record]:
    """The records of an Arrow table, one at a time; decimals without trailing zeros."""
    kind = TABLES[table]
    columns = dict(zip(rows.column_names, rows.columns, strict=True))
    names, lists = [], []
    for name, decode in _decoders(table):
        if name in columns:
            names.append(name)
            lists.append(decode(columns[name]))
    for values in zip(*lists, strict=True):
        yield kind(**dict(zip(names, values, strict=True)))


@lru_cache(maxsize=65536)
def plain(value: Decimal) -> Decimal:
    """The same number written without trailing zeros and without an exponent."""
    short = value.normalize()
    return short if short.as_tuple().exponent <= 0 else short.quantize(Decimal(1))  # type: ignore[operator]


def _array(kind: pa.DataType, values: Sequence[Any]) -> pa.Array:
    """Values as an array; lists of structs by their fields, which spares a dict for each."""
    import pyarrow as pa
    import pyarrow.types as pt

    if not (pt.is_list(kind) and pt.is_struct(kind.value_type)):
        return pa.array(_column(kind, values), type=kind)
    items = list(chain.from_iterable(values))
    fields = list(kind.value_type)
    children = [pa.array(list(map(attrgetter(f.name), items)), type=f.type) for f in fields]
    ends = pa.array(accumulate(map(len, values), initial=0), pa.int32())
    return pa.ListArray.from_arrays(ends, pa.StructArray.from_arrays(children, fields=fields), type=kind)


def _column(kind: pa.DataType, values: Sequence[Any]) -> Sequence[Any]:
    """Python values in the shape that Arrow takes for a column type."""
    import pyarrow.types as pt

    if pt.is_map(kind):
        return [sorted(value.items()) for value in values]
    if pt.is_list(kind) and pt.is_struct(kind.value_type):
        return [[msgspec.structs.asdict(item) for item in value] for value in values]
    return values


@cache
def _decoders(table: str) -> list[tuple[str, Decode]]:
    """The columns of a table with what makes Python values of them."""
    return [(field.name, _decoder(table, field)) for field in schema(table)]


def _decoder(table: str, field: pa.Field) -> Decode:
    import pyarrow as pa
    import pyarrow.types as pt

    if pt.is_decimal(field.type):
        return _decimals
    if pt.is_map(field.type):
        return _maps
    if pt.is_list(field.type) and pt.is_struct(field.type.value_type):
        item = _item(table, field.name)
        return lambda column: [[item(**one) for one in value or ()] for value in column.to_pylist()]
    if pt.is_list(field.type):
        return lambda column: [value or [] for value in column.to_pylist()]
    decode: Decode = pa.ChunkedArray.to_pylist
    return decode


def _decimals(column: pa.ChunkedArray) -> list[Decimal | None]:
    """Each number of a long column made once: most of them come again and again."""
    if len(column) < _LONG:
        return [None if value is None else plain(value) for value in column.to_pylist()]
    coded = column.combine_chunks().dictionary_encode()
    known = [plain(value) for value in coded.dictionary.to_pylist()]
    return [None if index is None else known[index] for index in coded.indices.to_pylist()]


def _maps(column: pa.ChunkedArray) -> list[dict[str, Any]]:
    """Each map of a column, keys and values decoded at one go."""
    found: list[dict[str, Any]] = []
    for chunk in column.chunks:
        keys, values, ends = chunk.keys.to_pylist(), chunk.items.to_pylist(), chunk.offsets.to_pylist()
        found += [dict(zip(keys[a:b], values[a:b], strict=True)) for a, b in pairwise(ends)]
    return found


@cache
def _item(table: str, name: str) -> type[msgspec.Struct]:
    """The Struct of which a list column is made."""
    from typing import get_args

    hint = next(column.type for column in columns(table) if column.name == name)
    item: type[msgspec.Struct] = get_args(hint)[0]
    return item


def _salvage(values: Sequence[Any], kind: pa.DataType) -> tuple[list[Any], list[int]]:
    """The values that Arrow takes, the others cleaned or null; where it lost one."""
    import pyarrow as pa

    kept, lost = [], []
    for index, value in enumerate(values):
        clean = _clean(value)
        try:
            pa.array([clean], type=kind)
        except (pa.ArrowException, OverflowError):
            clean = None
            lost.append(index)
        kept.append(clean)
    return kept, lost


def _clean(value: Any) -> Any:
    """Text without lone surrogates, also inside lists and structs; other values as they are."""
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()
    if isinstance(value, dict):
        return {_clean(key): _clean(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return type(value)(_clean(item) for item in value)
    return value


def _lost(record: Record, field: pa.Field, value: Any) -> Issue:
    label = (field.metadata or {}).get(b"label", field.name.encode()).decode()
    return Issue(
        document_id=getattr(record, "document_id", None),
        form_id=getattr(record, "form_id", None),
        code="number-range",
        severity="doubt",
        message=f"“{label}”的数值超出可存储范围（整数26位、小数12位以内），数值列留空，原文照录。",
        text=str(value)[:200],
        at=getattr(record, "at", None),
    )
