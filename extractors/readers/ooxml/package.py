"""Opens an office package: sizes are judged before anything is inflated."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Mapping
from typing import Protocol

import msgspec
from lxml import etree

from extractors.document import Limits, ReadIssue, Rejected
from extractors.readers.ooxml.parsing import parse_xml
from extractors.readers.ooxml.salvage import salvaged

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SMALL = 1 << 20  # a part below this expands to nothing that hurts, whatever its ratio
_UNREADABLE = (zipfile.BadZipFile, zlib.error, EOFError, ValueError, OSError, NotImplementedError)
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


class _Source(Protocol):
    """Where parts come from: a zip file, or parts already in memory."""

    def names(self) -> list[str]: ...
    def read(self, name: str) -> bytes: ...


class Package(msgspec.Struct):
    """The parts of a document by name, without a leading slash, as the package spells them."""

    source: _Source
    names: dict[str, str]  # folded name -> name
    issues: list[ReadIssue] = []

    def read(self, name: str) -> bytes | None:
        """The bytes of a part, None where there is none. Raises Rejected (damaged, bomb, too-large)."""
        found = self.names.get(name.lstrip("/").lower())
        return None if found is None else self.source.read(found)

    def read_optional(self, name: str) -> bytes | None:
        """The same for a part without which the document can still be read: damage is an issue."""
        try:
            return self.read(name)
        except Rejected as verdict:
            if verdict.code != "damaged":
                raise
            message = f"文档的 {name} 部分已损坏，编号或样式可能与原文不同。"
            self.issues.append(ReadIssue(code="damaged-part", severity="doubt", message=message))
            return None

    def relations(self, part: str) -> dict[str, tuple[str, str]]:
        """Relationship id -> (last word of its type, target) of a part; `''` is the package."""
        folder, name = posixpath.split(part)
        data = self.read_optional(posixpath.join(folder, "_rels", f"{name}.rels"))
        if not data:
            return {}
        found = {}
        for relation in parse_xml(data).iterchildren(_RELATION):
            target = relation.get("Target", "")
            if relation.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            found[relation.get("Id", "")] = (relation.get("Type", "").rpartition("/")[2], target)
        return found

    def main_part(self, default: str) -> str:
        """The name of the part that holds the document itself."""
        targets = (target for kind, target in self.relations("").values() if kind == "officeDocument")
        return next((target for target in targets if target.lower() in self.names), default)

    def xml(self, name: str) -> etree._Element | None:
        """An optional part, parsed."""
        data = self.read_optional(name)
        return parse_xml(data) if data else None


class _Zip:
    """A zip file whose members are read within limits."""

    def __init__(self, file: zipfile.ZipFile, limits: Limits) -> None:
        self.file = file
        self.limits = limits

    def names(self) -> list[str]:
        return self.file.namelist()

    def read(self, name: str) -> bytes:
        info = self.file.getinfo(name)
        _judge(info.file_size, info.compress_size, self.limits)
        if info.flag_bits & 1:
            raise Rejected("encrypted", "文档设有打开密码，请取消密码后重新报送。")
        try:
            return self.file.read(info)
        except _UNREADABLE as fault:
            raise Rejected(
                "damaged", f"文件已损坏（{name} 无法解压），请用原软件打开并另存后重新报送。"
            ) from fault


class _Memory:
    """Parts that are in memory already."""

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        self.parts = parts

    def names(self) -> list[str]:
        return list(self.parts)

    def read(self, name: str) -> bytes:
        return self.parts[name]


def open_package(data: bytes, limits: Limits, needed: str) -> Package:
    """Open a package from its bytes; `needed` is the part without which nothing can be read.

    A file cut short is read from its local headers where `needed` is whole, with an issue of
    severity doubt. Raises Rejected: encrypted, truncated, damaged, bomb, too-large.
    """
    if data.startswith(_OLE):
        raise _not_a_zip(data)
    try:
        file = zipfile.ZipFile(io.BytesIO(data))
    except _UNREADABLE as fault:
        parts = salvaged(data, limits)
        if needed not in parts:
            raise _unreadable(data) from fault
        message = "文件不完整（结尾缺失），已从完好的部分读出正文；请核对后重新报送完整文件。"
        issue = ReadIssue(code="truncated", severity="doubt", message=message)
        return from_parts(parts, [issue])
    if len(file.filelist) > limits.members:
        raise Rejected("bomb", f"文件内部有 {len(file.filelist)} 个部分，远超正常文档，未读。")
    if sum(info.file_size for info in file.filelist) > limits.expanded_bytes:
        raise Rejected(
            "too-large", f"文件展开后超过 {limits.expanded_bytes >> 20} MB，未读；请拆分后重新报送。"
        )
    return _package(_Zip(file, limits))


def from_parts(parts: Mapping[str, bytes], issues: list[ReadIssue] | None = None) -> Package:
    """A package of parts that are in memory (Flat OPC, a salvaged file)."""
    package = _package(_Memory(parts))
    package.issues += issues or []
    return package


def _package(source: _Source) -> Package:
    return Package(source, {_folded(name): name for name in source.names()}, [])


def _folded(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()


def _judge(size: int, packed: int, limits: Limits) -> None:
    """Refuse a part that would be too large or expands beyond belief, before it is inflated."""
    if size > _SMALL and size > limits.ratio * max(packed, 1):
        raise Rejected("bomb", "文件内部压缩比异常，疑似压缩炸弹，未读。")
    if size > limits.expanded_bytes // 4:
        raise Rejected("too-large", f"文件的一个部分展开后有 {size >> 20} MB，未读；请拆分后重新报送。")


def _not_a_zip(data: bytes) -> Rejected:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return Rejected("encrypted", "文档设有打开密码，请取消密码后重新报送。")
    return Rejected("damaged", "不是 Office 2007 以后的文档，请用原软件打开并另存后重新报送。")


def _unreadable(data: bytes) -> Rejected:
    if data.startswith(b"PK\x03\x04") and b"PK\x05\x06" not in data[-66_000:]:
        return Rejected("truncated", "文件不完整（可能上传或复制时被截断），请重新报送完整文件。")
    return Rejected("damaged", "文件已损坏，无法打开，请用原软件修复并另存后重新报送。")
