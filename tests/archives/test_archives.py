"""Archives as offices send them, with hostile ones."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import random
import shutil
import stat
import struct
import tarfile
import zipfile
import zlib
from email.message import EmailMessage

import pytest

from extractors.archives import is_archive, members, rar_programs
from extractors.document import Limits, Rejected
from extractors.sniffing import sniff

NAMES = ["云溪区水利局/2023年自评表.docx", "青禾县教育体育局/附件7 自评报告.doc"]
BODIES = [b"one" * 100, b"two" * 50]


def read(
    data: bytes, name: str = "a.zip", limits: Limits | None = None
) -> list[tuple[str, bytes, str | None]]:
    found = list(members(data, name, limits))
    return [(m.path, m.data, m.rejected.code if m.rejected else None) for m in found]


def zip_of(*entries: tuple[str | zipfile.ZipInfo, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as z:
        for name, body in entries:
            z.writestr(name, body)
    return out.getvalue()


def zip_raw(names: list[bytes], flag: int = 0) -> bytes:
    """A zip whose names are these very bytes; `flag` is or-ed into the general purpose bits."""
    data = zip_of(*[("\x01" * len(raw), body) for raw, body in zip(names, BODIES, strict=True)])
    for raw in names:
        data = data.replace(b"\x01" * len(raw), raw, 1)
    for raw in names:
        data = data.replace(b"\x01" * len(raw), raw, 1)
    out = bytearray(data)
    for signature, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = out.find(signature)
        while start >= 0:
            out[start + at + 1] |= flag >> 8
            start = out.find(signature, start + 1)
    return bytes(out)


EXPECTED = [(name, body, None) for name, body in zip(NAMES, BODIES, strict=True)]


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8"])
def test_zip_names_without_the_utf8_mark(encoding: str) -> None:
    assert read(zip_raw([name.encode(encoding) for name in NAMES])) == EXPECTED


def test_zip_names_with_the_utf8_mark() -> None:
    assert read(zip_of(*zip(NAMES, BODIES, strict=True))) == EXPECTED


def test_zip_that_claims_utf8_for_gbk_names() -> None:
    assert read(zip_raw([name.encode("gb18030") for name in NAMES], flag=0x800)) == EXPECTED


def test_zip_unicode_path_field_wins() -> None:
    info = zipfile.ZipInfo("___.doc")
    name = "自评.doc".encode()
    info.extra = struct.pack("<HHBI", 0x7075, 5 + len(name), 1, zlib.crc32(b"___.doc")) + name
    assert read(zip_of((info, b"x"))) == [("自评.doc", b"x", None)]


def test_zip_local_header_spelled_otherwise() -> None:
    data = zip_of(("aaaa.doc", b"x"))
    assert read(data.replace(b"aaaa.doc", b"bbbb.doc", 1)) == [("aaaa.doc", b"x", None)]


def test_folders_give_no_member_and_same_names_stay_apart() -> None:
    with pytest.warns(UserWarning, match="Duplicate name"):
        data = zip_of(("dir/", b""), ("dir/a.txt", b"1"), ("dir/a.txt", b"2"))
    assert read(data) == [("dir/a.txt", b"1", None), ("dir/a.txt#2", b"2", None)]


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("../../etc/a.doc", "etc/a.doc"),
        ("/etc/a.doc", "etc/a.doc"),
        ("C:\\a\\b.doc", "a/b.doc"),
        ("x/../../b.doc", "x/b.doc"),
        ("..", "(无名)"),
    ],
)
def test_names_that_leave_the_archive_are_refused(name: str, path: str) -> None:
    data = zip_of((name, b"x"), ("b\\good.doc", b"y"))
    assert read(data) == [(path, b"", "unsafe-name"), ("b/good.doc", b"y", None)]


def test_links_and_pipes_are_refused() -> None:
    entries = []
    for kind in (stat.S_IFLNK, stat.S_IFIFO):
        info = zipfile.ZipInfo(f"x{kind}")
        info.external_attr = (kind | 0o777) << 16
        entries.append((info, b"/etc/passwd"))
    assert [code for *_, code in read(zip_of(*entries))] == ["link", "special-file"]


def test_encrypted_and_damaged_members_do_not_lose_their_neighbours() -> None:
    data = bytearray(zip_of(("a", b"first"), ("b", b"second"), ("c", b"third"), method=zipfile.ZIP_STORED))
    second = data.find(b"PK\x01\x02", data.find(b"PK\x01\x02") + 1)
    data[second + 8] |= 1
    data[data.find(b"third")] ^= 1
    assert read(bytes(data)) == [("a", b"first", None), ("b", b"", "encrypted"), ("c", b"", "damaged")]


def test_unknown_method() -> None:
    data = bytearray(zip_of(("a", b"first" * 20)))
    data[data.find(b"PK\x01\x02") + 10] = 9
    data[8] = 9
    assert read(bytes(data)) == [("a", b"", "archive-method")]


@pytest.mark.parametrize(
    ("limits", "code"),
    [
        (Limits(ratio=50), "bomb"),
        (Limits(file_bytes=5_000_000), "too-large"),
        (Limits(expanded_bytes=5_000_000, ratio=10**6), "too-large"),
        (Limits(members=0), "too-large"),
    ],
)
def test_bombs_are_refused_before_they_are_read(limits: Limits, code: str) -> None:
    assert read(zip_of(("a", bytes(6_000_000))), "a", limits) == [("a", b"", code)]


def test_a_zip_that_lies_about_its_size_is_damaged() -> None:
    data = bytearray(zip_of(("a", bytes(1_000_000))))
    at = data.find(b"PK\x01\x02")
    data[at + 24 : at + 28] = struct.pack("<I", 10)
    assert read(bytes(data)) == [("a", b"", "damaged")]


def test_an_archive_in_an_archive_is_a_member() -> None:
    inner = zip_of(("x.txt", b"x"))
    assert read(zip_of(("单位.zip", inner), method=zipfile.ZIP_STORED)) == [("单位.zip", inner, None)]


@pytest.mark.parametrize("cut", [20, 30, 40])
def test_a_zip_without_a_whole_member_is_damaged(cut: int) -> None:
    with pytest.raises(Rejected, match="damaged"):
        read(zip_of(("a.txt", b"x" * 100))[:cut])


def test_a_cut_zip_gives_what_is_whole_and_names_the_loss() -> None:
    data = zip_raw([name.encode("gb18030") for name in NAMES])
    second = data.find(b"PK\x03\x04", 10)
    lost = ("(其余部分)", b"", "damaged")
    assert read(data[: second + 70]) == [EXPECTED[0], lost]
    assert read(data[:-30]) == [*EXPECTED, lost]


def tar_of(name: str = NAMES[0], **attributes: object) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", encoding="gb18030", format=tarfile.GNU_FORMAT) as tar:
        info = tarfile.TarInfo(name)
        info.size = 3
        for key, value in attributes.items():
            setattr(info, key, value)
        tar.addfile(info, io.BytesIO(b"one"))
    return out.getvalue()


@pytest.mark.parametrize("pack", [bytes, gzip.compress, bz2.compress, lzma.compress])
def test_tar(pack: object) -> None:
    assert read(pack(tar_of()), "a.tgz") == [(NAMES[0], b"one", None)]  # type: ignore[operator]


def test_tar_links_and_traversal() -> None:
    assert read(tar_of(type=tarfile.SYMTYPE, linkname="/etc/passwd", size=0))[0][2] == "link"
    assert read(tar_of(type=tarfile.FIFOTYPE, size=0))[0][2] == "special-file"
    assert read(tar_of("../a"))[0] == ("a", b"", "unsafe-name")


def test_a_cut_tar_names_what_is_lost() -> None:
    assert [code for *_, code in read(tar_of()[:1024] + b"x" * 600, "a.tar")] == [None, "damaged"]
    assert [code for *_, code in read(tar_of()[:514], "a.tar")] == ["damaged"]


def test_gz_of_one_file() -> None:
    twice = gzip.compress(b"text ") + gzip.compress(b"more")
    assert read(twice, "dir/报告.doc.gz") == [("报告.doc", b"text more", None)]


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress])
def test_compressed_bombs_and_cuts(pack: object) -> None:
    data = pack(bytes(30_000_000))  # type: ignore[operator]
    with pytest.raises(Rejected, match="bomb"):
        read(data, "a.gz", Limits(expanded_bytes=10_000_000))
    with pytest.raises(Rejected, match="damaged"):
        read(data[: len(data) // 2], "a.gz")


def seven_of(*entries: tuple[str, bytes], password: str | None = None) -> bytes:
    import py7zr

    out = io.BytesIO()
    with py7zr.SevenZipFile(out, "w", password=password) as archive:
        for name, body in entries:
            archive.writestr(body, name)
    return out.getvalue()


def test_7z() -> None:
    assert read(seven_of(*zip(NAMES, BODIES, strict=True), ("空.txt", b""))) == [
        *EXPECTED,
        ("空.txt", b"", None),
    ]


def test_7z_encrypted_damaged_and_bomb() -> None:
    with pytest.raises(Rejected, match="encrypted"):
        read(seven_of(("a", b"x"), password="secret"))
    with pytest.raises(Rejected, match="damaged"):
        read(seven_of(("a", b"x" * 1000))[:60])
    assert read(seven_of(("a", bytes(6_000_000)), ("b", b"x"))) == [
        ("a", b"", "bomb"),
        ("b", b"x", None),
    ]


def vint(number: int) -> bytes:
    out = b""
    while number > 0x7F:
        out += bytes([number & 0x7F | 0x80])
        number >>= 7
    return out + bytes([number])


def rar_block(kind: int, flags: int, *parts: bytes) -> bytes:
    body = vint(kind) + vint(flags) + b"".join(parts)
    sized = vint(len(body)) + body
    return struct.pack("<I", zlib.crc32(sized)) + sized


def rar_file(name: str, body: bytes, extra: bytes = b"", mode: int = 0o100644) -> bytes:
    head = [vint(len(extra))] if extra else []
    fields = [vint(len(body)), vint(4), vint(len(body)), vint(mode), struct.pack("<I", zlib.crc32(body))]
    raw = name.encode()
    tail = [vint(0), vint(1), vint(len(raw)), raw, extra]
    return rar_block(2, 3 if extra else 2, *head, *fields, *tail) + body


def rar_of(*files: bytes) -> bytes:
    return b"Rar!\x1a\x07\x01\x00" + rar_block(1, 0, vint(0)) + b"".join(files) + rar_block(5, 0, vint(0))


def record(kind: int, *parts: bytes) -> bytes:
    body = vint(kind) + b"".join(parts)
    return vint(len(body)) + body


GOOD = [rar_file(name, body) for name, body in zip(NAMES, BODIES, strict=True)]
LINK = record(5, vint(1), vint(0), vint(11), b"/etc/passwd")
LOCKED = record(1, vint(0), vint(0), b"\x0f", bytes(16), bytes(16))
with_rar = pytest.mark.skipif(rar_programs.found() is None, reason="no program that unpacks rar")


@with_rar
def test_rar() -> None:
    assert read(rar_of(*GOOD)) == EXPECTED


@with_rar
def test_rar_refusals_keep_the_rest() -> None:
    data = rar_of(
        rar_file("up", b"", LINK, 0o120777), rar_file("../a", b"x"), rar_file("b", b"x", LOCKED), *GOOD
    )
    refused = [("up", b"", "link"), ("a", b"", "unsafe-name"), ("b", b"", "encrypted")]
    assert read(data) == [*refused, *EXPECTED]


@with_rar
def test_rar_with_damaged_member_keeps_the_rest() -> None:
    assert read(rar_of(GOOD[0].replace(b"oneone", b"oneONE", 1), GOOD[1])) == [
        (NAMES[0], b"", "damaged"),
        EXPECTED[1],
    ]


def test_rar_without_a_program_says_how_to_get_one(monkeypatch: pytest.MonkeyPatch) -> None:
    rar_programs.found.cache_clear()
    monkeypatch.setattr(shutil, "which", lambda _: None)
    found = list(members(rar_of(*GOOD), "a.rar"))
    rar_programs.found.cache_clear()
    assert [m.rejected.code for m in found if m.rejected] == ["tool-missing"] * 2
    assert "apt install unar" in str(found[0].rejected)


def test_rar_cut_or_in_volumes() -> None:
    with pytest.raises(Rejected, match="damaged"):
        read(b"Rar!\x1a\x07\x01\x00" + b"\x01\x02\x03")
    cut = read(rar_of(*GOOD)[:-200])
    assert [code for *_, code in cut] == ["damaged", None]
    second = b"Rar!\x1a\x07\x01\x00" + rar_block(1, 0, vint(3), vint(1)) + GOOD[0]
    with pytest.raises(Rejected, match="archive-volume"):
        read(second)


def test_mail_gives_its_text_and_attachments() -> None:
    mail = EmailMessage()
    mail["To"], mail["Subject"] = "caiz@example.org", "自评"
    mail.set_content("正文")
    mail.add_alternative("<p>正文</p>", subtype="html")
    mail.add_attachment(b"doc", maintype="application", subtype="msword", filename="自评表.doc")
    found = read(mail.as_bytes(), "a.eml")
    assert found[0] == ("正文1.html", "\ufeff<p>正文</p>\n".encode(), None)
    assert found[1] == ("自评表.doc", b"doc", None)
    assert len(found) == 2


def test_damage_is_refused_and_never_crashes() -> None:
    """Bytes changed at random in archives of every kind."""
    mail = EmailMessage()
    mail.add_attachment(b"doc", maintype="application", subtype="msword", filename="自评表.doc")
    entries = list(zip(NAMES, BODIES, strict=True))
    tar = tar_of()
    whole = [
        zip_of(*entries),
        zip_raw([n.encode("gb18030") for n in NAMES], flag=0x800),
        seven_of(*entries),
        tar,
    ]
    whole += [gzip.compress(tar), bz2.compress(tar), lzma.compress(tar), mail.as_bytes()]
    chance = random.Random(20240402)
    for number in range(400):
        spoiled = bytearray(whole[number % len(whole)])
        for _ in range(chance.choice([1, 3, 10])):
            spoiled[chance.randrange(len(spoiled))] = chance.choice([0, 1, 128, 255])
        try:
            if is_archive(sniff(bytes(spoiled), "a")):
                assert all(path and ".." not in path.split("/") for path, *_ in read(bytes(spoiled)))
        except Rejected as verdict:
            assert verdict.code in {"damaged", "encrypted", "archive-volume", "archive-method", "bomb"}


def test_what_is_an_archive() -> None:
    assert [f for f in ("zip", "rar", "7z", "tar", "gzip", "eml", "docx", "pdf", "iso") if is_archive(f)] == [
        "zip", "rar", "7z", "tar", "gzip", "eml",
    ]  # fmt: skip
