"""Snapshots: consistent, deterministic, bounded, and safe from what befalls a disk."""

import hashlib
import json
import subprocess
import sys
import time
from decimal import Decimal

import pandas as pd
import pytest

from extractors.records import TABLES, Document, Fund
from pipeline.refusal import Refused
from pipeline.rows import to_arrow
from pipeline.store import Change, commit, open_dataset, pointer, tree, writer


def identity(number):
    return hashlib.sha256(str(number).encode()).hexdigest()


def document(number):
    return Document(document_id=identity(number), path=f"{number}.docx", root="2021", status="complete")


def fund(number, row, value=1):
    return Fund(
        form_id=f"f{number}",
        document_id=identity(number),
        row=row,
        label="总额",
        partition="total",
        item="total",
        budget_yuan=Decimal(value),
        at=f"t1.r{row}.c1",
    )


def change(table, records, keys=(), whole=False):
    return Change([to_arrow(table, records)[0]], set(keys), whole)


def both(numbers, value=1, rows=3):
    """Documents and their funds, replacing what stood there under the same ids."""
    keys = {identity(n) for n in numbers}
    return {
        "documents": change("documents", [document(n) for n in numbers], keys),
        "funds": change("funds", [fund(n, r, value) for n in numbers for r in range(1, rows + 1)], keys),
    }


def content(root):
    snapshot = pointer.find(root)
    return {p.relative_to(snapshot).as_posix(): p.read_bytes() for p in sorted(snapshot.rglob("*.parquet"))}


def test_a_notebook_needs_pandas_alone(tmp_path):
    commit(tmp_path, both([1, 2]), {})
    frame = pd.read_parquet(tmp_path / "current" / "funds")
    assert sorted(zip(frame.document_id, frame.row, frame.budget_yuan, strict=True)) == sorted(
        (identity(n), r, Decimal(1)) for n in (1, 2) for r in (1, 2, 3)
    )
    assert all(pd.read_parquet(tmp_path / "current" / table).columns.tolist() for table in TABLES)
    assert len(pd.read_parquet(tmp_path / "current" / "findings")) == 0


def test_a_commit_replaces_the_rows_of_its_ids_and_leaves_the_others(tmp_path):
    commit(tmp_path, both([1, 2, 3]), {})
    before = open_dataset(tmp_path)
    commit(tmp_path, both([2], value=7, rows=1) | {"goals": Change()}, {})
    rows = (
        open_dataset(tmp_path).read_table("funds").select(["document_id", "row", "budget_yuan"]).to_pylist()
    )
    assert sorted((r["document_id"], r["row"], int(r["budget_yuan"])) for r in rows) == sorted(
        [(identity(n), r, 1) for n in (1, 3) for r in (1, 2, 3)] + [(identity(2), 1, 7)]
    )
    assert before.read_table("funds").num_rows == 9, "an open snapshot does not change"


def test_the_same_content_gives_the_same_bytes_whatever_led_there(tmp_path, monkeypatch):
    monkeypatch.setattr(tree, "LEAF_ROWS", 20)
    commit(tmp_path / "a", both(range(40)), {})
    for n in (5, 3, 39, 0):
        commit(tmp_path / "b", both(range(n, 40, 3), value=2), {})
    commit(tmp_path / "b", both(range(60)), {})
    gone = {identity(n) for n in range(40, 60)}
    commit(tmp_path / "b", {"documents": Change([], gone), "funds": Change([], gone)}, {})
    assert content(tmp_path / "a") == content(tmp_path / "b")
    assert len(open_dataset(tmp_path / "a").files("funds")) > 4


def test_files_stay_bounded_and_a_small_commit_writes_few(tmp_path, monkeypatch):
    monkeypatch.setattr(tree, "LEAF_ROWS", 50)
    commit(tmp_path, both(range(400)), {})
    leaves = open_dataset(tmp_path).manifest.tables["funds"]
    assert max(leaves.values()) <= 50
    assert sum(leaves.values()) == 1200
    inodes = {f.name: f.stat().st_ino for f in open_dataset(tmp_path).files("funds")}
    commit(tmp_path, both([7], value=9), {})
    now = {f.name: f.stat().st_ino for f in open_dataset(tmp_path).files("funds")}
    assert sum(inodes[name] != now[name] for name in inodes) == 1
    assert open_dataset(tmp_path).read_table("funds").num_rows == 1200


def test_one_id_with_more_rows_than_a_leaf_is_not_lost(tmp_path, monkeypatch):
    monkeypatch.setattr(tree, "LEAF_ROWS", 10)
    commit(tmp_path, both([1], rows=25), {})
    commit(tmp_path, both([2], rows=3), {})
    assert sorted(open_dataset(tmp_path).manifest.tables["funds"].values()) == [3, 25]


def test_rows_without_an_id_have_a_place(tmp_path, monkeypatch):
    monkeypatch.setattr(tree, "LEAF_ROWS", 10)
    link = Document(path="a/link", root="2021", status="rejected", error_code="link")
    commit(tmp_path, {"documents": change("documents", [link, *[document(n) for n in range(30)]])}, {})
    commit(
        tmp_path,
        {"documents": change("documents", [Document(path="b", root="2021", status="rejected")], [""])},
        {},
    )
    paths = open_dataset(tmp_path).read_table("documents")["path"].to_pylist()
    assert sorted(paths) == sorted(["b"] + [f"{n}.docx" for n in range(30)])


def test_a_column_added_since_is_null_in_old_rows(tmp_path):
    import pyarrow.parquet as pq

    commit(tmp_path, both([1, 2]), {})
    snapshot = pointer.find(tmp_path)
    file = snapshot / "funds" / "all.parquet"
    pq.write_table(pq.read_table(file).drop_columns(["reason_text"]), file)
    text = json.loads((snapshot / "manifest.json").read_text())
    (snapshot / "manifest.json").write_text(json.dumps(text | {"layout": "older"}))
    commit(tmp_path, both([3]), {})
    rows = open_dataset(tmp_path).read_table("funds")
    assert rows.num_rows == 9
    assert rows["reason_text"].null_count == 9


def test_three_snapshots_are_kept_and_leftovers_swept(tmp_path):
    for value in range(5):
        commit(tmp_path, both([1], value), {})
    (tmp_path / "snap" / ".tmp-dead").mkdir()
    (tmp_path / "snap" / "00000099").mkdir()  # renamed, but killed before the switch
    (tmp_path / ".current-dead").symlink_to("snap/00000001")
    commit(tmp_path, both([1], 9), {})
    assert sorted(p.name for p in (tmp_path / "snap").iterdir()) == ["00000004", "00000005", "00000006"]
    assert not (tmp_path / ".current-dead").is_symlink()
    assert str((tmp_path / "current").readlink()) == "snap/00000006"


def test_without_symbolic_links_a_text_file_names_the_snapshot(tmp_path):
    commit(tmp_path, both([1]), {}, links=False)
    commit(tmp_path, both([1, 2]), {}, links=False)
    assert (tmp_path / "CURRENT").read_text() == "snap/00000002\n"
    assert not (tmp_path / "current").is_symlink()
    assert len(pd.read_parquet(tmp_path / "current" / "funds")) == 6
    assert open_dataset(tmp_path).path.name == "00000002"
    commit(tmp_path, both([3]), {})
    assert (tmp_path / "current").is_symlink()
    assert len(pd.read_parquet(tmp_path / "current" / "funds")) == 9
    assert open_dataset(tmp_path).path.name == "00000003"


def test_no_dataset_is_a_clear_line(tmp_path):
    with pytest.raises(Refused, match="没有数据集"):
        open_dataset(tmp_path)


HOLDER = """
import sys, time
from pathlib import Path
from pipeline.store import writer
with writer(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


def test_a_second_writer_refuses_and_a_dead_one_holds_nothing(tmp_path):
    holder = subprocess.Popen([sys.executable, "-c", HOLDER, tmp_path], stdout=subprocess.PIPE, text=True)
    assert holder.stdout.readline() == "held\n"
    began = time.monotonic()
    with pytest.raises(Refused, match=rf"进程 {holder.pid}.*请等它结束"), writer(tmp_path, wait=0.3):
        pass
    assert time.monotonic() - began < 5
    holder.kill()
    holder.communicate()
    with writer(tmp_path, wait=5):
        commit(tmp_path, both([1]), {})
    assert open_dataset(tmp_path).rows("funds") == 3


FILLER = """
import resource, secrets, signal, sys
from pathlib import Path
from extractors.records import Block
from pipeline.refusal import Refused
from pipeline.rows import to_arrow
from pipeline.store import Change, commit, writer

root, limit = Path(sys.argv[1]), int(sys.argv[2])
if limit:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
rows = [Block(document_id=secrets.token_hex(32), order=1, kind="paragraph", at="b1") for _ in range(40_000)]
try:
    with writer(root):
        commit(root, {"blocks": Change([to_arrow("blocks", rows)[0]])}, {})
except Refused as refused:
    print(refused)
    sys.exit(2)
"""


def fill(root, limit=0):
    """Commit more than fits, in a process of its own."""
    return subprocess.run(
        [sys.executable, "-c", FILLER, root, str(limit)], capture_output=True, text=True, check=False
    )


def test_a_disk_that_takes_no_more_leaves_the_dataset_as_it_was(tmp_path):
    commit(tmp_path, both([1]), {})
    before = content(tmp_path)
    done = fill(tmp_path, limit=100_000)
    assert (done.returncode, done.stderr) == (2, "")
    assert "已有的数据集未受影响" in done.stdout
    assert content(tmp_path) == before
    assert [p.name for p in (tmp_path / "snap").iterdir()] == ["00000001"]


@pytest.fixture
def small_disk(tmp_path):
    """A disk of 1 MB, where the tests may mount one."""
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m", "none", tmp_path]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("may not mount a small disk")
    yield tmp_path
    subprocess.run(["umount", "-l", tmp_path], check=True)


def test_a_really_full_disk(small_disk):
    commit(small_disk, both([1]), {})
    before = content(small_disk)
    done = fill(small_disk)
    assert (done.returncode, done.stderr) == (2, "")
    assert "磁盘空间已满" in done.stdout
    assert content(small_disk) == before


def test_a_read_only_disk(small_disk):
    commit(small_disk, both([1]), {})
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)
    done = fill(small_disk)
    assert (done.returncode, done.stderr) == (2, "")
    assert "只读" in done.stdout
    assert open_dataset(small_disk).rows("funds") == 3
