"""What a page does not show: scripts, hidden elements, what its style sheets hide."""

from __future__ import annotations

from collections.abc import Iterable

import regex
from lxml import etree

SILENT = frozenset(
    "head script style noscript template object applet audio video canvas svg map del datalist button".split()  # noqa: SIM905
)
_NONE = regex.compile(
    r"(?i)(?:^|[;\s{])(?:display\s*+:\s*+none|visibility\s*+:\s*+(?:hidden|collapse)|mso-hide\s*+:\s*+all)"
)
_CONDITIONAL = regex.compile(r"@[\w-]++[^{};]*+\{(?:[^{}]++|\{[^{}]*+\})*+\}|/\*.*?\*/", regex.DOTALL)
_RULE = regex.compile(r"([^{}]++)\{([^{}]*+)\}")
_SIMPLE = regex.compile(r"\s*+(?:[a-zA-Z]\w*+)?+([.#])([\w-]++)\s*+")


_FURNITURE = regex.compile(r"(?i)mso-element\s*+:\s*+(?:header|footer)")


def is_furniture(element: etree._Element) -> bool:
    """Running heads of a page as LibreOffice (a titled div) and Word (mso-element) save them."""
    if element.tag != "div":
        return False
    return element.get("title") in ("header", "footer") or bool(_FURNITURE.search(element.get("style") or ""))


class Hidden:
    """Tells hidden elements. Knows simple selectors (`.note`, `#menu`) of the page's own style sheets."""

    def __init__(self, styles: Iterable[str]) -> None:
        self._classes: set[str] = set()
        self._ids: set[str] = set()
        for sheet in styles:
            for selectors, body in _RULE.findall(_CONDITIONAL.sub("", sheet)):
                if _NONE.search(body):
                    self._learn(selectors)

    def _learn(self, selectors: str) -> None:
        for selector in selectors.split(","):
            if found := _SIMPLE.fullmatch(selector):
                (self._classes if found[1] == "." else self._ids).add(found[2])

    def __call__(self, element: etree._Element) -> bool:
        """Whether the element is not shown. An input is hidden only by its type."""
        get = element.get
        style = get("style")
        if style and _NONE.search(style):
            return True
        if get("hidden") is not None or (element.tag == "input" and (get("type") or "").lower() == "hidden"):
            return True
        if self._classes and not self._classes.isdisjoint((get("class") or "").split()):
            return True
        return bool(self._ids) and get("id") in self._ids
