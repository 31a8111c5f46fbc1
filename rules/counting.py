"""Members of a list in running text, every way that they may be counted."""

from __future__ import annotations

import regex

_BRACKETS = regex.compile(r"[（(【\[][^（()）】\]]{0,200}[)）】\]]|《[^《》]{0,60}》|“[^“”]{0,60}”")
_JOINED = regex.compile(r"(?:以及|和|与|及|或)")
_ORDERED = regex.compile(
    r"(?:^|[；;，,。：:\s])\s*+(?:[一二三四五六七八九十]{1,2}是|第[一二三四五六七八九十]|[（(]?\d{1,2}[)）.、．]|[①-⑳])"
)
_MARKS = [regex.compile(f"[{marks}]") for marks in ("、", "，,", "；;", "、，,", "、；;", "、，,；;")]
_MOST = 60


def counts(text: str) -> set[int]:
    """How many members a list may have: by 、 by ， by ； by ordinals; with 和 joining two or one.

    What stands in brackets, titles, quotes is no separator.
    """
    plain = _BRACKETS.sub("", text[: _MOST * 20]).strip(" ，,、；;。：:")
    if not plain:
        return set()
    out = set()
    for marks in _MARKS:
        parts = [part for part in marks.split(plain) if part.strip()]
        joined = sum(len(_JOINED.findall(part)) for part in parts)
        out |= set(range(len(parts), len(parts) + min(joined, _MOST) + 1))
    ordered = len(_ORDERED.findall(text))
    return out | {ordered} if ordered > 1 else out


def members(text: str) -> list[str]:
    """The members of a list by 、, brackets left out."""
    return [part.strip() for part in _BRACKETS.sub("", text).split("、") if part.strip()]
