"""C13: full marks on a management indicator that the report's own problems contradict.

比对：得满分的管理类指标，与“存在的问题”中承认的同类事项（预算编制↔不可预见、追加；绩效目标↔指标设置；资金合规↔超支；
资产↔账实不符……）；“改进措施”中针对同类事项的说法（杜绝超支）为一般问题。
意义：一边满分，一边自认有问题，两者必有一处不实。
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

from extractors.records import Form
from rules.achieving import Achievement, scored
from rules.passages import Passage, Span, clauses, keyed
from rules.profile import Profile
from rules.quoting import cell, row_name
from rules.rule import Outcome, Rule, failed, inapplicable, or_inapplicable, passed
from rules.submission import Submission
from rules.text import norm, words

_MANAGED = regex.compile(r"管理|过程|投入|决策|资金|预算|执行")
_PARTLY = regex.compile(r"其他资金|自筹资金|配套资金|单位资金")  # a part of the money that the rate is of
_NEAR = 8  # characters before a word in which a denial reaches it


class Pair(msgspec.Struct, frozen=True):
    """An indicator's words with what a report admits against it."""

    name: str
    source: str
    indicator: list[str]
    admitted: list[str]
    measured: list[str]


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
        for one in scored(submission, form):
            if one.full and _MANAGED.search(one.row.level1 or ""):
                yield from _judge(form, one, told, measures)


def _judge(form: Form, one: Achievement, told: list[Passage], measures: list[Passage]) -> Iterator[Outcome]:
    name = row_name(one.row)
    about: dict[str, Any] = {"form": form, "key": (one.row.level2 or "", name), "subject": name}
    pairs = [pair for pair in _pairs() if _speaks(pair, one)]
    if not pairs:
        return
    for pair in pairs:
        found = _admission(told, pair.admitted, denials=True)
        weak = None if found else _admission(measures, pair.measured, denials=False)
        if found or weak:
            passage, span, word = found or weak  # type: ignore[misc]
            where = "存在的问题" if found else "改进措施"
            yield failed(
                f"“{name}”得满分{one.row.score_text}分，而{where}称“{span.text.strip('，,。；; ')[:40]}”",
                observed=f"{one.row.score_text}/{one.row.weight_text}",
                diagnosis=f"涉及{pair.name}：{word}",
                severity=None if found else "一般",
                evidence=[cell(one.row, "score"), passage.quote(span, where)],
                **about,
            )
            return
    yield passed(f"“{name}”满分，未见相反的自认问题", **about)


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
