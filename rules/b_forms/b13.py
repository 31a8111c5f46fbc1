"""B13: the number of projects that the text counts against the project forms received.

比对：报告中“n个项目”开展自评、纳入绩效管理的个数，与收到的项目支出绩效自评表张数。
意义：少报的项目没有接受自评。
不适用：没有收到项目自评表；文中没有说项目个数；个数说的是工程、子项而不是自评项目。文中有任何一个个数与
张数相等即可。
示例：文中70个、收到17张；“实施项目15个（含转列5个）”收到15张不报。
依据：项目支出绩效自评应覆盖所有项目。
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from extractors.records import Figure
from rules.profile import Profile
from rules.quoting import figure, quote
from rules.rule import Outcome, Rule, failed, inapplicable, passed
from rules.submission import Submission

_CUE = regex.compile(r"自评|绩效评价|绩效目标|绩效管理|预算项目|项目支出")
_COUNTER = frozenset({"个", "项"})


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for the submission's count of projects."""
    forms = submission.of_kind("project", "transfer")
    counts = [found for found in submission.figures if _counts_projects(found)]
    if not forms or not counts:
        yield inapplicable("没有收到项目自评表，或文中没有说自评项目个数")
        return
    evidence = [
        *(figure(found) for found in counts),
        *(quote(form, "项目自评表", form.project_name) for form in forms),
    ]
    if any(found.value == len(forms) for found in counts):
        yield passed(f"文中项目个数与收到的{len(forms)}张项目自评表相符", evidence=evidence)
        return
    yield failed(
        f"文中自评项目{'、'.join(found.text for found in counts)}，收到项目自评表{len(forms)}张",
        subject="项目自评表",
        expected=counts[0].text,
        observed=f"{len(forms)}张",
        evidence=evidence,
    )


def _counts_projects(found: Figure) -> bool:
    sentence = found.sentence or ""
    around = f"{found.subject or ''}{sentence[sentence.find(found.text) :][: len(found.text) + 6]}"
    whole = found.value is not None and found.value == found.value.to_integral_value() and found.value > 0
    return found.unit in _COUNTER and whole and "项目" in around and bool(_CUE.search(sentence))


RULE = Rule(id="B13", title="项目个数与报送表数", severity="重要", confidence="推断", check=check)
