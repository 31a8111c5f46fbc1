"""G11: a file of another year among a unit's files of this year.

比对：同一文件夹（压缩包）中，一个单位某年度有评分表，而另有一份文件全是另一年度的表单，且恰是该年度所缺的种类（如缺自评报告）。
两个相邻年度的材料各缺一半、合起来恰是一套（评分表写2020年度，报告、汇总表写2021年度）的，同。
意义：误放了上年或下年的文件，本年度材料就不齐，两年的数字也会互相混入。
不适用：文件夹中另一年度的材料成套（也有评分表和报告）；按年度分放的文件夹；另一年度的文件不止一份而各成一套；缺的种类不同的，
只提请核对。
示例：2023年度评分表旁只有一份2022年度自评报告，报告；三年材料各有评分表、报告放在一起不报。
依据：自评材料按年度成套报送（财预〔2020〕10号）。本规则为目录之外增补。
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from extractors.records import Document, Evidence, Form
from rules.profile import Profile
from rules.quoting import quote
from rules.rule import Outcome, Rule, failed, inapplicable, lead, passed
from rules.submission import SCORED_KINDS, Dataset, Submission


def check(dataset: Dataset, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each submission with a file that can be placed in a folder."""
    for submission in dataset.submissions:
        about: dict[str, Any] = {"submission_id": submission.record.submission_id, "key": ("他年度文件",)}
        others = [x for x in dataset.of_unit(submission.record.unit_key) if x.year != submission.year]
        if not others or submission.year is None or not submission.scored_forms:
            yield inapplicable("该单位只有一个年度，或本年度没有评分表", **about)
            continue
        parts = [other for other in others if _completes(submission, other)]
        if parts:
            yield _torn(submission, parts[0], about)
            continue
        strays = [found for other in others if (found := _stray(submission, other)) is not None]
        yield (
            _judge(submission, strays[0], about)
            if strays
            else passed("同一文件夹没有他年度的单份文件", **about)
        )


_Stray = tuple[Submission, Document, bool]  # of which year, the file, whether it fills a gap


def _stray(submission: Submission, other: Submission) -> _Stray | None:
    """The only file of another year, in a folder of this year's files."""
    scored = {form.document_id for form in submission.scored_forms}
    folders = {_folder(x) for x in _files(submission) if x.document_id in scored}
    shared = {x.document_id for x in _files(submission)}
    files = [x for x in _files(other) if _folder(x) in folders and x.document_id not in shared]
    if len(files) != 1 or other.year is None:
        return None
    forms = [x for x in other.forms if x.document_id == files[0].document_id]
    kinds = {"scored" if x.form_kind in SCORED_KINDS else x.form_kind for x in forms}
    own = {"scored" if x.form_kind in SCORED_KINDS else x.form_kind for x in submission.forms}
    if kinds >= {"scored", "report"}:
        return None
    return other, files[0], not kinds & own


def _completes(submission: Submission, other: Submission) -> bool:
    """Only together are they one set: here the scores, there the report, of years next to each other."""
    own, theirs = _handed_in(submission), _handed_in(other)
    near = other.year is not None and abs(other.year - (submission.year or 0)) == 1
    if not near or own & theirs or "report" not in theirs or not own | theirs >= {"scored", "report"}:
        return False
    folders = {_folder(x) for x in _files(submission)}
    return {_folder(x) for x in _files(other)} <= folders


def _handed_in(submission: Submission) -> set[str]:
    return {"scored" if x.form_kind in SCORED_KINDS else x.form_kind for x in submission.forms}


def _torn(submission: Submission, other: Submission, about: dict[str, Any]) -> Outcome:
    own = [quote(x, f"{submission.year}年度评分表", x.title) for x in submission.scored_forms[:1]]
    theirs = [quote(x, f"{other.year}年度文件", x.title) for x in other.forms]
    files = "、".join(f"“{x.path}”" for x in _files(other))
    return failed(
        f"评分表是{submission.year}年度的，{files}是{other.year}年度的，合起来才是一套：年度写错，或材料不齐，"
        "未能相互核对",
        form=submission.scored_forms[0],
        subject="年度",
        expected="同一年度的一套材料",
        observed=f"{submission.year}年度、{other.year}年度",
        evidence=[*own, *theirs],
        related=("B05",),
        **about,
    )


def _files(submission: Submission) -> list[Document]:
    """The documents that hold its forms."""
    holding = {form.document_id for form in submission.forms}
    return [x for x in submission.documents if x.document_id in holding]


def _folder(document: Document) -> str:
    return f"{document.root}/{PurePosixPath(document.path.replace('!', '')).parent}"


def _judge(submission: Submission, stray: _Stray, about: dict[str, Any]) -> Outcome:
    other, document, fills = stray
    form: Form = submission.scored_forms[0]
    evidence: list[Evidence] = [quote(form, f"{submission.year}年度评分表", form.title)]
    evidence += [quote(x, f"{other.year}年度文件", x.title or document.path) for x in other.forms[:2]]
    tell = failed if fills else lead
    return tell(
        f"“{document.path}”是{other.year}年度的，与{submission.year}年度的材料放在一起"
        f"{'，而本年度缺少该种材料' if fills else ''}",
        form=form,
        subject=document.path,
        expected=f"{submission.year}年度的材料",
        observed=f"{other.year}年度",
        evidence=evidence,
        **about,
    )


RULE = Rule(
    id="G11",
    title="混入他年度文件",
    severity="重要",
    confidence="推断",
    check=check,
    scope="dataset",
    each_unit=True,
)
