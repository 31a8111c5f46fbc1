"""Files that mean harm: one of every kind, each time with other bytes.

Nothing in them works anywhere: addresses lead to this machine's closed ports, macros are empty.
"""

from __future__ import annotations

import io
import random
import zipfile
import zlib
from collections.abc import Callable

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_BODY, _RELATIONS = "word/document.xml", "word/_rels/document.xml.rels"
_LOL = "<!DOCTYPE x [<!ENTITY a 'ha'>" + "".join(
    f"<!ENTITY {chr(98 + n)} '{('&' + chr(97 + n) + ';') * 10}'>" for n in range(9)
)
_NESTED = "<w:tbl><w:tr><w:tc>" * 200 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 200
_OUTSIDE = (
    '<Relationship Id="rIdX" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
    'attachedTemplate" Target="http://127.0.0.1:9/t.dotm" TargetMode="External"/></Relationships>'
)
_ALIVE = "附件4：\n2021年度自评情况汇总表\n\t单位\n\t预算数\n\n\t=HYPERLINK(1)<script>alert(1)</script>\n\t@SUM(1)\n"


def docx(model: bytes, body: str, prolog: str = "", more: dict[str, bytes] | None = None) -> bytes:
    """A Word document with the parts of `model` whose body is the given XML; `more` replaces parts."""
    xml = f'<?xml version="1.0"?>{prolog}<w:document {_W}><w:body>{body}</w:body></w:document>'
    parts = _parts(model) | {_BODY: xml.encode()} | (more or {})
    return _zipped(parts)


def paragraph(text: str) -> str:
    """A paragraph of Word's XML."""
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def hostile(model: bytes, salt: int) -> dict[str, bytes]:
    """Files by name; `model` is a good Word document, `salt` makes their bytes differ from other salts'."""
    return {
        f"{kind.partition('.')[0]}{salt}.{kind.partition('.')[2]}": make(model, salt)
        for kind, make in KINDS.items()
    }


def _bomb(model: bytes, salt: int) -> bytes:
    return docx(model, paragraph("0" * (240 << 20) + str(salt)))


def _outside(model: bytes, salt: int) -> bytes:
    relations = _parts(model)[_RELATIONS].decode().replace("</Relationships>", _OUTSIDE)
    return _zipped(_parts(model) | {_RELATIONS: relations.encode(), "salt.txt": b"%d" % salt})


def _span(model: bytes, salt: int) -> bytes:
    cell = '<w:tc><w:tcPr><w:gridSpan w:val="2000000000"/></w:tcPr>' + paragraph(f"指标{salt}") + "</w:tc>"
    return docx(model, f"<w:tbl><w:tr>{cell}</w:tr></w:tbl>")


def _torn(model: bytes, salt: int) -> bytes:
    return model[: len(model) * (salt % 80 + 10) // 100]


def _noise(_: bytes, salt: int) -> bytes:
    return random.Random(salt).randbytes(20_000)


def _flipped(model: bytes, salt: int) -> bytes:
    chance, data = random.Random(salt), bytearray(model)
    for _ in range(200):
        data[chance.randrange(len(data))] = chance.randrange(256)
    return bytes(data)


def _fleeing(model: bytes, salt: int) -> bytes:
    """An archive whose members would lie elsewhere, one a link."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in ("../../逃.txt", "/etc/逃.txt", "C:\\逃.txt", "..\\..\\逃.txt"):
            archive.writestr(name, f"逃{salt}")
        link = zipfile.ZipInfo("连接.txt")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
    return out.getvalue()


def _nested_archives(_: bytes, salt: int) -> bytes:
    data = _zipped({"a.txt": f"附件{salt}".encode()})
    for _level in range(6):
        data = _zipped({"x.zip": data})
    return data


def _archive_bomb(_: bytes, salt: int) -> bytes:
    bomb = _zipped({f"{n}.txt": bytes(40 << 20) + b"%d" % salt for n in range(3)})
    return _zipped({f"{n}.zip": bomb + b"%d" % n for n in range(8)})


def _page_bomb(_: bytes, salt: int) -> bytes:
    """A PDF whose one stream expands a thousandfold."""
    stream = zlib.compress(b"0 0 m " * (30 << 20))
    head = b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    page = b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99999 99999]/Contents 4 0 R>>endobj\n"
    content = b"4 0 obj<</Filter/FlateDecode/Length %d>>stream\n%s\nendstream endobj\n" % (
        len(stream),
        stream,
    )
    return head + page + content + b"trailer<</Root 1 0 R/Salt %d>>" % salt


def _fixed(data: bytes) -> Callable[[bytes, int], bytes]:
    return lambda _, salt: data + b"\n%d" % salt


def _word(body: str, prolog: str = "", more: dict[str, bytes] | None = None) -> Callable[[bytes, int], bytes]:
    return lambda model, salt: docx(model, body + paragraph(str(salt)), prolog, more)


KINDS: dict[str, Callable[[bytes, int], bytes]] = {
    "炸弹.docx": _bomb,
    "实体.docx": _word(paragraph("&j;"), _LOL + "]>"),
    "外部实体.docx": _word(paragraph("&x;"), "<!DOCTYPE x [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"),
    "外部关系.docx": _outside,
    "宏.docm": _word(paragraph("附件"), more={"word/vbaProject.bin": b"\xd0\xcf\x11\xe0"}),
    "深.docx": _word(_NESTED),
    "跨度.docx": _span,
    "残.docx": _torn,
    "损.docx": _flipped,
    "深.html": _fixed(b"<div>" * 200_000 + "附件".encode()),
    "行.html": _fixed(b"<table>" + b"<tr><td rowspan=65000 colspan=9000>x</td></tr>" * 300 + b"</table>"),
    "百万.txt": _fixed(("\t一\n" * 700_000).encode()),
    "数字.txt": _fixed(b"1" * 3_000_000),
    "逗号.txt": _fixed(b"1,234." * 500_000),
    "控制.txt": _fixed("附件4：\x1b[31m红\x07\x00\u202e倒\ufffe\n".encode("utf-8", "surrogatepass")),
    "公式.txt": _fixed(_ALIVE.encode()),
    "杂.doc": _noise,
    "假.pdf": _fixed(b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 1 0 R>>endobj\ntrailer<</Root 1 0 R>>"),
    "页.pdf": _page_bomb,
    "假.xls": _fixed(bytes.fromhex("d0cf11e0a1b11ae1") + b"\xff" * 4096),
    "假.rtf": _fixed(b"{\\rtf1" + b"{" * 100_000),
    "密.docx": _fixed(bytes.fromhex("d0cf11e0a1b11ae1") + "EncryptedPackage".encode("utf-16-le")),
    "逃.zip": _fleeing,
    "套.zip": _nested_archives,
    "弹.zip": _archive_bomb,
}
"""How each kind is made; the ending of the name is what the file claims to be."""


def _parts(model: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(model)) as source:
        return {info.filename: source.read(info) for info in source.infolist()}


def _zipped(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()
