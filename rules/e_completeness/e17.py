"""E17: traces of a template or a conversion, one term in two wordings.

比对：材料中有没有转换残留（[bookmark: …]、错误!未定义书签）、未填的占位（××、____、20XX年）、残缺的模板句，
以及同一张表“效果指标”“效益指标”混用。
意义：残留和占位说明定稿前没有通读，模板残缺会让人误解填报要求。
不适用：不间断空格、全角半角一类排版差异（读取时已清理）；打码的姓名、金额（***、某）；印在表头、注释里的填写说明本身。
示例：标题前有“[bookmark: _GoBack]”；“20XX年度完成××项”；说明漏字“设置三级指标和指标”。
依据：各地自评表格式原文，见 rules/data/templates.toml。
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

import regex

from extractors.records import Evidence, Form
from rules.lines import Line, lines_of
from rules.passages import Passage, Span, passages
from rules.profile import Profile
from rules.quoting import cell
from rules.rule import Outcome, Rule, failed, passed
from rules.submission import Submission
from rules.text import norm

_LIKE = 0.75  # of a template's characters that a truncated copy keeps


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each trace, or one for each sound form."""
    for form in submission.forms:
        beside = lines_of(submission, form)
        told = [x for x in passages(submission) if x.form is form]
        found = [*_residue(form, beside, told), *_truncated(beside), *_terms(submission, form, beside)]
        yield from found or [passed("未见模板或转换残留", form=form)]


def _residue(form: Form, beside: list[Line], told: list[Passage]) -> Iterator[Outcome]:
    quotes = [(line.text, line.quote("原文")) for line in beside if _trace().search(line.text)]
    quotes += [quote for passage in told for quote in _in_text(passage)]
    for kind, pattern in _patterns():
        for text, evidence in quotes:
            found = pattern.search(text)
            if found is not None:
                yield failed(
                    f"文中有{kind}：“{found[0].strip()}”",
                    form=form,
                    key=(kind,),
                    subject=kind,
                    observed=found[0].strip(),
                    evidence=[evidence],
                )
                break


def _in_text(passage: Passage) -> Iterator[tuple[str, Evidence]]:
    for found in _trace().finditer(passage.text):
        start, end = max(0, found.start() - 12), min(len(passage.text), found.end() + 12)
        span = Span(passage.text[start:end], start, end)
        yield span.text, passage.quote(span, "原文")


def _truncated(beside: list[Line]) -> Iterator[Outcome]:
    for line in beside:
        printed = norm(line.text)
        for whole in _templates():
            if len(printed) < _LIKE * len(whole) or printed == whole or whole in printed:
                continue
            lost = _lost(printed, whole)
            if lost:
                yield failed(
                    f"说明文字残缺：“{line.text.strip()[:60]}”，按格式原文此处应有“{lost}”",
                    form=line.form,
                    key=("模板残缺", whole[:20]),
                    subject="填表说明",
                    expected=lost,
                    observed=line.text.strip(),
                    evidence=[line.quote("填表说明")],
                )


def _lost(printed: str, whole: str) -> str:
    """What a copy left out of a template sentence, where it differs in nothing else."""
    start = printed.find(whole[:6])
    if start < 0:
        return ""
    rest, lost = printed[start:], []
    at = 0
    for character in whole:
        if at < len(rest) and rest[at] == character:
            at += 1
        else:
            lost.append(character)
    return "".join(lost) if at == len(rest) and 0 < len(lost) <= (1 - _LIKE) * len(whole) else ""


def _terms(submission: Submission, form: Form, beside: list[Line]) -> Iterator[Outcome]:
    """效果指标 as a name, 效益指标 in the notes or as another name of the same level."""
    rows = submission.indicators_of(form)
    named = {word: x for x in rows for word in ("效果指标", "效益指标") if (x.level1 or "").startswith(word)}
    if not named:
        return
    other = {"效果指标": "效益指标", "效益指标": "效果指标"}
    for word, row in named.items():
        notes = [line for line in beside if other[word] in line.text and not line.in_table]
        quotes: list[Any] = [line.quote("说明") for line in notes[:1]]
        quotes += [cell(named[other[word]], "level1", "一级指标")] if other[word] in named else []
        if quotes:
            yield failed(
                f"同一张表一级指标作“{word}”，又称“{other[word]}”",
                form=form,
                key=("效果效益",),
                subject=word,
                evidence=[cell(row, "level1", "一级指标"), *quotes],
            )
            return


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads((files("rules") / "data" / "templates.toml").read_text(encoding="utf-8"))


@cache
def _patterns() -> tuple[tuple[str, regex.Pattern[str]], ...]:
    return tuple((kind, regex.compile("|".join(x))) for kind, x in _data()["traces"].items())


@cache
def _trace() -> regex.Pattern[str]:
    """Any of them."""
    return regex.compile("|".join(one for x in _data()["traces"].values() for one in x))


@cache
def _templates() -> tuple[str, ...]:
    return tuple(norm(text) for text in _data()["sentences"]["texts"])


RULE = Rule(id="E17", title="术语、模板残缺与转换残留", severity="提示", confidence="确定", check=check)
