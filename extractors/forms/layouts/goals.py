"""The yearly goal beside its completion."""

from __future__ import annotations

from extractors import records
from extractors.forms import vocabulary
from extractors.forms.block import Block, Cells, Read


def claims(block: Block) -> bool:
    """A header with a goal column beside a completion column."""
    return block.header.context == "goals"


def read(block: Block) -> Read:
    """One record for each row that prints a goal or a completion."""
    out = Read()
    for row, header in block.rows:
        cells = Cells(row, header, out.uses)
        adjusted = cells.own("goal_adjusted")
        target, actual = cells.own("goal_target"), cells.own("goal_actual")
        said = [text for text in (adjusted, target, actual) if text and not vocabulary.is_placeholder(text)]
        cells.mark()
        out.leftovers.extend(cells.unknown)
        if not said:
            continue
        role = "goal_adjusted" if adjusted and not vocabulary.is_placeholder(adjusted) else "goal_target"
        places = cells.places({role: "target", "goal_actual": "actual"})
        out.goals.append(
            records.Goal(
                form_id="",
                document_id="",
                row=len(out.goals) + 1,
                target_text=adjusted if role == "goal_adjusted" else target,
                target_at=places.get("target"),
                actual_text=actual,
                actual_at=places.get("actual"),
                at=row.at,
            )
        )
    return out
