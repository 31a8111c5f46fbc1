"""`hedui rules`: the catalogue, or one rule's page."""

from __future__ import annotations

from typing import Annotated

import typer

from pipeline.commands import options as o

RuleId = Annotated[str | None, typer.Argument(metavar="编号", help="如 A09；不给则列出全部规则。")]


def command(rule: RuleId = None, json: o.Json = False) -> None:
    """列出核对规则，或显示一条规则的说明。

    [例] hedui rules A09
    """
    from pipeline.refusal import Refused
    from rules.families import ALL_RULES, find

    if rule is None:
        _print_catalogue(json)
        return
    try:
        found = find(rule)
    except KeyError:
        raise Refused(f"没有编号为 {rule} 的规则；hedui rules 列出全部 {len(ALL_RULES)} 条。") from None
    _print_page(found, json)


def _print_catalogue(json: bool) -> None:
    from rich.table import Table

    from pipeline.terminal import out
    from rules.families import FAMILIES

    if json:
        for _, rules in FAMILIES.values():
            for rule in rules:
                print(_line(rule))
        return
    table = Table(title="核对规则", title_justify="left")
    for title in ("编号", "名称", "程度", "把握"):
        table.add_column(title)
    for letter, (title, rules) in FAMILIES.items():
        table.add_section()
        table.add_row(letter, title, "", "", style="bold")
        for rule in rules:
            table.add_row(rule.id, rule.title, rule.severity, rule.confidence)
    out().print(table)


def _print_page(rule, json: bool) -> None:  # type: ignore[no-untyped-def]
    from rich.markdown import Markdown

    from pipeline.terminal import out
    from rules.catalogue import markdown

    if json:
        print(_line(rule))
    elif out().is_terminal:
        out().print(Markdown(markdown(rule, english=False)))
    else:
        print(markdown(rule, english=False))


def _line(rule) -> str:  # type: ignore[no-untyped-def]
    import msgspec

    told = {
        name: getattr(rule, name) for name in ("id", "title", "severity", "confidence", "scope", "version")
    }
    return msgspec.json.encode(told | {"page": rule.page}).decode()
