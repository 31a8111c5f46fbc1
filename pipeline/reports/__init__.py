"""The auditors' reports: what people hold in their hands."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

_SECONDS = 600.0  # for one piece of submissions, which takes less than one second


def write(
    data: Path, folder: Path, workers: int = 1, advance: Callable[[int], None] = lambda _: None
) -> list[Path]:
    """Write every report of the dataset under `data` into `folder`; returns the files to open first.

    `advance` is told each number of submissions done. Raises Refused where there is no dataset, OSError
    where the folder cannot be written.
    """
    import datetime
    import tempfile
    from functools import partial

    from pipeline import crew, scope, store
    from pipeline.reports import html, word
    from pipeline.reports.batch import Task, pieces, work
    from pipeline.reports.excel import Workbook
    from pipeline.reports.html.index import Index
    from pipeline.reports.material import paths
    from pipeline.reports.word.letter import template

    dataset = store.open_dataset(data)
    (folder / html.PAGES).mkdir(parents=True, exist_ok=True)
    word.clear(folder)
    index, workbook = Index(dataset), Workbook(dataset, folder / "核对结果.xlsx", paths(dataset))
    now = datetime.datetime.now(datetime.UTC).replace(microsecond=0)
    places = data.resolve(), dataset.path.resolve(), folder.resolve()
    task = partial(work, task=Task(*places, template(data), now, scope.told(dataset)))
    kept: set[str] = set()
    with tempfile.TemporaryDirectory() as spool:
        for piece, made in crew.each(task, pieces(dataset, Path(spool)), workers, _SECONDS):
            told = task(piece) if made is None else made  # a process that died: once more, here
            for each in told:
                index.add(each.entry)
                workbook.add(each.rows)
                kept.add(each.entry.unit["href"])
            advance(len(told))
    html.remove_others(folder, kept)
    return [index.write(folder / html.INDEX), workbook.close()]
