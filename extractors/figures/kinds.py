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
_ADVERB = r"(?:了|约|近|达|达到|为|有|是|将|已|均|共|合计|共计|超过?|也|仅|均为|：|:|[ ]|的|再|又|各|分别为?|分别达到?|总计|净|至少|不少于|不低于|幅度|比例|数|到了)"
_ADVERBS = regex.compile(f"{_ADVERB}{{0,4}}")
_CLAUSES = regex.compile("[，。；\n（(]")
# The last growth verb of a clause; 增加值 and 新增 are none.
_GROWTH = regex.compile(
    rf"(?r)(?:(?P<up>(?<![新倍激研])(?:{_any('cues', 'growth_up')}))|(?P<down>(?<![升])(?:{_any('cues', 'growth_down')})))(?!值|产|设|补|配|派|殖|绿|排|免|税|贫|费|灾|震|水|雨|容|聘|资|项|员|班)"
)
_RATE_NOUN = regex.compile("率|幅度?|速度?|比例")
_LEVEL = regex.compile("了?[到至为成](?!位)")
_MORE_OR_LESS = regex.compile("(?:多|少|高|低|快|慢|长|短|大|小)了?(?:出)?$")
_UP = regex.compile(_any("cues", "growth_up") + "|高于|高出|高|多|超过|超出|领先|好于|优于")
_DOWN = regex.compile(_any("cues", "growth_down") + "|低于|低|少|不及|落后|差")
_COMPARED = regex.compile(_any("cues", "comparison"))
_FROM = regex.compile("(?:由|从|自)(?!上级|中央|省级|市级|财政)[^，。；\n]{0,24}$")
_TO = regex.compile("(?:[（(][^）)]{0,12}[）)])?[^，。；\n]{0,10}?[，]?(?:提高|增加|上升|提升|下降|降低|降|减少|压缩|压减|缩短|扩大|增长|扩展|跃升|攀升|恢复|调整|优化|延长|拓展|增|减|升|涨|缩减|改善|发展|扩|精简|提|前移|跨越|翻)?(?:了)?(?:到|至|为|成)(?!位|账|今)")
_AND = regex.compile("(?:[、,，/ ]|和|与|及|以及|分别|、和)*")
_REACHED = regex.compile("(?:到|至|成)了?$")
_RATE = regex.compile(_any("cues", "rate"))
_OF_TARGET = regex.compile(
    "(?:(?:完成|达到?|实现)[^，。；]{1,24}|占[^，。；]{0,12}(?:目标|任务|计划|预算|指标|总投资|进度)[^，。；]{0,10})的$"
    "|(?:为|相当于)[^，。；]{0,8}(?:目标|任务|计划|预算)[^，。；]{0,6}的$|(?<![）)])完成(?:比例|进度|任务|目标|计划|年度任务|全年任务|率)?(?:的|为|达到?)?$"
)
_RIGHT_RATE = regex.compile("(?:地)?(?:完成|到位|拨付|执行|落实|兑付|兑现|支付)")
_TARGET = regex.compile(rf"(?P<word>{_any('cues', 'target')})(?:数|值|量|为|是|：|:|应|达到|达|完成|新增|要|在|不|定|需)*$")
_WEAK_TARGET = frozenset({"任务", "计划", "规划", "应", "需", "须", "设计", "要求", "约定", "既定", "确保", "预计", "拟"})
_AIMED = regex.compile("的?(?:年度|全年|年初|省定|市定|既定|预期|计划|绩效|原定|下达)?(?:目标任务|任务目标|目标值|目标|任务|计划数|指标值|任务数|要求)(?!的?[0-9])")
_KEPT_WITHIN = regex.compile("^(?:均|严格|有效|成本)?(?:控制在|不超过|限定在|压控在|未超过)?$")
_TARGET_NEAR = regex.compile(r"(?:任务数|目标数|目标值|计划数|计划值|指标值|预期值|目标任务|年度指标值|年初目标|年度目标|（任务|（目标|\(任务|\(目标|（计划|\(计划|（年度|（年初|拟(?!订|定|稿|制)|力争|应完成|应达到|原计划|绩效目标|预期目标)[^，。；、）]{0,14}$")
_THEN_ACTUAL = regex.compile("[，,；（(]?(?:全年|最终|年末|年底|截至年末)?实际(?!拨付|到位|支|使用|执行)")
_DONE_OR_MADE = regex.compile("完成|实际|达到|已|预算|安排|下达|到位|支出|编制")
_DONE = regex.compile("(?:完成|实际)[^，。；]{0,6}$")
_BASE = regex.compile("(?:[年期]初|上年|上年同期|去年|去年同期|基期)(?:的|为|数|存量|余额|实际)?$")
_COMPARING = regex.compile("[比较与][^，]{0,1}$")
_PAST_VALUE = regex.compile("(?:实际|同期|度)?(?:的|为|完成的?|数)?")
_WEAK_PAST = frozenset({"原", "过去", "历史", "之前", "原有", "同期"})
_PREVIOUS = regex.compile(_any("cues", "previous"))
_STAFF = regex.compile(_any("cues", "staff"))
_STAFF_PROOF = regex.compile(_any("cues", "staff_proof"))
_NOT_STAFF = regex.compile(_any("cues", "not_staff"))
_SCORE = regex.compile(_any("cues", "score"))
_RATE_WORD = regex.compile("人均|户均|生均|亩均|每|单价|标准|预算|收费|节约|节省|减免|征收|收缴|保费|学费|门票|罚|欠")
_HAN = regex.compile(r"\p{Han}")
_CARRIED = frozenset({"budget", "executed", "actual"})
_LEVERED = regex.compile("社会资本|社会资金|撬动|招商|引资|签约|吸引|民间资本|带动投资|捐")
_COST = regex.compile("(?:费|费用|费支出|工资|薪酬)(?:为|共|共计|达|约)?$")
_MONEY = regex.compile(rf"(?P<actual>{_any('cues', 'money_outcome')})|(?P<executed>{_any('cues', 'executed')})|(?P<budget>{_any('cues', 'budget')})")
_MODE = regex.compile(
    rf"(?P<open>[（(])|(?P<close>[）)])|(?P<stop>[。；\n！？])|(?P<plan>下一步|下年度|下一年度|明年|次年|今后|未来|下阶段)"
    rf"|(?P<target>(?<!按照?|列入|纳入|未){_any('cues', 'target_mode')})"
    rf"|(?P<previous>(?<![比较于与为是由从]){_any('cues', 'previous_mode')}(?!相比|增|减|基础|结转|度?结余|的))"
    rf"|(?P<actual>{_any('cues', 'actual_mode')})|(?P<done>(?<=[，,）)]|^)(?:全年|共|均)?(?:完成|实际|新建成|建成))"
)


class Kind(msgspec.Struct, frozen=True):
    """Kind and direction of a figure, with the words that set them."""

    name: str
    direction: str | None = None
    cues: tuple[str, ...] = ()


class State(msgspec.Struct):
    """What a sentence hands on from figure to figure."""

    mode: str = ""  # target, plan, previous or '' until 。 or ；
    saved: str = ""  # the mode outside an open bracket
    rises: bool = False  # the figure before was the from-part of 由 X 到 Y
    kind: Kind | None = None
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
                self.mode, self.kind = "", None
            elif what != "done" or self.mode != "plan":
                self.mode = what if what in ("target", "plan", "previous") else ""


    def follow(self, kind: Kind, core: Core) -> None:
        """Remember a figure for those after it."""
        self.rises = kind.name == "previous" and len(kind.cues) == 2
        if self.rises:
            self.mode = "" if self.mode == "previous" else self.mode
        self.kind, self.unit, self.unit_kind = kind, core.unit, core.unit_kind


def kind(core: Core, gap: str, whole: str, right: str, state: State) -> Kind:
    """The kind of a figure.

    `gap` is the text between the previous figure and this one, `whole` its clause from the last
    comma, earlier figures included, `right` what follows it.
    """
    clause = _CLAUSES.split(gap)[-1][-80:].rstrip()
    if state.kind is not None and core.unit == state.unit and _AND.fullmatch(gap):
        return state.kind
    if state.rises and _TO.fullmatch(gap):
        return Kind("rank" if core.form == "rank" else "target" if state.mode in ("target", "plan") else "actual")
    if core.form == "rank":
        return _from(clause, right) or Kind("rank")
    if core.form == "doubling":
        return Kind("growth", "up")
    return (
        _from(clause, right)
        or _growth(core, clause, whole)
        or _score(core, gap, clause, state)
        or _rate(core, clause, whole, right, state)
        or _target(core, clause, right, state)
        or _before_actual(clause, right)
        or _previous(clause, state)
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


def _growth(core: Core, clause: str, whole: str) -> Kind | None:
    share = core.unit_kind == "share" and core.unit not in ("分", "折")
    found = _GROWTH.search(clause)
    if found is not None and (kind := _grown(core, found, clause, whole, share)) is not None:
        return kind
    if core.unit == "百分点":
        up, down = _last(_UP, clause), _last(_DOWN, clause)
        falls = down is not None and (up is None or down.start() > up.start())
        return Kind("growth", "down" if falls else "up", tuple(x[0] for x in (up, down) if x))
    if (more := _MORE_OR_LESS.search(clause)) and _COMPARED.search(whole):
        return Kind("growth", "up" if more[0][0] in "多高快长大" else "down", (more[0],))
    return Kind("growth", "up", _cue(_UP, clause)) if core.unit == "倍" else None


def _grown(core: Core, found: regex.Match[str], clause: str, whole: str, share: bool) -> Kind | None:
    """Growth if its verb stands right before the figure, or a share grows in comparison."""
    behind = clause[found.end() :]
    noun = _RATE_NOUN.match(behind)
    behind = behind[noun.end() :] if noun else behind
    if not noun and not found[0].endswith(("率", "幅", "速", "幅度")) and _LEVEL.match(behind):
        return None
    near = _ADVERBS.fullmatch(behind) is not None
    if near or core.unit == "百分点" or (share and _COMPARED.search(whole) and len(behind) <= 12):
        return Kind("growth", "up" if found["up"] else "down", (found[0],))
    return None


def _rate(core: Core, clause: str, whole: str, right: str, state: State) -> Kind | None:
    if core.unit not in ("%", "‰", ""):
        return None
    if (found := _last(_RATE, clause)) is not None:
        aimed = _target(core, clause, right, state) or _previous(clause, state)
        return aimed or Kind("completion_rate", cues=(found[0],))
    of = (_OF_TARGET.search(whole) or _RIGHT_RATE.match(right)) if core.unit == "%" else None
    return Kind("completion_rate", cues=(of[0],)) if of is not None and not _AIMED.match(right) else None


def _target(core: Core, clause: str, right: str, state: State, *, strict: bool = False) -> Kind | None:
    found = _TARGET.search(clause)
    if found is not None and found["word"] in _WEAK_TARGET and _DONE.search(clause):
        found = None
    found = found or _TARGET_NEAR.search(clause) or _AIMED.match(right)
    if found is not None:
        return Kind("target", cues=(found[0],))
    if strict:
        return None
    if state.mode in ("target", "plan"):
        return Kind("target", cues=(state.mode,))
    same = state.unit == core.unit and state.kind is not None and state.kind.name == "actual"
    return Kind("target", cues=(clause,)) if same and clause and _KEPT_WITHIN.match(clause) else None


def _before_actual(clause: str, right: str) -> Kind | None:
    """A value that 实际 follows was aimed at: 成本不高于2万元，实际1.85万元."""
    found = _THEN_ACTUAL.match(right) if not _DONE_OR_MADE.search(clause) else None
    return Kind("target", cues=(found[0],)) if found else None


def _previous(clause: str, state: State) -> Kind | None:
    if (base := _BASE.search(clause)) is not None:
        return Kind("previous", cues=(base[0],))
    found = _last(_PREVIOUS, clause)
    if state.mode == "previous":
        return Kind("previous", cues=(found[0],) if found else ("previous",))
    if found is None:
        return None
    if _COMPARING.search(clause[: found.start()]):
        return Kind("previous", cues=(found[0],)) if _PAST_VALUE.fullmatch(clause[found.end() :]) else None
    return None if found[0] in _WEAK_PAST else Kind("previous", cues=(found[0],))


def _score(core: Core, gap: str, clause: str, state: State) -> Kind | None:
    if core.unit == "分":
        return _target(core, clause, "", state, strict=True) or Kind("score", cues=_cue(_SCORE, gap))
    found = _SCORE.search(clause) if core.unit == "" else None
    return Kind("score", cues=(found[0],)) if found and found[0] not in ("得", "权重", "扣") else None


def _staff(core: Core, gap: str, clause: str, state: State) -> Kind | None:
    if core.unit != "人":
        return None
    proof = _last(_STAFF_PROOF, clause)
    if proof is not None and not _NOT_STAFF.search(clause):
        return Kind("headcount", cues=(proof[0],))
    same = state.kind is not None and state.kind.name == "headcount" and state.unit == "人"
    if same and not _NOT_STAFF.search(gap):
        return Kind("headcount", cues=_cue(_STAFF, clause))
    return None


def _money(core: Core, gap: str, right: str, state: State) -> Kind | None:
    if core.unit_kind != "money":
        return None
    clauses = _CLAUSES.split(gap)
    if (levered := _LEVERED.search(clauses[-1])) is not None:
        return Kind("actual", cues=(levered[0],))
    if (cost := _COST.search(clauses[-1])) is not None and core.unit == "元" and not _RATE_WORD.search(clauses[-1]):
        return Kind("executed", cues=(cost[0],))
    found = _last(_MONEY, clauses[-1]) or (_last(_MONEY, clauses[-2]) if len(clauses) > 1 and not clauses[-1].strip() else None)
    if found is None and not _HAN.search(clauses[-1]):
        found = _MONEY.search(right)
    if found is not None:
        return Kind(found.lastgroup or "actual", cues=(found[0],))
    carried = state.kind is not None and state.unit_kind == "money" and state.kind.name in _CARRIED
    return state.kind if carried else None
