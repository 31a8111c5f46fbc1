"""Runs that are killed, interrupted, or meet each other: the dataset is whole at every moment."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time

import pyarrow.parquet as pq
import pytest

from pipeline.store import open_dataset, writer
from tests.pipeline.faults import held
from tests.pipeline.folders import (
    ROOT,
    assert_consistent,
    content,
    files,
    hedui,
    lay,
    started,
    summary,
    texts,
)

OF_FILES = {"documents", "forms", "indicators", "sections", "figures", "cells", "blocks"}


@pytest.fixture(scope="module")
def raw(tmp_path_factory):
    """A year that takes a while."""
    return lay(tmp_path_factory.mktemp("raw") / "2021", texts(range(60)))


@pytest.fixture(scope="module")
def whole(raw, tmp_path_factory):
    """What an uninterrupted run makes of it."""
    out = tmp_path_factory.mktemp("whole")
    assert hedui("run", raw, "--out", out, "--quiet").returncode == 0
    return content(out)


def kills(out, raw, whole, times, seed):
    """End a run at `times` random moments: Ctrl-C, kill -9 of the run, of all its processes at once.

    After each the dataset is readable and consistent, for us and for a reader that knows nothing of us.
    """
    chance = random.Random(seed)
    longest = 10.0
    for _ in range(times):
        run = started("run", raw, "--out", out, "--quiet", "--workers", 2, "--commit-every", 0.3)
        began = time.monotonic()
        try:
            run.communicate(timeout=chance.uniform(0.3, longest))
            longest = max(3.0, time.monotonic() - began)
            shutil.rmtree(out)  # it was quicker: begin anew
        except subprocess.TimeoutExpired:
            chance.choice([kill_run, kill_all, press_ctrl_c])(run)
            run.communicate(timeout=60)
        if (out / "current").exists():
            assert_consistent(out)
            assert_whole(out / "current")
    assert hedui("run", raw, "--out", out, "--quiet").returncode == 0
    assert content(out) == whole
    assert not [p for p in (out / "snap").iterdir() if p.name.startswith(".")]
    assert len(list((out / "snap").iterdir())) <= 3


def kill_run(run):
    run.kill()


def kill_all(run):
    os.killpg(run.pid, signal.SIGKILL)


def press_ctrl_c(run):
    """As a terminal does it: every process of the run gets the signal."""
    os.killpg(run.pid, signal.SIGINT)


def assert_whole(current):
    """All tables belong together, as plain Parquet folders tell it."""
    snapshot = current.resolve()
    tables = {folder.name: pq.read_table(folder) for folder in snapshot.iterdir() if folder.is_dir()}
    ids = {name: set(rows["document_id"].to_pylist()) for name, rows in tables.items() if name in OF_FILES}
    assert all(found <= ids["documents"] for found in ids.values())
    assert sum(tables["documents"]["form_count"].to_pylist()) == tables["forms"].num_rows
    forms = set(tables["forms"]["form_id"].to_pylist())
    for name in ("indicators", "funds", "goals", "summary_rows", "sections", "figures"):
        assert set(tables[name]["form_id"].to_pylist()) <= forms


def test_killed_at_random_moments(raw, whole, tmp_path):
    kills(tmp_path / "out", raw, whole, 4, seed=7)


@pytest.mark.slow
@pytest.mark.timeout(3600)
def test_killed_fifty_times(raw, whole, tmp_path):
    for seed in range(10):
        kills(tmp_path / f"out{seed}", raw, whole, 5, seed)


def test_no_worker_outlives_a_killed_run(raw, tmp_path):
    psutil = pytest.importorskip("psutil")
    run = started("ingest", raw, "--out", tmp_path / "out", "--workers", 2)
    parent = psutil.Process(run.pid)
    deadline = time.monotonic() + 60
    while len(workers := parent.children(recursive=True)) < 2 and time.monotonic() < deadline:
        time.sleep(0.05)
    run.kill()
    run.communicate()
    _, alive = psutil.wait_procs(workers, timeout=20)
    assert alive == []


@pytest.fixture
def gate(tmp_path, monkeypatch):
    """Runs read the files from 0040 on once this file is there."""
    monkeypatch.setenv("PYTHONPATH", str(lay(tmp_path / "held", held(tmp_path / "gate", 40))))
    return tmp_path / "gate"


def test_ctrl_c_keeps_what_is_done_and_the_next_run_goes_on(raw, whole, tmp_path, gate):
    out = tmp_path / "out"
    run = started("run", raw, "--out", out, "--workers", 1, "--commit-every", 0.1)
    deadline = time.monotonic() + 120
    while not (out / "current").exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    run.send_signal(signal.SIGINT)
    told, complaint = run.communicate(timeout=60)
    assert run.returncode == 130, complaint
    assert "再次运行同一命令将继续" in told
    assert "Traceback" not in complaint
    gate.touch()
    done = len(files(out))
    assert 0 < done < 60
    assert_consistent(out)
    assert summary(hedui("run", raw, "--out", out, "--json"))["read"] == 60 - done
    assert content(out) == whole


def test_a_second_run_at_the_same_time_refuses_or_waits(raw, tmp_path):
    out = tmp_path / "out"
    with writer(out):
        refused = hedui("ingest", raw, "--out", out, "--wait", 0.2)
        assert refused.returncode == 2
        assert refused.stderr.count("\n") == 1
        assert "正在写入" in refused.stderr
        waiting = started("ingest", raw, "--out", out, "--wait", 60, "--quiet")
        time.sleep(3)
        assert waiting.poll() is None
        assert not (out / "current").exists()
    assert waiting.wait(timeout=120) == 0
    waiting.communicate()
    assert len(files(out)) == 60


def test_a_reader_sees_one_state_while_a_run_writes(raw, tmp_path, gate):
    out = tmp_path / "out"
    run = started("run", raw, "--out", out, "--quiet", "--workers", 1, "--commit-every", 0.1)
    seen = []
    while run.poll() is None:
        if (out / "current").exists():
            seen.append(seen_whole(out))
            gate.touch()
        time.sleep(0.02)
    run.communicate()
    assert seen == sorted(seen)
    assert 0 < seen[0] < seen_whole(out) == 60


def seen_whole(out):
    """How many documents a reader sees, with all their forms."""
    dataset = open_dataset(out)
    documents, forms = (dataset.read_table(table) for table in ("documents", "forms"))
    assert sum(documents["form_count"].to_pylist()) == forms.num_rows
    return documents.num_rows


def test_a_full_disk_is_a_clear_line_and_the_dataset_stays(raw, tmp_path):
    limited = "import resource, signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN); "
    limited += "resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, 60_000)); "
    small = lay(tmp_path / "small", texts(range(1)))
    out = tmp_path / "out"
    assert hedui("run", small, "--out", out, "--quiet").returncode == 0
    before = content(out)
    done = hedui_after(limited, "run", raw, "--out", out, "--quiet")
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1, done.stderr
    assert "已有的数据集未受影响" in done.stderr
    assert content(out) == before


def hedui_after(preparation, *arguments):
    """The command line in a process that first runs some statements."""
    program = f"{preparation}\nfrom pipeline.cli import main\nif __name__ == '__main__': main()"
    command = [sys.executable, "-c", program, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)


def test_a_read_only_place_is_a_clear_line(tmp_path):
    small = lay(tmp_path / "small", texts(range(1)))
    (tmp_path / "file").write_text("x")
    done = hedui("ingest", small, "--out", tmp_path / "file" / "parsed")
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1, done.stderr
    assert "无法写入" in done.stderr


@pytest.fixture
def small_disk(tmp_path):
    """Makes a disk of some KB; needs the right to mount one."""
    place = tmp_path / "disk"
    place.mkdir()

    def mounted(size):
        subprocess.run(["umount", place], check=False, capture_output=True)
        done = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", f"size={size}k", "tmpfs", place], check=False, capture_output=True
        )
        if done.returncode:
            pytest.skip("this user may not mount a disk")
        return place

    yield mounted
    subprocess.run(["umount", place], check=False, capture_output=True)


@pytest.mark.skipif(shutil.which("mount") is None, reason="no disks to mount here")
def test_a_disk_that_fills_up_is_a_clear_line_wherever_it_happens(small_disk, tmp_path):
    small = lay(tmp_path / "small", texts(range(10)))
    for size in (400, 2500):
        out = small_disk(size) / "out"
        done = hedui("run", small, "--out", out, "--quiet")
        assert done.returncode == 2
        assert done.stderr.count("\n") == 1, done.stderr
        assert "磁盘空间已满" in done.stderr
        if (out / "current").exists():
            assert_consistent(out)
