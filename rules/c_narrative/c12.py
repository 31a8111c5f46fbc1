"""C12: points were lost, the problems say nothing of it.

比对：得分低于分值的各行（指标名称、偏差原因），与“存在的问题”各句：三字以上共同用语、名称的一半以上出现，或相似度
0.2以上，或写有该事项滞后、未完成而提到指标所计的对象（受益学生人数的“学生”），即为已反映。
意义：扣分事项是评价发现的问题，报告不提，改进措施就没有对象。
不适用：没有扣分；没有“存在的问题”内容；反映了任何一项扣分的。扣分合计不足口径规定（5分）的为一般问题，
但写明“无扣分事项”“不存在问题”的仍为重要。
示例：五行扣8分，问题只写预算编制、指标设置，报告；“高企认定数未完成任务”不报。
依据：财预〔2020〕10号：未完成的绩效目标应说明原因和改进措施。
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import regex

from extractors.numerals.fraction import Fraction
from extractors.records import Form
from rules.achieving import Achievement, scored
from rules.linking.names import held
from rules.passages import Passage, Span, keyed
from rules.profile import Profile
from rules.quoting import cell, row_name
from rules.rule import Outcome, Rule, failed, inapplicable, or_inapplicable, passed
from rules.submission import Submission
from rules.text import norm, similarity
from rules.topics import shared
from rules.wording import listed, points

_RUN = 3  # characters in a row that a problem shares with a row
_HALF = 0.5
_SIMILAR = 0.2
_SENTENCE = regex.compile(r"[^。；;！？\n]++")
_EXECUTION = regex.compile(r"执行率|超预算|超支|超出预算|执行进度|支出进度|预算完成率")
_SHORT = regex.compile(
    r"滞后|偏慢|较慢|缓慢|未完成|未达|不及预期|差距|推迟|不足|不齐|不全|欠缺|偏低|低于|少于|没有完成|没有达|未能|影响|不够|不及时"
)
_COUNTED = regex.compile(
    r"(?:完成|建设|发放|采购|购置)?(?:人[数次]|[户家个件场批台册处座]次?数|数量?|总[数量]|面积|长度|里程|金额|资金|率)$"
)
_VAGUE = frozenset(
    [
        "工作",
        "任务",
        "项目",
        "目标",
        "管理",
        "绩效",
        "预算",
        "情况",
        "质量",
        "人员",
        "单位",
        "完成",
        "群众",
        "服务",
        "建设",
        "资金",
        "支出",
        "相关",
        "企业",
    ]
)
_QUOTED = 80
_NONE = regex.compile(
    r"(?:无|没有|不存在)(?:任何)?(?:扣分|问题|明显问题)|未(?:发现|出现)(?:任何)?(?:扣分|问题)|^\s*无[。.]?\s*$"
)


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each scored form beside a report with problems."""
    yield from or_inapplicable(_outcomes(submission, profile), "没有自评表")


def _outcomes(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    told = [x for x in keyed(submission, "problems") if x.key == "problems"]
    for form in submission.scored_forms:
        losing = [x for x in scored(submission, form) if x.lost > 0]
        if not losing or not told:
            yield inapplicable("没有扣分，或没有存在的问题", form=form)
            continue
        yield _judge(submission, profile, form, losing, told)


def _judge(
    submission: Submission, profile: Profile, form: Form, losing: list[Achievement], told: list[Passage]
) -> Outcome:
    lost = sum((x.lost for x in losing), Fraction(0))
    about: dict[str, Any] = {"form": told[0].form, "subject": "存在的问题"}
    spoken = next((x for x in losing if any(_reflects(x, passage.text) for passage in told)), None)
    if spoken is not None:
        return passed(f"存在的问题反映了“{row_name(spoken.row)}”", **about)
    bar = profile.at(submission.year, form.form_kind).unreflected_points
    execution = bool(submission.found("D08")) and not any(_EXECUTION.search(p.text) for p in told)
    quotes = [told[0].quote(Span(told[0].text[:_QUOTED], 0, min(_QUOTED, len(told[0].text))), "存在的问题")]
    return failed(
        f"{listed([row_name(x.row) for x in losing])}共扣{points(lost)}，存在的问题均未提及"
        + ("，执行率异常也未提及" if execution else ""),
        expected="反映扣分事项",
        severity=None if lost >= bar or any(_NONE.search(p.text) for p in told) else "一般",
        evidence=[*quotes, *(cell(x.row, "score") for x in losing)],
        related=("E02", "D08"),
        **about,
    )


def _reflects(one: Achievement, text: str) -> bool:
    """A sentence of the problems speaks of the row, or of the reason given for it."""
    name, reason = row_name(one.row), one.row.reason_text or ""
    for found in _SENTENCE.finditer(text):
        sentence = found[0]
        if norm(name) in norm(sentence) or shared(name, sentence) >= _RUN:
            return True
        if held(name, sentence) >= _HALF or similarity(name, sentence) >= _SIMILAR:
            return True
        thing = _COUNTED.sub("", norm(name))
        pairs = {thing[i : i + 2] for i in range(len(thing) - 1)} - _VAGUE
        if any(pair in sentence for pair in pairs) and _SHORT.search(sentence):
            return True
        if reason and shared(reason, sentence) > _RUN:
            return True
    return False


RULE = Rule(
    id="C12",
    title="扣分事项未反映于存在的问题",
    severity="重要",
    confidence="推断",
    check=check,
    norms=("unreflected_points",),
    after=("D08",),
)
