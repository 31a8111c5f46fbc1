"""C13: full marks on a management indicator that the report's own problems contradict.

比对：得满分的管理类指标，与“存在的问题”中承认的同类事项（预算编制↔不可预见、追加；绩效目标↔指标设置；资金合规↔超支；
资产↔账实不符……）；“改进措施”中针对同类事项的说法（杜绝超支）为一般问题。
意义：一边满分，一边自认有问题，两者必有一处不实。
一句话只针对一个比率：写的是项目支出、采购等某一部分资金而表内没有同名比率的，只作提示。
不适用：该指标有扣分；“未发现超支”“不存在挪用”等否定说法；词表没有对应的指标。
示例：绩效目标管理1/1，问题写“在科学设置预算绩效指标上还需进一步加强”，报告；预算编制准确性1/2不报。
依据：部门整体支出评价指标体系（财预〔2013〕53号）；对应关系见 rules/data/admissions.toml。
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

import msgspec
import regex

from rules.achieving import Achievement, scored
from rules.passages import Passage, Span, clauses, keyed
from rules.profile import Profile
from rules.quoting import cell, row_name
from rules.rule import Outcome, Rule, failed, inapplicable, or_inapplicable, passed
from rules.submission import Submission
from rules.text import norm, words

_MANAGED = regex.compile(r"管理|过程|投入|决策|资金|预算|执行")
_PARTLY = regex.compile(r"其他资金|自筹资金|配套资金|单位资金")  # a part of the money that the rate is of
_SCOPE = regex.compile(r"(项目|专项|基本支出|采购|三公|公用经费|人员经费|公务接待|债券|基金)")
_NEAR = 8  # characters before a word in which a denial reaches it


class Pair(msgspec.Struct, frozen=True):
    """An indicator's words with what a report admits against it."""

    name: str
    source: str
    indicator: list[str]
    admitted: list[str]
    measured: list[str]


class _Admitted(msgspec.Struct, frozen=True, kw_only=True):
    """A clause that admits a problem, with the row that it may speak of."""

    one: Achievement
    pair: Pair
    passage: Passage
    span: Span
    word: str
    told: bool  # among the problems, not the measures


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each management indicator with full marks that has a pair."""
    yield from or_inapplicable(_outcomes(submission, profile), "没有得满分而有对应事项的管理类指标")


def _outcomes(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    told = [x for x in keyed(submission, "problems") if x.key == "problems"]
    measures = [x for x in keyed(submission, "measures") if x.key == "measures"]
    if not told and not measures:
        yield inapplicable("没有存在的问题、改进措施")
        return
    for form in submission.scored_forms:
        managed = [x for x in scored(submission, form) if x.full and _MANAGED.search(x.row.level1 or "")]
        spoken = [(one, pairs) for one in managed if (pairs := [p for p in _pairs() if _speaks(p, one)])]
        against = [x for one, pairs in spoken if (x := _against(one, pairs, told, measures)) is not None]
        named = _named(against)
        for one, _ in spoken:
            about = {
                "form": form,
                "key": (one.row.level2 or "", row_name(one.row)),
                "subject": row_name(one.row),
            }
            found = next((x for x in named if x.one is one), None)
            if found is None:
                yield passed(f"“{row_name(one.row)}”满分，未见相反的自认问题", **about)
            else:
                yield _contradicted(found, about)


def _against(
    one: Achievement, pairs: list[Pair], told: list[Passage], measures: list[Passage]
) -> _Admitted | None:
    """The first clause that admits a problem with the row."""
    for pair in pairs:
        found = _admission(told, pair.admitted, denials=True)
        weak = None if found else _admission(measures, pair.measured, denials=False)
        if found or weak:
            passage, span, word = found or weak  # type: ignore[misc]
            return _Admitted(one=one, pair=pair, passage=passage, span=span, word=word, told=bool(found))
    return None


def _named(against: list[_Admitted]) -> list[_Admitted]:
    """Of the rates that one clause may speak of, the one whose name it holds most of."""
    best: dict[tuple[str, str, int], _Admitted] = {}
    for found in (x for x in against if x.one.numeric):
        key = (found.pair.name, found.passage.at, found.span.start)
        if key not in best or _nearness(found) > _nearness(best[key]):
            best[key] = found
    return [x for x in against if not x.one.numeric or x in best.values()]


def _nearness(found: _Admitted) -> tuple[bool, int]:
    name = norm(row_name(found.one.row))
    return _in_scope(found), len(set(name) & set(found.span.text))


def _in_scope(found: _Admitted) -> bool:
    """A rate is contradicted by what is said of its own money: 项目支出执行率偏低 speaks of 项目支出."""
    scopes = _SCOPE.findall(found.span.text) if found.one.numeric else []
    name = row_name(found.one.row)
    own = _SCOPE.findall(name)
    return set(scopes) == set(own) if scopes or own else True


def _contradicted(found: _Admitted, about: dict[str, Any]) -> Outcome:
    row, where = found.one.row, "存在的问题" if found.told else "改进措施"
    sure = _in_scope(found)
    admitted = f"{where}称“{found.span.text.strip('，,。；; ')[:40]}”"
    rest = "" if sure else "，是否指这一项，请核对"
    return failed(
        f"“{row_name(row)}”得满分{row.score_text}分，而{admitted}{rest}",
        observed=f"{row.score_text}/{row.weight_text}",
        diagnosis=f"涉及{found.pair.name}：{found.word}",
        severity="提示" if not sure else None if found.told else "一般",
        evidence=[cell(row, "score"), found.passage.quote(found.span, where)],
        **about,
    )


def _speaks(pair: Pair, one: Achievement) -> bool:
    name = norm(one.row.level3 or "")
    return any(word in name for word in pair.indicator)


def _admission(
    passages: list[Passage], terms: list[str], *, denials: bool
) -> tuple[Passage, Span, str] | None:
    for passage in passages:
        present = [term for term in terms if term in passage.text]
        for span in clauses(passage.text) if present else ():
            for term in present:
                at = span.text.find(term)
                if (
                    at >= 0
                    and not _PARTLY.search(span.text)
                    and not (denials and _denied(span.text[max(0, at - _NEAR) : at]))
                ):
                    return passage, span, term
    return None


def _denied(before: str) -> bool:
    return any(word in before for word in words("denied"))


@cache
def _pairs() -> list[Pair]:
    raw = tomllib.loads((files("rules") / "data" / "admissions.toml").read_text(encoding="utf-8"))
    return msgspec.convert(raw["pair"], list[Pair])


RULE = Rule(id="C13", title="满分管理指标与自认问题矛盾", severity="重要", confidence="推断", check=check)
