"""An HTML page as the systems and sites that print forms from a browser style it."""

from __future__ import annotations

import random

from corpus.writing.html import write_html
from extractors.document import Document

_RULES = (
    "border: 1px solid #000; padding: 2px 4px",
    "border: 0.5px solid #999; padding: 1px 3px; font-size: 9pt",
    "border: 1px dashed #333; padding: 2px 4px",
    "border: 1px dotted #333; padding: 2px 4px",
    "border: 3px double #000; padding: 2px 4px",
    "border: 1px solid #fff; background: #cfdcec; padding: 4px 6px",
    "border: 1px solid #000; padding: 2px 4px; letter-spacing: 3px; font-size: 9pt",
    "border: 1px solid #444; padding: 3px; text-align: center",
)
_APART = "border: 1px inset #888; padding: 1px"  # as HTML of the nineties: each cell has rules of its own
_SHEETS = ("size: A4", "size: A4 landscape", "size: A3")


def write_web(document: Document, name: str) -> str:
    """A page with a style sheet of its own for each name: rules, type, paper, now and then a watermark."""
    draw = random.Random(name)
    apart = draw.random() < 0.15
    cell = _APART if apart else draw.choice(_RULES)
    collapse = "separate" if apart else "collapse"
    mark = '<div class="mark">仅供参考</div>' if draw.random() < 0.3 else ""
    style = f"""
@page {{ {draw.choice(_SHEETS)}; margin: 15mm }}
body {{ font-family: "Noto {draw.choice(("Serif", "Sans"))} CJK SC"; font-size: {draw.choice((9, 10.5, 12))}pt }}
table {{ border-collapse: {collapse}; width: 100% }}
td {{ {cell} }}
.mark {{ position: fixed; top: 40%; left: 15%; font-size: 60pt; color: #ddd; transform: rotate(-30deg); z-index: -1 }}
"""
    page = write_html(document).decode()
    page = page.replace("<table border=1>", "<table>").replace("</body>", f"{mark}</body>")
    return page.replace("</head>", f"<style>{style}</style></head>")
