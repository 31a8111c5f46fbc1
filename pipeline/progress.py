"""How far a long run has come: a bar with rate and time left, or nothing where nobody looks."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from pipeline.terminal import err

if TYPE_CHECKING:
    from rich.progress import Progress


class Bar:
    """One bar; without a terminal it counts in silence."""

    def __init__(self, progress: Progress | None, task: Any) -> None:
        self._progress, self._task = progress, task

    def total(self, number: int) -> None:
        """So many steps in all."""
        if self._progress is not None:
            self._progress.update(self._task, total=number)

    def begin(self, title: str, number: int) -> None:
        """Another task on the same line, of so many steps."""
        if self._progress is not None:
            self._progress.reset(self._task, total=number, description=title)

    def advance(self, steps: int = 1) -> None:
        """So many steps more are done."""
        if self._progress is not None:
            self._progress.advance(self._task, steps)

    def grow(self, steps: int) -> None:
        """So many steps more are to do."""
        if self._progress is not None:
            task = self._progress.tasks[self._task]
            self._progress.update(self._task, total=(task.total or 0) + steps)


@contextmanager
def bar(title: str, unit: str, quiet: bool) -> Iterator[Bar]:
    """A bar for a task measured in `unit`, on standard error where that is a terminal."""
    if quiet or not err().is_terminal:
        yield Bar(None, None)
        return
    from rich import progress as p

    class Rate(p.ProgressColumn):
        """Steps a second."""

        def render(self, task: p.Task) -> str:
            return f"{task.speed:.1f} {unit}/秒" if task.speed else ""

    columns = (
        p.TextColumn("{task.description}"),
        p.BarColumn(),
        p.MofNCompleteColumn(),
        Rate(),
        p.TextColumn("剩余"),
        p.TimeRemainingColumn(),
    )
    with p.Progress(*columns, console=err(), transient=True) as shown:
        yield Bar(shown, shown.add_task(title, total=None))
