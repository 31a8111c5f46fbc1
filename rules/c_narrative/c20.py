"""C20: scores of groups as the text states them, and claims of full marks, against the form.

比对：“产出指标得分50分”“效益指标得30分”一类分项得分，与评分表该一级（二级）指标各行得分之和；“各项指标均为满分”“未扣分”“满
分”一类说法，与有扣分的行、总分。
意义：报告的分项得分与评分表不合，或说未扣分而表内有扣分，报告就不能代表自评结果。
不适用：满分、分值、权重、扣分、上年、复核的分数；同名的组不止一个；行的得分有空白或一格跨几行；按较少的小数位书写的；“除……外均为满
分”；只说某类指标满分而扣分的行不在该类；未扣分没有写明是各项指标、某类指标或本次自评的；第三方、专家、主管部门、下属单位、上级考核、创建评比的得分。分项得分前写有其他对象（甲项目）的，只提请核对。总分由B02核对。
示例：表内产出指标合计49.65分而写“产出指标得分50分”“所有指标均未扣分”，报告；“效益指标得分30分”与表内相同不报。
依据：自评报告与自评表得分应一致。本规则为目录之外增补。
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

import regex

from extractors.records import Evidence, Figure, Form, Indicator
from rules.achieving import Achievement, scored
from rules.dating import years
from rules.grouping import groups, summed
from rules.passages import PLANNED, Passage, Span, narrative, sentences
from rules.profile import Profile
from rules.quoting import cell, row_name
from rules.quoting import total as total_cell
from rules.rule import Outcome, Rule, failed, lead, or_inapplicable, passed
from rules.selfscores import shortens
from rules.submission import Submission
from rules.wording import listed, plain

_SCORED = regex.compile(
    r"(?P<group>\p{Han}{2,12}?)(?:指标|方面|部分|类)*(?:\(\d{1,3}分\)|（\d{1,3}分）)?(?:自评|实际|合计|共)*(?:得分|得|评分|自评分)(?:为|共|合计|共计|：|:)?$"
)
_NEXT = regex.compile(r"(?:得分|评分)[^，,；;。]{0,24}[、和及](?P<group>\p{Han}{2,12}?)(?:指标|类)*$")
_NOT_SCORE = regex.compile(r"满分|分值|权重|扣|上年|去年|复核|应得|目标|总分|综合|平均")
_FULL = regex.compile(
    r"(?:各项|各|所有|全部|全|三级|绩效|\p{Han}{2,6})*(?:指标|得分|分项|工作)(?:自评|得分|评分)*(?:均|都|全部)(?:为|得|获|是|评为|自评为|获得)?(?:得|了)?满分|"
    r"(?:自评|综合|总|自评总|最终)(?:得分|评分|总分)(?:为|是)?满分|(?:产出|效益|效果|满意度|管理|数量|质量|时效|成本)指标(?:自评)?(?:得|获得?|为)满分"
)
_NO_LOSS = regex.compile(
    r"(?<!除[^。；，]{0,20})(?:均|都|全部|全)?(?:未|没有|无|不存在|未有)(?:任何)?(?:被)?扣分(?!原因|说明|标准|依据)(?:事项|项目|项|情况|因素|指标|现象)?"
)
_EVERY_ONE = regex.compile(
    r"(?:各|各项|各个|所有|全部|全体)(?:的|绩效|三级|评价|考核|具体|评分)*(?:指标|得分|分项|评分项)|(?:指标|得分|分项)(?:自评|得分)*(?:均|都|全部)|(?:本次|本年度?|项目|部门|单位|我局|绩效|^)自评"
)
_OF_A_GROUP = regex.compile(
    r"(?:数量|质量|时效|成本|效益|效果|满意度|产出|管理|过程|决策|投入)(?:类|三级|二级)*指标(?:自评|得分|方面|也|亦)*$"
)
_NO_ITEM = regex.compile(
    r"(?:本次|本年度?)?(?:无|没有|不存在)(?:任何)?扣分(?:事项|项目|项|情况|因素|指标|现象)"
)
_OTHERS = regex.compile(
    r"第三方|专家|主管|财政|复核|复评|下属|所属|下级|上级|科室|股室|各单位|考核(?!指标)|考评|评比|检查|上年|去年|往年|上一年|市级|省级|县级|创建|年终目标责任"
)
_OWN = regex.compile(
    r"(?:其中|本次|本年度?|全年|年度|本|我局|我单位|我部门|我|该|单位|部门|整体|支出|项目|自评|绩效|评价|评分|结果|得分|分|指标|实际|分别|三级|二级|一级|各项|各|中|为|的|和|及|与|经|按照|根据|对照|方面|类|\P{Han}|数量|质量|时效|成本|效益|效果|满意度|产出|管理|过程|决策|投入)*"
)
_HEDGE = regex.compile(
    r"除(?!险)|其余|其他|其它|外[，,]|以外|之外|基本|大部分|多数|个别|部分指标|但|若|如|可"
)
_GROUPS = ("数量", "质量", "时效", "成本", "效益", "效果", "满意度", "产出", "管理", "过程", "决策", "投入")
_BELOW = 6


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each score of a group, one for the claims of full marks."""
    yield from or_inapplicable(_outcomes(submission), "报告没有写分项得分，也没有说未扣分")


def _outcomes(submission: Submission) -> Iterator[Outcome]:
    forms = [form for form in submission.scored_forms if scored(submission, form)]
    if len(forms) != 1:
        return
    form = forms[0]
    known = _sums(submission.indicators_of(form))
    for passage in narrative(submission):
        if passage.keys & PLANNED or "分" not in passage.text:
            continue
        for figure in passage.figures:
            if figure.unit == "分" and figure.value is not None and not figure.qualifier:
                yield from _of_group(submission, passage, figure, known)
        for sentence in sentences(passage.text):
            yield from _of_claim(submission, form, passage, sentence)


def _sums(rows: list[Indicator]) -> dict[str, tuple[Fraction, list[Indicator]] | None]:
    """The score of each group of either level by its bare name; None for a name that stands twice."""
    out: dict[str, tuple[Fraction, list[Indicator]] | None] = {}
    for level in (1, 2):
        for group in groups(rows, level):
            name = group.name.removesuffix("指标")
            own = [row for row in group.rows if not row.is_detail]
            full = all(row.score_points is not None for row in own)
            apart = name in out and (out[name] is None or out[name][1] != own)  # type: ignore[index]
            out[name] = None if not own or not full or apart else (summed(own, "score"), own)
    return out


def _of_group(
    submission: Submission,
    passage: Passage,
    figure: Figure,
    known: dict[str, tuple[Fraction, list[Indicator]] | None],
) -> Iterator[Outcome]:
    clause = passage.clause_before(figure)
    found = _SCORED.search(clause.strip())
    if found is None and figure.kind == "score":
        found = _NEXT.search(clause.strip())
    if (
        found is None
        or _NOT_SCORE.search(clause)
        or _OTHERS.search(passage.text[passage.sentence_start(figure.start) : figure.start])
        or not set(years(passage.before(figure))) <= {submission.year}
    ):
        return
    name = next((x for x in known if x and found["group"].removesuffix("指标").endswith(x)), None)
    group = known[name] if name else None
    if name is None or group is None:
        return
    points, rows = group
    said = Fraction(figure.value or 0)
    about: dict[str, Any] = {
        "form": passage.form,
        "key": ("分项得分", name),
        "subject": f"{name}指标得分",
        "evidence": [passage.quote(passage.around(figure.start, figure.end), "叙述得分"), *_quoted(rows)],
    }
    if shortens(figure.text, said, points):
        yield passed(f"{name}指标得分{figure.text}与评分表相符", **about)
        return
    own = _OWN.fullmatch(clause.strip()[: clause.strip().rfind(name)])
    yield (failed if own else lead)(
        f"报告写{name}指标得分{figure.text}，评分表该类各行得分合计{plain(points)}分",
        expected=f"{plain(points)}分",
        observed=figure.text,
        difference=f"{plain(abs(said - points))}分",
        fact=(name, str(said), str(points)),
        **about,
    )


def _of_claim(submission: Submission, form: Form, passage: Passage, sentence: Span) -> Iterator[Outcome]:
    found = _FULL.search(sentence.text) or _no_loss(sentence.text)
    if found is None or _OTHERS.search(sentence.text[: found.end()]):
        return
    if _HEDGE.search(sentence.text) or not set(years(sentence.text)) <= {submission.year}:
        return
    words = found[0].strip("，。； ")
    before = sentence.text[: found.end()]
    of = [word for word in _GROUPS if word in before]
    lost = [x for x in scored(submission, form) if x.lost and (not of or _in_groups(x, of))]
    whole = not of and regex.search(r"(?:得分|评分|总分)(?:为|是)?满分", words) and "均" not in words
    short = form.total_score_points is not None and form.total_score_points < (
        form.total_weight_points or 100
    )
    about: dict[str, Any] = {"form": passage.form, "key": ("未扣分",), "subject": "未扣分的说法"}
    if not (short if whole else lost):
        evidence = [passage.quote(sentence, "叙述")]
        yield passed(f"“{words}”与评分表不矛盾", evidence=evidence, **about)
        return
    shown = [f"{row_name(x.row)}（{x.row.score_text}/{x.row.weight_text}）" for x in lost[:_BELOW]]
    told = f"总分为{form.total_score_text}" if whole else f"{listed(shown)}有扣分"
    evidence = [passage.quote(sentence, "叙述"), *([total_cell(form)] if whole else [])]
    yield failed(
        f"文中称“{words}”，而评分表{told}",
        expected="与评分表得分相合的说法",
        observed=words,
        evidence=[*evidence, *(cell(x.row, "score") for x in lost[:_BELOW])],
        **about,
    )


def _no_loss(text: str) -> regex.Match[str] | None:
    """未扣分 of every indicator, of a named group; `资金到位率100%，未扣分` speaks of one thing only."""
    found = _NO_LOSS.search(text)
    if found is None:
        return None
    before = text[: found.start()]
    clause = regex.split(r"[，,；;]", before)[-1]
    alone = _NO_ITEM.fullmatch(text.strip("，,。；; \n"))
    return found if alone or _EVERY_ONE.search(before + found[0][:2]) or _OF_A_GROUP.search(clause) else None


def _in_groups(row: Achievement, of: list[str]) -> bool:
    names = f"{row.row.level1 or ''}{row.row.level2 or ''}"
    return any(word in names for word in of)


def _quoted(rows: list[Indicator]) -> list[Evidence]:
    return [cell(row, "score") for row in rows[:12]]


RULE = Rule(id="C20", title="分项得分与未扣分的说法", severity="重要", confidence="推断", check=check)
