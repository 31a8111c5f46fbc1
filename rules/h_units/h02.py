"""H02: a form headed with another unit's name, or a report that introduces itself as another unit.

比对：自评表、自评报告的标题与表头所写单位，叙述中自称的单位（“……局（以下简称本单位）”“本单位（……局）”“……局是县政府
工作部门”）、报告开头所介绍的单位（“……馆承担……”），与本单位名称；该名称另有单位报送，或列在单位名录。
意义：套用他单位的文件而未改名称。
不适用：表单没有写单位名称；名称只是简称、前缀不同；主管部门汇总文件（汇总表列有该单位）；别的单位只是被提到。
示例：卫生健康委员会的文件中报告标题为教育体育局，报告；合作单位在正文中被提到的不报。
依据：自评材料应由本单位填报。
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import regex

from extractors.records import Evidence, Form
from rules.profile import Profile
from rules.quoting import quote
from rules.rule import Outcome, Rule, failed, inapplicable, passed
from rules.submission import Dataset, Submission
from rules.unitnames import core, parsed, same_unit

_OWN = {"department", "report"}
_INTRODUCING = {"duties", "overview"}
_SELF = r"(?:我|本)(?:单位|部门|局|委|办|院|校|站|所|中心|镇|乡|街道|馆|队|会)"
_NAMED = (
    regex.compile(rf"(\p{{Han}}{{4,30}})[（(]以下(?:简称|统称)[:：]?[“\"‘']?{_SELF}[”\"’']?[)）]"),
    regex.compile(rf"{_SELF}[（(](\p{{Han}}{{4,30}})[)）]"),
    regex.compile(
        r"(?:^|[。\n])(\p{Han}{4,30})(?=(?:是|为|系)(?:市|区|县|旗)?(?:人民)?政府(?:工作|组成|直属))"
    ),
)


_OPENING = regex.compile(
    r"\s*(?:[一二三四五六七八九十\d]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[)）])?\s*(\p{Han}{4,30}?)(?:主要|依法|具体)?"
    r"(?=承担|负责|职责|职能|内设|下设|核定|现有|编制|成立|组建|隶属|位于|属于|系|是|为|行使|贯彻)"
)  # what a report introduces at its very beginning is its unit


class _Name(msgspec.Struct, frozen=True):
    """A name of a unit that a form or a report bears."""

    text: str
    form: Form | None
    key: tuple[str, ...]
    evidence: Evidence


_Units = dict[str, list[str]]  # core -> full names of the units that are known


def check(dataset: Dataset, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each name of another unit; one for each submission without any."""
    known: _Units = {}
    for name in (*(s.unit_name for s in dataset.submissions), *(unit.name for unit in dataset.register)):
        if name:
            known.setdefault(core(name), []).append(name)
    for submission in dataset.submissions:
        own, names = dataset.noted(_names, submission)
        found = list(_foreign(submission.unit_name or "", names, known)) if submission.unit_name else []
        for outcome in found or [own]:
            outcome.submission_id = submission.record.submission_id
            yield outcome


def _names(submission: Submission) -> tuple[Outcome, list[_Name]]:
    """What is said where no name is another unit's; the names in headings, those that the report gives itself."""
    mine = submission.unit_name or ""
    listed = {core(row.unit_name) for row in submission.summary_rows if row.unit_name} - {core(mine)}
    headed = [form for form in submission.forms if form.form_kind in _OWN and form.unit_name]
    found = [
        _Name(
            form.unit_name or "",
            form,
            ("他单位名称", form.form_kind),
            quote(form, "单位名称", form.unit_name),
        )
        for form in headed
        if core(form.unit_name or "") not in listed and not same_unit(form.unit_name or "", mine)
    ]
    found += _opening(submission)
    for section in submission.sections:
        for pattern in _NAMED:
            for said in pattern.finditer(section.text):
                form = submission.form(section.form_id)
                evidence = quote(section, "叙述中自称", said[0].strip("。\n"))
                found.append(_Name(said[1], form, ("他单位自称",), evidence))
    if headed:
        return passed("各表单所写单位没有混用他单位名称"), found
    return inapplicable("表单没有写单位名称"), found


def _opening(submission: Submission) -> list[_Name]:
    """The unit whose duties, bodies, posts the first words of a report tell of."""
    out = []
    for report in submission.reports:
        first = next((x for x in submission.sections_of(report) if x.text.strip()), None)
        said = _OPENING.match(first.text) if first is not None and first.key in _INTRODUCING else None
        if first is not None and said is not None:
            evidence = quote(first, "报告开头", said[0].strip())
            out.append(_Name(said[1], report, ("他单位自称",), evidence))
    return out


def _foreign(mine: str, names: list[_Name], known: _Units) -> Iterator[Outcome]:
    for name in names:
        other = _ends(name.text, mine, known)
        if other is not None:
            yield failed(
                f"本单位为“{mine}”，此处写作“{other}”，后者另有报送或列在单位名录",
                form=name.form,
                key=name.key,
                subject=other,
                evidence=[name.evidence],
            )


def _other(name: str, mine: str, known: _Units) -> str | None:
    """The known unit of this name, unless the name is the submission's own or only might be."""
    if same_unit(name, mine):
        return None
    region = parsed(name).region
    return next(
        (x for x in known.get(core(name), ()) if not region or parsed(x).region.endswith(region)), None
    )


def _ends(text: str, mine: str, known: _Units) -> str | None:
    """The known unit whose name, or name without region, ends a piece of text."""
    for start in range(len(text) - 3):
        if core(text[start:]) in known:
            return _other(text[start:], mine, known)
    return None


RULE = Rule(
    id="H02",
    title="他单位名称残留",
    severity="严重",
    confidence="确定",
    check=check,
    scope="dataset",
    gather=_names,
)
