"""Fuzz the readers: `python -m tests.fuzz.fuzzing --seconds 600 [--seed 1]`; every crash is kept as a case.

Broken variants of invented submissions go through the very workers of an ingest. What hangs, starves, crashes
or shows a defect of ours is written to tests/fuzz/cases, where the tests read it ever after.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import tempfile
import time
from collections import Counter, deque
from collections.abc import Iterator
from pathlib import Path

from corpus.copies import copies
from extractors.records import Document
from pipeline.isolation import Readers
from pipeline.jobs import Job, Reading
from tests import rendering
from tests.fuzz.mutating import mutated
from tests.pipeline.folders import DOCX, TEXT, zipped

CASES = Path(__file__).parent / "cases"
FAULTS = {"defect", "crash", "timeout", "memory"}
_READING = Reading(seconds=30.0)


def seeds(office: bool = False) -> dict[str, bytes]:
    """Good files by name; with `office` also in the formats that LibreOffice writes."""
    from corpus.layouts.mother import draw
    from corpus.layouts.wordings import WORDINGS
    from corpus.writing import WRITERS

    made = {"a.docx": DOCX.read_bytes(), "a.txt": TEXT.read_bytes()}
    document = draw(next(iter(WORDINGS.values())), 3).document
    made |= {f"b.{form}": write(document) for form, write in WRITERS.items()}
    made["c.zip"] = zipped(
        {"甲/a.docx": made["a.docx"], "乙.txt": copies(made["a.txt"], "a.txt", range(1))[0]}
    )
    if office and rendering.has_office():
        with tempfile.TemporaryDirectory() as folder:
            source = Path(folder) / "d.docx"
            source.write_bytes(made["a.docx"])
            for form in ("doc", "rtf", "html", "odt", "pdf"):
                (path,) = rendering.office([source], form, Path(folder) / form)
                made[path.name] = path.read_bytes()
    return made


def verdicts(files: dict[str, bytes], workers: int = 2) -> dict[str, Document]:
    """What workers of an ingest make of some files, by name; archives are opened."""
    with tempfile.TemporaryDirectory() as spool:
        jobs: deque[Job] = deque()
        for name, data in files.items():
            key = hashlib.sha256(data).hexdigest()
            jobs.append(Job(path=name, document_id=key, size=len(data), data=data, spool=spool))
        readers = Readers(_READING, "fuzz", workers)
        well = False
        try:
            found = {r.document.path: r.document for batch in readers.read(jobs) for r in batch.receipts}
            well = True
        finally:
            readers.end(well)
    return found


def variants(originals: dict[str, bytes], chance: random.Random) -> Iterator[tuple[str, bytes]]:
    """Broken files without end, named after their original."""
    names = sorted(originals)
    while True:
        name = chance.choice(names)
        yield name, mutated(originals[name], chance)


def main() -> None:
    """Fuzz for a while, keep what crashes, say what was seen."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=600)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    wished = parser.parse_args()
    source = variants(seeds(office=True), random.Random(wished.seed))
    counts: Counter[str] = Counter()
    deadline = time.monotonic() + wished.seconds
    while time.monotonic() < deadline:
        batch = {f"{number}-{name}": data for number, (name, data) in zip(range(200), source, strict=False)}
        for name, row in verdicts(batch).items():
            counts[row.error_code or row.status] += 1
            if row.error_code in FAULTS:
                CASES.mkdir(exist_ok=True)
                digest = hashlib.sha256(batch[name]).hexdigest()[:12]
                (CASES / f"{row.error_code}-{digest}{Path(name).suffix}").write_bytes(batch[name])
        print(f"seed {wished.seed}: {dict(counts)}", flush=True)


if __name__ == "__main__":
    main()
