"""What the words around a figure tell of its kind: the clause, the sentence's mode, the figure before."""

from __future__ import annotations

import msgspec
import regex

from extractors.figures import vocabulary
from extractors.figures.cores import Core

_any = vocabulary.any_of
_CLAUSES = regex.compile("[，。；\n（(]")
_ENDS = regex.compile("[，。；：（(;\n]|(?<![0-9]),|,(?![0-9])")
_JOINT = regex.compile("(?:[、,，/ ]|和|与|及|以及|分别|、和)*")
_MODE = regex.compile(
    r"(?P<open>[（(])|(?P<close>[）)])|(?P<stop>[。；\n！？])"
    "|(?P<plan>下一步|下年度|下一年度|下一年|来年|明年|次年|今后|未来|下阶段)"
    rf"|(?P<target>(?={vocabulary.starts('cues', 'target_mode')})"
    "(?<!按照?|列入|纳入|未|[高低优好大小多少]于|超过|超出|达到|满足|符合|[比较])"
    rf"(?!下达我[^，。；0-9]{{0,20}}(?:资金|经费|[补资救]助|款|债券)){_any('cues', 'target_mode')}"
    "|目标[0-9一二三四五]{1,2}[：:])"
    rf"|(?P<previous>(?={vocabulary.starts('cues', 'previous_mode')})"
    rf"(?<![比较于与为是由从]){_any('cues', 'previous_mode')}"
    "(?!相比|增|减|基础|结转|度?结余|的))"
    rf"|(?P<actual>{_any('cues', 'actual_mode')}|(?<![\p{{Han}}])实(?=完成|到|有|建|为|支|发|收|培|测|办|种))"
    r"|(?P<done>(?<=[，,）)]|^)(?:全年|共|均)?(?:完成|实际|新建成|建成)|[仅只](?![有要能])\p{Han}{0,6}[ ]?$)"
)
_KEPT_MODES = frozenset({"target", "plan", "previous"})


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
    money: Kind | None = None  # of the first amount
    by_member: bool = False  # the member of a 分别 list set the kind, not the clause
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
                self.money = self.money if found[0] == "；" else None
            elif what != "done" or self.mode != "plan":
                self.mode = what if what in _KEPT_MODES and what else ""

    def follow(self, kind: Kind, core: Core) -> None:
        """Remember a figure for those after it."""
        self.rises = len(kind.cues) == 2 and kind.name in ("previous", "target")
        if self.rises and (self.mode == "previous" or kind.name == "target"):
            self.mode = ""
        self.kind, self.unit, self.unit_kind = kind, core.unit, core.unit_kind
        self.money = self.money or (kind if core.unit_kind == "money" else None)

    @property
    def aims(self) -> bool:
        """Whether the sentence speaks of what is to be reached."""
        return self.mode in ("target", "plan")


class Context(msgspec.Struct, frozen=True, kw_only=True):
    """The words around one figure.

    `gap` stands between the previous figure and it, `clause` is its end from the last comma or
    bracket, `whole` the clause with the figures in it, `before` the sentence so far, `right` what
    follows. `bound` is the word or sign that bounds it.
    """

    core: Core
    gap: str
    clause: str
    whole: str
    before: str
    right: str
    bound: str
    state: State


def context(core: Core, gap: str, before: str, right: str, bound: str, state: State) -> Context:
    """The context of a figure from the text before it in its sentence and the text behind."""
    whole = _ENDS.split(before)[-1][-80:]
    clause = last_clause(gap)
    return Context(
        core=core,
        gap=gap,
        clause=clause,
        whole=whole,
        before=before[-120:],
        right=right,
        bound=bound,
        state=state,
    )


def last_clause(gap: str) -> str:
    """The end of a gap from the last comma, or with the bracket that opens it: （任务数."""
    start = max(gap.rfind(mark) + 1 for mark in "，。；\n")
    colon = max(gap.rfind("："), gap.rfind(":")) + 1
    start = max(start, colon) if gap[colon:].strip(" ￥¥") else start
    bracket = max(gap.rfind("（"), gap.rfind("("))
    return gap[max(start, bracket) :][-80:].rstrip()


def clauses(gap: str) -> list[str]:
    """The clauses of a gap."""
    return _CLAUSES.split(gap)


def is_joint(gap: str) -> bool:
    """Whether a gap only joins two values: 、, 和."""
    return _JOINT.fullmatch(gap) is not None


def last(pattern: regex.Pattern[str], text: str) -> regex.Match[str] | None:
    """The last match of a pattern."""
    found = None
    for found in pattern.finditer(text):  # noqa: B007
        pass
    return found


def cue(pattern: regex.Pattern[str], text: str) -> tuple[str, ...]:
    """The first match as a cue, or none."""
    found = pattern.search(text)
    return (found[0],) if found else ()
