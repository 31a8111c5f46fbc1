"""Draw a submission: its forms, its report."""

from __future__ import annotations

from decimal import Decimal
from itertools import groupby

from corpus.defects.outlining import narrative
from corpus.defects.sheet import Line, Money, Sheet, percent
from corpus.defects.telling import aims, done
from corpus.writing.drawing import Drawn, Slot

Part = str | list[list[Drawn]]
_COLUMNS = ["三级指标", "年度指标值", "全年完成值", "分值", "得分", "偏差原因分析及改进措施"]


def parts(sheet: Sheet) -> list[Part]:
    """The parts of the one file that holds the whole submission."""
    return [*tables(sheet), *reported(sheet)]


def tables(sheet: Sheet) -> list[Part]:
    """The forms without the report."""
    return project_form(sheet) if sheet.kind == "project" else [*_summary(sheet), *_department(sheet)]


def reported(sheet: Sheet) -> list[Part]:
    """The report alone."""
    what = "部门整体支出" if sheet.kind == "department" else "农村民生补短板项目支出"
    title = sheet.printed.get(
        "report_title", f"{sheet.year}年度{sheet.district}{sheet.office}{what}绩效自评报告"
    )
    own = "" if "no_seal_name" in sheet.printed else sheet.unit
    date = sheet.printed.get("date", f"填报日期：{sheet.year + 1}年3月18日")
    body: list[Part] = [*narrative(sheet)]
    if sheet.boxed:
        body = [[["\n".join(narrative(sheet))]]]
    return [title, f"部门（单位）：{own}（盖章）", *body, date]


def _summary(sheet: Sheet) -> list[Part]:
    whole, printed = sheet.funds[0], sheet.printed
    score = printed.get("self_score", plain(printed.get("total_score", sheet.total)))
    listed = [
        Money(label=sheet.unit, item="own", budget=whole.budget, executed=whole.executed),
        *sheet.subordinates,
    ]
    budget, executed = (sum((getattr(x, c) for x in listed), Decimal(0)) for c in ("budget", "executed"))
    units: list[list[Drawn]] = [
            [str(n), x.label, str(x.budget), str(x.executed), x.rate, "90" if n > 1 else score, "89.5" if n > 1 else printed.get("review_score", _less(score))]
            for n, x in enumerate(listed, 1)
    ]  # fmt: skip
    empty: list[list[Drawn]] = [[str(n), *[""] * 6] for n in range(len(listed) + 1, 6)]
    rows: list[list[Drawn]] = [
        ["序号", "预算单位", "全年预算数", "全年执行数", "执行率", "自评分数", "复核分数"],
        *units,
        *empty,
        ["合计", "", str(budget), str(executed), percent(executed, budget), "", ""],
    ]
    for column, key in ((2, "budget"), (3, "executed"), (4, "rate")):
        rows[1][column] = printed.get(f"summary_{key}", rows[1][column])
        rows[-1][column] = printed.get(f"sum_{key}", rows[-1][column])
    rows[1][1] = printed.get("summary_unit", rows[1][1])
    title = printed.get("summary_title", f"{sheet.year}年度部门整体支出自评情况汇总表")
    return [
        title,
        f"主管部门（盖章）：{sheet.unit}",
        printed.get("unit_line", f"单位：{printed.get('amount_unit', '万元')}"),
        rows,
    ]


def _department(sheet: Sheet) -> list[Part]:
    printed = sheet.printed
    rows: list[list[Drawn]] = [
        [
            Slot("评价部门名称", 1, 2), Slot(printed.get("form_unit", sheet.unit), 1, 4), Slot("下属单位个数", 1, 2),
            printed.get("count", str(len(sheet.subordinates))),
        ],
        [
            Slot(printed.get("money_head", "整体支出规模\n（万元）"), 1 + len(sheet.funds), 2), Slot("", 1, 2), "全年预算数", Slot("全年执行数", 1, 2),
            Slot("执行率", 1, 2),
        ],
        *_funds(sheet.funds),
        [Slot("年度总体目标", 2, 2), Slot("年初设定目标", 1, 4), Slot("全年完成情况", 1, 3)],
        [Slot(printed.get("goal", aims(sheet)), 1, 4), Slot(done(sheet), 1, 3)],
        ["一级指标", "权重", "二级指标", *_COLUMNS],
        *_lines(sheet, weights=True),
        [Slot("总分", 1, 6), printed.get("total_weight", "100"), printed.get("total_score", plain(sheet.total)), ""],
    ]  # fmt: skip
    title = printed.get("form_title", f"（{sheet.year}年度）")
    return ["部门（单位）整体支出绩效自评表", title, rows]


def _funds(funds: list[Money]) -> list[list[Drawn]]:
    rows: list[list[Drawn]] = []
    for money in funds:
        empty = not money.budget
        cells = {
            "budget": str(money.budget),
            "executed": str(money.executed),
            "rate": "" if empty else money.rate,
        }
        cells |= money.printed
        rows.append(
            [
                Slot(money.label, 1, 2),
                cells["budget"],
                Slot(cells["executed"], 1, 2),
                Slot(cells["rate"], 1, 2),
            ]
        )
    return rows


def _lines(sheet: Sheet, *, weights: bool) -> list[list[Drawn]]:
    rows: list[list[Drawn]] = []
    for level1, grouped in groupby(sheet.lines, key=lambda x: x.level1):
        group = list(grouped)
        whole = sum((x.weight for x in group), Decimal(0))
        lead: list[Drawn] = [Slot(level1, len(group))]
        if weights:
            lead.append(Slot(sheet.labels.get(level1, str(whole)), len(group)))
        for level2, listed in groupby(group, key=lambda x: x.level2):
            inner = list(listed)
            points = sum((x.weight for x in inner), Decimal(0))
            label = sheet.labels.get(level2, f"（{points}分）") if weights else ""
            lead.append(Slot(f"{level2}{label}", len(inner)))
            for line in inner:
                rows.append([*lead, *_cells(sheet, line, labelled=weights)])
                lead = []
    return rows


def _cells(sheet: Sheet, line: Line, *, labelled: bool) -> list[Drawn]:
    score = sheet.score_of(line)
    target, actual = line.words
    if line.goal is not None and line.result is not None:
        target, actual = f"{line.sign}{line.show(line.goal)}", line.show(line.result)
    reason = line.reason
    if reason is None:
        reason = sheet.reason.format(verb=line.verb or line.name) if score < line.weight else ""
    cells = {
        "name": f"{line.name}（{line.weight}分）" if labelled else line.name, "target": target, "actual": actual,
        "weight": str(line.weight), "score": plain(score), "reason": reason,
    } | line.printed  # fmt: skip
    return [cells[x] for x in ("name", "target", "actual", "weight", "score", "reason")]


def project_form(sheet: Sheet) -> list[Part]:
    """A project's form alone."""
    printed, whole = sheet.printed, sheet.funds[0]
    head: list[Drawn] = [
        Slot("项目资金\n（万元）", 1 + len(sheet.funds)), Slot("", 1, 1), "全年预算数", "全年执行数", "分值", "执行率", Slot("得分", 1, 2)
    ]  # fmt: skip
    rows: list[list[Drawn]] = [
        ["项目名称", Slot(printed.get("project_name", "农村民生补短板项目"), 1, 7)],
        ["主管部门", Slot(sheet.unit, 1, 3), "实施单位", Slot(printed.get("form_unit", sheet.unit), 1, 3)],
        head,
    ]
    for money in sheet.funds:
        first = money is whole
        rate, points = money.printed.get("rate", money.rate), printed.get("execution", plain(sheet.execution))
        rows.append(
            [money.label, money.printed.get("budget", str(money.budget)), money.printed.get("executed", str(money.executed)),
             "10" if first else "—", rate if first else "—", Slot(points if first else "—", 1, 2)]
        )  # fmt: skip
    rows += [
        [Slot("年度总体目标", 2), Slot("预期目标", 1, 3), Slot("实际完成情况", 1, 4)],
        [Slot(printed.get("goal", aims(sheet)), 1, 3), Slot(done(sheet), 1, 4)],
        ["一级指标", "二级指标", *_COLUMNS],
        *_lines(sheet, weights=False),
        [
            Slot("总分", 1, 5),
            printed.get("total_weight", "100"),
            printed.get("total_score", plain(sheet.total)),
            "",
        ],
    ]
    return ["项目支出绩效自评表", printed.get("form_title", f"（{sheet.year}年度）"), rows]


def plain(value: Decimal | str) -> str:
    """Points as typed: no trailing zeros."""
    text = f"{Decimal(value):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _less(score: str) -> str:
    return plain(Decimal(score) - Decimal("0.5"))
