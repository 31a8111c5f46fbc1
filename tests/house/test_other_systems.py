"""What only POSIX has is used behind a question: on an office PC with Windows everything still runs."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pandas as pd

from corpus.sample_year.__main__ import write

ROOT = Path(__file__).parents[2]
POSIX = {
    "fcntl", "resource", "pwd", "grp", "termios", "fork", "forkpty", "killpg", "getpgid", "setsid", "geteuid", "getuid", "uname",
    "SIGKILL", "SIGALRM", "SIGHUP", "SIGUSR1", "setitimer", "alarm", "sched_getaffinity", "mkfifo", "symlink",
}  # fmt: skip
# looked at one by one: behind sys.platform, os.name, hasattr, or an ImportError that is caught
SEEN = {
    ("extractors/programs.py", "SIGKILL"),
    ("extractors/programs.py", "killpg"),
    ("pipeline/isolation.py", "sched_getaffinity"),
    ("pipeline/store/lock.py", "fcntl"),
    ("pipeline/upkeep.py", "SIGALRM"),
    ("pipeline/upkeep.py", "SIGKILL"),
    ("pipeline/upkeep.py", "resource"),
    ("pipeline/upkeep.py", "setitimer"),
    ("start.py", "geteuid"),
}
# in every process that Python starts: a system without all that, as Windows is one
WITHOUT = """
import os, signal, sys
sys.modules["resource"] = None
for module, names in (
    (os, ("sched_getaffinity", "geteuid", "getuid", "killpg")),
    (signal, ("setitimer", "SIGALRM", "alarm")),
):
    for name in names:
        delattr(module, name)
def refuse(*words, **more):
    raise OSError(1, "no links here")
os.symlink = os.link = refuse
"""


def test_posix_only_names_are_used_where_we_looked() -> None:
    files = [ROOT / "start.py", ROOT / "offline.py"]
    for part in ("extractors", "rules", "pipeline"):
        files += sorted((ROOT / part).rglob("*.py"))
    assert {(file.relative_to(ROOT).as_posix(), name) for file in files for name in used(file)} == SEEN


def used(file: Path) -> set[str]:
    """The names of modules imported and of attributes taken from `os` and `signal`, those of POSIX."""
    out: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            out |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            out |= {
                node.module or "",
                *(alias.name for alias in node.names if node.module in {"os", "signal"}),
            }
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            out |= {node.attr} if node.value.id in {"os", "signal"} else set()
    return out & POSIX


def test_a_run_where_the_system_has_neither_links_nor_limits(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "sitecustomize.py").write_text(WITHOUT, encoding="utf-8")
    write(tmp_path / "year")
    (tmp_path / "raw").mkdir()
    for name in ("云溪区应急管理局.txt", "云溪区水利局.docx"):
        own = next((tmp_path / "year").rglob(name), None)
        if own is not None:
            own.rename(tmp_path / "raw" / name)
    places = os.pathsep.join([str(tmp_path / "site"), str(ROOT)])
    hedui = [sys.executable, "-c", "from pipeline.cli import main; main()"]
    words = [*hedui, "run", str(tmp_path / "raw"), "--out", str(tmp_path / "out"), "--quiet"]
    for _ in range(2):  # the second run switches from one snapshot to another
        done = subprocess.run(
            words, env=os.environ | {"PYTHONPATH": places}, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr
        (tmp_path / "raw" / "空.txt").write_text("", encoding="utf-8")
    assert (tmp_path / "out" / "CURRENT").is_file()
    assert not (tmp_path / "out" / "current").is_symlink()
    documents = pd.read_parquet(tmp_path / "out" / "current" / "documents")
    assert sorted(documents["path"])[-1] == "空.txt"
    assert (tmp_path / "out" / "reports" / "核对报告.html").is_file()
