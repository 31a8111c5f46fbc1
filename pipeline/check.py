"""Check: the rules over the whole dataset; findings and links written anew in one commit."""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from extractors.records import Decision, Issue
from pipeline import checker, crew, gathering, registering, store
from pipeline.checker import Checked, Wanted
from pipeline.codeprint import codeprint
from pipeline.refusal import Refused, from_os
from pipeline.rows import from_arrow, to_arrow
from pipeline.scope import scope
from pipeline.shelf import Laid, check_whole
from pipeline.since import since
from pipeline.store import Change, Dataset

if TYPE_CHECKING:
    import pyarrow as pa

SPOOL = ".spool"
_SECONDS = 600.0  # for one chunk of submissions; no rule takes one second
_STUCK = (
    "核对这组报送材料时进程超时或异常退出（软件缺陷），其中的规则未能执行；详见运行日志，请反馈给维护人员。"
)


class Outcome(msgspec.Struct, kw_only=True):
    """What a check did: how many submissions, and where it broke."""

    submissions: int = 0
    defects: list[Issue] = []


def check(
    out: Path, wanted: Wanted, workers: int, advance: Callable[[int], None], decided: Iterable[Decision] = ()
) -> Outcome:
    """Run the rules on every submission of the dataset under `out`; the caller holds the lock.

    `decided` are decisions that were read from people's files since.

    `advance` is told each number of submissions done. Raises Refused for wrong use and where the place
    cannot be written.
    """
    dataset = store.open_dataset(out)
    validate(wanted)
    spool = out / SPOOL
    outcome = Outcome()
    try:
        shutil.rmtree(spool, ignore_errors=True)
        spool.mkdir()
        parts: list[Path] = []
        for checked in _checked(dataset, wanted, workers, spool):
            parts.append(_keep(checked, _results(spool, len(parts))))
            outcome.submissions += checked.submissions
            outcome.defects += checked.issues
            advance(checked.submissions)
        changes = {
            name: Change([partial(_load, p, name) for p in parts], whole=True)
            for name in ("findings", "links")
        }
        changes["issues"] = _defects(dataset, outcome.defects)
        whole = wanted.rules is None and not wanted.severities
        changes |= since(dataset, (part / "findings" for part in parts), decided, whole, spool)
        store.commit(out, changes, dataset.manifest.state | {"checked": stamp(wanted)})
    except OSError as error:
        raise from_os(error, out) or error from error
    finally:
        shutil.rmtree(spool, ignore_errors=True)
    return outcome


def stamp(wanted: Wanted) -> dict[str, Any]:
    """What the findings of a check depend on besides the records; ingest drops it when records change."""
    norms = checker.norms_text(wanted.profile)
    register = hashlib.sha256(Path(wanted.register).read_bytes()).hexdigest() if wanted.register else ""
    return {
        "code": codeprint("rules", "extractors", "pipeline"),
        "norms": norms,
        "register": register,
        "scope": msgspec.json.decode(msgspec.json.encode(scope(wanted))),
        "wanted": msgspec.json.decode(msgspec.json.encode(wanted)),
    }


def is_current(dataset: Dataset, wanted: Wanted) -> bool:
    """Whether the findings are those that a check would give now."""
    return bool(dataset.manifest.state.get("checked") == stamp(wanted))


def validate(wanted: Wanted) -> None:
    """Raises Refused for an unknown rule or a faulty profile."""
    from rules.profile import BadProfile

    try:
        checker.chosen(wanted)
        checker.norms(wanted.profile)
        if wanted.register:
            registering.load(Path(wanted.register))
    except KeyError as error:
        raise Refused(f"没有编号为 {error.args[0]} 的规则；hedui rules 列出全部规则。") from error
    except BadProfile as error:
        raise Refused(str(error)) from error


def _checked(dataset: Dataset, wanted: Wanted, workers: int, spool: Path) -> Iterator[Checked]:
    """Results of all submissions, chunk by chunk in the order of their ids, then those across them.

    Notes are unpickled, so they lie in a folder of our own, where nobody else writes.
    """
    laid: list[Laid] = []
    pieces = map(checker.packed, gathering.chunks(dataset, spool))
    check_piece = partial(checker.check_packed, wanted=wanted)
    with tempfile.TemporaryDirectory(prefix="hedui-") as own, crew.hired(workers) as hands:
        for piece, result in hands.each(check_piece, pieces, _SECONDS):
            checked = result or _stuck(piece)
            laid.append(_lay(piece, checked.notes, spool, Path(own), len(laid)))
            yield checked
        if checker.looks_wide(wanted):
            check_wide = partial(check_whole, wanted=wanted)
            for _, results in hands.each(check_wide, [laid], _SECONDS * len(laid)):
                yield from [_stuck({})] if results is None else results


def _stuck(piece: Mapping[str, bytes]) -> Checked:
    """The result of submissions whose checking never ended: one defect of ours, on their first file."""
    tables = checker.unpacked(piece)
    ids = tables["documents"]["document_id"].to_pylist() if tables else []
    issue = Issue(code="defect", severity="note", message=_STUCK, document_id=ids[0] if ids else None)
    return checker.of_findings([], [issue], tables["submissions"].num_rows if tables else 0)


def _lay(piece: Mapping[str, bytes], notes: bytes, spool: Path, own: Path, number: int) -> Laid:
    """Lay a chunk's records down for the rules that look at all of them; its results come beside."""
    path, noted = spool / f"records-{number:08d}", own / f"{number:08d}"
    path.mkdir()
    for name, data in piece.items():
        (path / name).write_bytes(data)
    noted.write_bytes(notes)
    return Laid(str(path), str(_results(spool, number)), str(noted))


def _results(spool: Path, number: int) -> Path:
    return spool / f"results-{number:08d}"


def _keep(checked: Checked, path: Path) -> Path:
    """Lay a chunk's rows down until the commit."""
    path.mkdir()
    (path / "findings").write_bytes(checked.findings)
    (path / "links").write_bytes(checked.links)
    return path


def _load(path: Path, table: str) -> pa.Table:
    import pyarrow as pa

    return pa.ipc.open_stream(pa.memory_map(str(path / table))).read_all()


def _defects(dataset: Dataset, found: list[Issue]) -> Change:
    """The issues of broken rules in the place of those of the last check."""
    import pyarrow.compute as pc

    broken = (pc.field("code") == "defect") & (pc.field("severity") == "note")
    past = dataset.read_table("issues", ["document_id"], filters=broken)["document_id"].to_pylist()
    keys = {key or "" for key in past} | {issue.document_id or "" for issue in found}
    rows = dataset.read_table("issues", filters=_keyed(keys)) if keys else None
    kept = [] if rows is None else [i for i in from_arrow("issues", rows) if not _is_broken_rule(i)]
    return Change([to_arrow("issues", [*kept, *found])[0]], keys) if keys else Change()


def _keyed(keys: set[str]) -> Any:
    import pyarrow as pa
    import pyarrow.compute as pc

    named = pc.field("document_id").isin(pa.array(sorted(keys - {""}), pa.string()))
    return named | pc.field("document_id").is_null() if "" in keys else named


def _is_broken_rule(issue: Any) -> bool:
    return bool(issue.code == "defect" and issue.severity == "note")
