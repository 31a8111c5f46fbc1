"""What is noticed in a Word 97 file besides its text: pictures, objects, revisions, notes, macros."""

from __future__ import annotations

from collections import Counter

import regex

from extractors.readers.word97 import fib as parts
from extractors.readers.word97.file import WordFile
from extractors.readers.word97.hiding import field_codes

# Programs whose embedded objects hold text of their own; others (equations) are drawings.
_HOLDS_TEXT = regex.compile(r"EMBED\s++(?:Excel|ET\.|Word|WPS|KWPS|Package|AcroExch|Foxit)", regex.IGNORECASE)
_EMBED = regex.compile(r"EMBED\s")
_PICTURE, _DRAWN = "\x01", "\x08"


def noticed(word: WordFile, read: int = 0) -> Counter[str]:
    """Codes of `extractors.readers.notices` with how often each was met; `read`: embedded objects read."""
    main = word.text[: word.fib.main]
    seen = word.hiding.visible(main, 0, len(main))  # form fields keep their data as a picture, unseen
    embedded = [main[start:end] for start, end in field_codes(main) if _EMBED.search(main, start, end)]
    objects = sum(bool(_HOLDS_TEXT.search(code)) for code in embedded)
    notes = max(word.fib.part_entries(parts.FOOTNOTES, 2) + word.fib.part_entries(parts.ENDNOTES, 2), 0)
    boxes = min(word.fib.part_entries(parts.BOXES, 22), seen.count(_DRAWN))
    return Counter(
        {
            "tracked-changes": word.hiding.revisions,
            "hidden-text": word.hiding.vanished,
            "picture": max(seen.count(_PICTURE) - objects, 0) + seen.count(_DRAWN) - boxes,
            "embedded-object": max(objects - read, 0),
            "embedded-read": read,
            "notes": notes,
            "macros": int(word.macros),
        }
    )
