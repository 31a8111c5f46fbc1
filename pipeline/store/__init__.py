"""The dataset on disk: immutable snapshots of plain Parquet, switched by one rename."""

from pipeline.store.commit import Change, commit, sweep
from pipeline.store.dataset import Dataset, exists, open_dataset, open_snapshot, read_table
from pipeline.store.lock import writer

__all__ = [
    "Change",
    "Dataset",
    "commit",
    "exists",
    "open_dataset",
    "open_snapshot",
    "read_table",
    "sweep",
    "writer",
]
