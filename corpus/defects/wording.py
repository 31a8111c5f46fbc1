"""Planted defects of family F: inside the report."""

from __future__ import annotations

from decimal import Decimal
from random import Random

from corpus.defects.kind import Kind, add, counted, kind, missed, swapped
from corpus.defects.narrating import _plain
from corpus.defects.sheet import Sheet

DECIMAL = Decimal("0.1")


def _two_numbers(sheet: Sheet, draw: Random) -> None:
    line = counted(sheet, draw)
    _plain(line)
    if line.result is not None:
        add(sheet, "sustained", f"全年{line.verb}{line.show(swapped(line.result))}，有力支撑了长效发展。")


def _two_alike(sheet: Sheet, draw: Random) -> None:
    line = counted(sheet, draw)
    _plain(line)
    if line.result is not None:
        line.result += not line.result % 10
        _plain(line)
        tens = line.result // 10 * 10
        add(
            sheet,
            "sustained",
            draw.choice(
                (
                    f"全年{line.verb}{tens}余{line.unit}。",
                    f"近三年累计{line.verb}{line.show(line.result * 3)}。",
                    f"2020年{line.verb}{line.show(line.result - 4)}。",
                )
            ),
        )


def _growth_off(sheet: Sheet, draw: Random) -> None:
    a, b, true = _growth(draw)
    add(sheet, "social", f"{_topic(draw)}{a}亿元，比上年{b}亿元增长{true + draw.choice((3, -4, 5))}%。")


def _growth_right(sheet: Sheet, draw: Random) -> None:
    a, b, true = _growth(draw)
    add(
        sheet,
        "social",
        draw.choice(
            (
                f"{_topic(draw)}{a}亿元，比上年{b}亿元增长{true}%。",
                f"{_topic(draw)}{a}亿元，同比增长{true}%。",
            )
        ),
    )


def _growth(draw: Random) -> tuple[Decimal, Decimal, Decimal]:
    b = Decimal(draw.randrange(3000, 9000)) / 100
    a = (b * Decimal(draw.randrange(106, 125)) / 100).quantize(Decimal("0.01"))
    return a, b, ((a / b - 1) * 100).quantize(DECIMAL)


def _topic(draw: Random) -> str:
    return draw.choice(("全区规上工业产值", "全区旅游综合收入", "社会消费品零售总额"))


def _list_off(sheet: Sheet, draw: Random) -> None:
    names = "、".join(sheet.branches)
    n = len(sheet.branches) + draw.choice((1, 2, -1))
    sheet.texts["duties"] = [
        f"本单位承担行业管理职责，内设{n}个科室：{names}。编制{sheet.staff[0]}名，在职{sheet.staff[1]}名。"
    ]


def _list_open(sheet: Sheet, draw: Random) -> None:
    names, n = "、".join(sheet.branches), len(sheet.branches)
    said = draw.choice(
        (f"内设{names}等{n + 2}个科室", f"内设{n}个科室：{names}", f"内设{n + 1}个科室，包括{names}等")
    )
    sheet.texts["duties"] = [
        f"本单位承担行业管理职责，{said}。编制{sheet.staff[0]}名，在职{sheet.staff[1]}名。"
    ]


def _bound_off(sheet: Sheet, draw: Random) -> None:
    line = counted(sheet, draw)
    if line.result is not None:
        tens = (line.result // 10 + 1) * 10
        a = line.show(line.result)
        line.said = draw.choice(
            (f"{line.verb}突破{tens}{line.unit}，达到{a}。", f"{line.verb}超过{tens}{line.unit}，达到{a}。")
        )


def _bound_right(sheet: Sheet, draw: Random) -> None:
    line = counted(sheet, draw)
    if line.result is not None:
        line.result += not line.result % 10
        tens, a = line.result // 10 * 10, line.show(line.result)
        line.said = draw.choice(
            (
                f"{line.verb}突破{tens}{line.unit}，达到{a}。",
                f"{line.verb}超{tens}{line.unit}，实际{a}。",
            )
        )


def _rank_off(sheet: Sheet, draw: Random) -> None:
    n = draw.randrange(7, 14)
    add(
        sheet,
        "social",
        draw.choice(
            (f"在全市{n}个县区中排名第{n + 3}。", f"综合考核在全市{n}个县（市、区）中位列第{n + 2}位。")
        ),
    )


def _rank_right(sheet: Sheet, draw: Random) -> None:
    n = draw.randrange(7, 14)
    add(sheet, "social", draw.choice((f"在全市{n}个县区中排名第{n - 3}。", "综合考核在全省排名第25位。")))


def _old_year(sheet: Sheet, draw: Random) -> None:
    sheet.texts["duties"] = [
        f"{sheet.year - 2}年3月机构改革后承担行业管理职责。今年以来，我单位核定编制{sheet.staff[0]}名，在职{sheet.staff[1]}名。"
    ]


def _own_year(sheet: Sheet, draw: Random) -> None:
    first = draw.choice(("今年以来", f"{sheet.year}年以来", "本年度"))
    sheet.texts["duties"] = [
        f"{sheet.year - 2}年3月机构改革后承担行业管理职责。{sheet.year}年编制{sheet.staff[0]}名。{first}，在职{sheet.staff[1]}名。"
    ]


def _claim_beside_rate(sheet: Sheet, draw: Random) -> None:
    line = missed(sheet, draw)
    if line.goal is None or line.result is None:
        return
    rate = f"{(line.result / line.goal * 100).quantize(DECIMAL)}%"
    line.said = f"{line.verb}{line.show(line.result)}（任务数{line.show(line.goal)}），完成率{rate}。各项目标任务全部完成，完成率100%。"


def _claim_hedged(sheet: Sheet, draw: Random) -> None:
    line = missed(sheet, draw)
    if line.goal is None or line.result is None:
        return
    rate = f"{(line.result / line.goal * 100).quantize(DECIMAL)}%"
    line.said = f"{line.verb}{line.show(line.result)}，完成率{rate}，其余各项任务均已完成。"


def _unanswered(sheet: Sheet, draw: Random) -> None:
    sheet.texts["problems"] = ["一是绩效指标设置不够科学。二是固定资产处置不及时。"]
    sheet.texts["measures"] = [draw.choice(("1.完善绩效指标体系。", "1.科学设置绩效指标，提高指标质量。"))]


def _answered(sheet: Sheet, draw: Random) -> None:
    sheet.texts["problems"] = ["一是绩效指标设置不够科学。二是固定资产处置不及时。"]
    sheet.texts["measures"] = ["1.科学设置绩效指标，及时办理固定资产处置手续。"]


def _wrong_level(sheet: Sheet, draw: Random) -> None:
    add(
        sheet,
        "management",
        draw.choice(("我区严格按照财政要求，及时完成单位会计核算。", "我市认真编制单位预决算，按时公开。")),
    )


def _right_level(sheet: Sheet, draw: Random) -> None:
    add(
        sheet,
        "management",
        draw.choice(("我单位按时公开单位预决算。", "服务我区企业120家。", "我区经济平稳运行。")),
    )


def _numbers_skip(sheet: Sheet, draw: Random) -> None:
    sheet.texts["management"] = [f"{n}.{x}" for n, x in zip((1, 2, draw.choice((4, 5))), _STEPS, strict=True)]


def _numbers_run(sheet: Sheet, draw: Random) -> None:
    sheet.texts["management"] = [f"{n}.{x}" for n, x in enumerate(_STEPS, 1)]


_STEPS = ("明确办公室牵头预算绩效管理。", "修订完善内部控制制度。", "按季调度各科室进度。")


def _parts_over(sheet: Sheet, draw: Random) -> None:
    n = draw.randrange(60, 200)
    add(sheet, "social", f"共帮扶企业{n}家，其中工业企业{n * 2 // 3}家、商贸企业{n // 2}家。")


def _parts_fit(sheet: Sheet, draw: Random) -> None:
    n = draw.randrange(60, 200)
    add(
        sheet,
        "social",
        draw.choice(
            (
                f"共帮扶企业{n}家，其中工业企业{n - n // 3}家、商贸企业{n // 3}家。",
                f"共帮扶企业{n}家，其中工业企业{n // 2}家。",
            )
        ),
    )


def _pasted(sheet: Sheet, draw: Random) -> None:
    text = "通过健全工作机制、压实工作责任、强化过程管控，各项惠民措施落地见效，群众获得感明显增强，行业治理能力稳步提高。"
    add(sheet, "social", "")
    sheet.texts["social"] = [*sheet.texts["social"], text]
    add(sheet, "sustained", "")
    sheet.texts["sustained"] = [
        *sheet.texts["sustained"],
        text.replace("提高。", "提高，成效明显。") if draw.random() < 0.5 else text,
    ]


def _reworded(sheet: Sheet, draw: Random) -> None:
    sheet.texts["goals"] = [
        sheet.texts.get("goals", [""])[0]
        or "按年初计划推进全年重点工作，确保资金安全规范使用、按期发挥效益，让群众得到实惠。"
    ]
    add(sheet, "social", "资金安全规范使用、按期发挥效益，群众得到实惠。")
    sheet.dropped = {"goals"}


def _late(sheet: Sheet, draw: Random) -> None:
    sheet.texts["timing"] = [
        draw.choice(
            (
                f"工程于{sheet.year + 1}年3月完工。",
                f"主体工程{sheet.year + 1}年2月15日建成并投入使用。",
                f"工程{sheet.year}年10月完工，{sheet.year}年8月通过竣工验收。",
            )
        )
    ]


def _in_time(sheet: Sheet, draw: Random) -> None:
    sheet.texts["timing"] = [
        draw.choice(
            (
                f"工程于{sheet.year}年11月底完成。",
                f"工程{sheet.year}年8月完成，{sheet.year}年10月通过验收。",
                f"二期工程计划于{sheet.year + 1}年3月完工。",
            )
        )
    ]


KINDS: tuple[Kind, ...] = (
    kind("F01 C02", _two_numbers, _two_alike), kind("F03", _growth_off, _growth_right), kind("F04", _list_off, _list_open),
    kind("F05", _bound_off, _bound_right, also="C02"), kind("F06", _rank_off, _rank_right, sure=False),
    kind("F07", _old_year, _own_year, sure=False), kind("F08 C10", _claim_beside_rate, _claim_hedged), kind("F09", _unanswered, _answered, also="C12", sure=False),
    kind("F10", _wrong_level, _right_level, sure=False), kind("F11", _numbers_skip, _numbers_run), kind("F14", _parts_over, _parts_fit),
    kind("F15", _pasted, _reworded), kind("F16", _late, _in_time, sure=False),
    kind("F03", _growth_off, _growth_right, form="project"), kind("F16", _late, _in_time, sure=False, form="project"),
)  # fmt: skip
