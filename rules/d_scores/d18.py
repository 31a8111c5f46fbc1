"""D18: a comparison sign against the nature of the indicator.

比对：成本、控制、投诉、差错一类（越少越好）用了“≥”，满意度、覆盖率、合格率一类（越多越好）以及新建、培训、发
放一类产出数量用了“≤”。
意义：方向写反，完成得越差得分越高。
不适用：没有比较符号；名称不能确定方向（成本节约率、血压控制率、投诉办结率、减排等）；成本指标下的补助标
准越高未必越差，不核对。仅因列在成本指标下而判断的，只作线索。
示例：成本≥17.4万元；公用经费控制率≤100%不报。
依据：预算管理一体化指标性质：正向≥、反向≤。
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from extractors.records import Indicator
from rules.directing import is_reverse
from rules.printed import is_counter
from rules.profile import Profile
from rules.quoting import row_name
from rules.rule import Outcome, Rule, failed, inapplicable, lead, passed
from rules.scoring import about
from rules.submission import Submission
from rules.text import has, norm

_MADE = regex.compile(
    r"^(?:新建|新增|新改建|改造|改扩建|建设|建成|开展|举办|培训|发放|维修|治理|购置|采购|更新|救助|安置|慰问|服务|受益|惠及|组织)"
)
_LIMITED = regex.compile(r"控制|减少|压减|限|成本|费用|超|事故|投诉|差错|公务|接待|出国|会议|用车|编外|债")


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each row with a sign."""
    for form in submission.scored_forms:
        rows = [row for row in submission.indicators_of(form) if row.target_sign in {">=", ">", "<=", "<"}]
        if not rows:
            yield inapplicable("指标值没有印比较符号", form=form)
        for row in rows:
            place = about(form, row, "level3", "target")
            wrong = _wrong(row)
            if wrong:
                message = f"“{row_name(row)}”{wrong}，指标值却印为{row.target_text}"
                make = failed if has(norm(row.level3 or ""), "surely_reverse") or "多" in wrong else lead
                yield make(message, observed=row.target_sign, **place)
            else:
                yield passed(f"“{row_name(row)}”比较符号与指标性质不矛盾", **place)


def _wrong(row: Indicator) -> str | None:
    name = norm(row.level3 or "")
    cost = "成本" in norm(row.level2 or "") and not has(name, "granted")
    sure = has(name, "surely_reverse") or cost
    if row.target_sign in {">=", ">"} and is_reverse(row) and sure and not has(name, "deliverable"):
        return "应当越少越好"
    fewer = is_reverse(row) or has(name, "not_reverse") or has(name, "negated")
    wanted = (has(name, "deliverable") and not fewer) or (_is_delivered(row, name) and not is_reverse(row))
    if row.target_sign in {"<=", "<"} and wanted:
        return "应当越多越好"
    return None


def _is_delivered(row: Indicator, name: str) -> bool:
    """A counted thing that is made, held, handed out: 新建小型水库, 培训人次."""
    output = "数量" in (row.level2 or "") and is_counter(row.target_unit)
    return output and _MADE.search(name) is not None and not _LIMITED.search(name)


RULE = Rule(id="D18", title="指标方向错误", severity="重要", confidence="推断", check=check)
