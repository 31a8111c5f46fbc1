"""E18: personal data in a text that is to be published.

比对：报告正文、目标栏中有没有职务旁的姓名（局长某某、某某同志、联系人：某某）、电话号码、居民身份证号。
意义：自评结果随决算公开，公开前应隐去个人信息。
不适用：法律名、地名、会议名；办公电话写在表内联系栏的；只有职务没有姓名的。
示例：“局长李某某同志任组长”报告；“局长任组长”不报。消息只说处数，不重复姓名。
依据：个人信息保护法第六条；政府信息公开条例第十五条。
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from extractors.records import Evidence, Form
from rules.passages import Passage, Span, passages
from rules.persons import find_personal
from rules.profile import Profile
from rules.rule import Outcome, Rule, failed, passed
from rules.submission import Submission

_WORDS = {"name": "姓名", "phone": "电话号码", "identity": "身份证号"}
_AROUND = 6


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each form with running text."""
    texts = passages(submission)
    for form in submission.forms:
        own = [passage for passage in texts if passage.form is form]
        if own:
            yield _judge(form, own)


def _judge(form: Form, texts: list[Passage]) -> Outcome:
    counts: Counter[str] = Counter()
    evidence: list[Evidence] = []
    for passage in texts:
        for found in find_personal(passage.text):
            counts[_WORDS[found.kind]] += 1
            start, end = max(0, found.start - _AROUND), found.end + _AROUND
            evidence.append(passage.quote(Span(passage.text[start:end], start, end), _WORDS[found.kind]))
    if not counts:
        return passed("未见个人信息", form=form)
    told = "、".join(f"{kind}{count}处" for kind, count in counts.items())
    return failed(f"文中有{told}，公开前请隐去", form=form, subject="个人信息", evidence=evidence)


RULE = Rule(id="E18", title="个人信息", severity="提示", confidence="推断", check=check)
