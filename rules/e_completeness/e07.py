"""E07: a target that is a question or a topic, no target.

比对：年度指标值是否写成问题（是否……、有无……），或者只是题目（……的规范性、合理性，……情况，与指标名称相同）。
意义：指标值不是目标，完成与否就没有标准，得分只能凭感觉。
不适用：指标值带数字、日期、比较符号；状态词（健全、完整、符合标准、按规定公开）；系统的定性选项（好坏、优良中低差、达成预期
指标）；指标值空白（E06）。
示例：“资产管理制度是否健全、完整”报告；“健全、完整”“符合标准”不报。
依据：财预〔2020〕10号、财预〔2021〕101号：绩效指标值应当细化、可衡量。
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from extractors.records import Indicator
from rules.profile import Profile
from rules.quoting import row_name
from rules.rule import Outcome, Rule, failed, inapplicable, passed
from rules.scoring import about
from rules.submission import Submission
from rules.text import has, norm

_TOPIC = regex.compile(
    r"(?:规范|合理|完整|准确|及时|有效|安全|合规|科学|真实|可行|相关|明确|均衡|匹配|健全|公开|持续)性|情况"
)
_ENDS = regex.compile(r"(?:[性率]|情况)$")
_VERB = regex.compile(
    r"提高|提升|增强|改善|加强|保障|保证|确保|达到|完成|良好|较好|显著|明显|有所|持续|符合|具有|实现|健全|保持|正常|稳定|优"
)


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each row with a target in words."""
    for form in submission.scored_forms:
        rows = [row for row in submission.indicators_of(form) if row.target_kind == "text"]
        if not rows:
            yield inapplicable("没有以文字填写的指标值", form=form)
        for row in rows:
            place = about(form, row, "target")
            kind = untargeted(row)
            if kind is None:
                yield passed(f"“{row_name(row)}”的指标值是目标", **place)
                continue
            yield failed(
                f"“{row_name(row)}”的年度指标值“{row.target_text}”是{kind}，不是目标值",
                expected="数值、日期或状态",
                observed=kind,
                **place,
            )


def untargeted(row: Indicator) -> str | None:
    """问题 or 题目 as the target reads; None where it is a target."""
    text = row.target_text or ""
    if has(text, "asked"):
        return "问题"
    if regex.search(r"\d", text):
        return None
    folded = norm(text)
    if folded and folded == norm(row.level3 or "") and _ENDS.search(folded):
        return "题目"
    return "题目" if _ENDS.search(folded) and _TOPIC.search(text) and not _VERB.search(text) else None


RULE = Rule(id="E07", title="指标值不是目标", severity="一般", confidence="确定", check=check)
