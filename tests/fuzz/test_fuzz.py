"""Broken files never hang, crash or show a defect: a short fuzz, and every case that ever did."""

import random

import pytest

from tests.fuzz.fuzzing import CASES, FAULTS, seeds, variants, verdicts

KEPT = sorted(CASES.iterdir()) if CASES.is_dir() else []


def test_every_case_kept_is_read_or_rejected():
    found = verdicts({path.name: path.read_bytes() for path in KEPT})
    assert {name: row.error_code for name, row in found.items() if row.error_code in FAULTS} == {}
    assert len(found) == len(KEPT)


def test_a_short_fuzz():
    source = variants(seeds(), random.Random(20))
    batch = {f"{number}-{name}": data for number, (name, data) in zip(range(120), source, strict=False)}
    found = verdicts(batch)
    assert len(found) == len(batch)
    assert {name: row.error_message for name, row in found.items() if row.error_code in FAULTS} == {}
    assert {row.status for row in found.values()} >= {"complete", "rejected"}


@pytest.mark.slow
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("seed", range(10))
def test_a_long_fuzz(seed):
    source = variants(seeds(office=True), random.Random(seed))
    batch = {f"{number}-{name}": data for number, (name, data) in zip(range(1000), source, strict=False)}
    found = verdicts(batch)
    assert {name: row.error_message for name, row in found.items() if row.error_code in FAULTS} == {}
