"""F13: a goal that no indicator measures, no result answers.

比对：年初设定目标、年度总体目标中点名的事项（大数据、节能、民间投资……），在三级指标名称、目标值、完成值以及讲成果的
章节里有没有相应的说法。
意义：目标无指标、无结果，既不能考核，也说明指标没有覆盖主要职责。
不适用：没有目标文本；没有指标也没有成果章节；目标没有点名具体事项；以同义词、上下位词回应的（rules/data/aims.toml
列出各事项的回应词）；带数量的目标，
其对象的任何两个字在别处出现过；同一事项在两处目标中出现，只报一次。
示例：目标写“激活民间投资活力”，指标与成果均未提及投资，报告；“做好高企认定”由“新认定高新技术企业”指标回应，不报。
依据：财预〔2020〕10号：绩效指标应反映总体目标的完成情况。
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from extractors.records import Evidence
from rules.passages import Passage, Span, clauses, goal_cells, keyed, passages
from rules.profile import Profile
from rules.rule import Outcome, Rule, failed, inapplicable, passed
from rules.submission import Submission
from rules.topics import content

_NAMED = 3  # characters that the subject of a figure needs to be looked for
_RESULTS = ("results", "outputs", "effects", "satisfaction", "conclusion")


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each matter that the goals name, or one for all that are answered."""
    goals = _goals(submission)
    said = _answers(submission)
    if not goals or not said:
        yield inapplicable("没有目标文本，或没有可以对照的指标与成果")
        return
    found: dict[str, list[tuple[Passage, Span]]] = {}
    for passage in goals:
        for matter in _open_matters(passage.text, said):
            for span in clauses(passage.text):
                if matter in span.text:
                    found.setdefault(matter, []).append((passage, span))
    for passage in goals:
        for span in _unanswered(passage, submission, said):
            found.setdefault(content(span.text).strip("|").split("|")[0], []).append((passage, span))
    if not found:
        yield passed("目标点名的事项都有指标或成果回应", form=goals[0].form)
    for matter, places in found.items():
        yield _outcome(matter, places)


def _unanswered(passage: Passage, submission: Submission, said: str) -> Iterator[Span]:
    """Clauses with a figure that was linked to nothing, of a matter that is mentioned nowhere else."""
    for figure in passage.figures:
        subject = content(figure.subject or "").replace("|", "")
        if len(subject) < _NAMED or submission.links_of(figure):
            continue
        if not any(subject[i : i + 2] in said for i in range(len(subject) - 1)):
            yield from (x for x in clauses(passage.text) if x.start <= figure.start < x.end)


def _outcome(matter: str, places: list[tuple[Passage, Span]]) -> Outcome:
    quotes: list[Evidence] = [passage.quote(span, "年度目标") for passage, span in places]
    about: dict[str, Any] = {"form": places[0][0].form, "key": (matter,), "subject": matter}
    return failed(
        f"目标“{places[0][1].text.strip('，,。；; ')}”涉及的{matter}，未见相应的指标或完成情况",
        evidence=quotes,
        **about,
    )


def _goals(submission: Submission) -> list[Passage]:
    cells = [passage for passage in goal_cells(submission) if passage.key == "goal_target"]
    aims = [
        passage for passage in keyed(submission, "goals", "targets") if passage.key in {"goals", "targets"}
    ]
    return cells + aims


def _answers(submission: Submission) -> str:
    """All that indicators and results say."""
    rows = [
        text
        for row in submission.indicators
        for text in (row.level3, row.target_text, row.actual_text, row.reason_text)
        if text
    ]
    told = [p.text for p in passages(submission) if p.keys & {*_RESULTS, "goal_actual"}]
    return "\n".join(rows + told)


def _open_matters(goal: str, said: str) -> list[str]:
    """The matters that a goal names, none of whose words indicators or results have."""
    return [x[0] for x in _aims() if x[0] in goal and not any(word in said for word in x)]


@cache
def _aims() -> list[list[str]]:
    known: list[list[str]] = tomllib.loads(
        (files("rules") / "data" / "aims.toml").read_text(encoding="utf-8")
    )["aims"]
    return known


RULE = Rule(id="F13", title="目标无回应", severity="一般", confidence="推断", check=check)
