"""A pool ends without a word from its workers, whatever they are about."""

import os
import subprocess
import sys

import pebble

from pipeline import pool
from tests.pipeline.folders import ROOT, compiled, lay

# A worker that starts once `late` is there waits, before it looks at what it was given, until `gate` is there.
LATE = """
import os, pathlib, sys, time
here = pathlib.Path(os.environ["HERE"])
if "--multiprocessing-fork" in sys.orig_argv and (here / "late").exists():
    (here / "waits").touch()
    while not (here / "gate").exists():
        time.sleep(0.01)
"""
# The first worker is slow to end and opens the gate as it is told to; the one that stands in for the second
# has then not looked at its locks yet.
ENDED = """
import os, pathlib, signal, sys, time
from pipeline import pool, upkeep
here = pathlib.Path(os.environ["HERE"])

def until(name):
    while not (here / name).exists():
        time.sleep(0.01)

def lingering(*_):
    (here / "gate").touch()
    time.sleep(60)

def busy():
    signal.signal(signal.SIGTERM, lingering)
    (here / "busy").touch()
    until("waits")
    return "done"

def dies():
    (here / "late").touch()
    os._exit(3)

if __name__ == "__main__":
    running = pool.started(2, upkeep.begin, None)
    first = running.schedule(busy)
    until("busy")
    print(type(running.schedule(dies).exception()).__name__)
    print(first.result())
    pool.end(running, WELL)
"""


def ended(tmp_path, well):
    lay(tmp_path, {"sitecustomize.py": LATE.encode(), "ended.py": ENDED.replace("WELL", str(well)).encode()})
    paths = os.pathsep.join([str(tmp_path), str(ROOT)])
    environment = compiled() | {"PYTHONPATH": paths, "HERE": str(tmp_path)}
    command = [sys.executable, str(tmp_path / "ended.py")]
    return subprocess.run(command, capture_output=True, text=True, env=environment, check=False)


def test_a_worker_that_was_just_started_ends_in_silence(tmp_path):
    done = ended(tmp_path, well=True)
    assert (done.returncode, done.stdout.split(), done.stderr) == (0, ["ProcessExpired", "done"], "")
    assert (tmp_path / "gate").exists(), "the end came while a worker was starting"


def test_also_where_the_pool_ends_at_once(tmp_path):
    done = ended(tmp_path, well=False)
    assert (done.returncode, done.stdout.split(), done.stderr) == (0, ["ProcessExpired", "done"], "")


def test_a_pool_with_other_insides_ends_as_it_will():
    running = pebble.ThreadPool(max_workers=1)
    first = running.schedule(len, args=["four"])
    pool.end(running, well=True)
    assert first.result() == 4
    assert not running.active
