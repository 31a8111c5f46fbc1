"""Personal data in text."""

from __future__ import annotations

import pytest

from rules.persons import find_personal


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("指定办公室人员陈晓明专门负责预算绩效管理工作", [("name", "陈晓明")]),
        ("成立领导小组，局长李敏同志任领导小组主任", [("name", "李敏")]),
        ("联系人：欧阳晓 联系电话：13800138000", [("name", "欧阳晓"), ("phone", "13800138000")]),
        ("咨询电话0791-88888888，传真同号", [("phone", "0791-88888888")]),
        ("身份证号11010519491231002X", [("identity", "11010519491231002X")]),
        ("身份证号110105194912310021", []),
        ("各科室负责人任小组成员，主任会议研究决定", []),
        ("财务负责人高度重视，经办人严格审核", []),
        ("全年完成13800个，项目代码51000021R000000019951", []),
        ("预算管理负责人：（签字）", []),
    ],
)
def test_names_phones_identities(text: str, found: list[tuple[str, str]]) -> None:
    assert [(each.kind, each.text) for each in find_personal(text)] == found
    assert all(text[each.start : each.end] == each.text for each in find_personal(text))
