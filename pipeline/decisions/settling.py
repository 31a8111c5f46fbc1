"""What counts of a finding where several files decide it: the latest date, and the same at every run."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from extractors.records import Decision
from pipeline.decisions.reading import WRITTEN, Statement, written

_MISSING = {"reason": "理由", "decided_by": "决定人", "decided_on": "决定日期"}


class Voice(msgspec.Struct, frozen=True):
    """One decision that competes: its text, its place, whether a row of hedui's own workbook says it anew."""

    said: Decision
    place: str
    edited: bool = False


def settle(known: Decision | None, said: list[Statement], book: str) -> Decision:
    """What is decided of one finding: `known` with what its rows say, in file order, the workbook last.

    The latest date wins; on one day the later in that order, `known` standing with the file that it came from
    (`book` is the workbook's name). A row that was changed in sight of `known`, or stands in the file that
    `known` came from, takes its place whatever its date: that is a correction. A decision that was read and
    does not count is named in `note`, unless it simply is older. So is a row that the workbook corrected to
    an earlier day and that still stands in its file: by that note it is known at later runs, too.
    """
    decided = [each for each in said if each.said.decision]
    corrected = _corrected(known, decided)
    voices = _voices(known, [each for each in decided if each not in corrected], book)
    best = max(enumerate(voices), key=lambda pair: (pair[1].said.decided_on or "", pair[0]), default=None)
    out = best[1].said if best else _undecided(known, said)
    if known is not None and known.decision in (None, out.decision):
        out = _filled(out, known)
    reply, others = _reply(known, said, book)
    notes = [*_missing(out), *(_not_taken(voices, best[1]) if best else ()), *others]
    notes += [_taken_back(each.said) for each in corrected if _day(each.said) > _day(out)]
    if best:
        notes += [
            f"{each.place}未写处理决定，未采用" for each in said if each not in decided and _argues(each.said)
        ]
    return msgspec.structs.replace(out, reply=reply, note="；".join(notes) or None)


def _undecided(known: Decision | None, said: list[Statement]) -> Decision:
    """What is written where nothing is decided yet, the later row first."""
    rows = [*([known] if known is not None else []), *(each.said for each in said)]
    out = rows[-1]
    for older in reversed(rows[:-1]):
        out = _filled(out, older)
    return out


def _argues(decision: Decision) -> bool:
    """Whether there is a reason, a name or a date."""
    return bool(decision.reason or decision.decided_by or decision.decided_on)


def _voices(known: Decision | None, decided: list[Statement], book: str) -> list[Voice]:
    """Everything that decides, in the order in which it counts on one day."""
    voices = [Voice(_dated(each, known), each.place, edited=each.seen is not None) for each in decided]
    if known is None or not known.decision or any(_corrects(each, known) for each in decided):
        return voices
    held = Voice(known, f"此前读自 {known.source or '台账'} 的")
    first = next((at for at, voice in enumerate(voices) if voice.edited), len(voices))
    voices.insert(first if known.source == book else 0, held)
    return voices


def _corrects(statement: Statement, known: Decision) -> bool:
    """Whether a row takes back what is known: changed in sight of it, or in the file that said it."""
    if statement.seen is None:
        return statement.said.source == known.source
    return statement.seen == written(known)


def _corrected(known: Decision | None, decided: list[Statement]) -> list[Statement]:
    """Rows of files that repeat what the workbook corrects to an earlier day, now or at an earlier run."""
    if known is None:
        return []
    edits = [
        _day(_dated(each, known)) for each in decided if each.seen is not None and _corrects(each, known)
    ]
    return [
        each
        for each in decided
        if each.seen is None
        and (
            (edits and _repeats(each.said, known) and _day(each.said) > max(edits))
            or _taken_back(each.said) in (known.note or "").split("；")
        )
    ]


def _repeats(said: Decision, known: Decision) -> bool:
    """Whether a row says nothing but what is known."""
    return all(getattr(said, field) in (None, getattr(known, field)) for field in WRITTEN if field != "reply")


def _taken_back(said: Decision) -> str:
    return f"已更正，不再采用：{said.source or '文件'}“{said.decision}”（{said.decided_on or '未写日期'}）"


def _day(said: Decision) -> str:
    return said.decided_on or ""


def _dated(statement: Statement, known: Decision | None) -> Decision:
    """The row's decision; a day that was cleared in sight of `known` is still that of `known`."""
    said = statement.said
    if said.decided_on or known is None or statement.seen != written(known):
        return said
    return msgspec.structs.replace(said, decided_on=known.decided_on)


def _filled(said: Decision, known: Decision) -> Decision:
    """A blank cell takes nothing away from the same decision."""
    blanks = {field: getattr(known, field) for field in WRITTEN if getattr(said, field) is None}
    return msgspec.structs.replace(said, **blanks)


def _reply(known: Decision | None, said: list[Statement], book: str) -> tuple[str | None, list[str]]:
    """The unit's reply, and those not taken: a changed row of the workbook first, then what is known."""
    replies = [each for each in said if each.said.reply]
    edited = [each for each in replies if each.seen is not None]
    held = known.reply if known is not None else None
    own = [each for each in replies if held is None or (known and each.said.source == known.source != book)]
    chosen = (edited or own)[-1].said.reply if edited or own else held
    lost = [each for each in replies if each.said.reply != chosen]
    return chosen, [f"单位回复另有不同，未采用：{each.place}“{each.said.reply}”" for each in lost]


def _missing(decision: Decision) -> list[str]:
    if not decision.decision:
        return ["待补处理决定"] if _argues(decision) else []
    names = [name for field, name in _MISSING.items() if not getattr(decision, field)]
    return [f"待补{'、'.join(names)}"] if names else []


def _not_taken(voices: Iterable[Voice], best: Voice) -> list[str]:
    """Decisions that differ and are not plainly older: of the same day, without a day, just written."""
    day = best.said.decided_on
    out = []
    for voice in voices:
        own = voice.said.decided_on
        if voice.said.decision != best.said.decision and (not own or own == day or voice.edited):
            out.append(f"{voice.place}“{voice.said.decision}”（{own or '未写日期'}）")
    if not out:
        return []
    taken = f"{best.said.source or '台账'}“{best.said.decision}”（{day or '未写日期'}）"
    return [f"另有不同的决定未采用：{'，'.join(out)}；采用的是 {taken}，如应以其他为准，请在其行写更晚的日期"]
