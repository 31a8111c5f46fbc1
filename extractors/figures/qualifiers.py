"""How a figure is bounded: 近, 超, 不低于, 以上, 左右, 余."""

from __future__ import annotations

import regex

from extractors.figures import vocabulary
from extractors.figures.cores import Core

NAMES = ("approx", "near", "gt", "ge", "lt", "le")
_GUARD = {
    "approx": "(?<![节签公合制预续条特履违邀誓集])",
    "near": "(?<![附最临靠就远亲相])",
    "gt": "(?<![赶通经不未彩高商告侦爆])",
    "ge": "(?<![以])",
}
_ONLY_BARE = {"上", "过"}  # 上百, 过半数; not 上年, 通过


def _before(bare: bool) -> regex.Pattern[str]:
    groups = []
    for name in NAMES:
        words = [w for w in vocabulary.words("cues", "before", name) if bare or w not in _ONLY_BARE]
        groups.append(f"(?P<{name}>{_GUARD.get(name, '')}(?:{'|'.join(map(regex.escape, words))}))")
    return regex.compile(rf"(?:{'|'.join(groups)})(?:了|达|达到|为|有|：)?[ ]?$")


_BEFORE = {bare: _before(bare) for bare in (False, True)}
_APART = regex.compile(r"(?:(?P<ge>至少|最少)|(?P<le>最多|至多))\p{Han}{1,3}$")  # 最多支持|3个
_AFTER = regex.compile(
    rf"[ ]?(?:(?P<approx>{vocabulary.any_of('cues', 'after', 'approx')})(?!来)"
    rf"|(?P<ge>{vocabulary.any_of('cues', 'after', 'ge')})"
    rf"|(?P<le>{vocabulary.any_of('cues', 'after', 'le')}(?<!内)|(?:以|之)内"
    "|内(?![设部外容涝销蒙科衣资需业循控在]))"
    r"|(?P<gt>有余|开外|(?:余|多)(?=$|[，。；、：（）(),;\n])))"
)


def before(core: Core, folded: str) -> tuple[str | None, str, int]:
    """Qualifier in front, its word, and where it begins (the figure's start if there is none)."""
    bare = core.form in ("bare", "half", "several", "pair") or bool(core.more)
    window = max(0, core.start - 10)
    found = _BEFORE[bare].search(folded, window, core.start)
    if found is not None:
        return found.lastgroup, found[found.lastgroup or 0], found.start()
    apart = _APART.search(folded, window, core.start)
    return (apart.lastgroup, apart[apart.lastgroup or 0], core.start) if apart else (None, "", core.start)


def after(core: Core, folded: str) -> tuple[str | None, str, int]:
    """Qualifier behind, its word, and where it ends (the figure's end if there is none)."""
    found = _AFTER.match(folded, core.end)
    if found is None or core.unit_kind == "rank":
        return None, "", core.end
    return found.lastgroup, found[0].strip(), found.end()


def qualifier(core: Core, front: str | None, behind: str | None) -> str | None:
    """The one qualifier of a figure; a word in front wins, then 余/多, then a word behind."""
    if front in ("lt", "le", "ge") or (front and not core.more):
        return front
    if core.more:
        return "gt"
    if behind:
        return behind
    return "approx" if core.form in ("pair", "several") else None
