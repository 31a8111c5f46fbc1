"""E23: a target in numbers, a result in words that tell no number.

比对：指标值是带单位的数量（≥30公里、≥400人次），全年完成值却只写“已完成、完成、达标、良好、是”一类。
意义：定量指标没有完成数，是否达标、得分多少都无从核对。
不适用：指标值为比率而写“全部完成”“100%完成”的；时间、日期、天数类指标；完成值写有数字的；完成值空白（E06）；没有比较的定性指标。
示例：≥30公里对“已完成”，报告；100%对“全部完成”、2021年底前对“按期完成”不报。
依据：财预〔2020〕10号：定量指标应填写实际完成的数值。本规则为目录之外增补。
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from extractors.records import Indicator
from rules.grouping import is_absent
from rules.profile import Profile
from rules.quoting import row_name
from rules.rule import Outcome, Rule, failed, inapplicable, passed
from rules.scoring import about
from rules.submission import Submission

_VAGUE = regex.compile(
    r"\s*(?:已|均已|基本|全部|按期|按时|如期|圆满|较好)*(?:完成|达标|达到|达成|实现|落实|开展|到位|合格|符合|优|良好|良|好|是|有|较高|提高|提升|明显)"
    r"(?:了)?(?:年度|年初|预期|全年)?(?:指标|目标|任务|要求|指标值|目标值|标准)?[。.]?\s*"
)
_OF_TIME = frozenset({"天", "日", "月", "年", "小时", "分钟", "工作日", "季度", "周", "%", "‰"})


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each row with a counted or measured target."""
    for form in submission.scored_forms:
        rows = [x for x in submission.indicators_of(form) if not is_absent(x) and _counted(x)]
        if not rows:
            yield inapplicable("没有以数量填写的指标值", form=form)
        for row in rows:
            place = about(form, row, "target", "actual")
            if row.actual_kind == "text" and _VAGUE.fullmatch(row.actual_text or ""):
                yield failed(
                    f"“{row_name(row)}”指标值为{row.target_text}，"
                    f"完成值只写“{(row.actual_text or '').strip()}”",
                    expected=f"以{row.target_unit}为单位的完成数",
                    observed=row.actual_text,
                    **place,
                )
            else:
                yield passed(f"“{row_name(row)}”完成值写有数值", **place)


def _counted(row: Indicator) -> bool:
    if row.target_kind != "number" or not row.target_unit or row.target_unit in _OF_TIME:
        return False
    return row.actual_kind not in {None, "empty", "masked"}


RULE = Rule(id="E23", title="定量指标完成值未量化", severity="一般", confidence="推断", check=check)
