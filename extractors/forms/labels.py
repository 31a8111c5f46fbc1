"""Labels with their value beside them: 项目名称, 主管部门, 自评总分, 说明 …"""

from __future__ import annotations

import msgspec
import regex

from extractors.forms import morphemes, vocabulary
from extractors.forms.contents import is_organisation
from extractors.forms.grid import Row, Slot
from extractors.forms.normalise import Heading, heading, key

_INLINE = regex.compile(r"\s*+([^:：\n]{1,24}?)\s*+[:：]\s*+(.*)", regex.DOTALL)
_UNIT = regex.compile(r"(?:金额|计量|资金)?单位[:：]?\s*+(?:人民币)?(亿元|百万元|万元|千元|元)")


class Pair(msgspec.Struct):
    """A label and what stands beside it."""

    role: str
    label: str
    text: str | None
    label_at: str
    at: str  # of the value
    unit: str | None = None


def stated_unit(text: str) -> str | None:
    """The unit that a line states: `单位：万元`, `（金额单位：元）`."""
    found = _UNIT.search(key(text))
    return found.group(1) if found else None


def role_of(text: str, loose: bool = False) -> str | None:
    """The role of a label worded as the vocabulary has it; `loose` also takes one put together like it."""
    if len(text) > 40:
        return None
    if not loose:
        return vocabulary.role("labels", text)
    found = vocabulary.match("labels", text)
    return found.role if found else None


def inline(text: str, at: str) -> Pair | None:
    """`金额单位：万元` in one cell, where the label is known."""
    found = _INLINE.fullmatch(text)
    if found is None:
        return None
    if (unit := stated_unit(text)) and len(text) <= 24:
        return Pair("amount_unit", found.group(1), unit, at, at)
    role = role_of(found.group(1), loose=len(found.group(1)) <= 16)
    return Pair(role, found.group(1), found.group(2).strip() or None, at, at) if role else None


_APART = regex.compile(r"[ \t]{3,}+|[\u3000]{2,}+|(?:[ \u3000]{2,}+)(?=[^\s:：]{2,8}[:：])")
_WORK = regex.compile(r"(?:项目|工程|经费|资金|补助|建设|改造|治理|养护|服务|专项|计划|活动|维修)$")
_GUESS = 0.65  # from which the parts of a label tell its role
_LONG = 15  # characters from which a value is a text, not a name


def several(text: str, at: str) -> list[Pair]:
    """The labels of a line that stand apart on it: `单位名称：青禾县水务局　　　评价年度：2020年`."""
    parts = [part for part in _APART.split(text) if part.strip()]
    found = [pair for part in parts if (pair := inline(part.strip(), at))]
    return found if len(parts) > 1 and found else [pair for pair in [inline(text, at)] if pair]


def guessed(label: str, value: str) -> str | None:
    """The role of a label that nobody has listed, by its parts and by what stands beside it."""
    if not value or value[:1].isdigit() or len(key(label)) > 14 or key(label).endswith("。"):
        return None
    named, long = is_organisation(value), len(value) >= _LONG
    fits = {"supervisor": named, "unit_name": named, "project_name": not named and len(value) <= 60}
    scored = {
        role: score
        + (0.3 if role in ("supervisor", "unit_name") else 0.3 if _WORK.search(key(value)) else 0.15)
        for role, score in morphemes.scores("labels", label).items()
        if fits.get(role, long)
    }
    best = max(scored, key=lambda role: scored[role], default=None)
    return best if best and scored[best] >= _GUESS else None


def pairs(row: Row, guess: bool = False) -> list[Pair]:
    """The label/value pairs of a row; empty where the row is none of labels.

    A value is the next cell that is no label itself; two labels side by side leave the
    first without a value (a side label merged down, as in 年度总体目标 | 预期目标 | …).
    `guess` also takes a label that nobody has listed, where its parts and its value tell it.
    """
    out: list[Pair] = []
    slots = row.own
    index = 0
    while index < len(slots):
        slot = slots[index]
        index += 1
        if not slot.text:
            continue
        role = role_of(slot.text, loose=True)
        if role in (None, "text") and guess and index < len(slots):
            role = guessed(slot.text, slots[index].text) or role
        if role is None or (role == "text" and "\n" in slot.text.strip()):
            if pair := inline(slot.text, slot.at):
                out.append(_filled(pair, slots, index))
                index += pair is not out[-1]
            continue
        value = slots[index] if index < len(slots) else None
        if value is not None and _is_value(value):
            out.append(_pair(role, slot, value))
            index += 1
        else:
            out.append(_pair(role, slot, None))
    return out


def _filled(pair: Pair, slots: list[Slot], index: int) -> Pair:
    """`自评得分：` with its value in the next cell."""
    if pair.text is None and index < len(slots) and _is_value(slots[index]):
        value = slots[index]
        return Pair(pair.role, pair.label, value.text or None, pair.label_at, value.at)
    return pair


def _is_value(slot: Slot) -> bool:
    return role_of(slot.text, loose=True) in (None, "text", "person") or len(slot.text) > 16


def _pair(role: str, label: Slot, value: Slot | None) -> Pair:
    note: Heading = heading(label.text)
    text = (value.text or None) if value else None
    return Pair(role, label.text, text, label.at, value.at if value else label.at, note.unit)
