"""Readers side by side: the floor, ours, and what a user would take instead, on the same files.

    python -m benchmarks.peers FILE … [--peer-python PYTHON]

Each peer runs in a process of its own, one after the other, with the Python given (a virtual environment
where it is installed), else with this one. Nothing is installed here: what is missing is said, with
the line that installs it. Right is what the first .docx among the files reads as by hedui: cells are
its texts, white space aside, that stand in some cell of the peer's tables, each counted once;
rows are its table rows of three texts or more whose texts stand in one row of the peer's, in order.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

from extractors.document import Document, Table
from extractors.reading import read

WORKER = Path(__file__).with_name("peer.py")
WAYS = {
    ".docx": ("floor-docx", "hedui", "python-docx", "markitdown", "kreuzberg", "docling"),
    ".pdf": ("floor-pdf", "hedui", "pdfplumber", "markitdown", "kreuzberg", "docling"),
    ".doc": ("hedui", "markitdown", "kreuzberg"),
}
INSTALL = {"markitdown": "'markitdown[all]'"}
_SECONDS = 300
_ROUNDS = 7


def main() -> None:
    """Print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--peer-python", type=Path)
    given = parser.parse_args()
    compare(given.files, given.peer_python)


def compare(files: list[Path], python: Path | None) -> None:
    """Print a line for each file and reader."""
    model = next((path for path in files if path.suffix == ".docx"), None)
    meant = rows_of(read(model.read_bytes(), model.name)) if model else []
    print("| file | reader | cpu ms | wall ms | import + first call, cpu ms | cells right | rows right |")
    print("|---|---|---|---|---|---|---|")
    for path in files:
        for name in WAYS.get(path.suffix, ("hedui",)):
            print(line(path, name, python, meant), flush=True)


def line(path: Path, name: str, python: Path | None, meant: list[list[str]]) -> str:
    """One line of the table."""
    outcome = ours(path) if name == "hedui" else theirs(path, name, python)
    if "missing" in outcome:
        return f"| {path.name} | {name} | not installed: pip install {INSTALL.get(name, name)} | | | | |"
    if "failed" in outcome:
        return f"| {path.name} | {name} | failed: {' '.join(outcome['failed'].split())} | | | | |"
    costs = (outcome["cpu"], outcome["wall"], outcome["import"] + outcome["first"])
    times = " | ".join(f"{1000 * cost:.1f}" for cost in costs)
    right = " | " if name.startswith("floor") else " | ".join(share(meant, outcome["rows"]))
    return f"| {path.name} | {name} | {times} | {right} |"


def theirs(path: Path, name: str, python: Path | None) -> dict[str, Any]:
    """What a peer cost and found: with the Python given, or with this one where it is not there."""
    outcome: dict[str, Any] = {}
    for interpreter in filter(None, (python, Path(sys.executable))):
        command = [str(interpreter), str(WORKER), name, str(path)]
        try:
            done = subprocess.run(command, capture_output=True, text=True, timeout=_SECONDS, check=False)
        except subprocess.TimeoutExpired:
            return {"failed": f"no end within {_SECONDS} s"}
        said = done.stdout.strip().splitlines()
        outcome = json.loads(said[-1]) if said else {"failed": done.stderr.strip()[-200:]}
        if "missing" not in outcome:
            break
    return outcome


def ours(path: Path) -> dict[str, Any]:
    """The same of our reader, in this process: nothing to import any more but what the format needs."""
    data, times = path.read_bytes(), []
    for _ in range(1 + _ROUNDS):
        before = time.process_time(), time.monotonic()
        document = read(data, path.name)
        times.append((time.process_time() - before[0], time.monotonic() - before[1]))
    cpu, wall = (statistics.median(pair[k] for pair in times[1:]) for k in (0, 1))
    return {"import": 0.0, "first": times[0][0], "cpu": cpu, "wall": wall, "rows": rows_of(document)}


def rows_of(document: Document) -> list[list[str]]:
    """The texts of each table row, merged cells in their first row."""
    tables = [block for block in document.blocks if isinstance(block, Table)]
    return [
        [cell.text for cell in table.cells if cell.row == row]
        for table in tables
        for row in range(1, table.rows + 1)
    ]


def share(meant: list[list[str]], got: list[list[str]]) -> tuple[str, str]:
    """Cells right, rows right, each of all that are meant."""
    wanted, found = ([_bare(row) for row in rows] for rows in (meant, got))
    cells, seen = (Counter(text for row in rows for text in row) for rows in (wanted, found))
    whole = [row for row in wanted if len(row) >= 3]
    right = sum(any(_holds(row, other) for other in found) for row in whole)
    return f"{(cells & seen).total()}/{cells.total()}", f"{right}/{len(whole)}"


def _bare(row: list[str]) -> list[str]:
    return [text for cell in row if (text := "".join(cell.replace("\\", "").split()))]


def _holds(row: list[str], other: list[str]) -> bool:
    """Whether texts stand in a row in this order, others between them."""
    rest = iter(other)
    return all(any(text == candidate for candidate in rest) for text in row)


if __name__ == "__main__":
    main()
