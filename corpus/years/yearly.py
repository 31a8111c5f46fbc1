"""Cases across the years of one unit."""

from __future__ import annotations

from copy import deepcopy
from decimal import Decimal
from random import Random

from corpus.defects.drawing import reported, tables
from corpus.defects.kind import add
from corpus.defects.sheet import Line, Sheet
from corpus.defects.telling import report
from corpus.writing.drawing import Slot
from corpus.years.book import Book, File, Office, outputs, settle
from corpus.years.kind import Planted, planted

_HUNDRED = Decimal(100)


def _row(office: Office) -> tuple[Line, Line]:
    """A counted output of the latest year, and the same row a year before."""
    line = outputs(office.last)[0]
    return line, office.years[-2].named(line.name)


def _shown(line: Line) -> tuple[Decimal, str]:
    assert line.result is not None
    return line.result, line.show(line.result)


def _grown(line: Line, base: Decimal) -> str:
    result, shown = _shown(line)
    rate = ((result / base - 1) * 100).quantize(Decimal("0.1"))
    return f"{line.verb}{shown}，同比{'增长' if rate > 0 else '下降'}{abs(rate)}%。"


def g01_fires(book: Book, office: Office, draw: Random) -> int:
    """The growth rate rests on another figure than the one reported last year."""
    line, before = _row(office)
    line.said = _grown(line, _shown(before)[0] * Decimal(draw.choice(("0.86", "0.9", "1.12"))))
    return office.last.year


def g01_near(book: Book, office: Office, draw: Random) -> int:
    """The growth rate follows from last year's figure."""
    line, before = _row(office)
    line.said = _grown(line, _shown(before)[0])
    return office.last.year


def _last_year(draw: Random, line: Line, was: str) -> str:
    shown = _shown(line)[1]
    return draw.choice(
        (
            f"{line.verb}{shown}，上年{was}。",
            f"{line.verb}由上年的{was}变为{shown}。",
            f"{line.verb}{shown}，去年为{was}。",
        )
    )


def g02_fires(book: Book, office: Office, draw: Random) -> int:
    """Another figure of last year than the one reported then."""
    line, before = _row(office)
    value = _shown(before)[0]
    line.said = _last_year(draw, line, line.show(value - max(3, value // 20)))
    return office.last.year


def g02_near(book: Book, office: Office, draw: Random) -> int:
    """Last year's figure as reported, or told in round words."""
    line, before = _row(office)
    line.said = _last_year(draw, line, _shown(before)[1])
    return office.last.year


def g03_fires(book: Book, office: Office, draw: Random) -> int:
    """A target far below last year's result."""
    line, before = _row(office)
    line.goal = (_shown(before)[0] * Decimal("0.6")).quantize(Decimal(1))
    line.result = line.goal + 1
    return office.last.year


def g03_near(book: Book, office: Office, draw: Random) -> int:
    """A target a little below last year's result."""
    line, before = _row(office)
    line.goal = (_shown(before)[0] * Decimal("0.85")).quantize(Decimal(1)) + 1
    line.result = line.goal
    return office.last.year


def _missed_before(office: Office) -> tuple[Line, Line]:
    line, before = _row(office)
    assert before.goal is not None
    before.result = (before.goal * Decimal("0.7")).quantize(Decimal(1))
    line.goal, line.result = before.goal, before.goal
    return line, before


def g04_fires(book: Book, office: Office, draw: Random) -> int:
    """What was missed last year is no indicator any more."""
    line, _ = _missed_before(office)
    line.name, line.verb, line.said = "驻村走访座谈场次", "组织驻村走访座谈", None
    return office.last.year


def g04_near(book: Book, office: Office, draw: Random) -> int:
    """It goes on in other words."""
    line, _ = _missed_before(office)
    line.name = f"全年{line.verb}数"
    return office.last.year


def g05_fires(book: Book, office: Office, draw: Random) -> int:
    """More posts than last year, without a word."""
    _staffed(office)
    return office.last.year


def g05_near(book: Book, office: Office, draw: Random) -> int:
    """More posts, for a reason told."""
    _staffed(office)
    why = draw.choice(("根据三定方案，编制数有调整。", "因机构改革，划入一个事业单位。"))
    add(office.last, "duties", why)
    return office.last.year


def _staffed(office: Office) -> None:
    posts, filled = office.last.staff
    for sheet in office.years[:-1]:
        sheet.texts["duties"] = report(sheet)["duties"]
    office.last.texts["duties"] = [
        text.replace(f"编制{posts}", f"编制{posts + 7}").replace("我委", "本单位")
        for text in report(office.last)["duties"]
    ]
    office.last.staff = (posts + 7, filled)
    settle(office.last)


def g06_fires(book: Book, office: Office, draw: Random) -> int:
    """Every sentence of last year's report, with this year's numbers."""
    now, before = office.last, office.years[-2]
    now.outline = before.outline
    for line in now.lines:
        line.hand = before.named(line.name).hand
        if before.outline and not line.missed and before.named(line.name).missed and line.goal is not None:
            line.result = (line.goal * Decimal("0.9")).quantize(line.goal)
    old = report(before)
    now.texts = {
        key: old[key] for key in ("problems", "measures", "management", "timing", "sustained", "budget")
    }
    now.texts["problems"] = [text * 2 for text in old["problems"]]
    before.texts["problems"] = now.texts["problems"]
    return now.year


def g06_near(book: Book, office: Office, draw: Random) -> int:
    """The same duties, one problem told again."""
    now, before = office.last, office.years[-2]
    now.texts["problems"] = [now.texts["problems"][0] + before.texts["problems"][0].split("。")[0][2:] + "。"]
    return now.year


def _overspent(sheet: Sheet) -> None:
    works = sheet.fund("project")
    works.executed = (works.budget * Decimal("2.4")).quantize(Decimal("0.01"))
    settle(sheet)


def g07_fires(book: Book, office: Office, draw: Random) -> int:
    """The same measures, and the budget is overspent again."""
    for sheet in office.years[-2:]:
        sheet.texts["measures"] = ["1.科学合理编制预算，细化到具体项目。", "2.严格按照预算执行，控制追加。"]
        _overspent(sheet)
    return office.last.year


def g07_near(book: Book, office: Office, draw: Random) -> int:
    """The same measures; the problem is gone."""
    for sheet in office.years[-2:]:
        sheet.texts["measures"] = ["1.科学合理编制预算，细化到具体项目。", "2.严格按照预算执行，控制追加。"]
    return office.last.year


def g08_fires(book: Book, office: Office, draw: Random) -> int:
    """The same total three years running."""
    for sheet in office.years:
        sheet.printed["total_score"] = "92"
    return office.last.year


def g08_near(book: Book, office: Office, draw: Random) -> int:
    """Totals that move by a point or two."""
    for sheet, total in zip(office.years, ("90", "92", "91"), strict=True):
        sheet.printed["total_score"] = total
    return office.last.year


def g09_fires(book: Book, office: Office, draw: Random) -> int:
    """A budget of a fifth of last year's outturn."""
    for money in office.last.funds[2:]:
        money.budget, money.executed = (
            (money.budget / 5).quantize(Decimal("0.01")),
            (money.executed / 5).quantize(Decimal("0.01")),
        )
    settle(office.last)
    return office.last.year


def g09_near(book: Book, office: Office, draw: Random) -> int:
    """A budget of two thirds of last year's outturn."""
    for money in office.last.funds[2:]:
        money.budget, money.executed = (
            (money.budget * 2 / 3).quantize(Decimal("0.01")),
            (money.executed * 2 / 3).quantize(Decimal("0.01")),
        )
    settle(office.last)
    return office.last.year


def g10_fires(book: Book, office: Office, draw: Random) -> int:
    """A target that was higher when it was published with the budget."""
    return _published(office, Decimal("1.4"))


def g10_near(book: Book, office: Office, draw: Random) -> int:
    """The target that was published."""
    return _published(office, Decimal(1))


def _published(office: Office, times: Decimal) -> int:
    sheet = deepcopy(office.last)
    rows: list[list[str | Slot]] = [
        [Slot("部门（单位）名称", 1, 2), Slot(sheet.unit, 1, 5)],
        ["一级指标", "二级指标", "三级指标", "年度指标值", "全年完成值", "分值", "得分"],
    ]
    for line in sheet.lines:
        target = line.words[0]
        if line.goal is not None:
            goal = line.goal * (times if line is outputs(sheet)[0] else 1)
            target = f"{line.sign}{line.show(goal.quantize(line.goal))}"
        rows.append([line.level1, line.level2, line.name, target, "", str(line.weight), ""])
    title = "部门（单位）整体支出绩效自评表（年初）"
    office.more.append(
        File(
            path=f"{sheet.year}/{office.number:02d}/{sheet.year}年公开的绩效目标.{sheet.format}",
            format=sheet.format,
            parts=[title, f"（{sheet.year}年度）", rows],
        )
    )
    return sheet.year


def g11_fires(book: Book, office: Office, draw: Random) -> int:
    """The report of the year before lies where this year's should."""
    return _apart(office, office.years[-2])


def g11_near(book: Book, office: Office, draw: Random) -> int:
    """Forms and report in files of their own, both of this year."""
    return _apart(office, office.last)


def _apart(office: Office, told: Sheet) -> int:
    """Two files in one folder: this year's forms, a report."""
    sheet = office.last
    office.silent.add(sheet.year)
    for name, drawn in (("自评表", tables(sheet)), ("自评报告", reported(told))):
        path = f"{sheet.year}/{office.number:02d}/{name}.{sheet.format}"
        office.more.append(File(path=path, format=sheet.format, parts=drawn))
    return sheet.year


KINDS: tuple[Planted, ...] = (
    planted("G01", g01_fires, g01_near),
    planted("G02", g02_fires, g02_near),
    planted("G03", g03_fires, g03_near),
    planted("G04", g04_fires, g04_near),
    planted("G05", g05_fires, g05_near),
    planted("G06", g06_fires, g06_near),
    planted("G07", g07_fires, g07_near, also="H03 G09"),
    planted("G08", g08_fires, g08_near),
    planted("G09", g09_fires, g09_near),
    planted("G10", g10_fires, g10_near),
    planted("G11", g11_fires, g11_near),
)  # fmt: skip
