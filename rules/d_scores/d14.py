"""D14: signs that a target was set, or a row written, after the event.

比对：（一）三级指标名称里写着本年的完成结果；（二）同一表内两行以上数量类产出指标，完成值略高于指标值（0
—2%之间，不含恰好相等）。
意义：目标应在年初设定；结果写进名称或目标贴着结果，都像是事后补写的。
不适用：名称里的数字只是指标值（任务数、目标数）或日期；完成值恰等于指标值属正常，不作迹象；只有一行略高
的不报。第二种情形仅作线索。
示例：“新认定高新技术企业14家（任务数34家）”；名称只写任务数的不报。
依据：预算法实施条例：绩效目标随预算同步编报；规则目录原定义含“相等”，因大量按计划完成的行会被误报而去掉。
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from extractors import numerals, units
from extractors.numerals.fraction import Fraction
from extractors.records import Form, Indicator
from rules.achieving import Achievement, achievements
from rules.expecting import LOWER
from rules.profile import Profile
from rules.quoting import row_name
from rules.rule import Outcome, Rule, failed, inapplicable, lead, passed
from rules.scoring import about
from rules.submission import Submission
from rules.wording import listed

_NUMERAL = regex.compile(r"[\p{N}〇零一二两三四五六七八九十百千万亿半]")
_TARGET_WORD = regex.compile(r"(?:任务|目标|计划|指标|不少于|不低于|达到|≥|>=)[数值为：:]*+\s*+$")


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each numeric row, and one for the form's close calls."""
    for form in submission.scored_forms:
        rows = [row for row in submission.indicators_of(form) if row.actual_value and row.level3]
        if not rows:
            yield inapplicable("没有以数值填报的完成值", form=form)
            continue
        for row in rows:
            place = about(form, row, "level3", "actual")
            if row.row in named_results(submission, form):
                message = f"指标名称“{row_name(row)}”中写有本年完成结果{row.actual_text}"
                yield failed(message, diagnosis="指标可能是事后补写的", **place)
            else:
                yield passed(f"“{row_name(row)}”名称中没有完成结果", **place)
        yield from _close_calls(submission, form, profile)


def named_results(submission: Submission, form: Form) -> set[int]:
    """Numbers of the rows whose name holds their own result."""
    rows = submission.indicators_of(form)
    return submission.once("results in names", form, lambda: {x.row for x in rows if result_in_name(x)})


def result_in_name(row: Indicator) -> bool:
    """The row's own result stands in its name, not as a target and not as a date."""
    name, value = row.level3 or "", row.actual_value
    if value is None or row.actual_value == row.target_value or not _NUMERAL.search(name):
        return False
    start = 0
    while start < min(len(name), 100):
        found = numerals.match(name, start, ranges=False)
        if found is None or found.value is None:
            start += 1
            continue
        same = Fraction(value) == found.value and _of_unit(row, name, found.end)
        if same and not _TARGET_WORD.search(name[: found.start]):
            return True
        start = found.end
    return False


def _of_unit(row: Indicator, name: str, end: int) -> bool:
    """The figure in the name carries the row's unit (14家); 之14 or 2021年 is none."""
    unit = units.match(name, end)
    wanted = row.actual_unit or row.target_unit
    return unit is not None and (wanted is None or unit.canonical == wanted)


def _close_calls(submission: Submission, form: Form, profile: Profile) -> Iterator[Outcome]:
    most = Fraction(profile.at(submission.year, form.form_kind).hindsight_percent)
    close = [row for row in achievements(submission, form) if _is_close(row, most)]
    if len(close) < 2:
        return
    names = listed([row_name(row.row) for row in close])
    evidence = [x for row in close for x in about(form, row, "target", "actual")["evidence"]]
    yield lead(
        f"{names}完成值都只略高于指标值（不足{most}%），请核实指标值是否年初设定",
        form=form,
        key=("略高",),
        subject="指标值设定",
        severity="提示",
        evidence=evidence,
    )


def _is_close(row: Achievement, most: Fraction) -> bool:
    output = "产出" in (row.row.level1 or "") or "数量" in (row.row.level2 or "")
    counted = row.row.target_unit not in {"%", None} and row.direction != LOWER
    return bool(output and counted and row.met and row.percent and 100 < row.percent <= 100 + most)


RULE = Rule(
    id="D14",
    title="事后定标迹象",
    severity="重要",
    confidence="推断",
    check=check,
    norms=("hindsight_percent",),
)
