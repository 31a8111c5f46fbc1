"""Offices, themes of indicators and money for the drawn sets, independent of the other corpus's pool."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from random import Random

import msgspec

D = Decimal
PLACES = [
    "云岭县",
    "临江市云溪区",
    "沙洲市",
    "北屏县",
    "石泉市柳岸区",
    "安澜县",
    "宁河区",
    "望川县",
    "青禾县",
    "长汀湾区",
]
OFFICES = {
    "culture": "文化旅游和体育局",
    "health": "疾病预防控制中心",
    "farm": "农业农村局",
    "school": "第二中学",
    "water": "水务局",
    "data": "大数据中心",
}
PROJECTS = {
    "culture": ["公共图书馆、文化馆免费开放", "非遗保护与传承"],
    "health": ["重大传染病防控", "疾控机构能力提升"],
    "farm": ["高标准农田建设", "耕地轮作休耕补助"],
    "school": ["校舍维修改造", "义务教育薄弱环节改善"],
    "water": ["农村饮水安全巩固提升", "河湖管护"],
    "data": ["政务云租用及运维", "数字政府一体化平台建设"],
}
REASONS = [
    "受项目变更影响，工期延长，下一步将加快实施进度",
    "年中机构调整，部分工作移交，已调整下年度目标",
    "部分供应商未按合同约定时间供货",
    "指标设定偏高，今后将科学设置指标值",
    "受疫情影响，线下活动减少",
]
LEVELS = {
    "q": "数量指标",
    "z": "质量指标",
    "t": "时效指标",
    "c": "成本指标",
    "e": "经济效益指标",
    "s": "社会效益指标",
    "g": "生态效益指标",
    "k": "可持续影响指标",
    "m": "服务对象满意度指标",
}
ORDER = "qztcesgkm"
# group, name, sign, target, unit; a target that is no number stands with its possible completions
POOL: dict[str, list[tuple[str, ...]]] = {
    "culture": [
        ("q", "全年开放天数", ">=", "300", "天"),
        ("q", "举办公益讲座场次", ">=", "24", "场"),
        ("q", "新增馆藏图书", ">=", "1.2", "万册"),
        ("q", "组织送戏下乡演出", ">=", "60", "场次"),
        ("z", "设施设备完好率", ">=", "95", "%"),
        ("z", "演出节目审核通过率", "=", "100", "%"),
        ("t", "活动按计划完成及时率", ">=", "90", "%"),
        ("t", "年度采购任务完成时间", "", "11月底前", "11月15日", "12月20日"),
        ("c", "单场演出补贴标准", "<=", "5000", "元"),
        ("e", "带动文旅消费", ">=", "350", "万元"),
        ("s", "服务群众人次", ">=", "12.5", "万人次"),
        ("s", "群众文化获得感", "", "有效提升", "有效提升", "逐步提升"),
        ("k", "长效管理机制健全性", "", "健全", "健全", "基本健全"),
        ("m", "读者满意度", ">=", "92", "%"),
        ("m", "观众满意率", ">=", "90", "%"),
    ],
    "health": [
        ("q", "开展健康教育讲座次数", ">=", "36", "次"),
        ("q", "艾滋病检测人数", ">=", "15000", "人"),
        ("q", "购置检验设备", "=", "6", "台"),
        ("q", "报告传染病疫情处置数", "", "应处尽处", "应处尽处", "全部处置"),
        ("z", "以乡镇为单位适龄儿童疫苗接种率", ">=", "90", "%"),
        ("z", "检验报告准确率", ">=", "98.5", "%"),
        ("t", "疫情报告及时率", "=", "100", "%"),
        ("t", "设备采购完成时限", "", "2季度末", "6月28日", "9月"),
        ("c", "单份样本检测成本", "<=", "45.5", "元"),
        ("c", "设备购置总成本", "<=", "82", "万元"),
        ("s", "居民健康知识知晓率", ">=", "80", "%"),
        ("s", "传染病暴发起数", "<=", "2", "起"),
        ("k", "公共卫生服务水平", "", "不断提高", "不断提高", "有所提高"),
        ("m", "服务对象满意程度", ">=", "85", "%"),
        ("m", "基层医疗机构满意度", ">=", "90", "%"),
    ],
    "farm": [
        ("q", "新建高标准农田面积", ">=", "3.2", "万亩"),
        ("q", "修建机耕路长度", ">=", "18.6", "公里"),
        ("q", "扶持家庭农场数", ">=", "15", "家"),
        ("q", "轮作任务面积", ">=", "26500", "亩"),
        ("z", "工程质量合格率", "=", "100", "%"),
        ("z", "补贴发放准确率", ">=", "99", "%"),
        ("t", "当年开工率", ">=", "80", "%"),
        ("t", "补贴资金兑付时间", "", "12月31日前", "12月10日", "次年1月15日"),
        ("c", "亩均投资", "<=", "1500", "元"),
        ("e", "粮食综合生产能力亩均提高", ">=", "50", "公斤"),
        ("e", "新增农业产值", ">=", "0.8", "亿元"),
        ("s", "受益农户数", ">=", "4200", "户"),
        ("g", "化肥施用量下降比例", ">=", "3", "%"),
        ("g", "耕地质量", "", "逐步提升", "逐步提升", "提升不明显"),
        ("m", "项目区农户满意度", ">=", "90", "%"),
    ],
    "school": [
        ("q", "维修校舍面积", ">=", "4600", "平方米"),
        ("q", "购置课桌椅套数", ">=", "320", "套"),
        ("q", "采购图书册数", ">=", "8000", "册"),
        ("q", "教师培训人次", ">=", "180", "人次"),
        ("z", "维修工程验收合格率", "=", "100", "%"),
        ("z", "政府采购程序规范性", "", "规范", "规范", "基本规范"),
        ("t", "开学前完工率", ">=", "95", "%"),
        ("c", "校舍维修单价", "<=", "860", "元/平方米"),
        ("c", "教师培训人均费用", "<=", "400", "元"),
        ("s", "受益学生人数", ">=", "2100", "人"),
        ("s", "办学条件改善情况", "", "明显改善", "明显改善", "有所改善"),
        ("k", "设施使用年限", ">=", "10", "年"),
        ("m", "学生满意度", ">=", "95", "%"),
        ("m", "家长满意度", ">=", "90", "%"),
    ],
    "water": [
        ("q", "改造供水管网长度", ">=", "42.5", "公里"),
        ("q", "巡河次数", ">=", "480", "次"),
        ("q", "清理河道垃圾", ">=", "260", "吨"),
        ("q", "维修小型水库", "=", "4", "座"),
        ("z", "供水水质达标率", ">=", "95", "%"),
        ("z", "工程一次验收合格率", "=", "100", "%"),
        ("t", "汛前工程完工率", ">=", "90", "%"),
        ("t", "项目建设工期", "", "当年完成", "当年完成", "未完成"),
        ("c", "单位供水成本", "<=", "3.2", "元"),
        ("e", "节约用水量", ">=", "35", "万立方米"),
        ("s", "受益人口", ">=", "1.6", "万人"),
        ("s", "因灾死亡人数", "=", "0", "人"),
        ("g", "河道生态环境", "", "持续改善", "持续改善", "改善"),
        ("g", "断面水质优良比例", ">=", "87.5", "%"),
        ("m", "受益群众满意度", ">=", "90", "%"),
    ],
    "data": [
        ("q", "租用云主机数量", ">=", "120", "台"),
        ("q", "归集数据量", ">=", "2.4", "亿条"),
        ("q", "接入业务系统", ">=", "38", "个"),
        ("q", "网络安全演练", "=", "2", "次"),
        ("z", "系统正常运行率", ">=", "99.9", "%"),
        ("z", "等保测评通过率", "=", "100", "%"),
        ("t", "故障响应时间", "<=", "30", "分钟"),
        ("t", "服务采购完成及时性", "", "及时", "及时", "较及时"),
        ("c", "运维费用占比", "<=", "15", "%"),
        ("c", "云资源年租用费", "<=", "460", "万元"),
        ("e", "节约重复建设资金", ">=", "120", "万元"),
        ("s", "一网通办率", ">=", "88", "%"),
        ("s", "数据共享水平", "", "显著提高", "显著提高", "提高"),
        ("k", "系统可持续运行", "", "可持续", "可持续", "可持续"),
        ("m", "使用单位满意度", ">=", "90", "%"),
    ],
}
_PLAIN = {
    "万册": (10_000, "册"),
    "万人次": (10_000, "人次"),
    "万元": (10_000, "元"),
    "亿元": (10**8, "元"),
    "万亩": (10_000, "亩"),
    "万人": (10_000, "人"),
    "万立方米": (10_000, "立方米"),
    "亿条": (10**8, "条"),
}


class Value(msgspec.Struct, frozen=True):
    """A printed value with what it says. `open`: parts that a careful reader would leave open."""

    text: str
    sign: str | None = None
    value: Decimal | None = None
    unit: str | None = None
    open: tuple[str, ...] = ()


class Item(msgspec.Struct, kw_only=True):
    """One indicator: numbers stay apart from their printing. `number` is empty where the target is words."""

    group: str
    name: str
    sign: str
    number: str
    unit: str
    words: str
    done: str
    weight: Decimal
    score: Decimal
    reason: str

    @property
    def level2(self) -> str:
        """数量指标 and so on."""
        return LEVELS[self.group]

    def target(self, style: str = "glyph") -> Value:
        """As printed: glyph ≥95%, ascii >=95%, words 不低于95%, above 95%以上, bare 95%, number 95."""
        if not self.number:
            return Value(self.words)
        return printed(self.sign, self.number, self.unit, style)

    def actual(self, bare: bool = False) -> Value:
        """The completion, with its unit or bare: then it is read in the target's."""
        if not self.number:
            return Value(self.done)
        scale, unit = _PLAIN.get(self.unit, (1, self.unit))
        return Value(self.done if bare else self.done + self.unit, None, D(self.done) * scale, unit)


def printed(sign: str, number: str, unit: str, style: str) -> Value:
    """A target in one of the ways in which offices print it."""
    ways = {
        "glyph": {">=": "≥{}", "<=": "≤{}", "=": "={}"},
        "ascii": {">=": ">={}", "<=": "<={}", "=": "={}"},
        "wide": {">=": "≧{}", "<=": "≦{}", "=": "＝{}"},
        "words": {">=": "不低于{}", "<=": "不超过{}", "=": "{}"},
        "above": {">=": "{}以上", "<=": "{}以内", "=": "{}"},
        "bare": {">=": "{}", "<=": "{}", "=": "{}"},
    }[style]
    scale, plain = _PLAIN.get(unit, (1, unit))
    said = None if style == "bare" or ways[sign] == "{}" else sign
    return Value(ways[sign].format(number + unit), said, D(number) * scale, plain)


def items(
    rng: Random,
    theme: str,
    counts: str,
    weights: tuple[int, ...],
    cut: int = 1,
    themes: Mapping[str, list[tuple[str, ...]]] = POOL,
) -> list[Item]:
    """Indicators of the groups `counts` names (a letter each, so often), with weights summing per third.

    `weights`: of 产出, 效益, 满意度. `cut`: decimals of a reduced score. `themes`: where they come from.
    """
    chosen = []
    for group in ORDER:
        pool = [entry for entry in themes[theme] if entry[0] == group]
        chosen += sorted(rng.sample(pool, min(counts.count(group), len(pool))), key=pool.index)
    thirds = ["qztc", "esgk", "m"]
    points: list[Decimal] = []
    for third, total in zip(thirds, weights, strict=True):
        count = sum(entry[0] in third for entry in chosen)
        points += _share(total, count)
    return [_item(rng, entry, weight, cut) for entry, weight in zip(chosen, points, strict=True)]


def _share(total: int, count: int) -> list[Decimal]:
    if not count:
        return []
    each = (D(total) / count).quantize(D("0.5"), ROUND_DOWN)
    each = D(int(each * 2)) / 2
    return [each] * (count - 1) + [total - each * (count - 1)]


def _item(rng: Random, entry: tuple[str, ...], weight: Decimal, cut: int) -> Item:
    group, name, sign, *rest = entry
    missed = rng.random() < 0.25
    if not sign:
        words, good, poor = rest
        score = (weight * D("0.8")).quantize(D(1).scaleb(-cut)) if missed else weight
        return Item(
            group=group, name=name, sign="", number="", unit="", words=words, done=poor if missed else good,
            weight=weight, score=score, reason=rng.choice(REASONS) if missed else "",
        )  # fmt: skip
    number, unit = rest
    done, ratio = _done(rng, sign, D(number), unit, missed)
    score = weight if ratio >= 1 else (weight * ratio).quantize(D(1).scaleb(-cut), ROUND_HALF_UP)
    return Item(
        group=group, name=name, sign=sign, number=number, unit=unit, words="", done=done, weight=weight,
        score=score, reason=rng.choice(REASONS) if ratio < 1 else "",
    )  # fmt: skip


def _done(rng: Random, sign: str, target: Decimal, unit: str, missed: bool) -> tuple[str, Decimal]:
    step = D(1).scaleb(target.as_tuple().exponent)  # type: ignore[arg-type]
    low, high = {">=": (0.7, 0.97) if missed else (1, 1.12), "<=": (1.05, 1.25) if missed else (0.8, 1)}.get(
        sign, (1, 1)
    )
    done = (target * D(str(round(rng.uniform(low, high), 3)))).quantize(step, ROUND_HALF_UP)
    if unit == "%" and done > 100:
        done = D(100)
    if sign == "<=":
        ratio = D(1) if done <= target else max(D(0), 2 - done / target)
    else:
        ratio = D(1) if done >= target else done / target
    return f"{done:f}", ratio


class Office(msgspec.Struct, kw_only=True):
    """Who fills the form in, for what, when. Money in 万元."""

    rng: Random
    theme: str
    place: str
    unit: str
    project: str
    year: int
    first: Decimal
    budget: Decimal
    spent: Decimal
    fiscal: Decimal
    fiscal_spent: Decimal

    @property
    def other(self) -> tuple[Decimal, Decimal]:
        """Budget and spending of what is no fiscal money."""
        return self.budget - self.fiscal, self.spent - self.fiscal_spent

    @property
    def rate(self) -> Decimal:
        """Percent, two decimals."""
        return percent(self.spent, self.budget)

    def execution(self, weight: int = 10) -> Decimal:
        """Points for the spending, two decimals."""
        return (weight * min(self.spent / self.budget, D(1))).quantize(D("0.01"), ROUND_HALF_UP)


def percent(part: Decimal, whole: Decimal) -> Decimal:
    """Two decimals, rounded half up."""
    return (100 * part / whole).quantize(D("0.01"), ROUND_HALF_UP)


def office(seed: int, theme: str) -> Office:
    """An office of the theme: its place, year and money follow the seed."""
    rng = Random(f"{theme}{seed}")
    place = rng.choice(PLACES)
    fiscal = D(rng.randint(4_000, 260_000)) / 100
    other = D(rng.randint(500, 9_000)) / 100
    spent = (fiscal * D(rng.randint(820, 1000)) / 1000).quantize(D("0.01"))
    rest = (other * D(rng.randint(600, 1000)) / 1000).quantize(D("0.01"))
    budget = fiscal + other
    return Office(
        rng=rng, theme=theme, place=place, unit=place + OFFICES[theme], project=rng.choice(PROJECTS[theme]),
        year=rng.randint(2019, 2025), first=(budget * D("0.92")).quantize(D("0.01")) if seed % 2 else budget,
        budget=budget, spent=spent + rest, fiscal=fiscal, fiscal_spent=spent,
    )  # fmt: skip
