"""A folder of good and hostile files through the main job: all accounted for, in time, in bounded memory.

    python -m benchmarks.mixed                        500 and 2,000 files, a tenth of them hostile
    python -m benchmarks.mixed --counts 2000 --command ingest

Good files are copies of the sample year's Word and text submissions; of hostile ones every kind of
corpus/hostile.py comes, besides links and pipes. Ends with an error where the command does not exit with 0,
where an input has not exactly one row, or where a document took longer than its limit. Prints a table.
"""

from __future__ import annotations

import argparse
import json
import os
import tempfile
from collections import Counter
from collections.abc import Iterator
from itertools import count, islice
from pathlib import Path

from benchmarks.ingest import MODEL, run
from corpus.copies import copies, unit
from corpus.hostile import hostile
from pipeline.store import open_dataset

TEXT = MODEL.parent / "云溪区应急管理局.txt"
_SECONDS = 20  # limit of one document
_SPARE = 5.0  # a worker is ended by the system, which need not come at once on a busy machine


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--counts", type=int, nargs="+", default=[500, 2000])
    parser.add_argument("--command", choices=["run", "ingest"], default="run")
    parser.add_argument("--workers", type=int, default=2)
    wished = parser.parse_args()
    print("| files | hostile | rows | wall s | cpu s | peak MB | longest s | complete | partial | rejected |")
    print("|---" * 10 + "|")
    for number in wished.counts:
        print(measured(number, wished.command, wished.workers), flush=True)


def measured(number: int, command: str, workers: int) -> str:
    """One line of the table. Raises AssertionError where anything is not accounted for."""
    with tempfile.TemporaryDirectory() as folder:
        raw, out = Path(folder) / "2021", Path(folder) / "parsed"
        bad = number // 10
        laid = lay(raw, number - bad, bad)
        cost = run(command, raw, "--out", out, "--workers", workers, "--seconds", _SECONDS)
        rows = open_dataset(out).read_table("documents", ["path", "status", "error_code"]).to_pylist()
        paths = Counter(row["path"] for row in rows)
        assert max(paths.values()) == 1
        assert {path for path in paths if "!/" not in path} == laid
        assert not any(row["error_code"] == "defect" for row in rows)
        longest = max(seconds(out))
        assert longest < _SECONDS + _SPARE
    states = Counter(row["status"] for row in rows)
    numbers = [
        number,
        bad,
        len(rows),
        f"{cost.wall:.0f}",
        f"{cost.cpu:.0f}",
        cost.peak >> 20,
        f"{longest:.1f}",
    ]
    numbers += [states["complete"], states["partial"], states["rejected"]]
    return f"| {' | '.join(map(str, numbers))} |"


def lay(raw: Path, good: int, bad: int) -> set[str]:
    """Write the files; their paths."""
    raw.mkdir()
    names = [raw / name for name in islice(_hostile(raw), bad)]
    words = good // 2
    for model, numbers in ((MODEL, range(words)), (TEXT, range(words, good))):
        made = copies(model.read_bytes(), model.name, numbers)
        for index, data in zip(numbers, made, strict=True):
            names.append(raw / f"{index // 100:03d}" / f"{unit(index)}2021年度自评{model.suffix}")
            names[-1].parent.mkdir(exist_ok=True)
            names[-1].write_bytes(data)
    return {path.relative_to(raw).as_posix() for path in names}


def _hostile(raw: Path) -> Iterator[str]:
    """Names of hostile files, each written as it is asked for."""
    for salt in count():
        for name, data in hostile(MODEL.read_bytes(), salt).items():
            (raw / name).write_bytes(data)
            yield name
        (raw / f"链{salt}.docx").symlink_to("/etc/passwd")
        yield f"链{salt}.docx"
        os.mkfifo(raw / f"管{salt}.docx")
        yield f"管{salt}.docx"
        (raw / f"~$锁{salt}.docx").write_bytes(b"lock%d" % salt)
        yield f"~$锁{salt}.docx"


def seconds(out: Path) -> Iterator[float]:
    """What each document took, from the run log."""
    for log in (out / "logs").glob("*.jsonl"):
        for line in log.read_text(encoding="utf-8").splitlines():
            event = json.loads(line)
            if "seconds" in event and "path" in event:
                yield float(event["seconds"])


if __name__ == "__main__":
    main()
