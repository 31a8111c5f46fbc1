"""The main job run in the process of a test."""

from __future__ import annotations

from pathlib import Path

from typer.testing import CliRunner

from pipeline.cli import app


def run(folder: Path) -> None:
    """`hedui run` from `raw` to `out` of a folder."""
    done = CliRunner().invoke(app, ["run", str(folder / "raw"), "--out", str(folder / "out"), "--quiet"])
    assert done.exit_code == 0, done.output
