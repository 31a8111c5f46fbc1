"""What the index says of the batch: who sent nothing, which version counts, what changed since the last run."""

from __future__ import annotations

from typing import Any

import pytest

from corpus.sample_year.__main__ import write
from pipeline.reports.differing import Difference, differences
from pipeline.reports.html.index import Index, entry
from pipeline.reports.material import dossiers, paths
from pipeline.store import open_dataset
from tests.running import run

UNIT = "临江市云溪区应急管理局"


@pytest.fixture(scope="module")
def context(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The index of a second run: one unit sent a corrected file, two of the register nothing."""
    folder = tmp_path_factory.mktemp("year")
    write(folder / "raw")
    run(folder)
    own = folder / "raw" / "云溪区应急管理局.txt"
    better = own.read_text(encoding="utf-8").replace("98.5", "99.5").replace("完成率92%", "完成率90%")
    own.with_stem(own.stem + "（更正）").write_text(better, encoding="utf-8")
    listed = ["单位名称", UNIT, "临江市云溪区水利局", "临江市云溪区统计局", "临江市云溪区信访局"]
    (folder / "out" / "单位名录.csv").write_text("\n".join(listed), encoding="utf-8")
    run(folder)
    dataset = open_dataset(folder / "out")
    index = Index(dataset)
    for dossier in dossiers(dataset):
        index.add(entry(dossier, "", paths(dataset)))
    return index.context()


def test_who_sent_nothing_and_who_is_unknown(context: dict[str, Any]) -> None:
    assert context["sending"] == {"known": True, "missing": ["临江市云溪区信访局", "临江市云溪区统计局"]}
    assert len(context["unknown"]) == 8
    assert not {UNIT, "临江市云溪区水利局"} & {name for name, _ in context["unknown"]}


def test_the_version_that_counts_and_what_it_says_otherwise(context: dict[str, Any]) -> None:
    ((unit, _, version),) = context["twice"]
    assert (unit, version.used, version.other) == (
        UNIT,
        "云溪区应急管理局（更正）.txt",
        "云溪区应急管理局.txt",
    )
    assert sorted(version.forms) == ["绩效自评报告", "自评情况汇总表", "部门整体支出绩效自评表"]
    assert version.differences[0] == Difference(UNIT, "98.5", "99.5")
    assert [d.after[-7:] for d in version.differences[1:]] == ["完成率90%；"]
    assert (version.more, version.compared) == (0, True)


def test_what_changed_since_the_run_before(context: dict[str, Any]) -> None:
    counts = {state: number for state, _, _, number in context["since"]["counts"]}
    assert list(counts) == ["new", "changed", "unchanged", "gone"]
    assert counts["unchanged"] > 10
    gone = {(unit, rule) for unit, _, rule, *_ in context["since"]["gone"]}
    assert gone >= {(UNIT, "B02"), (UNIT, "C04")}


def test_a_row_s_cells_are_told_apart_by_the_words_on_their_left() -> None:
    old = [("甲指标", "≥3个", "4个"), ("一句。",), ("乙", "1"), ("去掉的话。",)]
    new = [("甲指标", "≥3个", "5 个"), ("一句，",), ("乙", "1"), ("多出的行", "2")]
    assert list(differences(old, new)) == [
        Difference("甲指标", "4个", "5 个"),
        Difference("", "去掉的话。", "多出的行　2"),
    ]
    assert list(differences(old, [("甲指标", "≥ 3个", "4个"), *old[1:]])) == []
    assert list(differences([("-5",)], [("5",)])) == [Difference("", "-5", "5")]
