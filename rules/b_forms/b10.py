"""B10: the goals of the form against the goals of the report.

比对：自评表“年初设定目标”与自评报告“履职总体目标”一节，逐句比较，列出只见于一处的句子。
意义：目标是年初定的，在两处应是同一套；增减的句子说明有一处改过。
不适用：一方没有；两处写法根本不同（相同的句子不到一半），无从逐句比较；一处以“等”概括而其余各句都在另一
处。句子次序不同、标点不同不算。
示例：自评表8句、报告6句，多出两句。
依据：自评报告提纲“当年履职总体目标、工作任务”应与批复的绩效目标一致。
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from extractors.records import Goal, Section
from rules.profile import Profile
from rules.quoting import goal, section
from rules.rule import Outcome, Rule, failed, inapplicable, passed
from rules.submission import Submission
from rules.text import norm, similarity

_SENTENCE = regex.compile(r"[^。；;！？!?\n]++")
_ALIKE = 0.75
_SAME_TEXT = 0.5  # of the shorter list found in the other: the two are meant to be one text


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each department goal beside the report's goals."""
    goals = [
        row
        for form in submission.of_kind("department")
        for row in submission.goals_of(form)
        if row.target_text
    ]
    parts = [part for part in submission.sections_keyed("goals", "targets") if part.text]
    if not goals or not parts:
        yield inapplicable("自评表没有年初设定目标，或报告没有目标一节")
        return
    for row in goals:
        best = max(parts, key=lambda part: _shared(_sentences(row.target_text), _sentences(part.text)))
        yield _judge(submission, row, best)


def _judge(submission: Submission, row: Goal, part: Section) -> Outcome:
    stated, told = _sentences(row.target_text), _sentences(part.text)
    about = {
        "form": submission.form(row.form_id),
        "key": (f"目标{row.row}",),
        "subject": "年初设定目标",
        "evidence": [goal(row, "target"), section(part, "报告·目标", part.text)],
    }
    if _shared(stated, told) < _SAME_TEXT * min(len(stated), len(told)):
        return inapplicable("两处目标写法不同，无从逐句比较", **about)
    only_form, only_report = _missing(stated, told), _missing(told, stated)
    abridged = (not only_form and "等" in (row.target_text or "")) or (not only_report and "等" in part.text)
    if (not only_form and not only_report) or abridged:
        return passed("自评表与报告的目标逐句一致", **about)
    pieces = [
        f"只见于{where}：{'；'.join(sentences)}"
        for where, sentences in (("自评表", only_form), ("报告", only_report))
        if sentences
    ]
    return failed(
        f"年初目标自评表{len(stated)}句、报告{len(told)}句。{'。'.join(pieces)}",
        expected=f"{len(told)}句",
        observed=f"{len(stated)}句",
        **about,
    )


def _sentences(text: str | None) -> list[str]:
    found = [part.strip() for part in _SENTENCE.findall(text or "")]
    return [part for part in found if len(norm(part)) > 3]


def _missing(sentences: list[str], others: list[str]) -> list[str]:
    return [one for one in sentences if not _among(one, others)]


def _shared(first: list[str], second: list[str]) -> int:
    return sum(_among(one, second) for one in first)


def _among(sentence: str, others: list[str]) -> bool:
    return any(norm(sentence) == norm(other) or similarity(sentence, other) >= _ALIKE for other in others)


RULE = Rule(id="B10", title="年初目标文本一致", severity="一般", confidence="确定", check=check)
