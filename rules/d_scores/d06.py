"""D06: the score of a qualitative indicator against the band of its verdict.

比对：定性指标由完成值读出档次（达成、部分达成、未达成），得分占分值的百分比应落在该档之内：达成80%—100%，
部分达成60%—80%，未达成60%以下（界限由口径规定）。
意义：档次与得分不符，定性指标的得分就无从解释。
不适用：指标值是数值；完成值不能明确归入某一档（“基本健全”一类，表注有“全部或基本达成”与“部分达成”两种归法）；
得分格跨几行。部分达成而评得更低、未达成而得0分，不报。
示例：符合标准、得分3/5（60%，属部分达成档）；4/5不报。指标值“明显改善”、完成值“未明显改善”属未达成。
依据：财预〔2020〕10号表注：达成预期指标100%—80%（含80%）、部分达成80%—60%（含60%）、未达成60%—0%；江西
2017年表为80%—50%。
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from extractors.numerals.fraction import Fraction
from extractors.records import Form, Indicator
from rules.achieving import Achievement, scored
from rules.profile import Norms, Profile
from rules.quoting import row_name
from rules.rule import Outcome, Rule, failed, inapplicable, passed
from rules.scoring import about
from rules.submission import Submission
from rules.text import has, norm
from rules.wording import percent, plain

_OPTION = 14  # characters: longer results are sentences, not verdicts
_DENIAL = regex.compile(r"^(?:尚未|没有|未能|未|没|不|无)")
_NONE_OF_IT = regex.compile(r"(?:无|没有|未发现|未出现|未发生|杜绝)\p{Han}{0,6}(?:不|未|尚)")
_ALMOST = regex.compile(r"^基本\p{Han}{2}")
_FULL, _PARTLY, _NOT = "达成", "部分达成", "未达成"


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each qualitative row with a clear verdict."""
    for form in submission.scored_forms:
        norms = profile.at(submission.year, form.form_kind)
        found = [(row, verdict(row.row)) for row in scored(submission, form)]
        clear = [(row, word) for row, word in found if word is not None]
        if not clear:
            yield inapplicable("没有可归入档次的定性指标", form=form)
        for row, word in clear:
            yield _judge(form, row, word, norms)


def verdict(row: Indicator) -> str | None:
    """达成, 部分达成 or 未达成 as the result of a qualitative row reads; None where it is not clear."""
    if row.target_kind != "text" or row.actual_kind != "text":
        return None
    actual, target = norm(row.actual_text or ""), norm(row.target_text or "")
    denied = _DENIAL.sub("", actual)
    if denied != actual and len(denied) > 1 and denied in target:
        return _NOT
    return _FULL if actual == target else _option(actual)


def _option(actual: str) -> str | None:
    """The band that a result names in its own words."""
    option = actual if len(actual) <= _OPTION or "达成" in actual[:6] else ""
    if _ALMOST.match(actual):
        return None
    if has(option, "not_achieved"):
        return None if _NONE_OF_IT.search(option) else _NOT
    if has(option, "partly_achieved"):
        return _PARTLY
    return _FULL if has(option, "achieved") else None


def _judge(form: Form, row: Achievement, word: str, norms: Norms) -> Outcome:
    assert row.weight
    assert row.score is not None
    place = about(form, row, "target", "actual", "weight", "score")
    share = row.score / row.weight * 100
    full, partly = Fraction(norms.qualitative_full_percent), Fraction(norms.qualitative_partial_percent)
    low, high = {_FULL: (full, Fraction(100)), _PARTLY: (Fraction(0), full), _NOT: (Fraction(0), partly)}[
        word
    ]
    inside = low <= share and (share < high or word == _FULL)
    if inside:
        return passed(f"“{row_name(row.row)}”{word}，得分占{percent(share, 0)}，在该档之内", **place)
    band = f"{plain(low)}%—{plain(high)}%"
    return failed(
        f"“{row_name(row.row)}”完成值“{row.row.actual_text}”属{word}，得分{plain(row.score)}/{plain(row.weight)}"
        f"（{percent(share, 0)}），该档为{band}",
        expected=band,
        observed=percent(share, 0),
        **place,
    )


RULE = Rule(
    id="D06",
    title="定性指标档位",
    severity="重要",
    confidence="推断",
    check=check,
    norms=("qualitative_full_percent", "qualitative_partial_percent"),
)
