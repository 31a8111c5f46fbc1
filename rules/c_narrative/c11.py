"""C11: a satisfaction that no survey stands behind.

比对：满意度指标完成值在90%以上的，报告中有没有调查的说法（问卷、访谈、测评、回访……）和份数、人数。
意义：没有调查的满意度是自说自话，复核口径对此不予认可。
不适用：没有自评报告；完成值不足90%或不是百分数；同一句里有调查用语和数量（发放问卷200份）。只有调查用语而没有数
量的，提示。
示例：满意率100%，报告只写“企业满意度高”，报告；“发放问卷200份，回收196份，满意率100%”不报。
依据：财预〔2020〕10号：满意度通过问卷调查等方式了解；用语见 rules/lexicons/narrative.toml。
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from extractors.records import Figure, Form, Indicator
from rules.passages import TOLD, Passage, Span, passages, sentences
from rules.profile import Profile
from rules.quoting import cell, row_name
from rules.rule import Outcome, Rule, failed, inapplicable, or_inapplicable, passed
from rules.submission import Submission
from rules.text import has

_HIGH = 90
_COUNTED = frozenset(
    {
        "份",
        "人",
        "户",
        "家",
        "名",
        "人次",
        "次",
        "张",
        "个",
        "位",
        "户次",
        "场",
        "条",
        "件",
        "所",
        "村",
        "批次",
    }
)


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each satisfaction row."""
    yield from or_inapplicable(_outcomes(submission, profile), "没有90%以上的满意度指标")


def _outcomes(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    if not submission.reports:
        yield inapplicable("没有自评报告")
        return
    surveys = [
        (p, span)
        for p in passages(submission)
        for span in sentences(p.text)
        if (p.keys & TOLD or "满意" in span.text) and has(span.text, "survey")
    ]
    counted = next((pair for pair in surveys if any(_counts(x) for x in pair[0].within(pair[1]))), None)
    for form in submission.scored_forms:
        for row in submission.indicators_of(form):
            if is_satisfaction(row) and row.actual_value is not None and row.actual_value >= _HIGH:
                yield _judge(submission, form, row, surveys, counted)


def is_satisfaction(row: Indicator) -> bool:
    """满意度, 满意率 in percent."""
    return not row.is_detail and "满意" in (row.level3 or "") and row.actual_unit == "%"


def _judge(
    submission: Submission,
    form: Form,
    row: Indicator,
    surveys: list[tuple[Passage, Span]],
    counted: tuple[Passage, Span] | None,
) -> Outcome:
    name = row_name(row)
    about: dict[str, Any] = {"form": form, "key": (name,), "subject": name}
    told = has(f"{row.actual_text}{row.reason_text}", "survey")
    if counted is not None or told:
        evidence = [cell(row, "actual"), *([counted[0].quote(counted[1], "调查")] if counted else [])]
        return passed(f"“{name}”有调查数据", evidence=evidence, **about)
    if surveys:
        passage, span = surveys[0]
        return failed(
            f"“{name}”{row.actual_text}，报告提到调查而没有份数、人数",
            severity="提示",
            observed=row.actual_text,
            evidence=[cell(row, "actual"), passage.quote(span, "调查")],
            **about,
        )
    mention = next(
        (
            p.quote(span, "报告中的满意度")
            for p in passages(submission)
            for span in sentences(p.text)
            if "满意" in span.text
        ),
        None,
    )
    return failed(
        f"“{name}”{row.actual_text}，报告中没有问卷、访谈等调查及其数量",
        observed=row.actual_text,
        evidence=[cell(row, "actual"), *([mention] if mention else [])],
        related=("D12",),
        **about,
    )


def _counts(figure: Figure) -> bool:
    return figure.unit in _COUNTED and figure.kind not in {"target", "previous"}


RULE = Rule(id="C11", title="满意度无依据", severity="一般", confidence="推断", check=check)
