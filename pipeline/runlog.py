"""The log of a run under the output folder: one file for people, one in JSON lines."""

from __future__ import annotations

import json
import logging
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from pipeline.refusal import from_os
from pipeline.terminal import safe

FOLDER, _KEPT = "logs", 50


class _Lines(logging.Formatter):
    """A record as one JSON object."""

    def format(self, record: logging.LogRecord) -> str:
        when = time.strftime("%Y-%m-%dT%H:%M:%S", time.localtime(record.created))
        fields = getattr(record, "fields", {})
        return json.dumps({"time": when, "event": record.msg, **fields}, ensure_ascii=False, default=str)


class _Prose(logging.Formatter):
    """A record as a line of text, a traceback below it."""

    def format(self, record: logging.LogRecord) -> str:
        fields = dict(getattr(record, "fields", {}))
        trace = fields.pop("traceback", None)
        told = "  ".join(f"{key}={safe(value)}" for key, value in fields.items() if value not in (None, ""))
        when = time.strftime("%Y-%m-%d %H:%M:%S", time.localtime(record.created))
        return f"{when}  {record.msg}  {told}" + (f"\n{trace}" if trace else "")


class RunLog:
    """Events of one run; each goes to both files at once."""

    def __init__(self, logger: logging.Logger, path: Path) -> None:
        self._logger, self.path = logger, path

    def event(self, what: str, **fields: Any) -> None:
        """Note an event (in Chinese) with its facts."""
        self._logger.info(what, extra={"fields": fields})


@contextmanager
def run_log(out: Path, command: str) -> Iterator[RunLog]:
    """The log of a run of `command`. Raises Refused where the folder cannot be written."""
    folder = out / FOLDER
    stem = time.strftime(f"%Y%m%d-%H%M%S-{os.getpid()}-{command}")
    handlers = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for suffix, formatter in ((".log", _Prose()), (".jsonl", _Lines())):
            handlers.append(logging.FileHandler(folder / (stem + suffix), encoding="utf-8", errors="replace"))
            handlers[-1].setFormatter(formatter)
    except OSError as error:
        raise from_os(error, folder) or error from error
    logger = logging.Logger(stem)
    for handler in handlers:
        logger.addHandler(handler)
    try:
        yield RunLog(logger, folder / f"{stem}.log")
    finally:
        for handler in handlers:
            handler.close()
        for old in sorted(folder.glob("*-*-*"))[: -2 * _KEPT]:
            old.unlink(missing_ok=True)
