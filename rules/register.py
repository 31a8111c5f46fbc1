"""The official list of units: who has to send, under which names."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from extractors.names import same_region
from rules.unitnames import parsed, same_unit


class Unit(msgspec.Struct, frozen=True, kw_only=True):
    """One unit of the register."""

    name: str
    aliases: tuple[str, ...] = ()
    supervisor: str | None = None
    expected: bool = True  # it has to send something


def listed(register: Sequence[Unit], name: str) -> Unit | None:
    """The unit that a name stands for: the same name, the only one of that core, the only one it shortens.

    青禾县水利局 is not 云溪区水利局; 水利局 alone is either, and stands for neither where both are listed.
    """
    for alike in (_same_name, _same_core, same_unit):
        found = [unit for unit in register if any(alike(name, each) for each in (unit.name, *unit.aliases))]
        if found:
            return found[0] if len(found) == 1 or alike is _same_name else None
    return None


def _same_name(a: str, b: str) -> bool:
    return parsed(a).full == parsed(b).full


def _same_core(a: str, b: str) -> bool:
    first, second = parsed(a), parsed(b)
    within = first.region.startswith(second.region) or second.region.startswith(first.region)
    return first.core == second.core and (within or same_region(first, second))
