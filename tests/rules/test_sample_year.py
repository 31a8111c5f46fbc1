"""The sample year's units, as the project made them: family E finds what is planted, nothing else grave."""

import hashlib
from functools import cache

import pytest

from corpus.sample_year.__main__ import write
from corpus.sample_year.unit import units
from extractors.extract import extract
from extractors.reading import read
from extractors.submissions import group
from rules.checking import check
from rules.families import FAMILIES
from rules.linking.link import link
from rules.profile import default
from rules.submission import from_extracts

PLANTED = {"临江市云溪区卫生健康委员会": {"E01", "E02"}}


@cache
def views(folder):
    files = {hashlib.sha256(path.read_bytes()).hexdigest(): path for path in write(folder)}
    extracts = [extract(read(path.read_bytes(), path.name), key, path.name) for key, path in files.items()]
    documents = [document for one in extracts for document in one.documents]
    records, forms = group(documents, [form for one in extracts for form in one.forms])
    out = []
    for record in records:
        own = [form for form in forms if form.submission_id == record.submission_id]
        ids = {form.document_id for form in own}
        parts = [one for one in extracts if one.documents[0].document_id in ids]
        view = from_extracts(parts, record, own)
        view.links = link(view)
        out.append(view)
    return out


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("year")


def test_only_what_is_planted_is_found(folder):
    found = {}
    for view in views(folder):
        reported = [x for x in check(view, default(), FAMILIES["E"][1]) if x.result in {"fail", "open"}]
        if reported:
            found[view.unit_name] = {x.rule_id for x in reported}
    assert found == PLANTED
    assert len(views(folder)) == len(units())
