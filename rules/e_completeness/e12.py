"""E12: a section that says nothing of what its heading demands, results without a figure.

比对：标题点明要写的内容（组织架构、人员、资产；数量、质量、时效）在该节正文有没有相关用语；讲成果的各节、表内“全年完成情
况”有没有数字（年份、文号除外）。
意义：标题要求的内容没有写，成果没有数字，都无从核对。
不适用：标题没有点明；写明“无固定资产”一类；（如有）的内容；全年完成情况不足40字，或年初目标本身没有数字而完成情况写得具
体；成果写在下级小节。
示例：标题含“人员及资产”，正文只有科室和编制，报告“资产”；写有“固定资产原值”不报。
依据：各地自评报告格式；财预〔2020〕10号：完成情况应以数据反映。
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

import regex

from extractors.records import Form, Section
from rules.passages import Span, goal_cells, narrative
from rules.profile import Profile
from rules.quoting import section as quoted
from rules.rule import Outcome, Rule, failed, inapplicable, passed
from rules.submission import Submission

_OPTIONAL = regex.compile(r"[^、，,；;：:]{1,12}[（(]如有[)）]")
_RESULTS = frozenset({"results", "outputs"})
_LONG = 40  # characters; a shorter sentence of completion is a form's habit


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each topic that a heading demands; one for the results of a report, of a form."""
    found = [*_demanded(submission), *_results(submission), *_goals(submission)]
    yield from found or [inapplicable("没有点明内容的标题，也没有成果文字")]


def _demanded(submission: Submission) -> Iterator[Outcome]:
    for form in submission.reports:
        for section in submission.sections_of(form):
            heading = _OPTIONAL.sub("", section.heading)
            for group in _topics():
                if section.key not in group["keys"] or not any(x in heading for x in group["signs"]):
                    continue
                body = _body(submission, form, section)
                for topic in group["topics"]:
                    if any(word in heading for word in topic["heading"]) and body:
                        yield _topic(form, section, topic, body)


def _topic(form: Form, section: Section, topic: dict[str, Any], body: str) -> Outcome:
    name = topic["heading"][0]
    about = {"form": form, "key": (section.key, name), "subject": f"{section.heading[:20]}·{name}"}
    evidence = [quoted(section, "标题")]
    if any(word in body for word in topic["terms"]):
        return passed(f"“{section.heading[:20]}”写有{name}", evidence=evidence, **about)
    return failed(
        f"标题“{section.heading}”要求写{name}，该节未见相关内容", evidence=evidence, expected=name, **about
    )


def _body(submission: Submission, form: Form, section: Section) -> str:
    """Its text with that of all sections below it."""
    inside, out = {section.section_id}, [section.text]
    for other in submission.sections_of(form):
        if other.parent_id in inside:
            inside.add(other.section_id)
            out += [other.heading, other.text]
    return "\n".join(out).strip()


def _results(submission: Submission) -> Iterator[Outcome]:
    for form in submission.reports:
        told = [x for x in narrative(submission) if x.form is form and x.keys & _RESULTS]
        if not told:
            continue
        about: dict[str, Any] = {"form": form, "key": ("成果数字",), "subject": "履职完成情况"}
        if any(passage.figures for passage in told) or sum(len(x.text) for x in told) < _LONG:
            yield passed("完成情况写有数字", **about)
        else:
            span = Span(told[0].text[:60], 0, min(60, len(told[0].text)))
            yield failed("报告讲完成情况的各节没有数字", evidence=[told[0].quote(span, "完成情况")], **about)


def _goals(submission: Submission) -> Iterator[Outcome]:
    for passage in goal_cells(submission):
        if passage.key != "goal_actual":
            continue
        about: dict[str, Any] = {"form": passage.form, "key": ("全年完成情况", passage.at.rpartition(".")[0])}
        about["key"] = ("全年完成情况",)
        if passage.figures or len(passage.text) < _LONG:
            yield passed("全年完成情况写有数字或为简短结论", **about)
            continue
        span = Span(passage.text, 0, len(passage.text))
        yield failed(
            f"全年完成情况{len(passage.text)}字，没有数字",
            subject="全年完成情况",
            expected="以数据反映完成情况",
            evidence=[passage.quote(span, "全年完成情况")],
            **about,
        )


@cache
def _topics() -> list[dict[str, Any]]:
    data = tomllib.loads((files("rules") / "data" / "demands.toml").read_text(encoding="utf-8"))
    groups: list[dict[str, Any]] = data["group"]
    return groups


RULE = Rule(id="E12", title="内容不足", severity="一般", confidence="确定", check=check)
