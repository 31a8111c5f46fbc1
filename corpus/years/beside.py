"""Cases across the units of one year."""

from __future__ import annotations

from copy import deepcopy
from decimal import Decimal
from random import Random

from corpus.defects.drawing import Part, parts, project_form
from corpus.defects.inventing import project
from corpus.defects.kind import add
from corpus.defects.sheet import CENT, Line, Sheet
from corpus.defects.telling import report
from corpus.years.book import Book, Case, File, Office, outputs, settle
from corpus.years.kind import Planted, planted
from corpus.years.prose import reason
from rules.register import Unit as Listed

_CROWDED = 2020  # the year in which totals crowd
_INVENTED = 2019  # the year in which amounts end in digits that people like


def h01_fires(book: Book, office: Office, draw: Random) -> int:
    """Problems and measures in another unit's words, its own work put in."""
    other = book.spare.pop()
    copied = ("problems", "measures")
    if draw.random() < 0.5:  # the rest of the report instead, its own problems told in few words
        copied = (
            "goals",
            "management",
            "timing",
            "sustained",
            "quality",
            "social",
            "quantity",
            "satisfaction",
            "measures",
        )
        office.last.outline = other.last.outline
        for sheet in (office.last, other.last):
            sheet.texts["problems"] = [f"{sheet.lines[-1].name}有待提高。"]
    for key in copied:
        office.last.texts[key] = list(report(other.last)[key])
    book.cases.append(Case(rule="H01", fires=True, unit=other.name, year=office.last.year))
    return office.last.year


def h01_near(book: Book, office: Office, draw: Random) -> int:
    """One problem in another unit's words; a law that both quote."""
    other = book.spare.pop()
    shared = other.last.texts["problems"][0].split("。")[0][2:]
    for sheet in (office.last, other.last):
        sheet.texts["problems"][0] += (
            "对《中华人民共和国预算法实施条例》《项目支出绩效评价管理办法》学习不够。"
        )
    office.last.texts["problems"][0] += f"四是{shared}。"
    return office.last.year


def h02_fires(book: Book, office: Office, draw: Random) -> int:
    """The report is another unit's, by its title or by how it introduces itself."""
    other = book.spare.pop()
    if draw.random() < 0.5:
        office.last.printed["report_title"] = f"{office.last.year}年度{other.name}部门整体支出绩效自评报告"
    else:
        add(office.last, "goals", f"{other.name}（以下简称“本单位”）按计划推进各项工作。")
    return office.last.year


def h02_near(book: Book, office: Office, draw: Random) -> int:
    """Another unit as a partner."""
    other = book.spare.pop()
    add(
        office.last,
        "goals",
        draw.choice((f"联合{other.name}开展专项检查。", f"学习{other.name}的经验做法，完善本单位制度。")),
    )
    return office.last.year


def _spent(sheet: Sheet, share: str) -> None:
    for money in sheet.funds[2:]:
        money.executed = (money.budget * Decimal(share)).quantize(CENT) + CENT
    settle(sheet)


def h03_fires(book: Book, office: Office, draw: Random) -> int:
    """Eight times the budget where the others stay within it."""
    _spent(office.last, "8.3")
    return office.last.year


def h03_near(book: Book, office: Office, draw: Random) -> int:
    """A little over the budget."""
    _spent(office.last, "1.18")
    return office.last.year


def h04_fires(book: Book, office: Office, draw: Random) -> int:
    """Two thirds of all units just above a grade."""
    for each in book.offices[::3] + book.offices[1::3]:
        _at(each, _CROWDED).printed.setdefault("total_score", str(92 + Decimal(draw.randrange(10)) / 10))
    return _CROWDED


def h04_near(book: Book, office: Office, draw: Random) -> int:
    """The totals as they were drawn."""
    return office.last.year


def _at(office: Office, year: int) -> Sheet:
    return next(sheet for sheet in office.years if sheet.year == year)


def h05_fires(book: Book, office: Office, draw: Random) -> int:
    """A supervisor that confirms every score."""
    return _reviewed(office, draw, 12)


def h05_near(book: Book, office: Office, draw: Random) -> int:
    """A supervisor that changes a third of them."""
    return _reviewed(office, draw, 8)


def _reviewed(office: Office, draw: Random, same: int) -> int:
    year = office.last.year
    rows: list[list[str]] = [
        ["序号", "预算单位", "全年预算数", "全年执行数", "执行率", "自评分数", "复核分数"]
    ]
    for number in range(1, 13):
        budget = draw.randrange(1000, 9000)
        score = Decimal(draw.randrange(860, 980)) / 10
        review = score if number <= same else score - Decimal("1.5")
        rows.append(
            [
                str(number),
                f"{office.last.district}第{number}管理站",
                f"{budget}.00",
                f"{budget}.00",
                "100.00%",
                str(score),
                str(review),
            ]
        )
    title = f"{year}年度所属单位整体支出自评情况汇总表"
    shown: list[Part] = [title, f"主管部门（盖章）：{office.name}", "单位：万元", rows]  # type: ignore[list-item]
    path = f"{year}/{office.number:02d}/所属单位汇总.{office.last.format}"
    office.more.append(File(path=path, format=office.last.format, parts=shown))
    return year


def h06_fires(book: Book, office: Office, draw: Random) -> int:
    """The county's output, two digits swapped against what others write."""
    _neighbours_say(book, office, "55.73")
    add(office.last, "social", f"{_whole(office)}规模以上工业总产值达到57.35亿元。")
    return office.last.year


def h06_near(book: Book, office: Office, draw: Random) -> int:
    """The county's output in round words; another county has another output."""
    _neighbours_say(book, office, "31.26")
    add(
        office.last,
        "social",
        f"{_whole(office)}规模以上工业总产值达到{draw.choice(('31.3', '31.26', '约31'))}亿元。",
    )
    return office.last.year


def _whole(office: Office) -> str:
    return f"全{office.last.district[-1]}"


def _neighbours_say(book: Book, office: Office, value: str) -> None:
    near = [x for x in book.offices if x.last.district == office.last.district and x is not office]
    for other in near[:2]:
        add(other.last, "social", f"{_whole(other)}规模以上工业总产值达到{value}亿元。")


def h07_fires(book: Book, office: Office, draw: Random) -> int:
    """A second file in which two rows have other scores."""
    sheet = deepcopy(office.last)
    for line in outputs(sheet)[:2]:
        line.score = sheet.score_of(line) - 1
        line.reason = reason(draw).format(verb=line.verb)
    return _again(office, sheet, sheet.format)


def h07_near(book: Book, office: Office, draw: Random) -> int:
    """The same content in another format."""
    return _again(office, office.last, "html")


def _again(office: Office, sheet: Sheet, form: str) -> int:
    path = f"{sheet.year}/{office.number:02d}/自评材料（修改稿）.{form}"
    office.more.append(File(path=path, format=form, parts=parts(sheet)))
    return sheet.year


def h08_fires(book: Book, office: Office, draw: Random) -> int:
    """One phrase for three rows."""
    return _excused(office, [draw.choice(("长期工作", "持续推进", "受客观因素影响"))] * 3)


def h08_near(book: Book, office: Office, draw: Random) -> int:
    """A reason of its own for each row."""
    return _excused(office, [reason(draw).format(verb=str(n)) for n in "甲乙丙"])


def _excused(office: Office, reasons: list[str]) -> int:
    for line, text in zip(outputs(office.last), reasons, strict=False):
        line.score, line.reason = line.weight - 1, text
    rest = [x for x in office.last.lines if x.level1 == "管理指标"]
    for line, text in zip(rest, reasons[len(outputs(office.last)) :], strict=False):
        line.score, line.reason = line.weight - 1, text
    return office.last.year


def h09_fires(book: Book, office: Office, draw: Random) -> int:
    """Full marks in every row in a year in which everybody lost some."""
    _full(office.years[0])
    return office.years[0].year


def h09_near(book: Book, office: Office, draw: Random) -> int:
    """Full marks in all rows but two."""
    sheet = office.years[0]
    _full(sheet)
    for line in sheet.lines[:2]:
        line.score, line.reason = line.weight - 1, reason(draw).format(verb=line.name)
    return sheet.year


def _full(sheet: Sheet) -> None:
    for line in sheet.lines:
        line.score = line.reason = line.said = None
        if line.missed:
            line.goal = line.result


def h10_fires(book: Book, office: Office, draw: Random) -> int:
    """A name that the register does not have; a listed unit that sends nothing."""
    book.register = [x for x in book.register if x.name != office.name]
    absent = f"临江市{office.last.district}融媒体中心"
    book.register.append(Listed(name=absent))
    book.cases.append(Case(rule="H10", fires=True, unit=absent, year=None))
    late = book.spare.pop()
    late.silent.add(late.last.year)
    book.cases.append(Case(rule="H10", fires=True, unit=late.name, year=None))
    return office.last.year


def h10_near(book: Book, office: Office, draw: Random) -> int:
    """A name that the register has as an alias."""
    book.register = [x for x in book.register if x.name != office.name]
    book.register.append(Listed(name=f"临江市{office.last.district}综合服务中心", aliases=(office.name,)))
    return office.last.year


def _rates(sheet: Sheet) -> list[Line]:
    fixed = {"预算完成率", "在职人员控制率"}
    return [x for x in sheet.lines if x.unit == "%" and x.name not in fixed]


def h11_fires(book: Book, office: Office, draw: Random) -> int:
    """One whole number among rates worked out to two decimals."""
    first, *rest = _rates(office.last)
    first.result = Decimal(97)
    for line in rest:
        line.result = Decimal(draw.randrange(9501, 9900) // 10 * 10 + draw.randrange(1, 10)) / 100
    return office.last.year


def h11_near(book: Book, office: Office, draw: Random) -> int:
    """Rates to two decimals, all of them."""
    for line in _rates(office.last):
        line.result = Decimal(draw.randrange(9501, 9900) // 10 * 10 + draw.randrange(1, 10)) / 100
    return office.last.year


def h11_digits_fire(book: Book, office: Office, draw: Random) -> int:
    """A year whose amounts spent end in fives and eights."""
    for each in book.offices:
        sheet = _at(each, _INVENTED)
        for money in sheet.funds[2:]:
            money.executed = money.executed.quantize(Decimal("0.1")) + Decimal(draw.choice("5558")) / 100
        settle(sheet)
    return _INVENTED


def h11_digits_near(book: Book, office: Office, draw: Random) -> int:
    """Amounts as they come."""
    return _CROWDED


def h12_fires(book: Book, office: Office, draw: Random) -> int:
    """Two projects, the same numbers in every row."""
    return _projects(office, draw, 0)


def h12_near(book: Book, office: Office, draw: Random) -> int:
    """Two projects that have all but one number in common."""
    return _projects(office, draw, 7)


def _projects(office: Office, draw: Random, more: int) -> int:
    sheet = project(draw.randrange(10**6))
    sheet.year, sheet.district, sheet.office = office.last.year, office.last.district, office.last.office
    for name in ("东环路沿线提升项目", "西环路沿线提升项目"):
        sheet = deepcopy(sheet)
        sheet.printed["project_name"] = name
        path = f"{sheet.year}/{office.number:02d}/{name}自评表.{office.last.format}"
        office.more.append(File(path=path, format=office.last.format, parts=project_form(sheet)))
        line = sheet.quantities[0]
        if line.result is not None:
            line.result += more
    return sheet.year


def h13_fires(book: Book, office: Office, draw: Random) -> int:
    """Ten rows of management with everybody, all points in all of them."""
    for each in book.offices:
        sheet = _at(each, _CROWDED)
        managed = [line for line in sheet.lines if line.level1 == "管理指标"]
        further = deepcopy(managed[-1])
        further.name = "绩效信息公开性"
        sheet.lines.insert(len(managed), further)
        for line in (*managed, further):
            line.score = line.reason = None
            if line.missed:
                line.result = line.goal
    return _CROWDED


def h13_near(book: Book, office: Office, draw: Random) -> int:
    """The points as they were drawn."""
    return office.last.year


KINDS: tuple[Planted, ...] = (
    planted("H01", h01_fires, h01_near),
    planted("H02", h02_fires, h02_near),
    planted("H03", h03_fires, h03_near),
    planted("H04", h04_fires, h04_near, whole=True),
    planted("H05", h05_fires, h05_near),
    planted("H06", h06_fires, h06_near),
    planted("H07", h07_fires, h07_near),
    planted("H08", h08_fires, h08_near),
    planted("H09", h09_fires, h09_near, also="G03 G04"),
    planted("H10", h10_fires, h10_near),
    planted("H11", h11_fires, h11_near),
    planted("H11", h11_digits_fire, h11_digits_near, whole=True),
    planted("H12", h12_fires, h12_near),
    planted("H13", h13_fires, h13_near, whole=True),
)  # fmt: skip
