"""What a figure measures, as an indicator row would name it: scope and object.

The nearest noun phrase left of the figure inside its clause, without verbs of achievement; with
the noun behind the figure where it stands before its noun (3个职能科室); the previous subject
where only 完成率, 同比 or 排名 stands; the i-th member of a list before 分别; head and part
after 其中. Word lists are data (`data/subject_words.toml`).
"""

from __future__ import annotations

import regex

from extractors.figures import vocabulary
from extractors.figures.cores import Core

_any = vocabulary.any_of
_MAX = 40
_TAIL = regex.compile(rf"(?:{_any('subject_words', 'achieve')})+$")
_HEAD = regex.compile(
    rf"^(?:(?:{_any('subject_words', 'head_drop')})(?![数率])|[\s：:，,、；;。（(）)“”\"'\-—]|(?:19|20)[0-9]{{2}}年度?(?:[0-9]{{1,2}}月)?(?:份|底|末)?|[0-9]{{1,2}}[.．、）)]|[一二三四五六七八九十]{{1,3}}[、是])+"
)
_GROWTH_TAIL = regex.compile(rf"(?:{_any('subject_words', 'growth_tail')})+$")
_RATE_TAIL = regex.compile(rf"(?<=[\p{{Han}}]{{2}})(?:{_any('subject_words', 'rate_tail')})$")
_LIGHT = regex.compile(_any("subject_words", "light"))
_KEEP = regex.compile(_any("subject_words", "keep"))
_KEEP_TAIL = regex.compile(rf"{_any('subject_words', 'keep')}$")
_SCOPE = regex.compile(rf"(?:{_any('subject_words', 'scope')}|\p{{Han}}{{2,6}}[省市区县乡镇局院校])$")
_GENERIC = frozenset(vocabulary.words("subject_words", "generic"))
_STOP = regex.compile(rf"[，。；：:、（）(),;\n\d“”\"]|{_any('subject_words', 'right_stop')}")
_BOUNDARY = regex.compile(r"[，,。；;：:！？\n（(]|[）)](?=[^数率])")
_LIGHT_TAIL = regex.compile(rf"(?:{_any('subject_words', 'light')})(?:了|过)?(?:约|近|超|共)?$")
_FUNDS = regex.compile(r"[\p{Han}]{0,6}(?:资金|经费|款|补助|补贴|投资|费)")
_NAMED = regex.compile(r"([\p{Han}A-Za-z“”（）()]{2,24})[：:][ ]?$")
_STARTS_NOUN = regex.compile(r"[\p{Han}A-Za-z“\"]")
_CLAUSES = regex.compile("[，。；：:\n（(]")
_ITEMS = regex.compile("、|和|与|及|以及")
_APART = regex.compile("分别|依次|各自")
_PART = regex.compile(r"其中[：:，,]?")
COUNTED = frozenset({"counter", "people"})


def clause_left(gap: str) -> str:
    """The text of the figure's own clause left of it."""
    return _BOUNDARY.split(gap)[-1]


def own(core: Core, gap: str, right: str, kind: str) -> str:
    """The subject that the figure's own clause states, or '' where it must be inherited."""
    left = clause_left(gap)
    if not left.strip() and (label := _label(gap)):
        left = label
    stripped = _strip(left, kind)
    noun = _noun_behind(core, right) if core.unit_kind in COUNTED or core.unit_kind == "money" else ""
    if noun and core.unit_kind == "money" and not _FUNDS.match(noun):
        noun = ""
    if noun and (not stripped or stripped in _GENERIC or _takes_object(left, stripped)):
        return _compose(left, stripped, noun)
    return "" if stripped in _GENERIC else _shorten(stripped)


def _label(gap: str) -> str:
    """技术合同交易额：6.4亿元, 认定数（家）：112: the label in front of a colon."""
    found = _NAMED.search(gap)
    return found[1] if found else ""


def _strip(left: str, kind: str) -> str:
    text = left[-_MAX:].strip()
    before = None
    while before != text:
        before = text
        text = _TAIL.sub("", text)
        if kind in ("growth", "rank", "previous", "completion_rate"):
            text = _GROWTH_TAIL.sub("", text)
        if kind in ("target", "completion_rate", "actual", "previous"):
            text = _RATE_TAIL.sub("", text) if kind != "completion_rate" or not text.endswith(("执行率", "到位率")) else text
        text = _HEAD.sub("", text)
    return text.strip(" “”\"（）()：:，,、的")


def _noun_behind(core: Core, right: str) -> str:
    """The noun right after the figure: 3个|职能科室."""
    text = right[:24]
    if not text or not _STARTS_NOUN.match(text):
        return ""
    found = _STOP.search(text)
    noun = text[: found.start()] if found else text[:16]
    return noun.strip("的“”\" ") if len(noun) >= 1 else ""


def _takes_object(left: str, stripped: str) -> bool:
    """Whether the words in front want an object: a verb or only a scope."""
    tail = left.strip()
    return bool(
        _KEEP_TAIL.search(stripped)
        or _SCOPE.fullmatch(stripped)
        or _LIGHT_TAIL.search(tail)
    )


def _compose(left: str, stripped: str, noun: str) -> str:
    """Scope and verb in front with the noun behind."""
    if not stripped or stripped in _GENERIC:
        return noun
    verb = _KEEP_TAIL.search(stripped)
    if verb is not None:
        scope = _SCOPE.search(stripped[: verb.start()])
        return (scope[0] if scope and scope.end() == verb.start() else "") + verb[0] + noun
    if _SCOPE.fullmatch(stripped):
        return stripped + noun
    light = _LIGHT_TAIL.search(stripped)
    scope = _SCOPE.search(stripped[: light.start()]) if light else None
    return (scope[0] if scope else "") + noun


def _shorten(text: str) -> str:
    """Drop what stands before the last light verb, and the verb (深入企业开展|培训)."""
    cut = 0
    for found in _LIGHT.finditer(text):
        if len(text) - found.end() >= 2 and (len(found[0]) > 1 or found.start() == 0):
            cut = found.end()
    rest = text[cut:]
    if cut == 0 and len(rest) > 12:
        for found in _KEEP.finditer(rest):
            if found.start() >= 6 and len(rest) - found.end() >= 2:
                rest = rest[found.start() :]
                break
    return _HEAD.sub("", rest).strip(" 了的")


def is_apart(gap: str) -> bool:
    """Whether 分别 distributes the figures that follow over a list before it."""
    return bool(_APART.search(gap))


def members(gap: str, count: int) -> list[str]:
    """The members of the list before 分别, if there are `count` of them: 小学、初中在校生 -> 2 names."""
    found = _APART.search(gap)
    if found is None:
        return []
    before = _CLAUSES.split(gap[: found.start()])
    text = before[-1] or (before[-2] if len(before) > 1 else "")
    items = [item for item in _ITEMS.split(text) if item]
    if len(items) != count:
        return []
    return _completed(items)


def _completed(items: list[str]) -> list[str]:
    """小学、初中、高中在校生: what the last member has over the others belongs to all of them."""
    items[0] = _HEAD.sub("", items[0])
    usual = max(len(item) for item in items[1:-1]) if len(items) > 2 else len(items[0])
    tail = items[-1][usual:] if usual <= 4 and len(items[-1]) - usual >= 2 else ""
    return [item + tail for item in items[:-1]] + [items[-1]]


def part_of(gap: str) -> bool:
    """Whether 其中 makes the figure a part of the one before."""
    return bool(_PART.search(gap))


class Subjects:
    """The subjects of a sentence, handed on from figure to figure."""

    def __init__(self, before: str) -> None:
        self._last = before
        self._head = before
        self._list: list[str] = []

    def list_ahead(self, gap: str, count: int) -> None:
        """Take up a list before 分别 where the figures ahead may be its values."""
        if is_apart(gap):
            for size in range(min(count, 8), 1, -1):
                if self_list := members(gap, size):
                    self._list = self_list
                    return

    def member(self) -> str:
        """The member of a 分别 list that the next figure belongs to, or ''."""
        return self._list[0] if self._list else ""

    def name(self, core: Core, gap: str, right: str, kind: str) -> str:
        """The subject of the next figure."""
        if self._list:
            name = self._list.pop(0)
        else:
            name = own(core, gap, right, kind)
            if name and part_of(gap):
                name = self._head + name
            elif name:
                self._head = name
        self._last = name or self._last
        return self._last
