"""Render a template: every text escaped, every name defined."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).parent / "templates"


def render(name: str, **values: Any) -> str:
    """The page; raises jinja2.UndefinedError for a name that nobody gave."""
    return str(_environment().get_template(name).render(**values))


@cache
def _environment() -> Any:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined
    from markupsafe import Markup

    made = Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
    for asset in ("style.css", "index.js", "page.js"):  # our own files, inlined so that a page stands alone
        made.globals[asset.replace(".", "_")] = Markup((_FOLDER / asset).read_text(encoding="utf-8"))  # noqa: S704
    return made
