"""The official list of units: who has to send, under which names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

import msgspec

from extractors.names import Name, same_region
from rules.unitnames import parsed, same_unit


class Unit(msgspec.Struct, frozen=True, kw_only=True):
    """One unit of the register."""

    name: str
    aliases: tuple[str, ...] = ()
    supervisor: str | None = None
    expected: bool = True  # it has to send something


def finder(register: Sequence[Unit]) -> Callable[[str], Unit | None]:
    """Finds the unit of a name: the same name, the only one of that core, the only one it shortens.

    青禾县水利局 is not 云溪区水利局; 水利局 alone is either, and stands for neither where both are listed.
    """
    by_name: dict[str, Unit] = {}
    by_core: dict[str, list[tuple[Name, Unit]]] = defaultdict(list)
    for unit in register:
        for name in map(parsed, (unit.name, *unit.aliases)):
            by_name.setdefault(name.full, unit)
            by_core[name.core].append((name, unit))

    def find(text: str) -> Unit | None:
        name = parsed(text)
        if name.full in by_name:
            return by_name[name.full]
        cored = [unit for other, unit in by_core.get(name.core, ()) if _may_be(name, other)]
        near = cored or [
            unit for unit in register if any(same_unit(text, each) for each in (unit.name, *unit.aliases))
        ]
        return near[0] if len({unit.name for unit in near}) == 1 else None

    return find


def _may_be(a: Name, b: Name) -> bool:
    """The regions do not contradict: one is absent, ends the other, or holds it."""
    return same_region(a, b) or a.region.startswith(b.region) or b.region.startswith(a.region)
