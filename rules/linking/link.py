"""The links of a submission: every figure of its narrative against the cells of its forms."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import msgspec
import regex

from extractors.records import Figure, Form, Indicator, Link, Section
from rules.comparing import CONFLICT, EXACT, ROUNDED, TRUNCATED, WITHIN
from rules.interim import interim
from rules.linking.assigning import Alignment, align
from rules.linking.claims import contradicted, inputs
from rules.linking.money import money_links
from rules.linking.scoring import compare
from rules.submission import Submission

RELATIONS = {
    EXACT: "equal",
    ROUNDED: "rounded",
    TRUNCATED: "truncated",
    WITHIN: "within",
    CONFLICT: "conflict",
}

# Sections that tell results. Elsewhere (duties, problems, plans) a figure that differs from a cell
# is hardly ever meant for it, so there only agreement links.
_TELLING = {
    "results", "outputs", "effects", "satisfaction", "conclusion", "goals", "targets", "budget", "quantity",
    "quality", "timeliness", "cost",
}  # fmt: skip


_INTRODUCING = {"overview", "duties", "other", None}  # a project's plan of this year may stand there
_AIMING = {"goals", "targets"}  # sections that say what was intended
_REACHED = regex.compile(
    r"已|实际|上年|去年|同期|现有|原有|目前|截至|完成了|完成率|累计|实有|在职|均完成|全部完成"
)

_YEARS_PLAN = regex.compile(
    r"(?:(?P<year>20\d\d)年度?|本年度?|年初|全年)(?:年初)?计划(?!生育|总投资|投资)(?P<what>(?:(?!完成率|实际|已)[^，,；;。\d]){0,20})$"
)  # in the clause right before the figure

_DEEPEST, _NAME = 8, 3  # levels; characters of a name


def link(submission: Submission) -> list[Link]:
    """All links, in order of figure, table, row, column. A figure without a counterpart has none."""
    found: list[Link] = []
    for text, figures, rows, telling in _texts(submission):
        matched = align(rows, text, figures, year=submission.year)
        kept = [x for x in matched if x.consistent or (telling and _of_the_year(x, text))]
        if telling is None:
            year = submission.year
            kept += [x for x in matched if x not in kept and _is_plan(x, kept, text, year)]
        matched = kept
        found += [_link(alignment) for alignment in matched]
        found += contradicted(figures, rows, text)
        found += inputs(figures, rows)
    taken = {each.figure_id for each in found if each.relation not in {"conflict", "contradicts", "input"}}
    found += money_links(submission, taken)
    return sorted(
        _settled(found), key=lambda x: (x.document_id, x.figure_id, x.table, x.form_id, x.row, x.column)
    )


def _of_the_year(alignment: Alignment, text: str) -> bool:
    """A figure of a date within the year (截至6月底) conflicts with no full year's cell."""
    dated = interim(text, alignment.figure.start)
    return dated is None or dated in (alignment.row.level3 or "")


def _is_plan(alignment: Alignment, kept: list[Alignment], text: str, year: int | None) -> bool:
    """A plan that names the year (2022年计划办理案件300件), or stands among this year's."""
    start, _ = _sentence(text, alignment.figure.start)
    found = _YEARS_PLAN.search(text[start : alignment.figure.start])
    named = found is not None and (found["year"] or str(year)) == str(year)
    named = found is not None and named and _is_name(found["what"], alignment.row.level3 or "")
    own = named and alignment.column == "target" and alignment.figure.kind == "target"
    return (own and not alignment.consistent) or _among_plans(alignment, kept, text)


def _is_name(said: str, name: str) -> bool:
    """The row's name or part of it, a verb before it aside: a place or a share is another matter."""
    return any(len(said) - verb >= _NAME and said[verb:] in name for verb in (0, 2))


def _among_plans(alignment: Alignment, kept: list[Alignment], text: str) -> bool:
    """A plan in a sentence that states another row's target rightly is this year's plan, too."""
    if alignment.consistent or alignment.column != "target" or alignment.figure.kind != "target":
        return False
    start, end = _sentence(text, alignment.figure.start)
    return any(
        x.consistent and x.column == "target" and x.row is not alignment.row and start <= x.figure.start < end
        for x in kept
    )


def _sentence(text: str, position: int) -> tuple[int, int]:
    start = max(text.rfind(mark, 0, position) for mark in "。\n") + 1
    ends = [found for mark in "。\n" if (found := text.find(mark, position)) >= 0]
    return start, min(ends, default=len(text))


def _texts(submission: Submission) -> Iterator[tuple[str, list[Figure], list[Indicator], bool | None]]:
    """Running texts with their figures, their rows, whether they tell results (None: they introduce)."""
    rows = [row for form in submission.scored_forms for row in submission.indicators_of(form)]
    by_place: dict[tuple[str, str | None, str, int | None], list[Figure]] = defaultdict(list)
    for figure in submission.figures:
        by_place[figure.form_id, figure.section_id, figure.source, figure.row].append(figure)
    above = {(x.form_id, x.section_id): x for x in submission.sections}
    for section in submission.sections:
        role = _role(section, above)
        telling = role in _TELLING or (None if role in _INTRODUCING else False)
        for source, text in (("text", section.text), ("heading", section.heading)):
            figures = by_place.get((section.form_id, section.section_id, source, None))
            if figures:
                aims = _role(section, above) in _AIMING
                yield text, [_aimed(x) for x in figures] if aims else figures, rows, telling
    for form in submission.scored_forms:
        yield from _goals(submission, form, by_place)


def _aimed(figure: Figure) -> Figure:
    """What a section of goals states is a target, unless its words tell what was done."""
    before = (figure.sentence or "").split(figure.text)[0]
    told = figure.kind not in {"actual", None} or _REACHED.search(before)
    return figure if told else msgspec.structs.replace(figure, kind="target")


def _role(section: Section, above: dict[tuple[str, str], Section]) -> str | None:
    """The section's role; one that its heading does not tell (a project's name) is that of its part."""
    for _ in range(_DEEPEST):
        parent = above.get((section.form_id, section.parent_id or ""))
        if section.key not in {None, "other"} or parent is None:
            break
        section = parent
    return section.key


def _goals(
    submission: Submission, form: Form, by_place: dict[tuple[str, str | None, str, int | None], list[Figure]]
) -> Iterator[tuple[str, list[Figure], list[Indicator], bool]]:
    for goal in submission.goals_of(form):
        for source, text in (("goal_target", goal.target_text), ("goal_actual", goal.actual_text)):
            figures = by_place.get((form.form_id, None, source, goal.row))
            if figures and text:
                yield text, figures, submission.indicators_of(form), True


def _link(alignment: Alignment) -> Link:
    compared = compare(alignment.figure, alignment.cell)
    relation = RELATIONS[compared.verdict] if compared is not None else "conflict"
    if alignment.column == "rate" and relation != "conflict":
        relation = "derived"
    return Link(
        figure_id=alignment.figure.figure_id,
        document_id=alignment.figure.document_id,
        form_id=alignment.row.form_id,
        table="indicators",
        row=alignment.row.row,
        column=alignment.column,
        confidence=round(alignment.confidence, 3),
        relation=relation,
    )


def _settled(links: list[Link]) -> list[Link]:
    """One link for a figure and a cell; what conflicts here but is at home in a money row stays there."""
    home = {each.figure_id for each in links if each.table != "indicators" and each.relation != "conflict"}
    kept: dict[tuple[str, str, str, int, str], Link] = {}
    for each in links:
        if each.table == "indicators" and each.relation == "conflict" and each.figure_id in home:
            continue
        kept.setdefault((each.figure_id, each.form_id, each.table, each.row, each.column), each)
    return list(kept.values())
