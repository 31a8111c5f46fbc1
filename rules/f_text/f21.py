"""F21: something that is said not to have happened, and a count of it.

比对：“未发生（没有发生、未出现、零）某类事故、事件、案件”，“差错率（事故数）为零”，与叙述中该事的起数、件数，及评分表中同名指标的完成值。
意义：说未发生而另处写有起数，或表内完成值不为零，结论与事实自相矛盾。
不适用：只否认重大、较大、责任等某一种，而计数没有写明是该种的；查处、排查、处置、演练、防范一类工作量；上年、同比、下降；目标、
要求；全县、辖区、其他单位的起数，而否认的只是本单位、校园、工程的；否认时没有写明范围的，只提请核对；投诉、信访只在单位不以受理投诉为职责时才有意义，只提请核对。
示例：“全年未发生食物中毒事件”与“发生食物中毒1起”，报告；“未发生重大安全事故”与“一般事故1起”不报。
依据：自评报告内容应前后一致。本规则为目录之外增补。
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec
import regex

from extractors.records import Evidence, Figure, Indicator
from rules.dating import years
from rules.passages import PLANNED, Passage, Span, passages
from rules.profile import Profile
from rules.quoting import cell, row_name
from rules.quoting import figure as quoted
from rules.rule import Outcome, Rule, failed, lead, or_inapplicable, passed
from rules.submission import Submission

_EVENT = r"(?:中毒|火灾|险情|舆情|伤亡|溃坝)(?:事件|事故)?|事故|事件|案件|投诉|上访|信访|差错|违[规纪法]行为"
_DENIED = regex.compile(
    r"(?:全年|本年度?|当年|期间)?(?:均|都)?(?:未发生|没有发生|未出现|没有出现|未产生|无|零)(?:过)?(?:一[起件例次]|任何|各类|各种)?"
    rf"(?P<thing>(?:(?!未|无|没有|发生|出现)\p{{Han}}){{0,12}}?(?:{_EVENT}))(?!率|数|台账|隐患|苗头)"
)
_NIL = regex.compile(
    rf"(?P<thing>(?:(?!未|无|没有|发生|出现|[率数])\p{{Han}}){{0,10}}?(?:{_EVENT}|纠纷|遗漏|失误))(?:的)?(?:发生)?(?:率|[起件次例]?数)"
    r"(?:均|都|全年|继续|一直)*(?:为|是|保持为|保持在|保持|控制为|控制在|实现了?)(?:[零〇]|“零”|0(?![.．]?\d))(?!的?(?:目标|要求|标准))"
)
_WISHED = regex.compile(r"确保|力争|保证|目标|要求|如")
_MENDED = regex.compile(r"纠正|更正|发现|查出|审出|退回|指出|反馈|复核|审核|抽查|核对")
_SLIPS = regex.compile("差错|遗漏|失误")
_COUNTS = frozenset({"份", "笔", "处", "个", "条", "项", "批次", "张"})  # what a slip is counted by
_HAPPENED = regex.compile(r"^(?:[起件次例宗])$")
_WORK = regex.compile(
    r"查处|排查|处置|处理|演练|防范|预防|化解|调解|办理|受理|办结|整改|宣传|减少|下降|避免|破获|侦破|侦办|审理|执行|立案|查办|隐患|"
    r"上年|去年|同比|比上|较上|目标|不超过|控制|以内|未|没有|不再|模拟|预警|核查|接报|扑救|救援"
)
_KIND = regex.compile(
    r"特别重大|重特大|特大|重大|较大|一般|责任|亡人|死亡|群体性|恶性|越级|集体|非正常|进京|严重|人为|新增"
)
_ASKED = regex.compile(r"投诉|信访|上访|舆情|差错")
_CLAUSE_END = regex.compile(r"[，,；;。！？\n]")
_ANY = frozenset({"安全事故", "安全生产事故", "生产安全事故", "事故"})
_HAPPENED_CLAUSE = regex.compile(r"发生(?:一般)?\p{Han}{0,8}事故$")
_AREA = regex.compile(
    r"全[县市区省州旗国镇乡]|辖区|辖内|境内|邻|其他|其它|外[县市省地]|周边"
)  # of others, too
_OWN = regex.compile(
    r"本单位|我[局校院委站园所]|单位|校园|校内|机关|工程|院内|工地|现场|内部|系统内|学校|全校|医院|企业|项目"
)
_LONG = 6  # characters at the end of a name by which it is known
_STOP = regex.compile(r"[。；;！\n]")


class Denied(msgspec.Struct, frozen=True, kw_only=True):
    """`thing` is said not to have happened; `kinds` are the kinds that alone are denied."""

    passage: Passage
    span: Span
    thing: str
    kinds: frozenset[str]
    nil: bool = False  # said as a rate or a number of zero


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each thing that is said not to have happened."""
    yield from or_inapplicable(_outcomes(submission), "叙述中没有“未发生……”一类说法")


def _outcomes(submission: Submission) -> Iterator[Outcome]:
    texts = passages(submission)
    for one in {x.thing: x for x in reversed(list(_denials(texts)))}.values():
        yield _judge(submission, texts, one)


def _denials(texts: list[Passage]) -> Iterator[Denied]:
    for passage in texts:
        if passage.keys & PLANNED:
            continue
        for found in (*_DENIED.finditer(passage.text), *_NIL.finditer(passage.text)):
            before = _STOP.split(passage.text[max(0, found.start() - 30) : found.start()])[-1]
            if not _WISHED.search(f"{before[-8:]}{found['thing']}"):
                yield Denied(
                    passage=passage,
                    span=passage.piece(found.start(), found.end()),
                    thing=_KIND.sub("", found["thing"]),
                    kinds=frozenset(_KIND.findall(found["thing"])),
                    nil=found.re is _NIL,
                )


def _judge(submission: Submission, texts: list[Passage], one: Denied) -> Outcome:
    quote = one.passage.quote(one.span, "叙述“未发生”")
    about: dict[str, Any] = {"form": one.passage.form, "key": ("未发生", one.thing), "subject": one.thing}
    against = _told(submission, texts, one) or _in_the_form(submission, one)
    if against is None:
        return passed(f"“{one.span.text}”未见相反的数字", evidence=[quote], **about)
    words, evidence, apart = against
    slips = one.nil and _SLIPS.search(one.thing)
    tell = (
        lead
        if apart or (_ASKED.search(one.thing) and not slips) or (one.thing in _ANY and one.thing not in words)
        else failed
    )
    return tell(
        f"文中称“{one.span.text}”，而{words}",
        expected="两处一致",
        observed=words,
        evidence=[quote, evidence],
        **about,
    )


def _told(submission: Submission, texts: list[Passage], one: Denied) -> tuple[str, Evidence, bool] | None:
    """A count of it in the text: this year's, of a kind that was denied, nobody's workload.

    True beside it where it counts a wider area than the denial speaks of.
    """
    denied = _said(one)
    for passage in texts:
        if passage.keys & PLANNED or not any(x[-2:] in passage.text for x in (one.thing, _core(one))):
            continue
        for figure in passage.figures:
            clause = passage.clause_before(figure)
            after = _CLAUSE_END.split(passage.text[figure.end : figure.end + 16])[0]
            if not _is_count(
                figure,
                clause,
                submission,
                slips=one.nil and bool(_SLIPS.search(clause)) and not _MENDED.search(clause),
            ):
                continue
            apart = _AREA.search(clause) is not None and not _AREA.search(denied)
            if apart and _OWN.search(denied):
                continue  # 本单位未发生安全事故，全县发生2起
            same = passage is one.passage and passage.sentence_start(figure.start) <= one.span.start
            beside = same and figure.start > one.span.end and one.thing[-2:] in after
            kindred = one.thing in _ANY and _HAPPENED_CLAUSE.search(clause) and not one.kinds
            named = (
                one.nil
                and passage is one.passage
                and (clause.strip().endswith(one.thing[-2:]) and not _MENDED.search(clause))
            )
            if (
                beside
                or kindred
                or (named and _one_paragraph(passage, one, figure))
                or _names(one, clause)
                or _names(one, after)
            ):
                return f"另处写“{clause.strip()[-16:]}{figure.text}{after[:8]}”", quoted(figure), apart
    return None


def _said(one: Denied) -> str:
    """The clause of the denial."""
    text = one.passage.text[max(0, one.span.start - 40) : one.span.start]
    return f"{_CLAUSE_END.split(text)[-1]}{one.span.text}"


def _one_paragraph(passage: Passage, one: Denied, figure: Figure) -> bool:
    first, last = sorted((one.span.start, figure.start))
    return "\n" not in passage.text[first:last]


def _is_count(figure: Figure, clause: str, submission: Submission, *, slips: bool = False) -> bool:
    unit = figure.unit or ""
    told = (_HAPPENED.fullmatch(unit) or (slips and unit in _COUNTS)) and figure.value and figure.value > 0
    apart = _WORK.search(clause) or figure.kind in {"target", "previous", "growth"}
    return bool(told) and not apart and set(years(clause)) <= {submission.year}


def _names(one: Denied, clause: str) -> bool:
    return _core(one) in clause and one.kinds <= set(_KIND.findall(clause))


def _core(one: Denied) -> str:
    bare = one.thing.removesuffix("事件")
    return bare if len(bare) <= _LONG else bare[-_LONG:]


def _in_the_form(submission: Submission, one: Denied) -> tuple[str, Evidence, bool] | None:
    for form in submission.scored_forms:
        for row in submission.indicators_of(form):
            if _counted(row) and _names(one, row_name(row)) and not _WORK.search(row_name(row)):
                return f"“{row_name(row)}”完成值为{row.actual_text}", cell(row, "actual"), False
    return None


def _counted(row: Indicator) -> bool:
    unit = row.actual_unit or row.target_unit or ""
    return row.actual_kind == "number" and bool(row.actual_value) and _HAPPENED.fullmatch(unit) is not None


RULE = Rule(id="F21", title="“未发生”与件数矛盾", severity="重要", confidence="推断", check=check)
