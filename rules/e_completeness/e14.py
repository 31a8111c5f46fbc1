"""E14: a kind of indicator that the profile or the unit's own words demand is not there.

比对：（一）口径列明必设的指标类别（required_categories）是否设置；（二）项目支出占执行数一半以上、报告又把支出增加归于补助、
救助、购置等用途的，产出与成本指标中有没有反映该用途的数量或成本；项目支出远超预算的为重要，其余为一般。
意义：花钱最多的地方没有产出和成本指标，绩效就没有评到点子上。
不适用：口径没有列明类别；没有资金结构或项目支出不足一半；报告没有说支出用于什么；已设成本指标，或数量、时效指标提到该用途；
该类别标明不适用。
示例：项目支出占97%，报告称企业补助增加而需追加，既无成本指标也无补助数量指标，报告；设有“补助企业户数”不报。
依据：财预〔2021〕101号：指标应覆盖主要支出方向。各地必设类别不一，只按口径和单位自己的文字要求。
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import regex

from extractors.numerals.fraction import Fraction
from extractors.records import Form, Fund, Indicator
from rules.passages import Passage, Span, clauses, keyed
from rules.profile import Norms, Profile
from rules.quoting import cell
from rules.rule import Outcome, Rule, failed, inapplicable, passed
from rules.submission import Submission
from rules.text import has
from rules.wording import percent

_PURPOSE = regex.compile(r"补助|补贴|奖补|奖励|救助|购置|采购")
_MORE = regex.compile(r"增加|追加|调剂|超出|超支|主要用于|大幅|增长")
_HALF = Fraction(1, 2)


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each demanded category; one for the largest block of spending."""
    for form in submission.scored_forms:
        rows = submission.indicators_of(form)
        if not rows:
            continue
        norms = profile.at(submission.year, form.form_kind)
        found = [_category(form, rows, name) for name in norms.required_categories]
        found += _spending(submission, form, rows, norms)
        yield from found or [inapplicable("口径未列必设指标类别，报告也未说明主要支出用途", form=form)]


def _category(form: Form, rows: list[Indicator], name: str) -> Outcome:
    about: dict[str, Any] = {"form": form, "key": ("类别", name), "subject": name}
    root = name.removesuffix("指标")
    held = [x for x in rows if root in f"{x.level1 or ''}{x.level2 or ''}"]
    if held:
        return passed(f"设有{name}", evidence=[cell(held[0], "level2", "二级指标")], **about)
    names = list(dict.fromkeys(x.level2 or x.level1 or "" for x in rows))
    evidence = [cell(rows[0], "level2", "二级指标")]
    return failed(
        f"口径要求设置{name}，表内未见（设有{'、'.join(names[:8])}）",
        expected=name,
        observed="未见",
        evidence=evidence,
        norms=("required_categories",),
        **about,
    )


def _spending(submission: Submission, form: Form, rows: list[Indicator], norms: Norms) -> list[Outcome]:
    fund, share = _project(submission.funds_of(form))
    if fund is None or share <= _HALF:
        return []
    told = [x for passage in keyed(submission, "budget", "problems") for x in _purposes(passage)]
    if not told or any("成本" in f"{x.level1 or ''}{x.level2 or ''}" for x in rows):
        return []
    about: dict[str, Any] = {"form": form, "key": ("主要支出",), "subject": "主要支出"}
    counted = [x for x in rows if has(x.level2, "counting_categories")]
    for _, _, purpose in told:
        if any(character in (x.level3 or "") for x in counted for character in purpose):
            return [passed(f"“{purpose}”有数量或成本指标", evidence=[cell(fund, "executed")], **about)]
    passage, span, purpose = told[0]
    return [
        failed(
            f"项目支出占执行数{percent(share * 100)}，报告称支出增加用于{purpose}，"
            f"表内未见反映{purpose}数量或成本的指标",
            expected=f"反映{purpose}数量或成本的指标",
            observed="未见",
            severity=None if _overspent(fund, norms) else "一般",
            evidence=[
                cell(fund, "executed"),
                passage.quote(span, "叙述"),
                cell(rows[0], "level2", "二级指标"),
            ],
            **about,
        )
    ]


def _project(funds: list[Fund]) -> tuple[Fund | None, Fraction]:
    """项目支出 with its share of what was spent on both."""
    parts = {x.item: x for x in funds if x.partition == "structure" and x.executed_yuan}
    project, basic = parts.get("project"), parts.get("basic")
    if project is None or basic is None:
        return None, Fraction(0)
    spent = Fraction(project.executed_yuan or 0)
    return project, spent / (spent + Fraction(basic.executed_yuan or 0))


def _overspent(fund: Fund, norms: Norms) -> bool:
    """Far more spent than planned: then the purpose is what the year was about."""
    planned, spent = Fraction(fund.budget_yuan or 0), Fraction(fund.executed_yuan or 0)
    return planned > 0 and spent / planned * 100 > Fraction(norms.execution_high_percent)


def _purposes(passage: Passage) -> Iterator[tuple[Passage, Span, str]]:
    for span in clauses(passage.text):
        found = _PURPOSE.search(span.text)
        if found and _MORE.search(span.text):
            yield passage, span, found[0]


RULE = Rule(id="E14", title="指标类别缺失", severity="重要", confidence="推断", check=check)
