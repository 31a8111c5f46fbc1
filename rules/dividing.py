"""Parts told of apart from 其中: what a word names again (支出中……), shares that a rest completes."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from extractors.records import Figure
from rules.passages import LONGEST, Passage, Span
from rules.pricing import price_of

_AGAIN = regex.compile(
    r"(?:^|(?<=[。；;，,\n]))在?(?:实际|全年|上述|以上|本年度?|项目|财政|资金)*(?P<what>支出|资金|经费|投资|预算)(?:总额|构成)?(?:当)?中[，,：:]?(?=\p{Han})"
)
_FIRST = r"(?:总额|总计|合计|共计|共|总|数|金额)*(?:为|达到?|是|约)?$"
_APART = regex.compile(r"未|结余|剩余|上年|去年|每|平均|调[增减]|追加|收回")
_SHARE = regex.compile(r"[、，,；;](?:以及|及|和)?\s*\p{Han}{1,14}占比?(?:总数的|比为|为)?约?$")
_REST_SHARE = regex.compile(
    r"[、，,；;]\s*(?:以及|及|和)?其(?:他|它|余)\p{Han}{0,4}占比?(?:总数的|比为|为)?约?$"
)
_FIRST_SHARE = regex.compile(r"占比?(?:总数的|比为|为)?约?$")
_ABOVE = regex.compile(
    r"^[。；;]\s*(?:以上|上述)(?:各项|[两三四五六七八九十]项|支出|费用|资金|经费)*(?:合计|共计|总计|共)\p{Han}{0,4}$"
)
_FEW, _MOST = 3, 12


def divided(passage: Passage) -> Iterator[tuple[Figure, int]]:
    """An amount, where the amounts begin that a later `支出中` divides it into."""
    for found in _AGAIN.finditer(passage.text):
        before = passage.within(Span("", max(0, found.start() - LONGEST), found.start()))
        wholes = [x for x in before if x.unit == "元" and _is_whole(passage, x, found["what"])]
        if len(wholes) == 1:
            yield wholes[0], found.end()


def _is_whole(passage: Passage, figure: Figure, what: str) -> bool:
    """Introduced by that very word: 实际支出746.2万元 of 支出中."""
    said = passage.clause_before(figure)
    last = passage.last_before(figure.start)
    if last is not None:
        said = passage.text[max(last.end, figure.start - len(said)) : figure.start]
    whole = regex.search(rf"{what}{_FIRST}", said) is not None and not _APART.search(said)
    return whole and not figure.qualifier and figure.value is not None


def summed_up(passage: Passage, i: int) -> list[Figure]:
    """What stands before `。以上合计T` in its paragraph, in order, prices left out; empty for no such sum."""
    whole = passage.figures[i]
    if i < _FEW or whole.value is None or not _ABOVE.match(passage.gap(passage.figures[i - 1], whole)):
        return []
    first = passage.text.rfind("\n", 0, whole.start) + 1
    told = passage.within(Span("", max(first, whole.start - LONGEST), whole.start))
    alike = [x for x in told if x.unit == whole.unit and x.value is not None and not x.qualifier]
    plain = [x for x in alike if x.kind not in {"previous", "growth"} and price_of(passage, x) is None]
    return plain[-_MOST:]


def all_shares(passage: Passage, i: int) -> list[Figure]:
    """The shares of one list that the share at this place, of all others, closes; empty for none."""
    last = passage.figures[i]
    if (
        i < _FEW - 1
        or last.unit != "%"
        or not _REST_SHARE.fullmatch(passage.gap(passage.figures[i - 1], last))
    ):
        return []
    out = [last]
    mark = passage.gap(passage.figures[i - 1], last)[0]
    for figure in reversed(passage.figures[max(0, i - _MOST) : i]):
        gap = passage.gap(figure, out[0])
        if figure.unit != "%" or not _SHARE.fullmatch(gap) or (gap[0] != mark):
            break
        out.insert(0, figure)
    plain = all(x.value is not None and not x.qualifier for x in out)
    opened = _FIRST_SHARE.search(passage.clause_before(out[0]))
    return out if len(out) >= _FEW and plain and opened else []
