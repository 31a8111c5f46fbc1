"""C09: the unit named in two ways.

比对：汇总表、自评表、自评报告题名以及报告正文中本单位的名称，去掉省市区县前缀之后是否相同。
意义：名称不一，可能套用了改名前或其他单位的文本，也使数据无法归集。
不适用：前缀不同（区水利局、云溪区水利局）；我局、本单位；通行的简称（市场监管局、发改委、人社局）；上级同名部门（市工
信局）；汇总表中的下属单位。题名中的单位与表中完全不同的，只提请核对。
另查：以同级其他地方的同名机构作句子主语的（清河县林业局的报告写“白桦县林业局全年……”），是套用了他县文本。
示例：表中“科技和工业信息局”，报告6处“科技和工业信息化局”，报告；“云溪区教体局”与“教育体育局”不报。
依据：单位名称以机构编制文件为准；简称见 rules/data/names.toml。
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import regex

from extractors.records import Evidence, Form
from rules.passages import Span, narrative
from rules.profile import Profile
from rules.quoting import cell, quote
from rules.rule import Outcome, Rule, failed, inapplicable, lead, passed
from rules.submission import Submission
from rules.unitnames import OTHER, VARIANT, core, goes_on, level, parsed, relation

_SUPERIORS = ("省", "市", "国家", "中央", "州")
_VERB = regex.compile(
    r"[赴到向与由经在和同对从请学派为受]|组织|参加|全年|今年|本|各"
)  # no part of a region's name
_TOWN = regex.compile(r"(?P<name>\p{Han}{2,4}?)(?P<kind>镇|乡|街道)(?:人民政府|办事处)?$")
_COMMON = regex.compile(r"[全各我本该乡镇两个]|所有|辖区|建制|集$")
_LONGEST = 24
_QUOTES = 8  # places that a finding quotes


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each report."""
    forms = _in_forms(submission)
    if not forms or not submission.reports:
        yield inapplicable("没有可以对照的单位名称")
        return
    known = {name for name, _ in forms}
    base = forms[-1][0]
    others = _subordinates(submission, known)
    for report in submission.reports:
        yield _judge(submission, report, forms, known, base, others)


def _judge(
    submission: Submission,
    report: Form,
    forms: list[tuple[str, Evidence]],
    known: set[str],
    base: str,
    others: set[str],
) -> Outcome:
    found: dict[str, list[Evidence]] = {}
    title = report.unit_name and core(report.unit_name)
    if title and report.unit_name and title not in known and title not in others:
        how = relation(title, base)
        if how in {VARIANT, OTHER}:
            found[title] = [quote(report, "自评报告单位", report.title or report.unit_name)]
        if how == OTHER:
            about = _about(report, forms, found)
            return lead(f"自评报告题名单位“{title}”与表中“{base}”不同，请核对", **about)
    for name, evidence in _elsewhere(submission, report, base):
        found.setdefault(name, []).append(evidence)
    for name, evidence in _in_text(submission, report, base):
        if name not in known and name not in others and relation(name, base) == VARIANT:
            found.setdefault(name, []).append(evidence)
    if not found:
        return passed(f"单位名称一致（{base}）", form=report, subject=base)
    words = "、".join(f"“{name}”{len(places)}处" for name, places in found.items())
    return failed(
        f"单位名称不一：自评表、汇总表为“{base}”（{len(forms)}处），自评报告为{words}",
        expected=base,
        observed="、".join(found),
        **_about(report, forms, found),
    )


def _about(
    report: Form, forms: list[tuple[str, Evidence]], found: dict[str, list[Evidence]]
) -> dict[str, Any]:
    quotes = [evidence for _, evidence in forms] + [x for places in found.values() for x in places[:_QUOTES]]
    return {"form": report, "subject": "单位名称", "evidence": quotes, "related": ("B03",)}


def _in_forms(submission: Submission) -> list[tuple[str, Evidence]]:
    """The unit's name in the summary (its own row) and in the scoring forms, the form's last."""
    named = [
        (core(form.unit_name), quote(form, "自评表·单位名称", form.unit_name))
        for form in submission.scored_forms
        if form.unit_name
    ]
    rows = [
        row for form in submission.of_kind("summary") for row in submission.summary_of(form) if row.unit_name
    ]
    if named and rows:
        own = next((row for row in rows if relation(row.unit_name or "", named[0][0]) != OTHER), None)
    else:
        own = rows[0] if rows else None
    summary = [(core(own.unit_name or ""), cell(own, "unit_name", "汇总表·预算单位"))] if own else []
    return summary + named


def _subordinates(submission: Submission, known: set[str]) -> set[str]:
    return {core(row.unit_name) for row in submission.summary_rows if row.unit_name} - known


def _elsewhere(submission: Submission, report: Form, base: str) -> Iterator[tuple[str, Evidence]]:
    """The same office of another region of the same level, as the subject of a sentence: 白桦县林业局 …."""
    named = next((x.unit_name for x in submission.scored_forms if x.unit_name), None) or ""
    town = _TOWN.search(named)
    if town is not None:
        yield from _towns(submission, report, town)
        return
    own, height = parsed(named).region, level(named)
    if not own or height is None:
        return
    pattern = regex.compile(
        rf"(?:^|[。\n])\s*(?P<name>\p{{Han}}{{2,12}}?{regex.escape(base)})(?![的与和及、])"
    )
    for passage in narrative(submission):
        for found in pattern.finditer(passage.text) if passage.form is report else ():
            name = found["name"]
            region = parsed(name).region
            if parsed(name).core != base or level(name) != height or _VERB.search(region):
                continue
            if not (own.endswith(region) or region.endswith(own)):
                yield name, passage.quote(Span(found[0], found.start(), found.end()), "报告正文")


def _towns(submission: Submission, report: Form, own: regex.Match[str]) -> Iterator[tuple[str, Evidence]]:
    """Another town as the subject of a sentence in a town's report: 桃源镇将继续加大投入."""
    pattern = regex.compile(
        rf"(?:^|[。\n])\s*(?P<name>(?:\p{{Han}}{{2,4}}?[县市区])?(?P<own>\p{{Han}}{{2,4}}?){own['kind']})"
        r"(?:人民政府|办事处)?(?=将|已|全年|高度|严格|认真|积极|不断|继续|始终|按照|共|切实|进一步)"
    )
    for passage in narrative(submission):
        for found in pattern.finditer(passage.text) if passage.form is report else ():
            if (
                found["own"] not in own["name"]
                and own["name"] not in found["own"]
                and not _COMMON.search(found["own"])
            ):
                yield found["name"], passage.quote(Span(found[0], found.start(), found.end()), "报告正文")


def _in_text(submission: Submission, report: Form, base: str) -> Iterator[tuple[str, Evidence]]:
    """Names in the body that begin and end like the unit's: its own, and near variants of it."""
    if len(base) < 4:
        return
    height = level(submission.unit_name or "")
    pattern = regex.compile(
        rf"{regex.escape(base[:2])}\p{{Han}}{{0,{min(len(base) + 4, _LONGEST)}}}?{regex.escape(base[-1])}"
    )
    for passage in narrative(submission):
        if passage.form is not report:
            continue
        for found in pattern.finditer(passage.text):
            before = passage.text[max(0, found.start() - 2) : found.start()]
            if height is not None and height > 2 and before.endswith(_SUPERIORS):
                continue
            if goes_on(found[0], passage.text[found.end() : found.end() + 1]):
                continue
            yield found[0], passage.quote(passage.around(found.start(), found.end()), "报告正文")


RULE = Rule(id="C09", title="单位名称变体", severity="重要", confidence="确定", check=check)
