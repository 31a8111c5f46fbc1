"""Characters that fonts in PDF files print under another code."""

from __future__ import annotations

import unicodedata

# Chinese radicals that carry the shape of a whole character (Unicode block CJK Radicals Supplement);
# the Kangxi radicals and the compatibility ideographs have their character in the Unicode tables.
_RADICALS = dict(
    zip(
        "⺁⺇⺌⺝⺟⺠⺩⺬⺼⻁⻄⻅⻆⻉⻋⻓⻔⻗⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰⻳",
        "厂几小月母民王示月虎西见角贝车长门雨青韦页风飞食马骨鬼鱼鸟卤麦黄黾齐齿龙龟",
        strict=True,
    )
)


def _forms() -> dict[int, str]:
    forms = {ord(radical): character for radical, character in _RADICALS.items()}
    for code in [*range(0x2F00, 0x2FD6), *range(0xF900, 0xFB00)]:
        plain = unicodedata.normalize("NFKC", chr(code))
        if plain != chr(code) and len(plain) == 1:
            forms[code] = plain
    forms |= {0x02: "-", 0xAD: "-", 0xFFFE: "-"}  # pdfium's marks of a hyphen at a line's end
    forms |= dict.fromkeys((8203, 8204, 8205, 8288, 65279), "")
    return forms


FORMS = _forms()


def is_wide(code: int) -> bool:
    """Whether a character takes the width of a Chinese one."""
    return 0x2E80 <= code < 0xD7A4 or 0xF900 <= code < 0xFB00 or 0xFF00 <= code < 0xFF61 or code >= 0x20000
