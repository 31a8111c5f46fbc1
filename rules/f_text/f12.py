"""F12: one thing under two indicator names.

比对：同一表中两个三级指标的名称，去掉范围、时间、计数用语之后是否只差规模、类别一类的限定词。
意义：同一事项分列两个指标，或同一名称混用两个口径，都使完成值无法核对。
不适用：去掉限定词后名称不同；余下的名称不足三个字；并列的同类指标（规上企业数、新增企业数）。只提请核对。
示例：“全区中小企业认定数”与“认定为科技型中小微企业”提请核对；“培训教师人次”与“培训学生人次”不报。
依据：绩效指标应清晰、不重复（财预〔2021〕101号 中央部门项目支出核心绩效目标和指标设置及取值指引）。
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from itertools import combinations
from typing import Any

from extractors.records import Form, Indicator
from rules.profile import Profile
from rules.quoting import cell
from rules.rule import Outcome, Rule, inapplicable, lead, or_inapplicable, passed
from rules.submission import Submission
from rules.text import norm

_SHORTEST = 3
_DIVIDING = ("规模", "类别")


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each scored form."""
    yield from or_inapplicable(_outcomes(submission, profile), "没有自评表")


def _outcomes(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    for form in submission.scored_forms:
        rows = [row for row in submission.indicators_of(form) if row.level3 and not row.is_detail]
        if len(rows) < 2:
            yield inapplicable("指标不足两行", form=form)
            continue
        found = list(_pairs(form, rows))
        yield from found or [passed("未见一事两名的指标", form=form)]


def _pairs(form: Form, rows: list[Indicator]) -> Iterator[Outcome]:
    stripped = [(row, *_stripped(row.level3 or "")) for row in rows]
    known: dict[str, list[tuple[Indicator, frozenset[str]]]] = {}
    for row, rest, dividing in stripped:
        if len(rest) >= _SHORTEST:
            known.setdefault("".join(sorted(rest)), []).append((row, dividing))
    for alike in known.values():
        for (a, first), (b, second) in combinations(alike, 2):
            if first == second or not (first or second) or norm(a.level3 or "") == norm(b.level3 or ""):
                continue
            about: dict[str, Any] = {"form": form, "key": (a.level3 or "", b.level3 or "")}
            yield lead(
                f"“{a.level3}”与“{b.level3}”名称只差限定词，请核对是否同一事项、口径是否一致",
                subject=a.level3,
                evidence=[cell(a, "level3", "三级指标"), cell(b, "level3", "三级指标")],
                **about,
            )


@lru_cache(maxsize=4096)
def _stripped(name: str) -> tuple[str, frozenset[str]]:
    """The name without qualifiers, with the dividing ones that it had."""
    rest, dividing = norm(name), set()
    for group in _data()["group"]:
        for term in group["terms"]:
            if term in rest:
                rest = rest.replace(term, "")
                if group["kind"] in _DIVIDING:
                    dividing.add(term)
    for term in _data()["framing"]["terms"]:
        rest = rest.replace(term, "")
    return rest, frozenset(dividing)


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads((files("rules") / "data" / "qualifiers.toml").read_text(encoding="utf-8"))


RULE = Rule(id="F12", title="同义指标名", severity="提示", confidence="线索", check=check)
