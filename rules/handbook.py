"""The rule pages as files: `python -m rules.handbook` writes docs/rules/."""

from __future__ import annotations

from pathlib import Path

from rules.catalogue import markdown
from rules.families import FAMILIES

FOLDER = Path(__file__).parents[1] / "docs" / "rules"


def pages() -> dict[str, str]:
    """File name -> text: a page a rule, and the index."""
    out = {"README.md": _index()}
    for _, rules in FAMILIES.values():
        out |= {f"{rule.id}.md": markdown(rule) for rule in rules}
    return out


def _index() -> str:
    lines = ["# 核对规则", "", "由规则模块的说明生成（`python -m rules.handbook`），请勿手改。", ""]
    for letter, (title, rules) in FAMILIES.items():
        lines += [f"## {letter} {title}", "", "| 编号 | 名称 | 程度 | 把握 |", "|---|---|---|---|"]
        lines += [
            f"| [{rule.id}]({rule.id}.md) | {rule.title} | {rule.severity} | {rule.confidence} |"
            for rule in rules
        ]
        lines.append("")
    return "\n".join(lines)


def write(folder: Path = FOLDER) -> None:
    """Write every page; pages of rules that are gone leave."""
    folder.mkdir(parents=True, exist_ok=True)
    told = pages()
    for stale in set(folder.glob("*.md")) - {folder / name for name in told}:
        stale.unlink()
    for name, text in told.items():
        (folder / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write()
