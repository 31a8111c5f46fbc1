"""E03: a reason for lost points that explains nothing, or something else.

比对：扣分行、未达标行的偏差原因：是否只有“长期工作”“持续推进”一类不说明原因的话；已经达标的定性指标，所写不足是否与指标
名称、指标值、完成值无一处相干。
意义：原因空泛等于没有说明，扣分是否恰当、以后如何改进都无从判断。
不适用：没有扣分也没有未达标；原因空白的由E02处理；写有具体事由（带数字、时间、因果词）的；几行共用一个具体原因属正常，
短而相同的只提请核对。
示例：“长期工作”用于两个不同指标；已达标的“是否符合标准”写“维权途径有待增加”；“因疫情影响，20家企业申报材料未在10月底前
提交”不报。
依据：财预〔2020〕10号：未完成绩效目标的须逐条说明原因。所写事由未达标的行可以有各种原因，不因用词不同判为无关。
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import regex

from extractors.records import Form
from rules.achieving import Achievement, achievements
from rules.profile import Profile
from rules.quoting import row_name
from rules.rule import Outcome, Rule, failed, inapplicable, lead, passed
from rules.scoring import about, has_reason
from rules.submission import Submission
from rules.text import has, norm, words
from rules.topics import content

_PADDING = regex.compile(
    r"^(?:主要|此项|该项|本项|此)?+(?:是|属于?|为|系|因为?|由于|受)?+|(?:等|所致|导致|造成|工作中|中)?+$"
)
_SHOWN = 4  # rows of one reason
_SHORT = 12  # characters; a longer reason used twice is a common cause, not a phrase


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each row that lost points or missed its target, with a reason."""
    for form in submission.scored_forms:
        rows = [x for x in achievements(submission, form) if (x.lost or x.met is False) and has_reason(x.row)]
        if not rows:
            yield inapplicable("没有填写了偏差原因的扣分行", form=form)
        alike: dict[str, list[Achievement]] = defaultdict(list)
        for row in rows:
            alike[_said(row)].append(row)
        for row in rows:
            others = [x for x in alike[_said(row)][:_SHOWN] if x is not row]
            yield _judge(form, row, [row_name(x.row) for x in others])


def _said(row: Achievement) -> str:
    return norm(row.row.reason_text or "")


def is_vague(reason: str) -> bool:
    """Nothing but a phrase that explains nothing."""
    bare = _PADDING.sub("", norm(reason))
    return bare in words("vague_reason") or norm(reason) in words("vague_reason")


def _judge(form: Form, row: Achievement, others: list[str]) -> Outcome:
    place = about(form, row, "reason", "target", "actual", "weight", "score")
    name, reason = place["subject"], (row.row.reason_text or "").strip()
    shared = f"同一原因还用于{'、'.join(f'“{other}”' for other in others[:3])}" if others else None
    if is_vague(reason):
        message = f"“{name}”的偏差原因“{reason}”未说明具体事由"
        return failed(message, observed=reason, expected="具体原因", diagnosis=shared, **place)
    if row.met and not row.numeric and _unrelated(row, reason):
        return failed(
            f"“{name}”已达标而扣分，所填原因“{reason}”与该指标未见关联",
            observed=reason,
            expected="与该指标有关的原因",
            diagnosis=shared,
            **place,
        )
    if others and len(norm(reason)) < _SHORT and not regex.search(r"\d", reason):
        return lead(f"“{name}”与其他行填写同一原因“{reason}”，请核实", diagnosis=shared, **place)
    return passed(f"“{name}”写有偏差原因", **place)


def _unrelated(row: Achievement, reason: str) -> bool:
    """No cause is told, and no two characters in a row stand in the indicator as well."""
    record = row.row
    said = "".join(x or "" for x in (record.level3, record.level2, record.target_text, record.actual_text))
    matter = content(reason).replace("|", "")
    if has(reason, "cause") or not has(reason, "shortcoming") or regex.search(r"\d", reason) or not matter:
        return False
    return not any(matter[i : i + 2] in said for i in range(len(matter) - 1))


RULE = Rule(id="E03", title="偏差原因空泛或无关", severity="一般", confidence="推断", check=check)
