"""Planted defects of family C: what the report tells against the forms."""

from __future__ import annotations

from decimal import ROUND_DOWN, Decimal
from random import Random

from corpus.defects.crossing import RENAMED
from corpus.defects.kind import Kind, achieved, add, counted, kind, missed, swapped
from corpus.defects.sheet import CENT, Line, Sheet, percent
from corpus.defects.telling import TEN


def _total_off(sheet: Sheet, draw: Random) -> None:
    b, e = sheet.funds[0].budget, sheet.funds[0].executed
    wrong = draw.choice((sheet.fund("project").budget, swapped(b), b + 100))
    sheet.texts["budget"] = [
        draw.choice(
            (
                f"2021年部门全年预算数{wrong}万元，全年执行数{e}万元。",
                f"2021年全年预算数为{wrong}万元，实际执行{e}万元。",
                f"2021年本单位全年预算数{wrong}万元，全年支出数{e}万元。",
            )
        )
    ]


def _total_rounded(sheet: Sheet, draw: Random) -> None:
    b, e = sheet.funds[0].budget, sheet.funds[0].executed
    works = sheet.fund("project").budget
    sheet.texts["budget"] = [
        draw.choice(
            (
                f"2021年全年预算数约{b.quantize(Decimal(1))}万元，执行数{e}万元。",
                f"2021年部门全年预算数{(b / 10000).quantize(Decimal('0.0001'))}亿元，执行数{e.quantize(Decimal('0.1'), ROUND_DOWN)}万元。",
                f"2021年项目支出全年预算数{works}万元，部门全年执行数{e}万元。",
                f"2020年部门预算数{b - 50}万元，2021年全年预算数{b}万元。",
            )
        )
    ]


def _result_off(sheet: Sheet, draw: Random) -> None:
    line = counted(sheet, draw)
    if line.result is None or line.goal is None:
        return
    wrong = swapped(line.result)
    a, t = line.show(wrong), line.show(line.goal)
    rate = percent(wrong, line.goal, 1)
    line.said = draw.choice(
        (
            f"全年{line.verb}{a}。",
            f"{line.verb}{a}（任务数{t}），完成率{rate}。",
            f"年初计划{line.verb}{t}，实际完成{a}。",
        )
    )


def _result_vague(sheet: Sheet, draw: Random) -> None:
    line = counted(sheet, draw)
    if line.result is None:
        return
    line.result += not line.result % TEN  # 余 and 近 leave out the round number itself
    tens, verb, unit = line.result // TEN * TEN, line.verb, line.unit
    line.said = draw.choice(
        (
            f"{verb}{tens}余{unit}。", f"{verb}{tens}多{unit}。", f"{verb}超过{tens}{unit}。",
            f"上半年{verb}{line.result // 2}{unit}，全年共{verb}{line.result}{unit}。", f"{verb}{line.result}{unit}，上年为{line.result - 3}{unit}。",
            f"{verb}{line.result}{unit}，其中城区{line.result // 3}{unit}。",
        )
    )  # fmt: skip


def _task_off(sheet: Sheet, draw: Random) -> None:
    line = counted(sheet, draw)
    if line.goal is None or line.result is None:
        return
    wrong = line.goal - draw.choice((2, 5, 3))
    a, t = line.show(line.result), line.show(wrong)
    line.said = draw.choice(
        (
            f"{line.verb}{a}（任务数{t}）。",
            f"{line.verb}目标任务{t}，全年完成{a}。",
            f"年初计划{line.verb}{t}，实际完成{a}。",
        )
    )


def _task_worded(sheet: Sheet, draw: Random) -> None:
    line = counted(sheet, draw)
    if line.goal is None or line.result is None:
        return
    a, t = line.show(line.result), line.show(line.goal)
    line.said = draw.choice(
        (
            f"{line.verb}{a}（任务数不少于{t}）。", f"{line.verb}目标任务{t}以上，全年完成{a}。",
            f"{line.verb}{a}，2022年计划{line.verb}{line.show(line.goal * 2)}。",
        )
    )  # fmt: skip


def _rate_off(sheet: Sheet, draw: Random) -> None:
    line = counted(sheet, draw)
    achieved(line, draw.choice(("1.07", "1.13", "1.21")))
    if line.goal is None or line.result is None:
        return
    wrong = f"{(line.result / line.goal * 100 + draw.choice((3, -4, 6))).quantize(Decimal('0.1'))}%"
    a, t = line.show(line.result), line.show(line.goal)
    line.said = draw.choice(
        (
            f"{line.verb}{a}（任务数{t}），完成率{wrong}。",
            f"{line.verb}目标任务{t}，全年完成{a}，完成率{wrong}。",
        )
    )


def _rate_cut(sheet: Sheet, draw: Random) -> None:
    line = counted(sheet, draw)
    if line.goal is None or line.result is None:
        return
    exact = line.result / line.goal * 100
    rate = exact.quantize(draw.choice((Decimal(1), Decimal("0.1"), CENT)), ROUND_DOWN)
    line.said = f"{line.verb}{line.show(line.result)}（任务数{line.show(line.goal)}），完成率{rate}%。"


def _no_such_head(sheet: Sheet, draw: Random) -> None:
    posts = draw.randrange(6, 18)
    sheet.staff, line = (posts, posts - 1), sheet.named("在职人员控制率")
    sheet.subordinates = []
    line.result = (Decimal(100) * (2 * posts - 3) / (2 * posts)).quantize(CENT)
    sheet.texts["duties"] = [f"本单位承担行业管理职责，核定编制{posts}名。"]


def _head_count_fits(sheet: Sheet, draw: Random) -> None:
    posts = draw.randrange(6, 18)
    sheet.staff, line = (posts, posts - 1), sheet.named("在职人员控制率")
    sheet.subordinates = []
    line.printed["actual"] = percent(Decimal(posts - 1), Decimal(posts), draw.choice((0, 1, 2)))
    sheet.texts["duties"] = [f"本单位承担行业管理职责，核定编制{posts}名。"]


def _name_holds_other(sheet: Sheet, draw: Random) -> None:
    line = counted(sheet, draw)
    achieved(line, "1.1")
    if line.result is not None:
        line.printed["name"] = f"{line.verb}{line.show(line.result + 1)}"


def _name_holds_date(sheet: Sheet, draw: Random) -> None:
    line = counted(sheet, draw)
    line.printed["name"] = draw.choice(
        (f"2021年{line.name}", f"{line.name}（2021年底前完成）", f"12月底前{line.name}")
    )


def _other_self(sheet: Sheet, draw: Random) -> None:
    sheet.office, other = draw.choice(RENAMED)
    if draw.random() < 0.5:
        sheet.printed["report_title"] = f"2021年度云溪区{other}部门整体支出绩效自评报告"
    else:
        sheet.texts["duties"] = [
            f"{other}是区政府组成部门，承担行业管理职责，编制{sheet.staff[0]}名，在职{sheet.staff[1]}名。"
        ]


def _short_self(sheet: Sheet, draw: Random) -> None:
    sheet.printed["report_title"] = draw.choice(
        (f"2021年度区{sheet.office}部门整体支出绩效自评报告", f"{sheet.unit}2021年度部门整体支出绩效自评报告")
    )
    add(sheet, "management", f"按照市{sheet.office}和区财政局要求开展自评。")


def _all_done(sheet: Sheet, draw: Random) -> None:
    line = missed(sheet, draw)
    _plain(line)
    sheet.texts["timing"] = [
        draw.choice(
            (
                "各项目标任务全部完成，完成率100%。",
                "年度各项工作任务均已全部完成。",
                "2021年预期工作都在年底前完成，完成率100%。",
                "全年各项任务全面完成。",
            )
        )
    ]


def _mostly_done(sheet: Sheet, draw: Random) -> None:
    line = missed(sheet, draw)
    _plain(line)
    sheet.texts["timing"] = [
        draw.choice(
            (
                "各项工作基本完成。",
                f"除{line.name}外，各项目标任务均已完成。",
                "各项资金全部拨付到位。",
                "时效指标均按时完成。",
                "力争2022年各项任务全部完成。",
            )
        )
    ]


def _unasked(sheet: Sheet, draw: Random) -> None:
    pleased = sheet.lines[-1]
    pleased.said = draw.choice(
        (
            f"{pleased.name}{pleased.result}%。",
            f"{pleased.name}较高，达到{pleased.result}%。",
            "服务对象普遍满意。",
        )
    )


def _asked(sheet: Sheet, draw: Random) -> None:
    pleased = sheet.lines[-1]
    n = draw.randrange(80, 400)
    pleased.said = draw.choice(
        (
            f"随机电话回访{n}名服务对象，{pleased.name}{pleased.result}%。", f"共收回有效问卷{n}份，{pleased.name}{pleased.result}%。",
            f"经抽样调查{n}人，{pleased.name}达到{pleased.result}%。",
        )
    )  # fmt: skip


def _unsaid_miss(sheet: Sheet, draw: Random) -> None:
    _heavy_miss(sheet)
    sheet.texts["problems"] = [
        draw.choice(("对绩效管理工作的认识有待加强。", "绩效管理人员业务水平有待提高，资料归档不及时。"))
    ]
    sheet.texts["measures"] = ["1.加强学习培训，提高业务水平。"]


def _said_miss(sheet: Sheet, draw: Random) -> None:
    line = _heavy_miss(sheet)
    sheet.texts["problems"] = [
        draw.choice(
            (
                f"{line.name}未完成年初任务。",
                f"{line.verb}进度偏慢，与年初目标有差距。",
                f"受外部条件影响，{line.verb}工作滞后。",
            )
        )
    ]
    sheet.texts["measures"] = [f"1.加快{line.verb}进度。"]


def _confessed(sheet: Sheet, draw: Random) -> None:
    sheet.texts["problems"] = [
        draw.choice(
            (
                "预算编制不够精准，年中追加较多。", "预算编制与实际执行存在偏差，不可预见支出考虑不足。", "年初预算编制不够细化，执行中调整频繁。",
            )
        )
    ]  # fmt: skip


def _not_confessed(sheet: Sheet, draw: Random) -> None:
    if draw.random() < 0.5:
        _confessed(sheet, draw)
        for name in ("预算编制准确性", "预算编制完整性"):
            line = sheet.named(name)
            line.score, line.reason = line.weight - 1, "预算编制不够细化，年中有追加"
            line.words = (line.words[0], "部分科目未细化")
    else:
        sheet.texts["problems"] = ["未发现超预算、无预算支出；项目资料归档不够及时。"]


def _opening_is_whole(sheet: Sheet, draw: Random) -> None:
    for money in sheet.funds:
        money.executed = (money.budget * Decimal("1.08")).quantize(CENT)
    line = sheet.named("预算完成率")
    line.result = Decimal(sheet.funds[0].rate.rstrip("%"))
    sheet.texts["budget"] = [
        draw.choice(
            (
                f"2021年年初预算数{sheet.funds[0].budget}万元，年中追加专项资金，全年执行数{sheet.funds[0].executed}万元。",
                f"年初部门预算{sheet.funds[0].budget}万元，全年执行数{sheet.funds[0].executed}万元。",
            )
        )
    ]


def _opening_kept(sheet: Sheet, draw: Random) -> None:
    sheet.texts["budget"] = [
        f"2021年年初预算数{sheet.funds[0].budget}万元，全年执行数{sheet.funds[0].executed}万元。"
    ]


def _verdict_denied(sheet: Sheet, draw: Random) -> None:
    line = sheet.named("管理制度健全性")
    add(sheet, "management", draw.choice((f"但{line.name[:4]}尚不健全。", "单位管理制度不够健全。")))


def _verdict_kept(sheet: Sheet, draw: Random) -> None:
    add(
        sheet,
        "management",
        draw.choice(
            ("单位管理制度健全。", "对制度不健全的下属单位予以督促整改。", "防止管理制度不健全造成漏洞。")
        ),
    )


def _group_left_out(sheet: Sheet, draw: Random) -> None:
    line = sheet.named("公共服务保障能力")
    line.printed |= {"name": "无", "target": "", "actual": "", "weight": "", "score": "", "reason": ""}
    sheet.outline = "annex"
    sheet.texts["sustained"] = ["建立了长效管护机制，落实专人管护，持续发挥效益。"]


def _group_nowhere(sheet: Sheet, draw: Random) -> None:
    sheet.texts["sustained"] = ["建立了长效管护机制，公共服务保障能力持续增强。"]


def _heavy_miss(sheet: Sheet) -> Line:
    for other in sheet.lines:
        if other.missed:
            achieved(other, "1")
    line = next(x for x in sheet.lines if x.level2 == "社会效益指标")
    achieved(line, "0.7")
    return line


def _plain(line: Line) -> None:
    if line.result is not None:
        line.said = f"全年{line.verb}{line.show(line.result)}。"


KINDS: tuple[Kind, ...] = (
    kind("C01", _total_off, _total_rounded, also="C14"), kind("C02", _result_off, _result_vague, also="C04 F01 F02"),
    kind("C02", _result_off, _result_vague, also="C04 F01 F02", form="project"),
    kind("C03", _task_off, _task_worded, also="F01"), kind("C04 F02", _rate_off, _rate_cut),
    kind("C04 F02", _rate_off, _rate_cut, form="project"), kind("C07", _no_such_head, _head_count_fits, sure=False),
    kind("C08", _name_holds_other, _name_holds_date, also="D14 E08 C02"), kind("C09", _other_self, _short_self, also="H02"),
    kind("C10", _all_done, _mostly_done, also="F08", sure=False), kind("C10", _all_done, _mostly_done, also="F08", sure=False, form="project"),
    kind("C11", _unasked, _asked, also="D12 D13", sure=False), kind("C12", _unsaid_miss, _said_miss, sure=False),
    kind("C13", _confessed, _not_confessed, sure=False), kind("C14", _opening_is_whole, _opening_kept, also="D09 D10 A17 C01", sure=False),
    kind("C15", _verdict_denied, _verdict_kept, sure=False), kind("C16 E01", _group_left_out, _group_nowhere, also="A05 A08 A09 D15 E01 C16 D13"),
)  # fmt: skip
