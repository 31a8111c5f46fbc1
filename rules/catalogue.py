"""A rule's page: the docstring of its module, in named parts."""

from __future__ import annotations

import msgspec

from rules.rule import Rule

PARTS = ("比对", "意义", "不适用", "示例", "依据")
"""What it compares · why it matters · when it does not apply · example · basis."""


class Page(msgspec.Struct, frozen=True):
    """One rule for people: English summary, then its parts in Chinese, in the order of `PARTS`."""

    summary: str
    parts: dict[str, str]


def page(rule: Rule) -> Page:
    """The page of a rule. Raises ValueError naming a part that is missing or empty."""
    summary, _, body = rule.page.partition("\n")
    parts: dict[str, str] = {}
    name = ""
    for line in body.splitlines():
        head, colon, rest = line.partition("：")
        opens = bool(colon) and head in PARTS
        name = head if opens else name
        if name:
            parts[name] = parts.get(name, "") + (rest if opens else line).strip()  # Chinese: no space
    missing = [part for part in PARTS if not parts.get(part)]
    if missing:
        raise ValueError(f"{rule.id}: its page lacks {'、'.join(missing)}")
    return Page(summary.strip(), {part: parts[part] for part in PARTS})


def markdown(rule: Rule, *, english: bool = True) -> str:
    """The page as Markdown, for `docs/rules/` and, without its summary in `english`, `hedui rules A09`."""
    read = page(rule)
    head = f"# {rule.id} {rule.title}\n\n{rule.severity} · {rule.confidence} · 版本 {rule.version}\n"
    notes = []
    if rule.subsumes:
        notes.append(f"\n归并：本规则的问题代替同一处的 {'、'.join(rule.subsumes)}。\n")
    if rule.after:
        notes.append(f"\n次序：在 {'、'.join(rule.after)} 之后运行。\n")
    body = "".join(f"\n## {part}\n\n{text}\n" for part, text in read.parts.items())
    return f"{head}{body}{''.join(notes)}" + (f"\n{read.summary}\n" if english else "")
