"""A figure found in text."""

from __future__ import annotations

from decimal import Decimal

import msgspec

from extractors.numerals.fraction import Fraction


class FoundFigure(msgspec.Struct, frozen=True, kw_only=True):
    """One figure of a text, understood. Conventions: figures.md 1-2.

    `text` is `source[start:end]`, code points. Values are exact, in the base unit, scale multiplied
    out; a range has `low` and `high` and no `value`. `exact` is the value as text where no decimal
    says it (2/3, 5:3:2). `unit` is canonical, '' for a bare number; `step` the last printed place.
    `sentence` is the span of its sentence. `rule` names the production, `cues` the words that set
    kind and qualifier. `number` and `scale` are as printed.
    """

    start: int
    end: int
    text: str
    value: Fraction | None = None
    low: Fraction | None = None
    high: Fraction | None = None
    exact: str | None = None
    unit: str = ""
    qualifier: str | None = None
    kind: str = "actual"
    direction: str | None = None
    subject: str = ""
    step: Fraction = Fraction(1)
    sentence: tuple[int, int] = (0, 0)
    rule: str = ""
    cues: tuple[str, ...] = ()
    number: str = ""
    scale: str = ""

    def to_json(self) -> dict[str, object]:
        """The figure as `hedui figures` prints it (figures.md 4)."""
        values: dict[str, object] = {
            "value": self.exact or (None if self.value is None else decimal(self.value))
        }
        if self.low is not None and self.high is not None:
            values = {"value_low": decimal(self.low), "value_high": decimal(self.high)}
        return {
            "span": [self.start, self.end], "text": self.text, **values, "unit": self.unit,
            "qualifier": self.qualifier, "kind": self.kind, "subject": self.subject,
            "direction": self.direction, "step": decimal(self.step), "sentence": list(self.sentence),
            "rule": self.rule, "cues": list(self.cues),
            "written": {"number": self.number, "scale": self.scale},
        }  # fmt: skip


def decimal(value: Fraction) -> str:
    """The exact decimal of a fraction, else N/D: 640000000, 41.2, 2/3."""
    rest = value.denominator
    if rest == 1:
        return str(value.numerator)
    places = 0
    for factor in (2, 5):
        power = 0
        while rest % factor == 0:
            rest, power = rest // factor, power + 1
        places = max(places, power)
    if rest != 1:
        return f"{value.numerator}/{value.denominator}"
    return f"{Decimal(value.numerator * 10**places // value.denominator).scaleb(-places):f}"
