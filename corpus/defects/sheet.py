"""An invented submission: one truth, what is printed otherwise on top of it."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

import msgspec

CENT = Decimal("0.01")
HUNDRED = Decimal(100)


class Line(msgspec.Struct, kw_only=True):
    """An indicator row. Amounts in the printed unit, points in points; `printed` overrides a cell by column."""

    name: str
    level1: str
    level2: str
    weight: Decimal
    verb: str = ""
    unit: str = ""
    goal: Decimal | None = None  # None: in words
    result: Decimal | None = None
    sign: str = "≥"
    words: tuple[str, str] = ("", "")
    score: Decimal | None = None  # None: by the formula
    reason: str | None = None  # None: as the office writes where points are lost
    said: str | None = None  # the sentence of the report, where it differs
    hand: int = 0
    printed: dict[str, str] = {}

    @property
    def missed(self) -> bool:
        """Whether the target is not reached."""
        if self.goal is None or self.result is None:
            return False
        return self.result > self.goal if self.sign == "≤" else self.result < self.goal

    def show(self, value: Decimal) -> str:
        """A value with the unit, as printed."""
        return f"{value}{self.unit}"


class Money(msgspec.Struct, kw_only=True):
    """A money row in 万元."""

    label: str
    item: str
    budget: Decimal
    executed: Decimal
    printed: dict[str, str] = {}

    @property
    def rate(self) -> str:
        """执行率 as printed: two decimals, rounded half up."""
        return percent(self.executed, self.budget)


class Sheet(msgspec.Struct, kw_only=True):
    """A department's three annexes, or a project's form with its report.

    `texts` are the report's paragraphs by section, `printed` what a form prints otherwise:
    total_weight, total_score, self_score, count, form_title, form_unit, summary_budget …; texts of `printed` stand as they are.
    """

    kind: str  # department | project
    office: str
    year: int
    outline: str
    grid: Decimal
    format: str
    staff: tuple[int, int]
    subordinates: list[Money]
    funds: list[Money]
    lines: list[Line]
    texts: dict[str, list[str]]
    reason: str
    branches: list[str]
    printed: dict[str, str] = {}
    labels: dict[str, str] = {}  # level1 or level2 name -> points printed otherwise
    dropped: set[str] = set()  # sections that the report lacks
    boxed: bool = False  # the report stands in a table of one column
    district: str = "云溪区"

    @property
    def unit(self) -> str:
        """The full name."""
        return f"临江市{self.district}{self.office}"

    def fund(self, item: str) -> Money:
        """A money row; total is the whole."""
        return next(x for x in self.funds if x.item == item)

    @property
    def quantities(self) -> list[Line]:
        """Output rows that are counted."""
        return [x for x in self.lines if x.level2 == "数量指标" and x.goal is not None]

    def named(self, name: str) -> Line:
        """The row whose name begins so."""
        return next(x for x in self.lines if x.name.startswith(name))

    def score_of(self, line: Line) -> Decimal:
        """得分: what is planted, else in proportion, on the form's grid, never full where missed."""
        if line.score is not None:
            return line.score
        if not line.missed or not line.goal or line.result is None:
            return line.weight
        share = 2 - line.result / line.goal if line.sign == "≤" else line.result / line.goal
        points = (max(share, Decimal(0)) * line.weight / self.grid).quantize(
            Decimal(1), ROUND_HALF_UP
        ) * self.grid
        return min(points, line.weight - self.grid)

    @property
    def execution(self) -> Decimal:
        """Points of a project's execution rate."""
        rate = min(Decimal(self.funds[0].rate.rstrip("%")), HUNDRED)
        return (rate / 10).quantize(CENT, ROUND_HALF_UP)

    @property
    def total(self) -> Decimal:
        """Σ得分."""
        points = sum((self.score_of(x) for x in self.lines), Decimal(0))
        return points + self.execution if self.kind == "project" else points


def percent(part: Decimal, whole: Decimal, places: int = 2) -> str:
    """`part / whole` in percent, rounded half up."""
    step = Decimal(1).scaleb(-places)
    return f"{(part / whole * 100).quantize(step, ROUND_HALF_UP)}%"
