"""B09: annexes in a row."""

from extractors.records import Block
from tests.rules.building import form, results, run


def annexes(*names):
    return [form("project", form_id=name, annex=name) for name in names]


def test_fires():
    note = Block(document_id="d", order=1, kind="paragraph", text="说明：按照附件3设置指标", at="b1")
    (finding,) = run("B09", *annexes("附件4", "附件6", "附件7"), note)
    assert finding.result == "review"
    assert finding.message == "有附件4、附件6、附件7，未见附件5；文中引用的附件3也不在材料中"


def test_near_misses():
    assert results("B09", *annexes("附件4", "附件5", "附件6")) == ["pass"]


def test_not_applicable():
    assert results("B09", *annexes("附件4")) == ["not_applicable"]
    assert results("B09", *annexes("附件4", "附表6")) == ["not_applicable"]
