"""E11: a sentence that stands inside another one, cutting a word or a phrase in two.

比对：句首是否是词的后半（“展中小企业”），而前一句中间恰有该词的前半并接着另一句话（“有关发｜组织协调……应用。”）；或句首七字
在别处总是紧跟着同样的前两字，而前一句中间有那两字。
意义：文字错位说明报告经过拼接而未通读，内容可能缺损。
不适用：句首字本可起句（展示、理论、强化）；该词在报告别处没有用过；前一句里没有词的前半；另起一段；引用的书名、会议名。
示例：“有关发组织协调重大示范工程的推广应用。展中小企业和个私民营经济”报告；“展示平台建成”不报。
依据：文字通顺完整是报告质量的基本要求；用字范围见 rules/data/bound.toml。
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from itertools import islice
from typing import Any

import regex

from rules.passages import Passage, Span, narrative
from rules.profile import Profile
from rules.rule import Outcome, Rule, failed, inapplicable, passed
from rules.submission import Submission

_SENTENCE = regex.compile(r"[^。！？\n]++[。！？]?")
_HAN = regex.compile(r"\p{Han}")
_LONGEST = 60_000  # characters of a report in which words are looked up
_SENTENCES = 2_000  # of a passage that are looked at
_FOREIGN = 6  # characters of the sentence inside, at least
_RUN = 7  # characters that stand elsewhere, with the two before them


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each sentence that is cut, or one for a sound report."""
    texts = narrative(submission)
    if not texts:
        yield inapplicable("没有报告正文")
        return
    whole = "\n".join(passage.text for passage in texts)[:_LONGEST]
    found = [out for passage in texts for out in _cuts(passage, whole)]
    yield from found or [passed("未见文字错位", form=texts[0].form)]


def _cuts(passage: Passage, whole: str) -> Iterator[Outcome]:
    before: regex.Match[str] | None = None
    for sentence in islice(_SENTENCE.finditer(passage.text), _SENTENCES):
        if before is not None and before.end() == sentence.start() and before[0][-1] in "。！？":
            at = _half(before[0], sentence[0], whole) or _run(before[0], sentence[0], whole)
            if at:
                yield _outcome(passage, before, sentence, at)
        before = sentence


def _half(first: str, second: str, whole: str) -> int:
    """Where in the first sentence the word begins that the second goes on with; 0 for nowhere."""
    known = _bound().get(second[0])
    if known is None or len(second) < 2 or second[1] in known["begins"] or not _HAN.match(second[1]):
        return 0
    if "“" in first[-4:] or "《" in first[-4:]:
        return 0
    spots = [i + 1 for i, c in enumerate(first) if c in known["before"] and first[i + 1 : i + 2] != second[0]]
    if whole.count(second[:2]) > sum(whole.count(c + second[:2]) for c in known["before"]) + 1:
        return 0  # the two characters stand together elsewhere: they are a word of their own
    used = [i for i in spots if first[i - 1] + second[0] in whole]
    inside = [i for i in used if len(first) - i >= _FOREIGN and not _is_word(first, i)]
    return inside[-1] if inside else 0


def _is_word(text: str, end: int) -> bool:
    """The character before `end` ends a word of the list, or begins one with what follows."""
    last, following = text[end - 1], text[end : end + 1]
    known = _bound().get(last)
    if known is not None and text[end - 2 : end - 1] in known["before"]:
        return True
    return (
        last in _begun().get(following, "")
        or not _HAN.match(following)
        or following in _data()["begun"].get(last, "")
    )


def _run(first: str, second: str, whole: str) -> int:
    """The same for a phrase: seven characters that elsewhere always follow the same two."""
    head = second[:_RUN]
    if len(head) < _RUN or not all(_HAN.match(c) for c in head):
        return 0
    leads, at = set(), whole.find(head)
    while at >= 0:
        leads.add(whole[max(0, at - 2) : at])
        at = whole.find(head, at + 1)
    own = first[-2:]
    others = leads - {own}
    if len(others) != 1:
        return 0
    lead = others.pop()
    if len(lead) < 2 or not all(_HAN.match(c) for c in lead):
        return 0
    at = first.find(lead)
    return at + 2 if at > 0 and len(first) - at - 2 >= _FOREIGN else 0


def _outcome(passage: Passage, first: regex.Match[str], second: regex.Match[str], cut: int) -> Outcome:
    at = first.start() + cut
    restored = passage.text[max(first.start(), at - 6) : at] + second[0][:8]
    quoted = Span(passage.text[first.start() : second.end()], first.start(), second.end())
    return failed(
        f"文字错位：“…{passage.text[max(0, at - 4) : at + 4]}…{first[0][-4:]}{second[0][:5]}…”，"
        f"去掉中间一句后可连读为“…{restored}…”",
        form=passage.form,
        key=("错位", passage.headings[-20:]),
        subject=second[0][:10],
        expected=f"…{restored}…",
        observed=f"{first[0][cut:][:20]}",
        evidence=[passage.quote(quoted, "叙述")],
    )


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads((files("rules") / "data" / "bound.toml").read_text(encoding="utf-8"))


def _bound() -> dict[str, dict[str, str]]:
    known: dict[str, dict[str, str]] = _data()["bound"]
    return known


@cache
def _begun() -> dict[str, str]:
    """Following character -> what completes a word with it: 展 -> 发开拓…"""
    return {key: words["before"] for key, words in _bound().items()}


RULE = Rule(id="E11", title="文字错位/缺损", severity="一般", confidence="推断", check=check)
