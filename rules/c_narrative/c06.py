"""C06: results of the narrative that no indicator has.

比对：讲成果的章节中的完成数、增幅、名次，有没有对应的指标行。
意义：写成成绩而不进评分表的数字没有目标、不受考核；也可能说明指标设置有遗漏。
不适用：职责、目标、预算、问题等章节；任务数、上年数、完成率（随其完成数）；问卷份数、受访人数等调查数据；“其中”之后
的分项；列举的个数；作为标准、限额的数；评分表没有定量指标。
示例：研发投入强度1.26、全市排名第5、同比增长11%提示；112家（有指标）不报。
依据：复核惯例；绩效指标应覆盖主要产出（财预〔2021〕101号）。
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import regex

from extractors.records import Figure
from rules import printed
from rules.counting import counts
from rules.exceeding import distance
from rules.passages import Passage, narrative
from rules.profile import Profile
from rules.quoting import figure as quoted
from rules.rule import Outcome, Rule, failed, inapplicable, passed
from rules.submission import Submission
from rules.text import has

_TOLD = frozenset({"results", "outputs", "effects"})
_KINDS = frozenset({"actual", "growth", "rank", None})
_FROM_PLAN = regex.compile(r"(?:比|较|与|低于|高于|超|距)[^，,；;]{0,8}(?:目标|计划|任务|指标值|预算)")
_TIMES = frozenset({"年", "月", "天", "小时", "分钟", "周", "季度", "次数"})


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each such figure."""
    measured = any(printed.actual(row) is not None for row in submission.indicators)
    if not measured:
        yield inapplicable("评分表没有定量指标")
        return
    told = [passage for passage in narrative(submission) if passage.key in _TOLD]
    found = [
        _outcome(passage, figure)
        for passage in told
        for figure in passage.figures
        if not submission.links_of(figure) and _is_result(passage, figure)
    ]
    if not told:
        yield inapplicable("没有讲成果的章节")
    elif not found:
        yield passed("讲成果的数字都有对应的指标", form=told[0].form)
    yield from found


def _is_result(passage: Passage, figure: Figure) -> bool:
    if figure.kind not in _KINDS or figure.unit in _TIMES:
        return False
    before = passage.before(figure)
    clause = before.replace("；", "，").rsplit("，", 1)[-1]
    after = passage.text[figure.end : figure.end + 12]
    if figure.kind == "growth" and (_FROM_PLAN.search(clause) or distance(passage, figure)):
        return False  # the distance from its own target
    if has(clause, "measured_against") or has(after.split("，")[0], "limits"):
        return False
    if has(clause + after.split("，")[0], "survey") or "其中" in before:
        return False
    listed = figure.unit in {"个", "项", "方面", "类"} and (
        "：" in after or figure.text[0] in "一两二三四五六七八九十"
    )
    return not (listed and int(figure.value or 0) in counts(before + after))


def _outcome(passage: Passage, figure: Figure) -> Outcome:
    name = (figure.subject or "").strip() or "成果"
    about: dict[str, Any] = {
        "form": passage.form,
        "key": (name, {"rank": "排名", "growth": "增幅"}.get(figure.kind or "", "成果")),
        "subject": name,
    }
    return failed(
        f"报告中“{name}”{_told_as(figure)}{figure.text}没有对应的指标",
        observed=figure.text,
        evidence=[quoted(figure)],
        **about,
    )


def _told_as(figure: Figure) -> str:
    """The word for a rank or a change, by its direction: 增幅5%, 减少216件, 降低2个百分点."""
    if figure.kind != "growth":
        return "排名" if figure.kind == "rank" else ""
    down = figure.direction == "down"
    if figure.unit in {"%", "倍", None}:
        return "降幅" if down else "增幅"
    if figure.unit == "百分点":
        return "降低" if down else "提高"
    return "减少" if down else "增加"


RULE = Rule(id="C06", title="叙述成果未入表", severity="提示", confidence="确定", check=check)
