"""Honest reports, drawn at random: every sentence follows from one truth, in many hands' wording."""

from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from random import Random

from tests.rules.building import form, fund, goal, row, unit_row
from tests.rules.narrating import told

# what is measured, the verb of doing it, unit, scale as printed, range of the target in printed units, decimals
MATTERS = [
    ("新建农村公路里程", "新建农村公路", "公里", 1, (20, 90), 1), ("改造危桥数量", "改造危桥", "座", 1, (3, 20), 0),
    ("培训驾驶员人次", "培训驾驶员", "人次", 1, (300, 2000), 0), ("清淤河道长度", "清淤河道", "公里", 1, (10, 60), 1),
    ("新增停车位数量", "新增停车位", "个", 1, (200, 900), 0), ("食品抽检批次", "完成食品抽检", "批次", 1, (900, 4000), 0),
    ("技术合同登记交易额", "技术合同登记交易额", "元", 10**8, (3, 40), 1), ("招商引资到位资金", "招商引资到位资金", "元", 10**8, (5, 90), 2),
    ("资助困难学生人次", "资助困难学生", "人次", 1, (400, 3000), 0), ("义诊服务群众人次", "义诊服务群众", "人次", 10**4, (1, 9), 2),
    ("造林绿化面积", "完成造林绿化", "亩", 10**4, (1, 8), 2), ("发放惠农补贴金额", "发放惠农补贴", "元", 10**4, (200, 3000), 2),
    ("检查企业家次", "检查企业", "家次", 1, (100, 700), 0), ("举办文化活动场次", "举办文化活动", "场", 1, (20, 120), 0),
    ("改造户厕数量", "改造户厕", "户", 1, (300, 2000), 0), ("接收进馆档案卷数", "接收进馆档案", "卷", 10**4, (1, 5), 2),
    ("办理法律援助案件数", "办理法律援助案件", "件", 1, (80, 500), 0), ("更新救援装备数量", "更新救援装备", "件", 1, (50, 300), 0),
]  # fmt: skip
RATES = ["工程验收合格率", "隐患整改闭环率", "投诉按期办结率", "补贴发放准确率", "设备完好率"]
PLEASED = ["受益群众满意度", "服务企业满意度", "办事群众满意率"]
TOWNS = ["柳河镇", "青石乡", "东郊街道", "白沙镇"]
SCALES = {1: "", 10**4: "万", 10**8: "亿"}
CENT = Decimal("0.01")


class Matter:
    """One indicator with its truth: target, result, what was done the year before."""

    def __init__(self, draw, number):
        self.name, self.verb, self.unit, self.scale, _, self.places = draw
        self.number = number

    def settle(self, draw, low, high):
        step = Decimal(1).scaleb(-self.places)
        self.target = Decimal(draw.randrange(low, high)).quantize(step)
        share = Decimal(draw.choice((82, 90, 96, 100, 101, 104, 108, 115, 121))) / 100
        self.actual = max((self.target * share).quantize(step), step)
        self.before = max((self.actual * Decimal(draw.randrange(80, 120)) / 100).quantize(step), step)

    def shown(self, value):
        return f"{value}{SCALES[self.scale]}{self.unit}"

    @property
    def missed(self):
        return self.actual < self.target

    def rate(self, draw):
        places, how = draw.choice((0, 1, 2)), draw.choice((ROUND_HALF_UP, ROUND_HALF_UP, ROUND_DOWN))
        exact = self.actual / self.target * 100
        return f"{exact.quantize(Decimal(1).scaleb(-places), how)}%"


def sentence(matter, draw):
    """How an office tells one result; all of it true."""
    a, t, verb = matter.shown(matter.actual), matter.shown(matter.target), matter.verb
    more = matter.actual - matter.target
    ways = [
        f"{verb}{a}（任务数{t}），完成率{matter.rate(draw)}。", f"{verb}{a}，完成年度任务的{matter.rate(draw)}。",
        f"年初计划{verb}{t}，实际完成{a}。", f"{verb}目标任务{t}，全年完成{a}，完成率{matter.rate(draw)}。", f"全年{verb}{a}。",
        f"{verb}{a}（目标{t}）。", f"{verb}{a}，上年为{matter.shown(matter.before)}。",
        f"2021年{verb}{a}，2020年为{matter.shown(matter.before)}。",
        f"上半年{verb}{matter.shown((matter.actual / 3).quantize(Decimal(1).scaleb(-matter.places)))}，全年{a}。",
        f"{verb}{a}，其中{draw.choice(TOWNS)}{matter.shown((matter.actual / 4).quantize(Decimal(1).scaleb(-matter.places)))}。",
    ]  # fmt: skip
    if more > 0:
        ways += [f"{verb}{a}，比计划多{matter.shown(more)}。", f"{verb}{a}，超任务{matter.shown(more)}。"]
    if matter.scale == 1 and matter.places == 0 and matter.actual > 60:
        tens = matter.actual // 10 * 10
        ways += (
            [f"{verb}{tens}余{matter.unit}。", f"{verb}突破{tens}{matter.unit}，达到{a}。"]
            if tens < matter.actual
            else []
        )
        near = (matter.actual // 10 + 1) * 10
        ways += [f"{verb}近{near}{matter.unit}。"]
    if matter.scale == 10**8:
        ways += [
            f"{verb}{(matter.actual * 10000).normalize():f}万元。",
            f"{verb}约{matter.actual.quantize(Decimal('0.1'))}亿元。",
        ]
    growth = (matter.actual / matter.before * 100 - 100).quantize(Decimal("0.1"), ROUND_HALF_UP)
    if abs(growth) >= 1 and matter.places != 0:
        word = "增长" if growth > 0 else "下降"
        exact = matter.actual / matter.before * 100 - 100
        ways += (
            [f"{verb}{a}，比上年{matter.shown(matter.before)}{word}{abs(growth)}%。"]
            if abs(exact - growth) < 1
            else []
        )
    return draw.choice(ways)


def money(draw):
    """Rows of the form, and how the report tells them."""
    basic, project = (Decimal(draw.randrange(10**4, 3 * 10**5)) / 100 for _ in range(2))
    spent = [(part * Decimal(draw.randrange(85, 101)) / 100).quantize(CENT) for part in (basic, project)]
    total, done = basic + project, sum(spent)
    rate = (done / total * 100).quantize(CENT, ROUND_HALF_UP)
    rows = [
        fund(
            1,
            "资金来源：（1）财政拨款",
            "source",
            "fiscal",
            budget=str(total),
            executed=str(done),
            rate=f"{rate}%",
        ),
        fund(2, "资金结构：（1）基本支出", "structure", "basic", budget=str(basic), executed=str(spent[0])),
        fund(3, "（2）项目支出", "structure", "project", budget=str(project), executed=str(spent[1])),
    ]
    opening = (total * Decimal("0.93")).quantize(CENT)
    text = draw.choice(
        [
            f"2021年部门全年预算数{total}万元，全年执行数{done}万元，预算执行率{rate}%。",
            f"2021年年初预算{opening}万元，调整后预算{total}万元，决算数{done}万元。",
            f"2021年支出{done}万元，其中：基本支出{spent[0]}万元，项目支出{spent[1]}万元。",
            f"基本支出预算{basic}万元，决算{spent[0]}万元；项目支出预算{project}万元，决算{spent[1]}万元。",
            f"2021年项目支出年初预算数{project}万元，决算数{spent[1]}万元。",
            f"2020年部门预算{opening}万元，2021年部门预算{total}万元，同比有所增加。",
            f"全年预算约{total.quantize(Decimal(1), ROUND_HALF_UP)}万元，执行率{rate.quantize(Decimal(1), ROUND_HALF_UP)}%。",
            f"三公经费预算{draw.randrange(2, 9)}万元，支出{draw.randrange(1, 2)}万元。",
        ]
    )
    return rows, text


def report(seed):
    """The parts of an honest submission: forms, rows, sections; give them to `narrated`."""
    draw = Random(seed)
    chosen = draw.sample(MATTERS, draw.randrange(4, 8))
    matters = []
    for number, one in enumerate(chosen, 1):
        matter = Matter(one, number)
        matter.settle(draw, *one[4])
        matters.append(matter)
    rows = [
        row(
            m.number, level3=m.name, level2="数量指标", target=(f">={m.target}", m.unit, m.scale),
            actual=(str(m.actual), m.unit, m.scale), weight=6, score=5 if m.missed else 6,
            **({"reason": "受汛期影响推进较慢"} if m.missed else {}),
        )
        for m in matters
    ]  # fmt: skip
    quality, pleased = draw.choice(RATES), draw.choice(PLEASED)
    good, happy = Decimal(draw.randrange(960, 1001)) / 10, Decimal(draw.randrange(905, 990)) / 10
    asked = draw.randrange(150, 600)
    rows += [
        row(20, level3=quality, level2="质量指标", target=(">=95", "%"), actual=(str(good), "%"), weight=5, score=5),
        row(21, level1="满意度指标", level2="满意度指标", level3=pleased, target=(">=90", "%"), actual=(str(happy), "%"), weight=10, score=10),
    ]  # fmt: skip
    posts = draw.randrange(12, 60)
    staff = posts - draw.randrange(0, 4)
    ratio = (Decimal(staff) / posts * 100).quantize(CENT, ROUND_HALF_UP)
    rows.append(
        row(22, level1="管理指标", level2="部门预算管理", level3="在职人员控制率", target=("<=100", "%"), actual=(str(ratio), "%"), weight=2, score=2)
    )  # fmt: skip
    funds, spending = money(draw)
    missed = [m for m in matters if m.missed]
    problems = "；".join(f"{m.verb}未达目标" for m in missed) or "项目资料归档不够及时"
    remedies = "；".join(f"加快{m.verb}进度" for m in missed) or "建立项目资料月度归档制度"
    closing = draw.choice(["各项工作基本完成。", "较好地完成了各项任务。", "工作按计划推进。"])
    if not missed:
        closing = draw.choice([closing, "各项目标任务全部完成，完成率100%。"])
    aims = "，".join(f"{m.verb}{m.shown(m.target)}" for m in matters)
    done = "，".join(f"{m.verb}{m.shown(m.actual)}" for m in matters)
    parts = [
        form("summary"), unit_row(1), form(subordinate_count=0), funds, rows,
        goal(f"{aims}。", f"{done}。"), form("report", unit_name=draw.choice(["水利局", "云溪区水利局", None])),
        told("duties", f"区水利局内设3个科室：办公室、工程科、财务科。核定编制{posts}名，年末在职{staff}名。", order=1),
        told("goals", f"{aims}。", order=2), told("budget", spending, order=3),
        told("outputs", "".join(sentence(m, draw) for m in matters) + closing, "数量方面", order=4),
        told("outputs", f"{quality}{good}%。", "质量方面", order=5),
        told("satisfaction", f"发放问卷{asked}份，回收{asked - 8}份，{pleased}{happy}%。", order=6),
        told("problems", f"{problems}。", order=7), told("measures", f"1、{remedies}。\n2、下一步，明年力争{matters[0].verb}{matters[0].shown(matters[0].target * 2)}。", order=8),
    ]  # fmt: skip
    return parts, matters
