"""The layouts: how a block of each shape is read. Exactly one claims a block.

To add a shape: one module with `claims(block)` and `read(block)`, one line here, one case.
"""

from __future__ import annotations

from types import ModuleType

from extractors.forms.layouts import (
    goals,
    money,
    remarks,
    side_by_side,
    stages,
    tasks,
    tiered,
    transposed,
    units,
)

LAYOUTS: tuple[ModuleType, ...] = (
    tiered,
    money,
    side_by_side,
    goals,
    units,
    remarks,
    transposed,
    stages,
    tasks,
)
