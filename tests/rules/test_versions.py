"""Which version of a form counts."""

from __future__ import annotations

import pytest

from extractors.records import Document
from rules.versions import superseded
from tests.rules.building import form


def sent(*paths, formats=()):
    documents = [
        Document(document_id=f"d{n}", path=path, status="complete", format=formats[n] if formats else "docx")
        for n, path in enumerate(paths)
    ]
    forms = [form("department", form_id=f"f{n}") for n in range(len(paths))]
    for n, each in enumerate(forms):
        each.document_id = f"d{n}"
    return superseded(forms, documents)


@pytest.mark.parametrize(
    ("paths", "gone"),
    [
        (("水利局.docx",), set()),
        (("水利局.docx", "水利局（更正）.docx"), {"f0"}),
        (("水利局修改后.docx", "水利局自评.docx"), {"f1"}),
        (("水利局2022-03-01.docx", "水利局2022-04-15.docx"), {"f0"}),
        (("水利局2022年4月15日.docx", "水利局2022年3月.docx"), {"f1"}),
        (("a/水利局.docx", "b/水利局.docx"), {"f0"}),
    ],
)
def test_order(paths, gone):
    assert sent(*paths) == gone


def test_a_scan_yields_to_the_word_file():
    assert sent("水利局.docx", "水利局盖章.pdf", formats=("docx", "pdf-scan")) == {"f1"}
    assert sent("水利局.docx", "水利局盖章（更正）.pdf", formats=("docx", "pdf-scan")) == {"f0"}
