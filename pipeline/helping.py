"""The help pages of the command line, in Chinese and quick to print."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from typing import Any
from unicodedata import east_asian_width

from typer.core import TyperCommand, TyperGroup

_MARGIN, _WIDEST = 2, 30
_SELF = "显示本页。"


class Command(TyperCommand):
    """A command whose help page is ours."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Usage, description, arguments, options by group."""
        arguments = [p for p in self.get_params(ctx) if p.param_type_name == "argument"]
        usage = " ".join([ctx.command_path, *(_metavar(p) for p in arguments), "[选项]"])
        formatter.write("\n".join([f"用法：{usage}", "", *_paragraphs(self.help or "")]) + "\n")
        _section(formatter, "参数", [(_metavar(p), getattr(p, "help", None) or "") for p in arguments])
        groups: dict[str, list[tuple[str, str]]] = {}
        for parameter in self.get_params(ctx):
            if parameter.param_type_name == "option":
                panel = getattr(parameter, "rich_help_panel", None) or "选项"
                groups.setdefault(panel, []).append(_option(parameter))
        for title, options in groups.items():
            _section(formatter, title, options)


class Group(TyperGroup):
    """The command without its sub-command: what there is."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Usage, description, commands."""
        formatter.write(f"用法：{ctx.command_path} 命令 [选项]\n\n")
        formatter.write("\n".join(_paragraphs(self.help or "")) + "\n")
        commands = [(name, (self.commands[name].help or "").partition("\n")[0]) for name in self.commands]
        _section(formatter, "命令", commands)
        formatter.write("\n每个命令的用法：hedui 命令 --help\n")


def _paragraphs(text: str) -> Iterator[str]:
    for line in text.strip().splitlines():
        yield from _wrapped(line.strip(), _columns()) if line.strip() else [""]


def _metavar(parameter: Any) -> str:
    name = parameter.metavar or parameter.name
    return name if parameter.required or name.startswith("[") else f"[{name}]"


def _option(parameter: Any) -> tuple[str, str]:
    if parameter.name == "help":
        return ", ".join(sorted(parameter.opts, key=len)), _SELF
    names = ", ".join(sorted(parameter.opts, key=len))
    if not getattr(parameter, "is_flag", False):
        names += f" {parameter.metavar}"
    default = getattr(parameter.default, "value", parameter.default)
    told = f"（默认 {default}）" if default not in (None, False, ()) and not callable(default) else ""
    return names, (parameter.help or "") + told


def _section(formatter: Any, title: str, rows: list[tuple[str, str]]) -> None:
    """A titled list in two columns, the second wrapped beside the first."""
    if not rows:
        return
    left = min(max(_width(name) for name, _ in rows), _WIDEST) + 2 * _MARGIN
    formatter.write(f"\n{title}：\n")
    for name, text in rows:
        lines = list(_wrapped(text, _columns() - left)) or [""]
        head = " " * _MARGIN + name
        if _width(head) + _MARGIN > left:
            formatter.write(head + "\n")
            head = ""
        formatter.write(head + " " * (left - _width(head)) + lines[0] + "\n")
        for line in lines[1:]:
            formatter.write(" " * left + line + "\n")


def _wrapped(text: str, columns: int) -> Iterator[str]:
    line, used = "", 0
    for character in text:
        width = _width(character)
        if used + width > max(columns, 20):
            yield line
            line, used = "", 0
        line += character
        used += width
    if line:
        yield line


def _width(text: str) -> int:
    """Columns on a terminal: Chinese characters take two."""
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)


def _columns() -> int:
    return min(shutil.get_terminal_size().columns, 110)
