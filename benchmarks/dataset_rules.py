"""The rules across years and units over ten thousand submissions: processor time, memory, rule by rule.

    python -m benchmarks.dataset_rules                   10,000 submissions, 3,334 units over three years
    python -m benchmarks.dataset_rules --submissions 2000

A city of sixty units is ingested and checked for its links, then laid down again and again as other
cities: other ids, other names, problems and measures in other words. What is timed is what a check
does: it opens the records from the disk as rules look into them. Prints a Markdown table.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from corpus.years.folder import checked
from corpus.years.planting import planted_book
from pipeline import checker, gathering, store, upkeep
from pipeline.checker import Wanted
from pipeline.shelf import Laid, Shelf
from rules import checking
from rules.profile import default
from rules.submission import Dataset

_IDS = ("submission_id", "form_id", "document_id", "section_id", "figure_id", "parent_id", "unit_key")
_CITY = "临江市"
_TOLD = {"problems", "measures"}
_HAN = 0x4E00, 0x9FA5


def main() -> None:
    """Lay the records down, then measure in a process of its own."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--submissions", type=int, default=10_000)
    parser.add_argument("--measure", type=Path, help=argparse.SUPPRESS)
    wished = parser.parse_args()
    if wished.measure:
        measure(wished.measure)
        return
    with tempfile.TemporaryDirectory() as folder:
        print(f"{laid_down(Path(folder), wished.submissions)} submissions\n", flush=True)
        command = [sys.executable, "-m", "benchmarks.dataset_rules", "--measure", folder]
        subprocess.run(command, check=True)


def laid_down(place: Path, wanted: int) -> int:
    """Chunks as a check lays them down, copy by copy; how many submissions."""
    checked(planted_book(7), place / "city")
    dataset = store.open_dataset(place / "city" / "parsed")
    pieces = list(gathering.chunks(dataset, place))
    links = [checker.check_packed(checker.packed(piece), Wanted(rules=())).links for piece in pieces]
    done = number = 0
    while done < wanted:
        for piece, linked in zip(pieces, links, strict=True):
            _lay(place / "chunks" / f"{number:05d}", _copy(piece, done), _copied_links(linked, done))
            number += 1
        done += sum(piece["submissions"].num_rows for piece in pieces)
    return done


def _lay(folder: Path, tables: dict[str, Any], links: bytes) -> None:
    folder.mkdir(parents=True)
    for name, data in checker.packed(tables).items():
        (folder / name).write_bytes(data)
    (folder / "links").write_bytes(links)


def _copied_links(packed: bytes, number: int) -> bytes:
    return checker.packed(_copy(checker.unpacked({"links": packed}), number))["links"]


def _copy(tables: dict[str, Any], number: int) -> dict[str, Any]:
    """The same records under other ids, in another city, with problems told otherwise."""
    import pyarrow as pa
    import pyarrow.compute as pc

    city = f"{chr(0x5F20 + number % 4000)}{chr(0x6C5F + number // 4000)}市"
    out = {}
    for name, rows in tables.items():
        changed = rows
        for column in (*_IDS, "unit_name", "text"):
            if column not in rows.column_names:
                continue
            values = rows[column]
            if column in _IDS:
                values = pc.binary_join_element_wise(values, f"-{number}", "")
            elif column == "unit_name":
                values = pc.replace_substring(values, _CITY, city)
            elif name == "sections":
                told = zip(values.to_pylist(), rows["key"].to_pylist(), strict=True)
                values = pa.array([_reworded(t, number) if k in _TOLD else t for t, k in told], pa.string())
            place = rows.column_names.index(column)
            changed = changed.set_column(place, rows.schema.field(place).with_type(values.type), values)
        out[name] = changed
    return out


def _reworded(text: str | None, number: int) -> str | None:
    low, high = _HAN
    return text and "".join(
        chr(low + (ord(c) - low + number) % (high - low)) if low <= ord(c) <= high else c for c in text
    )


def measure(place: Path) -> None:
    """Run all rules of scope dataset over the chunks; seconds by rule, memory at its height."""
    spent: dict[str, float] = {}
    inner = checking._run

    def timed(rule: Any, *more: Any) -> Any:
        start = time.process_time()
        try:
            return inner(rule, *more)
        finally:
            spent[rule.id] = spent.get(rule.id, 0.0) + time.process_time() - start

    checking._run = timed
    chunks = [Laid(str(folder), str(folder)) for folder in sorted((place / "chunks").glob("0*"))]
    upkeep.do_without_pandas()
    start, found = time.process_time(), 0
    dataset = Dataset(submissions=Shelf(chunks).views())
    for part in checking.check_in_parts(dataset, default()):
        found += len(part)
        checker.of_findings(part, [])
    whole = time.process_time() - start
    print("| rule | seconds of processor time |\n|---|---|")
    for name, seconds in sorted(spent.items(), key=lambda pair: -pair[1]):
        print(f"| {name} | {seconds:.1f} |")
    print(f"| all, with findings packed | {whole:.1f} |\n")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{found} findings, {peak:.0f} MB at most")


if __name__ == "__main__":
    main()
