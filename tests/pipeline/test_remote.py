"""Submissions on another file system than this machine's: the same dataset, also read by a cluster."""

from pathlib import Path

import pytest

from pipeline import remote
from pipeline.refusal import Refused
from tests.pipeline.folders import assert_consistent, content, files, hedui, lay, statuses, texts, zipped

fsspec = pytest.importorskip("fsspec")


@pytest.fixture(scope="module")
def raw(tmp_path_factory):
    """Submissions, one in a folder, two in an archive, and a damaged file."""
    given = texts(range(6)) | {"包.zip": zipped(texts(range(6, 8))), "坏.docx": b"PK\x03\x04"}
    return lay(tmp_path_factory.mktemp("raw") / "2021", given | {"局/内.txt": b"x"})


@pytest.fixture(scope="module")
def local(raw, tmp_path_factory):
    """What the folder itself gives."""
    out = tmp_path_factory.mktemp("local")
    assert hedui("ingest", raw, "--out", out, "--quiet").returncode == 0
    return content(out)


@pytest.mark.parametrize("engine", ["local", "dask"])
def test_an_address_gives_the_dataset_of_the_folder(raw, local, engine, tmp_path):
    if engine == "dask":
        pytest.importorskip("distributed")
    out, how = tmp_path / "out", ["--engine", engine, "--workers", 2, "--quiet"]
    for _ in range(2):
        done = hedui("ingest", f"file://{raw}/", "--out", out, *how)
        assert (done.returncode, done.stderr) == (0, "")
        assert content(out) == local
    assert len(files(out)) == 11
    assert_consistent(out)


def test_what_is_no_object_is_named(tmp_path):
    raw = lay(tmp_path / "2021", {"a.txt": b"x", "~$a.docx": b"x"})
    (raw / "link.txt").symlink_to("/etc/passwd")
    found = {entry.path: entry.refused and entry.refused[0] for entry in remote.walk(f"file://{raw}")}
    assert found == {"a.txt": None, "link.txt": "link", "~$a.docx": "litter"}


def test_objects_of_a_store_are_found_by_their_names():
    store = fsspec.filesystem("memory")
    store.pipe({"/year/2021/乙/b.txt": b"b", "/year/2021/a.txt": b"a", "/year/2020/c.txt": b"c"})
    entries = list(remote.walk("memory://year/2021"))
    assert [entry.path for entry in entries] == ["a.txt", "乙/b.txt"]
    with remote.opened(str(entries[1].file)) as file:
        assert file.read() == b"b"
    assert remote.name(remote.place("memory://year/2021/")) == "2021"


@pytest.mark.parametrize(
    ("address", "told"), [("nowhere://a/b", "nowhere://"), ("file:///nowhere/at/all", "不是文件夹")]
)
def test_an_address_that_leads_nowhere_is_one_clear_line(address, told, tmp_path):
    done = hedui("ingest", address, "--out", tmp_path / "out")
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert told in done.stderr
    assert not (tmp_path / "out").exists()


def test_a_kind_of_store_nobody_knows():
    with pytest.raises(Refused, match="不认识"):
        remote.is_folder("nowhere://a/b")


def test_a_dataset_is_not_written_to_an_address(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    raw = lay(tmp_path / "raw", {"a.txt": b"x"})
    for command in ("run", "ingest"):
        done = hedui(command, raw, "--out", "s3://bucket/out")
        assert done.returncode == 2
        assert done.stderr.count("\n") == 1
        assert "不能是网络存储的地址" in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["raw"]
    assert not remote.was_address(Path("D:/2021"))


def test_what_a_stores_package_raises_is_one_clear_line(tmp_path, monkeypatch):
    """A store whose package has errors of its own, as s3's has."""
    package = tmp_path / "package"
    lay(package, {"strange.py": STRANGE.encode(), "sitecustomize.py": b"import strange; strange.known()"})
    monkeypatch.setenv("PYTHONPATH", str(package))
    for address in ("strange://shut/2021", "strange://unlisted/2021"):
        done = hedui("ingest", address, "--out", tmp_path / "out")
        assert (done.returncode, done.stderr.count("\n")) == (2, 1), done.stderr
        assert "no credentials" in done.stderr
    done = hedui("ingest", "strange://torn/2021", "--out", tmp_path / "out", "--quiet")
    assert (done.returncode, done.stderr) == (0, "")
    assert statuses(tmp_path / "out") == {"a.txt": ("rejected", "unreadable")}


STRANGE = """
import fsspec
from fsspec.spec import AbstractFileSystem
from pipeline import remote


class StoreError(Exception):
    pass


class Store(AbstractFileSystem):
    protocol = "strange"

    def isdir(self, path):
        if "shut" in path:
            raise StoreError("no credentials")
        return True

    def find(self, path, detail=False, **others):
        if "unlisted" in path:
            raise StoreError("no credentials")
        return {f"{path}/a.txt": {"type": "file"}}

    def _open(self, path, *others, **more):
        raise StoreError("no credentials")


def known():
    fsspec.register_implementation("strange", Store)
    remote._FAULTS["strange"] = (("strange", "StoreError"),)
"""
