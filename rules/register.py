"""The official list of units: who has to send, under which names."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from rules.unitnames import core, same_unit


class Unit(msgspec.Struct, frozen=True, kw_only=True):
    """One unit of the register."""

    name: str
    aliases: tuple[str, ...] = ()
    supervisor: str | None = None
    expected: bool = True  # it has to send something


def listed(register: Sequence[Unit], name: str) -> Unit | None:
    """The unit that a name stands for: by the same core name, then as a prefix or short form of one unit only."""
    exact = [unit for unit in register if core(name) in {core(each) for each in (unit.name, *unit.aliases)}]
    if exact:
        return exact[0]
    near = [unit for unit in register if any(same_unit(name, each) for each in (unit.name, *unit.aliases))]
    return near[0] if len(near) == 1 else None
