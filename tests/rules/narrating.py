"""Whole narratives for tests of rules: texts as an office writes them, figures and links as found in them."""

from __future__ import annotations

from extractors import figuring, records
from rules.checking import check
from rules.families import find
from rules.linking.link import link
from rules.profile import default
from tests.rules.building import form, submission


def told(key, text, heading=None, order=1, parent=None):
    """A section of a report with a place for each paragraph."""
    places, start = [], 0
    for line in text.split("\n"):
        places.append(
            records.TextPlace(start=start, end=start + len(line), at=f"b{order * 10 + len(places)}")
        )
        start += len(line) + 1
    names = {
        "outputs": "履职完成情况", "effects": "履职效果情况", "budget": "预算及执行情况", "problems": "存在的问题",
        "measures": "改进措施", "duties": "主要职责", "satisfaction": "满意度", "goals": "年度工作任务",
        "targets": "绩效目标", "conclusion": "自评结论", "results": "绩效实现情况",
    }  # fmt: skip
    return records.Section(
        form_id="report", document_id="d", section_id=f"s{order}", parent_id=parent, order=order, depth=2,
        heading=names.get(key, "其他") if heading is None else heading, key=key, text=text, text_places=places,
        heading_at=f"b{order * 10 + 9}", at=f"b{order * 10}",
    )  # fmt: skip


def narrated(*parts):
    """The view of a submission: a scoring form, a report, figures found in every text, links."""
    flat = [one for part in parts for one in (part if isinstance(part, list) else [part])]
    kinds = {part.form_kind for part in flat if isinstance(part, records.Form)}
    scored = "department" if not kinds & {"project", "transfer"} else None
    forms = [form(kind) for kind in (scored, "report") if kind is not None and kind not in kinds]
    if any(isinstance(part, records.Goal) for part in flat):
        for part in flat:
            if isinstance(part, records.Goal):
                part.target_at, part.actual_at = f"{part.at}.c1", f"{part.at}.c2"
    view = submission(*forms, *flat)
    extract = records.Extract(
        documents=view.documents, sections=view.sections, goals=view.goals, indicators=view.indicators
    )
    view.figures += figuring.figures(extract)
    view.links = link(view)
    return view


def say(rule_id, *parts):
    """The findings of one rule on such a submission."""
    return check(narrated(*parts), default(), [find(rule_id)])


def worst(rule_id, *parts):
    """The gravest result: fail, review, open, pass, not_applicable; None where the rule says nothing."""
    order = ("fail", "review", "open", "pass", "not_applicable")
    results = [finding.result for finding in say(rule_id, *parts)]
    return min(results, key=order.index, default=None)
