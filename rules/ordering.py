"""The order in which rules run: catalogue order, but after those whose outcomes they read."""

from __future__ import annotations

from collections.abc import Sequence

from rules.rule import Rule


def in_order(chosen: Sequence[Rule], catalogue: Sequence[Rule]) -> list[Rule]:
    """The chosen rules and what they run after, each after its own prerequisites.

    Raises ValueError where rules wait for each other, KeyError for an unknown prerequisite.
    """
    by_id = {rule.id: rule for rule in [*catalogue, *chosen]}
    out: dict[str, Rule] = {}

    def place(rule: Rule, waiting: tuple[str, ...]) -> None:
        if rule.id in out:
            return
        if rule.id in waiting:
            raise ValueError(f"rules wait for each other: {' '.join([*waiting, rule.id])}")
        for earlier in rule.after:
            place(by_id[earlier], (*waiting, rule.id))
        out[rule.id] = rule

    for rule in chosen:
        place(rule, ())
    return list(out.values())
