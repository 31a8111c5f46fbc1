"""H02: a file whose report or form is headed with another unit's name.

比对：一份文件中的部门自评表、自评报告所写单位，与同一文件其他表单的单位；该名称另有单位报送。
意义：套用他单位的文件而未改名称。
不适用：文件中只有一个单位名称；名称只是简称、前缀不同；主管部门汇总文件（汇总表列有该单位）。
示例：卫生健康委员会的文件中报告标题为教育体育局，报告；合作单位在正文中被提到的不报。
依据：自评材料应由本单位填报。
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from extractors.records import Form
from rules.profile import Profile
from rules.quoting import quote
from rules.rule import Outcome, Rule, failed, inapplicable, passed
from rules.submission import Dataset, Submission
from rules.unitnames import core, same_unit

_OWN = {"department", "report"}


def check(dataset: Dataset, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each submission whose forms name their unit."""
    documents: dict[str, list[tuple[Submission, Form]]] = defaultdict(list)
    listed: dict[str, set[str]] = defaultdict(set)
    for submission in dataset.submissions:
        for form in submission.forms:
            if form.form_kind in _OWN and form.unit_name:
                documents[form.document_id].append((submission, form))
        for row in submission.summary_rows:
            if row.unit_name:
                listed[row.document_id].add(core(row.unit_name))
    owners = {core(s.unit_name): s.record.submission_id for s in dataset.submissions if s.unit_name}
    spoken = set()
    for document, found in documents.items():
        for submission, form in found[1:]:
            first = found[0][1]
            other = core(form.unit_name or "")
            # a variant of the unit's own name stands in the same submission and is C09's
            foreign = owners.get(other, submission.record.submission_id) != found[0][0].record.submission_id
            if (
                foreign
                and other not in listed[document]
                and not same_unit(first.unit_name or "", form.unit_name or "")
            ):
                spoken.add(submission.record.submission_id)
                yield failed(
                    f"同一文件中，{first.title or '表单'}的单位为“{first.unit_name}”，{form.title or '另一表单'}的单位为“{form.unit_name}”，后者另有报送",
                    form=form,
                    submission_id=submission.record.submission_id,
                    key=("他单位名称", form.form_kind),
                    subject=form.unit_name,
                    evidence=[
                        quote(first, "单位名称", first.unit_name),
                        quote(form, "单位名称", form.unit_name),
                    ],
                )
    for submission in dataset.submissions:
        key = submission.record.submission_id
        if key not in spoken:
            named = any(form.form_kind in _OWN and form.unit_name for form in submission.forms)
            make = passed if named else inapplicable
            yield make(
                "各表单所写单位没有混用他单位名称" if named else "表单没有写单位名称", submission_id=key
            )


RULE = Rule(
    id="H02", title="他单位名称残留", severity="严重", confidence="确定", check=check, scope="dataset"
)
