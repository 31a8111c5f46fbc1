"""The names of formats, with the sentence for one that no reader serves."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

import msgspec

from extractors.document import Rejected


class Format(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One entry of `data/formats.toml`."""

    name: str
    code: str = "unsupported-format"
    advice: str = "请另存为 Word、Excel 或 PDF 后重新报送。"


@cache
def formats() -> dict[str, Format]:
    """Every format id that sniffing can tell, with its Chinese name."""
    text = files("extractors").joinpath("data/formats.toml").read_text("utf-8")
    return msgspec.convert(tomllib.loads(text), dict[str, Format])


def refusal(format_id: str) -> Rejected:
    """Why a file of this format is not read, in a sentence that says what to do."""
    entry = formats().get(format_id) or formats()["unknown"]
    return Rejected(entry.code, f"{entry.name}：{entry.advice}")
