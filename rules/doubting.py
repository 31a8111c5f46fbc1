"""Does a result rest on something that was read with doubt? Then it may not accuse."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from rules.rule import Outcome
from rules.submission import Submission

LOW_CONFIDENCE = 0.75  # below it a recognised cell may hold other digits than the paper
_ACCUSING = {"doubt", "loss"}


class Doubts:
    """What is doubtful in a submission, looked up by place."""

    def __init__(self, submission: Submission) -> None:
        self._issues: dict[str | None, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
        self._forms: dict[str, str] = {}
        for issue in submission.issues:
            if issue.severity not in _ACCUSING:
                continue
            if issue.at:
                self._issues[issue.document_id].append((_steps(issue.at), issue.message))
            elif issue.form_id:
                self._forms.setdefault(issue.form_id, issue.message)
        for cell in submission.cells:
            self._recognised(cell.document_id, cell.at, cell.confidence)
        for block in submission.blocks:
            self._recognised(block.document_id, block.at, block.confidence)

    def _recognised(self, document_id: str, at: str, confidence: float | None) -> None:
        if confidence is not None and confidence < LOW_CONFIDENCE:
            self._issues[document_id].append((_steps(at), f"文字识别可信度仅{confidence:.0%}"))

    def about(self, outcome: Outcome) -> str | None:
        """Why the result may not accuse, in words; None where everything was read well."""
        if not self._issues and not self._forms:
            return None
        form_ids = {evidence.form_id for evidence in outcome.evidence}
        if outcome.form:
            form_ids.add(outcome.form.form_id)
        for form_id in sorted(x for x in form_ids if x in self._forms):
            return self._forms[form_id]
        return self._at(outcome)

    def _at(self, outcome: Outcome) -> str | None:
        places: Iterable[tuple[str | None, str | None]] = [
            *((evidence.document_id, evidence.at) for evidence in outcome.evidence),
            *outcome.uses,
        ]
        for document_id, at in places:
            if at is None:
                continue
            steps = _steps(at)
            for doubtful, message in self._issues.get(document_id, []):
                if _overlap(steps, doubtful):
                    return message
        return None


def _steps(at: str) -> tuple[str, ...]:
    return tuple(at.partition(":")[0].split("."))


def _overlap(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """True where one place lies inside the other: a cell in its row, a row in its table."""
    shortest = min(len(a), len(b))
    return a[:shortest] == b[:shortest]
