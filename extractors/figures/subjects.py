"""What a figure measures, as an indicator row would name it: scope and object.

The nearest noun phrase left of the figure inside its clause; with the noun behind the figure
where it stands before its noun (3个职能科室); the previous subject where only 完成率, 同比 or
排名 stands; the i-th member of a list before 分别; head and part after 其中.
"""

from __future__ import annotations

import regex

from extractors.figures import subject_text
from extractors.figures.cores import Core
from extractors.figures.growth import is_change

_BOUNDARY = regex.compile(r"[，,。；;：:！？\n（(]|[）)](?=[^数率])")
_NAMED = regex.compile(r"([\p{Han}A-Za-z“”（）()]{2,24})[：:][ ]?$")
_BRACKETED = regex.compile("[（(][^（）()]{0,20}[）)]")
_OF_TARGET = regex.compile("(?:已|仅|共|只|均)?(?:超额)?完成[^，]{0,14}的?")
_CLAUSES = regex.compile("[，。；：:\n（(]")
_ITEMS = regex.compile("、|和|与|及|以及")
_APART = regex.compile("分别|依次|各自")
_PART = regex.compile("其中")
_ITEM = r"(?:(?![对为在由从向和与及])[\p{Han}A-Za-z0-9（）()]){1,12}"
_ENUMERATED = regex.compile(rf"((?:{_ITEM}(?:、|和|与|及)){{1,8}}{_ITEM})$")
_SPENT = frozenset({"支出", "支付", "使用", "拨付", "兑付", "发放", "投入"})
_COUNTED = frozenset({"counter", "people", "measure"})


class Subjects:
    """The subjects of a sentence, handed on from figure to figure."""

    def __init__(self, before: str) -> None:
        self._last = before
        self._topic = ""  # the last subject that stands for itself
        self._part_of = ""  # the head after 其中
        self._noun = ""  # the noun behind the previous figure
        self._prefix = ""  # what stood in front of it
        self._left = ""  # the clause that the name was taken from
        self._by_unit: dict[str, str] = {}  # the last subject of each unit
        self._members: list[str] = []  # names ahead, by 分别
        self._enumerated: list[str] = []  # A、B、C before 三个
        self._named: list[str] = []  # subjects of the sentence, in order

    def expect(self, gap: str, run: int) -> str:
        """Take up a 分别 list for the next `run` figures; the member that the next one belongs to, or ''."""
        if run > 1 and (apart := _APART.search(gap)) is not None and not self._members:
            listed = _listed(gap[: apart.start()], run)
            if not listed and len(self._enumerated) == run:
                thing = subject_text.stripped(_BOUNDARY.split(gap[apart.end() :])[-1], "actual")
                thing = thing or self._before_apart(gap[: apart.start()])
                listed = [item + subject_text.without_verb(thing) for item in self._enumerated]
            if not listed and len(self._named) >= run:
                listed = self._named[-run:]
            self._members = listed
        return self._members[0] if self._members else ""

    def name(self, core: Core, gap: str, right: str, kind: str) -> str:
        """The subject of the next figure."""
        if self._members:
            return self._remember(self._members.pop(0))
        if "；" in gap or ";" in gap:
            self._topic = ""
        part = _PART.search(gap) is not None
        if not part and not gap.startswith(("、", "和", "及", "与")):
            self._part_of = ""
        name = self._own(core, self._without_noun(gap), right, kind)
        if not name or self._repeats(name, core):
            return self._last
        if part:
            other = "" if core.unit_kind == "money" else self._topic
            self._part_of = subject_text.without_verb(self._by_unit.get(_measured(core)) or other)
        name = self._remember(self._composed(name, core))
        if not self._part_of:
            self._by_unit[_measured(core)] = name
        return name

    def _composed(self, name: str, core: Core) -> str:
        """Head and part, topic and attribute; or the name, which may become the topic."""
        if self._part_of and core.unit != "分":
            return self._part_of + name
        if name in _SPENT and (fund := self._by_unit.get("money") or self._topic):
            fund = subject_text.without_verb(fund)
            return name if name in fund else subject_text.spent(fund, name, self._left)
        before = self._by_unit.get(core.unit, "") if subject_text.is_follow_up(name) else ""
        if before and not before.endswith(name):
            return subject_text.without_verb(before) + name
        if subject_text.is_dependent(name) and self._topic and name[-2:] not in self._topic:
            return subject_text.without_verb(self._topic) + name
        if not self._topic and len(name) > 2 and not name.endswith(("率", "度", "比例", "比")):
            self._topic = name
        return name

    def _repeats(self, name: str, core: Core) -> bool:
        """Whether a name only takes up the one before: 实际检查, 仅举办."""
        if "money" in self._by_unit and subject_text.is_fund_rate(name):
            return True
        short = len(name) <= 4 and self._last.endswith(name) and core.unit_kind != "money"
        return short or (bool(self._last) and subject_text.is_holding(name))

    def _remember(self, name: str) -> str:
        self._last = name
        if name not in self._named[-1:]:
            self._named.append(name)
        return name

    def _own(self, core: Core, gap: str, right: str, kind: str) -> str:
        """The subject that the figure's own clause states, '' to inherit."""
        self._noun, before = "", self._prefix
        self._prefix = ""
        gap = _BRACKETED.sub("", gap)
        left = _BOUNDARY.split(gap)[-1]
        if self._inherits(gap, left, kind):
            return ""
        left = self._left = self._stated(gap, left, kind)
        text = subject_text.stripped(left, kind)
        if core.unit == "分" and left.rstrip().endswith("得"):
            return text.removesuffix("得") + "得分"
        noun = _noun(core, right)
        items = _ENUMERATED.search(left.strip()) if noun and core.unit_kind == "counter" else None
        if items is not None and core.value is not None and core.value <= 20:
            self._enumerated = [item for item in _ITEMS.split(items[1]) if item]
            self._noun = noun
            return noun
        if noun and subject_text.gives(left):
            self._noun = noun
            return noun
        if noun and subject_text.takes_object(text):
            self._noun, self._prefix = noun, subject_text.prefix(text) or ("" if text else before)
            return self._prefix + noun
        text = subject_text.without_holding(text, kind)
        return (
            ""
            if subject_text.is_generic(text)
            else subject_text.completed(subject_text.shortened(text), kind)
        )

    def _inherits(self, gap: str, left: str, kind: str) -> bool:
        """Whether the clause names nothing itself: 增至, 占…, (37个单位)中位列."""
        if kind == "rank" and left.startswith("中") and len(self._named) > 1:
            self._last = self._named[-2]
            return True
        of_target = kind == "completion_rate" and _OF_TARGET.fullmatch(left.strip()) is not None
        return bool(self._named) and (of_target or is_change(gap) or subject_text.compares(left))

    def _stated(self, gap: str, left: str, kind: str) -> str:
        """The text that holds the subject: the clause, a label before a colon, or an earlier clause."""
        if not left.strip() and (label := _NAMED.search(gap)) is not None:
            left = label[1]
        if not self._named or gap.rstrip().endswith(("（", "(")):
            return self._earlier(gap, kind) or left
        return left

    def _earlier(self, gap: str, kind: str) -> str:
        """The nearest clause of a gap that names something: 推介会（≥4场）, 突破五千大关，达到5,326人次."""
        for left in reversed(_BOUNDARY.split(gap)[-3:]):
            if not subject_text.is_generic(subject_text.stripped(left, kind)):
                return left
        return ""

    def _without_noun(self, gap: str) -> str:
        """The gap without the noun of the figure before it."""
        if self._noun and gap.startswith(self._noun):
            gap = gap[len(self._noun) :]
            return gap.lstrip("、和与及") if gap[:1] in "、和与及" else gap
        return gap

    def _before_apart(self, text: str) -> str:
        return subject_text.stripped(self._without_noun(_CLAUSES.split(text)[-1]), "actual")


def _measured(core: Core) -> str:
    """What figures of one head and its parts share: the unit, or that they are money."""
    return "money" if core.unit_kind == "money" else core.unit


def _noun(core: Core, right: str) -> str:
    """The noun behind a figure that counts or measures, or funds behind an amount."""
    money = core.unit_kind == "money"
    return subject_text.noun_behind(right, money=money) if money or core.unit_kind in _COUNTED else ""


def _listed(text: str, count: int) -> list[str]:
    """The `count` members of the list before 分别, else none: 小学、初中在校生 are two kinds of 在校生."""
    clauses = _CLAUSES.split(text)
    line = clauses[-1] or (clauses[-2] if len(clauses) > 1 else "")
    items = [item for item in _ITEMS.split(line) if item]
    if len(items) != count:
        return []
    items[0] = subject_text.stripped(items[0], "actual") or items[0]
    items[-1] = subject_text.stripped(items[-1], "growth") or items[-1]
    usual = max(len(item) for item in items[1:-1]) if len(items) > 2 else len(items[0])
    tail = items[-1][usual:] if usual <= 4 and len(items[-1]) - usual >= 2 else ""
    return [item + tail for item in items[:-1]] + [items[-1]]
