"""The weights of the 一级指标 that a profile prescribes, beside those that a form gives."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from extractors.numerals.fraction import Fraction
from extractors.records import Evidence, Form
from rules.grouping import groups, summed
from rules.profile import Profile
from rules.quoting import cell
from rules.rule import Outcome, failed, lead, passed
from rules.submission import Submission
from rules.text import norm
from rules.totals import execution_points, pointed_funds
from rules.wording import plain

_EXECUTION = "预算执行"  # as profiles write the points that the money block carries


def against_norms(submission: Submission, form: Form, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each group that the profile gives a weight and the form has; none without such norms.

    Where the form lacks a group that the profile has, its points may rightly have gone to the others
    (财预〔2020〕10号): then a different weight is a lead only.
    """
    prescribed = profile.at(submission.year, form.form_kind).level1_weights
    if not prescribed:
        return
    found = {_root(group.name): group for group in groups(submission.indicators_of(form), 1)}
    execution = execution_points(submission, form, "weight")
    held = {name: found.get(_root(name)) for name in prescribed}
    complete = all(group is not None or (name == _EXECUTION and execution) for name, group in held.items())
    source = profile.source("level1_weights", submission.year, form.form_kind)
    for name, wanted in prescribed.items():
        group = held[name]
        if group is not None:
            weight = group.weight if group.weight is not None else summed(group.rows, "weight")
            evidence = [cell(group.rows[0], "level1", "一级指标权重")]
        elif name == _EXECUTION and execution:
            weight = execution[0]
            evidence = [cell(x, "weight") for x in pointed_funds(submission, form, "weight")[:1]]
        else:
            continue
        if weight:
            yield _judge(form, name, weight, wanted, evidence, complete, source)


def _judge(
    form: Form,
    name: str,
    weight: Fraction,
    wanted: Decimal,
    evidence: list[Evidence],
    complete: bool,
    source: str,
) -> Outcome:
    about: dict[str, Any] = {
        "form": form,
        "key": ("口径权重", name),
        "subject": name,
        "evidence": evidence,
        "expected": plain(wanted),
        "observed": plain(weight),
    }
    if weight == wanted:
        return passed(f"{name}权重{plain(weight)}与口径一致", **about)
    message = f"{name}权重为{plain(weight)}，口径规定为{plain(wanted)}（{source}）"
    if not complete:
        return lead(f"{message}；表内未设口径所列的全部类别，权重可能已作调整", severity="提示", **about)
    return failed(message, severity="一般", confidence="推断", **about)


def _root(name: str) -> str:
    """产出指标, 产出 and 产 出 指 标 are one; 效果 and 效益 name the same group."""
    return (
        norm(name).removesuffix("指标").replace("效果", "效益").removeprefix("项目").removeprefix("服务对象")
    )
