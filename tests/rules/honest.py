"""Honest submissions, drawn at random: whatever they print follows from one truth."""

from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from random import Random

from tests.rules.building import form, fund, goal, row, section, submission, unit_row

CENT = Decimal("0.01")
OUTPUTS = [
    ("新建堤防长度", "公里", ">="), ("培训技术骨干人数", "人次", ">="), ("清淤河道数", "条", ">="),
    ("设备采购数量", "台", "="), ("宣传活动场次", "场", ">="), ("验收合格率", "%", ">="),
    ("有效投诉件数", "件", "<="), ("安全事故起数", "起", "<="), ("项目按期完成率", "%", ">="),
]  # fmt: skip
WORDED = [
    ("管理制度健全性", "健全", "健全"), ("资金使用合规性", "合规", "合规"),
    ("预决算公开情况", "按规定公开", "按规定公开"),
]  # fmt: skip
REASONS = ["受汛期影响工期顺延两个月", "招标流标一次，供货晚于计划", "报名人数少于年初预计人数"]


def shown(value, places=2, how=ROUND_HALF_UP):
    """As a spreadsheet prints it: rounded, trailing zeros dropped half of the time by the caller."""
    return Decimal(value).quantize(Decimal(1).scaleb(-places), how)


def plain(value, draw):
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text and draw.random() < 0.4 else text


def money(draw, how):
    """Parts in 元 with their totals, printed in 万元; the rates from the true amounts."""
    basic, project = (Decimal(draw.randrange(10**6, 9 * 10**7)) / 100 * 100 for _ in range(2))
    spent = [part * Decimal(draw.randrange(8500, 10000)) / 10000 for part in (basic, project)]
    rows = [
        ("资金来源：（1）财政拨款", "source", "fiscal", basic + project, sum(spent)),
        ("资金结构：（1）基本支出", "structure", "basic", basic, spent[0]),
        ("（2）项目支出", "structure", "project", project, spent[1]),
    ]
    places = draw.choice((1, 2))
    out = []
    for number, (label, partition, item, planned, executed) in enumerate(rows, 1):
        b, e = (shown(x / 10000, 2, how) for x in (planned, executed))
        rate = f"{shown(executed / planned * 100, places, how)}%"
        out.append(
            fund(number, label, partition, item, budget=plain(b, draw), executed=plain(e, draw), rate=rate)
        )
    out.insert(1, fund(9, "（2）其他资金", "source", "other"))
    return out


def indicators(draw, grid):
    """Rows of three groups; weights that add up, scores by the formula on the form's own grid."""
    rows, total = [], Decimal(0)
    plan = [("管理指标", "预算管理", WORDED, (10, 10, 10)), ("产出指标", "数量指标", None, (15, 10, 10)),
            ("效果指标", "社会效益指标", None, (15, 10)), ("满意度指标", "服务对象满意度指标", None, (10,))]  # fmt: skip
    number = 0
    for level1, level2, worded, weights in plan:
        for weight in weights:
            number += 1
            group = {
                "level1": level1,
                "level2": level2,
                "level1_weight": sum(weights),
                "level2_weight": sum(weights),
            }
            if worded:
                name, target, actual = worded[number % len(worded)]
                line = {"target": target, "actual": actual}
                score = Decimal(weight)
            else:
                name, line, score = quantity(draw, weight, grid, satisfaction=level1 == "满意度指标")
            if score < weight:
                line["reason"] = draw.choice(REASONS)
            total += score
            name = f"{name}之{number}"
            rows.append(
                row(
                    number,
                    level3=name,
                    level3_weight=weight,
                    weight=weight,
                    score=plain(score, draw),
                    **group,
                    **line,
                )
            )
    return rows, total


def quantity(draw, weight, grid, satisfaction):
    name, unit, sign = ("受益群众满意度", "%", ">=") if satisfaction else draw.choice(OUTPUTS)
    target = draw.randrange(90, 100) if unit == "%" else draw.randrange(5, 400)
    missed = draw.random() < 0.25
    if sign == "<=":
        actual = target + draw.randrange(1, target // 2 + 2) if missed else draw.randrange(0, target + 1)
        share = 2 - Decimal(actual) / target if missed else Decimal(1)
    else:
        ceiling = 100 if unit == "%" else target + target // 4
        actual = draw.randrange(target * 3 // 4, target) if missed else draw.randrange(target, ceiling + 1)
        actual = target if sign == "=" and not missed else actual
        share = min(Decimal(actual) / target, Decimal(1))
    score = (share * weight / grid).quantize(Decimal(1), ROUND_HALF_UP) * grid
    if missed and score == weight:  # rounding would give it in full: an honest author steps down
        score -= grid
    return name, {"target": (f"{sign}{target}", unit), "actual": (str(actual), unit)}, score


def department(seed):
    """A department's summary table, form and report: consistent in every figure."""
    draw = Random(seed)
    how, grid = draw.choice((ROUND_HALF_UP, ROUND_DOWN)), draw.choice((Decimal(1), Decimal("0.5"), CENT))
    funds, (rows, total) = money(draw, how), indicators(draw, grid)
    main = funds[0]
    listed = {"budget": main.budget_text, "executed": main.executed_text, "rate": main.rate_text}
    scores = {"self_score": plain(total, draw), "review_score": plain(total, draw)}
    return submission(
        form("summary", title="2021年度自评情况汇总表"),
        unit_row(1, **listed, **scores),
        unit_row(2, total=True, **listed, **scores),
        form(
            title="整体支出绩效自评表（2021年度）",
            total_weight=100,
            total_score=plain(total, draw),
            subordinate_count=0,
        ),
        funds,
        rows,
        goal("完成堤防建设。开展技术培训。", "完成堤防建设，开展技术培训。"),
        form("report", title="2021年度整体支出绩效自评报告"),
        section("goals", "完成堤防建设；开展技术培训。", form_id="report"),
    )


def project(seed):
    """A project form: execution of 10 points in the money block, indicators of 90."""
    draw = Random(seed)
    budget = Decimal(draw.randrange(10**4, 10**7)) / 100
    executed = (budget * Decimal(draw.randrange(8600, 10001)) / 10000).quantize(CENT)
    rate = shown(executed / budget * 100)
    score = shown(min(rate, Decimal(100)) / 10)
    kind = {"form_id": "project"}
    funds = [
        fund(
            1,
            budget=str(budget),
            executed=str(executed),
            rate=f"{rate}%",
            weight=10,
            score=str(score),
            **kind,
        ),
        fund(2, "其中：本年财政拨款", "source", "fiscal", budget=str(budget), executed=str(executed), **kind),
        fund(3, "上年结转资金", "source", "carryover", budget="0", executed="0", **kind),
        fund(4, "其他资金", "source", "other", budget="0", executed="0", **kind),
    ]
    rows = []
    total = score
    for number, (level1, weight) in enumerate(
        (("产出指标", 30), ("产出指标", 20), ("效益指标", 30), ("满意度指标", 10)), 1
    ):
        name, line, points = quantity(draw, weight, CENT, satisfaction=number == 4)
        if points < weight:
            line["reason"] = draw.choice(REASONS)
        total += points
        group = {"level1": level1, "level1_weight": 50 if number < 3 else weight, "level2": f"二级{number}"}
        rows.append(
            row(
                number,
                "project",
                level3=f"{name}之{number}",
                weight=weight,
                score=str(points),
                **group,
                **line,
            )
        )
    head = form(
        "project",
        title="项目支出绩效自评表（2021年度）",
        project_name="堤防建设",
        total_weight=100,
        total_score=str(total),
    )
    return submission(head, funds, rows)
