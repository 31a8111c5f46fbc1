"""The auditors' reports: what people hold in their hands."""

from __future__ import annotations

from pathlib import Path


def write(data: Path, folder: Path) -> list[Path]:
    """Write every report of the dataset under `data` into `folder`; returns the files to open first.

    Raises Refused where there is no dataset, OSError where the folder cannot be written.
    """
    from pipeline import store
    from pipeline.reports.excel import write_workbook
    from pipeline.reports.html import write_html
    from pipeline.reports.material import dossiers
    from pipeline.reports.word import Word

    dataset = store.open_dataset(data)
    folder.mkdir(parents=True, exist_ok=True)
    word = Word(data, folder)
    written = [write_html(dataset, folder), write_workbook(dataset, folder / "核对结果.xlsx")]
    for dossier in dossiers(dataset, whole=True):
        word.add(dossier)
    return written
