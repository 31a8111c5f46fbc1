"""Figures of the narrative with the indicator cells that they were linked to, and how far that carries."""

from __future__ import annotations

from decimal import Decimal

import msgspec
import regex
from msgspec.structs import replace

from extractors.records import Figure, Indicator, Link
from extractors.units import ratio
from rules import printed
from rules.comparing import same_fact
from rules.dating import years
from rules.denotation import Printed
from rules.diagnosing import difference
from rules.exceeding import distance
from rules.interim import interim
from rules.linking.names import alike, core
from rules.passages import PLANNED, TOLD, Passage, passages, sentence_of
from rules.profile import Profile
from rules.quoting import row_name
from rules.submission import Submission
from rules.text import first, norm

COLUMNS = {"actual": "完成值", "target": "指标值", "rate": "完成率"}
_SLIP = Decimal("0.75")  # of the bar, where figure and cell have the same digits
_SAME_NAME = 0.8  # of `alike`, from which two names are one
_MEASURES = frozenset(
    ["面积", "长度", "里程", "数量", "人数", "户数", "个数", "场次", "次数", "人次", "规模", "总量", "总数"]
)  # 绿化, 绿化面积
_TURNED = 4  # characters of a name that may stand in another order
_APART_BY = regex.compile(
    r"(?:比|较|与|距|低于|高于)[^，,；;。]{1,28}(?:相比)?(?:少|多|高|低|快|慢|短|长|早|晚|缩短|延长|提前|缩减|相差|差)了?\s*$"
)
_MISSED = regex.compile(
    r"未|没有|不足|仅|只|少于|低于|差|缺|应|需|拟|计划|目标|任务|指标|年初|预期|设定|要求|完成率|进度|实际|其中"
)
_AS = regex.compile(r"^(?:全年|本年|年度|其中)*|(?:达到?|为|是|实现|完成)*$")
_CLAUSE_LENGTH = 40
_NEAR = 14  # characters before a figure in which a word makes it another quantity
_AFTER = 10
_OUT_OF = regex.compile(r"\p{Han}{0,16}(?<![其集年])(?:中|里)[，,]?(?:已?有|的)?\s*")
_OTHERWISE = ("part_words", "other_period")
_AGAINST = ("intended", "measured_against")


class Stated(msgspec.Struct, kw_only=True, frozen=True):
    """One figure that speaks of a cell. `sure`: the link is strong enough to accuse.

    `column` is target, actual or rate; what a goal states is the target, whatever verb it uses.
    """

    passage: Passage
    column: str
    figure: Figure
    link: Link
    row: Indicator
    sure: bool

    @property
    def name(self) -> str:
        """The indicator, as an auditor would call it."""
        return row_name(self.row)

    @property
    def cell(self) -> tuple[str, int, str]:
        """Which cell it speaks of."""
        return self.link.form_id, self.link.row, self.column


def stated(submission: Submission, profile: Profile) -> list[Stated]:
    """All figures linked to target, actual or rate of an indicator row, in order of the text."""
    known: list[Stated] | None = submission.shared.get("stated")
    if known is None:
        known = submission.shared["stated"] = _stated(submission, profile)
    return known


def _stated(submission: Submission, profile: Profile) -> list[Stated]:
    rows = {(row.form_id, row.row): row for row in submission.indicators}
    bar = profile.at(submission.year, "report").accusing_link_percent
    out = []
    for passage in passages(submission):
        for figure in passage.figures:
            for link in submission.links_of(figure):
                row = rows.get((link.form_id, link.row))
                speaks = link.table == "indicators" and link.relation not in {"input", "contradicts"}
                if row is None or not speaks or link.column not in COLUMNS:
                    continue
                column = _column(passage, figure, link, row)
                if column == "target" and _claims(passage, figure, link, row, submission):
                    column = "actual"
                sure = Decimal(str(link.confidence)) * 100
                one = Stated(
                    passage=passage, figure=figure, link=link, row=row, sure=sure >= bar, column=column
                )
                lower = not one.sure and sure >= bar * _SLIP
                out.append(replace(one, sure=True) if lower and slip(one) else one)
    return out


def _column(passage: Passage, figure: Figure, link: Link, row: Indicator) -> str:
    """The column that a figure speaks of.

    What a goal states is the target. Elsewhere a figure read as a target, with no word of intention
    in its own clause, is the result where it fits the result.
    """
    if link.column == "actual" and passage.key in PLANNED:
        return "actual" if passage.key == "measures" and link.relation != "conflict" else "target"
    if link.column != "target" or link.relation != "conflict" or passage.key in PLANNED:
        return link.column
    if first(_clause(passage, figure), "intended"):
        return "target"
    as_result = Stated(passage=passage, figure=figure, link=link, row=row, sure=True, column="actual")
    return "actual" if agrees(as_result) or slip(as_result) else "target"


def _claims(passage: Passage, figure: Figure, link: Link, row: Indicator, submission: Submission) -> bool:
    """Where results are told a figure is one, also where it repeats the target that was missed.

    A report may begin with the target, so there nothing else may be said of the row, nor that it was missed.
    """
    if not passage.keys & TOLD or figure.kind not in {"actual", None} or link.relation == "conflict":
        return False
    if passage.key != "goal_actual" and not _alone(passage, figure, link, submission):
        return False
    result, said = printed.actual(row), printed.figure(figure)
    if result is None or said is None or same_fact(said, result).agrees or figure.qualifier:
        return False
    after = passage.text[figure.end : figure.end + _AFTER]
    if first(passage.before(figure), "intended") or any(
        word in after for word in ("目标", "任务", "计划", "要求")
    ):
        return False
    others = (x for x in passage.figures if x is not figure and x.unit == figure.unit)
    linked = (y for x in others for y in submission.links_of(x))
    return not any((y.form_id, y.row) == (link.form_id, link.row) and y.column == "actual" for y in linked)


def _alone(passage: Passage, figure: Figure, link: Link, submission: Submission) -> bool:
    """No other figure of the report speaks of the row; its sentence tells no target, no shortfall."""
    sentence = sentence_of(passage, figure).text
    if figure.qualifier or passage.key in PLANNED or _MISSED.search(sentence):
        return False
    others = (x for x in submission.figures if x is not figure and x.form_id == figure.form_id)
    linked = (y for x in others for y in submission.links_of(x))
    rows = {(y.form_id, y.row) for y in linked if y.column in {"actual", "rate"}}
    return (link.form_id, link.row) not in rows


def _clause(passage: Passage, figure: Figure) -> str:
    before = passage.before(figure)
    for mark in "，,；;、）":
        before = before.rsplit(mark, 1)[-1]
    return before


def slip(one: Stated) -> str | None:
    """The same digits in another order or at another scale, in words: the cell, misprinted."""
    said, cell = printed.figure(one.figure), value(one)
    converted = ratio(one.figure.unit or "", _unit(one) or "") not in (None, 1)
    return difference(said, cell) if said is not None and cell is not None and not converted else None


def elsewhere(one: Stated, submission: Submission, profile: Profile) -> str | None:
    """Why a figure that differs from its cell speaks of something else, in words; None where it does not.

    Beside a figure of its form that agrees with the cell, one under another name does, unless both have the
    same digits: in another order, or at another scale, they are the cell misprinted.
    """
    named = years(one.passage.before(one.figure))
    if named and submission.year is not None and named[-1] != submission.year:
        return f"所在句写的是{named[-1]}年"
    narrower = _narrower(one)
    if narrower:
        return narrower
    if slip(one):
        return None
    place, name = _named(one)
    others = {other for form, other in _agreeing(submission, profile).get(one.cell, ()) if form == place}
    if others and not any(_same_name(name, other) for other in others) and not _called(one):
        return "另有一处叙述与表内数一致，此处另有所指"
    if one.column != "rate" and (one.figure.unit or "") != (_unit(one) or ""):
        return "单位不同"
    return None


def _called(one: Stated) -> bool:
    """The clause before the figure is the row's whole name, nothing more: 抽检合格率98.6%."""
    said = _AS.sub("", norm(one.passage.clause_before(one.figure)))
    return len(said) >= _TURNED and said == norm(one.name)


def _same_name(name: str, other: str) -> bool:
    """Alike, or the same characters in another order: 水土流失治理, 治理水土流失面积."""
    short, long = sorted((name, other), key=len)
    turned = len(short) >= _TURNED and set(short) <= set(long) and len(long) <= len(short) + 2
    measured = long.startswith(short) and long.removeprefix(short) in _MEASURES
    return name == other or turned or measured or alike(name, other) >= _SAME_NAME


def _narrower(one: Stated) -> str | None:
    """That the words around make it a part, a difference, another period or scope, in words."""
    dated = interim(one.passage.text, one.figure.start)
    if dated and dated not in one.name:
        return f"是{dated}的数，不是全年数"
    if one.column == "actual" and _APART_BY.search(one.passage.before(one.figure)[-_CLAUSE_LENGTH:]):
        return "是与另一数的差额"
    if distance(one.passage, one.figure) and not agrees(one):
        return "是超出（少于）计划的部分"
    whole, word = _within(one), _word(one, _OTHERWISE)
    if whole is not None:
        return f"是{whole.text}中的一部分"
    return f"上下文有“{word}”，是部分数、其他时期或另一口径" if word else None


def _within(one: Stated) -> Figure | None:
    """The figure of which this one is a part: 17个签约项目中10个已开工."""
    whole = one.passage.last_before(one.figure.start)
    if whole is None or whole.unit != one.figure.unit or whole.value is None or one.figure.value is None:
        return None
    inside = _OUT_OF.fullmatch(one.passage.gap(whole, one.figure)) and one.figure.value <= whole.value
    return whole if inside else None


def value(one: Stated) -> Printed | None:
    """The cell's figure; None for a rate, which is computed."""
    if one.column == "rate":
        return None
    return printed.target(one.row) if one.column == "target" else printed.actual(one.row)


def _unit(one: Stated) -> str | None:
    row = one.row
    return row.target_unit if one.column == "target" else row.actual_unit or row.target_unit


def _agreeing(submission: Submission, profile: Profile) -> dict[tuple[str, int, str], set[tuple[str, str]]]:
    """In which form, under which names figures agree with each cell."""
    known: dict[tuple[str, int, str], set[tuple[str, str]]] | None = submission.shared.get("agreeing")
    if known is None:
        known = submission.shared["agreeing"] = {}
        for one in stated(submission, profile):
            if agrees(one):
                known.setdefault(one.cell, set()).add(_named(one))
    return known


def _named(one: Stated) -> tuple[str, str]:
    """Where a figure stands, and what it is said to measure: synonyms, verbs, counting words folded."""
    subject = core(one.figure.subject or "")
    return one.passage.form.form_id, subject or one.figure.figure_id


def agrees(one: Stated) -> bool:
    """The figure is the cell's, at the printed precision; a target's comparator does not count.

    What the linker found to agree does: it knows that 下降3.4% is a cell of -3.4%.
    """
    if one.link.column == one.column and one.link.relation != "conflict":
        return True
    said, cell = printed.figure(one.figure), value(one)
    if said is None or cell is None:
        return False
    if one.column == "target":
        said = replace(said, qualifier=None)
    return same_fact(said, cell).agrees


def is_reference(one: Stated) -> bool:
    """True where the figure is what a result is measured against: 控制在90万元以内, 低于计划的35万元."""
    return one.column == "actual" and (_word(one, _AGAINST) or _limited(one)) is not None


def _word(one: Stated, lexicons: tuple[str, ...]) -> str | None:
    """A word shortly before the figure, in its sentence, that the row's own name does not have."""
    previous = one.passage.last_before(one.figure.start)
    start = max(previous.end if previous else 0, one.figure.start - _NEAR)
    before = one.passage.text[start : one.figure.start]
    for mark in "。；;\n":
        before = before.rsplit(mark, 1)[-1]
    found = (first(before, lexicon) for lexicon in lexicons)
    return next((word for word in found if word and word not in one.name), None)


def _limited(one: Stated) -> str | None:
    after = one.passage.text[one.figure.end : one.figure.end + _AFTER]
    for mark in "，,、。；;（(\n":
        after = after.split(mark, 1)[0]
    word = first(after, "limits")
    return word if word and word not in one.name else None
