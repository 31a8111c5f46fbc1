"""The files that were read in part, each with what was doubtful in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import regex

from extractors.records import Document
from pipeline.store import Dataset

_REASONS = 4  # told of a file
_VALUE = regex.compile(r"（[\d.%]{1,8}+）")


def partly_read(dataset: Dataset, documents: Iterable[Document]) -> list[tuple[str, list[str]]]:
    """Each file that was read in part with what was doubtful or lost in it, most frequent first."""
    import pyarrow.compute as pc

    paths = {d.document_id: d.path for d in documents if d.status == "partial"}
    grave = pc.field("severity").isin(["doubt", "loss"])
    told: dict[str | None, Counter[str]] = {key: Counter() for key in paths}
    for row in dataset.read_table("issues", ["document_id", "message"], filters=grave).to_pylist():
        if row["document_id"] in told:
            told[row["document_id"]][_VALUE.sub("", row["message"])] += 1
    return sorted((paths[key], _counted(held)) for key, held in told.items())


def _counted(messages: Counter[str]) -> list[str]:
    """The messages, each with its number; a container whose members are told elsewhere has none."""
    shown = [
        f"{message}（{count} 处）" if count > 1 else message
        for message, count in messages.most_common(_REASONS)
    ]
    more = len(messages) - len(shown)
    return [*shown, *([f"另有 {more} 类"] if more > 0 else [])] or ["其中有未能读取的文件，见“未能读取”"]
