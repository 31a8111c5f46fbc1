"""What the main job costs: throughput, memory, cost curve, re-run, start-up, beside the physical floor.

    python -m benchmarks.ingest                       250, 500, 1000, 2000 copies of a sample docx
    python -m benchmarks.ingest --model FILE --counts 500 --workers 1 2

Each figure is measured in a process of its own. The floor is what nobody can undercut: inflating each docx
and parsing its XML parts. Prints a Markdown page; docs/performance.md keeps one.
"""

from __future__ import annotations

import argparse
import io
import math
import platform
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec
import psutil
from lxml import etree

from corpus.copies import write

ROOT = Path(__file__).parents[1]
MODEL = ROOT / "data" / "raw" / "2021" / "云溪区水利局2021年度整体支出绩效自评.docx"
_PROGRAM = "from pipeline.cli import main; main()"


class Cost(msgspec.Struct):
    """One run: seconds by the clock and of all processors, the memory of all its processes at the most."""

    wall: float
    cpu: float
    peak: int


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--model", type=Path, default=MODEL)
    parser.add_argument("--counts", type=int, nargs="+", default=[250, 500, 1000, 2000])
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--engine", default="local")
    wished = parser.parse_args()
    for line in page(wished.model, wished.counts, wished.workers, wished.engine):
        print(line, flush=True)


def page(model: Path, counts: list[int], workers: list[int], engine: str) -> Iterator[str]:
    """The measurements as Markdown."""
    cores = len(psutil.Process().cpu_affinity() or [1])
    yield f"Python {platform.python_version()}, {platform.system()}, {cores} cores; copies of `{model.name}`."
    yield f"Start-up (`hedui --help`): {_best(['--help'], 5):.2f} s."
    yield ""
    titles = (
        "documents",
        "workers",
        "wall s",
        "ms each",
        "cpu ms each",
        "peak MB",
        "floor ms",
        "× floor",
        "re-run s",
    )
    yield f"| {' | '.join(titles)} |"
    yield "|---" * len(titles) + "|"
    curve: dict[int, list[tuple[int, float]]] = {}
    for count in counts:
        for hands in workers:
            with tempfile.TemporaryDirectory() as folder:
                raw, out = Path(folder) / "2021", Path(folder) / "parsed"
                write(model, raw, count)
                floor = floor_seconds(raw.rglob("*.docx")) / count
                cost = run("run", raw, "--out", out, "--workers", hands, "--engine", engine)
                again = run("ingest", raw, "--out", out, "--workers", hands)
            curve.setdefault(hands, []).append((count, cost.wall))
            numbers = [
                f"{cost.wall:.1f}",
                f"{cost.wall / count * 1000:.1f}",
                f"{cost.cpu / count * 1000:.1f}",
            ]
            numbers += [f"{cost.peak >> 20}", f"{floor * 1000:.2f}", f"{cost.cpu / count / floor:.1f}"]
            yield f"| {count} | {hands} | {' | '.join(numbers)} | {again.wall:.2f} |"
    yield ""
    for hands, points in curve.items():
        if len(points) > 1:
            yield f"Log-log slope over documents, {hands} workers: {slope(points):.3f}."


def run(*arguments: object) -> Cost:
    """Run a command quietly and watch what it takes, all its processes together."""
    command = [sys.executable, "-c", _PROGRAM, *map(str, arguments), "--quiet"]
    began = time.perf_counter()
    process = psutil.Popen(command, cwd=ROOT)
    spent: dict[int, float] = {}
    peak = 0
    while process.poll() is None:
        peak = max(peak, _look(process, spent))
        time.sleep(0.05)
    if process.returncode:
        raise SystemExit(f"{command}: {process.returncode}")
    return Cost(time.perf_counter() - began, sum(spent.values()), peak)


def _look(process: psutil.Popen, spent: dict[int, float]) -> int:
    """Note the processor time of a run's processes; their memory now, shared pages counted once for each."""
    memory = 0
    for one in [process, *_children(process)]:
        try:
            times = one.cpu_times()
            spent[one.pid] = times.user + times.system
            memory += one.memory_info().rss
        except psutil.Error:
            continue
    return memory


def _children(process: psutil.Popen) -> list[psutil.Process]:
    try:
        return list(process.children(recursive=True))
    except psutil.Error:
        return []


def floor_seconds(paths: Iterable[Path]) -> float:
    """Processor seconds to inflate some docx and to parse their XML parts."""
    began = time.process_time()
    for path in paths:
        with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as archive:
            for name in archive.namelist():
                data = archive.read(name)
                if name.endswith((".xml", ".rels")):
                    etree.fromstring(data)
    return time.process_time() - began


def slope(points: list[tuple[int, float]]) -> float:
    """The exponent with which cost grows over the number of documents (least squares of logarithms)."""
    logs = [(math.log(count), math.log(seconds)) for count, seconds in points]
    mean_x, mean_y = (sum(pair[i] for pair in logs) / len(logs) for i in (0, 1))
    above = sum((x - mean_x) * (y - mean_y) for x, y in logs)
    return above / sum((x - mean_x) ** 2 for x, _ in logs)


def _best(arguments: list[str], times: int) -> float:
    """The best of some runs by the clock."""
    program = shutil.which("hedui")
    command = [program] if program else [sys.executable, "-c", _PROGRAM]
    found = []
    for _ in range(times):
        began = time.perf_counter()
        subprocess.run([*command, *arguments], stdout=subprocess.DEVNULL, check=True, cwd=ROOT)
        found.append(time.perf_counter() - began)
    return min(found)


if __name__ == "__main__":
    main()
