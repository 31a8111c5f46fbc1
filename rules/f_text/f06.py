"""F06: a rank against the number of places that there are.

比对：“第n”与排名的总体个数：句中写明的（12个县区中排名第5），或全市排名时口径中的县级单位数。
意义：名次大于总体个数，名次或总体必有一误。
不适用：句中没有总体、口径也没有对应的个数（全省、全国、系统内排名）；不同指标名次相同不算问题。
示例：“全市12个县区中排名第15”报告；“第5”两处不报。
依据：排名不能大于参加排名的个数；总体个数为口径参数。
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import regex

from extractors.numerals.fraction import Fraction
from extractors.records import Figure
from rules.passages import Passage, Span, passages
from rules.profile import Profile
from rules.quoting import figure as quoted
from rules.rule import Outcome, Rule, failed, inapplicable, or_inapplicable, passed
from rules.submission import Submission
from rules.text import words
from rules.wording import plain

_CITY = regex.compile(r"全市(?!\p{Han}{0,4}(?:系统|行业|学校|企业|医院|乡镇|街道))|在市里|市对(?:县|区)")
_COUNTED = frozenset({"个", "家", "所", "支", "名", "户"})
_AMONG = regex.compile(
    r"(?:(?!其中)\p{Han}){2,8}?(?:(?<!其)中|当中|之中|里)[，,]?(?:(?:综合|总分|总量|增速|最终|位|名|排|并)*[列居排名位]|获|第)"
)  # 6个开发区中列第8


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each rank."""
    yield from or_inapplicable(_outcomes(submission, profile), "叙述中没有名次")


def _outcomes(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    places = profile.at(submission.year, "report").city_rank_places
    for passage in passages(submission):
        for figure in passage.figures:
            if figure.kind == "rank" and figure.unit == "名次" and figure.value is not None:
                yield _judge(passage, figure, places)


def _judge(passage: Passage, figure: Figure, city: int) -> Outcome:
    name = (figure.subject or "").strip() or "排名"
    rank = Fraction(figure.value or 0)
    about: dict[str, Any] = {
        "form": passage.form,
        "key": (name, "排名"),
        "subject": name,
        "evidence": [quoted(figure, "叙述排名")],
    }
    stated = _population(passage, figure)
    if stated is None and not _CITY.search(passage.before(figure)[-30:]):
        return inapplicable(f"“{name}”{figure.text}：未写明排名的总体", **about)
    total = stated if stated is not None else Fraction(city)
    if rank <= total:
        return passed(f"“{name}”{figure.text}不超过总体个数{plain(total)}", **about)
    source = "句中写明的" if stated is not None else "口径规定的"
    return failed(
        f"“{name}”{figure.text}，大于{source}总体个数{plain(total)}",
        expected=f"不大于{plain(total)}",
        observed=figure.text,
        fact=(name, str(rank)),
        **about,
    )


def _population(passage: Passage, figure: Figure) -> Fraction | None:
    """`12个县区中排名第5`: the count of places before the rank, in its sentence."""
    start = passage.sentence_start(figure.start)
    for other in reversed(passage.within(Span("", start, figure.start))):
        after = passage.text[other.end : other.end + 8]
        between = passage.text[other.end : figure.start]
        noun = any(after.startswith(word) for word in words("population")) or _AMONG.match(between)
        among = any(word in between for word in ("中", "里", "排名", "列", "居"))
        near = len(between) <= 14 and not any(mark in between for mark in "。；;")
        if other.unit in _COUNTED and other.value and noun and among and near:
            return Fraction(other.value)
    return None


RULE = Rule(
    id="F06", title="排名合理", severity="一般", confidence="推断", check=check, norms=("city_rank_places",)
)
