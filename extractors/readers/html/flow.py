"""Running text between tags: white space, line breaks, the marks of lists and form controls."""

from __future__ import annotations

import msgspec
import regex
from lxml import etree

from extractors.readers.assembly import Raw, RawParagraph
from extractors.readers.numbering import join
from extractors.readers.ordinals import ordinal

BREAK = "\x0b"
_WIDE = r"\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60\u3000-\u303f“”‘’…—"
_SOURCE_BREAK = regex.compile(rf"(?<=[{_WIDE}])[ \t\r\f]*+\n[ \t\r\n\f]*+(?=[{_WIDE}])")
_BLANK = regex.compile(r"[ \t\r\n\f]++")
_UNEVEN = regex.compile(r"[\t\r\n\f]| {2}")
_AROUND = regex.compile(rf" ?{BREAK} ?")
# list-style-type and the old type attribute -> number style and what stands behind the number
_LISTS = {
    "decimal": ("decimal", "."),
    "1": ("decimal", "."),
    "a": ("lowerLetter", "."),
    "A": ("upperLetter", "."),
    "i": ("lowerRoman", "."),
    "I": ("upperRoman", "."),
    "lower-alpha": ("lowerLetter", "."),
    "lower-latin": ("lowerLetter", "."),
    "upper-alpha": ("upperLetter", "."),
    "upper-latin": ("upperLetter", "."),
    "lower-roman": ("lowerRoman", "."),
    "upper-roman": ("upperRoman", "."),
    "decimal-leading-zero": ("decimalZero", "."),
    "cjk-ideographic": ("chineseCountingThousand", "、"),
    "simp-chinese-informal": ("chineseCountingThousand", "、"),
    "trad-chinese-informal": ("chineseCountingThousand", "、"),
    "cjk-decimal": ("ideographDigital", "、"),
    "cjk-heavenly-stem": ("ideographTraditional", "、"),
    "cjk-earthly-branch": ("ideographZodiac", "、"),
    "none": ("none", ""),
}
_LIST_STYLE = regex.compile(r"list-style(?:-type)?+\s*+:\s*+([\w-]++)")


class Flow(msgspec.Struct):
    """Blocks that are done, and the paragraph in the making. In a cell a <br> is a line break."""

    in_cell: bool = False
    blocks: list[Raw] = []
    parts: list[str] = []
    level: int | None = None
    number: str = ""

    def end_paragraph(self) -> None:
        """Close the paragraph in the making; one without text is none, but in a cell an empty line."""
        text = collapsed("".join(self.parts)) if self.parts else ""
        if text.strip() or self.number:
            text = join(self.number, text.lstrip(" ")) if self.number else text
            self.blocks.append(RawParagraph(text, self.number, self.level))
        self.parts, self.number = [], ""

    def line_break(self) -> None:
        """A <br>: in running text it ends the paragraph."""
        if self.in_cell:
            self.parts.append(BREAK)
        else:
            self.end_paragraph()


def collapsed(text: str) -> str:
    """White space as a page shows it. A line end of the source between two Chinese characters is nothing."""
    if "\n" in text:
        text = _SOURCE_BREAK.sub("", text)
    if _UNEVEN.search(text):
        text = _BLANK.sub(" ", text)
    text = text.strip(" ")
    return _AROUND.sub("\n", text) if BREAK in text else text


def marker(item: etree._Element, parent: etree._Element, number: int) -> str:
    """What a numbered list prints before its item."""
    found = _LIST_STYLE.search(f"{item.get('style', '')};{parent.get('style', '')}")
    style, after = _LISTS.get(found[1] if found else parent.get("type", "1"), _LISTS["1"])
    return ordinal(style, number) + after


def position(item: etree._Element, parent: etree._Element, last: int | None) -> int:
    """The number of an item; `last` is that of the item before it in the list, if any."""
    following = _whole(parent.get("start"), 1) if last is None else last + 1
    return _whole(item.get("value"), following)


def _whole(value: str | None, default: int) -> int:
    return int(value) if value and regex.fullmatch(r"\s*+\d{1,6}\s*+", value) else default


def control(element: etree._Element) -> str:
    """What a form control shows: a box ticked or not, the text typed into it."""
    kind = (element.get("type") or "text").lower()
    if kind in ("checkbox", "radio"):
        return "☑" if element.get("checked") is not None else "□"
    if kind in ("hidden", "submit", "button", "image", "reset", "file", "password"):
        return ""
    return element.get("value") or ""


def chosen(select: etree._Element) -> str:
    """What a select shows: the selected option, else its first."""
    options = list(select.iter("option"))
    marked = [option for option in options if option.get("selected") is not None] or options[:1]
    return "，".join("".join(map(str, option.itertext())).strip() for option in marked)
