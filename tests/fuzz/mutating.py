"""Broken variants of good files: bytes flipped, torn, doubled; inside packages, parts and elements too."""

from __future__ import annotations

import io
import random
import zipfile
import zlib

import regex

_NUMBERS = (
    b"\xff\xff\xff\xff",
    b"\x00\x00\x00\x00",
    b"\x7f\xff\xff\xff",
    b"\xff\xff\xff\x7f",
    b"\x01\x00\x00\x80",
)
_VALUES = (b"-1", b"0", b"99999999999", b"2147483648", b"1e309", b"", b"NaN", "甲".encode())
_TAG = regex.compile(rb"<[^<>]{1,200}+>")
_ATTRIBUTE = regex.compile(rb'="([^"<>]{0,40}+)"')


def mutated(data: bytes, chance: random.Random) -> bytes:
    """A variant of a file. A package is opened half of the time, so that its parts are reached at all."""
    if data[:2] == b"PK" and chance.random() < 0.8:
        return _package(data, chance)
    for _ in range(chance.choice((1, 1, 2, 5, 20))):
        data = chance.choice(_BYTES)(data, chance)
    return data


def _flip(data: bytes, chance: random.Random) -> bytes:
    out = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        if out:
            out[chance.randrange(len(out))] = chance.randrange(256)
    return bytes(out)


def _number(data: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(data) + 1)
    return data[:start] + chance.choice(_NUMBERS) + data[start + 4 :]


def _tear(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data) + 1)]


def _lose(data: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(data) + 1)
    return data[:start] + data[start + chance.choice((1, 2, 16, 512, 4096)) :]


def _double(data: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(data) + 1)
    piece = data[start : start + chance.choice((1, 4, 64, 2048))]
    return data[:start] + piece * chance.choice((2, 3, 50)) + data[start:]


def _swap(data: bytes, chance: random.Random) -> bytes:
    first, second = sorted(chance.randrange(len(data) + 1) for _ in range(2))
    size = chance.choice((1, 8, 128))
    middle = data[first + size : second]
    return (
        data[:first]
        + data[second : second + size]
        + middle
        + data[first : first + size]
        + data[second + size :]
    )


def _lose_tag(data: bytes, chance: random.Random) -> bytes:
    tags = list(_TAG.finditer(data))
    if not tags:
        return _lose(data, chance)
    tag = chance.choice(tags)
    return data[: tag.start()] + data[tag.end() :]


def _repeat_tags(data: bytes, chance: random.Random) -> bytes:
    tags = list(_TAG.finditer(data))
    if not tags:
        return _double(data, chance)
    first = chance.randrange(len(tags))
    last = min(first + chance.randint(0, 30), len(tags) - 1)
    piece = data[tags[first].start() : tags[last].end()]
    return data[: tags[first].start()] + piece * chance.choice((2, 10)) + data[tags[first].start() :]


def _other_value(data: bytes, chance: random.Random) -> bytes:
    found = list(_ATTRIBUTE.finditer(data))
    if not found:
        return _number(data, chance)
    value = chance.choice(found)
    return data[: value.start(1)] + chance.choice(_VALUES) + data[value.end(1) :]


_BYTES = (_flip, _number, _tear, _lose, _double, _swap)
_MARKUP = (_lose_tag, _repeat_tags, _other_value, _other_value, _flip, _lose)


def _package(data: bytes, chance: random.Random) -> bytes:
    """A zip whose parts are broken, missing or doubled, but whose frame is whole."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as source:
            parts = [(info.filename, source.read(info)) for info in source.infolist()]
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, NotImplementedError):
        return _flip(data, chance)
    for _ in range(chance.choice((1, 1, 3))):
        index = chance.randrange(len(parts))
        name, part = parts[index]
        for _ in range(chance.choice((1, 2, 6))):
            part = chance.choice(_MARKUP)(part, chance)
        parts[index] = (name, part)
    if chance.random() < 0.1:
        del parts[chance.randrange(len(parts))]
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, part in parts:
            made.writestr(name, part)
    return out.getvalue()
