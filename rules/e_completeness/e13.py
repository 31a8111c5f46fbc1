"""E13: a figure of a rate, an amount, an area without its unit.

比对：报告中“达到”“完成”“为”之后的数字没有单位，而所说的是比率、强度、金额、面积一类必须带单位的量。
意义：没有单位，1.26是1.26%还是126%无从知道，也无法与表内数字核对。
不适用：序数、年份、编号、分值；指数、系数、倍数等本来没有单位的量；小于1的比率；计数的量（家、人省略时不易误解）；后面紧跟汉字的。
示例：“研发投入强度达到1.26，全市第5”报告；“居民消费价格指数达到101.2”不报。
依据：GB 3100、GB/T 15835：量值应带单位。
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from extractors.records import Figure
from rules.passages import Passage, Span, passages, sentences
from rules.profile import Profile
from rules.rule import Outcome, Rule, failed, passed
from rules.submission import Submission
from rules.text import words

_SAID = regex.compile(r"(?:达到?了?|完成|实现|为|是|升至|增至|降至|提高到|上升到|下降到|至)\s*+$")
_AFTER = regex.compile(r"\s*+(?:[，,。；;、）)]|$)")


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each bare figure, or one where every figure has its unit."""
    found = False
    texts = passages(submission)
    for passage in texts:
        for figure in passage.figures:
            if _is_bare(passage, figure):
                found = True
                yield _outcome(passage, figure)
    if not found and any(passage.figures for passage in texts):
        yield passed("叙述数字均带单位", form=texts[0].form)


def _is_bare(passage: Passage, figure: Figure) -> bool:
    if figure.unit is not None or figure.value is None or figure.kind in {"rank", "score"}:
        return False
    before = passage.before(figure)
    if not _SAID.search(before) or not _AFTER.match(passage.text, figure.end):
        return False
    clause = regex.split(r"[，,；;：:]", before)[-1]
    subject = _SAID.sub("", clause)
    if any(word in subject for word in words("unitless")) or 0 <= figure.value < 1:
        return False  # 0.35 is a ratio as well as 35%
    return subject.endswith(words("unit_missing")) or (figure.subject or "").endswith(words("unit_missing"))


def _outcome(passage: Passage, figure: Figure) -> Outcome:
    name = figure.subject or passage.before(figure)[-12:]
    return failed(
        f"“{name}”的数字{figure.text}未带单位",
        form=passage.form,
        key=("无单位", name),
        subject=name,
        expected="数字带单位",
        observed=figure.text,
        evidence=[passage.quote(_sentence(passage, figure), "叙述")],
    )


def _sentence(passage: Passage, figure: Figure) -> Span:
    spans = sentences(passage.text)
    return next(
        (x for x in spans if x.start <= figure.start < x.end), Span(figure.text, figure.start, figure.end)
    )


RULE = Rule(id="E13", title="数值缺单位", severity="一般", confidence="确定", check=check)
