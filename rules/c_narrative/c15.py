"""C15: a verdict of the narrative on a qualitative indicator against its result in the form.

比对：完成值为“符合标准、健全、及时”一类定性结论的指标，与报告中提到该指标的句子：同一词根是肯定还是否定。
表内是否定（未明显改善、不健全）而报告毫无保留地说是肯定的，同。
意义：表内说符合，文中说部分不符合，结论自相矛盾。
不适用：句子没有提到该指标（名称一半以上出现）；否定词修饰别的词；“对不符合标准的企业不予补助”“防止不合规”等处理、防
范的说法；“不符合……的”作定语；表内写基本、较、部分而文中说个别不符合的；改进措施、目标。
示例：表内“符合标准”，报告“补助的部分企业不符合标准”，报告；“补助的企业符合标准”不报。
依据：自评报告与自评表结论应一致；词根见 rules/lexicons/narrative.toml。
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

import regex

from extractors.records import Form, Indicator
from rules.linking.names import held
from rules.passages import PLANNED, Passage, Span, clauses, narrative
from rules.profile import Profile
from rules.quoting import cell, row_name
from rules.rule import Outcome, Rule, failed, or_inapplicable, passed
from rules.submission import Submission
from rules.text import norm, words

_SENTENCE = regex.compile(r"[^。；;！？\n]++")
_HALF = 0.5
_NOT = r"(?:不够|不太|不尽|未能|没有|尚未|仍未|不|未|欠)"
_HEDGED = regex.compile(r"部分|基本|有待|进一步|逐步|不断|目标|要求|确保|力争|为了|以|将|仍|但|如")
_DEALT = regex.compile(
    r"不予|取消|退回|剔除|整改|清退|追回|杜绝|防止|避免|严禁|禁止|没有发现|未发现|不存在|无一|无不"
)
_SOME, _SOME_SAID = regex.compile(r"个别|少数|部分|有的"), regex.compile(r"基本|较|部分|大多|多数")
_NAME_LEAST = 4

_Verdict = tuple[Passage, Span]


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each qualitative row that the reports speak of."""
    yield from or_inapplicable(_outcomes(submission, profile), "叙述没有提到有定性结论的指标")


def _outcomes(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    verdicts = _verdicts(submission)
    for form in submission.scored_forms:
        for row in submission.indicators_of(form):
            stems = [stem for stem in words("qualitative") if stem in (row.actual_text or "")]
            if row.actual_kind != "text" or not stems:
                continue
            if _negative(row.actual_text or "", stems):
                yield from _praised(verdicts, form, row, stems)
            else:
                yield from _judge(verdicts, form, row, stems)


def _praised(verdicts: list[_Verdict], form: Form, row: Indicator, stems: list[str]) -> Iterator[Outcome]:
    """The form says that it is not so; the report says that it is, without any reserve."""
    name = row_name(row)
    told = [stem for stem in stems if _negative(row.actual_text or "", [stem])]
    for passage, span in _speaking(verdicts, name, told):
        for clause in clauses(span.text):
            stem = next((x for x in told if x in clause.text), None)
            held_here = held(name, clause.text) >= _HALF
            if stem and held_here and not (_HEDGED.search(clause.text) or _negative(clause.text, [stem])):
                yield failed(
                    f"“{name}”表内完成值为“{row.actual_text}”，报告称“{clause.text.strip('，,。；; ')[:40]}”",
                    form=form,
                    key=(row.level2 or "", name),
                    subject=name,
                    expected=row.actual_text,
                    observed=clause.text.strip("，,。；; ")[:40],
                    evidence=[cell(row, "actual"), passage.quote(span, "叙述")],
                )
                return


def _negative(text: str, stems: list[str]) -> str | None:
    """The negated stem, as printed; attributes (不符合标准的企业) do not judge."""
    for stem in stems:
        found = _denying(stem).search(text)
        if found:
            return found[0]
    return None


@cache
def _denying(stem: str) -> regex.Pattern[str]:
    return regex.compile(
        rf"{_NOT}(?:完全|够|太|明显|显著|有效|得到|能)*{stem}(?!\p{{Han}}{{0,4}}的\p{{Han}})"
    )


def _judge(verdicts: list[_Verdict], form: Form, row: Indicator, stems: list[str]) -> Iterator[Outcome]:
    name = row_name(row)
    about: dict[str, Any] = {"form": form, "key": (row.level2 or "", name), "subject": name}
    agreeing = False
    for passage, span in _speaking(verdicts, name, stems):
        few = _SOME.search(span.text) and _SOME_SAID.search(row.actual_text or "")
        if _DEALT.search(span.text) or few:
            continue
        against = _negative(span.text, stems)
        if against:
            yield failed(
                f"“{name}”表内完成值为“{row.actual_text}”，报告称“{span.text.strip()[:40]}”",
                expected=row.actual_text,
                observed=against,
                evidence=[cell(row, "actual"), passage.quote(span, "叙述")],
                **about,
            )
            return
        agreeing = agreeing or any(stem in span.text for stem in stems)
    if agreeing:
        yield passed(f"“{name}”的结论与叙述一致", **about)


def _speaking(verdicts: list[_Verdict], name: str, stems: list[str]) -> Iterator[_Verdict]:
    """Verdicts with one of the stems, in sentences that hold at least half of the row's name."""
    bare = regex.sub(r"是否.*$", "", name) or name
    if len(norm(bare)) < _NAME_LEAST:
        return
    for passage, span in verdicts:
        if any(stem in span.text for stem in stems) and held(bare, span.text) >= _HALF:
            yield passage, span


def _verdicts(submission: Submission) -> list[_Verdict]:
    """The sentences of the reports, plans left out, that have any of the stems."""
    anything = regex.compile("|".join(map(regex.escape, words("qualitative"))))
    return [
        (passage, Span(found[0], found.start(), found.end()))
        for passage in narrative(submission)
        if passage.key not in PLANNED and anything.search(passage.text)
        for found in _SENTENCE.finditer(passage.text)
        if anything.search(found[0])
    ]


RULE = Rule(id="C15", title="定性结论一致", severity="一般", confidence="推断", check=check)
