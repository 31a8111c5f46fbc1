"""F24: what is said of all, beside a number of exceptions.

比对：一段文字中“全部（均）按期完工”“合格率100%”一类全称说法，与同段写明的例外数（2座推迟、1座验收不合格、3件未办结）。
意义：说全部如此，又写明有几个不如此，结论与事实自相矛盾。
不适用：“除……外”“其余”；例外已经整改、复验、后来完成的；例外属于另一件事（全称说法中的事物和例外中的事物没有共同的字，单位也不同）；上
年、计划、目标、排查出的问题；基本、大部分。例外写明了缘由或后来去向（次月补发、退货、已……）的，只提请核对。
示例：“12座水库全部按期完工。其中2座推迟至次年1月完工”，报告；“除2座外均按期完工”不报。
依据：自评报告内容应前后一致。本规则为目录之外增补。
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import regex

from extractors.records import Figure
from rules.dating import years
from rules.passages import PLANNED, Passage, Span, clauses, narrative, paragraphs
from rules.profile import Profile
from rules.rule import Outcome, Rule, failed, lead, or_inapplicable, passed
from rules.submission import Submission

_ACTS = "完工|完成|竣工|建成|办结|合格|达标|到位|验收|安装|交付|发放|兑付|整改|投入使用"
_ALL = regex.compile(
    rf"(?:全部|全数|悉数|均|都)(?:已|能|可|实现|做到|于[^，。；]{{2,14}}?[前内底])*(?:按期|按时|如期|及时|顺利|保质保量)?(?P<act>{_ACTS})|"
    r"(?P<rate>完工|完成|办结|合格|达标|到位|验收合格|整改)率(?:均|都)?(?:为|达|达到|是)?100%"
)
_EXCEPT = regex.compile(
    r"推迟|延期|延至|延后|滞后|逾期|未(?:能|按期|按时|及时|如期)?(?:完工|完成|竣工|建成|办结|合格|达标|到位|验收|安装|交付|发放|兑付|整改|开工|实施)|"
    r"不合格|不达标|尚未|仍在建|在建|停工"
)
_APART = regex.compile(
    r"除(?!险|尘)|其余|其他|以外|之外|基本|大部分|多数|整改后|复验|复检|复查|重新验收|已整改|后(?:全部|均)|上年|去年|计划|目标|力争|确保|要求|"
    r"新开工|新建|新增|排查|发现|隐患|投诉|跨年度|结转|下年|拟"
)
_EXPLAINED = regex.compile(
    r"退货|退回|次[月日]|随后|补[发齐拨办缴]|已(?!批|知|有|超|推|延|停|逾)|现已|重新|更正|列入|撤销|注销|取消|变更|死亡|账户|信息有误|错误|放弃|自愿|不符合|并入|移交|按规定"
)
_COUNTED = frozenset(
    {
        "座",
        "个",
        "项",
        "件",
        "台",
        "处",
        "栋",
        "户",
        "家",
        "套",
        "条",
        "人",
        "所",
        "批",
        "宗",
        "起",
        "片",
        "间",
        "辆",
    }
)
_NEAR = 26  # characters of an exception behind its number


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each paragraph that says something of all."""
    yield from or_inapplicable(_outcomes(submission), "叙述中没有全部、均、100%一类说法，或没有写例外数")


def _outcomes(submission: Submission) -> Iterator[Outcome]:
    for passage in narrative(submission):
        if passage.keys & PLANNED or passage.key == "problems":
            continue
        for paragraph in paragraphs(passage.text):
            claims = [x for x in clauses(paragraph.text) if _ALL.search(x.text)]
            for claim in claims:
                yield from _judge(submission, passage, paragraph, claim)


def _judge(submission: Submission, passage: Passage, paragraph: Span, claim: Span) -> Iterator[Outcome]:
    found = _ALL.search(claim.text)
    start = paragraph.start + claim.start
    sentence = passage.text[passage.sentence_start(start) : start + len(claim.text)]
    if found is None or _APART.search(sentence):
        return
    act = found["act"] or found["rate"]
    end = start + len(claim.text)
    about: dict[str, Any] = {
        "form": passage.form,
        "key": ("全称与例外", claim.text.strip("，,。；; ")[:16]),
        "subject": claim.text.strip("，,。；; ")[:20],
    }
    for figure in passage.within(Span("", end, paragraph.end)):
        told = _exception(passage, figure, claim, act[-2:])
        if told is None or not set(years(told.text)) <= {submission.year, (submission.year or 0) + 1}:
            continue
        explained = _EXPLAINED.search(passage.piece(told.start, min(told.end + _NEAR, paragraph.end)).text)
        yield (lead if explained else failed)(
            f"文中称“{claim.text.strip('，,。；; ')}”，同段又写“{told.text.strip('，,。；; ')}”",
            expected="与例外数相合的说法",
            observed=figure.text,
            evidence=[passage.quote(Span(claim.text, start, end), "全称说法"), passage.quote(told, "例外")],
            related=("C10", "F08"),
            **about,
        )
        return
    yield passed("同段没有与全称说法相反的例外数", **about)


def _exception(passage: Passage, figure: Figure, claim: Span, act: str) -> Span | None:
    """The clauses of an exception that a figure counts; of the same matter as the claim."""
    if figure.unit not in _COUNTED or not figure.value or figure.kind not in {"actual", None, "target"}:
        return None
    first = figure.start - len(passage.clause_before(figure))
    after = passage.text[figure.end : figure.end + _NEAR]
    for mark in "。；;\n":
        after = after.split(mark, 1)[0]
    told = passage.piece(first, figure.end + len(after))
    if not _EXCEPT.search(after) or _APART.search(told.text) or _APART.search(after):
        return None
    before = passage.text[first : figure.start]
    same = "其中" in before or figure.text[-1:] in claim.text or act in after
    return told if same else None


RULE = Rule(id="F24", title="全称说法与例外数", severity="一般", confidence="推断", check=check)
