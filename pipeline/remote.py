"""Input folders on an object store or another machine, by an address such as s3://bucket/2021.

Everything goes through fsspec, which comes with the cluster's parts; each kind of store needs a package of
its own besides (s3fs, gcsfs, adlfs …) and takes its keys from where that package looks for them. Workers read
the objects themselves, so nothing is laid down on the machine that drives the run.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import IO, Any, TypeAlias

import regex

from pipeline import verdicts
from pipeline.refusal import Refused
from pipeline.walking import Entry, is_litter, printable

Place: TypeAlias = Path | str
"""A folder or file: a path here, or the address of one elsewhere."""


_S3 = ("botocore.exceptions", "BotoCoreError"), ("botocore.exceptions", "ClientError")
_GOOGLE = ("gcsfs.retry", "HttpError"), ("google.auth.exceptions", "GoogleAuthError")
_AZURE = (("azure.core.exceptions", "AzureError"),)
_WEB = (("aiohttp", "ClientError"),)
_FAULTS = {
    "s3": _S3, "s3a": _S3, "gs": _GOOGLE + _WEB, "gcs": _GOOGLE + _WEB, "abfs": _AZURE, "az": _AZURE,
    "http": _WEB, "https": _WEB,
}  # fmt: skip
"""What a store's package raises that is no OSError: (module, class)."""


def place(given: Place) -> Place:
    """What the user named: an address stays as it is, anything else is a path."""
    return given.rstrip("/") if isinstance(given, str) and is_remote(given) else Path(given)


def is_remote(where: Place) -> bool:
    """Whether a folder or file is named by an address."""
    return isinstance(where, str) and "://" in where


def was_address(path: Path) -> bool:
    """Whether a path was made of an address: `s3:/bucket`, but not a drive's `D:/`."""
    return bool(regex.match(r"[A-Za-z][\w+.-]+:/", path.as_posix()))


def name(folder: Place) -> str:
    """The last part of a folder's name: its root in the dataset."""
    return posixpath.basename(folder) if isinstance(folder, str) else folder.resolve().name


def is_folder(address: str) -> bool:
    """Whether an address leads to a folder. Raises Refused where nothing can be reached."""
    system, path = _store(address)
    try:
        with _reached(address):
            return bool(system.isdir(path))
    except OSError as error:
        raise Refused(f"无法访问 {address}，请检查地址、网络和访问密钥：{error}") from error


def walk(address: str) -> Iterator[Entry]:
    """Every object below an address by name, as `pipeline.walking.walk` gives the files of a folder.

    Raises Refused where the list cannot be had.
    """
    system, root = _store(address)
    try:
        with _reached(address):
            found = sorted(system.find(root, detail=True).items())
    except OSError as error:
        raise Refused(f"列出 {address} 中的文件时出错，请稍后再运行：{error}") from error
    for path, about in found:
        shown = printable(path.removeprefix(root).lstrip("/"))
        where = system.unstrip_protocol(path)
        if about.get("islink"):
            yield Entry(shown, where, verdicts.LINK, readable=False)
        elif about.get("type") != "file":
            yield Entry(shown, where, verdicts.SPECIAL, readable=False)
        else:
            yield Entry(shown, where, verdicts.LITTER if is_litter(shown) else None)


@contextmanager
def opened(address: str) -> Iterator[IO[bytes]]:
    """An object, for reading within `with`. Raises OSError where it cannot be had."""
    system, path = _store(address)
    with _reached(address), system.open(path, "rb") as file:
        yield file


@contextmanager
def _reached(address: str) -> Iterator[None]:
    """Turn what a store's package raises into OSError: each has errors of its own."""
    faults = _faults(address.partition("://")[0])
    try:
        yield
    except faults as error:
        raise OSError(str(error) or type(error).__name__) from error


@cache
def _faults(kind: str) -> tuple[type[Exception], ...]:
    """The errors of a kind of store beside OSError, of the packages that are there."""
    found = []
    for module, name in _FAULTS.get(kind, ()):
        with suppress(ImportError, AttributeError):
            found.append(getattr(import_module(module), name))
    return tuple(found)


def _store(address: str) -> tuple[Any, str]:
    """The file system of an address, and the path in it. Raises Refused with the remedy."""
    kind, _, rest = address.partition("://")
    system = _system(kind)
    return system, system._strip_protocol(f"{kind}://{rest}")


@cache
def _system(kind: str) -> Any:
    try:
        import fsspec
    except ImportError:
        raise Refused("读取网络存储需要集群组件，请安装：pip install 'hedui[cluster]'") from None
    try:
        return fsspec.filesystem(kind)
    except ImportError as error:
        raise Refused(f"读取 {kind}:// 还需要安装相应的组件：{error}") from error
    except ValueError:
        raise Refused(f"不认识 {kind}:// 这种地址；可用的有文件夹路径、s3:// 等。") from None
