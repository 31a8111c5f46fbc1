"""The auditors' reports: what people hold in their hands."""

from __future__ import annotations

from pathlib import Path


def write(data: Path, folder: Path) -> list[Path]:
    """Write every report of the dataset under `data` into `folder`; returns the files to open first.

    Raises Refused where there is no dataset, OSError where the folder cannot be written.
    """
    from pipeline import store
    from pipeline.reports.excel import Workbook
    from pipeline.reports.html import Pages
    from pipeline.reports.material import dossiers, paths
    from pipeline.reports.word import Word

    dataset = store.open_dataset(data)
    folder.mkdir(parents=True, exist_ok=True)
    lies = paths(dataset)
    pages, workbook = Pages(dataset, folder, lies), Workbook(dataset, folder / "核对结果.xlsx", lies)
    word = Word(data, folder)
    for dossier in dossiers(dataset):
        pages.add(dossier)
        workbook.add(dossier)
        word.add(dossier)
    return [pages.close(), workbook.close()]
