"""Where persons are named in a text: beside a post, after a label, in a list that one of them begins."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import Any

import regex

from extractors.words import is_verb, segment

_BLANKS = r"[ \u3000]{0,4}"
_NOTE = r"(?:[（(][^（）()\n]{1,20}+[）)])?"
_COMMON = 1_000  # occurrences from which a word of the dictionary is no name even in a list
_END = regex.compile(r"(?=\s|$|[^\p{Han}])")
_BETWEEN = regex.compile(rf"{_NOTE}(?:[ \u3000]{{0,4}}[、，,；;/和与及][ \u3000]{{0,4}}|[ \u3000]{{1,6}})")


def names(text: str) -> Iterator[tuple[int, int]]:
    """Spans of names, in no order, perhaps more than once. Linear in the text."""
    begun: set[int] = set()
    for found in _told().finditer(text):
        yield from _listed(text, found.end(), begun, certain=_is_label(found[0]))
    for found in (*_before_title().finditer(text), *_acting().finditer(text)):
        if not is_ordinary(found["name"], strict=True):
            yield found.span("name")


def covered(name: str) -> str:
    """A name of which the surname is left: 李某, 欧阳某."""
    plain = regex.sub(r"[\s·•]", "", name)
    return next(
        (f"{each}某" for each in _words()["surnames"]["double"] if plain.startswith(each)), f"{name[0]}某"
    )


def _listed(text: str, start: int, begun: set[int], *, certain: bool) -> Iterator[tuple[int, int]]:
    """The name at a place and those listed behind it; `certain` after a colon, where no verb may follow.

    `begun` holds the places that were looked at: a list with a post before each name is walked once.
    """
    while start not in begun:
        begun.add(start)
        span = _name(text, start, certain=certain)
        if span is None:
            return
        yield span
        between = _BETWEEN.match(text, span[1])
        if between is None:
            return
        title = _told().match(text, between.end())
        start, certain = (title or between).end(), True


def _name(text: str, start: int, *, certain: bool) -> tuple[int, int] | None:
    """The name that begins at a place: the longest that ends where a name may end."""
    foreign = _foreign().match(text, start)
    if foreign:
        return foreign.span()
    head = _head().match(text, start)
    if head is None or (not certain and head[0] in _words()["surnames"]["weak"]):
        return None
    ends = [given.end() for pattern in _given() if (given := pattern.match(text, head.end()))]
    for follows in (_plainly, _perhaps):
        for end in ends:
            if follows is _perhaps and _cuts_word(text, start, end, strict=not certain):
                continue
            if follows(text, end) and not is_ordinary(text[start:end], strict=not certain):
                return start, end
    return None


def _plainly(text: str, end: int) -> bool:
    """Whether a name may end here: at a mark, before a post, before a verb of two characters."""
    words = _words()
    after = [*words["titles"]["after"], *(word for word in words["words"]["follow"] if len(word) > 1)]
    return _END.match(text, end) is not None or text.startswith(tuple(after), end)


def _perhaps(text: str, end: int) -> bool:
    """The same before a word of one character, which may be part of the name."""
    return text.startswith(tuple(word for word in _words()["words"]["follow"] if len(word) == 1), end)


def is_ordinary(name: str, *, strict: bool) -> bool:
    """Whether this is a word, an office or a place rather than a name."""
    name = regex.sub(r"\s", "", name)
    words = _words()["words"]
    if name.startswith(tuple(words["never"])) or name[-1] in words["places"] + words["behind"]:
        return True
    return _is_word(name, strict=strict)


def _is_word(text: str, *, strict: bool) -> bool:
    return _dictionary().get(text, 0) >= (1 if strict else _COMMON)


def _cuts_word(text: str, start: int, end: int, *, strict: bool) -> bool:
    """Whether a name before a word of one character would begin a verb, or end within a word.

    安排工|作, 任劳|任怨, 方案制|作; 江海洋|作动员 is a name all the same.
    """
    if _is_word(text[start : start + 4], strict=strict):
        return True
    if not _is_word(text[start : start + 2], strict=strict):
        return False
    words = segment(text[start : end + 2])
    return is_verb(words[0]) or end - start not in accumulate(len(word) for word, _ in words)


def _is_label(told: str) -> bool:
    return told.rstrip().endswith(("：", ":")) or "签" in told


@cache
def _told() -> regex.Pattern[str]:
    """A post with what may stand between it and the name; a label with its colon."""
    titles = "|".join(sorted(map(regex.escape, _words()["titles"]["words"]), key=len, reverse=True))
    labels = "|".join(sorted(map(regex.escape, _words()["titles"]["labels"]), key=len, reverse=True))
    between = "|".join(_words()["words"]["between"])
    mark = (
        r"(?:签[字名章]?|姓名|及(?:联系)?电话)?(?:[（(][^（）()\n]{1,12}+[）)])?"
        rf"[ \u3000]{{0,6}}(?:[：:][ \u3000]{{0,8}}|(?:{between})?)"
    )
    return regex.compile(
        rf"(?:{titles}){mark}|(?:{labels})(?:[（(][^（）()\n]{{1,12}}+[）)])?[：:][ \u3000]{{0,8}}"
    )


@cache
def _before_title() -> regex.Pattern[str]:
    after = "|".join(sorted(map(regex.escape, _words()["titles"]["after"]), key=len, reverse=True))
    return regex.compile(
        rf"(?<=^|[^\p{{Han}}]|[由请经与和及对向派是])(?P<name>(?:{_surnames()})(?:\p{{Han}}{{1,2}}?|某{{1,2}})"
        rf"|\p{{Han}}{{1,6}}[·•]\p{{Han}}{{1,6}}?)(?=副?(?:{after}))"
    )


@cache
def _acting() -> regex.Pattern[str]:
    """由古建华负责: who does it, without a post."""
    return regex.compile(
        rf"(?<=[由指定])(?P<name>(?:{_surnames()})\p{{Han}}{{1,2}}?)(?=同志|具体负责|专门负责|负责|牵头|担任|兼任)"
    )


@cache
def _head() -> regex.Pattern[str]:
    return regex.compile(_surnames())


def _surnames() -> str:
    held = _words()["surnames"]
    return rf"(?:{'|'.join(held['double'])}|[{''.join(held['single'].split())}])"


@cache
def _given() -> tuple[regex.Pattern[str], ...]:
    return regex.compile(rf"{_BLANKS}\p{{Han}}{{2}}"), regex.compile(rf"{_BLANKS}\p{{Han}}")


@cache
def _foreign() -> regex.Pattern[str]:
    return regex.compile(r"\p{Han}{1,6}[·•]\p{Han}{1,6}?(?=同志|任|为|等|负责|[^\p{Han}]|$)")


@cache
def _words() -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / "personal.toml").read_text(encoding="utf-8"))


@cache
def _dictionary() -> dict[str, int]:
    """Words of two to four characters that are no names of persons, with their counts."""
    from importlib.resources import files

    out = {}
    for line in (files("jieba") / "dict.txt").read_text(encoding="utf-8").splitlines():
        word, count, kind = line.split(" ")
        if 2 <= len(word) <= 4 and not kind.startswith("nr"):
            out[word] = int(count)
    return out
