"""What a check was limited to, by which norms it went: as the manifest keeps it, in words."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from pipeline.checker import Wanted, norms
from pipeline.store import Dataset, exists, open_dataset

if TYPE_CHECKING:
    from collections.abc import Collection

PROFILES = ("口径.toml", "profile.toml")
"""Names under which a bureau's own profile beside the dataset is found by itself."""
_NAMED = 8  # rules named one by one


class Scope(msgspec.Struct, frozen=True, kw_only=True):
    """`families` ran whole, `rules` besides; both empty: all ran. `severities` empty: all were kept."""

    families: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    severities: tuple[str, ...] = ()
    profile: str = ""  # its title
    profile_file: str = ""  # of a bureau's own; none for a shipped one

    @property
    def limits(self) -> str:
        """What alone was checked; nothing where all was."""
        families = [f"{letter}类" for letter in self.families]
        shown = [*families, *self.rules[:_NAMED]]
        more = f"等{len(self.rules)}条" if len(self.rules) > _NAMED else ""
        told = [f" {'、'.join(shown)}{more} 规则"] if shown else []
        if self.severities:
            told.append(f"程度为“{'、'.join(self.severities)}”的结果")
        return f"本次只核对{'中'.join(told)}，其余未核对或未列出。" if told else ""

    @property
    def norms(self) -> str:
        """Which norms it went by."""
        file = f"（{self.profile_file}）" if self.profile_file else ""
        return f"采用的口径：{self.profile.replace('：', '，')}{file}。" if self.profile else ""


def scope(wanted: Wanted) -> Scope:
    """The scope of a check that is wanted. Raises rules.profile.BadProfile for a faulty profile."""
    families, rules = _in_families(wanted.rules)
    path = wanted.profile or ""
    return Scope(
        families=families,
        rules=rules,
        severities=wanted.severities,
        profile=norms(wanted.profile).title,
        profile_file=Path(path).name if Path(path).is_file() else "",
    )


def of(dataset: Dataset) -> Scope | None:
    """The scope of the check whose findings a dataset holds; None where none ran since records changed."""
    state: Any = dataset.manifest.state.get("checked") or {}
    return msgspec.convert(state.get("scope", {}), Scope) if state else None


def before(out: Path) -> Scope | None:
    """The scope of the last check under `out`, if any."""
    return of(open_dataset(out)) if exists(out) else None


def change(past: Scope | None, wanted: Wanted) -> str:
    """A warning where no norms are named and so others hold than last time."""
    now = scope(wanted)
    if past is None or wanted.profile or not past.profile or past.profile == now.profile:
        return ""
    return (
        f"注意：上次核对的口径是“{past.profile}”，本次是“{now.profile}”。要沿用上次的，请加 --profile；"
        f"把口径文件以“{PROFILES[0]}”为名放在输出文件夹，以后各次核对自动采用。"
    )


def told(dataset: Dataset) -> list[str]:
    """What a reader of the findings has to know of the check, most important first."""
    found = of(dataset)
    if found is None:
        return ["材料读入后还没有核对；请运行 hedui check 后再生成报告。"]
    return [line for line in (found.limits, found.norms) if line]


def _in_families(rules: Collection[str] | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Families that are whole among the rules, the rules besides."""
    from rules.families import FAMILIES

    if rules is None:
        return (), ()
    whole = [letter for letter, (_, held) in FAMILIES.items() if {rule.id for rule in held} <= set(rules)]
    return tuple(whole), tuple(rule for rule in rules if rule[0] not in whole)
