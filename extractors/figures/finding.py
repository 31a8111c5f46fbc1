"""Every figure of a text: masks, cores, evidence, then what each one means."""

from __future__ import annotations

import itertools

import msgspec
import regex

from extractors.figures import evidence, kinds, lists, masks, money, qualifiers, ratios, subjects, torn
from extractors.figures.context import Kind, State, context, is_joint
from extractors.figures.cores import Core, cores, is_move, is_plain_rank
from extractors.figures.found import FoundFigure
from extractors.numerals import fold

_SENTENCE = regex.compile(r"[^。！？\n]*+[。！？\n]?")
_FORMULA = regex.compile(
    "(?<=[率度比])(?:[=＝]|[：:](?=[^，。；]*[=＝]$))[^，。；]*+(?<=[×/÷][^，。；]{0,60})$"
)  # 完成率=实际值/目标值×100%=
_TURN = regex.compile(
    "(?:[、，和与及]|以及)(?:同比)?(?:上升|下降|增长|减少|提高|降低|增加|提升|下滑|回落)了?"
)
_GROUP = regex.compile(r"的(?:[\p{Han}]{1,6}?)(?:达到?|有|为|共|已|增至)?$")
_LONGEST_LIST = 12  # figures that one 分别 distributes
_WINDOW, _BEHIND = 160, 60  # characters before and behind that can tell of a figure


class _Placed(msgspec.Struct, frozen=True):
    """A core with its bounds and the span that they take up."""

    core: Core
    front: int
    back: int
    qualifier: str | None
    words: tuple[str, ...]


def find(text: str) -> list[FoundFigure]:
    """The figures of a text in order of place, spans disjoint."""
    written, text = text, torn.mended(text)
    folded = fold(text)
    hidden = masks.find(folded)
    found = sorted([*ratios.find(folded, hidden), *cores(text, folded, hidden)], key=lambda core: core.start)
    found = ratios.without_members(found)
    lists.distribute(folded, found)
    for core in found:
        money.complete(core, folded)
        if is_plain_rank(folded, core):
            core.form, core.unit, core.unit_kind = "rank", "名次", "rank"
        elif is_move(folded, core):
            core.unit, core.unit_kind = "名次", "rank"
    kept = [core for core in found if evidence.counts(core, folded)]
    return _understood(written, folded, [_placed(core, folded) for core in kept])


def _placed(core: Core, folded: str) -> _Placed:
    front_name, front_word, front = qualifiers.before(core, folded)
    back_name, back_word, back = qualifiers.after(core, folded)
    name = qualifiers.qualifier(core, front_name, back_name) if core.unit_kind != "rank" else None
    return _Placed(core, front, back, name, tuple(word for word in (front_word, back_word) if word))


def _understood(text: str, folded: str, placed: list[_Placed]) -> list[FoundFigure]:
    figures: list[FoundFigure] = []
    at = 0
    for sentence in _SENTENCE.finditer(folded):
        if sentence.end() == sentence.start():
            break
        inside = []
        while at < len(placed) and placed[at].core.start < sentence.end():
            inside.append(placed[at])
            at += 1
        if inside:
            before = figures[-1].subject if figures else ""
            figures += _sentence(text, folded, sentence.span(), inside, before)
    return figures


def _sentence(
    text: str, folded: str, span: tuple[int, int], placed: list[_Placed], before: str
) -> list[FoundFigure]:
    state = State()
    names = subjects.Subjects(before)
    figures = []
    edge = span[0]
    for index, item in enumerate(placed):
        core = item.core
        gap = folded[edge : item.front]
        gap = _FORMULA.sub("", gap) if "=" in gap or "＝" in gap else gap
        right = folded[item.back : min(span[1], item.back + _BEHIND)]
        state.read(gap)
        member = names.expect(gap, _run(folded, placed[index : index + _LONGEST_LIST]))
        so_far = folded[max(span[0], item.front - _WINDOW) : item.front]
        kind = kinds.kind(context(core, gap, so_far, right, "".join(item.words[:1]), state), member)
        bounded = _bounded(folded, placed[index - 1] if index else None, item, gap)
        subject = names.name(core, bounded or gap, right, kind.name)
        state.follow(kind, core)
        figures.append(_figure(text, item, kind, subject, span))
        edge = item.back
    return figures


def _bounded(folded: str, before: _Placed | None, item: _Placed, gap: str) -> str:
    """The clause with the figure before, where that bounds what is counted: 收入10万元以上的村|124个."""
    if before is not None and gap.startswith("级"):  # 十亿元级项目|2个
        return folded[before.front : item.front]
    if before is None or not (before.qualifier or before.core.low is not None):
        return ""
    group = _GROUP.match(gap) is not None
    score = not gap and before.back > before.core.end and before.core.unit != item.core.unit
    if not group and not score:
        return ""
    begin = max(folded.rfind(mark, 0, before.front) + 1 for mark in "，。；、\n（(")
    named = folded[max(begin, before.front - _WINDOW // 8) : before.front].removeprefix("其中")
    return named + folded[before.front : item.front] if named.strip() or not group else ""


def _run(folded: str, placed: list[_Placed]) -> int:
    """How many of the figures, from the first on, are joined by 、 or 和 alone."""
    count = 1
    for before, behind in itertools.pairwise(placed):
        gap = folded[before.back : behind.front]
        if not is_joint(gap) and _TURN.fullmatch(gap) is None:
            break
        count += 1
    return count


def _figure(text: str, item: _Placed, kind: Kind, subject: str, span: tuple[int, int]) -> FoundFigure:
    core = item.core
    unit = f"+{core.unit_kind}" if core.unit_kind else ""
    return FoundFigure(
        start=core.start, end=core.end, text=text[core.start : core.end], value=core.value, low=core.low,
        high=core.high, exact=core.exact or None, unit=core.unit, qualifier=item.qualifier, kind=kind.name,
        direction=kind.direction, subject=subject, step=core.step, sentence=span,
        rule=core.form + unit + ("+list" if core.listed else ""), cues=item.words + kind.cues,
        number=core.number, scale=core.scale,
    )  # fmt: skip
