"""F10: a speaker or an organ of the wrong level.

比对：局、委、中心等单位的报告中，写本单位自己的事（会计核算、预决算、内控、自评）时以“我区”“我市”“我镇”作主语；
区县及以下单位的报告中“处室”与“科室”“股室”并用。
意义：主体或层级不对，多为套用上级或其他单位的文本。
不适用：政府、街道、管委会的报告以本级自称；“服务我区企业”“我区经济”等不作主语的；写全区工作成效的章节；省、
市级单位内设处室。
示例：“我区严格按照财政要求，及时完成单位会计核算”报告；“服务我区企业120家”不报。
依据：自评主体为预算单位（财预〔2020〕10号）；地方党政机关内设机构称科（股、室），处为省、市级内设机构。
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import regex

from rules.passages import Passage, Span, clauses, narrative
from rules.profile import Profile
from rules.rule import Outcome, Rule, failed, or_inapplicable, passed
from rules.submission import Submission
from rules.text import has, words
from rules.unitnames import level

_GOVERNMENT = regex.compile(r"政府|街道|管委会|管理委员会|党工委|镇$|乡$|[县区市]委$|人大|政协|办事处")
_OWN = frozenset({"budget", "management", "process", "problems", "measures"})
_UNKNOWN = frozenset({"other"})  # a heading in words of the office's own
_WHO = regex.compile(r"^\s*+(?:\d{1,2}[.、．]|[（(]\d{1,2}[)）])?\s*+(我[省市区县旗镇乡州])(?=\p{Han})")
_ORGAN = regex.compile(r"(?:各|相关|有关|业务|责任|牵头|职能)处室|处室负责")
_OFFICE = regex.compile(r"科室|股室|[一二两三四五六七八九十\d]个?(?:内设)?(?:职能)?[科股]")
_COUNTY = 3


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each wrong speaker; one for organs of two levels."""
    yield from or_inapplicable(_outcomes(submission, profile), "没有自评报告")


def _outcomes(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    unit = submission.unit_name or ""
    texts = narrative(submission)
    if not texts:
        return
    found = list(_speakers(texts)) if unit and not _GOVERNMENT.search(unit) else []
    yield from found
    organs = list(_organs(texts, unit))
    yield from organs
    if not found and not organs:
        yield passed("未见主体或层级错误", form=texts[0].form)


def _speakers(texts: list[Passage]) -> Iterator[Outcome]:
    for passage in texts:
        if not passage.keys & _OWN and not passage.keys <= _UNKNOWN:
            continue
        for start, end in _sentences(passage.text):
            text = passage.text[start:end]
            who = _WHO.match(text)
            if (
                who is None
                or not text[who.end() :].startswith(words("acts"))
                or not has(text, "self_matters")
            ):
                continue
            yield failed(
                f"写本单位事务时以“{who[1]}”为主语：“{text.strip()[:30]}”",
                form=passage.form,
                key=("主语", who[1]),
                fact=("主语", who[1]),
                subject=who[1],
                expected="我局、本单位一类自称",
                observed=who[1],
                evidence=[passage.quote(Span(text, start, end), "叙述")],
            )


def _organs(texts: list[Passage], unit: str) -> Iterator[Outcome]:
    height = level(unit) if unit else None
    if height is None or height < _COUNTY:
        return
    wrong = [(p, found) for p in texts for found in _ORGAN.finditer(p.text)]
    right = [(p, found) for p in texts for found in _OFFICE.finditer(p.text)]
    if not wrong or not right:
        return
    quotes: list[Any] = []
    for passage, found in (wrong[0], right[0]):
        quotes.append(passage.quote(passage.around(found.start(), found.end()), "叙述"))
    yield failed(
        f"“{wrong[0][1][0]}”与“{right[0][1][0]}”并用，内设机构层级不一",
        form=wrong[0][0].form,
        key=("处室",),
        subject="内设机构",
        expected="科室（股室）",
        observed="处室",
        evidence=quotes,
    )


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    """Sentences; the clause that opens one stands for its subject."""
    start = 0
    for span in clauses(text):
        if span.text[-1] in "。！？!?；;\n" or span.end == len(text):
            yield start, span.end
            start = span.end
        elif text[span.end : span.end + 1] == "\n":
            yield start, span.end
            start = span.end + 1


RULE = Rule(id="F10", title="主体与层级错误", severity="提示", confidence="推断", check=check)
