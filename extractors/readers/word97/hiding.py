"""What is seen on paper: no field codes, deleted or hidden text; symbol fonts as signs."""

from __future__ import annotations

from bisect import bisect_right

import regex

from extractors.readers.symbols import is_symbol_font, symbol
from extractors.readers.word97.bins import Runs
from extractors.readers.word97.properties import CharacterProperties, character_properties
from extractors.readers.word97.styles import Style

_FIELD = regex.compile(r"[\x13\x14\x15]")
_Span = tuple[int, int]


class Hiding:
    """Hidden stretches of the text, and `signs`: what is shown in place of single characters."""

    def __init__(self, text: str, characters: Runs, styles: list[Style | None], fonts: list[str]) -> None:
        self.signs: dict[int, str] = {}
        self.revisions = self.vanished = 0
        self._deleted: list[_Span] = []
        unseen = field_codes(text)
        known: dict[bytes, CharacterProperties] = {}
        for start, end, chpx in zip(characters.starts, characters.ends, characters.values, strict=True):
            if not chpx:
                continue
            found = known.get(chpx)
            if found is None:
                found = known[chpx] = character_properties(chpx)
            if found.deleted:
                self._deleted.append((start, end))
            vanishes = _vanishes(found, styles)
            self.revisions += found.deleted or found.inserted
            self.vanished += vanishes and not text[start:end].isspace()
            if found.deleted or vanishes:
                unseen.append((start, end))
            elif found.symbol is not None:
                sign = symbol(found.symbol[1], _name(fonts, found.symbol[0]))
                self.signs.update(dict.fromkeys(range(start, min(end, len(text))), sign))
            elif found.font is not None and is_symbol_font(_name(fonts, found.font)):
                self._drawn(text, start, end, _name(fonts, found.font))
        self._unseen = _merged(unseen)
        self._starts = [start for start, _ in self._unseen]
        self._deleted = _merged(self._deleted)

    def _drawn(self, text: str, start: int, end: int, font: str) -> None:
        """Characters of the private area in a symbol font show that font's signs."""
        for at in range(start, min(end, len(text))):
            if "\uf020" <= text[at] <= "\uf0ff":
                self.signs[at] = symbol(ord(text[at]), font)

    def visible(self, text: str, start: int, end: int) -> str:
        """What of text[start:end] is seen."""
        which = max(bisect_right(self._starts, start) - 1, 0)
        out, at = [], start
        while which < len(self._unseen) and self._unseen[which][0] < end:
            hidden_from, hidden_to = self._unseen[which]
            if hidden_from > at:
                out.append(text[at:hidden_from])
            at = max(at, hidden_to)
            which += 1
        out.append(text[at:end] if at < end else "")
        return "".join(out)

    def deleted(self, position: int) -> bool:
        """Whether the character at `position` is marked as deleted."""
        return _within(self._deleted, position)

    def unseen(self, position: int) -> bool:
        """Whether the character at `position` is deleted, hidden or part of a field's code."""
        return _within(self._unseen, position)


def _within(spans: list[_Span], position: int) -> bool:
    which = bisect_right(spans, (position, 1 << 62)) - 1
    return which >= 0 and position < spans[which][1]


def _name(fonts: list[str], number: int) -> str:
    return fonts[number] if number < len(fonts) else ""


def _vanishes(found: CharacterProperties, styles: list[Style | None]) -> bool:
    style = styles[found.style] if found.style is not None and found.style < len(styles) else None
    hidden = style is not None and style.hides
    if found.vanish is None:
        return hidden
    return {0: False, 1: True, 128: hidden, 129: not hidden}.get(found.vanish, False)


def field_codes(text: str) -> list[_Span]:
    """The stretches between the begin of a field and its result (or its end, where it has none).

    A field that is never closed hides nothing: better a code too much than a page too little.
    """
    hidden: list[_Span] = []
    open_fields: list[list[int]] = []  # [begin, separator or -1]
    for mark in _FIELD.finditer(text):
        at = mark.start()
        if mark[0] == "\x13":
            open_fields.append([at, -1])
        elif mark[0] == "\x14" and open_fields:
            open_fields[-1][1] = at if open_fields[-1][1] < 0 else open_fields[-1][1]
        elif open_fields:
            begin, separator = open_fields.pop()
            hidden.append((begin, (separator if separator >= 0 else at) + 1))
    return hidden


def _merged(spans: list[_Span]) -> list[_Span]:
    out: list[_Span] = []
    for start, end in sorted(spans):
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(out[-1][1], end))
        else:
            out.append((start, end))
    return out
