"""What has changed since the last check: states of findings and of decisions, some submissions at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from extractors.records import Decision, Finding, FindingState
from pipeline.decisions import absorb, described
from pipeline.history import shown, states
from pipeline.rows import from_arrow, to_arrow
from pipeline.schema import schema
from pipeline.store import Change, Dataset

if TYPE_CHECKING:
    import pyarrow as pa

GROUP = 250  # submissions whose findings are held at once, about
_TOLD = ["finding_id", "submission_id", "rule_id", "result", "severity", "confidence", "fiscal_year"]
_TOLD += ["unit_name", "message", "subsumed_by"]


def since(
    dataset: Dataset, found: Iterable[Path], decided: Iterable[Decision], whole: bool, spool: Path
) -> dict[str, Change]:
    """How findings stand against those before; the decisions, each with its status now.

    `found` are the findings of this check (Arrow streams). A check of some rules only (not `whole`) says
    nothing of the others: it leaves the states as they are.
    """
    known = cast("list[Decision]", list(dataset.records("decisions")))
    read = list(decided)
    wanted = {decision.finding_id for decision in [*known, *read]}
    messages: dict[str, str] = {}
    of: dict[str, Finding | FindingState] = {}
    written: list[Path] = []
    for number, (past, now) in enumerate(_groups(dataset, found, spool)):
        if not whole:
            messages |= {s.finding_id: s.message for s in past if s.message and s.finding_id in wanted}
        of |= {state.finding_id: state for state in past if state.finding_id in wanted}
        of |= {key: finding for key, finding in now.items() if key in wanted}
        messages |= {key: finding.message for key, finding in now.items() if key in wanted}
        written.append(_write(states(past, now), spool / f"states-{number}"))
    kept = described(absorb(known, read, messages), of)
    changes = {"decisions": Change([to_arrow("decisions", kept)[0]], whole=True)}
    if whole:
        changes["finding_states"] = Change([partial(_mapped, path) for path in written], whole=True)
    return changes


def _groups(
    dataset: Dataset, found: Iterable[Path], spool: Path
) -> Iterator[tuple[list[FindingState], dict[str, Finding]]]:
    """The states before and the findings now of some submissions, group by group, by id."""
    count = dataset.rows("submissions")
    digits = 0 if count <= GROUP else 1 if count <= 16 * GROUP else 2
    _split(map(_shown, found), digits, spool, "now")
    _split(map(_read, dataset.files("finding_states")), digits, spool, "past")
    for number in range(16**digits):
        prefix = f"{number:0{digits}x}" if digits else ""
        before = from_arrow("finding_states", _mapped(spool / f"past-{prefix}", "finding_states"))
        held = from_arrow("findings", _mapped(spool / f"now-{prefix}", "findings"))
        now = (finding for finding in cast("Iterator[Finding]", held) if shown(finding))
        yield cast("list[FindingState]", list(before)), {finding.finding_id: finding for finding in now}


def _split(tables: Iterable[pa.Table], digits: int, spool: Path, name: str) -> None:
    """Rows by the first digits of their submission's id, a stream each; null with zero."""
    import pyarrow as pa
    import pyarrow.compute as pc

    writers: dict[str, pa.RecordBatchStreamWriter] = {}
    with ExitStack() as stack:
        for table in tables:
            owner = pc.fill_null(table["submission_id"], "0" * digits)
            keys = pc.utf8_slice_codeunits(owner, 0, digits)
            for key in pc.unique(keys).to_pylist():
                if key not in writers:
                    path = str(spool / f"{name}-{key}")
                    writers[key] = stack.enter_context(pa.ipc.new_stream(path, table.schema))
                writers[key].write_table(table.filter(pc.equal(keys, key)))


def _shown(path: Path) -> pa.Table:
    """The findings of a part that people may be shown, with what a state tells; most are passes."""
    import pyarrow as pa
    import pyarrow.compute as pc

    with pa.memory_map(str(path)) as source:
        rows = pa.ipc.open_stream(source).read_all().select(_TOLD)
        passed = pc.is_in(rows["result"], value_set=pa.array(["pass", "not_applicable"]))
        return rows.filter(pc.invert(passed))


def _read(file: Path) -> pa.Table:
    import pyarrow.parquet as pq

    return pq.read_table(file, partitioning=None)


def _write(records: list[FindingState], path: Path) -> Path:
    import pyarrow as pa

    rows, _ = to_arrow("finding_states", records)
    with pa.ipc.new_stream(str(path), rows.schema) as stream:
        stream.write_table(rows)
    return path


def _mapped(path: Path, table: str = "finding_states") -> pa.Table:
    import pyarrow as pa

    if not path.exists():
        return schema(table).empty_table()
    return pa.ipc.open_stream(pa.memory_map(str(path))).read_all()
