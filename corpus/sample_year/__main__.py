"""Write the sample year: `python -m corpus.sample_year [FOLDER]`, by default into data/raw/2021."""

from __future__ import annotations

import sys
from pathlib import Path

from corpus.sample_year.forms import Part, report, scoring, summary
from corpus.sample_year.unit import Unit, units
from corpus.writing import WRITERS
from corpus.writing.drawing import document

_ANNEXES = (
    ("附件4 自评情况汇总表", summary),
    ("附件6 整体支出绩效自评表", scoring),
    ("附件7 整体支出绩效自评报告", report),
)


def write(folder: Path) -> list[Path]:
    """Write every unit's files below `folder`; the same bytes each time. Returns the paths."""
    return [path for unit in units() for path in _write_unit(folder, unit)]


def _write_unit(folder: Path, unit: Unit) -> list[Path]:
    if unit.folder:
        return [
            _save(folder / unit.folder / f"{name}.{unit.format}", draw(unit), unit) for name, draw in _ANNEXES
        ]
    whole = [part for _, draw in _ANNEXES for part in draw(unit)]
    return [_save(folder / name, whole, unit) for name in (unit.file, unit.copy) if name]


def _save(path: Path, parts: list[Part], unit: Unit) -> Path:
    data = WRITERS[unit.format](document(*parts))
    if unit.encoding != "utf-8":
        data = data.decode().encode(unit.encoding)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[2] / "data" / "raw" / "2021"
    for written in write(target):
        print(written)
