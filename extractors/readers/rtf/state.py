"""What a group of an RTF file inherits: what is skipped, fonts, the paragraph's settings."""

from __future__ import annotations

import msgspec

from extractors.readers.twips import CONTINUE, NONE, RESTART, RowShape

# Destinations whose text is not printed where they stand.
_NOT_PRINTED = """
    colortbl stylesheet info pict object header headerl headerr headerf footer footerl footerr footerf
    listtable listoverridetable revtbl rsidtbl annotation atnid atnauthor atndate atnref xe tc
    tcf rxe themedata datastore latentstyles private shpgrp shprslt nonshppict nonesttables bkmkstart bkmkend
    ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn comment template title author operator pgptbl filetbl mmathPr
    xmlnstbl objdata objclass shpinst formfield background pntxta pntxtb falt panose
"""
SKIPPED = frozenset(_NOT_PRINTED.split())
# Destinations that are entered although marked as optional, or although they stand in a skipped one.
ENTERED = frozenset({"shptxt", "nesttableprops", "ud", "result", "dptxbxtext"})


class State(msgspec.Struct):
    """Settings that end with their group."""

    skip: bool = False
    destination: str = ""
    font: int | None = None
    uc: int = 1
    hidden: bool = False
    deleted: bool = False
    in_table: bool = False
    depth: int | None = None
    outline: int | None = None

    def child(self) -> State:
        """The state of a group that begins here."""
        return State(
            self.skip,
            self.destination,
            self.font,
            self.uc,
            self.hidden,
            self.deleted,
            self.in_table,
            self.depth,
            self.outline,
        )

    def table_depth(self) -> int:
        """How deep the paragraph stands in tables."""
        depth = self.depth if self.depth is not None else int(self.in_table)
        return min(max(depth, 0), 32)


class RowDefinition(msgspec.Struct):
    r"""A row as \trowd … \cellx describe it."""

    left: int = 0
    edges: list[int] = []
    joined: list[bool] = []
    vertical: list[int] = []
    next_joined: bool = False
    next_vertical: int = NONE

    def merge(self, word: str) -> None:
        """Note a merge of the cell whose right edge comes next."""
        if word == "clmrg":
            self.next_joined = True
        elif word in ("clvmgf", "clvmrg"):
            self.next_vertical = RESTART if word == "clvmgf" else CONTINUE

    def cell(self, edge: int) -> None:
        """A cell ends at `edge`, in twips."""
        if len(self.edges) < 1000:
            self.edges.append(edge)
            self.joined.append(self.next_joined)
            self.vertical.append(self.next_vertical)
        self.next_joined, self.next_vertical = False, NONE

    def shape(self) -> RowShape | None:
        """The row's shape; None where nothing was said."""
        if not self.edges:
            return None
        return RowShape([self.left, *self.edges], list(self.joined), list(self.vertical))
