"""What a later version of a file changes in the findings of a submission."""

from __future__ import annotations

from extractors.records import Finding, Form
from rules.profile import Profile
from rules.rule import FAIL, REVIEW
from rules.submission import Submission

_TABLES = ("summary_rows", "funds", "goals", "indicators", "sections", "figures", "links", "issues")
_NAMED = 6  # findings that are named on each side


def changed_findings(submission: Submission, old: Form, new: Form, profile: Profile) -> str:
    """Which findings of the forms themselves the later file settles, brings, leaves; hints left out."""
    before = _reported(_without(submission, new), profile)
    after = _reported(_without(submission, old), profile)
    settled = [before[key] for key in before.keys() - after.keys()]
    brought = [after[key] for key in after.keys() - before.keys()]
    kept = len(before.keys() & after.keys())
    said = [
        f"{word}{len(found)}条{_names(found)}"
        for word, found in (("消除", settled), ("新增", brought))
        if found
    ]
    return "改后" + "、".join([*said, f"仍有{kept}条" if kept else "没有遗留问题"])


def _names(found: list[Finding]) -> str:
    listed = sorted({f"{x.rule_id}{'' if x.subject is None else f'“{x.subject}”'}" for x in found})
    return f"（{'、'.join(listed[:_NAMED])}{'等' if len(listed) > _NAMED else ''}）"


def _reported(submission: Submission, profile: Profile) -> dict[str, Finding]:
    from rules.checking import check  # the rules themselves stand in its way at the top

    found = check(submission, profile)
    return {
        x.finding_id: x
        for x in found
        if x.result in {FAIL, REVIEW} and x.severity != "提示" and not x.subsumed_by
    }


def _without(submission: Submission, gone: Form) -> Submission:
    """The submission as if the file of a form had not been sent."""
    document = gone.document_id
    return Submission(
        record=submission.record,
        documents=[x for x in submission.documents if x.document_id != document],
        forms=[x for x in submission.forms if x.document_id != document],
        **{  # type: ignore[arg-type]
            name: [x for x in getattr(submission, name) if x.document_id != document] for name in _TABLES
        },
    )
