"""B09: annexes whose numbers leave a gap, or that the text refers to.

比对：已报送附件的编号是否连续；正文、表注引用而未见的附件；口径列明应报送的表单（required_forms）是否齐全。
意义：编号中断、引用的附件不在，可能有材料漏报。
不适用：附件没有编号或只有一个编号。附件编号由各地自定，只作线索；引用的附件可能是制度文件，不要求报送。
示例：有附件4、6、7而无附件5，又引用附件3。
依据：各地自评通知所列附件清单。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import regex

from rules.profile import Profile
from rules.quoting import quote
from rules.rule import Outcome, Rule, inapplicable, lead, passed
from rules.submission import Submission

KIND_NAMES = {
    "review": "复核表",
    "summary": "自评情况汇总表",
    "department": "部门（单位）整体支出绩效自评表",
    "project": "项目支出绩效自评表",
    "transfer": "转移支付绩效自评表",
    "report": "绩效自评报告",
}
_NUMBER = regex.compile(r"(附件|附表)\s*+(\d{1,2})(?!\d)")


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for the annex numbers of the submission."""
    yield from _demanded(submission, profile)
    numbered = [(form, found) for form in submission.forms if (found := _NUMBER.search(form.annex or ""))]
    words = {found[1] for _, found in numbered}
    present = {int(found[2]) for _, found in numbered}
    if len(present) < 2 or len(words) != 1:
        yield inapplicable("附件没有连续编号可核对")
        return
    word = words.pop()
    gaps = [n for n in range(min(present), max(present)) if n not in present]
    evidence = [quote(form, "附件编号", form.annex) for form, _ in numbered]
    if not gaps:
        yield passed(f"{word}编号连续", evidence=evidence)
        return
    cited = sorted({n for n in _cited(submission, word) if n not in present and n not in gaps})

    def names(numbers: Iterable[int]) -> str:
        return "、".join(f"{word}{n}" for n in sorted(numbers))

    also = f"；文中引用的{names(cited)}也不在材料中" if cited else ""
    yield lead(
        f"有{names(present)}，未见{names(gaps)}{also}",
        subject="附件",
        evidence=evidence,
    )


def _demanded(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """The kinds of form that the profile wants sent in; norms of all kinds of form count."""
    kinds = {form.form_kind for form in submission.forms}
    wanted = profile.at(submission.year, "report").required_forms
    lacking = [KIND_NAMES[kind] for kind in wanted if kind not in kinds]
    if not wanted:
        return
    evidence = [quote(form, "已报送", form.title) for form in submission.forms]
    if not lacking:
        yield passed("口径要求报送的表单齐全", key=("应报送",), evidence=evidence)
        return
    yield lead(
        f"口径要求报送的{'、'.join(lacking)}未见",
        key=("应报送",),
        subject="应报送表单",
        evidence=evidence,
        norms=("required_forms",),
    )


def _cited(submission: Submission, word: str) -> Iterator[int]:
    texts = [block.text or "" for block in submission.blocks if "附" in (block.text or "")]
    texts += [cell.text for cell in submission.cells if "附" in cell.text]
    for text in texts:
        for found in _NUMBER.finditer(text):
            if found[1] == word:
                yield int(found[2])


RULE = Rule(id="B09", title="附件连号与引用", severity="提示", confidence="线索", check=check)
