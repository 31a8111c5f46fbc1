"""Findings that no longer hold because a document that they quote is gone or was replaced."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.store import Change, Dataset

if TYPE_CHECKING:
    import pyarrow as pa

_QUOTED = "evidence.list.element.document_id"


def findings_that_mention(dataset: Dataset, documents: set[str], change: Change) -> Change:
    """`change` of the findings, widened by the single findings of other submissions that quote `documents`.

    Findings of a whole dataset quote several submissions: only those rows leave, their neighbours stay.
    """
    if not documents or not dataset.rows("findings"):
        return change
    import pyarrow as pa

    ids = pa.array(sorted(documents))
    mentions = [row for file in dataset.files("findings") for row in _mentions(file, ids)]
    owners = {owner or "" for owner, _ in mentions} - change.keys
    if not owners:
        return change
    stale = {finding for owner, finding in mentions if (owner or "") in owners}
    rows = [_others(file, owners, stale) for file in dataset.files_of("findings", owners)]
    return Change([*change.rows, *rows], change.keys | owners)


def _mentions(file: Path, ids: pa.Array) -> list[tuple[str | None, str]]:
    """(submission_id, finding_id) of the findings in a file that quote one of the documents."""
    import pyarrow as pa
    import pyarrow.compute as pc
    import pyarrow.parquet as pq

    columns = ["submission_id", "finding_id", "document_id", _QUOTED]
    with pq.ParquetFile(file) as opened:
        rows = opened.read(columns=columns).combine_chunks()
    hits = set(pc.indices_nonzero(pc.is_in(rows["document_id"], value_set=ids)).to_pylist())
    evidence = rows["evidence"]
    quoted = pc.struct_field(pc.list_flatten(evidence), "document_id")
    parents = pc.list_parent_indices(evidence)
    hits |= set(parents.filter(pc.is_in(quoted, value_set=ids)).to_pylist())
    found = rows.select(["submission_id", "finding_id"]).take(pa.array(sorted(hits), pa.int64()))
    return list(zip(found["submission_id"].to_pylist(), found["finding_id"].to_pylist(), strict=True))


def _others(file: Path, owners: set[str], stale: set[str]) -> pa.Table:
    """The findings of some submissions, the stale ones left out."""
    import pyarrow as pa
    import pyarrow.compute as pc
    import pyarrow.parquet as pq

    rows = pq.read_table(file, partitioning=None)
    owner = pc.fill_null(rows["submission_id"], "")
    mine = pc.is_in(owner, value_set=pa.array(sorted(owners)))
    old = pc.is_in(rows["finding_id"], value_set=pa.array(sorted(stale)))
    return rows.filter(pc.and_(mine, pc.invert(old)))
