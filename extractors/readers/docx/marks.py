"""Where anything out of the ordinary stands in a part, found once so that the rest is read quickly.

Most paragraphs are runs of text and most cells are not merged. One pass in C over the tree finds
the others; what is not among them needs no look at its properties.
"""

from __future__ import annotations

from lxml import etree

from extractors.readers.docx.names import ALTERNATE, TC, M, P, W

_PROPERTIES = tuple(
    W + name for name in ("pStyle", "numPr", "outlineLvl", "del", "moveFrom", "vanish", "specVanish")
)
_INLINE = (
    ALTERNATE,
    M + "oMath",
    *(W + name for name in ("tab", "ptab", "br", "cr", "noBreakHyphen", "sym", "ruby", "rStyle", "vanish")),
    *(W + name for name in ("drawing", "pict", "object", "fldSimple", "fldChar", "instrText")),
    *(W + name for name in ("ins", "del", "moveTo", "moveFrom")),
)
_MERGING = tuple(W + name for name in ("gridSpan", "vMerge", "hMerge", "cellDel"))


class Marks:
    """`rich`: paragraphs with more than runs of text; `merging`: what a cell says of its spans;
    `formatted`: whether any paragraph has properties that matter; `hides`: whether text may be hidden.
    """

    def __init__(self, root: etree._Element) -> None:
        self.rich: set[etree._Element] = set()
        self.merging: dict[etree._Element, list[etree._Element]] = {}
        self.formatted = next(root.iter(*_PROPERTIES), None) is not None
        self.hides = next(root.iter(W + "vanish", W + "rStyle"), None) is not None
        for element in root.iter(*_INLINE):
            self.rich.update(element.iterancestors(P))
        for element in root.iter(*_MERGING):
            cell = next(element.iterancestors(TC), None)
            if cell is not None:
                self.merging.setdefault(cell, []).append(element)
