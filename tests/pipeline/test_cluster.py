"""The same job on a dask cluster: the same dataset, also when a machine dies in the middle."""

import signal
import time

import pytest

from tests.pipeline.faults import held
from tests.pipeline.folders import assert_consistent, content, files, hedui, lay, started, texts, zipped

pytest.importorskip("distributed")
psutil = pytest.importorskip("psutil")


@pytest.fixture(scope="module")
def raw(tmp_path_factory):
    """Submissions, an archive of some, and files that cost their worker."""
    given = texts(range(90)) | {"包.zip": zipped(texts(range(90, 100)) | {"坏.docx": b"PK\x03\x04"})}
    given |= {"空.docx": b"", "又.txt": next(iter(texts(range(1)).values()))}
    return lay(tmp_path_factory.mktemp("raw") / "2021", given)


@pytest.fixture(scope="module")
def local(raw, tmp_path_factory):
    """What one machine makes of it."""
    out = tmp_path_factory.mktemp("local")
    assert hedui("ingest", raw, "--out", out, "--quiet").returncode == 0
    return content(out)


def test_a_cluster_gives_the_same_dataset(raw, local, tmp_path):
    done = hedui("ingest", raw, "--out", tmp_path / "out", "--engine", "dask", "--workers", 2, "--quiet")
    assert (done.returncode, done.stderr) == (0, "")
    assert content(tmp_path / "out") == local
    assert_consistent(tmp_path / "out")
    again = hedui("ingest", raw, "--out", tmp_path / "out", "--engine", "dask", "--quiet", "--workers", 2)
    assert again.returncode == 0
    assert content(tmp_path / "out") == local


def test_a_worker_that_is_killed_costs_nothing(raw, local, tmp_path, monkeypatch):
    gate = tmp_path / "gate"
    monkeypatch.setenv("PYTHONPATH", str(lay(tmp_path / "held", held(gate, 30))))
    run = started("ingest", raw, "--out", tmp_path / "out", "--engine", "dask", "--workers", 2, "--quiet")
    victim = busy_worker(run, tmp_path / "waiting")
    orphans = victim.children(recursive=True)
    victim.send_signal(signal.SIGKILL)
    gate.touch()
    told, complaint = run.communicate(timeout=240)
    assert run.returncode == 0, told + complaint
    assert content(tmp_path / "out") == local
    assert len(files(tmp_path / "out")) == 104
    _, alive = psutil.wait_procs(orphans, timeout=10)
    assert alive == [], "its readers die with it"


def busy_worker(run, waiting):
    """A worker of the cluster one of whose readers is at a document: the one that says that it waits."""
    while run.poll() is None:
        if waiting.exists() and (reader := waiting.read_text(encoding="ascii")):
            return psutil.Process(int(reader)).parent()
        time.sleep(0.05)
    raise AssertionError("no worker began")


def test_wrong_use_is_one_clear_line(raw, tmp_path):
    done = hedui(
        "ingest", raw, "--out", tmp_path / "out", "--engine", "dask", "--scheduler", "tcp://127.0.0.1:9"
    )
    assert done.returncode == 2
    assert "无法连接" in done.stderr
    done = hedui("ingest", raw, "--out", tmp_path / "out", "--scheduler", "tcp://127.0.0.1:9")
    assert done.returncode == 2
    assert "--engine dask" in done.stderr
