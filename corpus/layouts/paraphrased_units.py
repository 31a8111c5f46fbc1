"""Lists of units, flat lists, forms without scores in words that nobody has listed."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from random import Random

from corpus.layouts.invent import Evaluation, invent, plain
from corpus.layouts.paraphrased import pool
from corpus.layouts.shapes import Row
from corpus.layouts.texts import YUAN, cells_of, fund_texts, row_truth
from corpus.layouts.truth import Drawn, FormTruth, SummaryTruth
from corpus.layouts.unseen_projects import level_rows
from corpus.writing.drawing import Slot, document


def _word(part: str, key: str, rng: Random) -> str:
    return rng.choice(pool()[part][key])


def units_list(seed: int) -> Drawn:
    """A 汇总表: units or projects with budgets, scores, sometimes a review and a grade."""
    rng = Random(seed * 31 + 5)
    keys = ["unit_name", "budget", "executed", "rate", "self_score"]
    keys += [key for key in ("review_score", "grade", "reason") if rng.random() < 0.5]
    if rng.random() < 0.5:
        keys.insert(1, "project_name")
    projects = [invent(seed * 10 + n) for n in range(1, 6)]
    rows: list[Row] = [["序号", *[_word("summary", key, rng) for key in keys]]]
    truths = []
    for number, project in enumerate(projects, start=1):
        texts = _texts(project)
        rows.append([str(number), *[texts[key] for key in keys]])
        truths.append(_truth(project, keys))
    title = f"{projects[0].year}年度绩效自评结果汇总表"
    form = FormTruth(kind="summary", year=projects[0].year, summary=truths)
    return Drawn(document=document(title, "单位：万元", rows), forms=[form])


def _texts(project: Evaluation) -> dict[str, str]:
    score = project.score + project.execution_score
    return fund_texts(project.total) | {
        "unit_name": project.unit, "project_name": project.project, "self_score": plain(score), "review_score": plain(score - 2),
        "grade": "优" if score >= 90 else "良", "reason": "",
    }  # fmt: skip


def _truth(project: Evaluation, keys: list[str]) -> SummaryTruth:
    score = project.score + project.execution_score
    return SummaryTruth(
        unit_name=project.unit, is_total=False, budget=project.total.budget * YUAN, executed=project.total.executed * YUAN,
        rate=project.total.rate, self_score=score, review_score=score - 2 if "review_score" in keys else None,
    )  # fmt: skip


def flat_list(seed: int) -> Drawn:
    """A unit's list of indicators without levels."""
    rng, unit = Random(seed * 37 + 3), invent(seed)
    split = rng.random() < 0.5
    measured = ["sign", "number", "unit", "bare_actual"] if split else ["target", "actual"]
    keys = rng.choice([["weight", *measured, "score", "reason"], [*measured, "weight", "score"]])
    heads = [_word("columns", {"bare_actual": "actual"}.get(key, key), rng) for key in ["level3", *keys]]
    rows: list[Row] = [["单位名称", Slot(unit.unit, 1, len(heads) - 1)], [*heads]]
    rows += [[cells_of(item)[key] for key in ["level3", *keys]] for item in unit.items]
    rows.append(_total(["level3", *keys], unit.score))
    truth = FormTruth(
        kind="department", year=unit.year, unit_name=unit.unit, total_weight=Decimal(100), total_score=unit.score,
        rows=[row_truth(item, ["level3", *keys]) for item in unit.items],
    )  # fmt: skip
    return Drawn(document=document(f"{unit.year}年度部门整体支出绩效自评表", rows), forms=[truth])


def _total(keys: list[str], score: Decimal) -> Row:
    first = keys.index("weight")
    texts = {"weight": "100", "score": plain(score)}
    return [Slot("总分", 1, first), *[texts.get(key, "") for key in keys[first:]]]


def without_scores(seed: int) -> Drawn:
    """A transfer's form: targets, results, reasons, nothing scored."""
    rng, project = Random(seed * 41 + 7), invent(seed)
    split = rng.random() < 0.4
    measured = ["sign", "number", "unit", "bare_actual"] if split else ["target", "actual"]
    keys = ["level1", "level2", "level3", *measured, "reason"]
    heads = [_word("columns", {"bare_actual": "actual"}.get(key, key), rng) for key in keys]
    rows: list[Row] = [
        ["转移支付名称", Slot(project.project, 1, len(keys) - 1)],
        [_word("names", "unit", rng), Slot(project.unit, 1, len(keys) - 1)],
        [*heads],
        *level_rows(project.items, keys[2:]),
    ]
    truth = FormTruth(
        kind="transfer", year=project.year, unit_name=project.unit, project_name=project.project,
        rows=[row_truth(item, keys) for item in project.items],
    )  # fmt: skip
    title = f"{project.year}年度转移支付区域绩效自评表"
    return Drawn(document=document(title, rows), forms=[truth])


PARAPHRASED_UNITS: dict[str, Callable[[int], Drawn]] = {
    "words_of_a_units_list": units_list,
    "words_of_a_flat_list": flat_list,
    "words_without_scores": without_scores,
}
