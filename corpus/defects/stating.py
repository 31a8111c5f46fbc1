"""Planted defects of figures that bind each other in running text, and of claims about all rows."""

from __future__ import annotations

from decimal import Decimal
from random import Random

from corpus.defects.kind import Kind, add, kind, missed
from corpus.defects.sheet import CENT, Sheet, percent

_TENTH = Decimal("0.1")


def _priced(sheet: Sheet, draw: Random, off: Decimal) -> None:
    count, price = draw.randrange(20, 400), draw.choice((120, 300, 500, 800, 1200))
    amount = Decimal(count * price) / 10_000 + off
    add(sheet, "social", draw.choice((
        f"慰问困难群众{count}人，每人{price}元，共发放慰问金{amount}万元。",
        f"按每户{price}元的标准，补助{count}户，发放补助资金{amount}万元。",
        f"印制宣传资料{count}册，每册{price}元，支出{amount}万元。",
        f"培训骨干{count}人，人均费用{price}元，支出培训经费{amount}万元。",
    )))  # fmt: skip


def _price_off(sheet: Sheet, draw: Random) -> None:
    _priced(sheet, draw, Decimal(draw.choice((2, 3, 5))))


def _price_fits(sheet: Sheet, draw: Random) -> None:
    if draw.random() < 0.5:
        _priced(sheet, draw, Decimal(0))
    else:
        add(sheet, "social", "补助农户每户补助2000元，补助86户，项目总投资62万元，其中自筹44.8万元。")


def _survey(sheet: Sheet, draw: Random, more: int, rate: Decimal) -> None:
    sent = draw.randrange(150, 500)
    back = sent - draw.randrange(4, 20) + more
    shown = (Decimal(back) / sent * 100 + rate).quantize(_TENTH)
    add(sheet, "satisfaction", draw.choice((
        f"另发放调查表{sent}张，收回{back}张，回收率{shown}%。",
        f"另向服务对象发出测评表{sent}份，回收{back}份，回收率为{shown}%。",
    )))  # fmt: skip


def _more_back(sheet: Sheet, draw: Random) -> None:
    sheet.texts["satisfaction"] = ["群众反映良好。"]
    _survey(sheet, draw, draw.randrange(25, 60), Decimal(0))


def _return_rate_off(sheet: Sheet, draw: Random) -> None:
    sheet.texts["satisfaction"] = ["群众反映良好。"]
    _survey(sheet, draw, 0, Decimal(draw.choice(("-4", "3", "-6"))))


def _survey_fits(sheet: Sheet, draw: Random) -> None:
    _survey(sheet, draw, 0, Decimal(0))


def _staff(sheet: Sheet, draw: Random, filled: int) -> None:
    posts = sheet.staff[0]
    sheet.texts["duties"] = [draw.choice((
        f"负责行业管理工作。核定编制{posts}名，年末在职人员{filled}人。",
        f"负责行业管理工作。编制{posts}名，实有在编人员{filled}名，离退休12人。",
    ))]  # fmt: skip


def _too_many(sheet: Sheet, draw: Random) -> None:
    _staff(sheet, draw, sheet.staff[0] + draw.randrange(2, 7))


def _enough(sheet: Sheet, draw: Random) -> None:
    _staff(sheet, draw, sheet.staff[1])


def _staff_twice(sheet: Sheet, draw: Random) -> None:
    filled = sheet.staff[1]
    sheet.texts["duties"] = [f"负责行业管理工作。年末在职人员{filled}人。"]
    add(sheet, "management", f"在职人员{filled - draw.randrange(1, 5)}人全部签订责任书。")


def _staff_same(sheet: Sheet, draw: Random) -> None:
    filled = sheet.staff[1]
    sheet.texts["duties"] = [f"负责行业管理工作。年末在职人员{filled}人。"]
    add(sheet, "management", draw.choice((
        f"在职人员{filled}人全部签订责任书。", f"2020年末在职人员{filled + 2}人。", f"其中行政在职人员{filled // 2}人。",
    )))  # fmt: skip


def _happened(sheet: Sheet, draw: Random) -> None:
    what = draw.choice(("安全生产事故", "火灾事故", "食物中毒事件", "环境污染事件"))
    add(sheet, "social", f"全年未发生{what}。")
    add(
        sheet,
        "sustained",
        f"{draw.randrange(3, 11)}月发生{what.removesuffix('事件')}{draw.randrange(1, 3)}起，已妥善处置。",
    )


def _prevented(sheet: Sheet, draw: Random) -> None:
    what = draw.choice(("安全生产事故", "火灾事故"))
    add(sheet, "social", f"全年未发生{what}。")
    add(sheet, "sustained", draw.choice((
        f"开展{what}应急演练{draw.randrange(2, 9)}次。", f"排查{what}隐患{draw.randrange(20, 90)}起。",
        f"上年发生{what}1起。",
    )))  # fmt: skip


def _adjusted(sheet: Sheet, draw: Random, off: Decimal) -> None:
    whole, executed = sheet.funds[0].budget, sheet.funds[0].executed
    more = (whole * draw.randrange(5, 20) / 100).quantize(CENT)
    before = whole - more + off
    sheet.texts["budget"] = [draw.choice((
        f"年初预算{before}万元，年中追加{more}万元，调整后预算{whole}万元，执行{executed}万元。",
        f"{sheet.year}年年初预算{before}万元，使用上年结转{more}万元，全年预算{whole}万元，支出{executed}万元。",
    ))]  # fmt: skip


def _adjusted_off(sheet: Sheet, draw: Random) -> None:
    _adjusted(sheet, draw, Decimal(draw.choice((10, -20, 36))))


def _adjusted_right(sheet: Sheet, draw: Random) -> None:
    _adjusted(sheet, draw, Decimal(0))


def _left(sheet: Sheet, draw: Random, off: Decimal) -> None:
    whole, executed = sheet.funds[0].budget + 100, sheet.funds[0].executed
    sheet.funds[0].budget, sheet.fund("project").budget = whole, sheet.fund("project").budget + 100
    sheet.named("预算完成率").result = Decimal(percent(executed, whole).rstrip("%"))
    left = whole - executed + off
    sheet.texts["budget"] = [draw.choice((
        f"全年预算数{whole}万元，执行数{executed}万元，年末结余{left}万元。",
        f"全年预算数{whole}万元，全年执行数{executed}万元。年末结转结余资金{left}万元。",
    ))]  # fmt: skip


def _left_off(sheet: Sheet, draw: Random) -> None:
    _left(sheet, draw, Decimal(draw.choice((10, 20, 8))))


def _left_right(sheet: Sheet, draw: Random) -> None:
    _left(sheet, draw, Decimal(0))
    add(sheet, "budget", "上年结转结余资金36万元已全部支出。")


def _share(sheet: Sheet, draw: Random, off: int) -> None:
    spent, basic = sheet.funds[0].executed, sheet.fund("basic").executed
    rate = Decimal(percent(basic, spent).rstrip("%")) + off
    add(sheet, "budget", f"其中基本支出{basic}万元，占总支出的{rate}%。")


def _share_off(sheet: Sheet, draw: Random) -> None:
    sheet.texts["budget"] = [
        f"全年预算数{sheet.funds[0].budget}万元，全年支出{sheet.funds[0].executed}万元。"
    ]
    _share(sheet, draw, draw.choice((3, -4, 10)))


def _share_right(sheet: Sheet, draw: Random) -> None:
    sheet.texts["budget"] = [
        f"全年预算数{sheet.funds[0].budget}万元，全年支出{sheet.funds[0].executed}万元。"
    ]
    _share(sheet, draw, 0)


def _saved(sheet: Sheet, draw: Random, off: Decimal) -> None:
    plan = Decimal(draw.randrange(100, 900))
    saved = Decimal(draw.randrange(20, 90)) / 10
    add(sheet, "management", f"采购预算{plan}万元，实际采购{plan - saved}万元，节约资金{saved + off}万元。")


def _saved_off(sheet: Sheet, draw: Random) -> None:
    _saved(sheet, draw, Decimal(draw.choice(("1", "10", "-1"))))


def _saved_right(sheet: Sheet, draw: Random) -> None:
    _saved(sheet, draw, Decimal(0))


def _all_pleased(sheet: Sheet, draw: Random) -> None:
    value = sheet.lines[-1].result or Decimal(0)
    least = int(value) + 1
    add(
        sheet,
        "satisfaction",
        draw.choice((f"各类服务对象满意度均在{least}%以上。", f"服务对象满意度均达到{least}%以上。")),
    )


def _pleased_enough(sheet: Sheet, draw: Random) -> None:
    value = sheet.lines[-1].result or Decimal(0)
    add(sheet, "satisfaction", f"各类服务对象满意度均在{int(value)}%以上。")


def _no_loss(sheet: Sheet, draw: Random) -> None:
    missed(sheet, draw)
    add(
        sheet,
        "satisfaction",
        draw.choice(("本次自评所有指标均未扣分。", "各项指标得分均为满分。", "本次自评无扣分事项。")),
    )


def _some_loss(sheet: Sheet, draw: Random) -> None:
    missed(sheet, draw)
    add(sheet, "satisfaction", draw.choice(("满意度指标未扣分。", "除产出指标外，其余指标均为满分。")))


def _filed(sheet: Sheet, draw: Random, year: int) -> None:
    sheet.printed["date"] = f"填报日期：{year}年{draw.randrange(1, 5)}月{draw.randrange(1, 28)}日"


def _filed_before(sheet: Sheet, draw: Random) -> None:
    _filed(sheet, draw, sheet.year - 1)


def _filed_after(sheet: Sheet, draw: Random) -> None:
    _filed(sheet, draw, sheet.year + 1)


def _all_but(sheet: Sheet, draw: Random) -> None:
    n = draw.randrange(2, 4)
    add(sheet, "social", f"{n + 9}座泵站全部按期完工。其中{n}座因雨水天气推迟至次年完工。")


def _all_except(sheet: Sheet, draw: Random) -> None:
    add(sheet, "social", draw.choice((
        "除2座泵站推迟外，其余均按期完工。", "12座泵站全部按期完工。新开工泵站3座。",
        "12座泵站全部按期完工，1座首次验收不合格，整改后验收合格。",
    )))  # fmt: skip


def _grown(sheet: Sheet, draw: Random, off: int) -> None:
    now, before = draw.randrange(400, 900), draw.randrange(200, 390)
    add(sheet, "social", f"服务热线接听{now}次，比上年{before}次增加{now - before + off}次。")


def _grown_off(sheet: Sheet, draw: Random) -> None:
    _grown(sheet, draw, draw.choice((10, -10, 100)))


def _grown_right(sheet: Sheet, draw: Random) -> None:
    _grown(sheet, draw, 0)


def _kept_within(sheet: Sheet, draw: Random, over: Decimal) -> None:
    plan = Decimal(draw.randrange(60, 200)) / 10
    add(sheet, "budget", draw.choice((
        f"“三公”经费预算{plan}万元，支出{plan + over}万元，未超预算。",
        f"会议费年初预算{plan}万元，实际支出{plan + over}万元，控制在预算范围内。",
    )))  # fmt: skip


def _over_budget(sheet: Sheet, draw: Random) -> None:
    _kept_within(sheet, draw, Decimal(draw.choice(("0.6", "1.2"))))


def _within_budget(sheet: Sheet, draw: Random) -> None:
    _kept_within(sheet, draw, Decimal(draw.choice(("-0.6", "0"))))


KINDS: tuple[Kind, ...] = (
    kind("F17", _price_off, _price_fits, sure=False), kind("F18", _more_back, _survey_fits, also="C11", sure=False), kind("F18 F02", _return_rate_off, _survey_fits, also="C11", sure=False),
    kind("F19", _too_many, _enough, also="C07", sure=False), kind("F01", _staff_twice, _staff_same, also="C07", sure=False), kind("F21", _happened, _prevented, sure=False),
    kind("F22", _adjusted_off, _adjusted_right, also="C01 C14", sure=False), kind("C17", _left_off, _left_right, also="A02 A15 B01", sure=False), kind("F23", _share_off, _share_right, sure=False),
    kind("F20", _saved_off, _saved_right, sure=False), kind("C18", _all_pleased, _pleased_enough, sure=False), kind("C20", _no_loss, _some_loss, also="C10", sure=False),
    kind("E21", _filed_before, _filed_after, sure=False), kind("F24", _all_but, _all_except, sure=False), kind("F03", _grown_off, _grown_right), kind("F05", _over_budget, _within_budget),
)  # fmt: skip
