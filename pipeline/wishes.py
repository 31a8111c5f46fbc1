"""From options of the command line to what the pipeline is asked to do."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from extractors.document import Limits
from pipeline import registering
from pipeline.checker import Wanted
from pipeline.jobs import Reading
from pipeline.refusal import Refused
from pipeline.scope import PROFILES


def reading(
    *,
    seconds: float,
    scan_seconds: float,
    memory: int,
    expanded: int,
    pages: int,
    cells: int,
    nesting: int,
) -> Reading:
    """Sizes come in MB."""
    limits = Limits(expanded_bytes=expanded << 20, pages=pages, cells=cells, nesting=nesting)
    return Reading(limits=limits, seconds=seconds, scan_seconds=scan_seconds, memory=memory << 20)


def wanted(
    rules: Sequence[str] | None,
    families: Sequence[str] | None,
    severities: Sequence[str] | None,
    profile: str | None,
    register: Path | None = None,
    out: Path | None = None,
) -> Wanted:
    """Which rules run, by what norms. Register and profile may lie beside the dataset under `out`.

    Raises Refused for an unknown family, rule or severity.
    """
    from extractors.records import SEVERITIES

    if wrong := set(severities or ()) - set(SEVERITIES):
        raise Refused(f"没有程度 {'、'.join(sorted(wrong))}；可用 {'、'.join(SEVERITIES)}。")
    ids = _chosen(rules or (), families or ()) if rules or families else None
    path = _beside(out) if profile is None else _place(profile, out)
    found = register or (registering.find(out) if out else None)
    listed = None if found is None else str(found.resolve())
    return Wanted(rules=ids, severities=tuple(severities or ()), profile=path, register=listed)


def _chosen(rules: Sequence[str], families: Sequence[str]) -> tuple[str, ...]:
    """Ids of the rules named, and of those of the families."""
    from rules.families import ALL_RULES, FAMILIES  # which loads them all

    letters, named = {family.upper() for family in families}, {rule.upper() for rule in rules}
    if unknown := letters - FAMILIES.keys():
        raise Refused(f"没有类别 {'、'.join(sorted(unknown))}；可用 {'、'.join(FAMILIES)}。")
    if unknown := named - {rule.id for rule in ALL_RULES}:
        raise Refused(f"没有编号为 {'、'.join(sorted(unknown))} 的规则；hedui rules 列出全部规则。")
    return tuple(rule.id for rule in ALL_RULES if rule.id in named or rule.family in letters)


def _beside(out: Path | None) -> str | None:
    """A bureau's own profile under its fixed name beside the dataset."""
    places = [out / name for name in PROFILES] if out else []
    return next((str(path.resolve()) for path in places if path.is_file()), None)


def _place(profile: str, out: Path | None) -> str:
    """A file, here or beside the dataset, by its whole path; anything else is a shipped profile's name."""
    places = [Path(profile), *([out / profile] if out else [])]
    return next((str(path.resolve()) for path in places if path.is_file()), profile)
