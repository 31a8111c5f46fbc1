"""B11: the development slogan quoted in the form against the one in the report.

比对：“发展定位”“战略目标”“发展目标”等引出的引号内表述，在自评表与自评报告之间是否相同。
意义：同一年度同一级的发展定位只有一个，不同即有一处是旧稿。
不适用：只有一处引用；两处分属省、市、区县不同层级；一处包含另一处。会议名称的新旧由F07核对。
示例：“生态人文都市区、产业创新未来城”与“人文生态慧谷，都市产业新城”；省的定位与区的定位不同不报。
依据：同一材料前后表述应一致。
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import msgspec
import regex

from extractors.records import Evidence
from rules.profile import Profile
from rules.quoting import goal, section
from rules.rule import Outcome, Rule, failed, inapplicable, passed
from rules.submission import Submission
from rules.text import norm

_WORD = r"(?:发展|战略|功能|城市|总体)?(?:定位|战略目标|发展目标|发展战略|奋斗目标)"
_QUOTED = r"[“\"「『]([^”\"」』]{4,40})[”\"」』]"
_AFTER = regex.compile(rf"{_QUOTED}\s*+的?(?:[^。；“”]{{0,6}}?)({_WORD})")
_BEFORE = regex.compile(rf"({_WORD})[^。；“”\"]{{0,8}}?{_QUOTED}")
_LEVEL = regex.compile(r"全?国|党中央|中央|全?省|省委|全?市|市委|全?[区县]|[区县]委")


class _Slogan(msgspec.Struct, frozen=True):
    """A quoted slogan with what introduces it, whose it is and where it stands."""

    text: str
    kind: str
    level: str
    evidence: Evidence


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each pair of slogans of one kind in two forms."""
    found = _slogans(submission)
    pairs = [
        (a, b)
        for a, b in combinations(found, 2)
        if a.evidence.form_id != b.evidence.form_id and a.kind == b.kind and _same_level(a, b)
    ]
    if not pairs:
        yield inapplicable("没有在两处引用的发展定位")
        return
    differing = [(a, b) for a, b in pairs if not _same(a.text, b.text)]
    if not differing:
        yield passed("发展定位表述一致", evidence=[x.evidence for x in pairs[0]])
        return
    first, second = differing[0]
    yield failed(
        f"{first.kind}表述不一致：“{first.text}”与“{second.text}”",
        subject=first.kind,
        expected=first.text,
        observed=second.text,
        evidence=[first.evidence, second.evidence],
    )


def _slogans(submission: Submission) -> list[_Slogan]:
    out = []
    for row in submission.goals:
        for column in ("target", "actual"):
            text = getattr(row, f"{column}_text") or ""
            out += [_Slogan(a, b, c, goal(row, column)) for a, b, c in _in(text)]
    for part in submission.sections:
        out += [_Slogan(a, b, c, section(part, "报告表述", a)) for a, b, c in _in(part.text)]
    return out


def _in(text: str) -> Iterator[tuple[str, str, str]]:
    """(slogan, what it is called, level) of each quoted slogan in a text."""
    for pattern, quoted, word in ((_AFTER, 1, 2), (_BEFORE, 2, 1)):
        for found in pattern.finditer(text):
            before = text[max(0, found.start() - 8) : found.start()]
            levels = _LEVEL.findall(before)
            yield found[quoted], found[word][-2:], levels[-1].strip("全委") if levels else ""


def _same_level(a: _Slogan, b: _Slogan) -> bool:
    return not a.level or not b.level or a.level == b.level


def _same(a: str, b: str) -> bool:
    first, second = norm(a), norm(b)
    return first in second or second in first


RULE = Rule(id="B11", title="发展定位表述一致", severity="一般", confidence="推断", check=check)
