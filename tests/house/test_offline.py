"""The archive for a computer without network: what is chosen, packed, verified, said."""

from __future__ import annotations

import importlib.util
import zipfile
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]
LOCK = """\
# made by a tool
colorama==0.4.6 ; sys_platform == 'win32' \\
    --hash=sha256:aa \\
    --hash=sha256:bb
    # via typer
jieba==0.42.1 \\
    --hash=sha256:cc
numpy==2.4.6 ; python_full_version < '3.12' \\
    --hash=sha256:dd
numpy==2.5.5 ; python_full_version >= '3.12' \\
    --hash=sha256:ee
uring==1.0 ; sys_platform == 'linux' and platform_machine == 'aarch64' \\
    --hash=sha256:ff
"""


@pytest.fixture(scope="module")
def offline() -> ModuleType:
    spec = importlib.util.spec_from_file_location("offline", ROOT / "offline.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_markers_are_those_of_the_other_system(offline: ModuleType) -> None:
    assert offline.requirements(LOCK, "windows-x86_64", "3.11") == [
        "colorama==0.4.6", "jieba==0.42.1", "numpy==2.4.6",
    ]  # fmt: skip
    assert offline.requirements(LOCK, "linux-x86_64", "3.12") == ["jieba==0.42.1", "numpy==2.5.5"]
    assert offline.requirements(LOCK, "linux-aarch64", "3.13")[-1] == "uring==1.0"


def test_the_real_lock_names_what_the_project_imports(offline: ModuleType) -> None:
    lock = (ROOT / "requirements" / "run.txt").read_text(encoding="utf-8")
    for target in offline.targets():
        names = {each.partition("==")[0] for each in offline.requirements(lock, target, "3.11")}
        assert names >= {"jieba", "pandas", "pyarrow", "lxml", "python-docx", "typer"}
        assert ("colorama" in names) == target.startswith("windows")
    assert offline._listed(LOCK).splitlines()[0] == "colorama==0.4.6 ; sys_platform == 'win32'"
    assert "--hash" not in offline._listed(lock)


def test_tags(offline: ModuleType) -> None:
    assert offline.tags("windows-x86_64") == ["win_amd64"]
    assert "manylinux_2_17_aarch64" in offline.tags("linux-aarch64")


def test_the_source_is_whole_and_clean(offline: ModuleType, tmp_path: Path) -> None:
    members = offline.source()
    names = {name for _, name in members}
    assert names >= {"start.py", "offline.py", "pyproject.toml", "pipeline/cli.py", "requirements/run.txt"}
    assert any(name.startswith("data/raw/2021/") for name in names)
    assert not any("__pycache__" in name or "/." in name or name.startswith(".") for name in names)
    offline.pack(tmp_path / "x.zip", [(ROOT / "start.py", "文件.py")])
    assert zipfile.ZipFile(tmp_path / "x.zip").namelist() == ["hedui/文件.py"]


def test_a_changed_wheel_is_named(
    offline: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    wheels = tmp_path / offline.WHEELS
    wheels.mkdir()
    for name in ("a-1-py3-none-any.whl", "b-1-py3-none-any.whl"):
        (wheels / name).write_bytes(name.encode())
    (wheels / offline.SUMS).write_text(offline.sums(wheels), encoding="ascii")
    assert offline.damaged(wheels) == []
    (wheels / "a-1-py3-none-any.whl").write_bytes(b"other")
    (wheels / "b-1-py3-none-any.whl").unlink()
    (wheels / "c-1-py3-none-any.whl").write_bytes(b"new")
    assert [name[0] for name in offline.damaged(wheels)] == ["a", "b", "c"]
    monkeypatch.setattr(offline, "HERE", tmp_path)
    (wheels / offline.PYTHON).write_text("2.7", encoding="ascii")
    assert offline.main(["install"]) == 2
    assert "此包需要 Python 2.7" in capsys.readouterr().out


def test_wrong_use_is_said(offline: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert offline.main(["amiga"]) == 2
    monkeypatch.setattr(offline, "HERE", tmp_path)
    assert offline.main(["install"]) == 2


def test_files_that_go_along(offline: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    own = tmp_path / "python-3.11.9-amd64.exe"
    assert offline.choices(["windows-x86_64", "--with", str(own)]) == (["windows-x86_64"], [own])
    assert offline.choices([]) == ([offline.here()], [])
    assert offline.main(["windows-x86_64", "--with", str(own)]) == 2
    assert str(own) in capsys.readouterr().out
