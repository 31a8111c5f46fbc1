"""What a figure stands in front of: 3个|职能科室, 90%的|乡镇."""

from __future__ import annotations

import regex

from extractors.figures import vocabulary

_any = vocabulary.any_of
_STOP_WORD = regex.compile(_any("subject_words", "right_stop"))
_STOPPING = vocabulary.singles("subject_words", "right_stop_single", "not_after")
_STOP = regex.compile(rf"[，。；：:、（）(),;\n\d“”\"]|{_any('subject_words', 'right_stop')}|{_STOPPING}")
_NEXT_COUNT = regex.compile(r"^[0-9,.]{1,9}[余多]?万?(?>人次|批次|周岁|\p{Han})(?:及?以[上下])?(?=\p{Han})")
_DID = regex.compile(r"\p{Han}{1,2}了")  # 9个|通了柏油路
_SHARE_OF = regex.compile(r"的?([\p{Han}A-Za-z]{2,16})")
_STOP_FIRST = regex.compile(_any("subject_words", "right_stop_first"))
_VERB_BEHIND = regex.compile(_any("subject_words", "verb_behind"))
_STARTS_NOUN = regex.compile(r"[\p{Han}A-Za-z“\"]")
_FUNDS = regex.compile(r"[\p{Han}]{0,6}(?:资金|经费|款|补助|补贴|投资|费)")


def noun_behind(right: str, *, money: bool) -> str:
    """The noun right after a figure: 3个|职能科室; for money only funds (240万元|补助资金)."""
    text = _NEXT_COUNT.sub("", right[:24]) if not money else right[:24]
    if not _STARTS_NOUN.match(text) or _STOP_FIRST.match(text) or _STOP_WORD.match(text):
        return ""
    found = _STOP.search(text, 1)
    noun = text[: found.start()] if found else text[:16]
    if (verb := _VERB_BEHIND.search(noun, 2)) is not None:
        noun = noun[: verb.start()]
    noun = "" if _DID.match(noun) else noun.strip('的“”" ')
    return "" if money and not _FUNDS.match(noun) else noun


def those_of(right: str) -> str:
    """Those of whom a share is stated: 90%的|乡镇; or what people took part in: 1.2万人次|参加健身活动."""
    found = _SHARE_OF.match(right)
    if found is None:
        return ""
    text = found[1]
    stops = [stop.start() for pattern in (_VERB_BEHIND, _STOP) if (stop := pattern.search(text, 2))]
    return text[: min([*stops, 10])]
