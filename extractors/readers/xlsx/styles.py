"""The number format of each cell style (xl/styles.xml)."""

from __future__ import annotations

from lxml import etree

from extractors.readers.sheets.builtin import code_of
from extractors.readers.xlsx.names import S, whole


def format_codes(root: etree._Element | None) -> list[str]:
    """The number format code of each style that cells refer to, by index."""
    if root is None:
        return []
    own = {
        whole(item.get("numFmtId"), -1): item.get("formatCode", "General") for item in root.iter(f"{S}numFmt")
    }
    styles = root.find(f"{S}cellXfs")
    if styles is None:
        return []
    return [code_of(whole(style.get("numFmtId")), own) for style in styles.iterchildren(f"{S}xf")]
