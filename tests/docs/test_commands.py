"""Every hedui command that a page of the documentation shows works as it stands."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from corpus.sample_year.__main__ import write
from pipeline.cli import app

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", ROOT / "README.zh-CN.md", *sorted((ROOT / "docs").glob("*.md"))]
COMMAND = re.compile(r"^(?: {4})?(?:\$ )?(?:\.venv/bin/)?hedui (.+)$", re.MULTILINE)
LINK = re.compile(r"\]\(([^)#:]+)\)")


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("clone")
    write(folder / "data" / "raw" / "2021")
    return folder


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_commands(page: Path, clone: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(clone)
    commands = COMMAND.findall(page.read_text(encoding="utf-8"))
    if commands and not (clone / "data" / "parsed").exists():
        assert (
            CliRunner().invoke(app, ["run", "data/raw/2021", "--out", "data/parsed", "--quiet"]).exit_code
            == 0
        )
    for command in commands:
        done = CliRunner().invoke(app, shlex.split(command, comments=True))
        assert done.exit_code == 0, f"hedui {command}\n{done.output}\n{done.exception!r}"
    shutil.rmtree(clone / "export", ignore_errors=True)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    gone = [
        link for link in LINK.findall(page.read_text(encoding="utf-8")) if not (page.parent / link).exists()
    ]
    assert gone == []


def test_the_library_example_runs(clone: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(clone)
    page = (ROOT / "README.md").read_text(encoding="utf-8")
    code = page.split("## Use as a library\n", 1)[1].split("\nHow to add", 1)[0]
    scope: dict[str, object] = {}
    exec("\n".join(line.removeprefix("    ") for line in code.splitlines()), scope)
    assert len(scope["records"].indicators) == 23  # type: ignore[attr-defined]
