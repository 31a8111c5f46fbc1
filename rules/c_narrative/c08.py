"""C08: a result printed inside an indicator's name against the row's own figures.

比对：三级指标名称末尾（或括号前）的数字，与本行全年完成值；由“任务、目标”引出的，与年度指标值。
意义：名称里的结果与完成值不一，同一行就有两个完成数。
不适用：（2分）等分值标注；日期；单位与本行不同的数（60岁以上、10亿元以上企业）；带以上、以下、每等限定的数；名称中间的
数（5个重点项目开工数）；与指标值相同的数。
示例：名称“新认定高新技术企业14家”，完成值15家，报告；“2021年底完成”不报。
依据：同一行数据应一致；rules.md 0.2。
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import regex

from extractors.records import Figure, Form, Indicator
from rules import printed
from rules.comparing import same_fact
from rules.diagnosing import difference
from rules.profile import Profile
from rules.quoting import cell, quote
from rules.rule import Outcome, Rule, failed, or_inapplicable, passed
from rules.submission import Submission

_ENDS = regex.compile(r"\s*+(?:$|[（(）)，,、；;。])")
_PER = regex.compile(r"每|单|人均|户均|[/／]|第$|不|以|超|达到?$|近|约")


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each such figure."""
    yield from or_inapplicable(_outcomes(submission, profile), "指标名称末尾没有数字")


def _outcomes(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    inside: dict[tuple[str, int | None], list[Figure]] = defaultdict(list)
    for figure in submission.figures:
        if figure.source == "level3":
            inside[figure.form_id, figure.row].append(figure)
    for form in submission.scored_forms:
        for row in submission.indicators_of(form):
            for figure in inside.get((form.form_id, row.row), []):
                yield from _judge(form, row, figure)


def _judge(form: Form, row: Indicator, figure: Figure) -> Iterator[Outcome]:
    said, actual, target = printed.figure(figure), printed.actual(row), printed.target(row)
    name = row.level3 or ""
    if said is None or figure.qualifier or not _ENDS.match(name, figure.end):
        return
    if _PER.search(name[max(0, figure.start - 4) : figure.start]):
        return
    wanted = figure.kind == "target"
    cells = [(target, "target", row.target_unit)] if wanted else []
    cells += [] if wanted else [(actual, "actual", row.actual_unit or row.target_unit)]
    for value, column, unit in cells:
        if value is None or (unit or "") != (figure.unit or ""):
            continue
        about: dict[str, Any] = {
            "form": form,
            "key": (name, column),
            "subject": name,
            "evidence": [quote(row, "三级指标名称", name, row.places.get("level3")), cell(row, column)],
        }
        if same_fact(said, value).agrees or (target is not None and same_fact(said, target).agrees):
            yield passed(f"名称中的{figure.text}与本行数字相符", **about)
            continue
        printed_cell = row.target_text if column == "target" else row.actual_text
        yield failed(
            f"指标名称中为{figure.text}，本行{'指标值' if column == 'target' else '完成值'}为{printed_cell}",
            expected=printed_cell,
            observed=figure.text,
            diagnosis=difference(said, value),
            **about,
        )


RULE = Rule(id="C08", title="指标名称内嵌数字=本行数字", severity="重要", confidence="确定", check=check)
