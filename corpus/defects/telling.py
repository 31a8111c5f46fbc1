"""The report of a submission: sections by key, told in many hands from its truth."""

from __future__ import annotations

from decimal import ROUND_DOWN, Decimal
from random import Random

from corpus.defects.sheet import CENT, Line, Sheet, percent

TEN = Decimal(10)


def report(sheet: Sheet) -> dict[str, list[str]]:
    """Paragraphs by section; what `texts` holds stands instead."""
    draw = Random(sum(line.hand for line in sheet.lines))
    missed = [line for line in sheet.lines if line.missed]
    out = {
        "duties": [_duties(sheet, draw)],
        "goals": [aims(sheet)],
        "targets": ["围绕年度重点工作安排支出，按季考核进度。"],
        "management": _management(sheet, draw),
        "budget": [money(sheet, draw)],
        "quantity": ["".join(told(line, sheet.year) for line in sheet.quantities)],
        "quality": [rated(sheet.named(_of(sheet, "质量指标")))],
        "timing": [draw.choice(("各项资金按进度拨付到位。", "资金拨付及时，未出现拖欠。"))],
        "social": [told(sheet.named(_of(sheet, "社会效益指标")), sheet.year)],
        "sustained": [
            draw.choice(("建立了长效管护机制，公共服务保障能力持续增强。", "公共服务保障能力持续增强。"))
        ],
        "satisfaction": [_asked(sheet, draw)],
        "problems": [_problems(missed, draw)],
        "measures": _measures(missed, draw),
    }
    return {key: sheet.texts.get(key, value) for key, value in out.items() if key not in sheet.dropped}


def aims(sheet: Sheet) -> str:
    """The year's goal, from the plan of each counted row."""
    return "，".join(f"{x.verb}{x.show(x.goal)}" for x in sheet.quantities if x.goal is not None) + "。"


def done(sheet: Sheet) -> str:
    """What the form says was done."""
    return "，".join(f"{x.verb}{x.show(x.result)}" for x in sheet.quantities if x.result is not None) + "。"


def told(line: Line, year: int = 2021) -> str:
    """One counted result in some hand."""
    if line.said is not None:
        return line.said
    if line.goal is None or line.result is None:
        return f"{line.name}{line.words[1]}。"
    a, t, verb = line.show(line.result), line.show(line.goal), line.verb
    rate = percent(line.result, line.goal, line.hand % 3)
    ways = [
        f"{verb}{a}（任务数{t}），完成率{rate}。", f"全年{verb}{a}，完成年度任务的{rate}。", f"年初计划{verb}{t}，实际完成{a}。",
        f"{verb}目标任务{t}，全年完成{a}，完成率{rate}。", f"全年{verb}{a}。", f"{verb}{a}（目标{t}）。",
        f"{verb}{a}，为年度目标{t}的{rate}。", f"{year}年度计划{verb}{t}，截至年底完成{a}，目标完成率{rate}。",
        f"{verb}任务{t}，实际完成{a}，任务完成率为{rate}。", f"一年来，共{verb}{a}。", f"{verb}达{a}，完成率达到{rate}。",
        f"截至12月底，已{verb}{a}，完成目标任务{t}的{rate}。", f"{year}年{verb}{a}。",
    ]  # fmt: skip
    if line.result > line.goal:
        ways.append(f"{verb}{a}，比计划多{line.show(line.result - line.goal)}。")
    if line.result == line.result.to_integral() and line.result > 60 and line.result % TEN:
        tens = line.result // TEN * TEN
        ways += [f"{verb}{tens}余{line.unit}。", f"{verb}突破{tens}{line.unit}，达到{a}。"]
    return ways[line.hand % len(ways)]


def rated(line: Line) -> str:
    """A rate as the report gives it."""
    return line.said if line.said is not None else f"{line.name}{line.result}%。"


def money(sheet: Sheet, draw: Random) -> str:
    """The paragraph on the budget: totals and rate as the form has them, in one of several hands."""
    whole = sheet.funds[0]
    year, b, e, rate = sheet.year, whole.budget, whole.executed, whole.rate
    ways = [
        f"{year}年部门全年预算数{b}万元，全年执行数{e}万元，预算执行率{rate}。",
        f"{year}年全年预算数为{b}万元，实际支出{e}万元，执行率为{rate}。",
        f"全年预算数{b}万元，已执行{e}万元，执行率{percent(e, b, 1)}。",
        f"{year}年全年预算数约{b.quantize(Decimal(1))}万元，全年执行数{e.quantize(Decimal('0.1'), ROUND_DOWN)}万元。",
    ]
    if sheet.kind == "project":
        return draw.choice(ways).replace("部门", "项目")
    basic, works = sheet.fund("basic"), sheet.fund("project")
    ways += [
        f"{year}年本单位收入{b}万元，全部为财政拨款；支出{e}万元，预算执行率{rate}。",
        f"{year}年度财政批复预算{b}万元。全年实际支出{e}万元，预算执行率达{rate}。",
        f"{year}年部门支出{e}万元，其中：基本支出{basic.executed}万元，项目支出{works.executed}万元。",
        f"基本支出预算{basic.budget}万元，执行{basic.executed}万元；项目支出预算{works.budget}万元，执行{works.executed}万元。",
        f"{year}年年初预算{(b * Decimal('0.91')).quantize(CENT)}万元，调整后预算{b}万元，执行{e}万元，执行率{rate}。",
    ]
    return draw.choice(ways)


def _duties(sheet: Sheet, draw: Random) -> str:
    posts, filled = sheet.staff
    listed = "、".join(sheet.branches)
    return draw.choice(
        [
            f"{sheet.district}{sheet.office}是区政府工作部门，主要负责全区相关行业的规划、建设和监督管理。内设{len(sheet.branches)}个科室：{listed}。核定编制{posts}名，年末在职{filled}名。",
            f"本单位设有{listed}等{len(sheet.branches)}个科室，核定编制{posts}人，在职人员{filled}人。固定资产均登记入账。",
            f"我局为区政府组成部门，承担全区行业管理职责，内设{listed}。人员编制{posts}名，实有在职人员{filled}名，资产账实相符。".replace(
                "我局", "我委" if "委" in sheet.office else "我局"
            ),
        ]
    )


def _management(sheet: Sheet, draw: Random) -> list[str]:
    lines = [
        "明确办公室牵头预算绩效管理，各科室按季填报进度。",
        "修订完善内部控制制度，自评材料按时报送。",
        "委托第三方参与事前评估。",
    ]
    return [f"{n}.{x}" for n, x in enumerate(draw.sample(lines, 2), 1)]


def _asked(sheet: Sheet, draw: Random) -> str:
    pleased = sheet.lines[-1]
    sent = draw.randrange(150, 600)
    back = sent - draw.randrange(3, 20)
    if pleased.said is not None:
        return pleased.said
    return draw.choice(
        [
            f"发放问卷{sent}份，回收{back}份，{pleased.name}{pleased.result}%。",
            f"通过问卷调查{back}名服务对象，{pleased.name}为{pleased.result}%。",
        ]
    )


def _problems(missed: list[Line], draw: Random) -> str:
    if not missed:
        return draw.choice(("项目资料归档不够及时。", "宣传形式较为单一，项目资料归档不够及时。"))
    told = [
        draw.choice((f"{x.verb}未达到目标", f"{x.name}未完成年初任务", f"{x.verb}进度滞后，与计划有差距"))
        for x in missed
    ]
    if draw.random() < 0.5:
        return "".join(f"{n}是{x}。" for n, x in zip("一二三四五六七八", told, strict=False))
    return "；".join(told) + "。"


def _measures(missed: list[Line], draw: Random) -> list[str]:
    if not missed:
        return ["1.建立项目资料月度归档制度，明确专人负责。", "2.丰富宣传形式，线上线下同步开展宣传。"]
    return [f"{n}.加快{line.verb}进度，补齐缺口。" for n, line in enumerate(missed, 1)]


def _of(sheet: Sheet, level2: str) -> str:
    return next(line.name for line in sheet.lines if line.level2 == level2)
