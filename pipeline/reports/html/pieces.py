"""Texts cut at the figures that stand in them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

import msgspec

from extractors.records import Figure, Link
from pipeline.reports.wording import RELATIONS
from rules.submission import Submission

_ORDER = ("conflict", "contradicts", "scope", "derived", "input", "within", "truncated", "rounded", "equal")


class Piece(msgspec.Struct, frozen=True):
    """Plain text, or a figure with its relation and the cells it belongs to."""

    text: str
    figure: str = ""
    relation: str = ""
    title: str = ""
    targets: tuple[str, ...] = ()


class Marks:
    """The figures of one document's texts with their links, by the place of the text."""

    def __init__(self, view: Submission, prefix: dict[str, str]) -> None:
        self.prefix = prefix
        self.by_place: dict[tuple[str, str], list[tuple[int, int, Figure]]] = defaultdict(list)
        self.back: dict[str, list[str]] = defaultdict(list)
        self.links: dict[str, list[Link]] = defaultdict(list)
        self.places = _places(view)
        for link in view.links:
            self.links[link.figure_id].append(link)
        for figure in view.figures:
            base, _, span = figure.at.partition(":")
            start, _, end = span.partition("-")
            if end and figure.source in {"text", "heading", "goal_target", "goal_actual"}:
                self.by_place[figure.document_id, base].append((int(start), int(end), figure))
                for target in self._targets(figure):
                    self.back[target].append(_figure_id(figure))

    def cut(self, document_id: str, at: str, text: str) -> list[Piece]:
        """The text at a place in pieces."""
        out: list[Piece] = []
        done = 0
        for start, end, figure in sorted(self.by_place.get((document_id, at), []), key=lambda x: x[:2]):
            if start < done or end > len(text):
                continue
            relation = self._relation(figure)
            out += [
                Piece(text[done:start]),
                Piece(
                    text[start:end],
                    _figure_id(figure),
                    relation,
                    RELATIONS[relation],
                    tuple(self._targets(figure)),
                ),
            ]
            done = end
        return [piece for piece in [*out, Piece(text[done:])] if piece.text]

    def _relation(self, figure: Figure) -> str:
        found = {link.relation for link in self.links.get(figure.figure_id, [])}
        return next((relation for relation in _ORDER if relation in found), "none")

    def _targets(self, figure: Figure) -> Iterable[str]:
        for link in self.links.get(figure.figure_id, []):
            place = self.places.get((link.table, link.form_id, link.row, link.column))
            if place:
                yield anchor(self.prefix.get(place[0], "d0"), place[1])


def anchor(prefix: str, at: str) -> str:
    """The element id of a place: letters, digits, dashes."""
    return f"{prefix}-{at.partition(':')[0].replace('.', '-')}"


def _figure_id(figure: Figure) -> str:
    return f"f-{figure.figure_id}"


def _places(view: Submission) -> dict[tuple[str, str, int, str], tuple[str, str]]:
    """(document, place) of each cell that links can name."""
    out: dict[tuple[str, str, int, str], tuple[str, str]] = {}
    for table in ("indicators", "funds", "summary_rows"):
        for row in getattr(view, table):
            for column, at in row.places.items():
                out[table, row.form_id, row.row, column] = (row.document_id, at)
            if "actual" in row.places:
                out[table, row.form_id, row.row, "rate"] = (
                    row.document_id,
                    row.places.get("rate", row.places["actual"]),
                )
    return out
