"""C18: a bound that is said to hold for every row of a kind.

比对：“各类满意度均在95%以上”“各项工程合格率均为100%”一类全称的数值，与评分表中同类指标（名称含满意度、合格率、及时率、完成率、
达标率、覆盖率、到位率、准确率、知晓率）的完成值。
“46台设备全部按期安装”一类说法，与按期（及时）一类比率已达指标值而不足100%的行（未达指标值的由C10报告）。
意义：说均达到某一数值而有一行低于它，结论与评分表矛盾。
不适用：句中有除、基本、大部分、目标、要求、上年等词；均字前写明某一类对象（学生满意度均……），而指标名称没有写全该对象（隐蔽工程验收合格率不是工程验收合格率）；抽检的、已竣工的几个；完成值不是
百分数；目标、计划、措施章节。
示例：“各类服务对象满意度均在95%以上”，表内群众满意度94.5%，报告；“均在90%以上”不报。
依据：自评报告与自评表结论应一致。本规则为目录之外增补。
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import regex
from msgspec.structs import replace

from extractors.records import Figure, Form, Indicator
from rules import printed
from rules.achieving import achievements
from rules.claimingall import of_all, said_of_all
from rules.dating import years
from rules.denotation import Printed, denote
from rules.passages import PLANNED, Passage, passages, sentence_of
from rules.profile import Profile
from rules.quoting import cell, row_name
from rules.rule import Outcome, Rule, failed, or_inapplicable, passed
from rules.submission import Submission
from rules.wording import listed

_EVERY = regex.compile(
    r"(?P<of>\p{Han}{0,14}?)(?P<stem>满意[度率]|合格率|及时率|完成率|达标率|覆盖率|到位率|准确率|知晓率|办结率)"
    r"(?:指标|得分|结果)?(?:均|都|全部|全)(?:已)?(?:在|为|达到?|达到了|超过|不低于|高于|保持在|稳定在)?(?:了)?$"
)
_GENERAL = regex.compile(
    r"各类|各项|各个|所有|全部|各|项目|服务对象|工作|工程|指标|任务|年度|全年|其中|受益|社会公众|有关|相关|及|和|的|我局|本年|三级|绩效|"
    r"目标|完成|资金|20\d\d年"
)
_AND = regex.compile(r"[及和与、]")
_SOME = regex.compile(r"(?:的|已|抽|检)\p{Han}{0,6}\d++\s?$")  # 抽检的10个工程: some of them
_APART = regex.compile(r"除(?!险)|基本|大部分|多数|部分|目标|要求|力争|确保|上年|去年|以往|计划|预期|标准")
_BELOW = 6  # rows named in a message


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each such statement that has rows of its kind."""
    yield from or_inapplicable(_outcomes(submission), "叙述中没有“均在……以上”一类说法，或表内没有同类指标")


def _outcomes(submission: Submission) -> Iterator[Outcome]:
    rows = [
        (form, row)
        for form in submission.scored_forms
        for row in submission.indicators_of(form)
        if row.actual_unit == "%" and row.actual_value is not None and not row.is_detail
    ]
    yield from _every_one(submission)
    for passage in passages(submission):
        if passage.keys & PLANNED or not (
            "均" in passage.text or "都" in passage.text or "全" in passage.text
        ):
            continue
        for figure in passage.figures:
            if figure.unit == "%" and figure.qualifier in {None, "ge", "gt"} and figure.value is not None:
                yield from _judge(submission, passage, figure, rows)


def _every_one(submission: Submission) -> Iterator[Outcome]:
    """`46台设备全部按期安装` against a rate below 100% that meets its target; C10 has those that miss it."""
    met = {id(x.row): x.met for form in submission.scored_forms for x in achievements(submission, form)}
    for passage, clause, words, row in said_of_all(submission):
        if met.get(id(row)) is not False:
            yield of_all(passage, clause, words, row)


def _judge(
    submission: Submission, passage: Passage, figure: Figure, rows: list[tuple[Form, Indicator]]
) -> Iterator[Outcome]:
    clause = passage.clause_before(figure).strip()
    found = _EVERY.search(clause)
    sentence = sentence_of(passage, figure)
    some = found is None or _SOME.search(clause[: found.start()]) or _APART.search(clause)
    if found is None or some or not set(years(passage.before(figure))) <= {submission.year}:
        return
    said = printed.figure(figure)
    stem = found["stem"].replace("率", "").replace("度", "")
    of = _GENERAL.sub("", found["of"])
    kinds = _kinds(found["of"])
    covered = [row for _, row in rows if stem in row_name(row) and _is_of(kinds, row_name(row))]
    if said is None or not covered:
        return
    about: dict[str, Any] = {
        "form": passage.form,
        "key": ("均", found["stem"], of),
        "subject": found["stem"],
    }
    least = replace(said, qualifier="ge")
    short = [row for row in covered if not _meets(row, least)]
    if not short:
        evidence = [passage.quote(sentence, "叙述")]
        yield passed(f"{found['stem']}{len(covered)}行均不低于{figure.text}", evidence=evidence, **about)
        return
    shown = [f"{row_name(row)}（{row.actual_text}）" for row in short[:_BELOW]]
    words = f"{clause}{passage.text[figure.start : figure.end + 2]}".strip("，。；、 ")
    yield failed(
        f"文中称“{words}”，而{listed(shown)}低于{figure.text}",
        expected="与各行完成值相合的说法",
        observed=figure.text,
        evidence=[passage.quote(sentence, "叙述"), *(cell(row, "actual") for row in short[:_BELOW])],
        fact=(found["stem"], of, str(figure.value)),
        **about,
    )


def _is_of(kinds: list[str], name: str) -> bool:
    """The row's name has all that one of the kinds says; no kinds: every row is.

    A row 工程验收合格率 is of 工程验收, not of 隐蔽工程验收.
    """
    return not kinds or any(
        all(word[i : i + 2] in name for word in kind.split() for i in range(len(word) - 1)) for kind in kinds
    )


def _kinds(said: str) -> list[str]:
    """`学生和家长`: the kinds that the words before name; what is general in them left out."""
    bare = [_GENERAL.sub(" ", one) for one in _AND.split(said.replace("师生", "教师和学生"))]
    return [one for one in bare if any(len(word) > 1 for word in one.split())]


def _meets(row: Indicator, least: Printed) -> bool:
    value = printed.actual(row)
    return value is None or denote(replace(least, qualifier="ge")).meets(denote(value))


RULE = Rule(id="C18", title="“均在……以上”与各行", severity="重要", confidence="推断", check=check)
