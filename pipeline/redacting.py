"""Personal data covered in what is published: names, phones, identity numbers, accounts, addresses."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any

import regex

from pipeline.persons import covered, is_ordinary, names
from rules.persons import find_personal

_COVER = "＊"
_WORDS = r"[\s：:为是号码]{0,8}+"
_EMAIL = regex.compile(
    r"[A-Za-z0-9][A-Za-z0-9_.+-]{0,63}+@[A-Za-z0-9-]{1,63}+(?:\.[A-Za-z0-9-]{1,63}+){1,4}+"
)
_MOBILE = regex.compile(
    r"(?<![\d.])(?:\+?86[- ]?)?1[3-9]\d[-— ]?\d{4}[-— ]?\d{4}(?![\d.])"
    r"|(?<!\d)[48]00[- ]\d{3,4}[- ]\d{3,4}(?!\d)"
)
_TOLD = regex.compile(
    rf"(?:电话|手机|传真|座机|联系方式|联系号码|微信|QQ|qq|身份证件?|证件){_WORDS}(?P<number>[A-Za-z0-9][A-Za-z0-9_-]{{4,31}}+)"
)
_ACCOUNT = regex.compile(
    rf"(?:[账帐][号户]|卡号|银行卡|开户行[^，。；\n]{{0,30}}){_WORDS}(?P<number>\d(?:[ -]?\d){{7,25}}+)"
)
_CARD = regex.compile(r"(?<![\d.])(?:62|4|5)\d{2,3}(?:[ -]?\d{4}){3}(?:[ -]?\d{1,3})?(?![\d.])")
_ALONE = regex.compile(r"\p{Han}[ \u3000]{0,4}\p{Han}{1,3}|\p{Han}{1,5}·\p{Han}{1,6}")
_NUMBER = regex.compile(r"\d[\d -]{5,}+")
_OPAQUE = {"at", "places", "text_places", "status", "code", "error_code", "root", "use", "reader_version"}


def redact(text: str) -> str:
    """Names, phones, identity and account numbers, mail addresses covered; everything else as it stands.

    A covered name keeps its surname; of a number nothing stays. Linear in the text.
    """
    plain = _narrow(text)
    covers = [(start, end, _COVER * (end - start)) for start, end in _joined(_numbers(plain))]
    covers += [(start, end, covered(text[start:end])) for start, end in _names(plain)]
    done = len(text)
    for start, end, cover in sorted(covers, reverse=True):
        last = min(end, done)  # where two overlap both are covered
        text, done = text[:start] + cover[: last - start] + text[last:], start
    return text


def redact_person(text: str) -> str:
    """A cell in which a form asks for a person: a bare name or number in it is covered, too."""
    if _ALONE.fullmatch(text.strip()):
        return covered(text.strip())
    return _NUMBER.sub(lambda found: _COVER * len(found[0]), redact(text))


def redact_value(name: str, value: Any) -> Any:
    """A value of a column, lists and maps within; identifiers, places and codes stay as they are."""
    if name in _OPAQUE or name.endswith(("_id", "_at")):
        return value
    if isinstance(value, str):
        return redact(value)
    if isinstance(value, list):
        return [redact_value(name, each) for each in value]
    if isinstance(value, dict):
        return {key: redact_value(key, each) for key, each in value.items()}
    return value


def _joined(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans that overlap as one."""
    out: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if out and start < out[-1][1]:
            out[-1] = out[-1][0], max(out[-1][1], end)
        else:
            out.append((start, end))
    return out


def _numbers(text: str) -> Iterator[tuple[int, int]]:
    for pattern in (_EMAIL, _MOBILE):
        yield from (found.span() for found in pattern.finditer(text))
    for pattern in (_TOLD, _ACCOUNT):
        yield from (
            found.span("number") for found in pattern.finditer(text) if any(map(str.isdigit, found["number"]))
        )
    yield from (found.span() for found in _CARD.finditer(text) if _is_card(found[0]))
    yield from ((each.start, each.end) for each in find_personal(text) if each.kind != "name")


def _names(text: str) -> Iterator[tuple[int, int]]:
    """Names as rules know them, and as people write them in lists and labels; no part of another twice."""
    told = [each for each in find_personal(text) if each.kind == "name"]
    also = [(each.start, each.end) for each in told if not is_ordinary(each.text, strict=True)]
    return iter(_joined([*names(text), *also]))


def _is_card(number: str) -> bool:
    """Whether the last digit is that of a bank card (ISO/IEC 7812-1 annex B)."""
    digits = [int(character) for character in number if character.isdigit()][::-1]
    return (
        sum(digit if place % 2 == 0 else sum(divmod(2 * digit, 10)) for place, digit in enumerate(digits))
        % 10
        == 0
    )


def _narrow(text: str) -> str:
    """Wide digits and letters as narrow ones, character by character, so that places stay."""
    return "".join(c if c < "\uff01" or c > "\uff5e" else _folded(c) for c in text)


def _folded(character: str) -> str:
    folded = unicodedata.normalize("NFKC", character)
    return folded if folded.isalnum() or folded in "@+-." else character
