"""Set hedui up in this folder, then run it on the sample year or run its tests.

    python3 start.py             make .venv, install, run the main job on data/raw/2021
    python3 start.py test        install what the tests need, run them all
    python3 start.py install     make .venv and install, no more
    python3 start.py bundle      make one archive for a computer without network (see docs/offline.md)

Needs Python 3.11 or newer and nothing else; on Debian and Ubuntu the system packages
that are missing are installed where this user may do so, and named where not.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
VENV = HERE / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
# what the tests drive for real: command that shows it is there -> Debian packages
TEST_TOOLS = {
    "soffice": ["libreoffice-writer-nogui", "libreoffice-calc-nogui"],
    "chromium": ["chromium"],
    "unar": ["unar"],
    "fc-list": ["fontconfig", "fonts-noto-cjk"],
}


def main(arguments: list[str]) -> int:
    """Do what the first argument says; returns the exit status."""
    what = arguments[0] if arguments else "run"
    if what not in {"run", "test", "install", "bundle"} or sys.version_info < (3, 11):
        print(__doc__)
        return 2
    if what == "bundle":
        environment("run")
        return call(PYTHON, "offline.py", *(arguments[1:]))
    if what == "test":
        missing = [name for tool, names in TEST_TOOLS.items() if not shutil.which(tool) for name in names]
        apt_install(missing)
    environment("test" if what == "test" else "run")
    if what == "test":
        return check()
    if what == "run":
        return call(BIN / "hedui", "run", "data/raw/2021", "--out", "data/parsed")
    return 0


def environment(kind: str) -> None:
    """Make .venv where it is missing, bring its packages to the locked versions where they differ."""
    if not PYTHON.exists() or call(PYTHON, "-m", "pip", "--version", quiet=True):
        make_venv()
    lock = HERE / "requirements" / f"{kind}.txt"
    stamp = VENV / f"installed-{kind}.txt"
    if stamp.exists() and stamp.read_bytes() == lock.read_bytes() + (HERE / "pyproject.toml").read_bytes():
        return
    print(f"正在安装 {lock.relative_to(HERE)} 所列的软件包 ……", flush=True)
    pip = [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    must(*pip, "--require-hashes", "-r", lock)
    must(*pip, "--no-deps", "--editable", HERE)
    stamp.write_bytes(lock.read_bytes() + (HERE / "pyproject.toml").read_bytes())


def make_venv() -> None:
    """A virtual environment with pip; Debian keeps that in a package of its own."""
    if call(sys.executable, "-m", "venv", "--clear", VENV, quiet=True):
        version = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
        apt_install(["python3-venv", version] if "/usr/bin" in sys.executable else ["python3-venv"])
        must(sys.executable, "-m", "venv", "--clear", VENV)


def check() -> int:
    """Style, types, tests: the first that fails decides."""
    steps = [
        (PYTHON, "-m", "ruff", "check", "."),
        (PYTHON, "-m", "ruff", "format", "--check", "--quiet", "."),
        (PYTHON, "-m", "mypy"),
        (PYTHON, "-m", "pytest", "-q", "-n", "2", "--dist", "loadfile"),
    ]
    for step in steps:
        print("$", " ".join(str(part) for part in step[1:]), flush=True)
        if status := call(*step):
            return status
    return 0


def apt_install(packages: list[str]) -> None:
    """Install Debian packages where apt and the rights are there; otherwise say what is missing."""
    if not packages:
        return
    apt = shutil.which("apt-get")
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    if apt and root:
        with tempfile.TemporaryFile() as log:
            quiet = {"stdout": log, "stderr": log, "env": os.environ | {"DEBIAN_FRONTEND": "noninteractive"}}
            subprocess.run([apt, "update", "-q"], check=False, **quiet)  # type: ignore[call-overload]
            done = subprocess.run([apt, "install", "-y", "-q", *packages], check=False, **quiet)  # type: ignore[call-overload]
        if done.returncode == 0:
            return
    print(
        f"缺少系统软件包，请安装后再试（Debian/Ubuntu：sudo apt-get install {' '.join(packages)}）",
        flush=True,
    )


def call(*command: object, quiet: bool = False) -> int:
    """Run a command in this folder; returns its exit status."""
    sink = subprocess.DEVNULL if quiet else None
    return subprocess.run(
        [str(part) for part in command], cwd=HERE, stdout=sink, stderr=sink, check=False
    ).returncode


def must(*command: object) -> None:
    """Run a command that has to succeed."""
    if status := call(*command):
        raise SystemExit(status)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
