"""The records of a dataset brought together by submission, a bounded number at a time."""

from __future__ import annotations

import tempfile
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.store import Dataset
from rules.lines import OF_ROWS

if TYPE_CHECKING:
    import pyarrow as pa

OF_FORM = ("summary_rows", "funds", "goals", "indicators", "sections", "figures")
OF_FILE = ("documents", "issues", "blocks", "cells")
GROUP, CHUNK = 480, 24  # submissions held at once, submissions that travel together
_ORDER = "_order"


def chunks(
    dataset: Dataset, spool: Path, whole: bool = False, also: Iterable[str] = (), group: int = GROUP
) -> Iterator[dict[str, Any]]:
    """The dataset in chunks of whole submissions: a table's name with its Arrow rows.

    Ordered by id; by name and year, as people look for them, where `whole` asks for all rows.

    Each table has a column `_order`, the number of the submission that a row belongs to. Rows of a file
    that belong to no form stand with each submission of that file. Of blocks and cells come those that
    rules rest on: recognised from a picture, paragraphs, cells outside the rows; all where `whole` asks.
    `also` names further tables with a column submission_id. `spool` is a folder for the sorting; `group`
    submissions are held at once.
    """
    index = _Index(dataset, whole)
    more = [table for table in also if dataset.files(table)]
    tables = ("submissions", "forms", *OF_FORM, *OF_FILE, *more)
    with tempfile.TemporaryDirectory(dir=spool) as folder:
        groups = range(0, len(index.ids), group)
        for table in tables:
            _spread(index, table, Path(folder), len(groups), group)
        for number, start in enumerate(groups):
            held = {table: _load(Path(folder), table, number) for table in tables}
            stop = min(start + group, len(index.ids))
            for first in range(start, stop, CHUNK):
                last = min(first + CHUNK, stop)
                yield {table: _between(rows, first, last) for table, rows in held.items()}


class _Index:
    """Where rows belong: submissions by number, forms and files by submission."""

    def __init__(self, dataset: Dataset, whole: bool) -> None:
        import pyarrow as pa
        import pyarrow.compute as pc

        self.dataset, self.whole = dataset, whole
        named = dataset.read_table("submissions", ["submission_id", "unit_name", "fiscal_year"]).to_pylist()
        order = _by_name if whole else itemgetter("submission_id")
        self.ids = pa.array([row["submission_id"] for row in sorted(named, key=order)], "string")
        forms = dataset.read_table("forms", ["form_id", "document_id", "submission_id"]).combine_chunks()
        self.forms = forms["form_id"].combine_chunks()
        self.order_of_form = pc.index_in(forms["submission_id"], value_set=self.ids).combine_chunks()
        self.orders_of_file: dict[str, list[int]] = {}
        for document_id, order in zip(
            forms["document_id"].to_pylist(), self.order_of_form.to_pylist(), strict=True
        ):
            known = self.orders_of_file.setdefault(document_id, [])
            if order is not None and order not in known:
                known.append(order)

    def placed(self, table: str, file: Path) -> pa.Table:
        """A file's rows with their `_order`, sorted by it; rows of no submission left out."""
        import pyarrow as pa
        import pyarrow.compute as pc
        import pyarrow.parquet as pq

        rows = pq.read_table(file, filters=_wanted(table, self.whole), partitioning=None)
        if table not in OF_FORM and table not in OF_FILE:
            return _sorted(rows, pc.index_in(rows["submission_id"], value_set=self.ids))
        if table in OF_FORM:
            return self._by_form(rows)
        if table == "documents":
            return self._by_file(rows)
        by_form = self._by_form(rows.filter(rows["form_id"].is_valid()))
        return pa.concat_tables([by_form, self._by_file(rows.filter(rows["form_id"].is_null()))])

    def _by_form(self, rows: pa.Table) -> pa.Table:
        import pyarrow.compute as pc

        return _sorted(
            rows, self.order_of_form.take(pc.index_in(rows["form_id"], value_set=self.forms).combine_chunks())
        )

    def _by_file(self, rows: pa.Table) -> pa.Table:
        import pyarrow as pa

        owners = [self.orders_of_file.get(key, []) for key in rows["document_id"].to_pylist()]
        taken = pa.array([index for index, orders in enumerate(owners) for _ in orders], "int64")
        return _sorted(rows.take(taken), pa.array([order for orders in owners for order in orders], "int32"))


def _by_name(row: dict[str, Any]) -> tuple[str, int, str]:
    return row["unit_name"] or "\uffff", row["fiscal_year"] or 0, row["submission_id"]


def _wanted(table: str, whole: bool) -> Any:
    import pyarrow as pa
    import pyarrow.compute as pc

    if table in {"blocks", "cells"}:
        recognised = pc.field("confidence").is_valid()
        if table == "blocks":
            beside = pc.field("text").is_valid()
        else:
            beside = (pc.field("text") != "") & ~pc.is_in(pc.field("use"), pa.array(sorted(OF_ROWS)))
        return None if whole else recognised | beside
    return pc.field("status").isin(["complete", "partial"]) if table == "documents" else None


def _spread(index: _Index, table: str, folder: Path, groups: int, group: int) -> None:
    """One pass over a table: its rows into a stream for each group."""
    import pyarrow as pa

    writers: dict[int, Any] = {}
    with ExitStack() as stack:
        for file in index.dataset.files(table):
            rows = index.placed(table, file)
            for number in range(groups):
                part = _between(rows, number * group, (number + 1) * group)
                if number not in writers and (part.num_rows or file == index.dataset.files(table)[0]):
                    target = str(folder / f"{table}-{number}")
                    writers[number] = stack.enter_context(pa.ipc.new_stream(target, rows.schema))
                if part.num_rows:
                    writers[number].write_table(part)


def _load(folder: Path, table: str, number: int) -> pa.Table:
    import pyarrow as pa

    path = folder / f"{table}-{number}"
    with pa.OSFile(str(path)) as source:
        rows = pa.ipc.open_stream(source).read_all()
    path.unlink()
    return _sorted(rows.drop_columns([_ORDER]), rows[_ORDER])


def _sorted(rows: pa.Table, orders: pa.Array) -> pa.Table:
    """With `_order` and by it; rows of one submission as they stood, rows of none left out."""
    import pyarrow.compute as pc

    placed = rows.append_column(_ORDER, orders)
    kept = placed.filter(placed[_ORDER].is_valid())
    return kept.take(pc.sort_indices(kept, sort_keys=[(_ORDER, "ascending")]))


def _between(rows: pa.Table, first: int, last: int) -> pa.Table:
    """The rows of the submissions first..last (exclusive) of a table sorted by `_order`."""
    orders = rows[_ORDER]
    start, stop = (bisect_left(orders, edge, key=lambda order: order.as_py()) for edge in (first, last))
    return rows.slice(start, stop - start)
