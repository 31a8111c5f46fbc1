"""One archive for a computer without network, with the install line that it needs.

    python3 start.py bundle                                  for this system, with this Python's version
    python3 start.py bundle windows-x86_64 linux-aarch64     for these, in one archive
    python3 start.py bundle windows-x86_64 --with FILE       FILE goes along, such as the installer of Python
    python3 offline.py install                               on the other computer, in the unpacked folder

The archive holds the source, the sample year, all wheels, their checksums. Packages that their authors
publish as source only are built here; they have to be pure Python to serve another system.
"""

from __future__ import annotations

import hashlib
import os
import platform
import re
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path

HERE = Path(__file__).resolve().parent
WHEELS, SUMS, LIST, PYTHON = "wheels", "SHA256SUMS", "requirements.txt", "python-version"
ALONG = "python"  # folder of what goes along
PARTS = ("extractors", "rules", "pipeline", "corpus", "docs", "data/raw", "requirements")
FILES = (
    "start.py",
    "offline.py",
    "pyproject.toml",
    "LICENSE",
    "README.md",
    "README.zh-CN.md",
    "CHANGELOG.md",
)
LINUX = ("manylinux_2_28", "manylinux_2_27", "manylinux_2_24", "manylinux_2_17", "manylinux2014", "manylinux_2_12", "manylinux2010", "manylinux_2_5", "manylinux1")  # fmt: skip
MACHINES = {"amd64": "x86_64", "x86_64": "x86_64", "arm64": "aarch64", "aarch64": "aarch64"}
SYSTEMS = {"linux": ("Linux", "linux", "posix"), "windows": ("Windows", "win32", "nt")}
SOURCE_ONLY = ("jieba",)


def main(arguments: list[str]) -> int:
    """Make an archive, or install from the one unpacked here."""
    if arguments[:1] == ["install"]:
        return install()
    wanted, along = choices(arguments)
    if lost := [str(path) for path in along if not path.is_file()]:
        print(f"没有文件：{'、'.join(lost)}")
        return 2
    if wrong := [target for target in wanted if target not in targets()]:
        print(f"不认识的系统：{'、'.join(wrong)}；可选：{'、'.join(targets())}")
        return 2
    print(f"已生成 {bundle(wanted, along)}")
    return 0


def choices(arguments: list[str]) -> tuple[list[str], list[Path]]:
    """The systems asked for, by default this one, and the files to take along."""
    wanted, along, words = [], [], iter(arguments)
    for word in words:
        if word == "--with":
            along.append(Path(next(words, "")))
        else:
            wanted.append(word)
    return wanted or [here()], along


def targets() -> list[str]:
    """The systems that an archive can be made for."""
    return ["linux-x86_64", "linux-aarch64", "windows-x86_64"]


def here() -> str:
    """This system's name in `targets`."""
    machine = platform.machine().lower()
    return f"{platform.system().lower()}-{MACHINES.get(machine, machine)}"


def tags(target: str) -> list[str]:
    """The platform tags of wheels that a system takes."""
    system, _, machine = target.partition("-")
    return ["win_amd64"] if system == "windows" else [f"{name}_{machine}" for name in LINUX]


def requirements(lock: str, target: str, python: str) -> list[str]:
    """The lock's `name==version` for a system and a version of Python, markers applied, hashes left out."""
    from pip._vendor.packaging.markers import Marker

    system, _, machine = target.partition("-")
    name, sys_platform, os_name = SYSTEMS[system]
    world = {
        "platform_system": name, "sys_platform": sys_platform, "os_name": os_name,
        "platform_machine": "AMD64" if system == "windows" else machine,
        "python_version": python, "python_full_version": f"{python}.0",
        "platform_python_implementation": "CPython", "implementation_name": "cpython",
    }  # fmt: skip
    out = []
    for line in re.sub(r"\\\n\s*", " ", lock).splitlines():
        pinned, _, marker = line.partition(" --hash")[0].partition(";")
        if (
            "==" in pinned
            and not line.startswith(("#", " "))
            and (not marker.strip() or Marker(marker).evaluate(world))
        ):
            out.append(pinned.strip())
    return out


def bundle(wanted: list[str], along: Sequence[Path] = ()) -> Path:
    """Fetch the wheels of some systems, pack them with the source and what goes along; returns the archive."""
    python = f"{sys.version_info.major}.{sys.version_info.minor}"
    lock = (HERE / "requirements" / "run.txt").read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as place:
        wheels = Path(place) / WHEELS
        wheels.mkdir()
        for target in wanted:
            _fetch(requirements(lock, target, python), target, python, wheels)
        _pip("wheel", "--no-deps", "--wheel-dir", wheels, HERE)
        (wheels / LIST).write_text(_listed(lock), encoding="utf-8")
        (wheels / PYTHON).write_text(python, encoding="ascii")
        (wheels / SUMS).write_text(sums(wheels), encoding="ascii")
        archive = HERE / "dist" / f"hedui-offline-py{python}-{'+'.join(wanted)}.zip"
        archive.parent.mkdir(exist_ok=True)
        made = [(path, f"{WHEELS}/{path.name}") for path in sorted(wheels.iterdir())]
        pack(archive, [*source(), *made, *((path.resolve(), f"{ALONG}/{path.name}") for path in along)])
    return archive


def _fetch(pinned: list[str], target: str, python: str, wheels: Path) -> None:
    built = [each for each in pinned if each.partition("==")[0] in SOURCE_ONLY]
    digits = python.replace(".", "")
    choice = [word for tag in tags(target) for word in ("--platform", tag)]
    choice += ["--python-version", python, "--implementation", "cp"]
    choice += [word for abi in (f"cp{digits}", "abi3", "none") for word in ("--abi", abi)]
    ready = [each for each in pinned if each not in built]
    _pip("download", "--no-deps", "--only-binary", ":all:", *choice, "--dest", wheels, *ready)
    for each in built:
        _pip("wheel", "--no-deps", "--wheel-dir", wheels, each)


def _listed(lock: str) -> str:
    """The lock with its markers, without hashes: what is built here has none of them."""
    lines = (line.partition(" --hash")[0].strip() for line in re.sub(r"\\\n\s*", " ", lock).splitlines())
    return "".join(f"{line}\n" for line in lines if "==" in line and not line.startswith("#"))


def source() -> list[tuple[Path, str]]:
    """The project's files with their names in the archive; nothing made or hidden."""
    found = [HERE / name for name in FILES if (HERE / name).is_file()]
    for part in PARTS:
        found += [path for path in sorted((HERE / part).rglob("*")) if path.is_file()]
    names = [(path, path.relative_to(HERE).as_posix()) for path in found]
    return [(path, name) for path, name in names if "__pycache__" not in name and "/." not in f"/{name}"]


def pack(archive: Path, members: Iterable[tuple[Path, str]]) -> None:
    """Write a zip whose names are UTF-8, below one folder."""
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as package:
        for path, name in members:
            package.write(path, f"hedui/{name}")


def sums(wheels: Path) -> str:
    """A line `hash  name` for each wheel."""
    return "".join(
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n"
        for path in sorted(wheels.glob("*.whl"))
    )


def damaged(wheels: Path) -> list[str]:
    """The wheels that are missing, changed, or not listed."""
    told = (line.split("  ", 1) for line in (wheels / SUMS).read_text(encoding="ascii").splitlines())
    listed = {name: value for value, name in told}
    present = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in wheels.glob("*.whl")}
    return sorted(name for name in listed.keys() | present.keys() if listed.get(name) != present.get(name))


def install() -> int:
    """Make .venv in this folder from the wheels beside it, without network."""
    wheels, venv = HERE / WHEELS, HERE / ".venv"
    if not (wheels / SUMS).is_file():
        print("此处没有 wheels 文件夹；请在解压后的文件夹中运行。")
        return 2
    python, mine = (
        (wheels / PYTHON).read_text(encoding="ascii"),
        f"{sys.version_info.major}.{sys.version_info.minor}",
    )
    if python != mine:
        print(
            f"此包需要 Python {python}，当前为 {mine}；请换用 Python {python}，或在联网的计算机上用 Python {mine} 重新打包。"
        )
        return 2
    if wrong := damaged(wheels):
        print(f"下列文件损坏或缺失，请重新复制：{'、'.join(wrong)}")
        return 2
    if subprocess.run([sys.executable, "-m", "venv", str(venv)], check=False).returncode:
        print("无法建立虚拟环境：请安装 python3-venv（麒麟、统信可从安装光盘的软件源安装）后再试。")
        return 2
    binaries = venv / ("Scripts" if os.name == "nt" else "bin")
    interpreter = binaries / ("python.exe" if os.name == "nt" else "python")
    own = next(wheels.glob("hedui-*.whl"))
    words = ["--no-index", "--no-deps", "--find-links", str(wheels), "-r", str(wheels / LIST), str(own)]
    done = subprocess.run([str(interpreter), "-m", "pip", "install", "--quiet", *words], check=False)
    if done.returncode == 0:
        print(f"安装完成。运行：{binaries / 'hedui'} run data/raw/2021 --out data/parsed")
    return done.returncode


def _pip(*words: object) -> None:
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", *map(str, words), "--quiet"]
    if status := subprocess.run(command, cwd=HERE, check=False).returncode:
        raise SystemExit(status)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
