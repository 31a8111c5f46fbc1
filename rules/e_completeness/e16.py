"""E16: goals of the year's beginning that are phrased as results.

比对：年初设定目标各句是否多数是“日渐深厚”“态势良好”“取得”一类结果性的话，而没有数量、没有打算。
意义：目标是年初定的，写成结果说明多半是年底补写，完成与否也就无从比较。
不适用：没有目标文字；目标带数字、日期；过半的句子是打算做到什么；只有一处带结果性的话。
示例：“创新氛围日渐深厚。政策逐步完善。发展态势良好。”报告；“完成高企认定34家”不报。
依据：预算法实施条例：绩效目标随预算同步编报；财预〔2020〕10号。
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rules.passages import Passage, Span, goal_cells, sentences
from rules.profile import Profile
from rules.rule import Outcome, Rule, failed, inapplicable, passed
from rules.submission import Submission
from rules.text import first, has

_LEAST = 2


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each goal cell."""
    cells = [passage for passage in goal_cells(submission) if passage.key == "goal_target"]
    if not cells:
        yield inapplicable("没有年初设定目标")
    for passage in cells:
        yield _judge(passage)


def _judge(passage: Passage) -> Outcome:
    told = sentences(passage.text)
    results = [x for x in told if has(x.text, "resultative") and not _plans(passage, x)]
    about: dict[str, Any] = {"form": passage.form, "key": ("年初设定目标",)}
    clauses = [clause for x in results for clause in x.text.split("，") if has(clause, "resultative")]
    if passage.figures or len(clauses) < _LEAST or 2 * len(results) < len(told):
        return passed("年初设定目标不是结果性的话", **about)
    terms = list(dict.fromkeys(first(clause, "resultative") or "" for clause in clauses))
    return failed(
        f"年初设定目标{len(told)}句中有{len(results)}句写成结果（{'、'.join(terms[:4])}），没有数量目标",
        subject="年初设定目标",
        expected="打算达到的目标",
        observed="、".join(terms),
        evidence=[passage.quote(Span(passage.text, 0, len(passage.text)), "年初设定目标")],
        **about,
    )


def _plans(passage: Passage, span: Span) -> bool:
    return bool(passage.within(span)) or has(span.text, "surely_intended")


RULE = Rule(id="E16", title="年初目标写成结果", severity="提示", confidence="推断", check=check)
