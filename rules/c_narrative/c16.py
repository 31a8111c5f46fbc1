"""C16: a group of indicators left empty while the report tells of it, or the other way round.

比对：二级指标一组（可持续影响、生态效益、社会效益……）全部为“无”或空白，而报告相应段落写有成果；或该组有分值、有指标，
而报告相应段落为空或写“无”。
意义：有成果没有指标，成果不受考核；有分值没有说明，得分没有依据。
不适用：报告没有该组的段落；两边都空（由E01核对分值）；标题并列几组而正文只说其中一组。
示例：可持续影响指标“无”，报告写“建立了长效管护机制”，报告；样表两边都空，不报。
依据：自评表与自评报告提纲（社会效益、生态效益、可持续影响）一一对应。
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import regex

from extractors.records import Form, Section
from rules.grouping import Group, groups, is_absent
from rules.passages import Passage, Span, narrative
from rules.profile import Profile
from rules.quoting import cell, quote
from rules.quoting import section as quoted
from rules.rule import Outcome, Rule, failed, inapplicable, passed
from rules.submission import Submission

_TOPICS = {
    "可持续": regex.compile(r"可持续|长效|长期|机制|持续发挥|后续"),
    "生态": regex.compile(r"生态|环境|绿化|污染|节能|减排|水质|空气"),
    "社会效益": regex.compile(r"\p{Han}{2}"),
    "经济效益": regex.compile(r"\p{Han}{2}"),
    "满意度": regex.compile(r"满意"),
}
_NOTHING = regex.compile(r"^[\s。，,：:（）()]*(?:无|暂无|不涉及|不适用|没有|略|/|—+)?[\s。，,：:（）()]*$")
_LABEL = regex.compile(r"^\s*+(?:[（(]?\d{1,2}[)）.、．])?\s*+\p{Han}{2,10}?(?:：|:)")
_RESULT = 6  # characters that a result has at least


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each group of a known topic that the report has a place for."""
    told = False
    for form in submission.scored_forms:
        for group in groups(submission.indicators_of(form), 2):
            topic = next((topic for topic in _TOPICS if topic in group.name), None)
            places = list(_places(submission, topic)) if topic else []
            if topic and places:
                told = True
                yield from _judge(form, group, topic, places)
    if not told:
        yield inapplicable("报告没有分组说明的段落")


def _judge(
    form: Form, group: Group, topic: str, places: list[tuple[Section, Passage | None, Span]]
) -> Iterator[Outcome]:
    empty = all(is_absent(row) for row in group.rows)
    about: dict[str, Any] = {"form": form, "key": group.names, "subject": group.name}
    results = [(s, p, span) for s, p, span in places if _is_result(span.text, topic)]
    if empty and results:
        section, passage, span = results[0]
        said = passage.quote(span, "报告") if passage else quoted(section, "报告")
        yield failed(
            f"“{group.name}”没有指标，报告写有成果：“{span.text.strip()[:40]}”",
            evidence=[cell(group.rows[0], "level3", f"{group.name}·三级指标"), said],
            **about,
        )
        return
    scored = [row for row in group.rows if row.weight_points and not is_absent(row)]
    blank = all(_NOTHING.fullmatch(span.text) for _, _, span in places)
    if scored and blank:
        section = places[0][0]
        yield failed(
            f"“{group.name}”有{len(scored)}项指标，报告相应段落没有内容",
            evidence=[
                quote(section, "报告章节", section.heading, section.heading_at),
                *(cell(row, "actual") for row in scored),
            ],
            **about,
        )
        return
    yield passed(f"“{group.name}”与报告相应段落相合", **about)


def _places(submission: Submission, topic: str) -> Iterator[tuple[Section, Passage | None, Span]]:
    """Bodies under a heading of the topic, paragraphs that begin with it. A body with parts below is none."""
    bodies = {
        p.section.section_id: p for p in narrative(submission) if p.section and p.text is p.section.text
    }
    parents = {section.parent_id for section in submission.sections}
    for section in submission.sections:
        passage = bodies.get(section.section_id)
        text = section.text
        if topic in section.heading and section.section_id not in parents and len(section.heading) <= 24:
            yield section, passage, Span(text, 0, len(text))
        start = 0
        for line in text.split("\n"):
            label = _LABEL.match(line)
            if label and topic in label[0] and passage is not None:
                body = line[label.end() :]
                yield section, passage, Span(body, start + label.end(), start + len(line))
            start += len(line) + 1


def _is_result(text: str, topic: str) -> bool:
    return len(text.strip()) >= _RESULT and not _NOTHING.fullmatch(text) and bool(_TOPICS[topic].search(text))


RULE = Rule(id="C16", title="无指标而有叙述（或反之）", severity="一般", confidence="推断", check=check)
