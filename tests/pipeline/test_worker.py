"""What a worker says of a document that a defect of ours met half-way."""

import hashlib

from extractors.document import Limits
from extractors.forms.layouts import tiered
from pipeline.jobs import Job
from pipeline.worker import read_one
from tests.pipeline.folders import texts


def test_a_defect_at_one_table_is_told_of_its_document_and_leaves_the_rest(monkeypatch):
    (name, data), *_ = texts(range(1)).items()
    job = Job(path=name, document_id=hashlib.sha256(data).hexdigest(), size=len(data), data=data)
    receipt, whole = read_one(job, Limits(), "1")
    assert (receipt.document.status, receipt.document.error_code, receipt.traceback) == (
        "complete",
        None,
        None,
    )
    monkeypatch.setattr(tiered, "read", lambda block: next(iter(())))
    receipt, left = read_one(job, Limits(), "1")
    assert (receipt.document.status, receipt.document.error_code) == ("partial", "defect")
    assert "StopIteration" in (receipt.traceback or "")
    assert {form.form_kind for form in whole.forms} - {form.form_kind for form in left.forms} == {
        "department"
    }
    assert len(left.sections) == len(whole.sections) > 0
