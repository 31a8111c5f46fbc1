"""The log of a run under the output folder: one file for people, one in JSON lines."""

from __future__ import annotations

import json
import logging
import os
import time
import traceback
from pathlib import Path
from types import TracebackType
from typing import Any

from pipeline.refusal import Refused, from_os
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


class run_log:  # noqa: N801 - used like a function
    """`with run_log(out, command) as log:` the log of a run, which also says how it ended, well or not."""

    def __init__(self, out: Path, command: str) -> None:
        """Raises Refused where the folder cannot be written."""
        self._folder = out / FOLDER
        self._stem = time.strftime(f"%Y%m%d-%H%M%S-{os.getpid()}-{command}")
        self._handlers: list[logging.Handler] = []

    def __enter__(self) -> RunLog:
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            for suffix, formatter in ((".log", _Prose()), (".jsonl", _Lines())):
                path = self._folder / (self._stem + suffix)
                self._handlers.append(logging.FileHandler(path, encoding="utf-8", errors="replace"))
                self._handlers[-1].setFormatter(formatter)
        except OSError as error:
            raise from_os(error, self._folder) or error from error
        logger = logging.Logger(self._stem)
        for handler in self._handlers:
            logger.addHandler(handler)
        self._log = RunLog(logger, self._folder / f"{self._stem}.log")
        return self._log

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if isinstance(error, Refused):
            self._log.event("未能完成", reason=str(error))
        elif error is not None:
            told = "".join(traceback.format_exception(kind, error, trace))
            self._log.event("异常结束", reason=repr(error), traceback=told)
        else:
            self._log.event("结束")
        for handler in self._handlers:
            handler.close()
        for old in sorted(self._folder.glob("*-*-*"))[: -2 * _KEPT]:
            old.unlink(missing_ok=True)
