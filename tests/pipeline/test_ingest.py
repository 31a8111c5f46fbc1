"""What a folder becomes: every input once, nothing read twice, nothing lost."""

import os
import socket
import zipfile

import pytest

from tests.pipeline.folders import (
    AS_OWNER,
    assert_consistent,
    content,
    documents,
    files,
    hedui,
    lay,
    rows,
    statuses,
    summary,
    texts,
    zipped,
)


def ingest(raw, out, *more):
    done = hedui("ingest", raw, "--out", out, "--json", "--workers", 1, *more)
    assert done.returncode == 0, done.stderr
    return summary(done)


@pytest.fixture(scope="module")
def year(tmp_path_factory):
    """Three submissions, checked."""
    base = tmp_path_factory.mktemp("year")
    raw = lay(base / "2021", texts(range(3)))
    assert hedui("run", raw, "--out", base / "parsed", "--quiet").returncode == 0
    return raw, base / "parsed"


def test_a_year_is_read_checked_and_consistent(year):
    _, out = year
    assert set(statuses(out).values()) == {("complete", None)}
    assert {row["form_kind"] for row in rows(out, "forms")} == {"summary", "department", "report"}
    assert len(rows(out, "submissions")) == 3
    assert len(rows(out, "findings")) > 100
    assert {row["root"] for row in files(out).values()} == {"2021"}
    assert_consistent(out)


def test_a_second_run_reads_nothing_and_changes_nothing(year):
    raw, out = year
    before = content(out)
    link = (out / "current").readlink()
    done = summary(hedui("run", raw, "--out", out, "--json"))
    assert done["read"] == 0
    assert (out / "current").readlink() == link
    assert content(out) == before


def test_the_same_folder_gives_the_same_bytes(year, tmp_path):
    raw, out = year
    assert hedui("run", raw, "--out", tmp_path / "again", "--quiet", "--workers", 2).returncode == 0
    assert but_states(tmp_path / "again") == but_states(out)
    assert hedui("run", raw, "--out", tmp_path / "again", "--quiet", "--force").returncode == 0
    assert but_states(tmp_path / "again") == but_states(out)


def but_states(out):
    """All tables but the one that tells what changed since the check before."""
    return {name: data for name, data in content(out).items() if not name.startswith("finding_states/")}


def test_changed_files_replace_their_rows_and_vanished_ones_leave(tmp_path):
    raw = lay(tmp_path / "2021", texts(range(4)))
    out = tmp_path / "parsed"
    assert hedui("run", raw, "--out", out, "--quiet").returncode == 0
    names = sorted(p.name for p in raw.iterdir())
    (raw / names[0]).write_bytes((raw / names[0]).read_bytes().replace("临江".encode(), "临川".encode()))
    (raw / names[1]).unlink()
    (raw / names[2]).rename(raw / f"又{names[2]}")
    assert ingest(raw, out)["read"] == 2, "the changed file, and the renamed one: its name may tell the year"
    assert sorted(files(out)) == sorted(p.name for p in raw.iterdir())
    assert_consistent(out)
    kept = {row["submission_id"] for row in rows(out, "findings")} - {None}
    assert len(kept) == 1, "only the submission that nothing touched keeps its findings until the next check"
    fresh = tmp_path / "fresh"
    for target in (out, fresh):
        assert hedui("run", raw, "--out", target, "--quiet").returncode == 0
    assert but_states(out) == but_states(fresh)


def test_files_that_vanished_stay_where_that_is_wished(tmp_path):
    raw = lay(tmp_path / "2021", texts(range(2)))
    ingest(raw, tmp_path / "out")
    before = content(tmp_path / "out")
    next(raw.iterdir()).unlink()
    assert ingest(raw, tmp_path / "out", "--keep-missing")["read"] == 0
    assert content(tmp_path / "out") == before
    ingest(raw, tmp_path / "out")
    assert len(files(tmp_path / "out")) == 1


def test_a_file_vanishes_only_from_its_own_folder(tmp_path):
    old, new = lay(tmp_path / "2020", texts(range(2))), lay(tmp_path / "2021", texts(range(2, 4)))
    for raw in (old, new):
        ingest(raw, tmp_path / "out")
    assert len(files(tmp_path / "out")) == 4
    assert_consistent(tmp_path / "out")


def test_duplicates_name_the_first_path_in_sort_order(tmp_path):
    (data,) = texts(range(1)).values()
    raw = lay(
        tmp_path / "raw",
        {
            "b/二.txt": data,
            "a.txt": data,
            "b/一.txt": data,
            "坏.docx": b"PK\x03\x04no",
            "又坏.docx": b"PK\x03\x04no",
        },
    )
    ingest(raw, tmp_path / "out")
    found = files(tmp_path / "out")
    assert [(p, r["status"], r["duplicate_of"]) for p, r in sorted(found.items()) if p.endswith("txt")] == [
        ("a.txt", "complete", None),
        ("b/一.txt", "duplicate", "a.txt"),
        ("b/二.txt", "duplicate", "a.txt"),
    ]
    assert {found["坏.docx"]["status"], found["又坏.docx"]["status"]} == {"rejected"}
    assert len({row["document_id"] for row in rows(tmp_path / "out", "forms")}) == 1
    assert sum(row["form_count"] for row in found.values()) == len(rows(tmp_path / "out", "forms"))
    (raw / "a.txt").unlink()
    ingest(raw, tmp_path / "out")
    assert statuses(tmp_path / "out")["b/一.txt"] == ("complete", None)
    assert_consistent(tmp_path / "out")


def test_archives_have_a_row_and_one_for_each_member(tmp_path):
    first, second = texts(range(2)).items()
    inner = zipped({"里层/" + first[0]: first[1], "说明.bin": bytes(range(256))})
    outer = zipped(
        {"报送.zip": inner, second[0]: second[1], "../逃.txt": b"x", "~$锁.docx": b"lock", "空.txt": b""}
    )
    raw = lay(tmp_path / "raw", {"包.zip": outer, "又一份.zip": outer, second[0]: second[1]})
    ingest(raw, tmp_path / "out")
    found = statuses(tmp_path / "out")
    assert found["包.zip"][0] == "partial"
    assert found["包.zip!/报送.zip"] == ("complete", None)
    assert found["包.zip!/报送.zip!/里层/" + first[0]] == ("complete", None)
    assert found["包.zip!/报送.zip!/说明.bin"][0] == "rejected"
    assert found["包.zip!/~$锁.docx"] == ("rejected", "litter")
    assert found["包.zip!/空.txt"] == ("rejected", "empty")
    assert found["又一份.zip"] == ("duplicate", None)
    assert found["又一份.zip!/报送.zip!/里层/" + first[0]] == ("duplicate", None)
    assert {found[second[0]], found["包.zip!/" + second[0]]} == {("complete", None), ("duplicate", None)}
    assert len([path for path in found if path.startswith("包.zip")]) == len(
        [path for path in found if path.startswith("又一份.zip")]
    )
    assert_consistent(tmp_path / "out")
    before = content(tmp_path / "out")
    assert ingest(raw, tmp_path / "out")["read"] == 0
    assert content(tmp_path / "out") == before
    (raw / "包.zip").unlink()
    assert ingest(raw, tmp_path / "out")["read"] == 0
    assert statuses(tmp_path / "out")["又一份.zip!/报送.zip!/里层/" + first[0]] == ("complete", None)
    assert_consistent(tmp_path / "out")


def test_archives_within_archives_end_somewhere(tmp_path):
    data = zipped({"a.txt": "附件".encode()})
    for _ in range(6):
        data = zipped({"x.zip": data})
    ingest(lay(tmp_path / "raw", {"x.zip": data}), tmp_path / "out")
    found = statuses(tmp_path / "out")
    assert found["x.zip!/x.zip!/x.zip!/x.zip"] == ("rejected", "nested-archives")
    assert len(found) == 4


def test_what_is_no_submission_has_its_row_and_code(tmp_path):
    raw = lay(
        tmp_path / "raw",
        texts(range(1)) | {"~$a.docx": b"x", "Thumbs.db": b"x", ".DS_Store": b"", "空.docx": b""},
    )
    (raw / "link.txt").symlink_to("/etc/passwd")
    (raw / "up").symlink_to("..")
    os.mkfifo(raw / "pipe.docx")
    unix = socket.socket(socket.AF_UNIX)
    unix.bind(str(raw / "socket"))
    ingest(raw, tmp_path / "out")
    unix.close()
    found = statuses(tmp_path / "out")
    assert {path: code for path, (_, code) in found.items() if code} == {
        "~$a.docx": "litter",
        "Thumbs.db": "litter",
        ".DS_Store": "litter",
        "空.docx": "empty",
        "link.txt": "link",
        "up": "link",
        "pipe.docx": "special-file",
        "socket": "special-file",
    }
    without = {p for p, row in files(tmp_path / "out").items() if row["document_id"] is None}
    assert without == {"link.txt", "up", "pipe.docx", "socket"}
    assert all(
        row["error_message"] for row in files(tmp_path / "out").values() if row["status"] == "rejected"
    )


def test_unreadable_files_and_folders_have_their_row(tmp_path):
    raw = lay(tmp_path / "raw", {"a.txt": b"x", "closed/b.txt": b"y"})
    (raw / "a.txt").chmod(0)
    (raw / "closed").chmod(0)
    done = hedui("ingest", raw, "--out", tmp_path / "out", "--workers", 1, prefix=AS_OWNER)
    assert done.returncode == 0, done.stderr
    (raw / "closed").chmod(0o755)
    assert statuses(tmp_path / "out") == {
        "a.txt": ("rejected", "unreadable"),
        "closed/": ("rejected", "unreadable"),
    }


def test_names_that_are_no_utf8_are_read_as_gb18030(tmp_path):
    raw = lay(tmp_path / "raw", {})
    (raw / os.fsdecode("水利局.txt".encode("gb18030"))).write_bytes(next(iter(texts(range(1)).values())))
    (raw / os.fsdecode(b"\xff\xfe\x81.txt")).write_bytes(b"x\ny")
    ingest(raw, tmp_path / "out")
    assert set(files(tmp_path / "out")) == {"水利局.txt", "\\xff\\xfe\\x81.txt"}


def test_the_output_is_never_input(tmp_path):
    raw = lay(tmp_path / "raw", texts(range(1)))
    out = raw / "结果" / "parsed"
    for _ in range(2):
        ingest(raw, out)
    assert set(files(out)) == set(texts(range(1)))
    for wrong in (raw, raw.parent):
        done = hedui("ingest", raw, "--out", wrong)
        assert done.returncode == 2
        assert "不能放在输出文件夹" in done.stderr
    assert hedui("ingest", tmp_path / "nowhere", "--out", out).returncode == 2


def test_a_dry_run_writes_nothing(tmp_path):
    raw = lay(tmp_path / "raw", texts(range(2)))
    done = hedui("ingest", raw, "--out", tmp_path / "out", "--dry-run", "--json")
    assert summary(done) == {"files": 2, "to_read": sorted(texts(range(2)))}
    assert not (tmp_path / "out").exists()


def test_six_bad_files_cost_themselves_alone(tmp_path):
    """The six of the issue: damaged, empty, a photo, password-protected, thumbnails, a lock file."""
    good = documents(range(1))
    torn = b"PK\x03\x04" + bytes(2_000)
    photo = b"\x89PNG\r\n\x1a\n" + b"\x00" * 64
    ole = bytes.fromhex("d0cf11e0a1b11ae1") + "EncryptedPackage".encode("utf-16-le")
    raw = lay(
        tmp_path / "raw",
        good
        | {
            "坏.docx": torn,
            "空.docx": b"",
            "照片.jpg": photo,
            "密.docx": ole,
            "Thumbs.db": b"t",
            "~$x.docx": b"o",
        },
    )
    done = hedui("run", raw, "--out", tmp_path / "out", "--json")
    assert done.returncode == 0, done.stderr
    assert summary(done)["files"] == {"complete": 1, "partial": 0, "rejected": 6, "duplicate": 0}
    assert len(rows(tmp_path / "out", "forms")) == 3
    codes = {path: code for path, (_, code) in statuses(tmp_path / "out").items()}
    assert (codes["坏.docx"], codes["空.docx"], codes["密.docx"]) == ("truncated", "empty", "encrypted")
    assert (codes["Thumbs.db"], codes["~$x.docx"]) == ("litter", "litter")
    assert codes["照片.jpg"] not in {None, "defect"}


def test_submissions_of_several_files_and_forms_move_together(tmp_path):
    """Forms of one unit that come file by file make one submission, whatever the order of runs."""
    (data,) = texts(range(1)).values()
    text = data.decode()
    one, two, three = (
        text.partition("附件6")[0],
        "附件6" + text.partition("附件6")[2].partition("附件7")[0],
        "附件7" + text.partition("附件7")[2],
    )
    raw = lay(tmp_path / "raw", {"局/附件4.txt": one.encode()})
    ingest(raw, tmp_path / "out")
    lay(raw, {"局/附件6.txt": two.encode(), "局/附件7.txt": three.encode()})
    ingest(raw, tmp_path / "out")
    assert [row["form_count"] for row in rows(tmp_path / "out", "submissions")] == [3]
    assert_consistent(tmp_path / "out")
    ingest(raw, tmp_path / "once")
    assert content(tmp_path / "out") == content(tmp_path / "once")


def test_a_zip_in_a_zip_bomb_is_bounded(tmp_path):
    bomb = zipped({f"{n}.txt": bytes(30 << 20) for n in range(3)})
    layers = zipped({f"{n}.zip": bomb for n in range(3)})
    done = hedui(
        "ingest",
        lay(tmp_path / "raw", {"b.zip": layers}),
        "--out",
        tmp_path / "out",
        "--expanded",
        40,
        "--json",
    )
    assert done.returncode == 0, done.stderr
    assert all(
        status == "rejected"
        for path, (status, _) in statuses(tmp_path / "out").items()
        if path.endswith("txt")
    )
    assert zipfile.is_zipfile(tmp_path / "raw" / "b.zip")
