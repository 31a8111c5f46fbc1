"""What reading and checking a folder costs: throughput, memory, cost curve, re-run, start-up, the floor.

    python -m benchmarks.ingest                       250, 500, 1000, 2000 copies of a sample docx
    python -m benchmarks.ingest --model FILE --counts 500 --workers 1 2 --reports

Each figure is measured in processes of its own: `hedui ingest`, then `hedui check`, with `--reports` also
`hedui report`. The floor is what nobody can undercut: inflating each docx and parsing its XML parts.
Processor time is that of all processes together; where other work shares the machine it is what counts.
Prints a Markdown page; docs/performance.md keeps one. `benchmarks.stages` tells where the time goes.
"""

from __future__ import annotations

import argparse
import io
import math
import os
import platform
import resource
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
    """Seconds by the clock and of all processors, of it those of the driving process; bytes at the most."""

    wall: float
    cpu: float
    driver: float
    peak: int


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--model", type=Path, default=MODEL)
    parser.add_argument("--counts", type=int, nargs="+", default=[250, 500, 1000, 2000])
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--engine", default="local")
    parser.add_argument("--reports", action="store_true")
    wished = parser.parse_args()
    for line in page(wished.model, wished.counts, wished.workers, wished.engine, wished.reports):
        print(line, flush=True)


def page(model: Path, counts: list[int], workers: list[int], engine: str, reports: bool) -> Iterator[str]:
    """The measurements as Markdown."""
    cores = len(psutil.Process().cpu_affinity() or [1])
    yield f"Python {platform.python_version()}, {platform.system()}, {cores} cores; copies of `{model.name}`."
    yield f"Start-up (`hedui --help`): {_best(['--help'], 5):.2f} s."
    yield ""
    titles = [
        "documents",
        "workers",
        "wall s",
        "ms each",
        "cpu ms each",
        "of it driver",
        "peak MB",
        "floor ms",
    ]
    titles += ["× floor", "re-run cpu s", *["reports cpu ms each"][: int(reports)]]
    yield f"| {' | '.join(titles)} |"
    yield "|---" * len(titles) + "|"
    curves: dict[int, list[tuple[int, Cost]]] = {}
    for count in counts:
        for hands in workers:
            with tempfile.TemporaryDirectory() as folder:
                raw, out = Path(folder) / "2021", Path(folder) / "parsed"
                write(model, raw, count)
                floor = floor_seconds(raw.rglob("*.docx")) / count
                read = run("ingest", raw, "--out", out, "--workers", hands, "--engine", engine)
                again = run("ingest", raw, "--out", out, "--workers", hands)
                cost = _sum(read, run("check", "--data", out, "--workers", hands))
                told = run("report", "--data", out, "--out", f"{folder}/r") if reports else None
            curves.setdefault(hands, []).append((count, cost))
            each = cost.cpu / count
            numbers = [f"{cost.wall:.1f}", f"{cost.wall / count * 1000:.1f}", f"{each * 1000:.1f}"]
            numbers += [f"{cost.driver / cost.cpu:.0%}", f"{cost.peak >> 20}", f"{floor * 1000:.2f}"]
            numbers += [f"{each / floor:.2f}", f"{again.cpu:.2f}"]
            numbers += [f"{told.cpu / count * 1000:.1f}"] if told else []
            yield f"| {count} | {hands} | {' | '.join(numbers)} |"
    yield ""
    for hands, curve in curves.items():
        if len(curve) > 1:
            wall, cpu = (slope([(n, getattr(cost, what)) for n, cost in curve]) for what in ("wall", "cpu"))
            yield f"Log-log slope, {hands} workers: {wall:.3f} by the clock, {cpu:.3f} in processor time."


def run(*arguments: object) -> Cost:
    """Run a command quietly and watch what it takes, all its processes together."""
    command = [sys.executable, "-c", _PROGRAM, *map(str, arguments), "--quiet"]
    began, before = time.perf_counter(), _processor(resource.RUSAGE_CHILDREN)
    process = psutil.Popen(command, cwd=ROOT, env=compiled())
    peak, driver = 0, 0.0
    while process.poll() is None:
        memory, driver = _look(process, driver)
        peak = max(peak, memory)
        time.sleep(0.05)
    if process.returncode:
        raise SystemExit(f"{command}: {process.returncode}")
    wall, cpu = time.perf_counter() - began, _processor(resource.RUSAGE_CHILDREN) - before
    return Cost(wall, cpu, driver, peak)


def compiled() -> dict[str, str]:
    """The environment, with our modules compiled once and not in every process, as they are for users."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def _sum(one: Cost, other: Cost) -> Cost:
    """One after the other."""
    return Cost(
        one.wall + other.wall, one.cpu + other.cpu, one.driver + other.driver, max(one.peak, other.peak)
    )


def _processor(whose: int) -> float:
    used = resource.getrusage(whose)
    return used.ru_utime + used.ru_stime


def _look(process: psutil.Popen, driver: float) -> tuple[int, float]:
    """Memory of a run's processes now, shared pages counted once for each; what the driver has spent."""
    memory = 0
    for one in [process, *_children(process)]:
        try:
            if one is process:
                times = one.cpu_times()
                driver = times.user + times.system
            memory += one.memory_info().rss
        except psutil.Error:
            continue
    return memory, driver


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
        subprocess.run(
            [*command, *arguments], stdout=subprocess.DEVNULL, check=True, cwd=ROOT, env=compiled()
        )
        found.append(time.perf_counter() - began)
    return min(found)


if __name__ == "__main__":
    main()
