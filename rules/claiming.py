"""Claims that everything was done: what they say, which indicators they cover."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec
import regex

from extractors.records import Evidence, Figure, Indicator
from rules.dating import years
from rules.passages import Passage, Span, clauses
from rules.text import has, words

_EVERY = regex.compile(r"全部|全面|全数|均|都|百分之百|悉数|无一例外|圆满|各项|所有|各指标|各绩效指标")
_DONE = regex.compile(
    r"(?<![为以待需可])(?:完成(?!情况|后|时|进度|过程|程度|值|量|质量|数(?!量指标)|率|的项目)|达成(?!率)|达标(?!率)|"
    r"(?:实现|达到)(?:或超过|或高于|并超过|和超过|了)?(?:预期|既定|年初|年度|预定|设定|计划|目标|规定|$|[，,。；;])|落实到位|(?:无|没有|未出现|未发生|不存在)(?:任何)?(?:偏差|偏离))"
)
_UNFAILING = regex.compile(r"(?:无|没有|不存在)(?:任何)?(?:偏差|偏离)")
_NO_DEVIATION = regex.compile(
    r"(?:未|没有|并未)(?:出现|发生|产生|存在|发现)(?=(?:任何|明显|较大|重大)?(?:偏差|偏离|问题))"
)
_HEDGE = regex.compile(
    r"未(?!来)|尚|仍|(?<!主|重|必|简|首|概|摘|纪|需)要(?!求|点|件|素|闻|害)|应(?!急|用|对|付|收|届|邀)|须|"
    r"除(?!险|尘|草|治|夕|四害|恶)|将(?!军)|拟(?!定)|外均|外都"
)
_EXCEPTION = regex.compile(
    r"(?:但|仅|只有|除|其中|个别|不过|然而|唯)[^。\n]{0,40}?(?:未|没有|不足|低于|少于|滞后|有差距)"
)
_SEGMENT = regex.compile(r"[^。；;！？!?\n]++")
_OPENING = regex.compile(
    r"^\s*+(?:[（(]?\d{1,2}[)）.、．])?(?:(?:20)?\d\d年度?|全年|本年度?|今年|我局|本单位|当年|所有|全部|各项|各|，)*+"
)
_GROUPS = ("数量", "质量", "时效", "成本", "效益", "效果", "满意度", "产出")
_WHOLE_YEAR = regex.compile(r"(?:全年|年度)的?(?:各项|所有|全部)|(?:各项|所有|全部)(?:重点)?工作任务")
_MANAGED = regex.compile(r"管理|过程|投入|决策|预算执行|资金|预算")
_OF_MONEY = regex.compile(r"执行|到位|支付|支出|拨付|资金|预算|使用率")
_MISSED = regex.compile(r"未完成|未实现|未达到|未达成|偏离|偏差")
_NOTHING = regex.compile(
    r"\s*(?:暂?无|没有|无(?:偏离|偏差|未完成)\p{Han}{0,12}|不存在\p{Han}{0,12})[。.]?\s*"
)
_NONE_MISSED = regex.compile(
    r"未(?:完成|实现|达到|达成)的?(?:绩效|年度|预期)*(?:目标|指标|任务)(?:情况)?(?:及(?:其)?原因)?(?:分析)?[。：:]\s*暂?(?:无|没有)(?=[。；;\n]|$)|"
    r"(?<!几乎|并非|基本)(?:未出现|未发生|无|没有|不存在)偏离(?:绩效|年度|预期)*目标|"
    r"(?<!几乎|并非|基本)(?:未出现|未发生|无|没有|不存在)(?:任何)?未(?:完成|实现|达到|达成|达标|达)的?(?:预期|年度|绩效|三级|目标值)*的?(?:目标|指标|任务)(?!值?的)|"
    r"(?<=[，,。；;：:\n])(?:本|整个|该)?(?:项目|绩效目标|绩效指标|各项指标|各指标|指标|目标)(?:的)?(?:实施|执行|完成|实现|运行)?(?:情况|结果)?(?:均|都|整体|总体)?"
    r"(?:无|没有|不存在|未出现|未发生|未产生)(?:任何)?(?:偏差|偏离)(?=[，,。；;\n]|$)"
)
_EXCEPTED = regex.compile(r"(?:除(?!险|尘)|若|如果|确保|力争|是否)[^。；;\n]{0,40}$")
_OF_THE_REVIEW = regex.compile(
    r"自评的?(?:各项)?(?:工作)?任务|自评工作(?!组|小组|领导)的?(?:各项|任务|全部|均|按)|绩效(?:评价|监控|管理)的?(?:各项)?工作任务"
)
_OF_ANOTHER_PLAN = regex.compile(
    r"(?:民生实事|政府工作报告|脱贫攻坚|巡[视察]|文明(?:城市|单位)创建|党建)\p{Han}{0,10}(?:任务|目标|工作|事项)"
)
_LAST_YEAR = regex.compile(r"(?:上|去|上一|往)年(?!初|末|底|结转)")
_SET = regex.compile(r"下达|制定|设定|确定|印发|批复|较|比|同期|以来|规划")
_FIRST_CLAUSE = regex.compile(r"[^，,；;]*+")
_AHEAD = 60


class Claim(msgspec.Struct, kw_only=True, frozen=True):
    """A universal claim. `groups` are the kinds of indicators that it is about; empty = all."""

    passage: Passage
    span: Span
    words: str
    groups: frozenset[str]
    strict: bool  # nothing may be left out: 均, 全部, 各项, 100%

    def quote(self) -> Evidence:
        """The claim as evidence."""
        return self.passage.quote(self.span, "总体结论")


def claims(passages: Iterable[Passage]) -> list[Claim]:
    """The universal claims of these passages, in order."""
    return [claim for passage in passages for claim in _claims(passage)]


def of_year(found: Iterable[Claim], year: int | None) -> list[Claim]:
    """Those that speak of this year: `2020年各项任务全面完成` in a report on 2021 does not."""
    return [one for one in found if year is None or not _earlier(one, year)]


def _earlier(claim: Claim, year: int) -> bool:
    clause = _FIRST_CLAUSE.match(claim.words)
    ahead = claim.span.text.partition(claim.words)[0] + (clause[0] if clause else "")
    told = years(ahead)
    before = (bool(told) and max(told) < year) or (not told and _LAST_YEAR.search(ahead) is not None)
    return before and not _SET.search(ahead)


def denials(passages: Iterable[Passage]) -> list[Claim]:
    """`未完成的绩效目标：无`, `偏离目标的原因：无偏离`: nothing was missed, said in a place of its own."""
    out = []
    for passage in passages:
        heading = passage.section.heading if passage.section else ""
        alone = _MISSED.search(heading) and _NOTHING.fullmatch(passage.text)
        found = _NONE_MISSED.search(passage.text)
        if found is not None and _EXCEPTED.search(passage.text[: found.start()]):
            found = None
        if not alone and found is None:
            continue
        start, end = (found.start(), found.end()) if found else (0, len(passage.text))
        text = passage.text[start:end]
        words = text.strip() if found else f"{heading.strip()}：{text.strip()}"
        span = Span(text, start, end)
        out.append(Claim(passage=passage, span=span, words=words, groups=frozenset(), strict=True))
    return out


def covers_row(claim: Claim, row: Indicator) -> bool:
    """True where the claim speaks of this indicator: outputs and effects, of its groups if it names any."""
    group, kind = row.level2 or "", row.level1 or ""
    if _MANAGED.search(kind) or row.is_detail:
        return False
    if "满意" in kind or "满意" in group:
        return "指标" in claim.words or "满意度" in claim.groups
    names = f"{kind}{group}"
    return not claim.groups or any(word in names for word in claim.groups)


def covers_figure(claim: Claim, passage: Passage, figure: Figure) -> bool:
    """True where the claim speaks of what a completion rate was stated for."""
    if _OF_MONEY.search(f"{figure.subject or ''}{''.join(figure.cues)}"):
        return False
    if claim.passage is passage and claim.span.start <= figure.start < claim.span.end:
        return False
    return not claim.groups or any(word in passage.headings for word in claim.groups)


def _claims(passage: Passage) -> Iterator[Claim]:
    for segment in _SEGMENT.finditer(passage.text):
        text = _NO_DEVIATION.sub(lambda found: "无" * len(found[0]), segment[0])
        if not has(text, "whole_work") or has(text, "hedged") or _HEDGE.search(text):
            continue
        if _EXCEPTION.search(passage.text[segment.end() : segment.end() + _AHEAD]):
            continue
        all_done = any(
            x.kind == "completion_rate" and x.value == 100 and segment.start() <= x.start < segment.end()
            for x in passage.figures
        )
        found = next((clause for clause in clauses(text) if _speaks(clause.text, all_done)), None)
        if found is None:
            continue
        yield Claim(
            passage=passage,
            span=Span(segment[0], segment.start(), segment.end()),
            words=segment[0][found.start :].strip("，,。；; \n"),
            groups=_about(passage, found.text),
            strict=all_done or (_EVERY.search(found.text) or _UNFAILING.search(found.text)) is not None,
        )


def _speaks(clause: str, all_done: bool) -> bool:
    """A clause that names the whole work and says that it was done.

    With a 100% beside it the whole work need not be said to be whole, but must be the subject:
    改造危桥18座，完成年度任务的100% speaks of bridges.
    """
    if not has(clause, "whole_work") or _OF_THE_REVIEW.search(clause) or _OF_ANOTHER_PLAN.search(clause):
        return False
    done = _DONE.search(clause) is not None
    if done and (_EVERY.search(clause) or _adverb(clause) or _UNFAILING.search(clause)):
        return True
    if not all_done or not (done or "完成率" in clause):
        return False
    subject = _OPENING.sub("", clause)
    return subject.startswith(words("whole_work"))


def _adverb(clause: str) -> bool:
    return any(word in clause for word in words("wholly"))


def _about(passage: Passage, clause: str) -> frozenset[str]:
    """The groups of indicators that the clause, or else the heading above it, names.

    Work done in time is all work: a heading 时效方面 leaves a claim about 各项工作 universal.
    """
    named = frozenset(word for word in _GROUPS if f"{word}指标" in clause)
    if named or passage.section is None or _WHOLE_YEAR.search(clause):
        return named
    heading = passage.section.heading
    return frozenset(word for word in _GROUPS if word in heading[:8] and word not in {"时效", "产出"})
