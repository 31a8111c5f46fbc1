"""What a figure measures, as an indicator row would name it: scope and object.

What its own clause states (`clause_subject`); the previous subject where only 完成率, 同比 or 排名
stands; the i-th member of a list before 分别; head and part after 其中; topic and attribute where
an attribute names nothing by itself (救灾储备物资…，价值…).
"""

from __future__ import annotations

import regex

from extractors.figures import subject_text
from extractors.figures.clause_subject import BOUNDARY, ITEMS, own
from extractors.figures.cores import Core
from extractors.figures.growth import is_change

_OF_TARGET = regex.compile("(?:已|仅|共|只|均)?(?:超额)?完成[^，]{0,14}的?")
_OF_SHARE = regex.compile("的[约近]?[0-9]{1,4}(?:[.][0-9]{1,2})?[ ]?%")
_CLAUSES = regex.compile("[，。；：:\n（(]")
_APART = regex.compile("分别|依次|各自")
_YEAR = regex.compile("(?:19|20)?[0-9]{2}年度?")
_ROW = regex.compile(
    r"指标(?:名称)?[：:][ ]?((?![0-9])[^；;，,。：:\n]{2,20})[；;，,\t ]"
)  # 指标：开放天数；目标：
_PART = regex.compile(r"其中|[（(]含(?=\p{Han})")
_SUM = regex.compile("(?:合计|共计|总计|小计|总共)[为达：:]?$")
# A、B、C|三镇
_ALL_OF_THEM = regex.compile(r"[等共]?[0-9两二三四五六七八九十]{1,2}个?[镇乡村县区市州旗类项家所校院局]$")
_BOTH = regex.compile('[“"]双[^”"]{1,4}[”"]$')  # 起数、死亡人数“双下降”
_IN_BRACKET = regex.compile("[（(][^（()）]{0,12}$")
_BRACKETS = regex.compile("[（(）)]")
_OF_FUNDS = frozenset({"控制率", "变动率"})  # rates that funds have beside 执行率
_SHARE = regex.compile(
    "(?:(?P<of>占[^，。；、（(占]{1,12}(?:比例|比重|份额))的?|占[^，。；、（(占]{0,12})(?:[为达约近]|达到|接近|超过?)*$"
)
_SHARES = ("占比", "比重", "比例", "份额", "率")
_EACH = frozenset({"人均", "户均", "亩均", "生均", "村均", "校均"})
_ONE_EACH = regex.compile(r"(?:平均)?每(?!年|月|天|日|周|季|期|次)\p{Han}{1,2}")
_SHORT, _SEVERAL = 2, 2
_SPENT = frozenset({"支出", "支付", "使用", "拨付", "兑付", "发放", "投入", "执行"})


class Subjects:
    """The subjects of a sentence, handed on from figure to figure."""

    def __init__(self, before: str) -> None:
        self._last = before
        self._last_unit = ""
        self._topic = ""  # the first subject that stands for itself
        self._outside = ""  # the subject before an open bracket
        self._part_of = ""  # the head after 其中
        self._alone = ""  # the last name without the head that 其中 put before it
        self._noun = ""  # the noun behind the previous figure
        self._prefix = ""  # what stood in front of it
        self._left = ""  # the clause that the name was taken from
        self._funds: list[str] = []  # the names of all amounts so far
        self._by_unit: dict[str, str] = {}  # the last subject of each unit
        self._members: list[str] = []  # names ahead, by 分别
        self._enumerated: tuple[str, ...] = ()  # A、B、C before 三个
        self._named: list[str] = []  # subjects of the sentence, in order

    def expect(self, gap: str, run: int) -> str:
        """Take up a 分别 list for the next `run` figures; the member that the next one belongs to, or ''."""
        apart = _APART.search(gap) if run > 1 and not self._members else None
        if apart is not None:
            self._members = self._apart(gap[: apart.start()], gap[apart.end() :], run)
        return self._members[0] if self._members else ""

    def name(self, core: Core, gap: str, right: str, kind: str) -> str:
        """The subject of the next figure."""
        if self._members:
            return self._remember(self._members.pop(0), core)
        if "；" in gap or ";" in gap:
            self._topic = ""
        self._through_brackets(gap)
        if "指标" in gap and (row := _ROW.search(gap)) is not None:
            self._last = self._topic = row[1]
        part = ("其中" in gap or "含" in gap) and _PART.search(gap) is not None
        if not part and not gap.startswith(("、", "和", "及", "与")):
            self._part_of = ""
        name = self._own(core, self._without_noun(gap), right, kind)
        if part:
            fund = core.unit_kind == "money" or subject_text.is_fund(self._topic)
            other = "" if fund else self._topic
            self._part_of = self._by_unit.get(_measured(core)) or other
        if (
            kind == "actual"
            and "占" in gap
            and core.unit in ("%", "")
            and (share := _SHARE.search(gap)) is not None
        ):
            return self._remember(self._share(name, share["of"] or ""), core)
        if subject_text.names_nothing(name) or self._repeats(name, core):
            if kind == "growth" and core.unit_kind in ("counter", "people", "measure"):
                self._last = self._by_unit.get(core.unit, self._last)
            self._last = self._topic if self._topic and _SUM.search(gap) else self._last
            return self._last
        topic = self._last if _IN_BRACKET.search(gap) else self._topic
        self._alone = name
        return self._remember(self._composed(name, core, topic), core)

    def _share(self, name: str, of: str) -> str:
        """税收收入12.6亿元，占比68.9%: 税收收入占比; 销售化肥，占市场份额的: 销售化肥占市场份额."""
        if subject_text.names_nothing(name):
            name = self._alone or self._last
        elif len(name) <= _SHORT and not self._part_of:  # 满意占25.5%，一般占5%
            return name
        if name.endswith(_SHARES):
            return name
        who, _, whole = name.partition("占")
        return (who if whole and len(who) > 1 else name) + (of or "占比")

    def _through_brackets(self, gap: str) -> None:
        """Behind a bracket the sentence goes on with what stood before it."""
        for bracket in _BRACKETS.findall(gap):
            if bracket in "（(":
                self._outside = self._last
            elif self._outside:
                self._last, self._outside = self._outside, ""

    def _own(self, core: Core, gap: str, right: str, kind: str) -> str:
        left = BOUNDARY.split(gap)[-1]
        before, self._prefix, self._noun = self._prefix, "", ""
        if self._inherits(gap, left, right, kind):
            return ""
        found = own(core, gap, right, kind, first=not self._named, prefix=before)
        self._left, self._noun, self._prefix = found.left, found.noun, found.prefix
        self._enumerated = found.members or self._enumerated
        return found.name

    def _inherits(self, gap: str, left: str, right: str, kind: str) -> bool:
        """Whether the clause names nothing itself: 增至, 占…, (37个单位)中位列."""
        if kind == "rank" and left.startswith("中") and len(self._named) > 1:
            self._last = self._named[-2]
            return True
        of_target = kind in ("completion_rate", "target") or _OF_SHARE.match(right) is not None
        of_target = of_target and _OF_TARGET.fullmatch(left.strip()) is not None
        return bool(self._named) and (of_target or is_change(gap) or subject_text.compares(left))

    def _composed(self, name: str, core: Core, topic: str) -> str:
        """Head and part, topic and attribute; or the name, which may become the topic."""
        if self._part_of and core.unit != "分":
            return subject_text.part(self._part_of, name)
        if name in _SPENT and (topic or self._funds):
            fund = subject_text.without_verb(self._fund(topic))
            return name if name in fund else subject_text.spent(fund, name, self._left)
        if (name in _EACH or _ONE_EACH.fullmatch(name)) and self._last:
            return self._each(name, core)
        if (attribute := self._attribute(name, core, topic)) is not None:
            return attribute
        if not self._topic and len(name) > 2 and not name.endswith(("率", "度", "比例", "比")):
            self._topic = name
        return name

    def _fund(self, topic: str) -> str:
        """The one fund that a sentence names; of several none is the one that was spent from."""
        things = dict.fromkeys(filter(None, map(subject_text.fund_thing, self._funds)))
        return (self._by_unit.get("money") or topic) if len(things) < _SEVERAL else ""

    def _each(self, name: str, core: Core) -> str:
        """慰问金16.5万元，人均1000元: 人均慰问金; 购执法记录仪64台，每台2,180元: 购执法记录仪每台."""
        thing = (self._by_unit.get("money") if core.unit_kind == "money" else None) or self._last
        return name + subject_text.without_verb(thing) if name in _EACH else thing + name

    def _attribute(self, name: str, core: Core, topic: str) -> str | None:
        """The next step, an attribute or a rate of what was named before, else None."""
        step = subject_text.is_step(name) and not self._left.rstrip().endswith("占")
        before = self._by_unit.get(core.unit, "") if subject_text.is_follow_up(name) else ""
        if before and not before.endswith(name):
            return subject_text.composed(before, name)
        if topic and name[-2:] not in topic and not subject_text.is_measure(topic):
            if subject_text.is_dependent(name) or step:
                return subject_text.composed(topic, name)
            if name in _OF_FUNDS:
                return subject_text.controlled(topic, name)
            if subject_text.is_bare_rate(name) and not subject_text.is_fund(topic):
                return subject_text.qualified(self._rated(topic, name), name)
        return None

    def _rated(self, topic: str, rate: str) -> str:
        """What a bare rate speaks of: the thing counted last (发现隐患312处，整改率), else the topic."""
        last = self._last
        other = not last.endswith(("率", "度", "占比")) and rate[:2] not in last
        plain = other and subject_text.ends_in_thing(last)
        return topic if not plain or subject_text.is_fund(last) or subject_text.is_measure(last) else last

    def _repeats(self, name: str, core: Core) -> bool:
        """Whether a name only takes up the one before: 实际检查, 仅举办."""
        if "money" in self._by_unit and subject_text.is_fund_rate(name):
            return not subject_text.is_bare_spending(self._last)
        if subject_text.is_bare_rate(name) and self._last.endswith(name):
            return True
        same = core.unit == self._last_unit and core.unit_kind not in ("money", "share")
        short = same and len(name) <= 4 and self._last.startswith(name) | self._last.endswith(name)
        return short or (bool(self._last) and subject_text.is_holding(name))

    def _remember(self, name: str, core: Core) -> str:
        self._last, self._last_unit = name, core.unit
        if name not in self._named[-1:]:
            self._named.append(name)
        if core.unit_kind == "money":
            self._funds.append(name)
        if not self._part_of:
            self._by_unit[_measured(core)] = name
        return name

    def _apart(self, before: str, behind: str, run: int) -> list[str]:
        """The names of `run` figures that 分别 distributes, else none."""
        listed = _listed(before, run)
        thing = subject_text.stripped(BOUNDARY.split(behind)[-1], "actual")
        if listed and thing and all(_YEAR.fullmatch(item) for item in listed):
            return [thing] * run
        if listed and not subject_text.is_generic(thing):
            self._topic = thing
            return [item + thing for item in listed]
        if not listed and len(self._enumerated) == run:
            thing = thing or subject_text.stripped(self._without_noun(_CLAUSES.split(before)[-1]), "actual")
            return [item + subject_text.without_verb(thing) for item in self._enumerated]
        return listed or (self._named[-run:] if len(self._named) >= run else [])

    def _without_noun(self, gap: str) -> str:
        """The gap without the noun of the figure before it."""
        if self._noun and gap.startswith(self._noun):
            gap = gap[len(self._noun) :]
            return gap.lstrip("、和与及") if gap[:1] in "、和与及" else gap
        return gap


def _measured(core: Core) -> str:
    """What figures of one head and its parts share: the unit, or that they are money."""
    return "money" if core.unit_kind == "money" else core.unit


def _listed(text: str, count: int) -> list[str]:
    """The `count` members of the list before 分别, else none: 小学、初中在校生 are two kinds of 在校生."""
    clauses = _CLAUSES.split(text)
    clauses = [_BOTH.sub("", clause) for clause in clauses]
    line = clauses[-1] or (clauses[-2] if len(clauses) > 1 else "")
    items = [item for item in ITEMS.split(_ALL_OF_THEM.sub("", line)) if item]
    if len(items) != count:
        return []
    items[0] = subject_text.stripped(items[0], "actual") or items[0]
    items[-1] = subject_text.stripped(items[-1], "growth") or items[-1]
    usual = max(len(item) for item in items[1:-1]) if len(items) > 2 else len(items[0])
    tail = items[-1][usual:] if usual <= 4 and len(items[-1]) - usual >= 2 else ""
    return [item + tail for item in items[:-1]] + [items[-1]]
