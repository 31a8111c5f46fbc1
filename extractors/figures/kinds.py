"""What kind of value a figure states: reached, aimed at, grown by, spent …

Only the words between the previous figure and this one count, with an open bracket, and a mode
that a sentence keeps until 。 or ； (年初设定…, 上年…). Every cue is data (`data/cues.toml`).
"""

from __future__ import annotations

import msgspec
import regex

from extractors.figures import vocabulary
from extractors.figures.aims import aimed, named_target, previous, rate, target
from extractors.figures.context import Context, Kind, cue, is_joint, last, last_clause
from extractors.figures.growth import growth, leads_to, stated_from
from extractors.figures.spending import money

_any = vocabulary.any_of
_STAFF = regex.compile(_any("cues", "staff"))
_STAFF_PROOF = regex.compile(_any("cues", "staff_proof"))
_NOT_STAFF = regex.compile(_any("cues", "not_staff"))
_SCORE = regex.compile(_any("cues", "score"))
_POSTS = regex.compile("编制数?(?:总数|共|为|共计)?$")
_NO_SCORE = frozenset({"得", "权重", "扣"})


def kind(context: Context, member: str = "") -> Kind:
    """The kind of a figure; `member` is the name that 分别 gives it, which may hold the cue."""
    state = context.state
    same = context.core.unit == state.unit
    if state.kind is not None and (same or _shared(context)) and _goes_on(context):
        stated = _stated(_of_member(context, member)) if member else Kind("actual")
        return stated if state.by_member or stated.name != "actual" else state.kind
    by_member = _stated(_of_member(context, member)) if member else Kind("actual")
    state.by_member = by_member.name in ("target", "previous", "budget", "executed")
    if state.by_member:
        return by_member
    return _stated(_named(context, member + context.gap) if member else context)


def _goes_on(context: Context) -> bool:
    """Whether only 、 or 和 stands between: one kind for both. A bound behind a comma says something new."""
    new = (context.bound and "，" in context.gap) or aimed(context) is not None
    return is_joint(context.gap) and not new


def _shared(context: Context) -> bool:
    """Whether 分别 hands one growth on to another unit: 分别少412万元和301名."""
    before = context.state.kind
    return before is not None and before.name == "growth" and "分别" in context.whole


def _named(context: Context, gap: str) -> Context:
    return msgspec.structs.replace(context, gap=gap, clause=last_clause(gap))


def _of_member(context: Context, member: str) -> Context:
    """The context that a member of a 分别 list gives on its own."""
    return msgspec.structs.replace(context, gap=member, clause=member, whole=member, before=member, right="")


def _stated(context: Context) -> Kind:
    core, state = context.core, context.state
    if state.rises and leads_to(context.gap):
        return Kind("rank" if core.form == "rank" else "target" if state.aims else "actual")
    if core.form == "rank":
        return stated_from(context) or Kind("rank")
    if core.form == "doubling":
        return Kind("growth", "up")
    for test in (stated_from, growth, _score, rate, target, previous, _staff, money):
        if (found := test(context)) is not None:
            return found
    return Kind("actual")


def _score(context: Context) -> Kind | None:
    if context.core.unit == "分":
        return named_target(context) or Kind("score", cues=cue(_SCORE, context.gap))
    found = _SCORE.search(context.clause) if context.core.unit == "" else None
    return Kind("score", cues=(found[0],)) if found and found[0] not in _NO_SCORE else None


def _staff(context: Context) -> Kind | None:
    if context.core.unit in ("个", "") and (post := _POSTS.search(context.clause)) is not None:
        return Kind("headcount", cues=(post[0],))
    if context.core.unit != "人":
        return None
    proof = last(_STAFF_PROOF, context.clause)
    if proof is not None and not _NOT_STAFF.search(context.clause):
        return Kind("headcount", cues=(proof[0],))
    state, gap = context.state, context.gap
    same = state.kind is not None and state.kind.name == "headcount" and state.unit == "人"
    if same and (gap[:1] in ("、", "和") or not _NOT_STAFF.search(gap)):
        return Kind("headcount", cues=cue(_STAFF, context.clause))
    return None
