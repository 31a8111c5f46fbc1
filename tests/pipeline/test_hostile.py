"""Files that mean harm cost themselves alone, and nothing of theirs comes alive."""

import io
import time
import zipfile

import pytest

from tests.pipeline.faults import hook
from tests.pipeline.folders import (
    DOCX,
    assert_consistent,
    documents,
    files,
    hedui,
    lay,
    statuses,
    summary,
    texts,
    zipped,
)

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def docx(body: str, prolog: str = "") -> bytes:
    """A Word document whose body is the given XML."""
    out = io.BytesIO()
    with zipfile.ZipFile(DOCX) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for info in source.infolist():
            xml = f'<?xml version="1.0"?>{prolog}<w:document {W}><w:body>{body}</w:body></w:document>'
            data = xml.encode() if info.filename == "word/document.xml" else source.read(info)
            made.writestr(info.filename, data)
    return out.getvalue()


def cell(text: str, span: int = 1) -> str:
    return (
        f'<w:tc><w:tcPr><w:gridSpan w:val="{span}"/></w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>'
    )


LOL = "<!DOCTYPE x [<!ENTITY a 'ha'>" + "".join(
    f"<!ENTITY {chr(98 + n)} '{('&' + chr(97 + n) + ';') * 10}'>" for n in range(9)
)
NESTED = "<w:tbl><w:tr><w:tc>" * 200 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 200
FILES = {
    "炸弹.docx": docx("<w:p><w:r><w:t>" + "0" * (300 << 20) + "</w:t></w:r></w:p>"),
    "实体.docx": docx("<w:p><w:r><w:t>&j;</w:t></w:r></w:p>", LOL + "]>"),
    "外部.docx": docx(
        "<w:p><w:r><w:t>&x;</w:t></w:r></w:p>", "<!DOCTYPE x [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"
    ),
    "深.docx": docx(NESTED),
    "跨度.docx": docx(f"<w:tbl><w:tr>{cell('指标', 2_000_000_000)}</w:tr></w:tbl>"),
    "深.html": b"<div>" * 200_000 + "附件".encode(),
    "行.html": b"<table>" + b"<tr><td rowspan=65000 colspan=9000>x</td></tr>" * 300 + b"</table>",
    "百万.txt": ("\t一\n" * 700_000).encode(),
    "数字.txt": ("1" * 3_000_000).encode(),
    "逗号.txt": ("1,234." * 500_000).encode(),
    "控制.txt": "附件4：\x1b[31m红\x07\x00\u202e倒\ufffe\n".encode("utf-8", "surrogatepass"),
    "假.pdf": b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 1 0 R>>endobj\ntrailer<</Root 1 0 R>>",
    "假.xls": bytes.fromhex("d0cf11e0a1b11ae1") + b"\xff" * 4096,
    "假.zip": b"PK\x05\x06" + b"\xff" * 18,
    "假.rtf": b"{\\rtf1" + b"{" * 100_000,
    "\x1b]0;坏\x07名.txt": "附件".encode(),
}
GOOD = DOCX.read_bytes()
THUMBNAIL = GOOD.index(b"docProps/thumbnail.jpeg") + 200
BROKEN = {
    "残.docx": GOOD[: GOOD.rindex(b"PK\x01\x02") - 2_000],
    "损.docx": GOOD[:THUMBNAIL] + bytes(64) + GOOD[THUMBNAIL + 64 :],
}


@pytest.fixture(scope="module")
def outcome(tmp_path_factory):
    """All of them beside three good submissions and one archive of theirs, read in one run."""
    base = tmp_path_factory.mktemp("hostile")
    bombs = zipped({"里/炸弹.docx": FILES["炸弹.docx"], "../../逃.docx": FILES["深.docx"], "好.txt": b"x"})
    raw = lay(base / "raw", FILES | BROKEN | documents(range(1)) | texts(range(1, 3)) | {"一包.zip": bombs})
    began = time.monotonic()
    done = hedui("run", raw, "--out", base / "out", "--json", "--seconds", 30)
    return done, base / "out", time.monotonic() - began


def test_the_run_ends_well_and_accounts_for_all(outcome):
    done, out, seconds = outcome
    assert done.returncode == 0, done.stdout + str(
        [r for r in files(out).values() if r["error_code"] == "defect"]
    )
    assert set(files(out)) >= set(FILES) | {"一包.zip", "一包.zip!/好.txt", "一包.zip!/里/炸弹.docx"}
    assert seconds < 30 * len(FILES)
    assert_consistent(out)


def test_good_neighbours_are_read(outcome):
    _, out, _ = outcome
    found = statuses(out)
    for name in [*documents(range(1)), *texts(range(1, 3))]:
        assert found[name] == ("complete", None)


def test_what_is_left_of_a_broken_package_is_read_and_annotated(outcome):
    _, out, _ = outcome
    found = statuses(out)
    assert [found[name][0] for name in BROKEN] == ["partial", "complete"]
    for name in BROKEN:
        assert (out / "reports" / "批注" / name).is_file()


def test_entities_are_neither_expanded_nor_fetched(outcome):
    _, out, _ = outcome
    found = statuses(out)
    assert found["实体.docx"][0] == found["外部.docx"][0] == "rejected"
    assert not any(b"root:x" in p.read_bytes() for p in (out / "current").resolve().rglob("*.parquet"))


def test_bombs_are_rejected_also_in_archives(outcome):
    _, out, _ = outcome
    found = statuses(out)
    assert found["炸弹.docx"][0] == found["一包.zip!/里/炸弹.docx"][0] == "rejected"


def test_nothing_comes_alive_in_the_terminal(outcome):
    _, out, _ = outcome
    for arguments in (
        ["query", "select path, error_message from documents", "--data", out],
        ["ingest", out.parent / "raw", "--out", out, "--dry-run", "--force"],
    ):
        told = hedui(*arguments)
        assert told.returncode == 0, told.stderr
        assert "名.txt" in told.stdout
        assert "\x1b" not in told.stdout
        assert "\x07" not in told.stdout
    shown = hedui("show", out.parent / "raw" / "控制.txt")
    assert "\x1b[31m" not in shown.stdout
    log = next((out / "logs").glob("*.log")).read_text(encoding="utf-8")
    assert "\x1b" not in log


def test_formulas_stay_text_in_exports(tmp_path):
    (name, data), *_ = texts(range(1)).items()
    evil = data.decode().replace("完整、齐全", "=HYPERLINK(1)").encode()
    raw = lay(tmp_path / "raw", {name: evil})
    assert hedui("ingest", raw, "--out", tmp_path / "out", "--quiet").returncode == 0
    for kind in ("csv", "xlsx"):
        done = hedui(
            "export", "indicators", "--data", tmp_path / "out", "--out", tmp_path / "x", "--format", kind
        )
        assert done.returncode == 0, done.stderr
    csv = (tmp_path / "x" / "indicators.csv").read_text(encoding="utf-8-sig")
    assert ",=HYPERLINK" not in csv
    assert "'=HYPERLINK(1)" in csv
    with zipfile.ZipFile(tmp_path / "x" / "hedui.xlsx") as book:
        sheet = book.read("xl/worksheets/sheet1.xml")
    assert b"<f>" not in sheet
    assert b"HYPERLINK(1)" in sheet


def test_a_reader_that_hangs_starves_or_dies_costs_one_document(tmp_path, monkeypatch):
    """Readers of our own stand in for libraries that misbehave: each fault has its code."""
    faults = lay(tmp_path / "faults", hook("extractors.reading", FAULTS))
    raw = lay(
        tmp_path / "raw", texts(range(6)) | {f"{name}.txt": f"FAULT {name}".encode() for name in FAULTY}
    )
    monkeypatch.setenv("PYTHONPATH", str(faults))
    done = hedui(
        "run", raw, "--out", tmp_path / "out", "--json", "--seconds", 8, "--memory", 300, "--workers", 2
    )
    assert (done.returncode, done.stderr) == (1, ""), "one of them is a defect of ours"
    found = statuses(tmp_path / "out")
    assert {name: found[f"{name}.txt"] for name in FAULTY} == {
        n: ("rejected", code) for n, code in FAULTY.items()
    }
    assert all(found[name] == ("complete", None) for name in texts(range(6)))
    assert summary(done)["defects"] == 1
    (log,) = (tmp_path / "out" / "logs").glob("*.jsonl")
    assert "ZeroDivisionError" in log.read_text(encoding="utf-8")
    (issue,) = [r for r in rows_of_issues(tmp_path / "out") if r["code"] == "defect"]
    assert "ZeroDivisionError" in issue["text"]
    assert_consistent(tmp_path / "out")


def rows_of_issues(out):
    from tests.pipeline.folders import rows

    return rows(out, "issues")


FAULTY = {
    "hang": "timeout",
    "stuck": "timeout",
    "eat": "memory",
    "segfault": "crash",
    "killed": "memory",
    "exit": "crash",
    "raise": "defect",
    "recurse": "too-deep",
    "masked": "memory",
}
FAULTS = """
import os, signal, time

def patch(module):
    read = module.read
    def faulty(data, name, limits=module.Limits()):
        if data.startswith(b"FAULT "):
            globals()[data.split()[1].decode()]()
        return read(data, name, limits)
    module.read = faulty

def hang():
    time.sleep(1000)
def stuck():
    import re
    re.match(r"(a+)+$", "a" * 60 + "b")  # in C, holding the lock
def eat():
    held = []
    while True:
        held.append(bytearray(10 << 20))
def masked():
    from extractors.document import Rejected
    held = []
    try:
        while True:
            held.append(bytearray(10 << 20))
    except MemoryError:
        raise Rejected("damaged", "unknown error")
def segfault():
    import ctypes
    ctypes.string_at(0)
def killed():
    os.kill(os.getpid(), signal.SIGKILL)
def exit():
    os._exit(3)
def recurse():
    recurse()
globals()["raise"] = lambda: 1 // 0
"""
