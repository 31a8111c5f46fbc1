"""F09: an admitted problem without a measure.

比对：“存在的问题”中每个说明不足的分句的事项（预算编制、绩效指标、人员、设备……），与“改进措施”的事项。
意义：只说问题不说怎么改，整改无从落实，也无从跟踪。
不适用：没有问题或措施章节；措施没有写明事项（只写“加强管理”）；问题的事项无法归类；一条措施对应几个问题；措施与
问题有三个字以上的共同用语。
示例：“在科学设置绩效指标上还需进一步加强”，而措施只有预算编制、财务管理两条，报告；一条措施覆盖两个问题不报。
依据：自评报告提纲“存在问题及改进措施”；事项与用语见 rules/data/topics.toml。
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import regex

from extractors.records import Form
from rules.passages import Passage, Span, keyed
from rules.profile import Profile
from rules.rule import Outcome, Rule, failed, inapplicable, or_inapplicable, passed
from rules.submission import Submission
from rules.topics import answers, problems, topics

_NUMBER = regex.compile(r"^\s*+(?:[（(]?[\d一二三四五六七八九十]{1,2}[)）.、．是])?\s*+")


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each report."""
    yield from or_inapplicable(_outcomes(submission, profile), "没有自评报告")


def _outcomes(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    for form in submission.reports:
        told = [x for x in keyed(submission, "problems") if x.form is form and x.key == "problems"]
        measures = [x for x in keyed(submission, "measures") if x.form is form]
        if not told or not measures:
            yield inapplicable("没有存在的问题或改进措施的内容", form=form)
            continue
        yield from _judge(form, told, measures)


def _judge(form: Form, told: list[Passage], measures: list[Passage]) -> Iterator[Outcome]:
    remedies = "\n".join(passage.text for passage in measures)
    if not topics(remedies):
        yield inapplicable("改进措施没有写明针对的事项", form=form)
        return
    open_ones = [
        (passage, span)
        for passage in told
        for span in problems(passage.text)
        if topics(span.text) and not answers(remedies, _whole(passage, span))
    ]
    if not open_ones:
        yield passed("所列问题都有相应的改进措施", form=form)
        return
    first = measures[0]
    quoted = Span(first.text[:80], 0, min(80, len(first.text)))
    for passage, span in open_ones:
        about: dict[str, Any] = {"form": form, "key": tuple(sorted(topics(span.text)))}
        words = _NUMBER.sub("", span.text).strip("，,。；; ")[:40]
        yield failed(
            f"问题“{words}”未见相应的改进措施",
            subject=words,
            fact=about["key"],
            evidence=[passage.quote(span, "存在的问题"), first.quote(quoted, "改进措施")],
            **about,
        )


def _whole(passage: Passage, span: Span) -> str:
    """The clause, with what its sentence goes on to say about it up to the next shortcoming."""
    following = [x for x in problems(passage.text) if x.start > span.start]
    end = following[0].start if following else len(passage.text)
    stop = min((i for i in (passage.text.find(m, span.end - 1) for m in "。；;\n") if i >= 0), default=end)
    return passage.text[span.start : max(span.end, min(end, stop))]


RULE = Rule(id="F09", title="问题与措施不对应", severity="一般", confidence="推断", check=check)
