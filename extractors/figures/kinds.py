"""What kind of value a figure states: reached, aimed at, grown by, spent …

Only the words between the previous figure and this one count, with an open bracket, and a mode
that a sentence keeps until 。 or ； (年初设定…, 上年…). Every cue is data (`data/cues.toml`).
"""

from __future__ import annotations

import msgspec
import regex

from extractors.figures import vocabulary
from extractors.figures.cores import Core

_any = vocabulary.any_of
_ADVERB = r"(?:了|约|近|达|达到|为|有|是|将|已|均|共|合计|共计|超过?|也|仅|均为|：|:|率|幅度?|数|[ ]|的|再|又|各|分别为?|分别达到?|总计|净|到了|至少|不少于|不低于)"
_GROWTH = regex.compile(
    rf"(?P<verb>(?P<up>(?<![新倍激研])(?:{_any('cues', 'growth_up')}))|(?P<down>(?<![升])(?:{_any('cues', 'growth_down')})))(?P<rate>率|幅度?|速度?|比例)?(?P<after>[^，。；、（）\n]{{0,14}})$"
)
_OUTCOME_VERB = regex.compile("增收|增设|增补|增配|增派|增殖|增绿|增强|增值税|减排|减免|减税|减贫|降费|增效|减灾|减震|降水|降雨|降压|增容|增聘|加快|延长|增资|压减|精简|缩短|增量")
_LEVEL = regex.compile(rf"^了?[到至为成](?!位)")
_UP = regex.compile(_any("cues", "growth_up") + "|高于|高出|高|多|超过|超出|领先|好于|优于")
_DOWN = regex.compile(_any("cues", "growth_down") + "|低于|低|少|不及|落后|差")
_COMPARED = regex.compile(_any("cues", "comparison"))
_FROM = regex.compile("(?:由|从|自)(?!上级|中央|省级|市级|财政)[^，。；\n]{0,24}$")
_TO = regex.compile("(?:[（(][^）)]{0,12}[）)])?[^，。；\n]{0,10}?[，]?(?:提高|增加|上升|提升|下降|降低|降|减少|压缩|压减|缩短|扩大|增长|扩展|跃升|攀升|恢复|调整|优化|延长|拓展|增|减|升|涨|缩减|改善|发展|扩|精简|提|前移|跨越|翻)?(?:了)?(?:到|至|为|成)(?!位|账|今)")
_REACHED = regex.compile("(?:到|至|成)了?$")
_RATE = regex.compile(_any("cues", "rate"))
_OF_TARGET = regex.compile("(?:(?:完成|占|达到?|实现|为)[^，。；]{0,16}(?:目标|任务|计划|预算|指标|进度|总投资|投资|额|数|量|资金|人|个|家|户|亩|元|项)[^，。；、]{0,6}的|完成(?:比例|进度|任务|目标|计划|年度任务|全年任务|率)?(?:的|为|达到?)?)$")
_RIGHT_RATE = regex.compile("(?:地)?(?:完成|到位|拨付|执行|落实|兑付|兑现|支付)")
_TARGET = regex.compile(rf"{_any('cues', 'target')}(?:数|值|量|为|是|：|:|应|达到|达|完成|新增|要|在|不|定|需)*$")
_TARGET_NEAR = regex.compile(r"(?:任务数|目标数|目标值|计划数|计划值|指标值|预期值|目标任务|年度指标值|年初目标|年度目标|（任务|（目标|\(任务|\(目标|（计划|\(计划|（年度|（年初|拟(?!订|定|稿|制)|力争|应完成|应达到|原计划|绩效目标|预期目标)[^，。；、）]{0,14}$")
_PREVIOUS = regex.compile(_any("cues", "previous"))
_STAFF = regex.compile(_any("cues", "staff"))
_STAFF_PROOF = regex.compile(_any("cues", "staff_proof"))
_NOT_STAFF = regex.compile(_any("cues", "not_staff"))
_SCORE = regex.compile(_any("cues", "score"))
_MONEY = regex.compile(rf"(?P<actual>{_any('cues', 'money_outcome')})|(?P<executed>{_any('cues', 'executed')})|(?P<budget>{_any('cues', 'budget')})")
_MODE = regex.compile(rf"(?P<open>[（(])|(?P<close>[）)])|(?P<stop>[。；\n！？])|(?P<target>(?<!按照?|列入|纳入|未){_any('cues', 'target_mode')})|(?P<previous>(?<![比较于与为是]){_any('cues', 'previous_mode')}(?!相比|增|减|基础|结转|度?结余))|(?P<actual>{_any('cues', 'actual_mode')}|(?<=[，,）)]|^)(?:全年|共|已|均)?(?:完成|新建|建成|达到|新增|实现))")


class State(msgspec.Struct):
    """What a sentence hands on from figure to figure."""

    mode: str = ""  # target, previous or '' until 。 or ；
    saved: str = ""  # the mode outside an open bracket
    kind: str = ""
    unit_kind: str = ""
    unit: str = ""

    def read(self, gap: str) -> None:
        """Follow the mode through the text between two figures."""
        for found in _MODE.finditer(gap):
            what = found.lastgroup
            if what == "open":
                self.saved = self.mode
            elif what == "close":
                self.mode = self.saved
            elif what == "stop":
                self.mode = self.kind = ""
            else:
                self.mode = what if what in ("target", "previous") else ""


class Kind(msgspec.Struct, frozen=True):
    """Kind and direction of a figure, with the words that set them."""

    name: str
    direction: str | None = None
    cues: tuple[str, ...] = ()


def kind(core: Core, gap: str, right: str, state: State) -> Kind:
    """The kind of a figure from the text between the previous figure and it, and what follows."""
    clause = regex.split("[，。；\n]", gap)[-1]
    if core.form == "rank":
        return _from(clause, right) or Kind("rank")
    if core.form == "doubling":
        return Kind("growth", "up")
    if core.unit == "分" and not _GROWTH.search(clause):
        return _target(clause, state, strict=True) or Kind("score", cues=_cue(_SCORE, gap))
    return (
        _from(clause, right)
        or _growth(core, gap, clause)
        or _rate(core, gap, clause, right, state)
        or _target(clause, state)
        or _previous(clause, state)
        or _score(core, clause)
        or _staff(core, gap, clause, state)
        or _money(core, gap, right, state)
        or Kind("actual")
    )


def _cue(pattern: regex.Pattern[str], text: str) -> tuple[str, ...]:
    found = pattern.search(text)
    return (found[0],) if found else ()


def _last(pattern: regex.Pattern[str], text: str) -> regex.Match[str] | None:
    found = None
    for found in pattern.finditer(text):
        pass
    return found


def _from(clause: str, right: str) -> Kind | None:
    found = _FROM.search(clause)
    to = _TO.match(right) if found else None
    return Kind("previous", cues=(found[0], to[0])) if found and to else None


def _growth(core: Core, gap: str, clause: str) -> Kind | None:
    share = core.unit_kind == "share" and core.unit not in ("分", "折")
    found = _GROWTH.search(clause)
    if found is not None:
        level = _LEVEL.match(found["after"]) and not found["rate"] and not found["verb"].endswith(("率", "幅", "速"))
        near = regex.fullmatch(rf"{_ADVERB}{{0,4}}", found["after"]) is not None
        compared = _COMPARED.search(gap) is not None
        if level:
            return None
        if core.unit == "百分点" or (near and not _OUTCOME_VERB.match(clause, found.start())) or (share and compared):
            return Kind("growth", "up" if found["up"] else "down", (found["verb"],))
    if core.unit == "百分点":
        up, down = _last(_UP, clause), _last(_DOWN, clause)
        falls = down is not None and (up is None or down.start() > up.start())
        return Kind("growth", "down" if falls else "up", tuple(x[0] for x in (up, down) if x))
    if core.unit == "倍":
        return Kind("growth", "up", _cue(_UP, clause))
    return None


def _rate(core: Core, gap: str, clause: str, right: str, state: State) -> Kind | None:
    if core.unit not in ("%", "‰", ""):
        return None
    found = _last(_RATE, clause)
    if found is not None:
        return _target(clause, state, strict=True) or (Kind("target", cues=(found[0],)) if state.mode == "target" else None) or (
            Kind("previous", cues=(found[0],)) if state.mode == "previous" else Kind("completion_rate", cues=(found[0],))
        )
    if core.unit != "%":
        return None
    of = _OF_TARGET.search(clause) or _RIGHT_RATE.match(right)
    if of is not None and state.mode != "target":
        return Kind("completion_rate", cues=(of[0],))
    return None


def _target(clause: str, state: State, *, strict: bool = False) -> Kind | None:
    found = _TARGET.search(clause) or _TARGET_NEAR.search(clause)
    if found is not None and not regex.search("(?:完成|实际)[^，。；]{0,4}$", clause):
        return Kind("target", cues=(found[0],))
    return Kind("target") if state.mode == "target" and not strict else None


def _previous(clause: str, state: State) -> Kind | None:
    found = _last(_PREVIOUS, clause)
    if state.mode == "previous" or (found is not None and not regex.search("[比较与][^，]{0,1}$", clause[: found.start()]) and found[0] not in ("原", "过去", "历史", "之前", "原有", "同期")):
        return Kind("previous", cues=(found[0],) if found else ())
    if found is not None and regex.search("[比较与][^，]{0,1}$", clause[: found.start()]) and regex.fullmatch("(?:实际|同期|度)?(?:的|为|完成的?)?", clause[found.end() :]):
        return Kind("previous", cues=(found[0],))
    return None


def _score(core: Core, clause: str) -> Kind | None:
    found = _SCORE.search(clause) if core.unit == "" else None
    return Kind("score", cues=(found[0],)) if found and found[0] not in ("得", "权重", "扣") else None


def _staff(core: Core, gap: str, clause: str, state: State) -> Kind | None:
    if core.unit != "人":
        return None
    proof = _last(_STAFF_PROOF, clause)
    if proof is not None and not _NOT_STAFF.search(clause):
        return Kind("headcount", cues=(proof[0],))
    same = state.kind == "headcount" and state.unit == "人"
    if same and not _NOT_STAFF.search(gap):
        return Kind("headcount", cues=_cue(_STAFF, clause))
    return None


def _money(core: Core, gap: str, right: str, state: State) -> Kind | None:
    if core.unit_kind != "money":
        return None
    clauses = regex.split("[，。；\n]", gap)
    found = _last(_MONEY, clauses[-1]) or (_last(_MONEY, clauses[-2]) if len(clauses) > 1 and not clauses[-1].strip() else None)
    if found is None and not regex.search(r"\p{Han}", clauses[-1]):
        found = _MONEY.search(right)
    if found is None and state.unit_kind == "money" and state.kind in ("budget", "executed", "actual", "target", "previous"):
        return Kind(state.kind)
    if found is None:
        return None
    return Kind(found.lastgroup or "actual", cues=(found[0],))
