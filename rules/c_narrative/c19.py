"""C19: how many indicators were met, as the text counts them, against the form.

比对：“设置三级指标n个，完成m个，未完成k个”一类说法，与评分表三级指标的行数和确定未达标的行数。
意义：完成个数是总体结论的依据；多数了完成、少数了未完成，结论就与评分表不符。
不适用：指标总数与表内行数不同的（统计口径可能含预算执行率，只差一个的不报，差得更多的只提请核对）；几张评分表；“基本完成”；完成的是指标的自评、采集、打分；表内没有
确定未达标的行而文中写有未完成的。
示例：表内8行有1行未达标，文中“8个三级指标全部完成8个”，报告；“7个完成，1个未完成”不报。
依据：自评报告与自评表结论应一致。本规则为目录之外增补。
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import regex

from extractors.records import Form
from rules.achieving import achievements, missed
from rules.passages import PLANNED, Passage, Span, passages, sentences
from rules.profile import Profile
from rules.quoting import cell, row_name
from rules.rule import Outcome, Rule, failed, lead, or_inapplicable, passed
from rules.scoring import named
from rules.submission import Submission
from rules.wording import listed

_N = r"(?P<{}>\d{{1,3}})\s?(?:个|项|条)"
_COUNTED = regex.compile(
    rf"(?:(?:绩效|三级|考核|评价|具体)*指标(?:共|共有|共计|总数|数量|为|有|计)*{_N.format('after')}|"
    rf"{_N.format('before')}(?:具体)?(?:三级)?(?:绩效|评价|考核)*指标)(?!得分|分|未|没|扣|不)"
)
_OF_THEM = r"[了的]\p{Han}|自评|情况|设定|评价|填报|统计|采集|收集|打分|程度|质量"
_DONE = regex.compile(
    rf"{_N.format('n')}(?:指标|三级指标|绩效指标)?(?:均|都|全部|已|圆满|按期|超额)*(?:完成|达标|达到|实现|达成)(?!{_OF_THEM})|"
    rf"(?<!未|不|没有|没)(?:完成|达标|达到目标|实现)(?:指标|数|的|了|目标|值)*(?:为|有|共)?{_N.format('m')}(?!未|(?:绩效|三级)*(?:指标)?(?:{_OF_THEM}))"
)
_LEFT = regex.compile(
    rf"{_N.format('n')}(?:指标)?(?:未|没有|没)(?:能|有)?(?:完成|达标|达到|实现)|"
    rf"(?:未完成|未达标|未达到\p{{Han}}{{0,4}}|未实现)(?:指标|数|的|目标|值)*(?:为|有|共|仅)?{_N.format('m')}"
)
_APART = regex.compile(
    r"基本完成|部分(?:完成|达标)|调整[后为]|原设|[一二]级|其中\p{Han}{0,4}(?:产出|效益|数量|质量|时效)|上年|去年|满分"
)
_NEAR = 80  # characters after the number of indicators in which the others are looked for


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each statement of the number of indicators."""
    yield from or_inapplicable(_outcomes(submission), "叙述没有写指标个数和完成个数，或评分表不止一张")


def _outcomes(submission: Submission) -> Iterator[Outcome]:
    forms = submission.scored_forms
    if len(forms) != 1:
        return
    for passage in passages(submission):
        if "指标" in passage.text and not passage.keys & PLANNED:
            for sentence in sentences(passage.text):
                counted = _COUNTED.search(sentence.text)
                if counted is not None and not _APART.search(sentence.text):
                    yield from _judge(submission, forms[0], passage, sentence, counted)


def _judge(
    submission: Submission, form: Form, passage: Passage, sentence: Span, counted: regex.Match[str]
) -> Iterator[Outcome]:
    rest = sentence.text[counted.start() : counted.end() + _NEAR]
    done, left = _number(_DONE, rest[counted.end() - counted.start() :]), _number(_LEFT, rest)
    if done is None and left is None:
        return
    said = int(counted["after"] or counted["before"])
    rows = [x for x in named(submission.indicators_of(form)) if not x.is_detail]
    if not rows:
        return
    short = missed(achievements(submission, form))
    about: dict[str, Any] = {
        "form": passage.form,
        "key": ("指标个数",),
        "subject": "指标完成个数",
        "evidence": [passage.quote(sentence, "叙述"), *(cell(x.row, "actual") for x in short[:6])],
    }
    if abs(said - len(rows)) > 1:
        yield lead(f"文中指标{said}个，评分表为{len(rows)}行，请核对口径", severity="提示", **about)
        return
    most = said - len(short)
    if (done is not None and done > most) or (left is not None and left < len(short)):
        told = f"完成{done}个" if done is not None else f"未完成{left}个"
        yield failed(
            f"文中称{said}个指标{told}，而评分表有{len(short)}行未达标："
            f"{listed([row_name(x.row) for x in short])}",
            expected=f"完成不多于{most}个，未完成不少于{len(short)}个",
            observed=told,
            related=("C10",),
            **about,
        )
    else:
        yield passed("指标完成个数与评分表不矛盾", **about)


def _number(pattern: regex.Pattern[str], text: str) -> int | None:
    found = pattern.search(text)
    return int(found["n"] or found["m"]) if found else None


RULE = Rule(id="C19", title="指标完成个数", severity="重要", confidence="推断", check=check)
