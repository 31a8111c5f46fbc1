"""C03: a target as the narrative states it against the target in the form.

比对：叙述中与指标行对应的任务数、目标数（目标文本中的数也是），与该行年度指标值；比较符号不计（任务数100家即≥100家），
换算单位。
意义：报告里的任务数低于或高于评分表，完成率和得分就失去依据。
不适用：同C02；指标值是区间，或只有文字。
示例：任务数30家，表内≥34家，报告；6亿元对≥60000万元不报。
依据：财预〔2020〕10号：以年初设定的绩效指标为评价依据。
"""

from __future__ import annotations

from collections.abc import Iterator

from rules.c_narrative.c02 import judge
from rules.profile import Profile
from rules.rule import Outcome, Rule, or_inapplicable
from rules.stated import stated
from rules.submission import Submission


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each figure linked to a target."""
    yield from or_inapplicable(_outcomes(submission, profile), "叙述中没有与指标值对应的数字")


def _outcomes(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    for one in stated(submission, profile):
        if one.column == "target" and one.row.target_value_high is None:
            yield from judge(one, submission, profile)


RULE = Rule(id="C03", title="叙述任务数=年度指标值", severity="严重", confidence="确定", check=check)
