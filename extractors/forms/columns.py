"""The columns of a header and the groups of roles that they have."""

from __future__ import annotations

import msgspec

from extractors.forms import vocabulary
from extractors.forms.grid import Slot

NAMES = frozenset({"level1", "level2", "level3", "name"})
FACTS = frozenset({"actual", "score", "scaled_score", "raw_score", "review_score", "review_actual"})
MEASURED = FACTS | {"target", "initial_target", "weight"}
MONEY = frozenset({"initial", "budget", "arrived", "executed", "surplus", "rate"})


class Column(msgspec.Struct):
    """One column under a header: its role, its grid columns, what its heading's notes say."""

    role: str | None
    start: int
    stop: int
    slots: list[Slot]  # the header cells over it, top to bottom
    unit: str | None = None
    weight: object = None
    near: vocabulary.Match | vocabulary.Ambiguous | None = None  # where no exact wording was found
    told: bool = False  # the role is told by the cells under it

    @property
    def text(self) -> str:
        """The heading as printed, for messages."""
        return "/".join(slot.text for slot in self.slots if slot.text)
