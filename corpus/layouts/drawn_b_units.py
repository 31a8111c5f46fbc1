"""Set B: whole units, transfers, forms within reports."""

from __future__ import annotations

from collections.abc import Callable

from corpus.layouts.drawn_parts import WAN, Row, first_only, fund, h, level1, merged, p, points, truth, w
from corpus.layouts.drawn_pool import D, Value, items, office, percent
from corpus.layouts.truth import Drawn, FormTruth, FundTruth, RowTruth
from corpus.writing.drawing import Slot, document


def six_dimensions(seed: int) -> Drawn:
    """Shandong: a whole unit by 运行成本, 管理效率, 履职效能 and so on; expected and realised, the score in the head."""
    o = office(seed, "culture")
    plan = [
        ("运行成本", "公用经费控制", "公用经费变动率", "≤0%", "<=", "0", "%", "-3.2%", "-3.2", 8),
        ("运行成本", "“三公”经费控制", "“三公”经费变动率", "≤0%", "<=", "0", "%", "-12.5%", "-12.5", 7),
        ("管理效率", "预算管理", "预算调整率", "≤10%", "<=", "10", "%", "6.8%", "6.8", 6),
        ("管理效率", "预算管理", "结转结余率", "≤5%", "<=", "5", "%", "7.1%", "7.1", 6),
        ("管理效率", "资产管理", "固定资产利用率", "≥95%", ">=", "95", "%", "98%", "98", 5),
        ("管理效率", "采购管理", "政府采购规范性", "规范", None, None, None, "规范", None, 5),
        ("履职效能", "公共服务", "举办群众文化活动", "≥120场", ">=", "120", "场", "131场", "131", 13),
        ("履职效能", "公共服务", "免费开放场馆数", "9个", None, "9", "个", "9个", "9", 12),
        ("履职效能", "市场监管", "文化市场执法检查", "≥400家次", ">=", "400", None, "412家次", "412", 10),
        ("社会效应", "社会效益", "人均接受文化场馆服务次数", "≥2.6次", ">=", "2.6", "次", "2.7次", "2.7", 10),
        ("社会效应", "服务对象满意度", "群众满意度", "≥90%", ">=", "90", "%", "93.4%", "93.4", 10),
        ("可持续发展能力", "体制机制改革", "改革任务完成率", "100%", None, "100", "%", "100%", "100", 8),
    ]
    lines, rows, total = [], [], D(0)
    for one, two, three, target, sign, number, unit, actual, done, weight in plan:
        score = D(weight) - (1 if o.rng.random() < 0.3 else 0)
        reason = "项目支出进度偏慢，结转资金较多" if score < weight else ""
        lines.append([one, two, three, target, actual, f"{weight}.0", f"{score}.0", reason])
        total += score
        rows.append(RowTruth(
            level1=one, level2=two, level3=three, target_text=[target], target_sign=sign,
            target_value=None if number is None else D(number), target_unit=unit, actual_text=[actual],
            actual_value=None if done is None else D(done), weight=D(f"{weight}.0"), score=D(f"{score}.0"), reason=reason or None,
        ))  # fmt: skip
    table: list[Row] = [
        ["部门名称", w(o.unit, 3), "所属预算单位数", "6", "自评得分", p(total)],
        ["预算执行", "", w("年初预算", 2), "调整预算", w("决算数", 2), "预算执行率"],
        [Slot("（万元）", rows=3), "基本支出", w(p(o.fiscal), 2), p(o.fiscal), w(p(o.fiscal_spent), 2), f"{percent(o.fiscal_spent, o.fiscal)}%"],
        ["项目支出", w(p(o.other[0]), 2), p(o.other[0]), w(p(o.other[1]), 2), f"{percent(o.other[1], o.other[0])}%"],
        ["支出合计", w(p(o.budget), 2), p(o.budget), w(p(o.spent), 2), f"{o.rate}%"],
        *merged([["一级指标", "二级指标", "三级指标", "预期值", "实现值", "分值", "自评得分", "差异原因及改进措施"], *lines], 2),
    ]  # fmt: skip
    return Drawn(
        document=document("附件3", f"{o.year}年度省直部门整体绩效自评表", table),
        forms=[FormTruth(
            kind="department", year=o.year, unit_name=o.unit, total_score=total, rows=rows,
            funds=[
                fund("basic", o.fiscal, o.fiscal_spent, first=o.fiscal, rate=percent(o.fiscal_spent, o.fiscal)),
                fund("project", *o.other, first=o.other[0], rate=percent(o.other[1], o.other[0])),
                fund("total", o.budget, o.spent, first=o.budget, rate=o.rate),
            ],
        )],
    )  # fmt: skip


def last_year_before(seed: int) -> Drawn:
    """Liaoning: last year's completion stands before the target; duties in lines; the reason before the score."""
    o = office(seed, "school")
    listed = items(o.rng, "school", "qqqzztcsskm", (60, 30, 10))
    lines, rows = [], []
    for i in listed:
        target, actual = i.target("above"), i.actual()
        before = f"{i.number}{i.unit}" if i.number else i.words
        lines.append(
            [level1(i), i.level2, i.name, before, target.text, actual.text, i.reason, p(i.weight), p(i.score)]
        )
        rows.append(truth(i, target, actual, level1(i), i.level2))
    weight, score = points(listed)
    table: list[Row] = [
        [w("单位名称", 2), w(o.unit, 7)],
        [w("主要职责", 2), w("承担初中、高中阶段教育教学任务，现有教学班48个。", 7)],
        [w("年度部门预算（万元）", 2), w("全年预算数", 2), w(p(o.budget), 2), "全年执行数", w(p(o.spent), 2)],
        [w("年度履职目标", 2), w("改善办学条件，提高教育质量，办人民满意的教育。", 3), "目标实现情况", w("办学条件得到改善，教育质量稳步提高。", 3)],
        *merged([["一级指标", "二级指标", "三级指标", "上年完成值", "本年目标值", "本年完成值", "未完成原因", "分值", "得分"], *lines], 2),
        [w("合计", 7), p(weight), p(score)],
    ]  # fmt: skip
    return Drawn(
        document=document(f"{o.year}年度单位整体支出绩效自评表", table),
        forms=[FormTruth(
            kind="department", year=o.year, unit_name=o.unit, total_weight=weight, total_score=score, rows=rows,
            goals=[("改善办学条件，提高教育质量，办人民满意的教育。", "办学条件得到改善，教育质量稳步提高。")],
            funds=[FundTruth(item="total", budget=o.budget * WAN, executed=o.spent * WAN)],
        )],
    )  # fmt: skip


def framework_with_points(seed: int) -> Drawn:
    """Hunan: 投入, 过程, 产出, 效果 with a standard and its explanation; points in the names, no targets, scored by the unit."""
    o = office(seed, "farm")
    parts = [
        ("投入", 10, [("预算配置", 10, [("在职人员控制率", 5), ("“三公经费”变动率", 5)])]),
        ("过程", 50, [("预算执行", 20, [("预算完成率", 5), ("预算控制率", 5), ("新建楼堂馆所面积控制率", 5), ("新建楼堂馆所投资概算控制率", 5)]),
                    ("预算管理", 30, [("公用经费控制率", 8), ("“三公经费”控制率", 7), ("政府采购执行率", 6), ("管理制度健全性", 4), ("资金使用合规性", 5)])]),
        ("产出", 10, [("职责履行", 10, [("重点工作实际完成率", 10)])]),
        ("效果", 30, [("履职效益", 30, [("经济效益", 6), ("社会效益", 8), ("行政效能", 6), ("社会公众或服务对象满意度", 10)])]),
    ]  # fmt: skip
    lines, rows, total = [], [], D(0)
    for one, one_weight, seconds in parts:
        for two, two_weight, thirds in seconds:
            for three, weight in thirds:
                score = D(weight) - (1 if o.rng.random() < 0.25 else 0)
                total += score
                lines.append(
                    [
                        f"{one}（{one_weight}分）",
                        f"{two}\n（{two_weight}分）",
                        three,
                        str(weight),
                        "完成得满分；每降低1个百分点扣0.5分，扣完为止。",
                        p(score),
                    ]
                )
                rows.append(RowTruth(level1=one, level2=two, level3=three, weight=D(weight), score=score))
    table: list[Row] = [
        *merged([["一级指标", "二级指标", "三级指标", "分值", "评分标准", "自评得分"], *lines], 2),
        [w("合计", 3), "100", "", p(total)],
    ]
    return Drawn(
        document=document("附件2", f"{o.year}年度部门整体支出绩效自评评分表", f"填报单位（盖章）：{o.unit}", table),
        forms=[FormTruth(kind="department", year=o.year, unit_name=o.unit, total_weight=D(100), total_score=total, rows=rows)],
    )  # fmt: skip


def transfer_of_counties(seed: int) -> Drawn:
    """An older transfer form: money arrived and spent by level, sentences with figures, one reason for the whole."""
    o = office(seed, "water")
    listed = items(o.rng, "water", "qqqztesgm", (50, 40, 10))
    lines, rows = [], []
    for number, i in enumerate(listed):
        target, actual = i.target("ascii"), i.actual()
        if number == 0:
            actual = Value(f"全年完成{actual.text}，均已通过验收", open=("value",))
        lines.append([level1(i), i.level2, i.name, target.text, actual.text])
        rows.append(truth(i, target, actual, level1(i), i.level2, scored=False, reason=False))
    central = (o.fiscal * D("0.7")).quantize(D("0.01"))
    own = o.fiscal - central
    central_spent = (o.fiscal_spent * D("0.7")).quantize(D("0.01"))
    own_spent = o.fiscal_spent - central_spent
    goal, done = "解决农村人口饮水不稳定问题，提升供水保障水平。", "1.新改建供水工程12处；2.受益人口1.6万人。"
    table: list[Row] = [
        ["专项（项目）名称", w("水利发展资金", 4)],
        ["省级主管部门", w("省水利厅", 2), "市县主管部门", o.unit],
        [h("资金情况（万元）", 5), "资金来源", "预算安排", "实际到位", "实际使用"],
        ["年度资金总额", p(o.budget), p(o.budget), p(o.spent)],
        ["中央补助资金", p(central), p(central), p(central_spent)],
        ["省级补助资金", p(own), p(own), p(own_spent)],
        ["市县资金及其他", p(o.other[0]), p(o.other[0]), p(o.other[1])],
        [h("年度目标"), w("年初目标", 2), w("实际完成", 2)],
        [w(goal, 2), w(done, 2)],
        *first_only([["一级指标", "二级指标", "三级指标", "目标值", "全年实际完成值"], *lines], 2),
        ["未完成原因和改进措施", w("部分工程受征地影响进度滞后，将于次年上半年完工。", 4)],
    ]  # fmt: skip
    return Drawn(
        document=document("附件", f"{o.year}年度中央和省级水利发展资金转移支付绩效自评表", table),
        forms=[FormTruth(
            kind="transfer", year=o.year, rows=rows, goals=[(goal, done)],
            funds=[
                fund("total", o.budget, o.spent),
                fund("central", central, central_spent),
                fund("provincial", own, own_spent),
            ],
        )],
    )  # fmt: skip


def two_in_a_report(seed: int) -> Drawn:
    """Yunnan: a report on projects with a small form after each project's paragraph."""
    parts: list[str | list[Row]] = []
    forms = [FormTruth(kind="report", year=office(seed, "health").year)]
    first = office(seed, "health")
    for number, theme in enumerate(("health", "data")):
        o = office(seed + 40 * number, theme)
        listed = items(o.rng, theme, "qqzztcsm", (60, 30, 10))
        lines, rows = [], []
        for i in listed:
            target, actual = i.target(), i.actual()
            lines.append(
                [level1(i), i.level2, i.name, target.text, actual.text, p(i.weight), p(i.score), i.reason]
            )
            rows.append(truth(i, target, actual, level1(i), i.level2))
        weight, score = points(listed)
        parts += [
            f"（{'一二'[number]}）{o.project}", f"该项目年初预算{p(o.budget)}万元，实际支出{p(o.spent)}万元，执行率{o.rate}%。自评情况见下表：",
            [
                ["项目名称", w(o.project, 7)],
                ["预算数（万元）", w(p(o.budget), 2), "执行数（万元）", p(o.spent), "执行率", w(f"{o.rate}%", 2)],
                *merged([["一级指标", "二级指标", "三级指标", "指标值", "完成值", "分值", "得分", "偏差原因"], *lines], 2),
                [w("合计", 5), p(weight), p(score), ""],
            ],
        ]  # fmt: skip
        forms.append(FormTruth(
            kind="project", project_name=o.project, total_weight=weight, total_score=score, rows=rows,
            funds=[fund("total", o.budget, o.spent, rate=o.rate)],
        ))  # fmt: skip
    return Drawn(
        document=document(
            f"{first.unit}{first.year}年度项目支出绩效自评报告", "一、基本情况", "我单位为公益一类事业单位，编制45人，在职42人。",
            "二、项目绩效自评情况", *parts, "三、存在问题", "绩效指标设置不够细化。", "四、下一步措施", "强化绩效目标管理。",
        ),
        forms=forms,
    )  # fmt: skip


def quality_of_words(seed: int) -> Drawn:
    """State capital: indicators in words alone, completion told in words with figures, blanks and 不涉及 among them."""
    o = office(seed, "data")
    plan = [
        ("产出指标", "数量指标", "完成企业增资户数", Value("2户", None, D(2), "户"), Value("2户", None, D(2), "户"), "20", "20", ""),
        ("产出指标", "质量指标", "资金拨付合规性", Value("合规"), Value("合规"), "15", "15", ""),
        ("产出指标", "时效指标", "资金到位时间", Value("9月30日前", open=("sign",)), Value("8月15日"), "15", "15", ""),
        ("产出指标", "成本指标", "项目管理成本", Value("不涉及"), Value("不涉及"), "", "", ""),
        ("效益指标", "经济效益指标", "国有资本保值增值率", Value("大于100%", ">", D(100), "%"), Value("103.6%", None, D("103.6"), "%"), "15", "15", ""),
        ("效益指标", "社会效益指标", "带动就业", Value("有所带动"), Value("新增就业86人，带动作用明显", open=("value",)), "15", "14", "带动就业主要集中在下半年"),
        ("满意度指标", "服务对象满意度指标", "职工满意度", Value("≥9０％", ">=", D(90), "%"), Value("９２％", None, D(92), "%"), "10", "10", ""),
    ]  # fmt: skip
    lines, rows = [], []
    for one, two, three, target, actual, weight, score, reason in plan:
        lines.append([one, two, three, target.text, actual.text, weight, score, reason])
        rows.append(RowTruth(
            level1=one, level2=two, level3=three, target_text=[target.text], target_sign=target.sign, target_value=target.value,
            target_unit=target.unit, actual_text=[actual.text], actual_value=actual.value, weight=D(weight) if weight else None,
            score=D(score) if score else None, reason=reason or None,
            unsure=[*(f"target_{part}" for part in target.open), *(f"actual_{part}" for part in actual.open)],
        ))  # fmt: skip
    table: list[Row] = [
        ["项目名称", w("国有企业资本金注入", 3), "资金性质", w("国有资本经营预算", 3)],
        ["主管部门", w(f"{o.place}国有资产监督管理局", 3), "项目单位", w(f"{o.place}城市建设投资集团有限公司", 3)],
        [h("项目资金（万元）", 3), w("", 1), w("全年预算数", 2), "全年执行数", "分值", "执行率", "得分"],
        ["年度资金总额", w("3,000.00", 2), "3,000.00", "10", "100.00%", "10"],
        ["国有资本经营预算", w("3,000.00", 2), "3,000.00", "", "100.00%", ""],
        ["年度总体目标", w("支持企业做强主业。", 3), "完成情况", w("已按期注资，企业主业更加突出。", 3)],
        *merged([["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "备注"], *lines], 1),
        [w("总计得分", 5), "100", "99", ""],
    ]  # fmt: skip
    return Drawn(
        document=document("国有资本经营预算项目绩效自评表", f"（{o.year}年度）", table),
        forms=[FormTruth(
            kind="project", year=o.year, unit_name=f"{o.place}城市建设投资集团有限公司", project_name="国有企业资本金注入",
            total_weight=D(100), total_score=D(99), rows=rows, goals=[("支持企业做强主业。", "已按期注资，企业主业更加突出。")],
            funds=[fund("total", D(3000), D(3000), rate=D(100), weight=10, score=D(10))],
        )],
    )  # fmt: skip


UNITS: dict[str, Callable[[int], Drawn]] = {
    "b_six_dimensions": six_dimensions,
    "b_last_year_before": last_year_before,
    "b_framework_with_points": framework_with_points,
    "b_transfer_of_counties": transfer_of_counties,
    "b_two_in_a_report": two_in_a_report,
    "b_quality_of_words": quality_of_words,
}
