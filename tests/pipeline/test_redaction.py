"""Exports for publishing cover personal data, nothing else."""

from __future__ import annotations

from pipeline.exporting import redact


def test_names_phones_and_identity_numbers_are_covered() -> None:
    text = "局长李敏同志任组长，联系电话13800138000，身份证11010519491231002X，完成112家。"
    assert (
        redact(text)
        == "局长李某同志任组长，联系电话＊＊＊＊＊＊＊＊＊＊＊，身份证＊＊＊＊＊＊＊＊＊＊＊＊＊＊＊＊＊＊，完成112家。"
    )
    assert (
        redact("全年完成技术合同登记6.4亿元（任务数6亿元）") == "全年完成技术合同登记6.4亿元（任务数6亿元）"
    )
