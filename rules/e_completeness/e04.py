"""E04: a seal line without the name of the unit.

比对：“主管部门（盖章）：”“部门（单位）：（盖章）”一类栏目，同一行、右侧单元格或下一行有没有单位名称。
意义：单位名称空着，这份表由谁填报、由谁负责就要另找依据。
不适用：没有盖章栏；扫描件（印章遮字，读不出不等于没写）；名称写在右侧单元格或下一行；“某某局（盖章）”本身就是名称。印章
是图片，转换后不可见，本规则从不判断是否盖章。
示例：“部门（单位）： （盖章）”报告；“填报单位（盖章）：云溪区水利局”不报。
依据：各地自评表、自评报告格式均要求注明单位名称并盖章。
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from rules.lines import Line, lines
from rules.profile import Profile
from rules.rule import Outcome, Rule, failed, inapplicable, passed
from rules.submission import Submission
from rules.text import words

_SEAL = regex.compile(r"盖章|公章|签章|印章")
_MARK = regex.compile(
    r"[（(][^（）()]{0,20}(?:盖章|公章|签章|印章)[^（）()]{0,20}[)）]|加?盖(?:公)?章|公章|签章|印章"
)
_DATE = regex.compile(r"(?:\d{4})?\s{0,4}年\s{0,8}\d{0,2}\s{0,4}月\s{0,8}\d{0,2}\s{0,4}日?")
_OF_UNIT = regex.compile(r"单位|部门|机构|机关|公章")
_OF_PERSON = regex.compile(r"人|领导|签字|姓名|局长|主任|会计|日期|时间")
_BLANK = regex.compile(r"[\s_＿—\-:：、/（）()]++")
_LONGEST = 60


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each seal line."""
    formats = {document.document_id: document.format for document in submission.documents}
    known = lines(submission)
    seals = [
        (line, known[i + 1] if i + 1 < len(known) else None)
        for i, line in enumerate(known)
        if len(line.text) <= _LONGEST and _SEAL.search(line.text)
    ]
    slots = [(line, following) for line, following in seals if _is_slot(line)]
    read = [pair for pair in slots if formats.get(pair[0].form.document_id) not in {"pdf-scan", "image"}]
    if not read:
        yield inapplicable("没有盖章栏" if not slots else "扫描件中印章遮字，不作核对")
    for line, following in read:
        yield _judge(line, following)


def _is_slot(line: Line) -> bool:
    """A label with a place for a name: a colon, or a label cell of a table."""
    label, colon, _ = line.text.partition("：" if "：" in line.text else ":")
    if colon:
        return _OF_UNIT.search(label) is not None and _OF_PERSON.search(label) is None
    return line.in_table and (line.use or "").startswith("label:")


def _judge(line: Line, following: Line | None) -> Outcome:
    label, _, value = line.text.partition("：" if "：" in line.text else ":")
    name = _BLANK.sub("", _MARK.sub("", label)) or "单位"
    about = {
        "form": line.form,
        "key": ("盖章栏", name),
        "subject": line.text.strip(),
        "evidence": [line.quote("盖章栏")],
    }
    written = _BLANK.sub("", _DATE.sub("", _MARK.sub("", value)))
    if written or (line.beside or "").strip() or _names(following, line):
        return passed(f"“{name}”盖章栏写有单位名称", **about)
    return failed(
        f"“{line.text.strip()}”栏未见单位名称（印章图片转换后不可见，请以原件为准）",
        expected="单位名称",
        observed="空白",
        **about,
    )


def _names(following: Line | None, line: Line) -> bool:
    """The next line of the same form is a unit's name."""
    if following is None or following.form is not line.form or len(following.text) > _LONGEST // 2:
        return False
    text = _MARK.sub("", following.text).strip()
    return text.endswith(words("unit_ends")) and not regex.search(r"[：:。，,]", text)


RULE = Rule(id="E04", title="盖章栏未见单位名称", severity="一般", confidence="推断", check=check)
