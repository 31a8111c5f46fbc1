"""Other people's programs within limits."""

from __future__ import annotations

import sys
import time

from extractors.programs import output


def test_what_a_program_writes() -> None:
    assert output([sys.executable, "-c", "print('ok')"], seconds=20, size=100) == b"ok\n"


def test_no_more_than_asked_for() -> None:
    endless = "import sys\nwhile True: sys.stdout.write('x' * 1000)"
    assert output([sys.executable, "-c", endless], seconds=20, size=10) == b"x" * 10


def test_it_is_ended_in_time_with_its_children() -> None:
    child = "import subprocess, sys; subprocess.run([sys.executable, '-c', 'import time; time.sleep(60)'])"
    began = time.monotonic()
    assert output([sys.executable, "-c", child], seconds=1, size=10) == b""
    assert time.monotonic() - began < 20


def test_it_reads_nothing() -> None:
    assert output([sys.executable, "-c", "print(len(input()))"], seconds=20, size=10) == b""


def test_a_program_that_is_not_there() -> None:
    assert output(["/no/such/program"], seconds=1, size=10) in (None, b"")
