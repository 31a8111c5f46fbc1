"""Count what the rules find, miss, wrongly report."""

from __future__ import annotations

from collections.abc import Iterable
from random import Random

import msgspec

from corpus.defects.inventing import department, project
from corpus.defects.kind import Kind
from corpus.defects.measuring import fails, grave
from corpus.defects.sheet import Sheet

_MAKERS = {"department": department, "project": project}
_LATER = 100  # formats other than text are drawn from this seed on: slower to write


class Tally(msgspec.Struct, kw_only=True):
    """Counts over kinds and seeds; `said` tells each miss or wrong report in a line."""

    planted: dict[str, int] = msgspec.field(default_factory=lambda: {"确定": 0, "推断": 0})
    found: dict[str, int] = msgspec.field(default_factory=lambda: {"确定": 0, "推断": 0})
    right: int = 0  # 严重, 重要 fails that follow from what was planted
    wrong: int = 0
    near: int = 0  # near misses drawn
    near_reported: int = 0
    near_grave: int = 0  # other 严重, 重要 fails on near misses
    clean: int = 0
    clean_severe: int = 0
    clean_important: int = 0
    said: list[str] = []

    def shares(self) -> dict[str, float]:
        """What is to be held: shares cut off after four decimals, counts per submission."""
        return {
            "recall_sure": _share(self.found["确定"], self.planted["确定"]),
            "recall_inferred": _share(self.found["推断"], self.planted["推断"]),
            "precision": _share(self.right, self.right + self.wrong),
            "near_silent": _share(self.near - self.near_reported - self.near_grave, self.near),
            "clean_without_severe": _share(self.clean - self.clean_severe, self.clean),
            "clean_without_important": _share(self.clean - self.clean_important, self.clean),
        }


def measure(kinds: Iterable[Kind], seeds: Iterable[int], clean: Iterable[int] = ()) -> Tally:
    """Plant every kind and its near miss at each seed; draw clean submissions as well."""
    tally, drawn = Tally(), list(seeds)
    for kind in kinds:
        for seed in drawn:
            _planted(tally, kind, seed)
            _near(tally, kind, seed)
    for make in _MAKERS.values():
        for seed in clean:
            _clean(tally, make(seed), seed)
    return tally


def sheet(kind: Kind, seed: int) -> Sheet:
    """The submission that a kind is planted in: another one for each seed."""
    drawn = _MAKERS[kind.form](seed * 7 + 1)
    if seed >= _LATER:
        drawn.format = ("docx", "html", "txt", "xlsx")[seed % 4]
    return drawn


def _planted(tally: Tally, kind: Kind, seed: int) -> None:
    drawn, level = sheet(kind, seed), "确定" if kind.sure else "推断"
    kind.plant(drawn, Random(seed))
    found = fails(drawn)
    hit = any(x.rule_id in kind.rules for x in found)
    tally.planted[level] += 1
    tally.found[level] += hit
    if not hit:
        tally.said.append(f"漏 {kind.name} {kind.form} {seed} {drawn.outline}: {sorted(kind.rules)}")
    for finding in grave(found):
        good = finding.rule_id in kind.rules | kind.also
        tally.right += good
        tally.wrong += not good
        if not good:
            tally.said.append(f"误 {kind.name} {seed}: {finding.rule_id} {finding.message[:100]}")


def _near(tally: Tally, kind: Kind, seed: int) -> None:
    drawn = sheet(kind, seed)
    kind.near(drawn, Random(seed))
    found = fails(drawn)
    own = [x for x in found if x.rule_id in kind.rules]
    other = [x for x in grave(found) if x.rule_id not in kind.rules]
    tally.near += 1
    tally.near_reported += bool(own)
    tally.near_grave += bool(other and not own)
    for finding in own + other:
        tally.said.append(f"近 {kind.name} {seed}: {finding.rule_id} {finding.message[:100]}")


def _clean(tally: Tally, drawn: Sheet, seed: int) -> None:
    found = grave(fails(drawn))
    tally.clean += 1
    tally.clean_severe += any(x.severity == "严重" for x in found)
    tally.clean_important += any(x.severity == "重要" for x in found)
    tally.said += [f"净 {drawn.kind} {seed}: {x.rule_id} {x.message[:100]}" for x in found]


def _share(part: int, whole: int) -> float:
    return int(part * 10_000 / whole) / 10_000 if whole else 1.0
